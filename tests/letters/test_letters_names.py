"""Salutations, titles and pronouns: the table of letters.md, and names that are easily got wrong."""

from __future__ import annotations

import pytest

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.letters.languages import language_of
from fitdesk.letters.languages.english_names import allowed_salutations, pronouns, salutation
from fitdesk.letters.names import on_envelope, take_apart

FEMALE, MALE = Gender.FEMALE, Gender.MALE


@pytest.mark.parametrize(
    ("name", "gender", "title", "tone", "uk", "us"),
    [
        ("Maria Fontaine", FEMALE, None, Tone.FORMAL, "Dear Ms Fontaine,", "Dear Ms. Fontaine:"),
        ("Khalid Al Mansoori", MALE, None, Tone.FORMAL, "Dear Mr Al Mansoori,", "Dear Mr. Al Mansoori:"),
        ("Alex Moor", None, None, Tone.FORMAL, "Dear Alex Moor,", "Dear Alex Moor:"),
        ("Alex Moor", None, None, Tone.WARM, "Dear Alex,", "Dear Alex,"),
        ("S. Venkataraghavan", MALE, None, Tone.WARM, "Dear S. Venkataraghavan,", "Dear S. Venkataraghavan,"),
        ("Anna Meyer", FEMALE, "Dr", Tone.FORMAL, "Dear Dr Meyer,", "Dear Dr. Meyer:"),
        ("Anna Meyer", None, "Prof. Dr.", Tone.FORMAL, "Dear Professor Meyer,", "Dear Professor Meyer:"),
        ("Dr. Anna Meyer, PhD", None, None, Tone.FORMAL, "Dear Dr Meyer,", "Dear Dr. Meyer:"),
        ("Dr. Anna Meyer, PhD", None, None, Tone.WARM, "Dear Anna,", "Dear Anna,"),
        ("Meyer, Anna", FEMALE, None, Tone.FORMAL, "Dear Ms Meyer,", "Dear Ms. Meyer:"),
        ("Jan van der Berg", MALE, None, Tone.FORMAL, "Dear Mr van der Berg,", "Dear Mr. van der Berg:"),
        ("Mrs Joan Hale", None, None, Tone.FORMAL, "Dear Mrs Hale,", "Dear Mrs. Hale:"),
        ("Cher", FEMALE, None, Tone.FORMAL, "Dear Cher,", "Dear Cher:"),
        ("王小明", MALE, None, Tone.FORMAL, "Dear 王小明,", "Dear 王小明:"),
        ("Maria Fontaine", FEMALE, None, Tone.BRIEF, "Dear Ms Fontaine,", "Dear Ms. Fontaine:"),
        (None, None, None, Tone.BRIEF, "Dear Sir or Madam,", "To whom it may concern:"),
        (None, None, None, Tone.FORMAL, "Dear Sir or Madam,", "To whom it may concern:"),
        ("  ", None, None, Tone.WARM, "Dear Sir or Madam,", "To whom it may concern:"),
    ],
)
def test_the_salutation_follows_the_table(
    name: str | None, gender: Gender | None, title: str | None, tone: Tone, uk: str, us: str
) -> None:
    contact = Contact(name=name, gender=gender, academic_title=title)
    assert salutation(contact, Manner(tone, "en_GB")) == uk
    assert salutation(contact, Manner(tone, "en_US")) == us


def test_every_usual_salutation_is_an_allowed_one() -> None:
    for name in ("Maria Fontaine", "Cher", "Dr. Jan van der Berg", None):
        for tone in Tone:
            for locale in ("en_GB", "en_US"):
                for familiar in (False, True):
                    contact, manner = Contact(name=name, gender=FEMALE), Manner(tone, locale, familiar)
                    allowed = allowed_salutations(contact, manner)
                    assert salutation(contact, manner) == allowed[0]
                    assert all(words.endswith((",", ":")) for words in allowed)


def test_brief_letters_are_by_first_name_among_friends() -> None:
    contact, brief = Contact(name="Maria Fontaine", gender=FEMALE), Manner(Tone.BRIEF, "en_GB", is_familiar=True)
    speech = language_of("en_GB")
    assert salutation(contact, brief) == "Dear Maria,"
    assert speech.close_key(contact, brief) == "warm"
    assert speech.close_key(contact, Manner(Tone.BRIEF, "en_GB")) == "formal"
    assert "Dear Ms Fontaine," in allowed_salutations(contact, brief)


def test_the_american_colon() -> None:
    contact = Contact(name="Maria Fontaine", gender=FEMALE)
    assert "Dear Maria:" in allowed_salutations(contact, Manner(Tone.WARM, "en_US"))
    assert "Dear Ms. Fontaine," not in allowed_salutations(contact, Manner(Tone.FORMAL, "en_US"))


def test_mrs_is_allowed_only_to_a_woman_on_record() -> None:
    formal = Manner(Tone.FORMAL, "en_GB")
    known, unknown = Contact(name="Maria Fontaine", gender=FEMALE), Contact(name="Maria Fontaine")
    assert "Dear Mrs Fontaine," in allowed_salutations(known, formal)
    assert "Dear Mrs Fontaine," not in allowed_salutations(unknown, formal)
    assert "Dear Ms Fontaine," not in allowed_salutations(unknown, formal)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Rebecca J. Feldstein", "Rebecca", "Feldstein"),
        ("Sammy Davis Jr.", "Sammy", "Davis"),
        ("Inês Sarmento Valadão", "Inês", "Valadão"),
        ("Anna  von  und  zu Stein", "Anna", "zu Stein"),
        ("Cher", "Cher", ""),
    ],
)
def test_names_are_taken_apart(name: str, first: str, last: str) -> None:
    found = take_apart(name)
    assert (found.first, found.last) == (first, last)


def test_the_envelope_has_the_title_and_the_degree_but_no_guess() -> None:
    assert on_envelope(Contact(name="Anna Meyer, PhD", academic_title="Dr"), "en_GB") == "Dr Anna Meyer, PhD"
    assert on_envelope(Contact(name="Anna Meyer", gender=FEMALE), "en_GB") == "Anna Meyer"
    assert on_envelope(Contact(name="Anna Meyer", academic_title="Dr"), "en_US") == "Dr. Anna Meyer"
    assert on_envelope(Contact(), "en_GB") == ""


@pytest.mark.parametrize(("subject", "her", "verb"), [("she", "her", "is"), ("he", "him", "is"), ("xe", "them", "are")])
def test_pronouns(subject: str, her: str, verb: str) -> None:
    forms = pronouns(subject)
    assert (forms["her"], forms["is"]) == (her, verb)
