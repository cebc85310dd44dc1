"""Check 2: every day and month named in the letter reads back equal to one on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Severity
from fitdesk.letters.checks.heard import Heard, heard_in
from fitdesk.letters.checks.number_words import may_hold, written_days
from fitdesk.letters.checks.read_letter import Found, Mend, ReadLetter, Same, Where, found
from fitdesk.letters.checks.repairs import put

_NUMERIC: Final = re.compile(r"\b(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4}))\b")
_SHORT: Final = re.compile(
    r"(?<![\w./-])(?P<cue>(?:on|le|el|am|op|den|vom|du|del) )?(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})"
    r"(?P<stop>\.?)(?![\w%/-]|[.,]\d)",
    re.IGNORECASE,
)
"""A day without a year: "12.06.", "on 13/06", "op 13-6". Not "24/7", "50-60" or "9.5"."""
_FIGURE: Final = re.compile(r"\d")
_LONGEST: Final = 400
"""Days of a stretch that are looked at."""


def check_days(letter: ReadLetter) -> Iterator[Found]:
    """2: every day and month named is one of the record."""
    days = known_days(Same(letter.facts))
    for where in letter.parts:
        text = where.heard.plain.text.replace("\n", " ")
        taken: list[tuple[int, int]] = []
        has_figures = _FIGURE.search(text) is not None
        for hit in _hits(letter.heard.days, text, taken) if has_figures else ():
            if not letter.is_recorded(hit.group()) and not _is_known(hit, days, letter.heard):
                yield _not_recorded(where, hit, _nearest_day(letter, where, hit, days))
        for hit in _NUMERIC.finditer(text) if has_figures else ():
            if _numeric(hit, letter.locale) not in days and not letter.is_recorded(hit.group()):
                yield _not_recorded(where, hit, _nearest_to(letter, where, hit, _numeric(hit, letter.locale)))
        for hit in _SHORT.finditer(text) if has_figures else ():
            meant = _short(hit, letter.locale)
            if meant and not any((day.day, day.month) == meant for day in days) and not letter.is_recorded(hit.group()):
                yield _not_recorded(where, hit, None)
        for hit in _of_week(letter.code).finditer(text) if has_figures else ():
            number = letter.heard.weekdays[hit["weekday"]]
            is_known = any((day.day, day.weekday()) == (int(hit["day"]), number) for day in days)
            if not is_known and not _is_in(hit, taken) and not letter.is_recorded(hit.group()):
                yield _not_recorded(where, hit, None)
        for hit, day_said, month in written_days(text, letter.code) if may_hold(text, letter.code) else ():
            taken.append(hit.span())
            if not any((day.day, day.month) == (day_said, month) for day in days) and not letter.is_recorded(
                hit.group()
            ):
                yield _not_recorded(where, hit, None)
        for hit in _hits(letter.heard.lone_months, text, taken):
            month, year = letter.heard.months[hit["month"]], hit["year"]
            is_known = any(day.month == month and year in (None, str(day.year)) for day in days)
            if not is_known and not letter.is_recorded(hit.group()):
                yield _not_recorded(where, hit, _nearest_month(letter, where, hit, days))


def _short(hit: re.Match[str], locale: str) -> tuple[int, int] | None:
    """(day, month) of a day without a year; None for figures that are none."""
    first, second = int(hit["first"]), int(hit["second"])
    day, month = (second, first) if locale == "en_US" else (first, second)
    is_day = {
        ".": bool(hit["stop"]) and bool(hit["cue"] or len(hit["second"]) == 2),
        "/": bool(hit["cue"] or len(hit["second"]) == 2),
        "-": bool(hit["cue"]),
    }[hit["mark"]]
    return (day, month) if is_day and 1 <= day <= 31 and 1 <= month <= 12 else None


@cache
def _of_week(language: str) -> re.Pattern[str]:
    """A weekday and the number of a day, without a month: "Friday the 12th", "vendredi 12"."""
    names = "|".join(map(re.escape, heard_in(language).weekdays))
    after = r"(?:\.|st|nd|rd|th|er|e)?(?![\w:]|,\d|[.]\d\d ?(?:Uhr|uur|h)| ?(?:o'clock|Uhr|uur|h\b|am\b|pm\b|[€%]))"
    return re.compile(rf"\b(?P<weekday>{names}),? (?:the |den |dem |der |le |el |de )?(?P<day>\d{{1,2}}){after}")


def _is_in(hit: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(first < hit.end() and hit.start() < last for first, last in taken)


def _hits(patterns: tuple[re.Pattern[str], ...], text: str, taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """What ``patterns`` find, each stretch of the text once, by the first of them."""
    for pattern in patterns:
        for hit in pattern.finditer(text):
            if not any(first < hit.end() and hit.start() < last for first, last in taken):
                taken.append(hit.span())
                yield hit


def days_named(text: str, heard: Heard) -> Iterator[tuple[int, int, int | None, tuple[int, int]]]:
    """(day, month, year or None, span) of every day that ``text`` names."""
    for hit in _hits(heard.days, text, []):
        year = _group(hit, "year")
        for number in re.findall(r"\d{1,2}", hit["days"]):
            yield int(number), heard.months[hit["month"]], int(year) if year else None, hit.span()


def days_told(text: str, heard: Heard, locale: str) -> Iterator[tuple[int, int, int | None, tuple[int, int]]]:
    """(day, month, year or None, span) of every day that ``text`` names in whatever way: in words or in figures."""
    yield from days_named(text, heard)
    for hit in _NUMERIC.finditer(text):
        day = _numeric(hit, locale)
        if day is not None:
            yield day.day, day.month, day.year, hit.span()
    for hit in _SHORT.finditer(text):
        meant = _short(hit, locale)
        if meant is not None:
            yield *meant, None, hit.span()
    for hit, number, month in written_days(text, heard.language) if may_hold(text, heard.language) else ():
        yield number, month, None, hit.span()


def weekdays_told(text: str, heard: Heard) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """(weekday, day, span) of every day named by its weekday and number alone: "Friday the 12th"."""
    for hit in _of_week(heard.language).finditer(text):
        yield heard.weekdays[hit["weekday"]], int(hit["day"]), hit.span()


def _group(hit: re.Match[str], name: str) -> str | None:
    found_there: str | None = hit.groupdict().get(name)
    return found_there


def _not_recorded(where: Where, hit: re.Match[str], mend: Mend | None) -> Found:
    said = _("“{words}” is not in the record of this request. Correct it here, or there.")
    sentence = said.replace("{words}", hit.group().strip(" ."))
    return found(2, Severity.BLOCKS, sentence, where, _span(where, hit), mend)


def _span(where: Where, hit: re.Match[str], begin: str | int = 0) -> tuple[int, int]:
    """Where it stands; the stop that ends a sentence is no part of it."""
    return where.heard.plain.span(hit.start(begin), hit.end() - hit.group().endswith("."))


@lru_cache(maxsize=16)
def known_days(same: Same) -> frozenset[date]:
    """Every day that may be named: of the request, of what is agreed, and of the letter itself."""
    facts = same.facts
    inquiry, of_kind = facts.inquiry, facts.particulars
    days = {facts.day, *inquiry.event.dates, *(day for day, _state in facts.availability)}
    days |= {day for day in (inquiry.reply_by, of_kind.come_back, of_kind.agreed_day) if day is not None}
    if inquiry.received is not None:
        days.add(inquiry.received.date())
    if inquiry.event.date_range is not None:
        first, last = inquiry.event.date_range
        days |= {first + timedelta(days=n) for n in range(min((last - first).days, _LONGEST) + 1)}
    return frozenset(days)


def _is_known(hit: re.Match[str], days: frozenset[date], heard: Heard) -> bool:
    month, year, weekday = heard.months[hit["month"]], _group(hit, "year"), _group(hit, "weekday")
    for place, number in enumerate(re.findall(r"\d{1,2}", hit["days"])):
        fits = [day for day in days if (day.day, day.month) == (int(number), month) and year in (None, str(day.year))]
        if weekday and not place:
            fits = [day for day in fits if day.weekday() == heard.weekdays[weekday]]
        if not fits:
            return False
    return True


def _numeric(hit: re.Match[str], locale: str) -> date | None:
    year, month, day, first, second, last = hit.groups()
    if year is None:
        year, (day, month) = last, (second, first) if locale == "en_US" else (first, second)
    return _date(int(year), int(month), int(day))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_day(letter: ReadLetter, where: Where, hit: re.Match[str], days: frozenset[date]) -> Mend | None:
    """The recorded day next to the one written, said as the language does; several days are left to the owner."""
    numbers = re.findall(r"\d{1,2}", hit["days"])
    year = _group(hit, "year")
    years = (int(year),) if year else tuple(sorted({day.year for day in days}))
    month = letter.heard.months[hit["month"]]
    meant = next((day for one in years for day in (_date(one, month, int(numbers[0])),) if day), None)
    return _nearest_to(letter, where, hit, meant) if len(numbers) == 1 else None


def _nearest_to(letter: ReadLetter, where: Where, hit: re.Match[str], meant: date | None) -> Mend | None:
    event, of_kind = letter.facts.inquiry.event, letter.facts.particulars
    agreed = [day for day in (of_kind.agreed_day, of_kind.come_back) if day is not None]
    candidates = [*agreed, *event.dates, *(event.date_range or ())]
    if meant is None or not candidates:
        return None
    nearest = min(candidates, key=lambda day: (abs((day - meant).days), day))
    near = None if re.search(r"\d{4}", hit.group()) else letter.facts.day
    words = _before(hit, nearest, letter) + letter.language.say_day(nearest, letter.locale, near=near)
    return put(letter, where, _span(where, hit), words)


def _before(hit: re.Match[str], day: date, letter: ReadLetter) -> str:
    """What stands in ``hit`` before the figures and the month ("Sonntag, den "), with the weekday of ``day``."""
    groups = [hit.start(name) for name in ("days", "month") if name in hit.re.groupindex]
    before = hit.string[hit.start() : min(groups)] if groups else ""
    weekday = _group(hit, "weekday")
    if weekday:
        right = [name for name, number in letter.heard.weekdays.items() if number == day.weekday()]
        before = before.replace(weekday, next(name for name in right if name[0].isupper() == weekday[0].isupper()))
    return re.sub(r"\bthe $", "", before)


def _nearest_month(letter: ReadLetter, where: Where, hit: re.Match[str], days: frozenset[date]) -> Mend | None:
    """The month on record next to the one written."""
    event, of_kind = letter.facts.inquiry.event, letter.facts.particulars
    candidates = [*event.dates, *(event.date_range or ()), *([of_kind.come_back] if of_kind.come_back else [])]
    if not candidates:
        return None
    month = letter.heard.months[hit["month"]]
    nearest = min(candidates or days, key=lambda day: (min(abs(day.month - month), 12 - abs(day.month - month)), day))
    near = nearest if not hit["year"] else None
    words = letter.language.say_month(nearest, letter.locale, near=near)
    return put(letter, where, _span(where, hit, "month"), words)
