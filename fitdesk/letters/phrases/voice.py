"""The voice of one letter: says blocks of the phrase book, the same for ever for one request, and never twice."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property

from fitdesk.domain.event import Format
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import LetterKind, Manner, Tone
from fitdesk.letters.checks.reading import words_of
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.languages import language_for
from fitdesk.letters.phrases.book import PhraseBook, fill, freshest, in_address, in_turn, respell, usable


def seed_of(inquiry: Inquiry) -> str:
    """What fixes the choice of words: the request as it came, which the owner's corrections do not change."""
    received = inquiry.received.isoformat() if inquiry.received else ""
    original = inquiry.text or inquiry.subject
    parts = (received, original) if original else (received, inquiry.contact.name or "", inquiry.event.name or "")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class Voice:
    """Says phrases of one letter. Raises ValueError for a locale that letters are not written in.

    ``tone``: whose variants are used when they are not those of ``manner``. ``is_brief``: of all variants only the
    shorter half is used; ``is_terse``: only the shortest. ``said``: what stands in the letter before.
    """

    def __init__(
        self,
        facts: LetterFacts,
        kind: LetterKind,
        manner: Manner,
        book: PhraseBook | None = None,
        *,
        tone: Tone | None = None,
        is_brief: bool = False,
        is_terse: bool = False,
        said: str = "",
    ) -> None:
        self.facts = facts
        self.kind = kind
        self.manner = manner
        self.speech = language_for(manner)
        self.book = book or self.speech.book
        self.is_brief = is_brief or is_terse
        self._is_terse = is_terse
        self._tone = tone or manner.tone
        peer = facts.particulars.addressee if RULES[kind].to is To.PEER else None
        self._seed = f"{seed_of(facts.inquiry)}\n{kind.value}\n{peer.name if peer else ''}"
        self._said = said

    @cached_property
    def event(self) -> Mapping[str, str]:
        """The fields of the event, with when the request was received; to a peer only what the client allowed."""
        inquiry, manner, near = self.facts.inquiry, self.manner, self.facts.day
        fields = dict(self.speech.event_fields(inquiry.event, manner.locale, near))
        day = inquiry.received.date() if inquiry.received else None
        fields["received"] = self.speech.say_day(day, manner.locale, near=near) if day else ""
        return fields if RULES[self.kind].to is not To.PEER else self._as_allowed(fields)

    def _as_allowed(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        """To a peer it is "a leadership summit", and not "your" one; nothing that the client did not allow.

        Place and day hang on the event: without it they would seem to be the client's.
        """
        allowed, event = self.facts.particulars.allowed, self.facts.inquiry.event
        if not (event.name or "").strip() and ("format" not in allowed or event.format in (None, Format.OTHER)):
            return dict.fromkeys(fields, "")  # "a workshop" tells of the format, and "an event" of nothing
        needs = {"their_event": "event", "where": "place", "when": "day", "month": "day"}
        told = dict.fromkeys(fields, "")
        for name, value in fields.items():
            key = next((key for start, key in needs.items() if name.startswith(start)), "")
            if "event" in allowed and key in allowed:
                told[name] = value
        return told | {"event": told.get("their_event", "")}

    def say(self, block: str, fields: Mapping[str, str] | None = None, turn: int = 0) -> str:
        """``block`` filled in; "" when no variant has all its fields. ``turn`` asks for the next variant."""
        named = " ".join((fields or {}).values())
        return self.choose(self.options(block, fields or {}, turn + 1), block, turn, named)

    def options(self, block: str, fields: Mapping[str, str], fewest: int = 1) -> tuple[str, ...]:
        """Every usable variant of ``block`` filled in, in the order of the book; of a brief letter the shorter half.

        ``fewest``: how many a brief letter keeps at the least, so that two or three peers have a sentence each.
        """
        variants = (
            in_address(variant, familiar=self.manner.is_familiar) for variant in self.book.variants(block, self._tone)
        )
        found = tuple(fill(respell(v, self.book, self.manner.locale), fields) for v in usable(tuple(variants), fields))
        if not self.is_brief or len(found) < 3:
            return found
        half = 0 if self._is_terse else (len(found) - 1) // 2
        most = sorted(len(words_of(one)) for one in found)[min(max(half, fewest - 1), len(found) - 1)]
        return tuple(one for one in found if len(words_of(one)) <= most)

    def choose(self, options: tuple[str, ...], block: str, turn: int = 0, named: str = "") -> str:
        """One of the filled ``options``, fresh against what this letter has said before; "" when there is none.

        ``named``: values of merge fields, which may be said again."""
        ordered = in_turn(options, self._seed, block, turn)
        if not ordered:
            return ""
        chosen = freshest(ordered, self._said, named)
        self._said += f"\n{chosen}"
        return chosen
