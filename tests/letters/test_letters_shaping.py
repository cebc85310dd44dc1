"""Words in glyphs: kerning, ligatures that are copied as letters, other faces for what one lacks, true widths."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from build_letters import letter_facts
from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.letters.paper.faces import BOLD, SANS, TEXT, face
from fitdesk.letters.paper.pdf import CannotPrint, render
from fitdesk.letters.paper.shaping import shape, text_width, unprintable
from read_pdf import printed

BODY = (
    "The office staff find five fluffy offers: “efficient”, AVATAR Ta Yo, fjord — naïve, Łódź, œuvre, ½ ² €, 7 500,00"
)


def body_of(text: str) -> bytes:
    letter = LetterText("Subject", "Dear Maria,", (text,), "Yours,")
    return render(letter, letter_facts(), LetterKind.THANKS, Manner()).pdf


@pytest.mark.parametrize(
    "text", [BODY, "Αλέξης Παπαδόπουλος", "Олена Шевченко", "Nguyễn Văn Thiệu", "Șerban Ţepeş", "x₁ → y", "ﬁn"]
)
def test_what_is_copied_is_what_was_written(text: str) -> None:
    pdf = body_of(text)
    wanted = text.replace("ﬁ", "fi")
    for read in (PdfReader(io.BytesIO(pdf)).pages[0].extract_text(), "\n".join(line.text for line in printed(pdf))):
        assert wanted in read.replace("\n", " ")


def test_ligatures_and_kerning_are_used() -> None:
    assert len(shape("office", TEXT).pieces[0].code) == 4 * 4
    assert shape("AVA", TEXT).width < sum(shape(letter, TEXT).width for letter in "AVA")
    assert text_width("AVA", TEXT, 10) == pytest.approx(shape("AVA", TEXT).width / 100)
    assert text_width("two words", TEXT, 10) == pytest.approx(shape("two words", TEXT).width / 100)


def test_a_narrow_space_is_narrow_and_stays_on_its_line() -> None:
    assert shape("7\u202f500", TEXT).width < shape("7\u00a0500", TEXT).width
    assert "7 500" in " ".join(line.text for line in printed(body_of("It costs 7\u202f500 euros.")))


def test_another_face_stands_in_for_what_one_lacks() -> None:
    lacking = sorted(set(face(SANS).glyphs) - set(face(TEXT).glyphs))
    stand_in = next(c for c in lacking if c.isalpha())
    assert [piece.face for piece in shape(f"a{stand_in}b", TEXT).pieces] == [TEXT, SANS, TEXT]
    assert not list(unprintable(stand_in, TEXT))
    assert stand_in in " ".join(line.text for line in printed(body_of(f"Here {stand_in} is.")))


def test_a_mark_keeps_to_its_letter() -> None:
    pieces = shape("x\u0301", TEXT).pieces
    assert len(pieces) == 1
    assert shape("x\u0301", TEXT).width == shape("x", TEXT).width


def test_writing_from_right_to_left_is_refused_by_name() -> None:
    with pytest.raises(CannotPrint, match=r"right to left cannot be printed: “א” .hebrew letter alef"):
        body_of("אב")
    with pytest.raises(CannotPrint, match=r"u\+e000"):
        body_of("\ue000")


def test_widths_in_the_file_are_those_of_the_face() -> None:
    for name in (TEXT, BOLD, SANS):
        own = face(name)
        assert own.width(own.glyphs["m"]) == shape("m", name).width
