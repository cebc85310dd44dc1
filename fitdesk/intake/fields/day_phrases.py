"""Times named by their place in the calendar: "mid-May", "week 12", "first weekend of March", "Saturday week"."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from fitdesk.intake.fields.day_tokens import Kind, Token
from fitdesk.intake.fields.days import Mention, Reading, month_range

_PARTS = {Kind.EARLY: (1, 10), Kind.MIDDLE: (11, 20), Kind.LATE: (21, 31)}


def phrase(tokens: list[Token], at: int, reading: Reading) -> tuple[Mention | None, int]:
    """The phrase that begins at token ``at`` and the number of its tokens; (None, 0) when there is none."""
    kind = tokens[at].kind
    if kind in _PARTS:
        return _part_of_month(tokens, at, reading)
    if kind in (Kind.ORDINAL, Kind.LAST) or (kind is Kind.DAY and tokens[at].marked and tokens[at].value <= 5):
        return _counted(tokens, at, reading)
    if kind is Kind.QUARTER and tokens[at].value:
        return _quarter(tokens[at].value, tokens, at, at + 1)
    if kind in (Kind.WEEK_NUMBER, Kind.WEEK_OF):
        return _week(tokens, at, reading)
    if reading.today is not None:
        return _from_today(tokens, at, reading.today)
    return None, 0


def _year_after(tokens: list[Token], at: int, month: int, reading: Reading) -> tuple[int | None, int, bool]:
    """The year of a month named just before token ``at``: (year, tokens used, was it written)."""
    used = 1 if _kind(tokens, at) is Kind.COMMA else 0
    if _kind(tokens, at + used) is Kind.YEAR:
        return tokens[at + used].value, used + 1, True
    if reading.today is None:
        return None, 0, False
    return reading.today.year + (month < reading.today.month), 0, False


def _kind(tokens: list[Token], at: int) -> Kind:
    return tokens[at].kind if 0 <= at < len(tokens) else Kind.OTHER


def _part_of_month(tokens: list[Token], at: int, reading: Reading) -> tuple[Mention | None, int]:
    """ "early March 2027", "mid- to late May", "the end of the month"."""
    part, place = tokens[at].kind, at + 1
    first, last = _PARTS[part]
    while _kind(tokens, place) in (Kind.RANGE, Kind.CHOICE, *_PARTS):
        if (kind := _kind(tokens, place)) in _PARTS:
            first, last = min(first, _PARTS[kind][0]), max(last, _PARTS[kind][1])
        place += 1
    kind = _kind(tokens, place)
    if kind is Kind.MONTH:
        month = tokens[place].value
        year, used, written = _year_after(tokens, place + 1, month, reading)
        if year is None:
            return None, 0
        start, end = month_range(year, month, first, last)
        place += used
        return _vague(tokens, at, place, start, end, yearless=not written, is_end=part is Kind.LATE), place + 1 - at
    if reading.today and kind in (Kind.THIS_MONTH, Kind.NEXT_MONTH):
        ahead = reading.today.month - 1 + (kind is Kind.NEXT_MONTH)
        start, end = month_range(reading.today.year + ahead // 12, ahead % 12 + 1, first, last)
        return _vague(tokens, at, place, start, end, yearless=True, is_end=part is Kind.LATE), place + 1 - at
    if reading.today and part is Kind.LATE and kind in (Kind.THIS_WEEK, Kind.NEXT_WEEK, Kind.WEEK):
        sunday = reading.today + timedelta(days=6 - reading.today.weekday() + 7 * (kind is Kind.NEXT_WEEK))
        return _vague(tokens, at, place, sunday, sunday, yearless=True, is_end=True), place + 1 - at
    return None, 0


def _vague(
    tokens: list[Token], at: int, last: int, first_day: date, last_day: date, *, yearless: bool, is_end: bool = False
) -> Mention:
    return Mention(
        tokens[at].start,
        tokens[last].end,
        first=first_day,
        last=last_day,
        vague=True,
        yearless=yearless,
        is_end=is_end,
    )


def _counted(tokens: list[Token], at: int, reading: Reading) -> tuple[Mention | None, int]:
    """ "first weekend of March 2027", "second week in May", "last Friday of June", "first half of May"."""
    which = -1 if tokens[at].kind is Kind.LAST else tokens[at].value
    unit, place = _kind(tokens, at + 1), at + 2
    if unit is Kind.QUARTER and which > 0:
        return _quarter(which, tokens, at, place)
    unit = Kind.WEEK if unit is Kind.WEEK_OF else unit
    if unit not in (Kind.WEEK, Kind.WEEKEND, Kind.WEEKDAY, Kind.HALF) or _kind(tokens, place) is not Kind.MONTH:
        return None, 0
    month = tokens[place].value
    year, used, written = _year_after(tokens, place + 1, month, reading)
    if year is None:
        return None, 0
    last = place + used
    if unit is Kind.HALF:
        days = month_range(year, month, *((1, 15) if which == 1 else (16, 31)))
        return _vague(tokens, at, last, *days, yearless=not written), last + 1 - at
    weekday = {Kind.WEEK: 0, Kind.WEEKEND: 5}.get(unit, tokens[at + 1].value)
    day = nth_weekday(year, month, weekday, which)
    if day is None:
        return None, 0
    span = (tokens[at].start, tokens[last].end)
    if unit is Kind.WEEKDAY:
        return Mention(*span, (day,), yearless=not written, weekday=True), last + 1 - at
    length = 6 if unit is Kind.WEEK else 1
    end = day + timedelta(days=length)
    return Mention(*span, first=day, last=end, vague=unit is Kind.WEEK, yearless=not written), last + 1 - at


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """The ``which``-th such weekday of a month, counted from its end when negative."""
    days = [date(year, month, d) for d in range(1, calendar.monthrange(year, month)[1] + 1)]
    fitting = [day for day in days if day.weekday() == weekday]
    place = which - 1 if which > 0 else which
    return fitting[place] if -len(fitting) <= place < len(fitting) else None


def _quarter(which: int, tokens: list[Token], at: int, place: int) -> tuple[Mention | None, int]:
    if not 1 <= which <= 4 or _kind(tokens, place) is not Kind.YEAR:
        return None, 0
    year = tokens[place].value
    first, last = date(year, which * 3 - 2, 1), month_range(year, which * 3)[1]
    return _vague(tokens, at, place, first, last, yearless=False), place + 1 - at


def _week(tokens: list[Token], at: int, reading: Reading) -> tuple[Mention | None, int]:
    """ "week 12 of 2027" (ISO, Monday to Sunday), "the week of 8 March", "w/c 8 March 2027"."""
    place = at + 1
    if tokens[at].kind is Kind.WEEK_NUMBER:
        year, used = None, int(_kind(tokens, place) is Kind.COMMA and _kind(tokens, place + 1) is Kind.YEAR)
        if _kind(tokens, place + used) is Kind.YEAR:
            year, used = tokens[place + used].value, used + 1
        else:
            used = 0
        monday = _iso_week(tokens[at].value, year, reading)
        if monday is None:
            return None, 0
        return _vague(tokens, at, at + used, monday, monday + timedelta(days=6), yearless=year is None), used + 1
    if tokens[at].kind is Kind.WEEK_OF:
        from fitdesk.intake.fields.days import _list, numeric_date

        if _kind(tokens, place) is Kind.NUMERIC:
            numeric, _worked_out = numeric_date(tokens[place].text, reading)
            inner, used = (Mention(0, 0, (numeric,)) if numeric else None), 1
        elif _kind(tokens, place) in (Kind.DAY, Kind.MONTH, Kind.WEEKDAY):
            inner, used = _list(tokens, place, reading)
        else:
            return None, 0
        if inner and inner.days:
            day = inner.days[0]
            monday = day - timedelta(days=day.weekday())
            last = place + used - 1
            return _vague(tokens, at, last, monday, monday + timedelta(days=6), yearless=inner.yearless), used + 1
    return None, 0


def _iso_week(number: int, year: int | None, reading: Reading) -> date | None:
    years = [year] if year else [reading.today.year, reading.today.year + 1] if reading.today else []
    for candidate in years:
        try:
            monday = date.fromisocalendar(candidate, number, 1)
        except ValueError:
            continue
        if year or (reading.today and monday + timedelta(days=6) >= reading.today):
            return monday
    return None


def _from_today(tokens: list[Token], at: int, today: date) -> tuple[Mention | None, int]:
    """ "tomorrow", "next week", "a week from Saturday", "Saturday week", "within ten days"."""
    kind, span = tokens[at].kind, (tokens[at].start, tokens[at].end)
    if kind is Kind.TODAY:
        return Mention(*span, (today,), bare=True, yearless=True), 1
    if kind is Kind.TOMORROW:
        return Mention(*span, (today + timedelta(days=1),), bare=True, yearless=True), 1
    following = _kind(tokens, at + 1)
    if {kind, following} == {Kind.WEEKDAY, Kind.WEEKS_AHEAD}:
        # Weeks run from Monday to Sunday: "Thursday in 14 weeks" is the Thursday of that week.
        weekday, ahead = (tokens[at], tokens[at + 1]) if kind is Kind.WEEKDAY else (tokens[at + 1], tokens[at])
        day = today + timedelta(days=weekday.value - today.weekday(), weeks=ahead.value)
        return Mention(span[0], tokens[at + 1].end, (day,), yearless=True, weekday=True), 2
    if kind is Kind.WEEK_LATER and following in (Kind.WEEKDAY, Kind.TOMORROW, Kind.TODAY):
        base = _next_weekday(today, tokens[at + 1].value) if following is Kind.WEEKDAY else today
        base += timedelta(days=7 + (following is Kind.TOMORROW))
        return Mention(span[0], tokens[at + 1].end, (base,), yearless=True, weekday=True), 2
    if kind is Kind.WEEKDAY and following is Kind.WEEK and _kind(tokens, at + 2) not in (Kind.DAY, Kind.MONTH):
        day = _next_weekday(today, tokens[at].value) + timedelta(days=7)
        return Mention(span[0], tokens[at + 1].end, (day,), yearless=True, weekday=True), 2
    if kind is Kind.NEXT_WEEK or (kind is Kind.WEEKDAY and following is Kind.NEXT_WEEK):
        monday = today + timedelta(days=7 - today.weekday())
        named = tokens[at] if kind is Kind.WEEKDAY else tokens[at + 1] if following is Kind.WEEKDAY else None
        if named:
            day = monday + timedelta(days=named.value)
            return Mention(span[0], tokens[at + 1].end, (day,), yearless=True, weekday=True), 2
        return _vague(tokens, at, at, monday, monday + timedelta(days=6), yearless=True), 1
    if kind is Kind.NEXT and following is Kind.WEEKDAY and _kind(tokens, at + 2) not in (Kind.DAY, Kind.MONTH):
        day = _next_weekday(today, tokens[at + 1].value)
        return Mention(span[0], tokens[at + 1].end, (day,), yearless=True, weekday=True), 2
    if kind is Kind.NEXT_MONTH:
        year, month = today.year + today.month // 12, today.month % 12 + 1
        return _vague(tokens, at, at, *month_range(year, month), yearless=True), 1
    return None, 0


def _next_weekday(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
