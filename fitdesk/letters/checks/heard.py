"""What is heard in a letter of each language: the expressions of resources/letters/heard, checked and compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from fitdesk.letters.checks.heard_patterns import HeardError, day_patterns, one_pattern, searched
from fitdesk.paths import resources

PATTERNS: Final[Mapping[str, tuple[str, ...]]] = {
    "thanks": (),
    "refusal": (),
    "refusal_condition": (),
    "refusal_denied": (),
    "stranger": ("name",),
    "regret": (),
    "blame": (),
    "contraction": (),
    "polite": (),
    "familiar": (),
    "door": (),
    "hedge": (),
    "promise": ("who",),
    "unknown_fact": (),
    "nothing": (),
    "gain": (),
    "inner": (),
    "in_language": ("language",),
    "not_a_reason": (),
    "no_in_thanks": (),
}
"""The keys that hold regular expressions, and what may be filled in to them."""

MAY_BE_EMPTY: Final = frozenset({"contraction", "polite", "familiar", "hedged"})
CRITERIA: Final = (
    "date", "language", "fee", "travel", "leadtime", "capacity", "audience", "style", "churn", "format", "scope",
    "overdeliver", "goal",
)  # fmt: skip
NAME_MARK: Final = "\ua66e"
"""Stands for each letter of a peer’s name in a text in which promises are looked for: a letter that no name has."""

TITLES: Final = (
    "Ms|Mrs|Mr|Mx|Dr|Prof|Professor|Frau|Herrn?|Mme|Mlle|Madame|Monsieur|M\\.|Sra|Sr|Srta|Dña|Don|Doña|[Mm]evrouw"
    "|[Mm]eneer|heer"
)
_CAPITAL: Final = r"(?!Ihn|Ihr|Sie\b|Dich\b|Dir\b)[A-ZÀ-ÖØ-Þ][\w'-]+"
NAME: Final = (
    rf"(?-i:(?:{TITLES})\.? {_CAPITAL}|{_CAPITAL}(?: (?:v[ao]n|de|de[rn]|du|di|l[ae]|te[nr]|y|el)){{0,3}} {_CAPITAL})"
)
"""A person’s name as it stands in running text: first name and surname, or title and surname."""
_TURN: Final = re.compile(r"[.!?;:]|, (?:but|so|aber|doch|mais|donc|pero|maar|dus)\b", re.IGNORECASE)
"""Where a clause ends for a condition: "Perhaps this is a pity, but I must decline" is a clear No."""

_LISTS: Final = (*PATTERNS, "who", "hedged", "abbreviations")
_TABLES: Final = ("reasons", "days", "money", "numbers", "full")
_OPTIONAL: Final = frozenset({"full"})


@dataclass(frozen=True, slots=True)
class Heard:
    """The sounds of one language, compiled; see resources/letters/heard/en.toml for what each is.

    ``reasons`` is (criterion, pattern), the first that is heard counts. ``hedged`` are templates with ``{sentence}``.
    ``months`` and ``weekdays`` map names to numbers, January 1 and Monday 0; ``joins`` stand between days.
    ``money`` maps words to currencies, ``numbers`` words to what they count.
    """

    language: str
    patterns: Mapping[str, re.Pattern[str]]
    reasons: tuple[tuple[str, re.Pattern[str]], ...]
    hedged: tuple[str, ...]
    abbreviations: tuple[str, ...]
    days: tuple[re.Pattern[str], ...]
    lone_months: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    joins: tuple[str, ...]
    money: Mapping[str, str]
    numbers: Mapping[str, float]
    full: Mapping[str, str]

    def __getattr__(self, name: str) -> re.Pattern[str]:
        try:
            found: re.Pattern[str] = object.__getattribute__(self, "patterns")[name]
        except KeyError:
            raise AttributeError(name) from None
        return found

    def reason(self, sentence: str) -> str | None:
        """The criterion that ``sentence`` gives as a reason (the first that is heard), None when it gives none."""
        plain = as_heard(sentence)
        return next((criterion for criterion, sound in self.reasons if searched(sound, plain)), None)

    def refuses(self, text: str) -> re.Match[str] | None:
        """A clear No in ``text``, said without a condition before it in its clause and not taken back."""
        if searched(self.patterns["refusal"], text) is None:
            return None
        for found in self.patterns["refusal"].finditer(text):
            clause = _TURN.split(text[: found.start()])[-1][-40:]
            denied = self.patterns["refusal_denied"].search(clause[-14:] + found.group())
            if denied is None and not self.patterns["refusal_condition"].search(clause):
                return found
        return None


def as_heard(text: str) -> str:
    """``text`` on one line with plain spaces and plain apostrophes, as the patterns want it."""
    return " ".join(text.split()).replace("’", "'")


@cache
def heard_in(language: str, folder: Path | None = None) -> Heard:
    """The sounds of ``language`` ("en"). Raises HeardError, naming the key, when the file is not as it should be."""
    path = (folder or resources() / "letters" / "heard") / f"{language}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise HeardError(f"{path.name} cannot be read: {error}") from error
    try:
        return _heard(language, data)
    except HeardError as error:
        raise HeardError(f"{path.name}: {error}") from error


def _heard(language: str, data: Mapping[str, Any]) -> Heard:
    lists, tables = _sorted_out(data)
    months, weekdays, spoken = _names(language, tables["days"].get("also", {}))
    who = "|".join((*lists["who"], f"{NAME_MARK}+"))
    values = {"who": f"(?:{who})", "language": f"(?:{_any(spoken)})", "name": NAME}
    patterns = {
        key: one_pattern(key, lists[key], {name: values[name] for name in allowed}) for key, allowed in PATTERNS.items()
    }
    reasons = tables["reasons"]
    _require("reasons", set(CRITERIA), set(reasons))
    for template in lists["hedged"]:
        if template.count("{sentence}") != 1:
            raise HeardError(f"“hedged”: “{template}” must hold {{sentence}} once.")
    return Heard(
        language=language,
        patterns=patterns,
        reasons=tuple(
            (key, one_pattern(f"reasons.{key}", _strings(f"reasons.{key}", found), {"language": values["language"]}))
            for key, found in reasons.items()
        ),
        hedged=lists["hedged"],
        abbreviations=lists["abbreviations"],
        days=_days("written", tables["days"], months, weekdays),
        lone_months=_days("lone_month", tables["days"], months, weekdays),
        months=months,
        weekdays=weekdays,
        joins=_strings("days.joins", tables["days"]["joins"]),
        money=_words("money", tables["money"]),
        numbers=_figures("numbers", tables["numbers"]),
        full=_words("full", tables.get("full", {})),
    )


def _sorted_out(data: Mapping[str, Any]) -> tuple[dict[str, tuple[str, ...]], dict[str, Mapping[str, Any]]]:
    """The lists and the tables of a file, every one of them there and none too many."""
    _require("the file", {*_LISTS, *_TABLES} - _OPTIONAL, set(data) - _OPTIONAL)
    lists = {key: _strings(key, data[key]) for key in _LISTS}
    for key, found in lists.items():
        if not found and key not in MAY_BE_EMPTY:
            raise HeardError(f"“{key}” is empty.")
    tables = {key: data[key] for key in _TABLES if key in data}
    for key, table in tables.items():
        if not isinstance(table, dict):
            raise HeardError(f"“{key}” should be a table: [{key}].")
    _require("days", {"ordinal", "joins", "written", "lone_month"}, set(tables["days"]) - {"also"})
    return lists, tables


def _require(where: str, wanted: set[str], found: set[str]) -> None:
    if missing := sorted(wanted - found):
        raise HeardError(f"{where}: “{missing[0]}” is missing.")
    if unknown := sorted(found - wanted):
        raise HeardError(f"{where}: “{unknown[0]}” is no key that is known.")


def _strings(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise HeardError(f"“{key}” should be a list of texts, none of them empty.")
    return tuple(value)


def _words(key: str, table: Mapping[str, Any]) -> dict[str, str]:
    for word, value in table.items():
        if not isinstance(value, str):
            raise HeardError(f"“{key}.{word}” should be a text.")
    return dict(table)


def _figures(key: str, table: Mapping[str, Any]) -> dict[str, float]:
    for word, value in table.items():
        if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
            raise HeardError(f"“{key}.{word}” should be a number above 0.")
    return dict(table)


def _days(
    key: str, table: Mapping[str, Any], months: Mapping[str, int], weekdays: Mapping[str, int]
) -> tuple[re.Pattern[str], ...]:
    if not isinstance(table["ordinal"], str):
        raise HeardError("“days.ordinal” should be a text.")
    joins = _strings("days.joins", table["joins"])
    return day_patterns(
        f"days.{key}", _strings(f"days.{key}", table[key]), table["ordinal"], joins, _any(months), _any(weekdays)
    )


def _any(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """One of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SPOKEN: Final = (
    "en de fr es nl it pt pl sv da nb no fi cs hu ro el tr ru uk ar he zh ja ko hi ca bg hr sk sl lt lv et eu gl ga"
)


def _names(language: str, also: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int], tuple[str, ...]]:
    """Months and weekdays by name, and the names of common languages, as Babel has them; ``also`` further months."""
    from babel import Locale  # costs 31 ms: not before the first letter

    locale = Locale(language)
    months: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                months.setdefault(name.rstrip("."), number)
    months |= also
    months |= {name[:1].upper() + name[1:]: number for name, number in months.items()}
    weekdays = {name: number for number, name in locale.days["format"]["wide"].items()}
    weekdays |= {name[:1].upper() + name[1:]: number for name, number in weekdays.items()}
    spoken = tuple(str(locale.languages[code]) for code in _SPOKEN.split() if code in locale.languages)
    return months, weekdays, spoken
