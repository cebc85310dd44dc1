"""List and inquiry side by side; the list keeps its share of the width until somebody drags the line between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

SHARE = 0.322
"""Of the width for the list, within its two limits."""
NARROWEST, WIDEST = 300, 420
LEAST_LIST, LEAST_DETAIL = 264, 420


class Browse(QSplitter):
    """``right`` shows one of several parts beside the list."""

    def __init__(self, left: QWidget, *parts: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._auto_width = 0
        self.right = QStackedWidget()
        self.blank = QWidget()
        for part in (self.blank, *parts):
            self.right.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(self.right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        left.setMinimumWidth(LEAST_LIST)
        self.right.setMinimumWidth(LEAST_DETAIL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sizes = self.sizes()
        if self._auto_width in (0, sizes[0]) or not sum(sizes):
            self._auto_width = min(WIDEST, max(NARROWEST, round(self.width() * SHARE)))
            self.setSizes([self._auto_width, self.width() - self._auto_width])
