"""Am I free? Free, held, busy or unknown for each candidate day: a gate, never part of the score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from fitdesk.domain.event import Event


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


LONGEST_RANGE = 62
"""Days of a vague period that are looked at one by one; a longer period is unknown as a whole."""


def on_day(day: date, entries: Iterable[CalendarEntry], *, except_inquiry: int | None = None) -> Availability:
    """How ``day`` stands: busy beats held beats free. Entries of ``except_inquiry`` do not count against itself."""
    state = Availability.FREE
    for entry in entries:
        if not entry.covers(day) or (entry.inquiry_id is not None and entry.inquiry_id == except_inquiry):
            continue
        if entry.kind is not EntryKind.HELD:
            return Availability.BUSY
        state = Availability.HELD
    return state


def candidate_days(event: Event) -> tuple[date, ...]:
    """The days the client named, else every day of the period they named (none if that is over ``LONGEST_RANGE``)."""
    if event.dates:
        return tuple(sorted(set(event.dates)))
    if event.date_range is None:
        return ()
    first, last = event.date_range
    length = (last - first).days + 1
    if not 0 < length <= LONGEST_RANGE:
        return ()
    return tuple(first + timedelta(days=n) for n in range(length))


def for_event(
    event: Event, entries: Iterable[CalendarEntry], *, today: date, except_inquiry: int | None = None
) -> dict[date, Availability]:
    """Availability of each candidate day, in order; unknown for one before ``today``, empty when no day is named."""
    known = tuple(entries)
    return {
        day: Availability.UNKNOWN if day < today else on_day(day, known, except_inquiry=except_inquiry)
        for day in candidate_days(event)
    }


def days_around(day: date, step: int) -> tuple[date, ...]:
    """The days ``step`` days before and after ``day``, as far as the calendar has them."""
    numbers = (day.toordinal() - step, day.toordinal() + step)
    return tuple(date.fromordinal(number) for number in numbers if 1 <= number <= date.max.toordinal())


def nearest_free(
    day: date, entries: Iterable[CalendarEntry], *, count: int = 2, reach: int = 45, not_before: date | None = None
) -> tuple[date, ...]:
    """Up to ``count`` free working days nearest to ``day`` within ``reach`` days, in calendar order."""
    known = tuple(entries)
    found: list[date] = []
    for step in range(1, reach + 1):
        for candidate in days_around(day, step):
            if not_before is not None and candidate < not_before:
                continue
            if candidate.weekday() < 5 and on_day(candidate, known) is Availability.FREE:
                found.append(candidate)
        if len(found) >= count:
            break
    return tuple(sorted(found[:count]))


def overall(
    event: Event,
    entries: Iterable[CalendarEntry],
    *,
    today: date | None = None,
    except_inquiry: int | None = None,
) -> Availability:
    """One answer for the whole event; days before ``today`` count as busy.

    Single days are alternatives: the best of them counts. A stretch of days is free when every day is, or when any
    is and the client is flexible; busy when none is; held when only held days stand in the way; else unknown.
    """
    days = candidate_days(event)
    known = tuple(entries)
    if not days:
        first_last = event.date_range
        if today is not None and first_last is not None and first_last[0] <= first_last[1] < today:
            return Availability.BUSY
        return Availability.UNKNOWN
    states = {
        Availability.BUSY if today is not None and day < today else on_day(day, known, except_inquiry=except_inquiry)
        for day in days
    }
    any_day_will_do = bool(event.dates) or event.date_flexible is True
    if any_day_will_do or len(states) == 1:
        return next(state for state in (Availability.FREE, Availability.HELD, Availability.BUSY) if state in states)
    return Availability.UNKNOWN if Availability.BUSY in states else Availability.HELD
