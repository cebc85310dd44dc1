"""Addresses on paper that is not a letter: set as large as their room allows, never cut, drawn on a plain canvas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from fitdesk.domain.letter import LetterKind, Manner
from fitdesk.domain.owner import Layout
from fitdesk.i18n import _
from fitdesk.letters.address import address_ways
from fitdesk.letters.blocks import fit_address
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.flow import POINT
from fitdesk.letters.layout import Box
from fitdesk.letters.linebreak import Measure
from fitdesk.letters.pdf import CannotPrint
from fitdesk.letters.plain_words import printable
from fitdesk.letters.style import INK, QUIET, SANS, TEXT, printable_characters, register_faces, text_width

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
        register_faces()
        self.paper = paper
        self._target = io.BytesIO()
        size = (paper.width * POINT, paper.height * POINT)
        self._canvas: Any = Canvas(self._target, pagesize=size, invariant=1, pageCompression=1, initialFontName=TEXT)
        self._canvas._doc._timeStamp = _no_time()
        self._canvas.setTitle(title)
        self._canvas.setCreator("FitDesk")

    def address(self, posted: Posted, box: Box) -> None:
        """The recipient's address in ``box``. Raises CannotPrint naming the recipient where it cannot be printed."""
        facts, kind, manner = posted
        contact = recipient_of(facts, kind)
        layout = facts.owner.letterhead.layout
        ways = [
            [printable(line) for line in lines]
            for lines in address_ways(contact, facts.owner, layout, manner.locale, MOST_LINES)
        ]
        fitted = fit_address(ways, box.width * POINT, box.height * POINT, _measure_at)
        name = contact.name or contact.organization or ""
        if fitted is None or not set("".join(fitted.lines)) <= printable_characters(TEXT):
            said = _("The address of {name} cannot be printed here. Shorten its lines, or write it in Latin letters.")
            raise CannotPrint(said.replace("{name}", name))
        first = box.y + (box.height - len(fitted.lines) * fitted.leading / POINT) / 2 + fitted.size / POINT
        for place, line in enumerate(fitted.lines):
            self._say(box.x, first + place * fitted.leading / POINT, line, TEXT, fitted.size, INK)

    def small(self, x: float, y: float, words: str, wide: float) -> None:
        """A line of small print that ends before ``wide`` millimetres."""
        size = 8.0
        while size > 5 and text_width(words, SANS, size) > wide * POINT:
            size -= 0.5
        self._say(x, y, printable(words), SANS, size, QUIET)

    def next_page(self) -> None:
        self._canvas.showPage()

    def pdf(self) -> bytes:
        self._canvas.save()
        return self._target.getvalue()

    def _say(self, x: float, y: float, words: str, face: str, size: float, colour: object) -> None:
        self._canvas.setFillColor(colour)
        self._canvas.setFont(face, size)
        self._canvas.drawString(x * POINT, (self.paper.height - y) * POINT, words)


def is_american(posted: Sequence[Posted]) -> bool:
    """Whether the sender's paper is American."""
    return bool(posted) and posted[0][0].owner.letterhead.layout in (Layout.US, Layout.PLAIN_LETTER)


@cache
def _measure_at(size: float) -> Measure:
    return lambda words, _bold: text_width(words, TEXT, size)


def _no_time() -> TimeStamp:
    """The clock must not change the bytes."""
    stamp, day = TimeStamp(1), date(2000, 1, 1)
    stamp.lt = (day.year, day.month, day.day, 12, 0, 0, day.weekday(), 1, 0)
    stamp.YMDhms = stamp.lt[:6]
    return stamp
