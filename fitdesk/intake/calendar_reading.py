"""What a calendar file says, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitdesk.domain.availability import CalendarEntry


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """name: what the calendar calls itself, often nothing. notes: plain sentences on what could not be read.

    covers_until: the last day up to which every occurrence that could be read is among ``entries``.
    """

    name: str
    entries: tuple[CalendarEntry, ...]
    notes: tuple[str, ...]
    covers_until: date
