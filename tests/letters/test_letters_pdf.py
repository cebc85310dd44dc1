"""The PDF as a file: same bytes, embedded faces, metadata; pictures; and what cannot be printed is said before."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from time import perf_counter
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from build_letters import letter_facts, the_contact, the_owner, three_colleagues
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.domain.owner import Layout, Owner
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.paper.images import fit_image, image_problem
from fitdesk.letters.paper.pdf import CannotPrint, render
from fitdesk.letters.paper.style import INK, accent_colour
from fitdesk.letters.words.compose import compose
from read_pdf import printed


def a_picture(size: tuple[int, int] = (600, 200), kind: str = "PNG", mode: str = "RGB") -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, "#2f6f5e").save(target, kind)
    return target.getvalue()


def with_letterhead(**changes: object) -> Owner:
    owner = the_owner()
    return replace(owner, letterhead=replace(owner.letterhead, **changes))  # type: ignore[arg-type]  # any field


def letter(facts: LetterFacts) -> tuple[LetterText, bytes]:
    text = compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))
    return text, render(text, facts, LetterKind.REFERRAL, Manner(locale="en_GB")).pdf


def test_the_same_words_give_the_same_bytes() -> None:
    facts = letter_facts(*three_colleagues(), owner=with_letterhead(logo=a_picture(), signature=a_picture((300, 90))))
    assert letter(facts)[1] == letter(facts)[1]
    other = replace(facts, day=date(2027, 3, 4))
    assert letter(other)[1] != letter(facts)[1]


def test_every_face_is_embedded_as_a_subset() -> None:
    reader: Any = PdfReader(io.BytesIO(letter(letter_facts())[1]))
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert {str(font["/BaseFont"]).split("+")[-1] for font in fonts} == {
        "SourceSerifPro-Regular",
        "SourceSerifPro-Semibold",
        "SourceSansPro-Regular",
    }
    for font in fonts:
        assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_metadata() -> None:
    text, pdf = letter(letter_facts())
    reader: Any = PdfReader(io.BytesIO(pdf))
    assert reader.metadata.title == text.subject
    assert reader.metadata.author == "Ruth Anders"
    assert reader.metadata.subject == "Letter to Maria Fontaine"
    assert str(reader.metadata.creation_date) == "2027-03-03 12:00:00+00:00"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_it_is_small() -> None:
    assert len(letter(letter_facts(*three_colleagues()))[1]) < 100_000


@pytest.mark.parametrize(
    "name", ["<b>Bobby</b> & Co", "Zoë Ștefănescu", "Αλέξης Παπαδόπουλος", "Олена Шевченко", "{a} [b] %s"]
)
def test_names_are_printed_as_they_are(name: str) -> None:
    facts = letter_facts(contact=the_contact(name=name, gender=None))
    text, pdf = letter(facts)
    read = " ".join(line.text for line in printed(pdf))
    assert text.salutation in read
    assert name in read


def test_invisible_marks_are_left_out() -> None:
    facts = letter_facts(contact=the_contact(name="Ann\u202ea Me\u200byer\u00ad", gender=None))
    assert "Anna Meyer" in " ".join(line.text for line in printed(letter(facts)[1]))


@pytest.mark.parametrize(
    ("name", "said"), [("王小明", "cjk unified ideograph-738b"), ("أحمد", "arabic letter"), ("Ann 😀", "grinning face")]
)
def test_characters_that_cannot_be_printed_are_named(name: str, said: str) -> None:
    facts = letter_facts(contact=the_contact(name=name))
    with pytest.raises(CannotPrint, match=said):
        letter(facts)


def test_a_text_that_is_no_letter_is_refused() -> None:
    facts = letter_facts()
    text = LetterText("x", "y", ("word " * 5000,), "z")
    with pytest.raises(CannotPrint, match="longer than a letter"):
        render(text, facts, LetterKind.REFERRAL, Manner(locale="en_GB"))


def test_a_word_without_end_is_broken_and_not_cut() -> None:
    facts = letter_facts()
    text = LetterText("Subject", "Dear Maria,", ("x" * 900,), "Yours sincerely,")
    lines = printed(render(text, facts, LetterKind.REFERRAL, Manner(locale="en_GB")).pdf)
    assert sum(line.text.count("x") for line in lines if set(line.text) == {"x"}) == 900
    assert all(line.right < 191 for line in lines)


def test_the_longest_word_is_set_in_good_time() -> None:
    text = LetterText("Subject", "Dear Maria,", ("x" * 20_000,), "Yours sincerely,")
    start = perf_counter()
    letter = render(text, letter_facts(), LetterKind.REFERRAL, Manner(locale="en_GB"))
    assert perf_counter() - start < 3
    found = "".join(line.text for number in range(letter.pages) for line in printed(letter.pdf, number))
    assert found.count("x") >= 20_000


@pytest.mark.parametrize("name", ["\ud800", "\ue000", "\uffff"])
def test_what_is_no_character_is_refused(name: str) -> None:
    with pytest.raises(CannotPrint) as refused:
        letter(letter_facts(owner=replace(the_owner(), name=f"Ruth {name}")))
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("layout", list(Layout))
def test_logo_and_signature_are_drawn(kind: str, layout: Layout) -> None:
    owner = with_letterhead(logo=a_picture(kind=kind), signature=a_picture((400, 150), kind), layout=layout)
    _text, pdf = letter(letter_facts(owner=owner))
    assert len(PdfReader(io.BytesIO(pdf)).pages[0].images) == 2


def test_transparent_and_unusual_pictures_can_be_used() -> None:
    for mode in ("RGBA", "P", "L", "1", "LA"):
        assert image_problem(a_picture(mode=mode) if mode != "P" else a_picture(mode="P")) is None
    assert fit_image(a_picture((4000, 100)), 55, 24).width == pytest.approx(55)
    assert fit_image(a_picture((100, 4000)), 55, 24).height == pytest.approx(24)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"not a picture", "damaged or not a PNG, JPEG or SVG"),
        (a_picture()[:-120], "damaged"),
        (a_picture(kind="GIF", mode="L"), "damaged or not"),
        (b"\x89PNG" + b"0" * 6_000_000, "larger than 5 MB"),
        (a_picture((7000, 10)), "6,000 dots"),
    ],
)
def test_a_bad_picture_is_explained(data: bytes, said: str) -> None:
    assert said in (image_problem(data) or "")
    with pytest.raises(CannotPrint, match="logo"):
        letter(letter_facts(owner=with_letterhead(logo=data)))
    with pytest.raises(CannotPrint, match="signature"):
        letter(letter_facts(owner=with_letterhead(signature=data)))


def test_a_pale_accent_is_darkened_and_a_wrong_one_forgiven() -> None:
    assert accent_colour("#2f6f5e").hex == "#2f6f5e"
    pale = accent_colour("#ffee88")
    assert pale.red < 0.6
    assert accent_colour("no colour") == INK


def test_bold_marks_without_a_partner_are_printed() -> None:
    facts = letter_facts()
    text = LetterText("Sub**ject", "Dear Maria,", ("Two ** stars.", "**Bold** and plain"), "Yours sincerely,")
    read = [line.text for line in printed(render(text, facts, LetterKind.REFERRAL, Manner(locale="en_GB")).pdf)]
    assert "Two ** stars." in read
    assert "Subject" in read
    assert any("Bold" in line for line in read)
