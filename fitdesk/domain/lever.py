"""A lever: one fact of a request that can be tried out otherwise, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.ranges import Range


class LeverKind(StrEnum):
    """AMOUNT, NUMBER and DAY slide from ``low`` to ``high``; CHOICE is one of ``choices``."""

    AMOUNT = "amount"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a client named, or a stretch of days; a lever sets a single day."""

    named: tuple[date, ...] = ()
    span: tuple[date, date] | None = None


Value = Range | Days | str | bool | int | tuple[str, ...]
"""What a lever stands at: a Range for amounts and numbers (its end may be infinite), Days, or one of the choices."""
Reading = Callable[[Inquiry], Value | None]
Writing = Callable[[Inquiry, Value | None], Inquiry]


@dataclass(frozen=True, slots=True)
class LeverChoice:
    value: Value
    words: str


@dataclass(frozen=True, slots=True)
class Lever:
    """One fact that can be tried out. ``low``, ``high`` and ``step`` are places on a slider; for days, ordinals.

    ``unit`` is a currency code for amounts, else a short word. ``unknown`` says what None stands for: "not stated", or
    for the owner's own word that the offering's figure counts. ``is_owners``: the owner says it, not the client.
    """

    key: str
    label: str
    criterion: str
    kind: LeverKind
    reading: Reading = field(repr=False, compare=False)
    writing: Writing = field(repr=False, compare=False)
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    choices: tuple[LeverChoice, ...] = ()
    unit: str = ""
    unknown: str = ""
    is_owners: bool = False

    def read(self, inquiry: Inquiry) -> Value | None:
        """Where the lever stands in ``inquiry``; None when the fact is not known."""
        return self.reading(inquiry)

    def apply(self, inquiry: Inquiry, value: Value | None) -> Inquiry:
        """``inquiry`` with the fact set to ``value``; the very same one where it stands there already."""
        return inquiry if value == self.reading(inquiry) else self.writing(inquiry, value)

    def at(self, place: float) -> Value:
        """What the slider means at ``place``."""
        if self.kind is LeverKind.DAY:
            return Days((date.fromordinal(round(place)),))
        return Range.exactly(place)

    def stretch(self, value: Value | None) -> Range | None:
        """Where ``value`` lies on the slider; None when it is unknown or not a place on one."""
        if isinstance(value, Range):
            return value
        if isinstance(value, Days):
            days = value.named or value.span or ()
            return Range(min(days).toordinal(), max(days).toordinal()) if days else None
        return None
