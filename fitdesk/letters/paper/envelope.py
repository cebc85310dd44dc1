"""Envelopes without a window: the sender small at the top left, the address where the post looks for it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from fitdesk.i18n import _
from fitdesk.letters.facts import recipient_of
from fitdesk.letters.paper.address import is_abroad, return_line
from fitdesk.letters.paper.layout import Box
from fitdesk.letters.paper.posted import AddressSheet, Paper, Posted

EDGE = 12.0
"""Millimetres from the edges to the sender; printers reach no nearer than five."""
READING_ZONE = 15.0
"""Millimetres at the foot that sorting machines want empty (Deutsche Post and USPS: 15 and 15.9; Royal Mail: 18)."""


class EnvelopeSize(StrEnum):
    """ISO 269 and the American No. 10."""

    DL = "dl"
    C56 = "c56"
    C5 = "c5"
    US10 = "us10"

    @property
    def paper(self) -> Paper:
        return {
            EnvelopeSize.DL: Paper(220, 110),
            EnvelopeSize.C56: Paper(229, 114),
            EnvelopeSize.C5: Paper(229, 162),
            EnvelopeSize.US10: Paper(241.3, 104.8),
        }[self]

    @property
    def words(self) -> str:
        """The size as a choice on the screen."""
        return {
            EnvelopeSize.DL: _("DL, 220 × 110 mm"),
            EnvelopeSize.C56: _("C5/6, 229 × 114 mm"),
            EnvelopeSize.C5: _("C5, 229 × 162 mm"),
            EnvelopeSize.US10: _("No. 10, 9½ × 4⅛ in"),
        }[self]


def address_box(size: EnvelopeSize) -> Box:
    """Where the address stands: right of the middle, below it, and clear of the zone at the foot."""
    paper = size.paper
    left, top = paper.width * 0.45, paper.height * 0.42
    foot = READING_ZONE + 4
    return Box(left, top, paper.width - left - EDGE, paper.height - foot - top)


def render_envelopes(posted: Sequence[Posted], size: EnvelopeSize) -> bytes:
    """One envelope a page, in that order. Raises CannotPrint naming who cannot be printed; ``posted`` not empty."""
    sheet = AddressSheet(size.paper, _("Envelopes"))
    for place, one in enumerate(posted):
        if place:
            sheet.next_page()
        facts, kind, manner = one
        abroad = is_abroad(recipient_of(facts, kind), facts.owner)
        sender = facts.owner.letterhead.return_line.strip() or return_line(
            facts.owner, with_country=abroad, locale=manner.locale
        )
        sheet.small(EDGE, EDGE + 3, sender, size.paper.width * 0.55)
        sheet.address(one, address_box(size))
    return sheet.pdf()
