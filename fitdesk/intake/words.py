"""The words of each language that requests are read by: resources/reading/<language>.toml, turned into patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from typing import Any

from fitdesk.paths import resources

LANGUAGES = ("en", "de", "fr", "es", "nl", "it", "pt")
_MOST_WORDS = 3_000


class Words:
    """The word lists of one language.

    An entry of a list is a regular expression: spaces stand for any white space, and it matches whole words, in any
    case. Missing sections are empty, so that a thin language reads less, never worse.
    """

    def __init__(self, language: str, data: dict[str, Any]) -> None:
        self.language = language
        self._data = data
        self._groups: dict[tuple[str, str], str] = {}
        self._patterns: dict[tuple[str, str, bool], re.Pattern[str]] = {}

    def list(self, section: str, key: str) -> list[str]:
        entries = self._data.get(section, {}).get(key, [])
        return [str(entry) for entry in entries]

    def table(self, section: str) -> dict[str, Any]:
        table = self._data.get(section, {})
        return dict(table)

    def any_of(self, section: str, key: str) -> str:
        """A group that matches one entry of the list, the longest first; matches nothing when the list is empty."""
        place = (section, key)
        if place not in self._groups:
            self._groups[place] = alternatives(self.list(section, key))
        return self._groups[place]

    def pattern(self, section: str, key: str, *, as_written: bool = False) -> re.Pattern[str]:
        """The list as one pattern of whole words; ``as_written`` keeps the case."""
        place = (section, key, as_written)
        if place not in self._patterns:
            flags = 0 if as_written else re.I
            self._patterns[place] = re.compile(rf"(?<!\w){self.any_of(section, key)}(?!\w)", flags)
        return self._patterns[place]

    @cached_property
    def months(self) -> dict[str, int]:
        return {name.lower(): number for number, names in enumerate(self._data["dates"]["months"], 1) for name in names}

    @cached_property
    def weekdays(self) -> dict[str, int]:
        return {name.lower(): number for number, names in enumerate(self._data["dates"]["weekdays"]) for name in names}

    @cached_property
    def numbers(self) -> dict[str, int]:
        return {str(word).lower(): int(value) for word, value in self.table("numbers").items()}


def alternatives(entries: list[str]) -> str:
    """``(?:…|…)`` of regular expressions, longest first, white space loosened; never matches when empty."""
    if not entries:
        return r"(?!)"
    return "(?:" + "|".join(_loosened(entry) for entry in sorted(entries, key=len, reverse=True)) + ")"


def _loosened(entry: str) -> str:
    return entry.replace(" ?", r"\s*").replace(" ", r"\s+")


@cache
def data_file(name: str) -> dict[str, Any]:
    """The content of resources/reading/<name>.toml."""
    return tomllib.loads((resources() / "reading" / f"{name}.toml").read_text("utf-8"))


@cache
def words_of(language: str) -> Words:
    """The words of ``language``; English where FitDesk has none for it."""
    known = language in LANGUAGES and (resources() / "reading" / f"{language}.toml").is_file()
    return Words(language if known else "en", data_file(language if known else "en"))


def thread_words(key: str) -> list[str]:
    """Words of mail programs in all languages together: a reply may quote in another language than it is written in."""
    return [str(entry) for entry in data_file("languages")["thread"][key]]


def language_of(text: str) -> str | None:
    """The language of ``text`` by its small words, ISO 639-1; ``None`` when it has too few of any."""
    counts = dict.fromkeys(LANGUAGES, 0)
    owners: dict[str, list[str]] = {}
    for language, small in data_file("languages")["small_words"].items():
        for word in str(small).split():
            owners.setdefault(word, []).append(language)
    for word in re.findall(r"[^\W\d_]+", text.lower())[:_MOST_WORDS]:
        for language in owners.get(word, ()):
            counts[language] += 1
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= 2 else None
