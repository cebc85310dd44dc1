"""A list of words as chips: Enter or a comma adds, Backspace removes, pasted lists are taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.ui.theme import set_style
from fitdesk.ui.widgets.chip_box import ChipBox
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.read_words import read_words
from fitdesk.ui.widgets.toggles import TogglePill

_LONGEST_WORD = 200


def split_words(text: str) -> list[str]:
    """The words of a typed or pasted list."""
    words = (read_words(part)[:_LONGEST_WORD] for part in re.split(r"[,;\n\t]", text))
    return [word for word in words if word]


class ChipsField(Field[tuple[str, ...] | None]):
    """A list of words. Empty is None; with ``none_words`` a pill to tick says that there are none: then it is ()."""

    def __init__(
        self,
        *,
        hint: str = "",
        none_words: str = "",
        read: Callable[[str], list[str]] = split_words,
        separators: str = ",;",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.box = ChipBox(read, separators, hint)
        column.addWidget(self.box)
        self.none = TogglePill(none_words)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        self.none.setVisible(bool(none_words))
        self.setFocusProxy(self.box.edit)
        self.box.changed.connect(self._note_change)
        self.none.clicked.connect(self._note_none)
        self.watch(self.box.edit, self.none)

    def targets(self) -> tuple[QWidget, ...]:
        return (self.box.edit,)

    def set_invalid(self, invalid: bool) -> None:
        set_style(self.box, "invalid", invalid)

    def value(self) -> tuple[str, ...] | None:
        words = self.box.words()
        return words or (() if self.none.isChecked() else None)

    def set_value(self, value: tuple[str, ...] | None) -> None:
        self.box.set_pending("")
        if self.box.words() != (value or ()):
            self.box.set_words(value or ())
        self.none.setChecked(value == ())

    def error(self) -> str:
        return self.box.problem

    def typed(self) -> Typed:
        return {"words": list(self.box.words()), "pending": self.box.edit.text(), "none": self.none.isChecked()}

    def set_typed(self, typed: Typed) -> None:
        self.set_value(tuple(str(word) for word in typed.get("words", ())) or (() if typed.get("none") else None))
        self.box.set_pending(str(typed.get("pending", "")))
        self.box.commit()

    def set_hint(self, text: str) -> None:
        self.box.set_hint(text)

    def _note_change(self) -> None:
        if self.box.words():
            self.none.setChecked(False)
        self.changed.emit()

    def _note_none(self, ticked: bool) -> None:
        if ticked:
            self.box.set_words(())
        self.changed.emit()
