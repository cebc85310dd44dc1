"""Days of a request in order, and as the letter's language says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from fitdesk.domain.event import Event
from fitdesk.letters.languages import language_of


def say_day(day: date, locale: str, *, near: date | None = None) -> str:
    """One day: "12 June 2027", in the US "June 12, 2027"; without the year when it is that of ``near``."""
    return language_of(locale).say_day(day, locale, near=near)


def named_days(event: Event) -> tuple[date, ...]:
    """Every day the client named one by one, in order."""
    return tuple(sorted(set(event.dates)))


def days_in_short(event: Event, locale: str, near: date) -> str:
    """All the days named, for lists of facts: "12 June", "4 and 11 June", "8–14 March"; "" when unknown."""
    speech, days = language_of(locale), named_days(event)
    if len(days) > 1 and _is_consecutive(days):
        return speech.say_stretch(days[0], days[-1], locale, near=near)
    if days:
        return speech.say_days(days, locale, near=near)
    if event.date_range is not None:
        return speech.say_stretch(*event.date_range, locale, near=near)
    return ""


def first_day(event: Event) -> date | None:
    """The first day on which the event can be."""
    days = named_days(event)
    return days[0] if days else (event.date_range[0] if event.date_range else None)


def _is_consecutive(days: Sequence[date]) -> bool:
    return all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
