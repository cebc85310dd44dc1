"""The left side of a page of records: search, New, the views, and the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.table import LazyRows, RowList
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.record_source import Entry, RecordWords, View
from fitdesk.ui.widgets.search_field import SearchField


class EntryList(RowList):
    """A list of entries; Delete asks for the chosen one to be thrown away."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class RecordList(QWidget):
    """``chosen(id)`` follows the current row (None: none); ``opened`` is Enter or a double click."""

    chosen = Signal(object)
    opened = Signal(int)
    searched = Signal()
    new_wanted = Signal()
    delete_wanted = Signal()
    view_chosen = Signal()

    def __init__(self, words: RecordWords, views: Sequence[View], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[int, Entry] = {}
        self.search = SearchField(words.search)
        self.new_button = QPushButton(_("New"))
        self.new_button.setAccessibleName(words.new)
        self.rows: LazyRows[Entry] = LazyRows(
            lambda ids: [self._entries[number] for number in ids if number in self._entries], lambda entry: entry.row
        )
        self.list = EntryList(self.rows)
        self.list.setAccessibleName(words.page)
        self.nothing = PlainLabel("", "secondary", wraps=True)
        self.nothing.setContentsMargins(20, SPACE, 20, 0)
        self._tabs: dict[str, QPushButton] = {}
        self._lay_out(views)
        self.search.searched.connect(lambda _text: self.searched.emit())
        self.search.left_down.connect(self._enter_list)
        self.new_button.clicked.connect(self.new_wanted)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.delete_wanted.connect(self.delete_wanted)

    def view(self) -> str:
        """The key of the view shown."""
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def set_view(self, key: str) -> None:
        """Show the view ``key``, silently."""
        self._tabs[key].setChecked(True)

    def entries(self) -> tuple[Entry, ...]:
        """What the list shows, in order."""
        return tuple(self._entries.values())

    def show_entries(self, entries: Sequence[Entry], nothing: str) -> None:
        """Show these rows, or ``nothing`` when there are none; the chosen one stays chosen."""
        self._entries = {entry.id: entry for entry in entries}
        self.list.show_ids([entry.id for entry in entries])
        self.nothing.setText(nothing)
        self.nothing.setVisible(not entries)

    def focus_list(self) -> None:
        """Put the focus on the list, on its first row when none is chosen."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter_list(self) -> None:
        if self.list.chosen_id() is None:
            self.list.choose_first()
        self.focus_list()

    def _lay_out(self, views: Sequence[View]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE * 2, 0, 0)
        column.setSpacing(SPACE)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE * 2, 0, SPACE * 2, 0)
        head.setSpacing(SPACE)
        head.addWidget(self.search, 1)
        head.addWidget(self.new_button)
        column.addLayout(head)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(SPACE * 2, 0, SPACE * 2, 0)
        tabs.setSpacing(SPACE)
        group = QButtonGroup(self)
        for view in views:
            tab = QPushButton(view.label)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            group.addButton(tab)
            tabs.addWidget(tab)
            self._tabs[view.key] = tab
        self._tabs[views[0].key].setChecked(True)
        group.buttonClicked.connect(lambda _button: self.view_chosen.emit())
        tabs.addStretch(1)
        column.addLayout(tabs)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
