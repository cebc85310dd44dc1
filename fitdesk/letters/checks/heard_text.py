"""A text as the check hears it: plain, by sentences, and every character still knowing its place in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from fitdesk.letters.checks.reading import CONTACT, is_contact_line, sentence_spans

_SPACES: Final = frozenset(" \t\u00a0\u202f\u2009")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text as it is heard: ``at[i]`` is the place of its character i in the text as the owner sees it."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """(start, end) in the original of the characters from ``start`` up to ``end`` of this text."""
        return (self.at[start], self.at[end - 1] + 1) if end > start else (0, 0)

    def cut(self, start: int, end: int) -> Plain:
        return Plain(self.text[start:end], self.at[start:end])

    def without(self, pattern: re.Pattern[str]) -> Plain:
        """Without what ``pattern`` finds, and with single spaces where it stood."""
        text, last = "", 0
        at: list[int] = []
        for start, end in [*(found.span() for found in pattern.finditer(self.text)), (len(self.text), len(self.text))]:
            part = self.text[last:start]
            skip = 1 if part.startswith(" ") and (not text or text.endswith(" ")) else 0
            text += part[skip:]
            at += self.at[last + skip : start]
            last = end
        return Plain(text, tuple(at))


def plain_of(raw: str) -> Plain:
    """``raw`` without bold marks, with single plain spaces and plain apostrophes; line breaks stay."""
    text: list[str] = []
    at: list[int] = []
    place = 0
    while place < len(raw):
        letter = raw[place]
        if letter == "*" and raw[place : place + 2] == "**":
            place += 2
            continue
        if letter in _SPACES:
            letter = " "
        if letter != " " or (text and text[-1] not in " \n"):
            text.append("'" if letter == "’" else letter)
            at.append(place)
        place += 1
    return Plain("".join(text), tuple(at))


@dataclass(frozen=True, slots=True)
class HeardText:
    """One part of a letter: the text as it stands, as it is heard, and the sentences of its running words.

    Phone numbers, e-mail addresses and lines that only hold them are in no sentence. Each line is heard for itself.
    """

    raw: str
    plain: Plain
    sentences: tuple[Plain, ...]

    @property
    def running(self) -> str:
        """All its sentences on one line."""
        return " ".join(sentence.text for sentence in self.sentences)


@lru_cache(maxsize=512)
def hear(raw: str, language: str) -> HeardText:
    """``raw`` as heard in ``language``; paragraphs that did not change are not read again."""
    plain = plain_of(raw)
    found: list[Plain] = []
    start = 0
    for line in plain.text.split("\n"):
        end = start + len(line)
        if line.strip() and not is_contact_line(line):
            said = plain.cut(start, end).without(CONTACT)
            found += [said.cut(*span) for span in sentence_spans(said.text, language)]
        start = end + 1
    return HeardText(raw, plain, tuple(found))
