"""Numbers in words, read back: "six thousand euros" is an amount, "the twelfth of June" a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from fitdesk.letters.checks.heard import Heard, heard_in

_JOINS: Final = r"(?:[ -]|(?: ?(?:and|und|et|y|en)(?: an?)? ?))?"
"""What stands between the words of one number."""
MOST_WORDS: Final = 6


def written_amounts(text: str, language: str) -> Iterator[tuple[re.Match[str], Decimal, str]]:
    """(where, how much, currency) of each amount whose number has a word in it."""
    heard = heard_in(language)
    for hit in _amounts(language).finditer(text):
        if _words(language).search(hit["number"]):
            yield hit, _value(hit["number"], language), heard.money[hit["money"].casefold()]


def written_days(text: str, language: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """(where, day, month) of each day whose number is a word."""
    heard = heard_in(language)
    for hit in _days(language).finditer(text):
        yield hit, int(_value(hit["number"].rstrip("nrs"), language)), heard.months[hit["month"]]


def written_numbers(text: str, language: str) -> Iterator[tuple[re.Match[str], Decimal]]:
    """(where, number) of each number in words."""
    one = _any(language)
    for hit in _numbers(one).finditer(text):
        yield hit, _value(hit.group(), language)


@cache
def _numbers(one: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one})(?:{_JOINS}(?:{one})){{0,{MOST_WORDS - 1}}}(?!\w*[a-zß-ÿ]{{4}})", re.IGNORECASE)


@lru_cache(maxsize=1024)
def may_hold(text: str, language: str) -> bool:
    """Whether there is a number in words at all: most letters have none, and are spared the rest."""
    return _words(language).search(text) is not None


def _value(written: str, language: str) -> Decimal:
    numbers: Mapping[str, float] = heard_in(language).numbers
    whole, part = Decimal(0), Decimal(0)
    for word in re.findall(rf"\d+|{_any(language)}", written.casefold()):
        number = Decimal(word) if word.isdigit() else Decimal(str(numbers[word]))
        if number == 1000:
            whole, part = whole + (part or Decimal(1)) * 1000, Decimal(0)
        elif number == 100:
            part = (part or Decimal(1)) * 100
        else:
            part += number
    return whole + part


@cache
def _any(language: str) -> str:
    """One of the number words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(heard_in(language).numbers, key=lambda word: (-len(word), word)))


@cache
def _words(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(language)})", re.IGNORECASE)


@cache
def _amounts(language: str) -> re.Pattern[str]:
    heard: Heard = heard_in(language)
    money = "|".join(re.escape(word) for word in sorted(heard.money, key=len, reverse=True))
    one = rf"(?:{_any(language)}|\d{{1,3}})"
    number = rf"\b{one}(?:{_JOINS}{one}){{0,{MOST_WORDS - 1}}}"
    return re.compile(rf"(?<![\d.,])(?P<number>{number}) (?:de )?(?P<money>{money})\b", re.IGNORECASE)


@cache
def _days(language: str) -> re.Pattern[str]:
    heard: Heard = heard_in(language)
    months = "|".join(re.escape(name) for name in sorted(heard.months, key=len, reverse=True))
    small = [word for word, number in heard.numbers.items() if 1 <= number <= 30]
    one = "|".join(re.escape(word) for word in sorted(small, key=lambda word: (-len(word), word)))
    number = rf"(?i:{one})(?:{_JOINS}(?i:{one}))?[nrs]?"
    return re.compile(rf"\b(?P<number>{number}) (?:of |de )?(?P<month>{months})\b")
