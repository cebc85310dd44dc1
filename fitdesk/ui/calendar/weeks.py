"""Weeks and months as a wall calendar has them, and which bar lies where in a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from fitdesk.domain.availability import CalendarEntry, EntryKind

DAYS = 7
FEWEST_WEEKS = 5
"""Rows of a month: February may do with four, and six are seldom needed."""
_RANK = {EntryKind.BOOKED: 0, EntryKind.HELD: 1, EntryKind.BLOCKED: 2}


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of ``entry`` in one week: ``lane`` from the top, columns ``first`` to ``last``, both included.

    begins and ends: whether the entry itself does so here, or goes on in the week before or after. is_around: days
    kept free for travel and preparing, before or after the entry itself.
    """

    entry: CalendarEntry
    lane: int
    first: int
    last: int
    begins: bool = True
    ends: bool = True
    is_around: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """``hidden`` is how many entries of each day found no lane."""

    first: date
    bars: tuple[Bar, ...] = ()
    hidden: tuple[int, ...] = (0,) * DAYS


def first_weekday(locale: str) -> int:
    """0 for Monday, 6 for Sunday (Unicode CLDR week data: Sunday in the United States, Monday in Britain)."""
    return 6 if locale == "en_US" else 0


def week_of(day: date, locale: str) -> date:
    """The first day of the week of ``day``; the first day of all where the calendar has none before."""
    return days_on(day, -((day.weekday() - first_weekday(locale)) % DAYS))


def weeks_of(month: date, locale: str) -> tuple[date, ...]:
    """The first days of the weeks in which days of ``month`` lie, at least ``FEWEST_WEEKS`` of them."""
    start, end = week_of(month.replace(day=1), locale), month_after(month, 1)
    found = [start]
    while len(found) < FEWEST_WEEKS or days_on(found[-1], DAYS) < end:
        found.append(days_on(found[-1], DAYS))
    return tuple(found)


def month_after(month: date, steps: int) -> date:
    """The first day of the month ``steps`` later (or earlier), within the years the calendar has."""
    number = month.year * 12 + month.month - 1 + steps
    number = min(max(number, date.min.year * 12 + 1), date.max.year * 12 + 9)
    return date(number // 12, number % 12 + 1, 1)


def same_day_in(month: date, day: date) -> date:
    """The day of ``month`` with the number of ``day``, or its last day."""
    return min(month.replace(day=1) + timedelta(days=day.day - 1), month_after(month, 1) - timedelta(days=1))


def days_on(day: date, days: int) -> date:
    """``day`` and ``days`` more, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def week_number(first: date) -> int:
    """The ISO 8601 number of the week that begins on ``first``: that of its Thursday."""
    return days_on(first, (3 - first.weekday()) % DAYS).isocalendar().week


def reach(entry: CalendarEntry) -> tuple[date, date]:
    """First and last day of ``entry`` with the days kept free around it."""
    if not entry.before and not entry.after:  # nearly all, and thousands are asked
        return entry.first, entry.last
    return days_on(entry.first, -entry.before), days_on(entry.last, entry.after)


def in_order(entries: Sequence[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    """By first day; on one day the owner's own before those of calendar files, and long ones before short ones."""

    def key(entry: CalendarEntry) -> tuple[object, ...]:
        first, last = reach(entry)
        is_linked = entry.calendar_id is not None
        return first, is_linked, _RANK[entry.kind], first - last, entry.start or time.min, entry.title

    return tuple(sorted(entries, key=key))


def lay_out(first: date, entries: Sequence[CalendarEntry], lanes: int) -> Week:
    """The week from ``first`` with ``entries`` (in order) in ``lanes`` lanes; a day too full loses its last lane."""
    free_from = [0] * lanes
    placed: list[tuple[CalendarEntry, int, int, int]] = []
    hidden = [0] * DAYS
    for entry in entries:
        begin, end = reach(entry)
        left, right = max(0, (begin - first).days), min(DAYS - 1, (end - first).days)
        if right < 0 or left >= DAYS:
            continue
        lane = next((number for number, free in enumerate(free_from) if free <= left), None)
        if lane is None:
            for column in range(left, right + 1):
                hidden[column] += 1
        else:
            free_from[lane] = right + 1
            placed.append((entry, lane, left, right))
    too_full = [count > 0 for count in hidden]
    bars: list[Bar] = []
    for entry, lane, left, right in placed:
        shown = [column for column in range(left, right + 1) if lane < lanes - 1 or not too_full[column]]
        for column in set(range(left, right + 1)).difference(shown):
            hidden[column] += 1
        bars += _bars(entry, lane, shown, first)
    return Week(first, tuple(bars), tuple(hidden))


def _bars(entry: CalendarEntry, lane: int, columns: Sequence[int], first: date) -> list[Bar]:
    """``columns`` of the week as bars: gaps part them, and so do the days around the entry itself."""
    itself = (entry.first - first).days, (entry.last - first).days
    runs: list[list[int]] = []
    for column in columns:
        side = _side(column, *itself)
        if runs and runs[-1][-1] == column - 1 and _side(runs[-1][-1], *itself) == side:
            runs[-1].append(column)
        else:
            runs.append([column])
    return [
        Bar(entry, lane, run[0], run[-1], *_ends(run, *itself, entry), is_around=_side(run[0], *itself) != 0)
        for run in runs
    ]


def _side(column: int, begin: int, end: int) -> int:
    return -1 if column < begin else 1 if column > end else 0


def _ends(run: Sequence[int], begin: int, end: int, entry: CalendarEntry) -> tuple[bool, bool]:
    side = _side(run[0], begin, end)
    left = {-1: begin - entry.before, 0: begin, 1: end + 1}[side]
    right = {-1: begin - 1, 0: end, 1: end + entry.after}[side]
    return run[0] == left, run[-1] == right
