"""What every form field is: one typed value, what was typed for it, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from fitdesk.ui.theme import set_style

T = TypeVar("T")

Typed = Any
"""What a person typed, as JSON can hold it: text for a line, lists and dicts for richer fields."""


class ReadingError(ValueError):
    """Typed text that cannot be read; str() is a plain sentence that says what to do."""


class Field(QWidget, Generic[T]):
    """One value in a form.

    Empty means unknown: ``value()`` is then None (or an empty tuple for lists). While ``error()`` says something,
    ``value()`` stays at the last good value and ``typed()`` holds the text that could not be read.
    """

    changed = Signal()
    """The person changed something; ``set_value`` and ``set_typed`` are silent."""
    left = Signal()
    """The focus has gone elsewhere."""

    def value(self) -> T:
        raise NotImplementedError

    def set_value(self, value: T) -> None:
        raise NotImplementedError

    def error(self) -> str:
        """What is wrong and what to do, or "" when all is well."""
        return ""

    def typed(self) -> Typed:
        """The content as typed, good or bad, for the drafts table."""
        raise NotImplementedError

    def set_typed(self, typed: Typed) -> None:
        """Put back what ``typed()`` gave."""
        raise NotImplementedError

    def set_hint(self, text: str) -> None:
        """Show ``text`` where nothing is typed: an example, or the question to ask."""

    def set_invalid(self, invalid: bool) -> None:
        """Mark the field as holding an error, in more than words."""
        for target in self.targets():
            set_style(target, "invalid", invalid)

    def targets(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus; the first one is what the label stands for."""
        return (self,)

    def set_name(self, name: str) -> None:
        """What a screen reader calls the field."""
        for target in self.targets():
            target.setAccessibleName(name)

    def set_description(self, text: str) -> None:
        """What a screen reader adds: the helper text or the error."""
        for target in self.targets():
            target.setAccessibleDescription(text)

    def watch(self, *widgets: QWidget) -> None:
        """Emit ``left`` when the focus leaves one of ``widgets`` for something outside this field."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            focused = self.window().focusWidget()
            if focused is None or focused is watched or not self.isAncestorOf(focused):
                self.left.emit()
        elif event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()  # turning the wheel over a form scrolls it and changes nothing
            return True
        return False


def required(value: object, message: str) -> str:
    """``message`` when ``value`` is empty, else ""."""
    return message if message and value in (None, "", ()) else ""


Reader = Callable[[str], T]
"""Turns typed text into a value; raises ReadingError."""
Writer = Callable[[T], str]
"""Turns a value into text that the reader takes back."""
