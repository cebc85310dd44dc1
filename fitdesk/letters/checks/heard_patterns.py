"""Regular expressions written by people, made into patterns: placeholders filled, and none that could run for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

LONGEST_GAP: Final = 120
"""Characters that one pattern may pass over."""
MOST_REPEATS: Final = 6
"""How often a group may be repeated: more, and a hostile text could take for ever."""

_PLACEHOLDER: Final = re.compile(r"\{([A-Za-z_]+)\}")
_ITEM: Final = r"(?P<item>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)"
_REPEAT: Final = re.compile(rf"{_ITEM}(?P<many>[*+?]|\{{\d*(?:,\d*)?\}})?")
_WIDE: Final = frozenset({".", " ", r"\s", r"\S", r"\W", r"\D", r"\ "})


class HeardError(ValueError):
    """A file of sounds that cannot be used; str() names the key."""


@lru_cache(maxsize=16384)
def searched(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first that ``pattern`` finds; a sentence that did not change is not searched again at every key pressed."""
    return pattern.search(text)


def one_pattern(key: str, written: Sequence[str], values: Mapping[str, str]) -> re.Pattern[str]:
    """All of ``written`` as one pattern, capitals not minded; one that never matches when there are none.

    Raises HeardError for an unknown placeholder, a pattern that does not compile or one that could take too long.
    """
    parts = [f"(?:{filled(key, one, values)})" for one in written]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def filled(key: str, written: str, values: Mapping[str, str]) -> str:
    """``written`` with its placeholders filled, after it has been looked at for everything that could go wrong."""
    written = written.replace("’", "'")
    for name in _PLACEHOLDER.findall(written):
        if name not in values:
            raise HeardError(f"“{key}”: {{{name}}} is not known here, in {written}")
    _refuse_slow(key, _PLACEHOLDER.sub("x", written))
    pattern = _PLACEHOLDER.sub(lambda found: values[found.group(1)], written)
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise HeardError(f"“{key}”: {written} is no regular expression: {error}") from error
    if compiled.search(""):
        raise HeardError(f"“{key}”: {written} is heard in silence; it must need a word.")
    return pattern


def _refuse_slow(key: str, written: str) -> None:
    """Nothing may run without end over spaces, and no group may be repeated often (see heard/en.toml)."""
    for found in _REPEAT.finditer(written):
        item, many = found["item"], found["many"]
        if many is None or many == "?":
            continue
        most = _most(many)
        if item == ")" and (most is None or most > MOST_REPEATS):
            raise HeardError(f"“{key}”: a group is repeated more than {MOST_REPEATS} times in {written}")
        if (most is None or most > LONGEST_GAP) and _spans_words(item):
            raise HeardError(f"“{key}”: write {item}{{0,60}} instead of {item}{many} in {written}")


def _most(many: str) -> int | None:
    """The most repetitions that ``many`` allows, None when there is no end."""
    if many in "*+":
        return None
    last = many.strip("{}").split(",")[-1]
    return int(last) if last else None


def _spans_words(item: str) -> bool:
    if item.startswith("["):
        return item.startswith("[^") or " " in item or any(wide in item for wide in (r"\s", r"\S", r"\W", r"\D"))
    return item in _WIDE


def day_patterns(
    key: str, written: Sequence[str], ordinal: str, joins: Sequence[str], months: str, weekdays: str
) -> tuple[re.Pattern[str], ...]:
    """Patterns for days with the groups days, month, year, weekday. Capitals count: "May" is a month, "may" is none."""
    number = rf"\d{{1,2}}{ordinal}"
    between = "|".join((r" ?[–/-] ?", r", ", *(rf"(?:,)? {re.escape(join)} " for join in joins)))
    values = {
        "days": rf"(?P<days>{number}(?:(?:{between}){number}){{0,12}})",
        "month": rf"(?P<month>{months})",
        "weekday": rf"(?P<weekday>{weekdays})",
        "year": r"(?P<year>\d{4})",
    }
    return tuple(re.compile(filled(key, one, values)) for one in written)
