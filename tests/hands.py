"""Hands for tests of the window: real clicks and keys on a widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click with the left button, in the middle unless told where."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NONE, at if at is not None else widget.rect().center())


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    """A double click with the left button."""
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, _NONE, at if at is not None else widget.rect().center())


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """One key."""
    QTest.keyClick(widget, key, modifiers)


def write(widget: QWidget, text: str) -> None:
    """Keys for every letter of ``text``."""
    QTest.keyClicks(widget, text)
