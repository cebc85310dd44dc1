"""The voice of one letter: says blocks of the phrase book, the same for ever for one request, and never twice."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import Tone
from fitdesk.letters.phrases import fill, freshest, in_turn, load_book, respell, usable

LOCALES = ("en_GB", "en_US")


def seed_of(inquiry: Inquiry) -> str:
    """What fixes the choice of words: the request as it came, which the owner's corrections do not change."""
    received = inquiry.received.isoformat() if inquiry.received else ""
    original = inquiry.text or inquiry.subject
    parts = (received, original) if original else (received, inquiry.contact.name or "", inquiry.event.name or "")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class Voice:
    """Says phrases in one tone and locale. Raises ValueError for a locale that letters are not written in."""

    def __init__(self, inquiry: Inquiry, tone: Tone, locale: str) -> None:
        if locale not in LOCALES:
            raise ValueError(f"letters are written in {' and '.join(LOCALES)}, not in {locale}")
        self.tone = tone
        self.locale = locale
        self.book = load_book(locale[:2])
        self._seed = seed_of(inquiry)
        self._said = ""

    def say(self, block: str, fields: Mapping[str, str], turn: int = 0) -> str:
        """``block`` filled in; "" when no variant has all its fields. ``turn`` asks for the next variant."""
        variants = usable(self.book.variants(block, self.tone), fields)
        return self.choose(tuple(self._filled(variant, fields) for variant in variants), block, turn)

    def options(self, block: str, fields: Mapping[str, str]) -> tuple[str, ...]:
        """Every variant of ``block`` filled in, in the order of the book."""
        return tuple(self._filled(v, fields) for v in usable(self.book.variants(block, self.tone), fields))

    def choose(self, options: tuple[str, ...], block: str, turn: int = 0) -> str:
        """One of the filled ``options``, fresh against what this letter has said before; "" when there is none."""
        ordered = in_turn(options, self._seed, block, turn)
        if not ordered:
            return ""
        chosen = freshest(ordered, self._said)
        self._said += f"\n{chosen}"
        return chosen

    def _filled(self, variant: str, fields: Mapping[str, str]) -> str:
        return fill(respell(variant, self.book, self.locale), fields)
