"""Dates in running text: which days a phrase such as "3, 10 or 17 February" or "early March" stands for."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from fitdesk.intake.fields.day_tokens import Kind, Token, Tokenizer

YEAR_FIRST = frozenset(("SE", "HU", "LT", "CN", "JP", "KR"))
MONTH_FIRST = frozenset(("US", "PH"))
MOST_MENTIONS = 100
_JOINS = (Kind.RANGE, Kind.BOTH, Kind.CHOICE, Kind.COMMA)


@dataclass(frozen=True, slots=True)
class Mention:
    """One phrase about days: single ``days``, or a stretch ``first`` to ``last``.

    ``vague``: a time rather than days ("mid-May"). ``bare``: only a day of the month or a weekday was named, no month.
    ``yearless``: the year was worked out. ``several``: the days are alternatives or a list.
    """

    start: int
    end: int
    days: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None
    vague: bool = False
    bare: bool = False
    yearless: bool = False
    weekday: bool = False
    is_end: bool = False
    """"the end of November": as a deadline it means the last day."""

    @property
    def range(self) -> tuple[date, date] | None:
        return (self.first, self.last) if self.first and self.last else None

    @property
    def earliest(self) -> date:
        days = [*self.days, *([self.first] if self.first else [])]
        return min(days)

    @property
    def latest(self) -> date:
        days = [*self.days, *([self.last] if self.last else [])]
        return max(days)


@dataclass(slots=True)
class _Item:
    """A day as written, before its month and year are known."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    marked: bool = False
    month_first: bool = False
    join: Kind | None = None
    """What stands between this item and the next."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How to understand numbers: ``today`` is the day the mail was sent, ``country`` the sender's."""

    today: date | None
    country: str | None = None
    month_first: bool | None = None


def month_range(year: int, month: int, first: int = 1, last: int = 31) -> tuple[date, date]:
    """Days ``first`` to ``last`` of a month, cut at its end."""
    length = calendar.monthrange(year, month)[1]
    return date(year, month, min(first, length)), date(year, month, min(last, length))


def numeric_date(text: str, reading: Reading, weekday: int | None = None) -> tuple[date | None, bool]:
    """A date written in figures ("4/9/27", "22.04.2027"), and whether its year had to be worked out.

    The sender's country decides on the order; a weekday named with it overrules the country.
    """
    day, yearless = _in_figures(text, reading)
    if weekday is not None and day and day.weekday() != weekday:
        other = _in_figures(text, replace(reading, month_first=reading.country not in MONTH_FIRST))[0]
        if other and other.weekday() == weekday:
            return other, yearless
    return day, yearless


def _in_figures(text: str, reading: Reading) -> tuple[date | None, bool]:
    parts = [part for part in re.split(r"\D+", text) if part]
    numbers = [int(part) for part in parts]
    month_first = reading.month_first
    if month_first is None:
        month_first = reading.country in MONTH_FIRST
    if (len(numbers) == 3 and len(parts[0]) == 4) or (
        len(numbers) == 3 and reading.country in YEAR_FIRST and len(parts[2]) == 2
    ):
        year, month, day = numbers
    else:
        first, second = numbers[:2]
        month, day = (first, second) if month_first else (second, first)
        if month > 12 >= day:
            month, day = day, month
        year = numbers[2] if len(numbers) == 3 else 0
    if not year:
        found = next_match(month, day, reading.today)
        return found, True
    return _date(year if year > 99 else 2000 + year, month, day), False


def next_match(month: int, day: int, today: date | None, weekday: int | None = None) -> date | None:
    """The next such day from ``today`` on; with a weekday, the next within three years that falls on it."""
    if today is None:
        return None
    years = range(today.year, today.year + 4)
    found = [d for year in years if (d := _date(year, month, day)) and d >= today]
    if weekday is not None:
        fitting = next((d for d in found[:3] if d.weekday() == weekday), None)
        if fitting:
            return fitting
    return found[0] if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def mentions(
    text: str, tokenizer: Tokenizer, reading: Reading, start: int = 0, end: int | None = None
) -> list[Mention]:
    """Every phrase about days in ``text[start:end]``, in order."""
    tokens = [t for t in tokenizer.tokens(text, start, end) if t.kind is not Kind.FILLER]
    found: list[Mention] = []
    at = 0
    while at < len(tokens) and len(found) < MOST_MENTIONS:
        mention, length = _read(tokens, at, reading)
        if mention:
            found.append(mention)
        at += max(1, length)
    return _joined(found, tokens)


def _read(tokens: list[Token], at: int, reading: Reading) -> tuple[Mention | None, int]:
    """The mention that begins at token ``at``, and how many tokens it takes; (None, 0) when none does."""
    from fitdesk.intake.fields.day_phrases import phrase

    kind = tokens[at].kind
    weekday = tokens[at].value if kind is Kind.WEEKDAY else None
    place = at + 1 if weekday is not None else at
    if weekday is not None and place < len(tokens) and tokens[place].kind is Kind.COMMA:
        place += 1
    if place < len(tokens) and tokens[place].kind in (Kind.ISO, Kind.NUMERIC):
        day, yearless = numeric_date(tokens[place].text, reading, weekday)
        span = tokens[at].start, tokens[place].end
        found = Mention(*span, (day,), yearless=yearless, weekday=weekday is not None) if day else None
        return found, place + 1 - at
    if kind is Kind.BETWEEN and at + 1 < len(tokens):
        mention, used = _read(tokens, at + 1, reading)
        if mention and len(mention.days) == 2:
            mention = replace(mention, days=(), first=min(mention.days), last=max(mention.days))
        return mention, used + 1
    by_calendar = phrase(tokens, at, reading)
    if by_calendar[0]:
        return by_calendar
    if kind in (Kind.DAY, Kind.MONTH, Kind.WEEKDAY, Kind.ORDINAL):
        return _list(tokens, at, reading)
    return None, 0


def _list(tokens: list[Token], at: int, reading: Reading) -> tuple[Mention | None, int]:
    """Days named one after the other: "Sat. April 24, 2027", "3 Feb, 10 Feb or 17 Feb 2027", "March 18-20"."""
    items: list[_Item] = []
    place = at
    while place < len(tokens):
        item, used = _item(tokens, place, items)
        if item is None or (items and not _belongs(item, items[-1], tokens, place + used)):
            break
        items.append(item)
        place += used
        joins = [t for t in tokens[place : place + 2] if t.kind in _JOINS]
        if joins and tokens[place].kind not in _JOINS:
            joins = []
        if len(joins) == 2 and joins[0].kind is not Kind.COMMA:
            joins = joins[:1]
        following = place + len(joins)
        if not joins or following >= len(tokens) or tokens[following].kind not in (Kind.DAY, Kind.MONTH, Kind.WEEKDAY):
            break
        item.join = joins[-1].kind
        place = following
    return _resolve(items, reading), max(1, place - at)


def _belongs(item: _Item, before: _Item, tokens: list[Token], after: int) -> bool:
    """Whether ``item`` goes on the list that ``before`` is in: "4 June and 20 people" names one day only."""
    if item.month is not None or item.day is None or before.month is None:
        return True
    if not before.month_first and not item.marked and item.weekday is None:
        return False
    lists_on = after < len(tokens) and tokens[after].kind in (*_JOINS, Kind.YEAR)
    return before.join is not Kind.COMMA or lists_on


def _item(tokens: list[Token], at: int, before: list[_Item]) -> tuple[_Item | None, int]:
    """One day with what belongs to it: weekday before or after, month before or after, year after."""
    item = _Item(tokens[at].start, tokens[at].end)
    place, lent = at, bool(before and before[-1].month)
    while place < len(tokens):
        token = tokens[place]
        if token.kind is Kind.WEEKDAY and item.weekday is None and item.day is None:
            item.weekday = token.value
        elif token.kind is Kind.DAY and item.day is None:
            item.day, item.marked = token.value, token.marked
        elif token.kind is Kind.MONTH and item.month is None:
            item.month, item.month_first = token.value, item.day is None
        elif token.kind is Kind.YEAR and item.year is None and (item.month is not None or lent):
            item.year = token.value
        elif token.kind is Kind.COMMA and _goes_on(tokens, place, item, lent):
            place += 1
            continue
        else:
            break
        item.end = token.end
        place += 1
    if item.day is None and item.month is None and (before or item.weekday is None):
        return None, 0
    return item, place - at


def _goes_on(tokens: list[Token], comma: int, item: _Item, lent: bool) -> bool:
    """Whether the comma at ``comma`` stands inside one date: "Thursday, March 18, 2027"."""
    following = tokens[comma + 1].kind if comma + 1 < len(tokens) else Kind.OTHER
    if following is Kind.YEAR:
        return (item.month is not None or lent) and item.year is None
    if item.weekday is not None and item.day is None and item.month is None:
        return following in (Kind.DAY, Kind.MONTH)
    return False


def _resolve(items: list[_Item], reading: Reading) -> Mention | None:
    """The days of ``items``: months and years are lent from a neighbour in the list, later ones first."""
    dated = [item for item in items if item.day is not None]
    if not items or not dated:
        return _without_day(items, reading)
    for lender in (list(reversed(items)), items):
        month = year = None
        for item in lender:
            if item.month is None:
                item.month = month
            if item.year is None and item.month is not None:
                item.year = year
            month, year = item.month or month, item.year or year
    days: list[date] = []
    for item in dated:
        day = _day_of(item, days[-1] if days else None, reading)
        if day is None:
            return None
        days.append(day)
    mention = Mention(
        items[0].start,
        dated[-1].end,
        bare=all(item.month is None for item in dated),
        yearless=all(item.year is None for item in dated),
        weekday=any(item.weekday is not None for item in items),
    )
    joins = [item.join for item in dated[:-1]]
    if len(days) >= 2 and (
        (joins[-1] is Kind.RANGE and len(days) == 2) or (_consecutive(days) and Kind.CHOICE not in joins)
    ):
        if days[0] <= days[-1]:
            return replace(mention, first=days[0], last=days[-1])
        return None
    return replace(mention, days=tuple(dict.fromkeys(days)))


def _consecutive(days: list[date]) -> bool:
    return all((later - earlier).days == 1 for earlier, later in pairwise(days))


def _day_of(item: _Item, before: date | None, reading: Reading) -> date | None:
    assert item.day is not None
    if item.month is None:
        if not item.marked or reading.today is None:
            return None
        for ahead in range(14):
            years, month = divmod(reading.today.month - 1 + ahead, 12)
            day = _date(reading.today.year + years, month + 1, item.day)
            if day and day >= reading.today and (item.weekday is None or day.weekday() == item.weekday):
                return day
        return None
    if item.year is not None:
        return _date(item.year, item.month, item.day)
    return next_match(item.month, item.day, before or reading.today, item.weekday)


def _without_day(items: list[_Item], reading: Reading) -> Mention | None:
    """A month alone ("March 2027"), or a weekday alone ("Friday"): the whole month, the next such day."""
    if not items:
        return None
    item = items[0]
    if item.month is not None:
        year = next((other.year for other in items if other.year), None)
        if year is None and reading.today is not None:
            year = reading.today.year + (item.month < reading.today.month)
        if year is None:
            return None
        first, last = month_range(year, item.month)
        months = [other for other in items if other.month is not None]
        if len(months) > 1 and months[-1].month and months[-1].month > item.month:
            item, last = replace(item, end=months[-1].end), month_range(year, months[-1].month)[1]
        return Mention(item.start, item.end, first=first, last=last, vague=True, yearless=item.year is None)
    if item.weekday is not None and reading.today is not None:
        ahead = (item.weekday - reading.today.weekday() - 1) % 7 + 1
        day = reading.today + timedelta(days=ahead)
        return Mention(item.start, item.end, (day,), bare=True, yearless=True, weekday=True)
    return None


def _joined(found: list[Mention], tokens: list[Token]) -> list[Mention]:
    """Two whole dates with "to" between them become a stretch: "30 March 2027 to 2 April 2027"."""
    result: list[Mention] = []
    for mention in found:
        before = result[-1] if result else None
        if before and len(before.days) == 1 and len(mention.days) == 1 and before.days[0] < mention.days[0]:
            between = [t for t in tokens if before.end <= t.start and t.end <= mention.start]
            if between and all(t.kind in (Kind.RANGE, Kind.COMMA) for t in between) and between[-1].kind is Kind.RANGE:
                result[-1] = Mention(
                    before.start, mention.end, first=before.days[0], last=mention.days[0], weekday=before.weekday
                )
                continue
        result.append(mention)
    return result
