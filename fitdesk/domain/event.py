"""The event a client asks about, and what they would pay: every field may be unknown (``None``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from fitdesk.domain.terms import Format as Format
from fitdesk.domain.terms import Mode as Mode


class Booking(StrEnum):
    """How often the client would book: once, or again and again."""

    ONE_OFF = "one_off"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Place:
    """A town on the map; latitude and longitude in degrees, country as ISO 3166 alpha-2."""

    city: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What the client plans.

    ``dates`` are candidate days; ``date_range`` is (first, last) of a stretch of days or of a vague time. Where the
    only date is the first day of the stretch, the event begins on it and needs every day to the last.
    ``language`` is the one wanted on stage (ISO 639-1). ``audience_level`` and ``sector`` are free words of the
    client ("executives", "nurses"; "health").
    """

    name: str | None = None
    dates: tuple[date, ...] = ()
    date_range: tuple[date, date] | None = None
    date_flexible: bool | None = None
    start_time: time | None = None
    duration_minutes: int | None = None
    place: Place = Place()
    venue: str | None = None
    mode: Mode | None = None
    format: Format | None = None
    language: str | None = None
    audience_min: int | None = None
    audience_max: int | None = None
    audience_level: str | None = None
    sector: str | None = None
    topics: tuple[str, ...] = ()
    booking: Booking | None = None

    @property
    def is_stretch(self) -> bool:
        """Whether one event runs over all days of ``date_range``: begun on the only date named, and longer than it."""
        if self.date_range is None:
            return False
        first, last = self.date_range
        return set(self.dates) == {first} and first < last


@dataclass(frozen=True, slots=True)
class Budget:
    """What is set aside for the fee, in whole units and hundredths of ``currency`` (ISO 4217).

    "7,500" is min and max; "up to 5,000" only max; "over 10,000" only min. ``expenses_covered`` is True when travel
    or stay is paid on top, False when the fee includes it. ``unpaid`` is True when no fee is offered.
    """

    min: Decimal | None = None
    max: Decimal | None = None
    currency: str | None = None
    expenses_covered: bool | None = None
    unpaid: bool | None = None

    @property
    def is_stated(self) -> bool:
        return self.unpaid is True or self.min is not None or self.max is not None
