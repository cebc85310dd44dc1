"""German grammar in letters: events in their cases, peers, woven goals, quotation marks, and the phrases themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from fitdesk.domain.contact import Gender
from fitdesk.domain.event import Event, Format, Mode, Place
from fitdesk.domain.letter import LetterKind, Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages import language_of
from fitdesk.letters.phrases.book import load_book
from fitdesk.letters.phrases.catalogue import BLOCKS
from fitdesk.letters.words.compose import compose
from letter_cases import case

GERMAN = language_of("de_DE")
FAMILIAR = GERMAN.for_address(familiar=True)
NEAR = date(2027, 3, 3)


def manner(*, familiar: bool = False) -> Manner:
    return Manner(Tone.FORMAL, "de_DE", familiar)


@pytest.mark.parametrize(
    ("name", "form", "nominative", "accusative", "dative", "to_others"),
    [
        ("Leadership Summit", Format.KEYNOTE, "Ihre Veranstaltung „Leadership Summit“",
         "Ihre Veranstaltung „Leadership Summit“", "Ihrer Veranstaltung „Leadership Summit“",
         "die Veranstaltung „Leadership Summit“"),
        ("Jahrestagung", None, "Ihre Jahrestagung", "Ihre Jahrestagung", "Ihrer Jahrestagung", "eine Jahrestagung"),
        ("Unser Fachtag", None, "Ihr Fachtag", "Ihren Fachtag", "Ihrem Fachtag", "ein Fachtag"),
        ("Sommerfest", None, "Ihr Sommerfest", "Ihr Sommerfest", "Ihrem Sommerfest", "ein Sommerfest"),
        ("Fachtage", None, "Ihre Fachtage", "Ihre Fachtage", "Ihren Fachtagen", "Fachtage"),
        ("Pflegetag 2027", None, "Ihr Pflegetag 2027", "Ihren Pflegetag 2027", "Ihrem Pflegetag 2027",
         "der Pflegetag 2027"),
        ("unsere jährliche Klausurtagung", None, "Ihre jährliche Klausurtagung", "Ihre jährliche Klausurtagung",
         "Ihrer jährlichen Klausurtagung", "eine jährliche Klausurtagung"),
        ("interner Fachtag", None, "Ihr interner Fachtag", "Ihren internen Fachtag", "Ihrem internen Fachtag",
         "ein interner Fachtag"),
        ("Fusion Nord", Format.CONSULTING, "Ihr Projekt „Fusion Nord“", "Ihr Projekt „Fusion Nord“",
         "Ihrem Projekt „Fusion Nord“", "das Projekt „Fusion Nord“"),
        ("Nicht der “übliche” Weg", None, "Ihre Veranstaltung „Nicht der ‚übliche‘ Weg“",
         "Ihre Veranstaltung „Nicht der ‚übliche‘ Weg“", "Ihrer Veranstaltung „Nicht der ‚übliche‘ Weg“",
         "die Veranstaltung „Nicht der ‚übliche‘ Weg“"),
        ("Alltag", None, "Ihre Veranstaltung „Alltag“", "Ihre Veranstaltung „Alltag“", "Ihrer Veranstaltung „Alltag“",
         "die Veranstaltung „Alltag“"),
        (None, Format.WORKSHOP, "Ihr Workshop", "Ihren Workshop", "Ihrem Workshop", "ein Workshop"),
        (None, Format.KEYNOTE, "Ihre Veranstaltung", "Ihre Veranstaltung", "Ihrer Veranstaltung", "eine Veranstaltung"),
    ],
)  # fmt: skip
def test_the_event_in_its_cases(
    name: str | None, form: Format | None, nominative: str, accusative: str, dative: str, to_others: str
) -> None:
    fields = GERMAN.event_fields(Event(name=name, format=form), "de_DE", NEAR)
    assert (fields["event"], fields["event_akk"], fields["event_dat"]) == (nominative, accusative, dative)
    assert fields["their_event"] == to_others
    familiar = FAMILIAR.event_fields(Event(name=name, format=form), "de_DE", NEAR)
    assert familiar["event_dat"] == dative.replace("Ihr", "dein", 1)


@pytest.mark.parametrize(
    ("event", "task"),
    [
        (Event(name="Jahrestagung", format=Format.KEYNOTE, dates=(date(2027, 6, 12),), place=Place("Lyon")),
         "am 12. Juni in Lyon bei Ihrer Jahrestagung zu sprechen"),
        (Event(name="Fachtage", format=Format.MODERATION, dates=(date(2027, 6, 12), date(2027, 6, 13))),
         "am 12. und 13. Juni Ihre Fachtage zu moderieren"),
        (Event(name="Verhandlungsworkshop", format=Format.WORKSHOP), "Ihren Verhandlungsworkshop zu leiten"),
        (Event(name="Fachtage", format=Format.MODERATION, date_range=(date(2027, 6, 1), date(2027, 6, 30))),
         "im Juni Ihre Fachtage zu moderieren"),
        (Event(format=Format.WORKSHOP, mode=Mode.VIRTUAL), "online bei Ihnen einen Workshop zu leiten"),
        (Event(format=Format.WEBINAR, mode=Mode.VIRTUAL), "bei Ihnen ein Webinar zu halten"),
        (Event(name="Tagung in Lyon", place=Place("Lyon")), "zu Ihrer Tagung in Lyon beizutragen"),
        (Event(), "zu Ihrer Veranstaltung beizutragen"),
    ],
)  # fmt: skip
def test_what_was_asked_for_is_an_infinitive_with_day_and_place(event: Event, task: str) -> None:
    assert GERMAN.event_fields(event, "de_DE", NEAR)["task"] == task


@pytest.mark.parametrize(
    ("event", "received", "subject"),
    [
        (Event(name="Leadership Summit", place=Place("Lyon")), "1. März",
         "Ihre Veranstaltung „Leadership Summit“ in Lyon"),
        (Event(format=Format.WORKSHOP, place=Place("Lyon")), "1. März", "Ihre Anfrage für einen Workshop in Lyon"),
        (Event(place=Place("Lyon")), "", "Ihre Veranstaltung in Lyon"),
        (Event(), "1. März", "Ihre Anfrage vom 1. März"),
        (Event(), "", "Ihre Anfrage"),
    ],
)  # fmt: skip
def test_the_subject_line(event: Event, received: str, subject: str) -> None:
    assert GERMAN.subject_line(event, received) == subject
    assert FAMILIAR.subject_line(event, received) == subject.replace("Ihre", "Deine", 1)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Arbeitet leise, ganz ohne Folien.", "Sie arbeitet leise, ganz ohne Folien."),
        ("Direkter als ich und immer nah an den Zahlen.", "Sie ist direkter als ich und immer nah an den Zahlen."),
        ("Ganz ohne Folien.", "Was sie von mir unterscheidet: ganz ohne Folien."),
        ("Sie hört mehr zu als ich.", "Sie hört mehr zu als ich."),
        ("Roux fragt viel.", "Roux fragt viel."),
        ("…", "…"),
    ],
)
def test_how_a_peer_differs_is_a_sentence(note: str, said: str) -> None:
    assert GERMAN.trait(Peer(name="Ada Roux", pronoun_subject="she"), note) == said


def test_how_a_peer_without_a_pronoun_differs_is_said_with_the_name() -> None:
    peer = Peer(name="Sam Marx", pronoun_subject="they")
    assert GERMAN.trait(peer, "Fragt viel.") == "Sam Marx fragt viel."
    assert GERMAN.trait(peer, "Mit Humor.") == "Was Sam Marx von mir unterscheidet: mit Humor."


def test_peers_are_she_or_he_or_their_name() -> None:
    she, he, they = (
        GERMAN.peer_fields(Peer(name=name, pronoun_subject=who))
        for name, who in (("Ada Roux", "she"), ("Luc Perrin", "he"), ("Sam Marx", "they"))
    )
    assert (she["sie"], she["ihn"], she["ihm"], she["ihren"]) == ("sie", "sie", "ihr", "ihren")
    assert (he["sie"], he["ihn"], he["ihm"], he["ihren"]) == ("er", "ihn", "ihm", "seinen")
    assert (they["sie"], they["ihn"], they["ihm"], they["ihren"]) == ("Sam Marx", "Sam Marx", "Sam Marx", "Sam Marx’")
    assert (she["kollegin_akk"], she["der"]) == ("eine Kollegin", "der")
    assert (he["kollegin_akk"], he["die_akk"]) == ("einen Kollegen", "den")
    assert they["kollegin"] == "eine Person aus meinem Netzwerk"
    assert GERMAN.peer_fields(Peer(name="Sam Okoro", gender=Gender.MALE))["kollegin"] == "ein Kollege"
    assert GERMAN.peer_fields(Peer(name="Sam Okoro"))["ihre"] == "Sam Okoros"


def test_several_peers_are_colleagues_of_one_gender_or_simply_experts() -> None:
    she, he = Peer(name="Ada Roux", pronoun_subject="she"), Peer(name="Luc Perrin", pronoun_subject="he")
    assert GERMAN.company_fields([she, she])["kolleginnen"] == "Kolleginnen"
    three = GERMAN.company_fields([she, he, he])
    assert (three["number"], three["kolleginnen_dat"], three["any_of_them"]) == ("drei", "Fachleuten", "allen dreien")
    assert three["ihm"] == "ihnen"
    for peers in ([she], [she, he], [she, he, he]):
        assert set(GERMAN.company_fields(peers)) == {*GERMAN.company_field_names, *GERMAN.peer_field_names}


@pytest.mark.parametrize(
    ("goal", "wish", "familiar"),
    [
        ("dass unsere Teams wieder miteinander reden", "dass Ihre Teams wieder miteinander reden",
         "dass eure Teams wieder miteinander reden"),
        ("Wir möchten, dass unser Haus offener wird.", "dass Ihr Haus offener wird", "dass euer Haus offener wird"),
        ("dass wir einander zuhören", "dass Sie einander zuhören", ""),
        ("um unsere Führungskräfte zu stärken", "Ihre Führungskräfte zu stärken", "eure Führungskräfte zu stärken"),
        ("wieder miteinander ins Gespräch zu kommen", "wieder miteinander ins Gespräch zu kommen",
         "wieder miteinander ins Gespräch zu kommen"),
        ("neu anzufangen", "neu anzufangen", "neu anzufangen"),
        ("Unsere Pflegekräfte sollen sprechen können, ohne Angst zu haben", "", ""),
        ("Unsere Leute haben viel zu sagen", "", ""),
        ("dass Sie uns wachrütteln", "", ""),
        ("dass ich wieder gern komme", "", ""),
        ("mehr Mut", "", ""),
        ("dass es gut wird. Und schnell!", "", ""),
    ],
)  # fmt: skip
def test_a_goal_is_woven_in_only_where_grammar_allows_it(goal: str, wish: str, familiar: str) -> None:
    assert GERMAN.goal(goal, "de", manner()).wish == wish
    assert FAMILIAR.goal(goal, "de", manner(familiar=True)).wish == familiar
    assert GERMAN.goal(goal, "en", manner()).wish == ""


@pytest.mark.parametrize(
    ("goal", "quote"),
    [
        ("mehr Mut", "„mehr Mut“."),
        ("Wir wollen mehr Mut.", "„Wir wollen mehr Mut.“"),
        ("Bitte weckt sie auf!", "„Bitte weckt sie auf!“"),
        ('that people say "no" in time', "„that people say ‚no‘ in time“."),
        ("mehr „Mut“ im Alltag", "„mehr ‚Mut‘ im Alltag“."),
        ("", ""),
        (" … ", ""),
    ],
)
def test_a_goal_is_quoted_as_it_was_written(goal: str, quote: str) -> None:
    assert GERMAN.goal(goal, None, manner()).quote == quote


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('Er sagte "ja" - und ging...', "Er sagte „ja“ – und ging …".replace(" …", "…")),
        ("Das ist's, z.B. hier", "Das ist’s, z.\u00a0B. hier"),
        ("“So” ist es, d. h. anders", "„So“ ist es, d.\u00a0h. anders"),
        ("„Schon gut“ und ‚fein‘", "„Schon gut“ und ‚fein‘"),
        ("Nord-Süd, 2027-03-01", "Nord-Süd, 2027-03-01"),
    ],
)
def test_marks_are_made_typographic(typed: str, said: str) -> None:
    assert GERMAN.tidy(typed) == said
    assert GERMAN.tidy(said) == said


@pytest.mark.parametrize(
    ("written", "inside"),
    [
        ("Agile Führung", "agile Führung"),
        ("Künstliche Intelligenz", "künstliche Intelligenz"),
        ("Digitaler Wandel", "„Digitaler Wandel“"),
        ("Führung im Wandel", "Führung im Wandel"),
        ("Frankfurter Modell", "Frankfurter Modell"),
        ("Perspektive Mensch", "Perspektive Mensch"),
        ("Ein Dolmetscher vor Ort", "ein Dolmetscher vor Ort"),
        ("KI", "KI"),
    ],
)
def test_inside_a_sentence_only_what_is_no_noun_is_small(written: str, inside: str) -> None:
    assert GERMAN.mid_sentence(written) == inside


@pytest.mark.parametrize(
    ("written", "headline", "person"),
    [
        ("Mediatorin mit Erfahrung in Familienunternehmen.", "Mediatorin mit Erfahrung in Familienunternehmen",
         "Mediatorin mit Erfahrung in Familienunternehmen"),
        ("Eine Stimme für leise Teams", "Eine Stimme für leise Teams", "eine Stimme für leise Teams"),
        ("Gespräche, die halten", "Gespräche, die halten", ""),
        ("mediator who has worked with both sides", "", ""),
        ("Ich mache Teams stark", "", ""),
    ],
)  # fmt: skip
def test_a_headline_is_said_only_in_german(written: str, headline: str, person: str) -> None:
    assert GERMAN.headline(written) == {"headline": headline, "a_headline": person}


def test_no_phrase_puts_an_event_that_may_be_several_in_the_place_of_the_subject() -> None:
    for (block, _tone), variants in load_book("de").blocks.items():
        if not block.startswith(("subject.", "card.")):
            assert not [v for v in variants if re.search(r"\{(?:[Ee]vent|[Tt]heir_event)\}", v)], block


def test_no_phrase_begins_with_what_is_hers_for_it_would_be_read_as_yours() -> None:
    for (block, _tone), variants in load_book("de").blocks.items():
        assert not [v for v in variants if re.search(r"(?:^|[.:?] )\{Ih[rnm]", v)], block
    assert "peer.belief" in BLOCKS


def test_one_letter_never_mixes_sie_and_du() -> None:
    for seed in range(48):
        kind = tuple(LetterKind)[seed % 12]
        facts = replace(case(kind, "de_DE", seed), confidential=())
        how = Manner(tuple(Tone)[seed // 12 % 3], "de_DE", is_familiar=True)
        said = re.sub(r"„[^“]*“", "", " ".join(compose(facts, kind, how).body))
        assert not re.search(r"\bIhnen\b|(?<=[a-zäöüß,;] )(?:Sie|Ihr(?:e[mnr]?)?)\b", said), said
        polite = " ".join(compose(facts, kind, replace(how, is_familiar=False)).body)
        assert not re.search(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*)\b", re.sub(r"„[^“]*“", "", polite)), polite


def test_a_benefit_written_as_a_clause_names_the_peer() -> None:
    peer = Peer(name="Ada Roux", pronoun_subject="she")
    assert GERMAN.benefit_as_clause(peer, "Sie schickt mir eine Kiste Wein") == "Ada Roux schickt mir eine Kiste Wein"
    assert GERMAN.benefit_as_clause(peer, "Ich bekomme zehn Prozent") == "Ich bekomme zehn Prozent (Ada Roux)"
    assert GERMAN.benefit_as_clause(peer, "zehn Prozent des ersten Honorars") == ""
