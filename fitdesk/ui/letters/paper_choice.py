"""What goes on paper in one print job: letters, envelopes of a size, labels of a sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QWidget

from fitdesk.i18n import _
from fitdesk.letters.envelope import EnvelopeSize
from fitdesk.letters.labels import LabelSheet
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.tick_box import TickBox
from fitdesk.workflows.print_job import PrintWish


class PaperChoice(QWidget):
    """``changed()`` when something else is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = TickBox(_("The letters"))
        self.letters.setChecked(True)
        self.envelopes = _choice(_("Envelopes"), _("No envelopes"), [(one.value, one.words) for one in EnvelopeSize])
        self.labels = _choice(_("Labels"), _("No labels"), [(one.value, one.words) for one in LabelSheet])
        self.first = QSpinBox()
        self.first.setAccessibleName(_("First free label on the sheet"))
        self.first.setRange(1, 30)
        self.first.setEnabled(False)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE)
        form.addRow(self.letters)
        form.addRow(_("Envelopes"), self.envelopes)
        form.addRow(_("Labels"), self.labels)
        form.addRow(_("First free label"), self.first)
        self.letters.toggled.connect(lambda _on: self.changed.emit())
        self.envelopes.activated.connect(lambda _place: self.changed.emit())
        self.labels.activated.connect(lambda _place: self._labels_chosen())
        self.first.valueChanged.connect(lambda _place: self.changed.emit())

    def wish(self) -> PrintWish:
        envelope, labels = self.envelopes.currentData(), self.labels.currentData()
        return PrintWish(
            letters=self.letters.isChecked(),
            envelope=EnvelopeSize(envelope) if envelope else None,
            labels=LabelSheet(labels) if labels else None,
            first_label=self.first.value(),
        )

    def _labels_chosen(self) -> None:
        self.first.setEnabled(self.labels.currentData() is not None)
        self.changed.emit()


def _choice(name: str, none: str, options: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(none, None)
    for value, words in options:
        box.addItem(words, value)
    return box
