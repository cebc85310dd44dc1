"""What the check says, and the letter as the check reads it: paragraphs, which peer stands where, what is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.letter import LetterText, Tone
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.reading import prose, sentences, unmarked


class Severity(StrEnum):
    """BLOCKS: the letter may leave only with a written reason. WARNS: worth a look."""

    BLOCKS = "blocks"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One finding: the ``number`` of the check in letters.md, and one plain sentence that says what to do.

    ``paragraph`` counts the paragraphs of the body from 0; None when the finding is about the whole letter, its
    salutation or its close.
    """

    number: int
    severity: Severity
    sentence: str
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """A letter taken apart. ``peer_at`` gives, for each peer named in it, the paragraph that introduces them."""

    text: LetterText
    facts: LetterFacts
    tone: Tone
    locale: str
    paragraphs: tuple[str, ...]
    peer_at: tuple[tuple[RankedPeer, int], ...]

    @property
    def whole(self) -> str:
        """Everything the reader reads, on one line."""
        return " ".join((unmarked(self.text.subject), unmarked(self.text.salutation), *self.paragraphs))

    @property
    def named_peers(self) -> tuple[RankedPeer, ...]:
        return tuple(ranked for ranked, _place in self.peer_at)

    def own_sentences(self) -> Iterator[tuple[int, str]]:
        """(paragraph, sentence) outside the peers' paragraphs."""
        taken = {place for _ranked, place in self.peer_at}
        for place, paragraph in enumerate(self.paragraphs):
            if place not in taken:
                yield from ((place, sentence) for sentence in sentences(prose(paragraph)))

    def every_sentence(self) -> Iterator[tuple[int, str]]:
        """(paragraph, sentence) of the whole body."""
        for place, paragraph in enumerate(self.paragraphs):
            yield from ((place, sentence) for sentence in sentences(prose(paragraph)))

    def is_recorded(self, words: str) -> bool:
        """Whether ``words`` stand in something the client or the peer's record says."""
        return _folded(words) in self.recorded

    @property
    def recorded(self) -> str:
        """What the client wrote and what is on record about the peers, as one text to look things up in."""
        inquiry = self.facts.inquiry
        event = inquiry.event
        parts = [inquiry.goal or "", event.name or "", *event.topics, *(inquiry.must_haves or ()), event.venue or ""]
        for ranked in self.facts.peers:
            peer = ranked.peer
            parts += [peer.name, peer.differs, peer.headline, peer.benefit, ranked.offering.title]
            parts += [topic.name for topic in ranked.offering.topics]
            parts += [reason.sentence for reason in ranked.reasons]
        return _folded(" | ".join(parts))


def read_letter(text: LetterText, facts: LetterFacts, tone: Tone, locale: str) -> ReadLetter:
    """``text`` taken apart for the check, as its owner may have edited it."""
    paragraphs = tuple(unmarked(paragraph) for paragraph in text.body)
    found = []
    for ranked in facts.peers:
        place = _place_of(ranked.peer.name, paragraphs)
        if place is not None:
            found.append((ranked, place))
    return ReadLetter(text, facts, tone, locale, paragraphs, tuple(found))


def _place_of(name: str, paragraphs: tuple[str, ...]) -> int | None:
    """The paragraph that begins with ``name``, else the first that says it."""
    wanted = _folded(name)
    if not wanted:
        return None
    begins = (place for place, text in enumerate(paragraphs) if _folded(text).startswith(wanted))
    says = (place for place, text in enumerate(paragraphs) if contains_words(text, name))
    first = next(begins, None)
    return next(says, None) if first is None else first


def contains_words(text: str, words: str) -> bool:
    """Whether ``words`` stand in ``text`` as whole words, whatever their capitals and spaces."""
    pattern = r"\s+".join(re.escape(word) for word in words.casefold().split())
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", text.casefold()) is not None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("*", "").split())
