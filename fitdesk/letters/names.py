"""Names of people taken apart: title, first and last name. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.contact import Contact

_WORDS_BEFORE_LAST: Final = """
    van von der den de del della di da dos du des la le ten ter zu zur zum af av al el bin ibn ben abu mac st. ap
"""
_PARTICLES: Final = frozenset(_WORDS_BEFORE_LAST.split())
_AFTER_NAMES: Final = "jr sr ii iii iv phd md mba msc ba ma esq obe mbe cbe cpa rn jd llm frsa"
_SUFFIXES: Final = frozenset(_AFTER_NAMES.split())
_TITLES: Final = {"dr": "Dr", "doctor": "Dr", "prof": "Professor", "professor": "Professor"}
_HONORIFICS: Final = {"mr": "Mr", "mrs": "Mrs", "ms": "Ms", "miss": "Miss", "mx": "Mx"}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart. ``last`` is empty for a single word; ``title`` and ``honorific`` only where written.

    ``written`` has the degrees and suffixes that stand after a name, ``full`` has not.
    """

    written: str
    full: str
    first: str
    last: str
    title: str = ""
    honorific: str = ""


def take_apart(name: str, academic_title: str | None = None) -> PersonName:
    """The parts of ``name``. "Meyer, Anna" is turned round; degrees and "Jr." after the name are left out."""
    words = _turned(name).split()
    title, honorific = _title(academic_title or ""), ""
    while len(words) > 1 and (found := words[0].rstrip(".").casefold()) in (_TITLES.keys() | _HONORIFICS.keys()):
        title = title or _TITLES.get(found, "")
        honorific = honorific or _HONORIFICS.get(found, "")
        words = words[1:]
    written = " ".join(words)
    core = list(words)
    while len(core) > 2 and core[-1].replace(".", "").rstrip(",").casefold() in _SUFFIXES:
        core.pop()
    core = [word.rstrip(",") for word in core]
    full = " ".join(core)
    if len(core) < 2:
        return PersonName(written, full, full, "", title, honorific)
    start = len(core) - 1
    while start > 1 and core[start - 1].casefold() in _PARTICLES:
        start -= 1
    return PersonName(written, full, core[0], " ".join(core[start:]), title, honorific)


def _turned(name: str) -> str:
    """The name with its first name first, one space between words."""
    parts = [part.strip() for part in re.sub(r"\s+", " ", name).strip().split(",")]
    if len(parts) == 2 and all(parts) and parts[1].replace(".", "").split()[0].casefold() not in _SUFFIXES:
        return f"{parts[1]} {parts[0]}"
    return ", ".join(part for part in parts if part)


def _title(written: str) -> str:
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", written)]
    found = [_TITLES[word] for word in words if word in _TITLES]
    return "Professor" if "Professor" in found else (found[0] if found else "")


def is_western(name: str) -> bool:
    """Whether first and last name may be told apart by their order: Latin, Greek or Cyrillic letters."""
    return all(ord(letter) < 0x0530 or 0x1E00 <= ord(letter) <= 0x206F for letter in name)


def on_envelope(contact: Contact, locale: str) -> str:
    """The name for the address: with an academic title, never with a guessed Ms or Mr."""
    from fitdesk.letters.languages import language_of

    return language_of(locale).on_envelope(contact)
