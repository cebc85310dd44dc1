"""How one day stands for one event by the whole rule: the day itself, its hours, the journey, the preparation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fitdesk.domain.calendar_entry import Availability, CalendarEntry, EntryKind
from fitdesk.domain.day_needs import DayNeeds
from fitdesk.domain.diary import Diary, Parts, taken_minutes

WORKING_DAY = 8 * 60
"""Minutes: when appointments and session together pass it, the day is too full for both."""
PREPARE_WITHIN = 30
"""Days before the event within which preparing may be moved forward. The capacity of a month is counted over the
same stretch; what was prepared earlier than that is no longer fresh on the day."""

FREE, HELD, UNKNOWN, BUSY = Availability.FREE, Availability.HELD, Availability.UNKNOWN, Availability.BUSY
_BADNESS = {FREE: 0, HELD: 1, UNKNOWN: 2, BUSY: 3}


class Part(StrEnum):
    """What of the event a day is asked for."""

    DAY = "day"
    HOURS = "hours"
    TRAVEL_BEFORE = "travel_before"
    TRAVEL_AFTER = "travel_after"
    PREPARATION = "preparation"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a part of what is needed is held, taken or not known; ``entries`` stand there.

    ``state`` FREE tells of a preparation that has to begin earlier. ``is_maybe``: only the journey can tell.
    """

    part: Part
    state: Availability
    day: date
    entries: tuple[CalendarEntry, ...] = ()
    is_maybe: bool = False


def state_for(day: date, needs: DayNeeds, diary: Diary, today: date, except_inquiry: int | None = None) -> Availability:
    """How ``day`` stands when everything that is needed around it counts: the worst of its parts."""
    known = diary.remembered((needs, today, except_inquiry))
    number = day.toordinal()
    state = known.get(number)
    if state is None:
        state = known[number] = _worst(obstacles(day, needs, diary, today, except_inquiry))
    return state


def _worst(found: Iterator[Obstacle]) -> Availability:
    worst = FREE
    for one in found:
        if one.state is BUSY:
            return BUSY
        worst = worse(worst, one.state)
    return worst


def worse(one: Availability, other: Availability) -> Availability:
    """The one that lets less through: busy, then unknown, then held."""
    return max(one, other, key=_BADNESS.__getitem__)


def obstacles(
    day: date, needs: DayNeeds, diary: Diary, today: date, except_inquiry: int | None = None
) -> Iterator[Obstacle]:
    """Whatever stands in the way of ``day``, the day itself first.

    The journey cannot be moved: a travel day that is taken makes the day busy. Where it cannot be told whether the
    journey needs that day, the day is not known, but only if it would matter. Preparing can be moved: the days right
    before it are wanted, and where one of them is taken, as many free working days within PREPARE_WITHIN do as well.
    """
    state = diary.on_day(day, except_inquiry)
    if state is not FREE:
        yield Obstacle(Part.DAY, state, day, diary.standing(day, except_inquiry))
    if state is BUSY:
        return
    if needs.session is not None or needs.length:
        yield from _hours(day, needs, diary.parts_of(day, except_inquiry))
    for part, needed, step in (
        (Part.TRAVEL_BEFORE, needs.travel_before, -1),
        (Part.TRAVEL_AFTER, needs.travel_after, 1),
    ):
        if needed is not False and (found := _travel(part, needed, day, step, diary, today, except_inquiry)):
            yield found
    if needs.preparation > 0:
        yield from _preparation(day, needs, diary, today, except_inquiry)


def _hours(day: date, needs: DayNeeds, parts: Parts) -> Iterator[Obstacle]:
    """Appointments that collide with the hours the client named, or leave too little of the day."""
    if not parts:
        return
    if needs.session is not None:
        begins, ends = needs.session
        hit = [entry for entry, (start, end) in parts if start < ends and begins < max(end, start + 1)]
    else:
        total = needs.length + taken_minutes([times for _entry, times in parts])
        hit = [entry for entry, _times in parts] if total > WORKING_DAY else []
    if hit:
        is_firm = any(entry.kind is not EntryKind.HELD for entry in hit)
        yield Obstacle(Part.HOURS, BUSY if is_firm else HELD, day, tuple(hit))


def _travel(
    part: Part, needed: bool | None, day: date, step: int, diary: Diary, today: date, except_inquiry: int | None
) -> Obstacle | None:
    other = _shifted(day, step)
    if other is None:
        return None
    state = BUSY if other < today else diary.on_day(other, except_inquiry)
    if state is FREE:
        return None
    standing = diary.standing(other, except_inquiry) if other >= today else ()
    if needed is None and state is BUSY:
        state = UNKNOWN
    return Obstacle(part, state, other, standing, is_maybe=needed is None)


def _preparation(
    day: date, needs: DayNeeds, diary: Diary, today: date, except_inquiry: int | None
) -> Iterator[Obstacle]:
    wanted, away = needs.preparation, 1 if needs.travel_before is False else 2
    first = max(today, date.min + timedelta(days=1))
    right_before = [_shifted(day, -(away + step)) for step in range(wanted)]
    near = [one for one in right_before if one is not None and one >= first]
    states = [diary.on_day(one, except_inquiry) for one in near]
    if states.count(FREE) == wanted:
        return
    in_the_way = [one for one, state in zip(near, states, strict=True) if state is not FREE]
    for step in range(away + wanted, PREPARE_WITHIN + 1):
        earlier = _shifted(day, -step)
        if earlier is None or earlier < first or states.count(FREE) == wanted:
            break
        if earlier.weekday() < 5:
            states.append(diary.on_day(earlier, except_inquiry))
    # Free days count for certain, held and unknown ones only as far as they must.
    free, held, unknown = states.count(FREE), states.count(HELD), states.count(UNKNOWN)
    state = BUSY
    if free >= wanted:
        state = FREE
    elif free + held >= wanted:
        state = HELD
    elif free + held + unknown >= wanted:
        state = UNKNOWN
    standing = {entry: None for one in in_the_way for entry in diary.standing(one, except_inquiry)}
    yield Obstacle(Part.PREPARATION, state, in_the_way[0] if in_the_way else day, tuple(standing))


def _shifted(day: date, step: int) -> date | None:
    number = day.toordinal() + step
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None
