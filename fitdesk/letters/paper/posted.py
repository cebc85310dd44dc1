"""Addresses on paper that is not a letter: set as large as their room allows, never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fitdesk.domain.letter import LetterKind, Manner
from fitdesk.domain.owner import Layout
from fitdesk.i18n import _
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.paper.address import address_ways
from fitdesk.letters.paper.blocks import fit_address, fit_small
from fitdesk.letters.paper.cannot_print import CannotPrint, refuse_unprintable
from fitdesk.letters.paper.canvas import POINT
from fitdesk.letters.paper.canvas import Paper as Pages
from fitdesk.letters.paper.faces import SANS, TEXT
from fitdesk.letters.paper.layout import Box
from fitdesk.letters.paper.letterhead import measure_at, sans_at
from fitdesk.letters.paper.style import INK, QUIET
from fitdesk.letters.words.plain_words import printable

Posted = tuple[LetterFacts, LetterKind, Manner]
"""One letter that is posted: to whom it goes follows from its facts and kind."""

MOST_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """Width and height in millimetres."""

    width: float
    height: float


class AddressSheet:
    """A PDF of addresses. Places are in millimetres from the top left corner."""

    def __init__(self, paper: Paper, title: str) -> None:
        self.paper = paper
        # No day of its own: the clock must not change the bytes.
        self._pages = Pages("en_GB", date(2000, 1, 1), title, "FitDesk", title)
        self.next_page()

    def address(self, posted: Posted, box: Box) -> None:
        """The recipient's address in ``box``. Raises CannotPrint naming the recipient where it cannot be printed."""
        facts, kind, manner = posted
        contact = recipient_of(facts, kind)
        layout = facts.owner.letterhead.layout
        ways = [
            [printable(line) for line in lines]
            for lines in address_ways(contact, facts.owner, layout, manner.locale, MOST_LINES)
        ]
        fitted = fit_address(ways, box.width * POINT, box.height * POINT, measure_at)
        try:
            refuse_unprintable((TEXT, line) for lines in ways for line in lines)
        except CannotPrint:
            fitted = None
        if fitted is None:
            said = _("The address of {name} cannot be printed here. Shorten its lines, or write it in Latin letters.")
            raise CannotPrint(said.replace("{name}", contact.name or contact.organization or ""))
        first = box.y + (box.height - len(fitted.lines) * fitted.leading / POINT) / 2 + fitted.size / POINT
        with self._pages.element("P", language=manner.locale):
            for place, line in enumerate(fitted.lines):
                self._pages.say(box.x, first + place * fitted.leading / POINT, line, TEXT, fitted.size, INK)

    def small(self, x: float, y: float, words: str, wide: float) -> None:
        """Small print that ends before ``wide`` millimetres, in several lines if it must."""
        size, lines = fit_small(printable(words), wide * POINT, 8, 6.5, sans_at)
        if words.strip():
            with self._pages.element("P"):
                for place, line in enumerate(lines):
                    self._pages.say(x, y + place * size * 1.2 / POINT, line, SANS, size, QUIET)

    def next_page(self) -> None:
        self._pages.begin_page(self.paper.width, self.paper.height)

    def pdf(self) -> bytes:
        return self._pages.finished()


def is_american(posted: Sequence[Posted]) -> bool:
    """Whether the sender's paper is American."""
    return bool(posted) and posted[0][0].owner.letterhead.layout in (Layout.US, Layout.PLAIN_LETTER)
