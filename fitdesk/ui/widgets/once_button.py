"""A button that takes a double click as one: its second half must not press what has come under the pointer since."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton


class OnceButton(QPushButton):
    """A QPushButton for deeds after which another button may stand in its place."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
