"""Every action and every record by name, from the keyboard (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLineEdit, QListView, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.row_delegate import ROW_ROLE, Row, RowDelegate, one_line

_WIDTH = 560
_ROWS_SHOWN = 8
_MOST = 50
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``title``, what it is ("Peer", or a shortcut), and what choosing it does."""

    title: str
    kind: str
    run: Callable[[], object]


def rank(text: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that hold every word of ``text``, best first: begins with it, a word begins with it, holds it."""
    wanted = text.casefold().split()
    found: list[tuple[int, int, Entry]] = []
    for place, entry in enumerate(entries):
        title = entry.title.casefold()
        if all(word in title for word in wanted):
            starts = all(f" {title}".find(f" {word}") >= 0 for word in wanted)
            quality = 0 if wanted and title.startswith(wanted[0]) and starts else 1 if starts else 2
            found.append((quality, place, entry))
    return [entry for _quality, _place, entry in sorted(found, key=lambda item: item[:2])]


class _Entries(QAbstractListModel):
    """The entries found, as rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == ROW_ROLE:
            return Row(entry.title, mark=entry.kind)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one_line(f"{entry.title}, {entry.kind}")
        return None


class CommandPalette(QFrame):
    """``open()`` shows it; typing narrows, arrows choose, Enter does it, Escape or a click elsewhere closes it."""

    def __init__(
        self, over: QWidget, actions: Callable[[], Sequence[Entry]], records: Callable[[str], Sequence[Entry]]
    ) -> None:
        """``actions()`` gives all actions; ``records(text)`` the records that match a text of two letters or more."""
        super().__init__(over)
        self._over = over
        self._actions, self._records = actions, records
        self._before: QWidget | None = None
        self.setProperty("role", "palette")
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(_("Find a record, or say what to do"))
        self.field.setAccessibleName(_("Command palette"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._find)
        self._model = _Entries(self)
        self.list = QListView()
        self.list.setProperty("role", "rows")
        self.list.setModel(self._model)
        self.list.setItemDelegate(RowDelegate(self.list, lines=1))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Found"))
        self.list.clicked.connect(lambda _index: self._choose())
        self._nothing = PlainLabel(_("Nothing by that name."), "secondary")
        self._nothing.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 10)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def open(self) -> None:
        """Show the palette, empty, over the window."""
        self._before = self._over.window().focusWidget()
        self.field.clear()
        self._find("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_quietly(self) -> None:
        """Hide, and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> Sequence[Entry]:
        """The entries found, best first."""
        return self._model.entries

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self.field and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in kept:
                self.hide()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
        if event.key() in steps and self._model.entries:
            last = len(self._model.entries) - 1
            row = min(max(self.list.currentIndex().row() + steps[Qt.Key(event.key())], 0), last)
            self.list.setCurrentIndex(self._model.index(row))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.close_quietly()
            return True
        return False

    def _find(self, text: str) -> None:
        text = text.strip()
        found = rank(text, self._actions())
        if len(text) >= 2:
            found = [*found, *self._records(text)]
        self._model.show(found[:_MOST])
        self.list.setCurrentIndex(self._model.index(0) if found else QModelIndex())
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._place(len(found))

    def _choose(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._model.entries):
            entry = self._model.entries[row]
            self.close_quietly()
            entry.run()

    def _place(self, count: int) -> None:
        rows = min(max(count, 1), _ROWS_SHOWN)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 34))
        width = min(_WIDTH, self._over.width() - 48)
        height = self.sizeHint().height()
        self.setGeometry((self._over.width() - width) // 2, min(80, self._over.height() // 8), width, height)
