"""List and editor side by side, or one at a time where the window is narrow; Escape goes back to the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.quiet_button import QuietButton

NARROW = 700
"""Pixels of the page below which list and editor do not fit beside each other."""
_LIST_WIDTH = 340


class RecordPanes(QObject):
    """Lays out ``page``; ``left_editor`` when the person goes back to the list by Escape or by the button on top."""

    left_editor = Signal()

    def __init__(self, page: QWidget, left: QWidget, right: QWidget, back_words: str) -> None:
        super().__init__(page)
        self._page, self._left = page, left
        self._is_narrow = False
        self._shows_editor = False
        self.back = QuietButton(f"‹ {back_words}")
        self.back.clicked.connect(self.left_editor)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE * 3, SPACE, 0, 0)
        top.addWidget(self.back)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(right, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_LIST_WIDTH, 10_000])
        left.setMinimumWidth(240)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        page.installEventFilter(self)
        right.installEventFilter(self)
        self._arrange()

    def show_editor(self) -> None:
        """Where only one fits, show the editor."""
        self._shows_editor = True
        self._arrange()

    def show_list(self) -> None:
        """Where only one fits, show the list."""
        self._shows_editor = False
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            narrow = self._page.width() < NARROW
            if narrow != self._is_narrow:
                self._is_narrow = narrow
                self._arrange()
        elif watched is not self._page and _is_escape(event):
            self.left_editor.emit()
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self._left.setVisible(not (self._is_narrow and self._shows_editor))
        self._right.setVisible(not self._is_narrow or self._shows_editor)
        self.back.setVisible(self._is_narrow and self._shows_editor)


def _is_escape(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Escape
