"""Salutations, titles and pronouns: the table of letters.md, and names that are easily got wrong."""

from __future__ import annotations

import pytest

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Tone
from fitdesk.letters.names import allowed_salutations, on_envelope, pronouns, salutation, take_apart

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
        (None, None, None, Tone.FORMAL, "Dear Sir or Madam,", "To whom it may concern:"),
        ("  ", None, None, Tone.WARM, "Dear Sir or Madam,", "To whom it may concern:"),
    ],
)
def test_the_salutation_follows_the_table(
    name: str | None, gender: Gender | None, title: str | None, tone: Tone, uk: str, us: str
) -> None:
    contact = Contact(name=name, gender=gender, academic_title=title)
    assert salutation(contact, tone, "en_GB") == uk
    assert salutation(contact, tone, "en_US") == us


def test_every_usual_salutation_is_an_allowed_one() -> None:
    for name in ("Maria Fontaine", "Cher", "Dr. Jan van der Berg", None):
        for tone in Tone:
            for locale in ("en_GB", "en_US"):
                contact = Contact(name=name, gender=FEMALE)
                assert salutation(contact, tone, locale).rstrip(",:") in allowed_salutations(contact, tone, locale)


def test_mrs_is_allowed_only_to_a_woman_on_record() -> None:
    known, unknown = Contact(name="Maria Fontaine", gender=FEMALE), Contact(name="Maria Fontaine")
    assert "Dear Mrs Fontaine" in allowed_salutations(known, Tone.FORMAL, "en_GB")
    assert "Dear Mrs Fontaine" not in allowed_salutations(unknown, Tone.FORMAL, "en_GB")
    assert "Dear Ms Fontaine" not in allowed_salutations(unknown, Tone.FORMAL, "en_GB")


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
    assert on_envelope(Contact(), "en_GB") == ""


@pytest.mark.parametrize(("subject", "her", "verb"), [("she", "her", "is"), ("he", "him", "is"), ("xe", "them", "are")])
def test_pronouns(subject: str, her: str, verb: str) -> None:
    forms = pronouns(subject)
    assert (forms["her"], forms["is"]) == (her, verb)
