"""The steps on top of a letter's window, and rows of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


def row_of(*widgets: QWidget, spacing: int = 8, stretch_last: bool = False) -> QHBoxLayout:
    """The widgets side by side; with ``stretch_last`` kept to the left."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    if stretch_last:
        row.addStretch(1)
    return row


def step_button(word: str) -> QPushButton:
    """One of the steps on top of the window; which one is open is told by ``setChecked``."""
    tab = QPushButton(word)
    tab.setCheckable(True)
    tab.setAutoDefault(False)
    tab.setProperty("role", "tab")
    tab.setCursor(Qt.CursorShape.PointingHandCursor)
    return tab
