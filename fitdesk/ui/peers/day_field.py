"""A day with a button that says it was today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.dates_field import DateField

_WIDTH = 165


class DayField(DateField):
    """``acted(words)`` when the button set it to today."""

    acted = Signal(str)

    def __init__(
        self, today: Callable[[], date], button: str, done: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(today, past=True, hint=hint, parent=parent)
        self.edit.setFixedWidth(_WIDTH)
        self._today_now, self._done = today, done
        self.button = QPushButton(button)
        self.button.clicked.connect(self._act)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.edit)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def _act(self) -> None:
        self.set_value(self._today_now())
        self.changed.emit()
        self.acted.emit(self._done)
