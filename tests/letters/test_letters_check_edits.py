"""The check against a letter’s owner: what they write untruly or rudely is caught, what they write honestly passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edited_letters import LANGUAGES, edits, findings_in, the_letter, with_words, without_no
from fitdesk.domain.letter import LetterKind, LetterText
from fitdesk.letters.checks.check import apply_repair, check
from fitdesk.letters.facts import CLIENT_DATA, LetterFacts, Particulars
from fitdesk.letters.phrases.book import load_book
from fitdesk.letters.words.compose import compose

INTRODUCTION = LetterKind.INTRODUCTION


def of(key: str) -> list[tuple[str, ...]]:
    """(language, …) of every edit under ``key``."""
    return [
        (language, *(one if isinstance(one, list) else (one,)))
        for language in LANGUAGES
        for one in edits(language)[key]
    ]


def no_is_missed(language: str, words: str) -> bool:
    _facts, text, _manner = the_letter(language)
    bare = without_no(text, language)
    assert any(one.number == 7 for one in findings_in(language, bare))
    return any(one.number == 7 for one in findings_in(language, with_words(bare, "no", words)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_itself_is_right(language: str) -> None:
    assert findings_in(language, the_letter(language)[1]) == ()


@pytest.mark.parametrize(("language", "words"), of("refusals"))
def test_a_no_is_heard_in_the_owners_words(language: str, words: str) -> None:
    assert not no_is_missed(language, words)
    assert findings_in(language, with_words(the_letter(language)[1], "no", words)) == ()


@pytest.mark.parametrize(("language", "words"), of("hints"))
def test_a_hint_is_no_clear_no(language: str, words: str) -> None:
    assert no_is_missed(language, words)


@pytest.mark.parametrize(("language", "number", "place", "words"), of("wrong"))
def test_what_is_wrong_is_caught(language: str, number: int, place: str, words: str) -> None:
    findings = findings_in(language, with_words(the_letter(language)[1], place, words))
    assert number in {one.number for one in findings}


@pytest.mark.parametrize(("language", "place", "words"), of("honest"))
def test_what_is_honest_passes(language: str, place: str, words: str) -> None:
    assert findings_in(language, with_words(the_letter(language)[1], place, words)) == ()


def introduction(language: str, withheld: str) -> tuple[LetterFacts, LetterText]:
    """A letter that introduces the client, who allowed all but one of the data, to Fergus Freitag."""
    facts, _text, manner = the_letter(language)
    contact = replace(facts.inquiry.contact, phone="+33472000199")
    allowed = tuple(key for key in CLIENT_DATA if key != withheld)
    told = replace(
        facts,
        inquiry=replace(facts.inquiry, contact=contact),
        peers=(),
        particulars=Particulars(addressee=facts.peers[1].peer, allowed=allowed, allowed_how="by phone"),
    )
    return told, compose(told, INTRODUCTION, manner)


@pytest.mark.parametrize(("language", "withheld", "words"), of("leaks"))
def test_nothing_is_passed_on_in_any_form(language: str, withheld: str, words: str) -> None:
    facts, text = introduction(language, withheld)
    manner = the_letter(language)[2]
    assert check(text, facts, None, INTRODUCTION, manner) == ()
    findings = check(with_words(text, "no", words), facts, None, INTRODUCTION, manner)
    assert 13 in {one.number for one in findings}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_town_behind_the_event_is_that_of_the_record(language: str) -> None:
    facts, text, manner = the_letter(language)
    joins = {"en": "in", "de": "in", "fr": "à", "es": "en", "nl": "in"}[language]
    name = edits(language)["event"]
    right = with_words(text, "no", f"{name} {joins} Lyon.")
    wrong = with_words(text, "no", f"{name} {joins} Malmö.")
    assert findings_in(language, right) == ()
    (finding,) = (one for one in findings_in(language, wrong) if one.number == 2)
    assert apply_repair(wrong, finding) == right
    unknown = replace(facts, inquiry=replace(facts.inquiry, event=replace(facts.inquiry.event, dates=(), name=None)))
    assert not [one for one in check(wrong, unknown, None, LetterKind.REFERRAL, manner) if "Malmö" in one.sentence]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_right_however_it_is_written(language: str) -> None:
    facts, text, manner = the_letter(language)
    assert facts.inquiry.event.dates == (date(2027, 6, 12),)
    said = {
        "en": ["It is on Saturday the 12th.", "It is on 12/06.", "It is the twelfth of June.", "We are open 24/7."],
        "de": ["Es ist Samstag, der 12.", "Es ist am 12.06.", "Es ist der zwölfte Juni.", "Die Note war 9.5."],
        "fr": ["C’est samedi 12.", "C’est le 12/06.", "C’est le douze juin.", "C’est ouvert 24/7."],
        "es": ["Es el sábado 12.", "Es el 12/06.", "Es el doce de junio.", "Abre 24/7."],
        "nl": ["Het is zaterdag de 12e.", "Het is op 12-6.", "Het is op twaalf juni.", "Er komen er 50-60."],
    }[language]
    for words in said:
        assert check(with_words(text, "no", words), facts, None, LetterKind.REFERRAL, manner) == (), words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_repair_takes_its_words_from_the_owners_book(language: str) -> None:
    facts, text, manner = the_letter(language)
    book = load_book(language)
    mine = {"en": "I say no.", "de": "Ich sage Nein.", "fr": "Je dis non.", "es": "Digo que no.", "nl": "Ik zeg nee."}
    own = replace(
        book,
        blocks={key: (mine[language],) if key[0].startswith("refusal") else said for key, said in book.blocks.items()},
    )
    bare = without_no(text, language)
    found = check(bare, facts, None, LetterKind.REFERRAL, manner, book=own)
    (finding,) = (one for one in found if one.number == 7)
    assert mine[language] in " ".join(apply_repair(bare, finding).body)
    (finding,) = (one for one in findings_in(language, bare) if one.number == 7)
    assert mine[language] not in " ".join(apply_repair(bare, finding).body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_number_is_never_mended_with_somebody_elses(language: str) -> None:
    _facts, text, _manner = the_letter(language)
    wrong = with_words(text, "she", "0171 5550199.")
    (finding,) = findings_in(language, wrong)
    assert "+33 4 55 50 01 42" in finding.repair.words if finding.repair else False


FACTS = {
    "en": "She has already said yes.",
    "de": "Sie hat schon zugesagt.",
    "fr": "Elle a déjà dit oui.",
    "es": "Ya ha dicho que sí.",
    "nl": "Ze heeft al ja gezegd.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_that_is_not_known_is_taken_out_and_not_believed(language: str) -> None:
    _facts, text, _manner = the_letter(language)
    wrong = with_words(text, "she", FACTS[language])
    (finding,) = findings_in(language, wrong)
    assert apply_repair(wrong, finding) == text
