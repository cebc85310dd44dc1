"""A field made of rows that can be added and taken away: topics, languages, facts."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE, set_style
from fitdesk.ui.widgets.field import Field, Typed

V = TypeVar("V")
MOST_ROWS = 60


class RowEditor(QWidget, Generic[V]):
    """One row: a value, what was typed for it, and a wish to be taken away."""

    changed = Signal()
    removed = Signal()

    def parts(self) -> tuple[Field[Any], ...]:
        """The fields of the row, in tab order."""
        raise NotImplementedError

    def value(self) -> V | None:
        """The row's value, or None while it is empty."""
        raise NotImplementedError

    def set_value(self, value: V) -> None:
        raise NotImplementedError

    def error(self) -> str:
        return next((part.error() for part in self.parts() if part.error()), "")

    def typed(self) -> Typed:
        return [part.typed() for part in self.parts()]

    def set_typed(self, typed: Typed) -> None:
        for part, text in zip(self.parts(), typed, strict=True):
            part.set_typed(text)

    def name_parts(self, name: str) -> None:
        """Say which row of which field the parts belong to."""
        for part in self.parts():
            part.set_description(name)


class RowsField(Field[tuple[V, ...]], Generic[V]):
    """Rows in a column with a quiet button below that adds one. Empty rows are passed over."""

    def __init__(self, add_words: str, *, gap: int = SPACE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._good: tuple[V, ...] = ()
        self._rows: list[RowEditor[V]] = []
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        self._column = QVBoxLayout()
        self._column.setSpacing(gap)
        column.addLayout(self._column)
        self.add_button = QPushButton(add_words)
        self.add_button.setProperty("role", "link")
        self.add_button.clicked.connect(lambda _checked: self.begin_row())
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def make_row(self) -> RowEditor[V]:
        """A new, empty row."""
        raise NotImplementedError

    def rows(self) -> tuple[RowEditor[V], ...]:
        return tuple(self._rows)

    def begin_row(self) -> None:
        """Add an empty row and put the focus into it."""
        if len(self._rows) < MOST_ROWS:
            row = self._append()
            row.parts()[0].targets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def targets(self) -> tuple[QWidget, ...]:
        return (self._rows[0].parts()[0].targets()[0] if self._rows else self.add_button, self.add_button)

    def set_name(self, name: str) -> None:
        self._name = name

    def set_description(self, text: str) -> None:
        self.add_button.setAccessibleDescription(text)

    def set_invalid(self, invalid: bool) -> None:
        for row in self._rows:
            for part in row.parts():
                part.set_invalid(invalid and bool(part.error()))
        set_style(self, "invalid", invalid)

    def value(self) -> tuple[V, ...]:
        if not self.error():
            values = (row.value() for row in self._rows)
            self._good = tuple(value for value in values if value is not None)
        return self._good

    def set_value(self, value: tuple[V, ...]) -> None:
        if value == self._good and not self.error() and len(self._rows) == len(value):
            return
        self._good = value
        self._fit(len(value))
        for row, one in zip(self._rows, value, strict=True):
            row.set_value(one)

    def error(self) -> str:
        return next((row.error() for row in self._rows if row.error()), "")

    def typed(self) -> Typed:
        return [row.typed() for row in self._rows]

    def set_typed(self, typed: Typed) -> None:
        self._fit(len(typed))
        for row, one in zip(self._rows, typed, strict=True):
            row.set_typed(one)

    def _fit(self, count: int) -> None:
        while len(self._rows) > count:
            self._drop(self._rows[-1])
        while len(self._rows) < count:
            self._append()

    def _append(self) -> RowEditor[V]:
        row = self.make_row()
        self._rows.append(row)
        self._column.addWidget(row)
        row.name_parts(_("{field}, entry {n}").format(field=self._name, n=len(self._rows)))
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        for part in row.parts():
            part.changed.connect(row.changed)
            self.watch(*part.targets())
        return row

    def _remove(self, row: RowEditor[V]) -> None:
        place = self._rows.index(row)
        self._drop(row)
        after = self._rows[min(place, len(self._rows) - 1)].parts()[0].targets()[0] if self._rows else self.add_button
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, row: RowEditor[V]) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
