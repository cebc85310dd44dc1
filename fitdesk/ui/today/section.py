"""One kind of thing that waits: a heading with its number, the rows, and a way to the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import plural
from fitdesk.ui.theme import SPACE
from fitdesk.ui.today.waiting_row import WaitingRow
from fitdesk.ui.widgets.page import PlainLabel, empty_layout
from fitdesk.ui.widgets.row_painting import Row


@dataclass(frozen=True)
class Item:
    """One row to be: ``record`` is what it stands for, ``opened`` what a click does, ``buttons`` makes its buttons."""

    record: object
    row: Row
    opened: Callable[[], object]
    buttons: Callable[[], tuple[QPushButton, ...]] = tuple

    @property
    def same(self) -> tuple[object, Row]:
        """What two items that look and act alike have in common."""
        return self.record, self.row

    def widget(self) -> WaitingRow:
        """The row as a widget."""
        made = WaitingRow(self.row, self.buttons())
        made.clicked.connect(lambda: self.opened())
        return made


class Section(QWidget):
    """Hidden while nothing of its kind waits. ``rest_wanted()`` asks for the page that holds the rest."""

    rest_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(title, "section")
        self.number = PlainLabel("", "secondary")
        self.rest = QPushButton()
        self.rest.setProperty("role", "link")
        self.rest.clicked.connect(self.rest_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(SPACE)
        head.addWidget(self.title)
        head.addWidget(self.number)
        head.addStretch(1)
        self._items: tuple[Item, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self.rest)
        foot.addStretch(1)
        column.addLayout(foot)
        self.hide()

    def show_items(self, items: Sequence[Item], total: int) -> None:
        """Show ``items`` out of ``total``; rows that read the same stay as they are, and so does the focus."""
        if [item.same for item in items] != [item.same for item in self._items]:
            place = self._focused_place()
            empty_layout(self._rows)
            rows = [item.widget() for item in items]
            for row in rows:
                self._rows.addWidget(row)
            self._items = tuple(items)
            if place is not None and rows:
                rows[min(place, len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        self.number.setText(f"{total:,}")
        self.setAccessibleName(f"{self.title.text()}, {total}")
        more = total - len(items)
        self.rest.setText(plural("and {n} more", "and {n} more", more))
        self.rest.setVisible(more > 0)
        self.setVisible(bool(items))

    def rows(self) -> list[WaitingRow]:
        """The rows shown, in order."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, WaitingRow)]

    def _focused_place(self) -> int | None:
        focused = self.window().focusWidget()
        for place, row in enumerate(self.rows()):
            if focused is not None and (row is focused or row.isAncestorOf(focused)):
                return place
        return None
