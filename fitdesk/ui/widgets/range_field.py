"""A range of whole numbers: from and to, either of which may be unknown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.fields import WholeField
from fitdesk.ui.widgets.page import PlainLabel

_WIDTH = 80
WholeRange = tuple[int | None, int | None]


class RangeField(Field[WholeRange]):
    """From – to, with the unit behind; ``both``: one end alone is not enough."""

    def __init__(
        self,
        *,
        least: int = 0,
        most: int = 1_000_000,
        suffix: str = "",
        both: bool = False,
        hints: tuple[str, str] = ("", ""),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._both = both
        self.first = WholeField(least=least, most=most, hint=hints[0])
        self.last = WholeField(least=least, most=most, hint=hints[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for widget in (self.first, PlainLabel("–", "secondary"), self.last):
            row.addWidget(widget)
        for part in (self.first, self.last):
            part.edit.setFixedWidth(_WIDTH)
            part.changed.connect(self.changed)
        row.addWidget(PlainLabel(suffix, "secondary"))
        row.addStretch(1)
        self.setFocusProxy(self.first)
        self.watch(self.first.edit, self.last.edit)

    def targets(self) -> tuple[QWidget, ...]:
        return (self.first.edit, self.last.edit)

    def set_name(self, name: str) -> None:
        self.first.set_name(_("{field}: from").replace("{field}", name))
        self.last.set_name(_("{field}: to").replace("{field}", name))

    def value(self) -> WholeRange:
        return self.first.value(), self.last.value()

    def set_value(self, value: WholeRange) -> None:
        self.first.set_value(value[0])
        self.last.set_value(value[1])

    def error(self) -> str:
        first, last = self.value()
        own = self.first.error() or self.last.error()
        if own:
            return own
        if first is not None and last is not None and first > last:
            return _("The first number is above the second: swap them")
        return _("Write both numbers, or none") if self._both and (first is None) != (last is None) else ""

    def typed(self) -> Typed:
        return [self.first.typed(), self.last.typed()]

    def set_typed(self, typed: Typed) -> None:
        self.first.set_typed(typed[0])
        self.last.set_typed(typed[1])

    def set_hint(self, text: str) -> None:
        self.first.set_hint(text)
