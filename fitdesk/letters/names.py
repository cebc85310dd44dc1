"""Names of people taken apart: title, first and last name. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from fitdesk.domain.contact import Contact
from fitdesk.letters.titles import HONORIFICS, INITIALS, is_only_said, letters_of, spaced, title_said, without_titles

_WORDS_BEFORE_LAST: Final = """
    van von der den de del della di da dos du des la le ten ter zu zur zum af av al el bin ibn ben abu mac st. ap
"""
_PARTICLES: Final = frozenset(_WORDS_BEFORE_LAST.split())
_AFTER_NAMES: Final = """
    jr sr ii iii iv phd md mba msc ba ma esq obe mbe cbe cpa rn jd llm frsa bsc beng meng mphil dphil llb bed mpa pmp
"""
_SUFFIXES: Final = frozenset(_AFTER_NAMES.split())
_DEGREE: Final = re.compile(r"(?:[^\W\d_]{1,4}\.\s?){2,}")
_FAMILY_NAME: Final = re.compile(r"(?=.*[AEIOUYÀ-Ü])[^\W\d_](?:[^\W\d_]|['’-]){2,}")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart. ``last`` is empty for a single word; ``title`` and ``honorific`` only where written.

    ``written`` has the degrees and suffixes that stand after a name, ``full`` has not. After a title a single word is
    the last name ("Ing. Pöll"): then ``first`` is empty, and ``full`` keeps a title that no salutation says.
    ``titles`` are the words before the name as they were written, without Mr and the like.
    """

    written: str
    full: str
    first: str
    last: str
    title: str = ""
    honorific: str = ""
    titles: str = ""

    @property
    def can_be_called(self) -> bool:
        """Whether the first name alone will do: no initial, nothing with a stop, and the order of the names known."""
        return len(self.first) > 1 and "." not in self.first and is_western(self.full)

    def on_envelope(self, title: str) -> str:
        """The name below ``title``, or below its titles as written where more is among them than that one."""
        words = self.titles.split()
        if not words or is_only_said(words):
            return " ".join(filter(None, (title, self.written)))
        is_there = title_said(self.titles) not in ("", *({"Dr"} if self.title == "Professor" else ()))
        return " ".join(filter(None, ("" if is_there else title, self.titles, self.written)))


def take_apart(name: str, academic_title: str | None = None) -> PersonName:
    """The parts of ``name``. "Meyer, Anna" is turned round; degrees and "Jr." after the name are left out."""
    before, words = without_titles(spaced(name).split())
    more, words = without_titles(_turned(" ".join(words)).split())
    called = [HONORIFICS.get(letters_of(word), "") for word in (*before, *more)]
    honorific = next(filter(None, called), "")
    titles = " ".join(
        word.rstrip(",") for word, is_called in zip((*before, *more), called, strict=True) if not is_called
    )
    title = title_said(academic_title or "") or title_said(titles)
    written = " ".join(words)
    core = list(words)
    while len(core) > 2 and _is_suffix(core[-1]):
        core.pop()
    core = [word.rstrip(",") for word in core]
    full = " ".join(core)
    if len(core) < 2:
        return _of_one_word(PersonName(written, full, full, "", title, honorific, titles))
    start = len(core) - 1
    while start > 1 and core[start - 1].casefold() in _PARTICLES:
        start -= 1
    return PersonName(written, full, core[0], " ".join(core[start:]), title, honorific, titles)


def _of_one_word(name: PersonName) -> PersonName:
    """After a title the only word is the last name."""
    if not name.titles and not name.honorific:
        return name
    is_said = is_only_said(name.titles.split())
    return replace(name, first="", last=name.full, full=name.full if is_said else f"{name.titles} {name.full}")


def _is_suffix(word: str) -> bool:
    return word.replace(".", "").rstrip(",").casefold() in _SUFFIXES or bool(_DEGREE.fullmatch(word.rstrip(",")))


def _turned(name: str) -> str:
    """The name with its first name first, and its degrees, if any, behind a comma."""
    parts = [part for part in (part.strip() for part in name.split(",")) if part]
    is_whole = len(parts) > 2 or (bool(parts) and sum(word not in _PARTICLES for word in parts[0].split()) > 1)
    degrees: list[str] = []
    while len(parts) > 1 and _is_degree(parts[-1], is_whole=is_whole):
        degrees.insert(0, parts.pop())
    if len(parts) == 2:
        parts = [f"{parts[1]} {parts[0]}"]
    elif len(parts) == 1:
        parts = [_family_name_last(parts[0])]
    return ", ".join((*parts, *degrees))


def _is_degree(part: str, *, is_whole: bool) -> bool:
    """ "M.A." behind a whole name is one; behind "Weber" alone such letters are initials, if not known as a degree."""
    word = part.split()[0]
    return _is_suffix(word) if is_whole else letters_of(word) in _SUFFIXES and not INITIALS.fullmatch(word)


def _family_name_last(name: str) -> str:
    """ "WEBER Anna" as "Anna Weber"; the capitals say which of the two is the family name."""
    words = name.split()
    count = 0
    while count < len(words) and words[count].isupper() and words[count].casefold() in _PARTICLES:
        count += 1
    start = count
    while count < len(words) and words[count].isupper() and _FAMILY_NAME.fullmatch(words[count]):
        count += 1
    if count == start or count == len(words) or _is_suffix(words[count]):
        return name
    family = (*(word.lower() for word in words[:start]), *(word.title() for word in words[start:count]))
    return " ".join((*words[count:], *family))


def is_western(name: str) -> bool:
    """Whether first and last name may be told apart by their order: Latin, Greek or Cyrillic letters."""
    return all(ord(letter) < 0x0530 or 0x1E00 <= ord(letter) <= 0x206F for letter in name)


def on_envelope(contact: Contact, locale: str) -> str:
    """The name for the address: with an academic title, never with a guessed Ms or Mr."""
    from fitdesk.letters.languages import language_of

    return language_of(locale).on_envelope(contact)
