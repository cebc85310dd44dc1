"""One writer's words ready for reading, at the same places as in the full text; and what was found in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from fitdesk.intake.draft import Source
from fitdesk.intake.headers import Mailbox
from fitdesk.intake.threads import Line
from fitdesk.intake.words import Words, alternatives

_SAME = str.maketrans("’‘`´“”„«»‒–−‑×", '\'\'\'\'"""""----x')
LONGEST_SENTENCE = 700
"""Characters."""
BULLET = re.compile(r"\s*(?:[-*•·–+>o]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)])\s+")
_LABEL = re.compile(r"\s*(?:[-*•·–]\s*)?[^\W\d_][\w /()'.?&-]{0,45}(?::\s|\t)")


def even(text: str) -> str:
    """``text`` with one kind of quote mark, apostrophe and dash; character for character, so that places stay."""
    return text.translate(_SAME)


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    text: str


@dataclass
class Page:
    """What one writer wrote. ``text`` has the length of the whole request; only ``body`` lines are filled in.

    ``sent``: the day relative dates count from. ``hints``: countries the mail points to, strongest first.
    ``header`` names the header ("Subject") when the page is not part of the request's text.
    """

    whole: str
    body: list[Line]
    signature: list[Line]
    author: Mailbox
    words: Words
    sent: date | None = None
    hints: tuple[str, ...] = ()
    owner: Mailbox = field(default_factory=Mailbox)
    header: str = ""
    said: str = ""
    """Everything this writer wrote, signature and small print too."""

    @cached_property
    def text(self) -> str:
        """The body with soft line breaks mended (each a space)."""
        letters = [" "] * (self.body[-1].end + 1 if self.body else 0)
        width = max((len(line.text) for line in self.body), default=0)
        for number, line in enumerate(self.body):
            letters[line.start : line.end] = even(line.text)
            following = self.body[number + 1] if number + 1 < len(self.body) else None
            if not (following and _runs_on(line, following, width)) and line.end < len(letters):
                letters[line.end] = "\n"
        return "".join(letters)[: len(self.whole)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        return list(_sentences(self.text, self.words))

    def sentence_at(self, place: int) -> Sentence:
        """The sentence around ``place``; a break counts to the sentence before it."""
        number = bisect_right(self._ends, place)
        return self.sentences[number] if number < len(self.sentences) else Sentence(place, place, "")

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    @property
    def country(self) -> str | None:
        return self.hints[0] if self.hints else None


def _runs_on(line: Line, following: Line, width: int) -> bool:
    """Whether ``line`` was only broken because it was full: the first word below would not have fitted."""
    this, below = line.text.rstrip(), following.text.strip()
    if not this or not below or following.depth != line.depth:
        return False
    if BULLET.match(following.text) or _LABEL.match(following.text) or this.endswith("\t"):
        return False
    if below[0].islower() and not _LABEL.match(this) and len(this) > 25:
        return True
    if len(this) > 65 and this[-1] not in ".:;!?" and not this.isupper():
        return True
    return 50 <= width <= 110 and len(this) + 1 + len(below.split()[0]) > min(width, 80) - 4


def _sentences(text: str, words: Words) -> Iterator[Sentence]:
    short = re.compile(rf"(?<!\w)(?:{alternatives(words.list('text', 'abbreviations'))}|[A-Z])\.$", re.I)
    start = 0
    for match in re.finditer(r"[.!?…]+[\"')\]]*(?:\s+(?=[^\s])|$)|\n", text):
        mark = match.group().lstrip()
        ends = "\n" in match.group() or not mark.startswith(".")
        if not ends and short.search(text[max(start, match.start() - 20) : match.start() + 1]):
            continue
        if not ends and text[match.end() : match.end() + 1].islower() and mark.startswith("."):
            continue
        yield from _bearable(text, start, match.end())
        start = match.end()
    yield from _bearable(text, start, len(text))


def _bearable(text: str, start: int, end: int) -> Iterator[Sentence]:
    """``text[start:end]`` as one sentence, or as several where it is longer than anybody writes."""
    while start < end:
        stop = end
        if end - start > LONGEST_SENTENCE:
            space = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
            stop = space + 1 if space > 0 else start + LONGEST_SENTENCE
        if text[start:stop].strip():
            yield Sentence(start, stop, text[start:stop])
        start = stop


@dataclass
class Found:
    """The values read so far by field path, each with its places; the first reading of a field stays."""

    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, tuple[Source, ...]] = field(default_factory=dict)

    def has(self, *paths: str) -> bool:
        return any(path in self.values for path in paths)

    def put(self, path: str, value: Any, page: Page, *spans: tuple[int, int], sure: float = 1.0) -> bool:
        """Keep ``value`` for ``path`` unless it is already known or nothing; True when kept."""
        if value is None or value in ("", ()) or path in self.values:
            return False
        self.values[path] = value
        if page.header:
            self.sources[path] = (Source(0, 0, sure, page.header),)
        elif spans:
            self.sources[path] = tuple(Source(*_trimmed(page.whole, start, end), sure) for start, end in spans)
        return True

    def get(self, path: str) -> Any:
        return self.values.get(path)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` without white space at either side."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def cut_name(name: str, words: Words) -> str:
    """A run of capitalised words without what only follows it: "Leaders Gathering on Sunday" → "Leaders Gathering"."""
    others = alternatives([*words.weekdays, *words.months, *words.list("text", "pronouns")])
    links = alternatives(words.list("text", "links"))
    end = re.search(rf"\s+(?:{links}\s+)*{others}(?!\w).*$", name, re.I | re.S)
    return name[: end.start()] if end and end.start() > 2 else name


def clause(sentence: str, start: int, end: int) -> str:
    """The part of ``sentence`` around ``start`` to ``end`` between commas, brackets, "but" and "so"."""
    breaks = r"[,;()—]|\s-\s|\s(?:but|so|while|whereas|although|though)\s"
    before = [match.end() for match in re.finditer(breaks, sentence[: start - (sentence[start - 1 : start] == "(")])]
    after = re.search(breaks, sentence[end:])
    return sentence[before[-1] if before else 0 : end + after.start() if after else len(sentence)]


def squeezed(text: str) -> str:
    """``text`` on one line with single spaces."""
    return " ".join(text.split())
