"""Days as an English letter says them: "12 June", "June 12", "12–13 June 2027", "in June"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from fitdesk.domain.event import Event


@lru_cache(maxsize=256)
def say_day(day: date, locale: str, *, near: date | None = None) -> str:
    """One day: "12 June 2027", in the US "June 12, 2027"; without the year when it is that of ``near``."""
    from babel.dates import format_date  # costs 31 ms: not before the first letter

    with_year = near is None or near.year != day.year
    day_month, year = ("MMMM d", ", y") if locale == "en_US" else ("d MMMM", " y")
    return str(format_date(day, day_month + (year if with_year else ""), locale=locale))


def say_month(day: date, locale: str, *, near: date | None = None) -> str:
    """The month of ``day``: "June", or "June 2028" when it is not in the year of ``near``."""
    from babel.dates import format_date

    pattern = "MMMM" if near is not None and near.year == day.year else "MMMM y"
    return str(format_date(day, pattern, locale=locale))


def say_stretch(first: date, last: date, locale: str, *, near: date | None = None) -> str:
    """Consecutive days: "12–13 June", "30 June – 1 July 2028"."""
    if first == last:
        return say_day(first, locale, near=near)
    if (first.year, first.month) != (last.year, last.month):
        same_year = first if first.year != last.year else last
        return f"{say_day(first, locale, near=same_year)} – {say_day(last, locale, near=near)}"
    if locale == "en_US":
        whole = say_day(first, locale, near=near)
        return whole.replace(f" {first.day}", f" {first.day}–{last.day}", 1)
    return f"{first.day}–{say_day(last, locale, near=near)}"


def named_days(event: Event) -> tuple[date, ...]:
    """Every day the client named one by one, in order."""
    return tuple(sorted(set(event.dates)))


def when(event: Event, locale: str, near: date) -> str:
    """When the event is, with its preposition, saying no more than the record: "on 12 June", "in June", or ""."""
    days = named_days(event)
    if len(days) == 1:
        return f"on {say_day(days[0], locale, near=near)}"
    if len(days) > 1:
        if _is_consecutive(days):
            return f"on {say_stretch(days[0], days[-1], locale, near=near)}"
        return _in_month(days, locale, near)
    if event.date_range is None:
        return ""
    first, last = event.date_range
    if (last - first).days <= 2:
        return f"on {say_stretch(first, last, locale, near=near)}"
    return _in_month((first, last), locale, near)


def month_of(event: Event, locale: str, near: date) -> str:
    """The month of the event, "June", when all its days lie in one; else ""."""
    days = named_days(event) or (event.date_range or ())
    return _in_month(days, locale, near).removeprefix("in ") if days else ""


def days_in_short(event: Event, locale: str, near: date) -> str:
    """All the days named, for the information block: "12 June", "4 June / 11 June", "8–14 March"; "" when unknown."""
    days = named_days(event)
    if len(days) > 1 and _is_consecutive(days):
        return say_stretch(days[0], days[-1], locale, near=near)
    if days:
        return " / ".join(say_day(day, locale, near=near) for day in days)
    if event.date_range is not None:
        return say_stretch(*event.date_range, locale, near=near)
    return ""


def first_day(event: Event) -> date | None:
    """The first day on which the event can be."""
    days = named_days(event)
    return days[0] if days else (event.date_range[0] if event.date_range else None)


def _is_consecutive(days: Sequence[date]) -> bool:
    return all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))


def _in_month(days: Sequence[date], locale: str, near: date) -> str:
    if (days[0].year, days[0].month) != (days[-1].year, days[-1].month):
        return ""
    return f"in {say_month(days[0], locale, near=near)}"
