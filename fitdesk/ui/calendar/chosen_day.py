"""What is known of the chosen days: what stands there, how they stand, and which entries are changed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.availability import Availability, CalendarEntry
from fitdesk.domain.diary import Diary
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Status
from fitdesk.store import inquiries
from fitdesk.ui.calendar.month import Month

if TYPE_CHECKING:
    from fitdesk.domain.linked_calendar import LinkedCalendar
    from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class ChosenDay:
    """``last`` is later than ``first`` when several days are chosen; ``state`` is that of ``first``.

    ``editable`` are the ids of the entries that are edited here. ``trouble``: why it cannot be told how the day stands.
    """

    first: date
    last: date
    today: date
    state: Availability
    entries: Sequence[CalendarEntry] = ()
    follow_ups: Sequence[FollowUp] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    editable: frozenset[int] = frozenset()
    trouble: str = ""
    locale: str = "en_GB"


def chosen_day(
    store: Store,
    month: Month,
    days: tuple[date, date],
    calendars: Sequence[LinkedCalendar],
    names: Mapping[int, str],
    today: date,
    locale: str,
) -> ChosenDay:
    """What stands on ``days`` (first and last), which ``month`` shows."""
    first, last = days
    entries = month.between(first, last)
    diary = Diary.of(entries, calendars, today=today)
    state = diary.on_day(first)
    promised = (one for when, each in sorted(month.follow_ups.items()) if first <= when <= last for one in each)
    return ChosenDay(
        first,
        last,
        today,
        state,
        entries,
        tuple(promised),
        names,
        editable_ids(store, entries),
        diary.trouble_on(first, locale) if state is Availability.UNKNOWN else "",
        locale,
    )


def editable_ids(store: Store, entries: Sequence[CalendarEntry]) -> frozenset[int]:
    """Those of ``entries`` that were made here; not those that follow the decision on an inquiry."""
    asked = sorted({entry.inquiry_id for entry in entries if entry.inquiry_id is not None})
    decided = {
        line.id
        for line in (inquiries.lines(store, asked) if asked else ())
        if line.status in (Status.HELD, Status.ACCEPTED)
    }
    return frozenset(entry.id for entry in entries if entry.id is not None and entry.inquiry_id not in decided)
