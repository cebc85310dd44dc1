"""What became of the most similar inquiries before; one click opens them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.precedents import Precedent
from fitdesk.i18n import _, plural
from fitdesk.ui.widgets.fit_linked_line import LinkedLine
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip

MOST = 3


class PrecedentsView(QWidget):
    """Hidden while there is none. ``opened(int)`` asks for an inquiry."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        self.heading = PlainLabel("", "strong")
        column.addWidget(self.heading)
        self.lines = [LinkedLine(_("Open")) for _place in range(MOST)]
        self._shown: tuple[Precedent, ...] = ()
        for place, line in enumerate(self.lines):
            column.addWidget(line)
            line.followed.connect(lambda place=place: self.opened.emit(self._shown[place].decided.inquiry_id))
        self.hide()

    def show_precedents(self, found: Sequence[Precedent]) -> None:
        """Show ``found``, the likest first."""
        self._shown = tuple(found[:MOST])
        words = plural("What became of one like it", "What became of others like it", len(self._shown))
        self.heading.setText(words)
        for place, line in enumerate(self.lines):
            one = self._shown[place] if place < len(self._shown) else None
            line.show_words(one.sentence[:1].upper() + one.sentence[1:] if one else "")
            line.setToolTip(plain_tooltip(_alike(one)) if one else "")
        if self.isHidden() == bool(self._shown):
            self.setVisible(bool(self._shown))

    def texts(self) -> list[str]:
        """The sentences on display."""
        return [line.words() for line in self.lines[: len(self._shown)]]


def _alike(one: Precedent) -> str:
    if not one.alike:
        return one.decided.title
    return (
        _("{title}. Alike: {aspects}").replace("{title}", one.decided.title).replace("{aspects}", ", ".join(one.alike))
    )
