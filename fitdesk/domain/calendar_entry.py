"""What stands in a calendar: booked work, holds, blocked days and occurrences read from the owner's other calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Availability(StrEnum):
    FREE = "free"
    HELD = "held"
    BUSY = "busy"
    UNKNOWN = "unknown"


class EntryKind(StrEnum):
    """Booked and blocked days are busy; held days are pencilled in."""

    BOOKED = "booked"
    HELD = "held"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Whole days from ``first`` to ``last``, both included.

    expires: last day on which a hold counts. before and after: days kept free around it for the journey and for
    preparing. start and end: clock times in the owner's time zone when it takes only a part of a single day.
    calendar_id: the owner's calendar file it was read from; such entries are not edited here.
    """

    id: int | None = None
    first: date = date.min
    last: date = date.min
    title: str = ""
    kind: EntryKind = EntryKind.BOOKED
    inquiry_id: int | None = None
    note: str = ""
    expires: date | None = None
    before: int = 0
    after: int = 0
    start: time | None = None
    end: time | None = None
    calendar_id: int | None = None

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def minutes(self) -> tuple[int, int] | None:
        """(start, end) in minutes since midnight when it takes a part of one day; None for whole days."""
        if self.start is None or self.first != self.last:
            return None
        begins = self.start.hour * 60 + self.start.minute
        if self.end is None:
            return (begins, begins)
        ends = self.end.hour * 60 + self.end.minute
        return (begins, ends if ends >= begins else 24 * 60)

    @property
    def is_sold(self) -> bool:
        """Whether it is the owner's own work, booked or held: what counts towards capacity."""
        return self.kind is not EntryKind.BLOCKED and self.calendar_id is None
