"""Check 2: names, the event, dates and amounts in the letter read back equal to the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from fitdesk.i18n import _
from fitdesk.letters.facts import place_of
from fitdesk.letters.findings import CheckFinding, ReadLetter, Severity
from fitdesk.letters.names import take_apart

_YEAR: Final = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec"
)
_MONTHS: Final = {name: number for number, names in enumerate(_YEAR.split("|"), start=1) for name in names.split()}
_MONTH: Final = "|".join(sorted((name.capitalize() for name in _MONTHS), key=len, reverse=True))
_DAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_NUMBER: Final = rf"\d{{1,2}}{_ORDINAL}"
_NUMBERS: Final = rf"{_NUMBER}(?:(?:\s?[–/-]\s?|,\s|\s(?:and|or|to)\s){_NUMBER})*"
_DAY_MONTH: Final = re.compile(
    rf"(?:\b(?P<weekday>{_DAYS}),?\s)?(?:the\s)?\b(?P<days>{_NUMBERS})\s(?:of\s)?(?P<month>{_MONTH})\b\.?"
    r"(?:,?\s(?P<year>\d{4})\b)?"
)
_MONTH_DAY: Final = re.compile(
    rf"(?:\b(?P<weekday>{_DAYS}),?\s)?\b(?P<month>{_MONTH})\.?\s(?P<days>{_NUMBERS})(?!\d)(?:,?\s(?P<year>\d{{4}})\b)?"
)
_NUMERIC: Final = re.compile(r"\b(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})[./](\d{4}))\b")
_LONE_MONTH: Final = re.compile(
    rf"\b(?:in|for|during|until|early|late|mid|through)\s(?P<month>{_MONTH})\b(?!\s\d{{1,2}}\b)(?:\s(?P<year>\d{{4}}))?"
)
_SIGNS: Final = {"£": {"GBP"}, "€": {"EUR"}, "$": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"}}
_WORDS: Final = {"euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "dollar": "USD", "dollars": "USD"}
_AMOUNT: Final = re.compile(
    r"(?:(?P<sign>[£€$])\s?|\b(?P<code>EUR|GBP|USD|CHF|CAD|AUD|INR|MXN|SEK|NOK|DKK|PLN)\s)(?P<number>\d[\d.,]*\d|\d)(?P<k>k)?"
    r"|(?P<number2>\d[\d.,]*\d|\d)(?P<k2>k)?\s(?P<code2>EUR|GBP|USD|CHF|CAD|AUD|euros?|pounds?|dollars?)\b"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ALIKE: Final = 84
"""Likeness of a slip, out of 100: "Leadership Sumit" beside "Leadership Summit"."""


def check_dates(letter: ReadLetter) -> Iterator[CheckFinding]:
    """2: every day and month named is one of the record."""
    days = _known_days(letter)
    for place, words in _texts(letter):
        taken: list[tuple[int, int]] = []
        for pattern in (_DAY_MONTH, _MONTH_DAY):
            for found in pattern.finditer(words):
                if not any(first <= found.start() < last for first, last in taken):
                    taken.append(found.span())
                    if not letter.is_recorded(found.group()) and not _day_is_known(found, days):
                        yield _not_recorded(found.group(), place)
        for found in _NUMERIC.finditer(words):
            if _numeric_day(found, letter.locale) not in days:
                yield _not_recorded(found.group(), place)
        for found in _LONE_MONTH.finditer(words):
            month, year = _MONTHS[found["month"].lower()], found["year"]
            if not letter.is_recorded(found.group()) and not any(
                day.month == month and year in (None, str(day.year)) for day in days
            ):
                yield _not_recorded(found.group(), place)


def _not_recorded(words: str, place: int | None) -> CheckFinding:
    said = _("“{words}” is not in the record of this request. Correct it here, or there.")
    return CheckFinding(2, Severity.BLOCKS, said.replace("{words}", words.strip(" .")), place)


def _known_days(letter: ReadLetter) -> frozenset[date]:
    inquiry = letter.facts.inquiry
    days = {letter.facts.day, *inquiry.event.dates}
    if inquiry.received is not None:
        days.add(inquiry.received.date())
    if inquiry.reply_by is not None:
        days.add(inquiry.reply_by)
    if inquiry.event.date_range is not None:
        first, last = inquiry.event.date_range
        days |= {first + timedelta(days=n) for n in range(min((last - first).days, 400) + 1)}
    return frozenset(days)


def _day_is_known(found: re.Match[str], days: frozenset[date]) -> bool:
    month, year = _MONTHS[found["month"].lower()], found["year"]
    numbers = [int(number) for number in re.findall(r"\d{1,2}", found["days"])]
    for number in numbers:
        fitting = [day for day in days if day.day == number and day.month == month and year in (None, str(day.year))]
        if found["weekday"] and number == numbers[0]:
            fitting = [day for day in fitting if day.weekday() == _DAYS.split("|").index(found["weekday"])]
        if not fitting:
            return False
    return True


def _numeric_day(found: re.Match[str], locale: str) -> date | None:
    year, month, day, first, second, last = found.groups()
    if year is None:
        year, (day, month) = last, (second, first) if locale == "en_US" else (first, second)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def check_amounts(letter: ReadLetter) -> Iterator[CheckFinding]:
    """2: every amount of money is the client's budget or the owner's list fee."""
    for place, words in _texts(letter):
        for found in _AMOUNT.finditer(words):
            if not letter.is_recorded(found.group()) and not _amount_is_known(found, letter):
                yield _not_recorded(found.group(), place)


def _amount_is_known(found: re.Match[str], letter: ReadLetter) -> bool:
    number = _number(found["number"] or found["number2"], found["k"] or found["k2"])
    if found["sign"]:
        currencies = _SIGNS[found["sign"]]
    else:
        code = found["code"] or found["code2"]
        currencies = {_WORDS.get(code, code)}
    budget, assessment = letter.facts.inquiry.budget, letter.facts.assessment
    known = [(budget.min, budget.currency), (budget.max, budget.currency)]
    if assessment is not None:
        known.append((assessment.offering.fee_list, assessment.offering.currency))
    return any(amount == number and currency in currencies for amount, currency in known if amount is not None)


def _number(written: str, thousands: str | None) -> Decimal | None:
    plain = written.replace(",", "") if not re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?", written) else None
    try:
        number = Decimal(plain if plain is not None else written.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
    return number * 1000 if thousands else number


def check_names(letter: ReadLetter) -> Iterator[CheckFinding]:
    """2: a name that is almost one of the record is a slip; a possessive, or another recorded name, is none."""
    names = _known_names(letter)
    known = {word.casefold() for name in names for word in _WORD.findall(name)}
    right = re.compile(
        "|".join(r"\W+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True)),
        re.IGNORECASE,
    )
    for place, words in _texts(letter):
        written = [_bare(word) for word in _WORD.findall(right.sub(" · 0 · ", words) if names else words)]
        slips = {(slip, name) for name in names for slip in _slips(name, written, known)}
        for slip, name in sorted(slips):
            said = _("The letter says “{slip}”; the record says “{name}”. Correct one of them.")
            yield CheckFinding(2, Severity.BLOCKS, said.replace("{slip}", slip).replace("{name}", name), place)


def _known_names(letter: ReadLetter) -> tuple[str, ...]:
    inquiry, owner = letter.facts.inquiry, letter.facts.owner
    people = [inquiry.contact.name or "", owner.name, *(ranked.peer.name for ranked in letter.facts.peers)]
    names: list[str | None] = [take_apart(name).full for name in people if name.strip()]
    names += [inquiry.contact.organization, inquiry.event.name, inquiry.event.place.city]
    names += [place_of(ranked).city for ranked in letter.facts.peers]
    return tuple(dict.fromkeys(" ".join(_WORD.findall(name)) for name in names if name and _WORD.findall(name)))


def _slips(name: str, written: list[str], known: set[str]) -> Iterator[str]:
    """Stretches of ``written`` that are almost ``name``: each of its words, and the whole of it."""
    from rapidfuzz.distance import OSA  # costs 30 ms: not before the first check
    from rapidfuzz.fuzz import ratio

    parts = name.split()
    for part in parts if any(word[:1].isupper() for word in parts) else ():
        most = 1 if len(part) < 8 else 2
        for word in written if len(part) >= 5 and part[:1].isupper() else ():
            is_candidate = word[:1].isupper() and word.casefold() not in known and abs(len(word) - len(part)) <= most
            if is_candidate and word[:1] == part[:1] and 0 < OSA.distance(word.casefold(), part.casefold()) <= most:
                yield word
    if len(parts) < 2:
        return
    whole = name.casefold()
    for first in range(len(written) - len(parts) + 1):
        window = written[first : first + len(parts)]
        said = " ".join(window)
        if said.casefold() == whole or all(word.casefold() in known for word in window):
            continue
        if window[0][:1].isupper() and _ALIKE <= ratio(said.casefold(), whole) < 100:
            yield said


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)


def _texts(letter: ReadLetter) -> Iterator[tuple[int | None, str]]:
    yield None, letter.text.subject.replace("**", "")
    yield from enumerate(letter.paragraphs)
