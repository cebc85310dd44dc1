"""Letters as files that last: valid PDF/UA-1 and PDF/A-2a on every layout, in every language, read in order."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import page
import pytest
from PIL import Image
from pypdf import PdfReader

from build_letters import letter_facts, the_contact, the_owner, three_colleagues
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.domain.owner import Layout
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.languages import LOCALES
from fitdesk.letters.paper.envelope import EnvelopeSize, render_envelopes
from fitdesk.letters.paper.labels import LabelSheet, render_labels
from fitdesk.letters.paper.pdf import render, render_many
from fitdesk.letters.words.compose import compose

SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><style>.a{fill:#2f6f5e}</style>'
    b'<circle cx="40" cy="40" r="36" class="a"/><path d="M90 60 Q120 0 190 40" stroke="#c84" fill="none" '
    b'stroke-opacity=".6"/></svg>'
)
LAYOUTS = list(Layout)


def a_picture(mode: str) -> bytes:
    target = io.BytesIO()
    Image.new(mode, (300, 100), (47, 111, 94, 120)[: len(mode)]).save(target, "PNG")
    return target.getvalue()


def failures(pdf: bytes) -> list[str]:
    """What the validator says against a PDF on either profile."""
    return [
        f"{profile}: {failure.rule_id} {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]


def facts_on(layout: Layout, **letterhead: Any) -> LetterFacts:
    owner = the_owner()
    head = replace(owner.letterhead, layout=layout, bank="IBAN DE00 0000 0000 0000 0000 00", place="Bern", **letterhead)
    return letter_facts(*three_colleagues(), owner=replace(owner, letterhead=head))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", [LetterKind.REFERRAL, LetterKind.ACCEPTANCE, LetterKind.CALL_CARD])
def test_letters_are_valid_in_every_language(locale: str, kind: LetterKind) -> None:
    place = LOCALES.index(locale) * 2 + (kind is LetterKind.ACCEPTANCE)
    facts = facts_on(LAYOUTS[place % len(LAYOUTS)], logo=SVG, signature=a_picture("RGBA"))
    manner = Manner(Tone.FORMAL, locale)
    text = replace(compose(facts, kind, manner), reference="7/2027", enclosures=("A", "B"), copies=("Luc Perrin",))
    assert failures(render(text, facts, kind, manner).pdf) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_letters_are_valid_on_every_layout(layout: Layout) -> None:
    text = LetterText(
        "Office “fluff”",
        "Dear Alex,",
        ("Write to a@b.example. " * 250, "Questions:\n1. One\n2. Two", "Day: 12 June\nPlace: Lyon"),
        "Yours,",
    )
    long = render(text, facts_on(layout, logo=a_picture("RGB")), LetterKind.QUESTIONS, Manner())
    assert long.pages >= 2
    assert failures(long.pdf) == []
    short = render(replace(text, body=("Naïve ﬁ Ω µ Ẹ\u0301 x\u0301",)), facts_on(layout), LetterKind.THANKS, Manner())
    assert failures(short.pdf) == []
    assert len(short.pdf) < 60_000


def test_streams_of_any_end_are_valid() -> None:
    text = LetterText("S", "Dear A,", ("",), "Yours,")
    for number in range(60):
        letter = render(replace(text, body=(f"Number {number}.",)), letter_facts(), LetterKind.THANKS, Manner())
        assert failures(letter.pdf) == []


def test_the_validator_sees_a_fault() -> None:
    pdf = render(LetterText("S", "Dear A,", ("Words.",), "Yours,"), letter_facts(), LetterKind.THANKS, Manner()).pdf
    assert failures(pdf.replace(b"/Marked true", b"/Marked fals")) != []


def test_what_is_printed_beside_letters_is_valid_too() -> None:
    facts = letter_facts()
    one = (facts, LetterKind.REFERRAL, Manner())
    assert failures(render_envelopes([one], EnvelopeSize.DL)) == []
    assert failures(render_labels([one, one], LabelSheet.US5160, 3)) == []
    text = LetterText("S", "Dear A,", ("Words.",), "Yours,")
    many = render_many([(text, *one), (replace(text, body=("Mehr.",)), facts, one[1], Manner(locale="de_DE"))])
    assert failures(many) == []
    reader: Any = PdfReader(io.BytesIO(many))
    assert [kid.get_object()["/Lang"] for kid in document_of(reader)["/K"]] == ["en-GB", "de-DE"]
    with pytest.raises(ValueError, match="no letters"):
        render_many([])


def document_of(reader: Any) -> Any:
    return reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0]


def tags(element: Any) -> list[str]:
    """The tags of an element and all below it, in reading order."""
    found = [str(element["/S"])]
    for kid in element["/K"]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, dict) and "/S" in kid:
            found += tags(kid)
    return found


def test_the_tree_says_what_each_part_is() -> None:
    text = LetterText(
        "Your summit", "Dear Maria,", ("One.", "Asked:\n1. One\n2. Two", "Mail hello@anders.example please."), "Yours,"
    )
    facts = facts_on(Layout.UK, logo=SVG, signature=a_picture("RGB"))
    reader: Any = PdfReader(io.BytesIO(render(text, facts, LetterKind.QUESTIONS, Manner()).pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    found = tags(document_of(reader))
    below = found[found.index("/H1") :]
    assert below == [
        "/H1", "/P", "/P", "/P",
        "/L", "/LI", "/Lbl", "/LBody", "/LI", "/Lbl", "/LBody",
        "/P", "/Link", "/P", "/Figure", "/P", "/P",
    ]  # fmt: skip
    assert found.index("/Figure") < found.index("/H1")
    link = reader.pages[0]["/Annots"][0].get_object()
    assert link["/A"]["/URI"] == "mailto:hello@anders.example"
    assert link["/Contents"] == "hello@anders.example"


def test_websites_on_record_are_links_and_others_are_not() -> None:
    text = LetterText("S", "Dear A,", ("See camille.example, evil.example and javascript:alert(1).",), "Yours,")
    reader: Any = PdfReader(io.BytesIO(render(text, letter_facts(), LetterKind.THANKS, Manner()).pdf))
    assert [link.get_object()["/A"]["/URI"] for link in reader.pages[0]["/Annots"]] == ["https://camille.example"]


def test_marks_and_page_numbers_are_no_part_of_the_text() -> None:
    text = LetterText("S", "Dear A,", ("More words. " * 600,), "Yours,")
    reader: Any = PdfReader(io.BytesIO(render(text, letter_facts(), LetterKind.THANKS, Manner()).pdf))
    first, second = (page.get_contents().get_data() for page in reader.pages[:2])
    assert b"/Artifact <</Type /Layout>> BDC" in first
    assert b"/Subtype /Header>> BDC" in second
    assert b"/Subtype /Footer>> BDC" in second


def test_metadata_inside_and_beside_agree() -> None:
    facts = letter_facts(contact=the_contact(name="Zoë <b> & Co"))
    pdf = render(
        LetterText("A & B <c>", "Dear A,", ("x",), "Yours,"), facts, LetterKind.REFERRAL, Manner(locale="de_DE")
    ).pdf
    reader: Any = PdfReader(io.BytesIO(pdf))
    xmp = reader.xmp_metadata
    assert xmp.dc_title["x-default"] == reader.metadata.title == "A & B <c>"
    assert xmp.dc_description["x-default"] == reader.metadata.subject == "Brief an Zoë <b> & Co"
    assert xmp.dc_creator == ["Ruth Anders"]
    assert xmp.dc_language == ["de-DE"]
    assert str(xmp.xmp_create_date).startswith("2027-03-03 12:00")
    assert reader.trailer["/Root"]["/Lang"] == "de-DE"
