"""A form: labelled fields in one column, errors beside them, and a signal when the typing has settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.disclosure import Disclosure
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.form_row import FormRow, RowLine
from fitdesk.ui.widgets.page import PlainLabel

AnyField = TypeVar("AnyField", bound=Field[Any])

WIDEST = 640
"""Pixels: a longer line of text is hard to read."""
SETTLE_MS = 1000
"""Typing that has rested for so long is kept."""


class Form(QWidget):
    """Fields by key, in the order they were added.

    A form never decides what to keep: on ``settled`` its owner takes ``values()`` (the good ones) and keeps ``typed()``
    of the others as a draft. Errors show when a field is left or the typing rests, and go once they are put right.
    """

    edited = Signal(str)
    """The key of a field that the person has just changed."""
    settled = Signal()
    """Typing rested for one second, or the focus left a changed field."""
    hovered = Signal(str)
    """The key of the field under the pointer or with the focus; "" when the pointer leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE * 2)
        self._target = self._column
        self._rows: dict[str, FormRow] = {}
        self._folds: dict[str, Disclosure] = {}
        self._fold: Disclosure | None = None
        self._checks: list[Callable[[], Mapping[str, str]]] = []
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self._settle)

    # ---- building

    def add(self, key: str, label: str, field: AnyField, *, helper: str = "") -> AnyField:
        """Add ``field`` under ``label`` (an "&" marks its shortcut letter); returns the field."""
        self._target.addWidget(self._row(key, label, field, helper))
        return field

    def add_line(
        self, *entries: tuple[str, str, Field[Any]] | tuple[str, str, Field[Any], int], least: int = 140
    ) -> None:
        """Add related fields side by side: (key, label, field[, stretch]); they stack where ``least`` does not fit."""
        rows = [(self._row(*entry[:3], ""), entry[3] if len(entry) == 4 else 1) for entry in entries]
        self._target.addWidget(RowLine(rows, least=least))

    def take_in(self, key: str, name: str, field: AnyField) -> AnyField:
        """Let a field that stands elsewhere (in a heading, say) belong to this form; ``name`` is for screen readers."""
        self._row(key, name, field, "", placed=True)
        return field

    def add_section(self, title: str, explanation: str = "") -> PlainLabel:
        """Begin a group: a heading with space above it, and a quiet line that says what it is for (returned)."""
        head = QVBoxLayout()
        head.setSpacing(SPACE // 2)
        head.setContentsMargins(0, SPACE if self._target.count() else 0, 0, 0)
        head.addWidget(PlainLabel(title, "section", wraps=True))
        line = PlainLabel(explanation, "secondary", wraps=True)
        if explanation:
            head.addWidget(line)
        self._target.addLayout(head)
        return line

    def set_gap(self, pixels: int) -> None:
        """The space between two rows, where it is not the usual one."""
        self._column.setSpacing(pixels)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field."""
        self._target.addWidget(widget)

    @contextmanager
    def folded(self, title: str, summary: str = "") -> Iterator[Disclosure]:
        """Fields added inside the ``with`` are hidden behind ``title`` until it is opened."""
        fold = Disclosure(title, summary)
        self._fold_box().addWidget(fold)
        outer, outer_fold = self._target, self._fold
        self._target, self._fold = fold.content, fold
        try:
            yield fold
        finally:
            self._target, self._fold = outer, outer_fold

    def _fold_box(self) -> QVBoxLayout:
        """Folds that follow each other stand closer than fields."""
        last = self._target.itemAt(self._target.count() - 1) if self._target.count() else None
        box = last.layout() if last is not None else None
        if isinstance(box, QVBoxLayout) and box.objectName() == "folds":
            return box
        made = QVBoxLayout()
        made.setObjectName("folds")
        made.setSpacing(SPACE // 2)
        self._target.addLayout(made)
        return made

    def add_check(self, check: Callable[[], Mapping[str, str]]) -> None:
        """``check`` returns errors by key for values that do not go together; asked after each field's own."""
        self._checks.append(check)

    # ---- values

    def keys(self) -> tuple[str, ...]:
        """Every field's key, in the order shown."""
        return tuple(self._rows)

    def field(self, key: str) -> Field[Any]:
        """The field of ``key``. Raises KeyError."""
        return self._rows[key].field

    def row(self, key: str) -> FormRow:
        """The row of ``key``: label, field and message. Raises KeyError."""
        return self._rows[key]

    def values(self) -> dict[str, Any]:
        """The values of all fields without an error."""
        errors = self.errors()
        return {key: row.field.value() for key, row in self._rows.items() if key not in errors}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill the named fields, silently, and take their errors away."""
        self._rest.stop()
        for key, value in values.items():
            self._rows[key].field.set_value(value)
            self._rows[key].show_error("")

    def typed(self, *, only_errors: bool = False) -> dict[str, Typed]:
        """What stands in the fields as typed; ``only_errors``: of those that cannot be used."""
        wanted = self.errors() if only_errors else self._rows
        return {key: self._rows[key].field.typed() for key in wanted if key in self._rows}

    def set_typed(self, typed: Mapping[str, Typed]) -> None:
        """Put a draft back (unknown keys are passed over) and show what is wrong with it."""
        for key, text in typed.items():
            if key in self._rows:
                self._rows[key].field.set_typed(text)
        self.show_errors()

    # ---- errors

    def errors(self) -> dict[str, str]:
        """What is wrong, by key, in the order shown; each says what to do."""
        found = {key: row.field.error() for key, row in self._rows.items()}
        for check in self._checks:
            for key, error in check().items():
                found[key] = found[key] or error
        return {key: error for key, error in found.items() if error}

    def is_valid(self) -> bool:
        """Whether every value can be used."""
        return not self.errors()

    def show_errors(self) -> None:
        """Show each error under its field."""
        errors = self.errors()
        for key, row in self._rows.items():
            row.show_error(errors.get(key, ""))

    def go_to_first_error(self) -> bool:
        """Unfold, scroll to and focus the first field with an error; False when there is none."""
        errors = self.errors()
        if not errors:
            return False
        self.show_errors()
        self.go_to(next(iter(errors)))
        return True

    def go_to(self, key: str) -> None:
        """Unfold what hides the field of ``key``, scroll to it and put the focus there."""
        if key in self._folds:
            self._folds[key].set_open(True)
        target = self._rows[key].field.targets()[0]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            inner = area.widget()
            layout = inner.layout() if inner is not None else None
            if layout is not None:
                layout.activate()  # what was just unfolded has no place yet
            area.ensureWidgetVisible(self._rows[key], 0, SPACE * 3)

    def set_helper(self, key: str, text: str) -> None:
        """The quiet line under a field."""
        self._rows[key].set_helper(text)

    def set_hint(self, key: str, text: str) -> None:
        """What an empty field shows: an example, or the question to ask."""
        self._rows[key].field.set_hint(text)

    # ---- settling

    def is_resting(self) -> bool:
        """Whether nothing typed waits for ``settled``."""
        return not self._rest.isActive()

    def settle(self) -> None:
        """Emit ``settled`` now if an edit waits for it."""
        if self._rest.isActive():
            self._settle()

    def _settle(self) -> None:
        self._rest.stop()
        self.show_errors()
        self.settled.emit()

    def _row(self, key: str, label: str, field: Field[Any], helper: str, *, placed: bool = False) -> FormRow:
        if key in self._rows:
            raise ValueError(f"two fields are called {key}")
        row = FormRow(label, field, helper=helper, placed=placed, parent=self)
        self._rows[key] = row
        if self._fold is not None:
            self._folds[key] = self._fold
        field.changed.connect(lambda: self._note_edit(key))
        field.left.connect(lambda: self._note_leaving(key))
        row.entered.connect(lambda: self.hovered.emit(key))
        row.left_by_mouse.connect(lambda: self.hovered.emit(""))
        return row

    def _note_edit(self, key: str) -> None:
        self._rest.start()
        if self._rows[key].shown_error:
            self._rows[key].show_error(self._rows[key].field.error())
        self.edited.emit(key)

    def _note_leaving(self, key: str) -> None:
        if self._rest.isActive():
            self._settle()
        else:
            self._rows[key].show_error(self.errors().get(key, ""))
