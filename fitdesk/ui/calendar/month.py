"""What one month shows: its weeks with what stands in them, read from the store for just these days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.followup import FollowUp
from fitdesk.store import calendar, follow_ups
from fitdesk.ui.calendar.weeks import DAYS, days_on, in_order, reach, weeks_of

if TYPE_CHECKING:
    from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Month:
    """``first`` is its first day; ``by_week`` holds the entries that touch each week, in order."""

    first: date
    weeks: tuple[date, ...]
    entries: tuple[CalendarEntry, ...]
    by_week: tuple[tuple[CalendarEntry, ...], ...]
    follow_ups: Mapping[date, tuple[FollowUp, ...]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[CalendarEntry, ...]:
        """What stands on ``day`` or is kept free around it; nothing for a day that is not shown."""
        return self.between(day, day)

    def between(self, first: date, last: date) -> tuple[CalendarEntry, ...]:
        """What stands on any day from ``first`` to ``last``, each once and in order."""
        found: dict[CalendarEntry, None] = {}
        for place, week in enumerate(self.weeks):
            if week <= last and days_on(week, DAYS - 1) >= first:
                found.update((e, None) for e in self.by_week[place] if reach(e)[0] <= last and reach(e)[1] >= first)
        return tuple(found)

    @property
    def last_shown(self) -> date:
        return days_on(self.weeks[-1], DAYS - 1)


def read_month(store: Store, day: date, locale: str) -> Month:
    """The month of ``day`` with all days of its first and last week."""
    weeks = weeks_of(day, locale)
    first, last = weeks[0], days_on(weeks[-1], DAYS - 1)
    entries = in_order(calendar.between(store, first, last))
    by_week: list[list[CalendarEntry]] = [[] for _week in weeks]
    for entry in entries:
        begin, end = reach(entry)
        for place in range(max(0, (begin - first).days // DAYS), min(len(weeks) - 1, (end - first).days // DAYS) + 1):
            by_week[place].append(entry)
    promised: dict[date, tuple[FollowUp, ...]] = {}
    for one in follow_ups.due(store, last):
        if one.due >= first:
            promised[one.due] = (*promised.get(one.due, ()), one)
    return Month(day.replace(day=1), weeks, entries, tuple(tuple(week) for week in by_week), promised)
