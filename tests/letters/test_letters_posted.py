"""Envelopes and labels: the address stands inside its room, nothing is cut, a begun sheet goes on where it is free."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_letters import letter_facts, the_contact
from fitdesk.domain.contact import Address
from fitdesk.domain.letter import LetterKind, Manner
from fitdesk.letters.paper.envelope import EDGE, READING_ZONE, EnvelopeSize, address_box, render_envelopes
from fitdesk.letters.paper.labels import LabelSheet, label_box, render_labels
from fitdesk.letters.paper.layout import Box
from fitdesk.letters.paper.pdf import CannotPrint
from fitdesk.letters.paper.posted import Posted
from read_pdf import Printed, pages, printed


def posted(**changes: object) -> Posted:
    return letter_facts(contact=the_contact(**changes)), LetterKind.REFERRAL, Manner()


LONG = {
    "name": "Dr. Maximiliane Wolkenstein-Trostburg von und zu Hohenfels",
    "organization": "Bundesarbeitsgemeinschaft der kommunalen Spitzenverbände Südwest e. V.",
    "address": Address(("Gebäude 4, Aufgang C, Zimmer 210", "Ludwig-Wilhelm-Straße 129 a"), "79102", "Freiburg", "DE"),
}


def inside(line: Printed, box: Box) -> bool:
    return (
        line.left >= box.x - 0.5
        and line.right <= box.right + 0.5
        and line.top >= box.y - 0.5
        and line.bottom <= box.bottom + 0.8
    )


@pytest.mark.parametrize("size", list(EnvelopeSize))
@pytest.mark.parametrize("changes", [{}, LONG], ids=["usual", "long"])
def test_an_envelope_has_its_address_in_its_room_and_the_foot_empty(
    size: EnvelopeSize, changes: dict[str, object]
) -> None:
    lines = printed(render_envelopes([posted(**changes)], size))
    sender, address = lines[0], lines[1:]
    assert sender.left == pytest.approx(EDGE, abs=0.5)
    assert address
    assert all(inside(line, address_box(size)) for line in address)
    assert all(line.bottom < size.paper.height - READING_ZONE for line in lines)
    said = " ".join(line.text for line in address)
    assert ("Hohenfels" if changes else "Maria Fontaine") in said


@pytest.mark.parametrize("sheet", list(LabelSheet))
def test_labels_go_on_where_the_sheet_is_free(sheet: LabelSheet) -> None:
    each = sheet.grid.across * sheet.grid.down
    people = [posted(name=f"Person Number {number}") for number in range(3)]
    drawn = render_labels(people, sheet, each - 1)
    assert pages(drawn) == 2
    first, second = printed(drawn, 0), printed(drawn, 1)
    assert all(inside(line, label_box(sheet, each - 2)) or inside(line, label_box(sheet, each - 1)) for line in first)
    assert all(inside(line, label_box(sheet, 0)) for line in second)
    for place in range(each):
        box, grid = label_box(sheet, place), sheet.grid
        assert box.right <= grid.paper.width - 3
        assert box.bottom <= grid.paper.height - 3


def test_a_long_address_is_made_smaller_on_a_label_never_cut() -> None:
    lines = printed(render_labels([posted(**LONG)], LabelSheet.US5160))
    assert all(inside(line, label_box(LabelSheet.US5160, 0)) for line in lines)
    said = " ".join(line.text for line in lines)
    assert "Hohenfels" in said
    assert "Freiburg" in said.title()


def test_what_cannot_be_printed_names_its_recipient() -> None:
    with pytest.raises(CannotPrint, match="漢字"):
        render_envelopes([posted(name="漢字")], EnvelopeSize.DL)


def test_a_label_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="21 labels"):
        render_labels([posted()], LabelSheet.L7160, 22)


def test_the_same_letters_give_the_same_bytes() -> None:
    facts, kind, manner = posted()
    again = [(replace(facts), kind, manner)]
    assert render_envelopes([(facts, kind, manner)], EnvelopeSize.C5) == render_envelopes(again, EnvelopeSize.C5)
