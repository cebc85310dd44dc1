"""A letter taken apart for the check: its parts as heard, which peer stands where, and what is on record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.contact import Contact
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.findings import CheckFinding, Part, Repair, Severity
from fitdesk.letters.checks.heard import Heard, heard_in
from fitdesk.letters.checks.heard_text import HeardText, Plain, hear
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.kinds import RULES, KindRules
from fitdesk.letters.languages import language_of
from fitdesk.letters.languages.language import Language
from fitdesk.letters.phrases.book import PhraseBook

Mend = Callable[[], Repair | None]
"""Makes the repair of a finding; asked only when the finding is shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, what makes its repair, and whether it counts even in kinds to which its rule does not apply."""

    finding: CheckFinding
    mend: Mend | None = None
    is_always: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A part of the letter: the subject, the salutation, the close, or a paragraph of the body."""

    part: Part
    paragraph: int | None
    heard: HeardText


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """``parts`` are the subject and the paragraphs. ``peer_at``: each peer named, and the paragraph that introduces
    them. ``recorded`` is what the client wrote and what is on record about the peers, to look words up in. ``book``
    gives repairs their words; None for the delivered one.
    """

    text: LetterText
    facts: LetterFacts
    kind: LetterKind
    manner: Manner
    form: Form
    recipient: Contact
    parts: tuple[Where, ...]
    peer_at: tuple[tuple[RankedPeer, int], ...]
    recorded: str
    book: PhraseBook | None = None

    @property
    def tone(self) -> Tone:
        return self.manner.tone

    @property
    def locale(self) -> str:
        return self.manner.locale

    @property
    def code(self) -> str:
        """The language of the letter (ISO 639-1)."""
        return self.manner.language

    @property
    def language(self) -> Language:
        return language_of(self.manner.locale)

    @property
    def heard(self) -> Heard:
        return heard_in(self.manner.language)

    @property
    def rules(self) -> KindRules:
        return RULES[self.kind]

    @property
    def is_brief(self) -> bool:
        return self.form is Form.EMAIL or self.manner.tone is Tone.BRIEF

    @property
    def body(self) -> tuple[Where, ...]:
        return self.parts[1:]

    @property
    def named_peers(self) -> tuple[RankedPeer, ...]:
        return tuple(ranked for ranked, _place in self.peer_at)

    def every_sentence(self) -> Iterator[tuple[Where, Plain]]:
        """(paragraph, sentence) of the whole body."""
        for where in self.body:
            yield from ((where, sentence) for sentence in where.heard.sentences)

    def own_sentences(self) -> Iterator[tuple[Where, Plain]]:
        """(paragraph, sentence) outside the peers' paragraphs."""
        taken = {place for _ranked, place in self.peer_at}
        return ((where, sentence) for where, sentence in self.every_sentence() if where.paragraph not in taken)

    def is_recorded(self, words: str) -> bool:
        """Whether ``words`` stand in something the client or the peer's record says."""
        return folded(words) in self.recorded

    def is_of_client(self, words: str) -> bool:
        """Whether ``words`` stand in what the client wrote; what is on record about a peer is the owner's own."""
        return folded(words) in _of_client(Same(self.facts))


def found(
    number: int,
    severity: Severity,
    sentence: str,
    where: Where | None = None,
    span: tuple[int, int] | None = None,
    mend: Mend | None = None,
) -> Found:
    """A finding in a part of the letter, at ``span`` of its text as it stands; about all of it without one."""
    part, paragraph = (where.part, where.paragraph) if where is not None else (Part.BODY, None)
    start, end = span if span is not None and span[1] > span[0] else (None, None)
    return Found(CheckFinding(number, severity, sentence, paragraph, part, start, end), mend)


def read_letter(
    text: LetterText,
    facts: LetterFacts,
    kind: LetterKind,
    manner: Manner,
    form: Form,
    book: PhraseBook | None = None,
) -> ReadLetter:
    """``text`` taken apart for the check, as its owner may have edited it."""
    code = manner.language
    parts = (
        Where(Part.SUBJECT, None, hear(text.subject, code)),
        *(Where(Part.BODY, place, hear(paragraph, code)) for place, paragraph in enumerate(text.body)),
    )
    plain = tuple(where.heard.plain.text for where in parts[1:])
    at = ((ranked, _place_of(ranked.peer.name, plain)) for ranked in facts.peers)
    return ReadLetter(
        text=text,
        facts=facts,
        kind=kind,
        manner=manner,
        form=form,
        recipient=recipient_of(facts, kind),
        parts=parts,
        peer_at=tuple((ranked, place) for ranked, place in at if place is not None),
        recorded=_recorded(Same(facts)),
        book=book,
    )


def with_text(letter: ReadLetter, text: LetterText) -> ReadLetter:
    """The same letter with other words."""
    return read_letter(text, letter.facts, letter.kind, letter.manner, letter.form, letter.book)


class Same:
    """Facts told apart by identity: they are large, and the same object is checked at every key pressed."""

    __slots__ = ("facts",)

    def __init__(self, facts: LetterFacts) -> None:
        self.facts = facts

    def __hash__(self) -> int:
        return id(self.facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.facts is self.facts


@lru_cache(maxsize=16)
def _of_client(same: Same) -> str:
    inquiry, event = same.facts.inquiry, same.facts.inquiry.event
    parts = [inquiry.goal or "", event.name or "", *event.topics, *(inquiry.must_haves or ()), event.venue or ""]
    return folded(" | ".join(parts))


@lru_cache(maxsize=16)
def _recorded(same: Same) -> str:
    facts, of_kind = same.facts, same.facts.particulars
    parts = [sentence for _peer, sentence in of_kind.own_sentences]
    for ranked in facts.peers:
        peer = ranked.peer
        parts += [peer.name, peer.differs, peer.headline, peer.benefit, ranked.offering.title]
        parts += [topic.name for topic in ranked.offering.topics]
        parts += [reason.sentence for reason in ranked.reasons]
    if of_kind.addressee is not None:
        parts += [of_kind.addressee.name, of_kind.addressee.headline, of_kind.addressee.benefit]
        parts += [offering.title for offering in of_kind.addressee.offerings]
        parts += [topic.name for offering in of_kind.addressee.offerings for topic in offering.topics]
    return f"{_of_client(same)} | {folded(' | '.join(parts))}"


def _place_of(name: str, paragraphs: tuple[str, ...]) -> int | None:
    """The paragraph that begins with ``name``, else the first that says it."""
    wanted = folded(name)
    if not wanted:
        return None
    begins = (place for place, text in enumerate(paragraphs) if folded(text).startswith(wanted))
    says = (place for place, text in enumerate(paragraphs) if contains_words(text, name))
    first = next(begins, None)
    return next(says, None) if first is None else first


def words_at(text: str, words: str) -> tuple[int, int] | None:
    """Where ``words`` stand in ``text`` as whole words, whatever their capitals and spaces."""
    pattern = r"\s+".join(re.escape(word) for word in words.replace("’", "'").split())
    hit = re.search(rf"(?<!\w){pattern}(?!\w)", text.replace("’", "'"), re.IGNORECASE) if pattern else None
    return hit.span() if hit else None


def contains_words(text: str, words: str) -> bool:
    """Whether ``words`` stand in ``text`` as whole words, whatever their capitals and spaces."""
    return words_at(text, words) is not None


def folded(text: str) -> str:
    """``text`` in small letters with single spaces and plain apostrophes, without marks."""
    return " ".join(text.casefold().replace("’", "'").replace("*", "").split())
