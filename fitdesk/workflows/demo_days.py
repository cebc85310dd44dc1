"""Days of the demo practice that move with the day on which it is opened, so that it never looks stale."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import partial

from babel.dates import format_date

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?P<anchor>today|mon|tue|wed|thu|fri|sat|sun)(?P<offset>[+-]\d{1,3})?"
_EXPRESSION = re.compile(rf"{_DAY}(?: (?P<clock>\d\d:\d\d))?")
_IN_TEXT = re.compile(rf"\{{{_DAY}(?: (?P<part>weekday|month|year))?\}}")
_IN_CALENDAR = re.compile(r"\{(?P<anchor>today|mon|tue|wed|thu|fri|sat|sun|change)(?P<offset>[+-]\d{1,3})?\}")
_PATTERNS = {"weekday": "EEEE", "month": "MMMM", "year": "y"}
_DAY_PATTERNS = {"de": "d. MMMM"}


def moved_day(anchor: str, offset: int, today: date) -> date:
    """``today`` plus days; or the weekday ``anchor`` of the week that many weeks from the week of ``today``."""
    if anchor == "today":
        return today + timedelta(days=offset)
    return today + timedelta(days=WEEKDAYS.index(anchor) - today.weekday(), weeks=offset)


def moved(value: object, today: date) -> object:
    """``value`` with every string that is a moving day replaced by that date, or datetime when it names a time."""
    if isinstance(value, dict):
        return {key: moved(item, today) for key, item in value.items()}
    if isinstance(value, list):
        return [moved(item, today) for item in value]
    if isinstance(value, str) and (found := _EXPRESSION.fullmatch(value)):
        day = moved_day(found["anchor"], int(found["offset"] or 0), today)
        return datetime.combine(day, time.fromisoformat(found["clock"])) if found["clock"] else day
    return value


def moved_text(text: str, today: date, language: str | None) -> str:
    """``text`` with ``{thu+14}`` and its like written out in ``language`` (ISO 639-1, English when unknown).

    Raises ValueError when a brace is left over: a misspelt day must not reach the screen.
    """
    written = _IN_TEXT.sub(partial(_written, today=today, language=language or "en"), text)
    if "{" in written or "}" in written:
        raise ValueError(f"a day is misspelt in “{text.strip()[:60]} …”")
    return written


def _written(found: re.Match[str], *, today: date, language: str) -> str:
    day = moved_day(found["anchor"], int(found["offset"] or 0), today)
    pattern = _PATTERNS.get(found["part"] or "") or _DAY_PATTERNS.get(language, "d MMMM")
    return format_date(day, pattern, locale=language)


def next_clock_change(today: date) -> date:
    """The next Sunday after ``today`` on which Europe's clocks change: the last of March or of October."""
    days = (_last_sunday(year, month) for year in (today.year, today.year + 1) for month in (3, 10))
    return next(day for day in days if day > today)


def calendar_text(text: str, today: date) -> str:
    """A calendar file with ``{thu+14}`` and its like written as iCalendar writes days ("20270304").

    ``{change-1}`` is the day before the next clock change. Raises ValueError when a brace is left over.
    """

    def written(found: re.Match[str]) -> str:
        offset = int(found["offset"] or 0)
        if found["anchor"] == "change":
            return f"{next_clock_change(today) + timedelta(days=offset):%Y%m%d}"
        return f"{moved_day(found['anchor'], offset, today):%Y%m%d}"

    made = _IN_CALENDAR.sub(written, text)
    if "{" in made or "}" in made:
        raise ValueError("a day is misspelt")
    return made


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)  # both months have 31 days
    return last - timedelta(days=(last.weekday() + 1) % 7)
