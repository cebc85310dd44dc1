"""Titles before a name, in each language: nobody is "Dear Ing.", and nothing written is lost on the envelope."""

from __future__ import annotations

import pytest

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.letters.languages import language_of
from fitdesk.letters.names import take_apart

FEMALE = Gender.FEMALE

UNSAID = """
    Ing.|Ing|Dipl.-Ing.|Mag.|Mag|MMag.|Rev.|Rev|Dott.ssa|Sister|Lic.|Lic|Arq.|Me|Avv.|Bakk.|Sir|Dame|Kpt.
""".strip().split("|")
FIRST_NAME = {
    "en_GB": "Dear Maria,",
    "de_DE": "Hallo Maria,",
    "fr_FR": "Bonjour Maria,",
    "es_ES": "Hola, Maria:",
    "nl_NL": "Beste Maria,",
}
POLITE = {
    "en_GB": "Dear Ms Lind,",
    "de_DE": "Sehr geehrte Frau Lind,",
    "fr_FR": "Madame,",
    "es_ES": "Estimada Sra. Lind:",
    "nl_NL": "Geachte mevrouw Lind,",
}
IN_GERMAN = "Sehr geehrte Frau Dr. Lind,"
SAID = {
    "en_GB": ("Dear Dr Lind,", "Dear Professor Lind,"),
    "de_DE": (IN_GERMAN, "Sehr geehrte Frau Professorin Lind,"),
    "fr_FR": ("Docteur,", "Madame la Professeure,"),
    "es_ES": ("Estimada Dra. Lind:", "Estimada Prof. Lind:"),
    "nl_NL": ("Geachte mevrouw Lind,", "Geachte professor Lind,"),
}


def salutation(name: str, locale: str, tone: Tone, gender: Gender | None = None) -> str:
    manner = Manner(tone, locale, is_familiar=tone is Tone.WARM)
    speech = language_of(locale)
    contact = Contact(name=name, gender=gender)
    said = speech.salutation(contact, manner)
    assert said in speech.allowed_salutations(contact, manner)
    return said


@pytest.mark.parametrize("locale", FIRST_NAME)
@pytest.mark.parametrize("title", UNSAID)
def test_a_title_is_never_a_first_name(title: str, locale: str) -> None:
    name = f"{title} Maria Lind"
    assert salutation(name, locale, Tone.WARM) == FIRST_NAME[locale]
    assert salutation(name, locale, Tone.FORMAL, FEMALE) == POLITE[locale]
    assert language_of(locale).on_envelope(Contact(name=name)) == name


@pytest.mark.parametrize("locale", FIRST_NAME)
@pytest.mark.parametrize(
    "name",
    ["Dr. med. Maria Lind", "Lind, Maria", "LIND Maria", "Maria Lind, M.A.", "Maria Lind, B.Sc.", "Lind, Maria, M.A.",
     "Prof. em. Dr. h. c. Maria Lind", "Dr. Lind, Maria", "Lind, Dr. Maria", "Dr.Maria Lind",
     "Dipl.-Ing. Dr. Maria Lind"],
)  # fmt: skip
def test_the_first_name_is_found_among_titles_and_degrees(name: str, locale: str) -> None:
    assert salutation(name, locale, Tone.WARM) == FIRST_NAME[locale]


@pytest.mark.parametrize("locale", SAID)
def test_titles_that_are_said_stay(locale: str) -> None:
    doctor, professor = SAID[locale]
    assert salutation("Dr. med. Maria Lind", locale, Tone.FORMAL, FEMALE) == doctor
    assert salutation("Prof. em. Dr. h. c. Maria Lind", locale, Tone.FORMAL, FEMALE) == professor
    assert language_of(locale).on_envelope(Contact(name="Dr. med. Maria Lind")) == "Dr. med. Maria Lind"


@pytest.mark.parametrize(
    ("name", "locale", "warm", "formal"),
    [
        ("Mr John Hale", "en_GB", "Dear John,", "Dear Mr Hale,"),
        ("Sra. Ana Gil", "en_GB", "Dear Ana,", "Dear Ms Gil,"),
        ("Sr Ana Gil", "en_GB", "Dear Ana,", "Dear Ana Gil,"),
        ("Ing. Pöll", "en_GB", "Dear Ing. Pöll,", "Dear Ing. Pöll,"),
        ("Dr Pöll", "en_GB", "Dear Dr Pöll,", "Dear Dr Pöll,"),
        ("Mrs Hale", "en_GB", "Dear Mrs Hale,", "Dear Mrs Hale,"),
        ("St. John Hale", "en_GB", "Dear St. John Hale,", "Dear St. John Hale,"),
        ("J.R. Hale", "en_GB", "Dear J.R. Hale,", "Dear J.R. Hale,"),
        ("Hale, J.R.", "en_GB", "Dear J.R. Hale,", "Dear J.R. Hale,"),
        ("Sra. Ana Gil", "de_DE", "Liebe Ana,", "Sehr geehrte Frau Gil,"),
        ("Frau Ing. Pöll", "de_DE", "Liebe Frau Pöll,", "Sehr geehrte Frau Pöll,"),
        ("Ing. Pöll", "de_DE", "Hallo Ing. Pöll,", "Guten Tag Ing. Pöll,"),
        ("Mme Roy", "fr_FR", "Bonjour Madame,", "Madame,"),
        ("Dr Roy", "fr_FR", "Bonjour Docteur,", "Docteur,"),
        ("Sra. Ana Gil", "fr_FR", "Chère Ana,", "Madame,"),
        ("Ing. Pöll", "fr_FR", "Bonjour,", "Madame, Monsieur,"),
        ("Sr. Juan Gil", "es_ES", "Querido Juan:", "Estimado Sr. Gil:"),
        ("Dra. Gil", "es_ES", "Querida Dra. Gil:", "Estimada Dra. Gil:"),
        ("Ing. Pöll", "es_ES", "Hola, Ing. Pöll:", "Estimado/a Ing. Pöll:"),
        ("Frau Lind", "nl_NL", "Beste mevrouw Lind,", "Geachte mevrouw Lind,"),
        ("Ing. Pöll", "nl_NL", "Beste Ing. Pöll,", "Beste Ing. Pöll,"),
        ("mr. Anna de Wit", "nl_NL", "Beste Anna,", "Beste Anna de Wit,"),
    ],
)
def test_forms_of_address_and_last_names_alone(name: str, locale: str, warm: str, formal: str) -> None:
    assert salutation(name, locale, Tone.WARM) == warm
    assert salutation(name, locale, Tone.FORMAL) == formal


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("DE LA CRUZ Ana", "Ana", "de la Cruz"),
        ("O’BRIEN Pat", "Pat", "O’Brien"),
        ("AJ Smith", "AJ", "Smith"),
        ("Ana LÓPEZ", "Ana", "LÓPEZ"),
        ("ANA LÓPEZ", "ANA", "LÓPEZ"),
    ],
)
def test_capitals_say_which_name_is_the_family_name(name: str, first: str, last: str) -> None:
    apart = take_apart(name)
    assert (apart.first, apart.last) == (first, last)


def test_the_recorded_title_stands_before_the_written_ones() -> None:
    contact = Contact(name="Ing. Maria Lind", academic_title="Dr")
    assert language_of("en_GB").on_envelope(contact) == "Dr Ing. Maria Lind"
    assert language_of("nl_NL").on_envelope(Contact(name="mr. Anna de Wit")) == "mr. Anna de Wit"
