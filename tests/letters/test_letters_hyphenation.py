"""Divided words: rare, at places the language allows, never a name, never twice in a row, and copied whole."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import page
import pytest
from pypdf import PdfReader

from build_letters import letter_facts, the_contact, the_owner
from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.letters.paper.hyphenation import divider
from fitdesk.letters.paper.linebreak import SOFT_HYPHEN, Line, break_lines, undivided
from fitdesk.letters.paper.pdf import render
from read_pdf import printed


def five_a_letter(words: str, _bold: bool) -> float:
    return 5.0 * len(words)


def said(line: Line) -> str:
    return "".join(run.text for run in line)


@pytest.mark.parametrize(
    ("locale", "word", "parts"),
    [
        ("de_DE", "Veranstaltungsorganisation,", "Ver|an|stal|tungs|or|ga|ni|sa|tion,"),
        ("en_GB", "responsibility", "re|spon|s|i|b|il|ity"),
        ("en_US", "responsibility", "re|spon|si|bil|i|ty"),
        ("fr_FR", "recommandation", "recom|man|da|tion"),
        ("es_ES", "recomendaciones", "reco|men|da|cio|nes"),
        ("nl_NL", "verantwoordelijkheid", "ver|ant|woor|de|lijk|heid"),
    ],
)
def test_words_are_divided_as_the_language_does(locale: str, word: str, parts: str) -> None:
    places = divider(locale, ())(word)
    allowed = {len(parts[:at].replace("|", "")) for at, mark in enumerate(parts) if mark == "|"}
    assert places
    assert set(places) <= allowed
    core = word.rstrip(",")
    assert all(3 <= place <= len(core) - 3 for place in places)


@pytest.mark.parametrize(
    "word",
    ["Wolkenstein", "someone@example.org", "www.example.org/path", "short", "12345678", "UNESCO-Biosphere", "NATIONAL"],
)
def test_names_addresses_and_short_words_stay_whole(word: str) -> None:
    assert divider("en_GB", ())(word) == ()


def test_a_name_on_record_stays_whole_in_german_too() -> None:
    assert divider("de_DE", ())("Wolkensteinburg")
    assert divider("de_DE", ("Anna Wolkensteinburg",))("Wolkensteinburg.") == ()


RAGGED = "a verantwoordelijkheid " * 6


def test_two_lines_in_a_row_are_never_divided() -> None:
    lines = break_lines(RAGGED, 150, five_a_letter, divider("nl_NL", ()))
    ends = [said(line).endswith(SOFT_HYPHEN) for line in lines]
    assert any(ends)
    assert not ends[-1]
    assert not any(a and b for a, b in pairwise(ends))
    assert all(five_a_letter(said(line), False) <= 155 for line in lines)
    read = "".join(
        said(line).removesuffix(SOFT_HYPHEN) + ("" if said(line)[-1] == SOFT_HYPHEN else " ") for line in lines
    )
    assert read.split() == RAGGED.split()


def test_even_lines_are_left_as_they_are() -> None:
    text = "We meet at noon and talk of many things that matter to all of us in the house today. " * 3
    wide = 400
    assert break_lines(text, wide, five_a_letter, divider("en_GB", ())) == break_lines(
        text, wide, five_a_letter, undivided
    )


def letter_lines(*, hyphenate: bool) -> list[str]:
    owner = the_owner()
    owner = replace(owner, letterhead=replace(owner.letterhead, hyphenate=hyphenate))
    facts = letter_facts(owner=owner, contact=the_contact())
    long = "Die Verantwortungsübernahmebereitschaftserklärungsformulare der Veranstaltungsorganisationsgesellschaft "
    text = LetterText("Betreff", "Guten Tag,", (long * 6,), "Mit freundlichen Grüßen")
    return [line.text for line in printed(render(text, facts, LetterKind.THANKS, Manner(locale="de_DE")).pdf)]


def test_the_owner_can_switch_it_off() -> None:
    plain = " ".join(letter_lines(hyphenate=False))
    assert plain.count("Verantwortungsübernahmebereitschaftserklärungsformulare") == 6
    divided = letter_lines(hyphenate=True)
    assert " ".join(divided).count("Verantwortungsübernahmebereitschaftserklärungsformulare") < 6


def test_a_divided_word_reads_as_one_and_the_file_stays_valid() -> None:
    facts = letter_facts(contact=the_contact())
    long = "Die Verantwortungsübernahmebereitschaftserklärungsformulare der Veranstaltungsorganisationsgesellschaft "
    text = LetterText("Betreff", "Guten Tag,", (long * 6,), "Mit freundlichen Grüßen")
    pdf = render(text, facts, LetterKind.THANKS, Manner(locale="de_DE")).pdf
    for profile in ("ua1", "2a"):
        assert not page.validate_pdf_bytes(pdf, profile=profile).failures
    contents = PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
    assert contents is not None
    assert b"/Span <</ActualText <FEFF00AD>>> BDC" in contents.get_data()
