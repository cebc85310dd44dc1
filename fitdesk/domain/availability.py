"""Am I free? Free, held, busy or unknown for each candidate day: a gate, never part of the score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fitdesk.domain.calendar_entry import Availability as Availability
from fitdesk.domain.calendar_entry import CalendarEntry as CalendarEntry
from fitdesk.domain.calendar_entry import EntryKind as EntryKind
from fitdesk.domain.day_needs import NOTHING, DayNeeds, needs_of
from fitdesk.domain.diary import Diary
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.standing import obstacles, state_for, worse
from fitdesk.domain.standing_words import because
from fitdesk.domain.travel import hours_between

LONGEST_RANGE = 62
"""Days of a vague period that are looked at one by one; a longer period is unknown as a whole."""
REACH = 45
"""Days on either side of a day within which a free one is looked for."""


@dataclass(frozen=True, slots=True)
class DayAnswer:
    """How one candidate day stands. ``stands`` is what is in the way, or, on a free day, short appointments.

    ``because`` is one plain clause that can follow the day: "held for Alpine Insurance until 3 December 2026; ask
    them first". ``instead`` are the nearest free working days by the same rule; empty for a free day.
    """

    day: date
    availability: Availability
    stands: tuple[CalendarEntry, ...] = ()
    because: str = ""
    instead: tuple[date, ...] = ()


def answers_for(
    inquiry: Inquiry,
    offering: Offering | None,
    owner: Owner,
    entries: Iterable[CalendarEntry],
    today: date,
    *,
    clients: Mapping[int, str] | None = None,
) -> tuple[DayAnswer, ...]:
    """Each candidate day by the whole rule of ``standing.obstacles``, in order; empty when no day is named.

    A day before ``today`` is unknown. ``clients`` says for whom other inquiries hold a day (inquiry id, who).
    """
    diary = Diary.of(entries, today=today)
    needs = needs_of(inquiry, offering, owner, hours_between(owner.home, inquiry.event.place))
    soonest = today + timedelta(days=offering.lead_minimum if offering is not None else 0)
    known: dict[date, Availability] = {}

    def state(day: date) -> Availability:
        if day not in known:
            known[day] = state_for(day, needs, diary, today, inquiry.id)
        return known[day]

    def answer(day: date) -> DayAnswer:
        if day < today:
            return DayAnswer(day, Availability.UNKNOWN, because=because([], diary, owner, is_past=True))
        found = [*obstacles(day, needs, diary, today, inquiry.id)]
        worst = Availability.FREE
        for one in found:
            worst = worse(worst, one.state)
        standing = tuple(dict.fromkeys(entry for one in found for entry in one.entries))
        return DayAnswer(
            day,
            worst,
            standing or diary.standing(day, inquiry.id),
            because(found, diary, owner, clients=clients or {}, appointments=diary.standing(day, inquiry.id)),
            () if worst is Availability.FREE else free_near(day, state, not_before=soonest),
        )

    return tuple(answer(day) for day in candidate_days(inquiry.event))


def on_day(day: date, entries: Iterable[CalendarEntry], *, except_inquiry: int | None = None) -> Availability:
    """How ``day`` stands by itself; entries of ``except_inquiry`` do not count against itself."""
    return Diary.of(entries).on_day(day, except_inquiry)


def candidate_days(event: Event) -> tuple[date, ...]:
    """The days the client named, else every day of the period they named (none if that is over ``LONGEST_RANGE``).

    A period that begins on the only day named is one event over several days: all of them.
    """
    if event.date_range is None or (event.dates and not event.is_stretch):
        return tuple(sorted(set(event.dates)))
    first, last = event.date_range
    length = (last - first).days + 1
    if not 0 < length <= LONGEST_RANGE:
        return tuple(sorted(set(event.dates)))
    return tuple(first + timedelta(days=n) for n in range(length))


def for_event(
    event: Event, entries: Iterable[CalendarEntry], *, today: date, except_inquiry: int | None = None
) -> dict[date, Availability]:
    """Each candidate day by itself, in order; unknown for one before ``today``, empty when no day is named."""
    diary = Diary.of(entries, today=today)
    return {
        day: Availability.UNKNOWN if day < today else diary.on_day(day, except_inquiry) for day in candidate_days(event)
    }


def days_around(day: date, step: int) -> tuple[date, ...]:
    """The days ``step`` days before and after ``day``, as far as the calendar has them."""
    numbers = (day.toordinal() - step, day.toordinal() + step)
    return tuple(date.fromordinal(number) for number in numbers if 1 <= number <= date.max.toordinal())


def free_near(
    day: date,
    state: Callable[[date], Availability],
    *,
    count: int = 2,
    reach: int = REACH,
    not_before: date | None = None,
) -> tuple[date, ...]:
    """Up to ``count`` working days nearest to ``day`` that are free by ``state``, in calendar order."""
    found: list[date] = []
    for step in range(1, reach + 1):
        for candidate in days_around(day, step):
            if not_before is not None and candidate < not_before:
                continue
            if candidate.weekday() < 5 and state(candidate) is Availability.FREE:
                found.append(candidate)
        if len(found) >= count:
            break
    return tuple(sorted(found[:count]))


def nearest_free(
    day: date,
    entries: Iterable[CalendarEntry],
    *,
    count: int = 2,
    reach: int = REACH,
    not_before: date | None = None,
) -> tuple[date, ...]:
    """Up to ``count`` working days nearest to ``day`` that are free by themselves, in calendar order."""
    return free_near(day, Diary.of(entries).on_day, count=count, reach=reach, not_before=not_before)


def overall(
    event: Event,
    entries: Iterable[CalendarEntry],
    *,
    today: date | None = None,
    except_inquiry: int | None = None,
    needs: DayNeeds = NOTHING,
) -> Availability:
    """One answer for the whole event, whose days need what ``needs`` says; days before ``today`` count as busy.

    Single days are alternatives: the best of them counts. A stretch of days is free when every day is, or when any
    is and the client is flexible; busy when none is; held when only held days stand in the way; else unknown. An event
    that needs all its days (``Event.is_stretch``) is as free as the worst of them.
    """
    days = candidate_days(event)
    since = today or date.min
    diary = Diary.of(entries, today=since)
    if not days:
        first_last = event.date_range
        if today is not None and first_last is not None and first_last[0] <= first_last[1] < today:
            return Availability.BUSY
        return Availability.UNKNOWN
    states = {Availability.BUSY if day < since else state_for(day, needs, diary, since, except_inquiry) for day in days}
    if event.is_stretch and len(days) > 1:
        # One event that needs them all: the worst of them counts.
        worst_first = (Availability.BUSY, Availability.UNKNOWN, Availability.HELD, Availability.FREE)
        return next(state for state in worst_first if state in states)
    any_day_will_do = bool(event.dates) or event.date_flexible is True
    if any_day_will_do or len(states) == 1:
        best_first = (Availability.FREE, Availability.HELD, Availability.UNKNOWN, Availability.BUSY)
        return next(state for state in best_first if state in states)
    is_open = Availability.BUSY in states or Availability.UNKNOWN in states
    return Availability.UNKNOWN if is_open else Availability.HELD
