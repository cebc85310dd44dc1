"""Topics as clients really name them in five languages, with the owner's own words for them."""

from __future__ import annotations

import pytest

from build import TODAY, an_offering, an_owner, asked
from fitdesk.domain.case import case_for
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.judges_goal import readings
from fitdesk.domain.offering import LanguageLevel, Offering, Topic
from fitdesk.domain.ranges import Range
from fitdesk.domain.stemming import is_part
from fitdesk.domain.topics import best_match, likeness, named_in, says, stems

LEADING = Topic("leadership", 3, ("Führung", "leidinggeven", "liderazgo", "management d'équipe", "leiderschap"))
DECIDING = Topic(
    "deciding under uncertainty", 2,
    ("Entscheiden unter Unsicherheit", "décider dans l'incertitude", "decidir con incertidumbre",
     "besluiten bij onzekerheid"),
)  # fmt: skip
HAGGLING = Topic(
    "negotiation", 1, ("Verhandlung", "négociation", "negociación", "onderhandelen", "bargaining", "Preisgespräche")
)
SPEECH = Topic("rhetoric", 0, ("Rhetorik", "rhétorique", "retórica", "retorica"))
ALL = (LEADING, DECIDING, HAGGLING, SPEECH)


@pytest.mark.parametrize(
    ("phrase", "language", "expected"),
    [
        ("Leadership", "en", LEADING),
        ("leadership for new managers", "en", LEADING),
        ("Decide under uncertainty", "en", DECIDING),
        ("negotiating", "en", HAGGLING),
        ("hard bargaining", "en", HAGGLING),
        ("bookkeeping", "en", None),
        ("Führung", "de", LEADING),
        ("gute Führung im Alltag", "de", LEADING),
        ("Führungskräfteentwicklung", "de", LEADING),
        ("Führungskräfte-Training", "de", LEADING),
        ("Mitarbeiterführung", "de", LEADING),
        ("Fuehrung", "de", LEADING),
        ("Entscheidungen unter Unsicherheit", "de", DECIDING),
        ("Verhandlungen", "de", HAGGLING),
        ("Verhandlungstraining für Einkäufer", "de", HAGGLING),
        ("Preisgespräch", "de", HAGGLING),
        ("Buchführung", "de", None),
        ("Einführung", "de", None),
        ("Durchführung von Projekten", "de", None),
        ("négociation", "fr", HAGGLING),
        ("Négociations", "fr", HAGGLING),
        ("la negociation commerciale", "fr", HAGGLING),
        ("le management d'équipe", "fr", LEADING),
        ("décider dans l'incertitude", "fr", DECIDING),
        ("comptabilité", "fr", None),
        ("Negociaciones", "es", HAGGLING),
        ("negociacion", "es", HAGGLING),
        ("el liderazgo de equipos", "es", LEADING),
        ("decidir con incertidumbre", "es", DECIDING),
        ("contabilidad", "es", None),
        ("onderhandelingen", "nl", HAGGLING),
        ("onderhandelingsvaardigheden", "nl", HAGGLING),
        ("leiderschapsontwikkeling", "nl", LEADING),
        ("besluiten bij onzekerheid", "nl", DECIDING),
        ("boekhouding", "nl", None),
    ],
)
def test_a_phrase_is_read_in_its_language(phrase: str, language: str, expected: Topic | None) -> None:
    """The offering is given in English only; the owner's other words stand in the clients' languages."""
    for languages in (language, (language, "en")):
        for order in (ALL, ALL[::-1]):
            match = best_match(phrase, order, languages)
            assert (match.topic if match else None) == expected, languages


def offering(*codes: str) -> Offering:
    return an_offering(topics=ALL, languages=tuple((code, LanguageLevel.FLUENT) for code in codes))


def depth(inquiry: Inquiry, one: Offering) -> Range:
    return readings(case_for(inquiry, one, an_owner(), (), TODAY))[0].depth


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Führungskräfteentwicklung", 3),
        ("Entscheidungen unter Unsicherheit", 2),
        ("Verhandlungen", 1),
        ("Rhetorik", 0),
    ],
)
def test_words_in_a_language_of_the_offering_are_read_whatever_the_request_is_in(phrase: str, expected: int) -> None:
    """An English mail that quotes a German title: the language of the request alone would miss it."""
    mixed = asked(topics=(phrase,))
    assert depth(mixed, offering("en", "de")) == Range.exactly(expected)
    if expected == 1:
        assert depth(mixed, offering("en")) == Range(0, 3), "English alone does not know the plural"


def test_depth_is_that_of_the_topic_however_it_is_called() -> None:
    for language, phrase in (
        ("de", "Verhandlung"),
        ("fr", "négociations"),
        ("es", "negociación"),
        ("nl", "onderhandelen"),
    ):
        inquiry = Inquiry(event=asked(topics=(phrase,)).event, language=language)
        finding = BY_KEY["goal"].judge(case_for(inquiry, offering(language), an_owner(), (), TODAY))
        assert finding.value == Range.exactly(0.3), language
        assert finding.sentence == f"“{phrase}” read as your topic “negotiation”, your depth 1"


def test_a_compound_is_never_quite_the_same() -> None:
    """So that the list of what one is not good at is heard before a part of a word."""
    assert 0.5 <= likeness("Führungskräfteentwicklung", "Führung", "de") < 1
    assert likeness("Führung", "Führung", "de") == 1
    weak = an_owner(not_good_at=("Führungskräfteentwicklung",))
    case = case_for(
        Inquiry(event=asked(topics=("Führungskräfteentwicklung",)).event, language="de"),
        offering("de"),
        weak,
        (),
        TODAY,
    )
    assert readings(case)[0].depth == Range.exactly(0)


def test_a_part_of_a_compound_closes_no_door() -> None:
    assert not says("Führungskräfteentwicklung", "Führung", "de")
    assert says("gute Führung", "Führung", "de")


def test_parts_of_compounds_need_some_length_and_a_noun_before_them() -> None:
    assert is_part("fuhrung", "fuhrungskraft")
    assert is_part("personalfuhrung", "fuhrung")
    assert not is_part("fuhrung", "durchfuhrung")
    assert not is_part("fuhrung", "buchfuhrung")
    assert not is_part("team", "teamentwicklung")
    assert not is_part("fuhrung", "fuhrungen")


def test_goals_name_topics_in_compounds_too() -> None:
    text = "Unsere Führungskräfteentwicklung braucht einen Anstoß"
    assert named_in(text, ("Führung", "Rhetorik"), "de") == ("Führung",)
    assert named_in(text, ("Führung", "Rhetorik"), "en") == ()


def test_little_words_of_another_language_are_nothing_in_common() -> None:
    assert likeness("Kunst des Führens", "Kunst des Kochens", ("en", "de")) == 0
    assert likeness("die Zukunft der Arbeit", "die Angst der Kunden", ("en", "de")) == 0
    assert likeness("le goût de la lecture", "le sens de la fête", ("en", "fr")) == 0


def test_accents_left_out_change_nothing() -> None:
    assert stems("Négociation") == stems("negociation")
    assert stems("Gespräche", "de") == stems("Gesprache", "de")
    assert likeness("decisiones dificiles", "decisiones difíciles", "es") == 1
    assert likeness("conflit", "conflits", "fr") == 1
