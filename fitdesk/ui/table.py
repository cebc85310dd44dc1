"""Long lists over the store: ids first, lines fetched a page at a time as they come into view.

Use::

    self.rows = LazyRows(lambda ids: inquiries.lines(store, ids), describe_inquiry_line)
    self.list = RowList(self.rows)
    self.list.show_ids(inquiries.ids(store, query))     # keeps the chosen row and the place where it can
    self.list.chosen.connect(self.show_inquiry)         # current row changed: its id, or None when there is none
    self.list.opened.connect(self.edit_inquiry)         # Enter or double click
    self.rows.forget()                                  # lines changed, ids did not: fetch again what is shown
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fitdesk.ui.theme import KEYBOARD
from fitdesk.ui.widgets.row_delegate import ROW_ROLE, Row, RowDelegate, one_line, row_height

ID_ROLE = Qt.ItemDataRole.UserRole + 2
PAGE = 200
_PAGES_KEPT = 12


class HasId(Protocol):
    @property
    def id(self) -> int | None: ...


Line = TypeVar("Line", bound=HasId)


class LazyRows(QAbstractListModel, Generic[Line]):
    """A list model over ids. ``fetch(ids)`` gives their lines (missing ones left out), ``describe(line)`` a ``Row``."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[Line]], describe: Callable[[Line], Row]) -> None:
        super().__init__()
        self._fetch = fetch
        self._describe = describe
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, Line]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records, in this order."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Drop the fetched lines; what is shown is fetched again."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def id_at(self, row: int) -> int | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, record_id: int) -> int | None:
        """Where ``record_id`` stands, or None."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def line_at(self, row: int) -> Line | None:
        """The line in ``row``; None when it is gone from the store."""
        record_id = self.id_at(row)
        if record_id is None:
            return None
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            wanted = self._ids[number * PAGE : (number + 1) * PAGE]
            page = {line.id: line for line in self._fetch(wanted) if line.id is not None}
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return page.get(record_id)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ID_ROLE:
            return self.id_at(index.row())
        if role not in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line_at(index.row())
        if line is None:
            return None
        row = self._describe(line)
        if role == ROW_ROLE:
            return row
        return one_line(row.title) if role == Qt.ItemDataRole.DisplayRole else one_line(row.spoken)


class RowList(QTableView):
    """A list of two-line rows with one chosen row.

    A table of one column, because QListView asks the model for each of 100,000 rows before it paints the first (0.3 s);
    a table with rows of one height asks for those in sight.
    """

    chosen = Signal(object)
    opened = Signal(int)

    def __init__(self, rows: LazyRows[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._silent = False
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self._look_like_a_list()
        self.setModel(rows)
        rows.setParent(self)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show ``ids``; the chosen record stays chosen and the list where it was. ``chosen`` tells when it is gone."""
        before, place = self.chosen_id(), self.verticalScrollBar().value()
        self._silent = True
        self._rows.set_ids(ids)
        if before is not None:
            self.choose(before)
        self.verticalScrollBar().setValue(place)
        self._silent = False
        if self.chosen_id() != before:
            self.chosen.emit(self.chosen_id())

    def chosen_id(self) -> int | None:
        return self._rows.id_at(self.currentIndex().row())

    def choose(self, record_id: int | None) -> bool:
        """Make ``record_id`` the current row (None: no row). False when it is not in the list."""
        row = self._rows.row_of(record_id) if record_id is not None else None
        self.setCurrentIndex(self._rows.index(row) if row is not None else QModelIndex())
        return row is not None

    def choose_first(self) -> None:
        """Make the first row the current one, if there is any."""
        self.setCurrentIndex(self._rows.index(0))

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: it would fetch line after line; the field above the list searches."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(row_height(self.font()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in KEYBOARD:
            self._delegate.shows_focus = True
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.shows_focus = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.shows_focus = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(0 if event.key() == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def _look_like_a_list(self) -> None:
        self.setProperty("role", "rows")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(row_height(self.font()))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _open(self, row: int) -> None:
        record_id = self._rows.id_at(row)
        if record_id is not None:
            self.opened.emit(record_id)

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if not self._silent and now != before:
            self.chosen.emit(self._rows.id_at(now.row()))
