"""Reads and writes days as people type them: one day, several days, or a period."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from fitdesk.i18n import _
from fitdesk.ui.widgets.field import ReadingError
from fitdesk.ui.widgets.read_words import read_words

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|\.)?"
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,;&]|\bor\b|\band\b)\s*", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:–|—|\bto\b|\buntil\b|(?<=[a-z\d])-(?=\d{1,2}\b(?!-))|\s-\s)\s*", re.IGNORECASE)
MOST_DAYS = 31


def read_date(text: str, today: date, *, past: bool = False, month_first: bool = False) -> date:
    """The day in ``text``. Without a year it is the next such day from ``today`` (the last one with ``past``).

    ``month_first`` reads 6/12/2027, with slashes, as 12 June. Raises ReadingError.
    """
    words = _plain(text)
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(words)
    if near is not None:
        return today + timedelta(days=near)
    day, month, year = _numbers(words, month_first)
    if not (day and month):
        raise _not_read()
    return _day(day, month, year or _near_year(day, month, today, past))


def read_days(text: str, today: date, *, month_first: bool = False) -> tuple[date, ...]:
    """All days in "12 or 13 June 2027" or "10–12 June", each once and in order. Raises ReadingError."""
    parts = [part for part in _PARTS.split(_plain(text)) if part]
    found: set[date] = set()
    month = year = 0
    for part in reversed(parts):  # the month and year stand behind the last day: "12 or 13 June 2027"
        ends = _DASH.split(part)
        if len(ends) > 2 or not ends[-1]:
            raise _not_read()
        last, month, year = _inherit(ends[-1], month, year, today, month_first)
        first = last
        if len(ends) == 2:
            first, month, year = _inherit(ends[0], last.month, last.year, today, month_first)
        if not 0 <= (last - first).days < MOST_DAYS:
            raise ReadingError(_("Name single days, or write the stretch as a period"))
        found.update(first + timedelta(days=step) for step in range((last - first).days + 1))
    if not found:
        raise _not_read()
    return tuple(sorted(found))


def read_period(text: str, today: date, *, month_first: bool = False) -> tuple[date, date]:
    """First and last day of "June 2027", "May to June 2027" or "10 June – 3 July 2027". Raises ReadingError."""
    ends = _DASH.split(_plain(text))
    if len(ends) > 2 or not all(ends):
        raise ReadingError(_("Write a period such as June 2027 or 10–14 June 2027"))
    try:
        last = _stretch(ends[-1], 0, 0, today, month_first)
        first = last if len(ends) == 1 else _stretch(ends[0], last[1].month, last[1].year, today, month_first)
    except ReadingError:
        raise ReadingError(_("Write a period such as June 2027 or 10–14 June 2027")) from None
    if first[0] > last[1]:
        raise ReadingError(_("The period ends before it begins"))
    return first[0], last[1]


def write_date(day: date) -> str:
    """ "12 June 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_period(period: tuple[date, date]) -> str:
    """ "June 2027" for a whole month, else "10 June – 3 July 2027" as short as it can be."""
    first, last = period
    if (first.month, first.year) == (last.month, last.year):
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return f"{MONTHS[first.month - 1]} {first.year}"
        return write_date(last) if first == last else f"{first.day}–{write_date(last)}"
    start = write_date(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} – {write_date(last)}"


def _plain(text: str) -> str:
    """Lower case, without weekdays; "june 12, 2027" turned to "12 june 2027" and "2027-06-12" to "12.06.2027"."""
    words = _WEEKDAY.sub("", read_words(text) + " ").strip().casefold()
    words = re.sub(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", r"\3.\2.\1", words)
    words = re.sub(rf"\b{_MONTH}\s+{_DAY}(?:,?\s+(\d{{4}}))?(?!\d)(?!\s*{_MONTH})", r"\2 \1 \3", words)
    return " ".join(words.replace(" of ", " ").split())


def _numbers(words: str, month_first: bool) -> tuple[int, int, int]:
    """Day, month and year of ``words``, each 0 where it is not named. Raises ReadingError."""
    if found := re.fullmatch(r"(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?", words):
        one, two, year = int(found[1]), int(found[3]), int(found[4] or 0)
        day, month = (two, one) if month_first and found[2] == "/" else (one, two)
        return day, month, year + 2000 if 0 < year < 100 else year
    if found := re.fullmatch(rf"(?:{_DAY}\s*)?(?:{_MONTH})?,?\s*(\d{{4}})?", words):
        names = [name[:3].casefold() for name in MONTHS]
        month = names.index(found[2][:3]) + 1 if found[2] else 0
        return int(found[1] or 0), month, int(found[3] or 0)
    raise _not_read()


def _inherit(words: str, month: int, year: int, today: date, month_first: bool) -> tuple[date, int, int]:
    day, own_month, own_year = _numbers(words, month_first)
    month, year = own_month or month, own_year or year
    if not (day and month):
        raise _not_read()
    read = _day(day, month, year or _near_year(day, month, today, past=False))
    return read, month, read.year


def _stretch(words: str, month: int, year: int, today: date, month_first: bool) -> tuple[date, date]:
    """First and last day that ``words`` may mean: a day, a month or a year."""
    day, own_month, own_year = _numbers(words, month_first)
    if not day and not own_month and own_year:
        return date(own_year, 1, 1), date(own_year, 12, 31)
    month, year = own_month or month, own_year or year
    if not month:
        raise _not_read()
    year = year or _near_year(day or monthrange(today.year, month)[1], month, today, past=False)
    if day:
        return _day(day, month, year), _day(day, month, year)
    return _day(1, month, year), _day(monthrange(year, month)[1], month, year)


def _near_year(day: int, month: int, today: date, past: bool) -> int:
    if past:
        return today.year - ((month, day) > (today.month, today.day))
    return today.year + ((month, day) < (today.month, today.day))


def _day(day: int, month: int, year: int) -> date:
    if not 1900 <= year <= 2199:
        raise ReadingError(_("Write a year from 1900 to 2199, such as 2027"))
    try:
        return date(year, month, day)
    except ValueError:
        raise ReadingError(_("There is no such day: check day and month")) from None


def _not_read() -> ReadingError:
    return ReadingError(_("Write a date such as 12 June 2027"))
