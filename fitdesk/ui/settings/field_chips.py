"""The fields that a building block knows, shown as what will stand there; a click puts one into the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.settings.block_editor import KEEP_FOCUS
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel, empty_layout, plain_tooltip

_LONGEST = 40
"""Characters on a chip."""


class FieldChips(QWidget):
    """``field_wanted(name)``, ``brackets_wanted()`` and ``address_wanted()`` say what is to be put into the text."""

    field_wanted = Signal(str)
    brackets_wanted = Signal()
    address_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(_("Filled in for each letter; click to put one in"), "caption", wraps=True)
        self.chips: dict[str, QPushButton] = {}
        self.more = _small(_("More…"), _("Show every field of this block"))
        self.more.clicked.connect(self._show_all)
        self.brackets = _small(_("[ ] only if known"), _("What is marked stays only when its field is known"))
        self.brackets.clicked.connect(self.brackets_wanted)
        self.address = _small("", _("The first in polite letters, the second in familiar ones"))
        self.address.clicked.connect(self.address_wanted)
        self.legend = PlainLabel("", "caption", wraps=True)
        self._flow = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.heading)
        column.addLayout(self._flow)
        column.addWidget(self.legend)

    def show_fields(
        self,
        usual: Sequence[tuple[str, str]],
        others: Sequence[tuple[str, str]],
        address: Sequence[str],
        *,
        may_be_bold: bool,
    ) -> None:
        """(name, what will stand there) of each field; ``others`` wait behind More. ``address``: (Sie, du), or none."""
        for button in (self.more, self.brackets, self.address):
            self._flow.removeWidget(button)
        empty_layout(self._flow)
        fields = (*usual, *others)
        alike = Counter(words for _name, words in fields)
        self.chips = {name: self._chip(name, words, alike[words] > 1) for name, words in fields}
        for button in (self.more, self.brackets, self.address):
            self._flow.addWidget(button)
        in_order = (*self.chips.values(), self.more, self.brackets, self.address)
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)
        for name, _words in others if usual else ():
            self.chips[name].hide()
        self.more.setVisible(bool(others) and bool(usual))
        self.brackets.setVisible(bool(fields))
        self.address.setVisible(bool(address))
        self.address.setText(f"<{'|'.join(address)}>")
        self.heading.setVisible(bool(fields))
        self.legend.setText(_legend(has_fields=bool(fields), address=address, may_be_bold=may_be_bold))
        self.legend.setVisible(bool(self.legend.text()))

    def _chip(self, name: str, words: str, is_one_of_many: bool) -> QPushButton:
        """``is_one_of_many``: another one reads alike here, so that the field's name tells them apart."""
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        chip = _small(f"{shown} ({name})" if is_one_of_many else shown, f"{{{name}}}: {words}")
        chip.clicked.connect(lambda *_: self.field_wanted.emit(name))
        chip.setAccessibleName(_("Put in: {words}").replace("{words}", words))
        self._flow.addWidget(chip)
        return chip

    def _show_all(self) -> None:
        for chip in self.chips.values():
            chip.show()
        self.more.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())


def _small(words: str, tooltip: str) -> QPushButton:
    button = QPushButton(words.replace("&", "&&"))
    button.setProperty("small", True)
    button.setFocusPolicy(KEEP_FOCUS)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(plain_tooltip(tooltip))
    return button


def _legend(*, has_fields: bool, address: Sequence[str], may_be_bold: bool) -> str:
    """What the marks mean, of those that can stand here."""
    said = [_("What stands in [ ] is left out when its field is not known.")] if has_fields else []
    if address:
        pair = _("In <a|b> the first is said with {polite}, the second with {familiar}.")
        said.append(pair.replace("{polite}", address[0]).replace("{familiar}", address[1]))
    if may_be_bold:
        said.append(_("What stands between ** and ** is printed bold."))
    return " ".join(said)
