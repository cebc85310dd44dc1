"""What goes on paper in one print job: letters, envelopes of a size, labels of a sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from fitdesk.i18n import _
from fitdesk.letters.paper.envelope import EnvelopeSize
from fitdesk.letters.paper.labels import LabelSheet
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
        self.first = QComboBox()
        self.first.setAccessibleName(_("First free label on the sheet"))
        self._fill_first()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE)
        grid.addWidget(self.letters, 0, 0, 1, 3)
        grid.addWidget(self.envelopes, 1, 0, 1, 3)
        grid.addWidget(self.labels, 2, 0)
        grid.addWidget(self.first, 2, 1, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.letters.toggled.connect(lambda _on: self.changed.emit())
        self.envelopes.activated.connect(lambda _place: self.changed.emit())
        self.labels.activated.connect(lambda _place: self._labels_chosen())
        self.first.activated.connect(lambda _place: self.changed.emit())

    def wish(self) -> PrintWish:
        envelope, labels = self.envelopes.currentData(), self.labels.currentData()
        return PrintWish(
            letters=self.letters.isChecked(),
            envelope=EnvelopeSize(envelope) if envelope else None,
            labels=LabelSheet(labels) if labels else None,
            first_label=self.first.currentIndex() + 1,
        )

    def _labels_chosen(self) -> None:
        self._fill_first()
        self.changed.emit()

    def _fill_first(self) -> None:
        """The labels of the chosen sheet by number; a place chosen before stays where the sheet has it."""
        chosen, sheet = self.labels.currentData(), max(self.first.currentIndex(), 0)
        self.first.clear()
        grid = LabelSheet(chosen).grid if chosen else None
        for number in range(1, grid.across * grid.down + 1 if grid else 2):
            self.first.addItem(_("from label {n} on").replace("{n}", str(number)))
        self.first.setCurrentIndex(min(sheet, self.first.count() - 1))
        self.first.setVisible(grid is not None)


def _choice(name: str, none: str, options: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(none, None)
    for value, words in options:
        box.addItem(words, value)
    return box
