"""Where a word may be divided at the end of a line: rarely, and never a name, an address or a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

_DICTIONARIES: Final = {
    "en_GB": "en_GB",
    "en_US": "en_US",
    "de_DE": "de_DE",
    "fr_FR": "fr",
    "es_ES": "es",
    "nl_NL": "nl_NL",
}
_SHORTEST: Final = 7
_LEFT: Final = 3
_WORD: Final = re.compile(r"^[(“„«‘]*(\w+)[.,;:!?)”“»’]*$")


@dataclass(frozen=True, slots=True)
class Divider:
    """Divides words of one language; ``kept`` are words in small letters that stay whole, such as people's names."""

    locale: str
    kept: frozenset[str]

    def __call__(self, word: str) -> tuple[int, ...]:
        """How many letters of ``word`` may stay on the line, at least three on either side."""
        return _places(word, self.locale, self.kept)


def divider(locale: str, names: Iterable[str]) -> Divider:
    """The divider for a letter in which ``names`` (of people, organizations, events, towns) stay whole."""
    return Divider(locale, frozenset(part.casefold() for name in names for part in re.findall(r"\w+", name)))


@lru_cache(maxsize=8192)
def _places(word: str, locale: str, kept: frozenset[str]) -> tuple[int, ...]:
    found = _WORD.match(word)
    if found is None:
        return ()
    core, first = found[1], found.start(1)
    capital = core[0].isupper()
    # Capitals begin a name, except in German, where they begin every noun.
    if len(core) < _SHORTEST or not core.isalpha() or core.casefold() in kept or core[1:] != core[1:].lower():
        return ()
    if capital and not locale.startswith("de"):
        return ()
    return tuple(first + int(place) for place in _dictionary(locale).positions(core))


@cache
def _dictionary(locale: str) -> Any:
    import pyphen  # 40 ms: only when a word must be divided

    name = _DICTIONARIES.get(locale) or pyphen.language_fallback(locale) or "en_GB"
    return pyphen.Pyphen(lang=name, left=_LEFT, right=_LEFT)
