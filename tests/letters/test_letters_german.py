"""German letters: salutations, Sie and du, lower case after the comma, days, amounts, cases, goals, closes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Form, LetterKind, Manner, Tone
from fitdesk.letters.languages import language_of
from fitdesk.letters.phrases.book import in_address, load_book
from fitdesk.letters.words.compose import compose
from letter_cases import case

GERMAN = language_of("de_DE")
FAMILIAR = GERMAN.for_address(familiar=True)
NEAR = date(2027, 3, 3)
FEMALE, MALE = Gender.FEMALE, Gender.MALE


def manner(tone: Tone = Tone.FORMAL, *, familiar: bool = False) -> Manner:
    return Manner(tone, "de_DE", familiar)


@pytest.mark.parametrize(
    ("name", "gender", "title", "formal", "warm", "familiar"),
    [
        ("Maria Lind", FEMALE, None, "Sehr geehrte Frau Lind,", "Liebe Frau Lind,", "Liebe Maria,"),
        ("Jonas Weber", MALE, None, "Sehr geehrter Herr Weber,", "Lieber Herr Weber,", "Lieber Jonas,"),
        ("Alex Lind", None, None, "Guten Tag Alex Lind,", "Guten Tag Alex Lind,", "Hallo Alex,"),
        ("Maria Lind", FEMALE, "Dr.", "Sehr geehrte Frau Dr. Lind,", "Liebe Frau Dr. Lind,", "Liebe Maria,"),
        ("Dr. Maria Lind", FEMALE, None, "Sehr geehrte Frau Dr. Lind,", "Liebe Frau Dr. Lind,", "Liebe Maria,"),
        ("Paul Weber", MALE, "Prof. Dr.", "Sehr geehrter Herr Professor Weber,", "Lieber Herr Professor Weber,",
         "Lieber Paul,"),
        ("Prof. Dr. Eva Weber", FEMALE, None, "Sehr geehrte Frau Professorin Weber,", "Liebe Frau Professorin Weber,",
         "Liebe Eva,"),
        ("Alex Lind", None, "Dr", "Guten Tag Dr. Alex Lind,", "Guten Tag Dr. Alex Lind,", "Hallo Alex,"),
        ("Eva Huber", FEMALE, "Mag.", "Sehr geehrte Frau Mag. Huber,", "Liebe Frau Mag. Huber,", "Liebe Eva,"),
        ("Frau Lind", None, None, "Sehr geehrte Frau Lind,", "Liebe Frau Lind,", "Liebe Frau Lind,"),
        ("Herr Dr. Jan von der Heide", None, None, "Sehr geehrter Herr Dr. von der Heide,",
         "Lieber Herr Dr. von der Heide,", "Lieber Jan,"),
        ("Lind, Maria", FEMALE, None, "Sehr geehrte Frau Lind,", "Liebe Frau Lind,", "Liebe Maria,"),
        ("Cher", FEMALE, None, "Guten Tag Cher,", "Guten Tag Cher,", "Liebe Cher,"),
        ("王小明", MALE, None, "Guten Tag 王小明,", "Guten Tag 王小明,", "Lieber 王小明,"),
        (None, None, None, "Sehr geehrte Damen und Herren,", "Sehr geehrte Damen und Herren,", "Guten Tag,"),
        ("  ", FEMALE, "Dr.", "Sehr geehrte Damen und Herren,", "Sehr geehrte Damen und Herren,", "Guten Tag,"),
    ],
)  # fmt: skip
def test_the_salutation_follows_the_table(
    name: str | None, gender: Gender | None, title: str | None, formal: str, warm: str, familiar: str
) -> None:
    contact = Contact(name=name, gender=gender, academic_title=title)
    assert GERMAN.salutation(contact, manner()) == formal
    assert GERMAN.salutation(contact, manner(Tone.WARM)) == warm
    assert GERMAN.salutation(contact, manner(familiar=True)) == familiar
    for said in (formal, warm):
        assert said in GERMAN.allowed_salutations(contact, manner())


def test_no_salutation_guesses_a_gender_or_mixes_the_forms_of_address() -> None:
    unknown, known = Contact(name="Alex Lind"), Contact(name="Alex Lind", gender=FEMALE)
    for tone in Tone:
        for familiar in (False, True):
            allowed = GERMAN.allowed_salutations(unknown, manner(tone, familiar=familiar))
            assert not [one for one in allowed if re.search(r"Frau|Herr|Lieb|geehrt", one)]
    assert "Liebe Alex," not in GERMAN.allowed_salutations(known, manner())
    assert "Liebe Frau Lind," not in GERMAN.allowed_salutations(known, manner(familiar=True))


def test_a_professor_may_be_addressed_in_several_ways() -> None:
    contact = Contact(name="Eva Weber", gender=FEMALE, academic_title="Prof. Dr.")
    allowed = GERMAN.allowed_salutations(contact, manner())
    for who in ("Frau Professorin Weber", "Frau Professor Weber", "Frau Prof. Dr. Weber"):
        assert f"Sehr geehrte {who}," in allowed


def test_the_envelope_has_titles_and_no_guess() -> None:
    assert GERMAN.on_envelope(Contact(name="Prof. Dr. Eva Weber")) == "Prof. Dr. Eva Weber"
    assert GERMAN.on_envelope(Contact(name="Maria Lind", gender=FEMALE)) == "Maria Lind"
    assert GERMAN.on_envelope(Contact()) == ""


@pytest.mark.parametrize(
    ("contact", "how", "close"),
    [
        (Contact(name="Maria Lind", gender=FEMALE), manner(), "Mit freundlichen Grüßen"),
        (Contact(name="Maria Lind", gender=FEMALE), manner(Tone.WARM), "Mit herzlichen Grüßen"),
        (Contact(), manner(Tone.WARM), "Mit freundlichen Grüßen"),
        (Contact(name="Maria Lind", gender=FEMALE), manner(familiar=True), "Herzliche Grüße"),
    ],
)
def test_the_close_goes_with_the_salutation_and_has_no_comma(contact: Contact, how: Manner, close: str) -> None:
    closes = load_book("de").closes["de_DE", GERMAN.close_key(contact, how)]
    assert closes[0] == close
    assert not [one for one in closes if one.endswith(",")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Vielen Dank für Ihre Anfrage.", "vielen Dank für Ihre Anfrage."),
        ("Danke, dass Sie fragen.", "danke, dass Sie fragen."),
        ("Sie laden mich ein.", "Sie laden mich ein."),
        ("Ihre Anfrage ist da.", "Ihre Anfrage ist da."),
        ("Ihnen danke ich.", "Ihnen danke ich."),
        ("Du lädst mich ein.", "du lädst mich ein."),
        ("Deine Anfrage ist da.", "deine Anfrage ist da."),
        ("Über Ihre Anfrage freue ich mich.", "über Ihre Anfrage freue ich mich."),
        ("Maria hat mir geschrieben.", "Maria hat mir geschrieben."),
        ("Anfragen wie diese freuen mich.", "Anfragen wie diese freuen mich."),
    ],
)
def test_the_letter_goes_on_in_lower_case_unless_it_is_a_noun_a_name_or_a_polite_sie(written: str, said: str) -> None:
    assert GERMAN.begin_body(written) == said


def test_every_phrase_that_may_begin_a_letter_can_go_on_in_lower_case() -> None:
    first = ("thanks", "introduction.open", "thanks_peer.open", "after_event.open", "next_season.open", "consent.open")
    polite = re.compile(r"(?:Sie|Ihr(?:e[mnr]?)?|Ihnen)\b")
    for (block, _tone), variants in load_book("de").blocks.items():
        for variant in variants if block in first else ():
            for familiar in (False, True):
                said = in_address(variant, familiar=familiar)
                assert polite.match(said) or GERMAN.begin_body(said) != said, said


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.CALL_CARD])
def test_no_letter_begins_with_a_capital_that_does_not_belong_there(kind: LetterKind) -> None:
    for seed in range(24):
        facts = case(kind, "de_DE", seed)
        for familiar in (False, True):
            text = compose(facts, kind, Manner(tuple(Tone)[seed % 3], "de_DE", familiar), form=Form.LETTER)
            assert re.match(r"[a-zäöü]|(?:Sie|Ihr(?:e[mnr]?)?|Ihnen)\b", text.body[0]), text.body[0]


def test_days_and_stretches() -> None:
    assert GERMAN.say_day(date(2026, 3, 1), "de_DE").replace("\u00a0", " ") == "1. März 2026"
    assert GERMAN.say_day(date(2027, 6, 12), "de_DE", near=NEAR) == "12. Juni"
    for first, last, said in (
        (date(2027, 6, 12), date(2027, 6, 13), "12. und 13. Juni"),
        (date(2027, 6, 12), date(2027, 6, 14), "12. bis 14. Juni"),
        (date(2027, 6, 30), date(2027, 7, 1), "30. Juni und 1. Juli"),
        (date(2027, 12, 31), date(2028, 1, 1), "31. Dezember und 1. Januar 2028"),
        (date(2028, 6, 30), date(2028, 7, 1), "30. Juni und 1. Juli 2028"),
        (date(2028, 6, 12), date(2028, 6, 12), "12. Juni 2028"),
    ):
        assert GERMAN.say_stretch(first, last, "de_DE", near=NEAR) == said


def test_several_days_name_their_month_and_year_once() -> None:
    for days, said in (
        ((date(2027, 8, 7), date(2027, 8, 14)), "7. und 14. August"),
        ((date(2027, 6, 13), date(2027, 6, 20), date(2027, 6, 27)), "13., 20. und 27. Juni"),
        ((date(2028, 1, 24), date(2028, 1, 31), date(2028, 2, 7)), "24. und 31. Januar und 7. Februar 2028"),
        ((date(2027, 12, 30), date(2028, 1, 6)), "30. Dezember und 6. Januar 2028"),
    ):
        assert GERMAN.say_days(days, "de_DE", near=NEAR) == said


def test_amounts_and_figures() -> None:
    assert GERMAN.amount(Decimal("7500"), "EUR", "de_DE") == "7.500,00\u00a0€"
    assert GERMAN.amount(Decimal("7500"), "EUR", "de_DE", in_prose=True) == "7.500\u00a0€"
    assert GERMAN.figure(1200) == "1.200"
    assert GERMAN.in_words(12) == "zwölf"
    assert GERMAN.join(["a", "b", "c"]) == "a, b und c"
