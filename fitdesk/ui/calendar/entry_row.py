"""One thing that stands on the chosen day: its shape, what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.calendar.bar_painting import Look, paint_bar, paint_flag, paint_sign
from fitdesk.ui.calendar.entry_words import breakable
from fitdesk.ui.theme import SPACE, colours_of
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.remove_button import RemoveButton


class Swatch(QWidget):
    """The shape of a kind of entry; None for the flag of a follow-up."""

    def __init__(self, look: Look | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(18, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self.palette())
        box = QRectF(0, 4, 16, 12)
        if self._look is None:
            paint_flag(painter, QPointF(5, 15), QColor(colours.ask))
        else:
            paint_bar(painter, box, self._look, colours)
            paint_sign(painter, box.center(), self._look, QColor(colours.text))
        painter.end()


class EntryRow(QWidget):
    """``opened()`` is the way to the inquiry or peer, ``edit_wanted()`` and ``trash_wanted()`` for the owner's own."""

    opened = Signal()
    edit_wanted = Signal()
    trash_wanted = Signal()

    def __init__(
        self,
        look: Look | None,
        title: str,
        details: tuple[str, ...],
        *,
        open_words: str = "",
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``details``: quiet lines below the title, empty ones left out. ``open_words``: the link, if there is one."""
        super().__init__(parent)
        self.title = PlainLabel(breakable(title), "strong", wraps=True)
        self.details = tuple(PlainLabel(breakable(words), "caption", wraps=True) for words in details if words)
        self.open = _link(open_words, title, self.opened) if open_words else None
        self.edit = _link(_("Edit"), title, self.edit_wanted) if editable else None
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.title)
        for label in self.details:
            column.addWidget(label)
        links = QHBoxLayout()
        links.setSpacing(SPACE)
        for button in (self.open, self.edit):
            if button is not None:
                links.addWidget(button)
        links.addStretch(1)
        if self.open is not None or self.edit is not None:
            column.addLayout(links)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Swatch(look), 0, top)
        row.addLayout(column, 1)
        self.remove = RemoveButton(_("Move “{title}” to the trash").replace("{title}", title)) if editable else None
        if self.remove is not None:
            self.remove.clicked.connect(self.trash_wanted)
            row.addWidget(self.remove, 0, top)
        self.setAccessibleName(", ".join((title, *filter(None, details))))


def _link(words: str, title: str, signal: object) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "link")
    button.setProperty("flush", True)
    button.setAccessibleName(f"{words}: {title}")
    button.clicked.connect(signal)
    return button
