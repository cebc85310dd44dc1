"""Letters without padding: what is said in place of a reason, of a benefit, and of a request that was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_letters import a_colleague, facts_for_kind, the_event, the_owner, the_request
from fitdesk.domain.event import Format, Mode, Place
from fitdesk.domain.letter import LetterKind, Manner, Tone
from fitdesk.letters.facts import LetterFacts, Particulars
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.acceptance import is_answered
from fitdesk.letters.words.compose import compose

BOOKS = ("en_GB", "de_DE", "fr_FR", "es_ES", "nl_NL")
WARM = Manner(Tone.WARM, "en_GB")


def page(facts: LetterFacts, kind: LetterKind, manner: Manner = WARM) -> str:
    return "\n".join(compose(facts, kind, manner).body)


def heard(block: str, facts: LetterFacts, kind: LetterKind, manner: Manner, **fields: str) -> bool:
    """Whether a variant of ``block`` stands in the letter."""
    voice = Voice(facts, kind, manner)
    said = page(facts, kind, manner)
    return any(voice.speech.tidy(one) in said for one in voice.options(block, fields))


@pytest.mark.parametrize("locale", BOOKS)
def test_the_card_says_nothing_or_what_is_recorded(locale: str) -> None:
    kind, manner = LetterKind.CALL_CARD, Manner(Tone.WARM, locale)
    owner = the_owner(records_language=locale[:2])
    free = facts_for_kind(kind, owner=owner)
    paid = facts_for_kind(kind, a_colleague(benefit="10 % of the fee."), a_colleague("Luc Perrin"), owner=owner)
    assert heard("card.why", free, kind, manner)
    assert not heard("card.why", paid, kind, manner)
    assert "10 % of the fee." in page(paid, kind, manner).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Luc Perrin:" not in page(paid, kind, manner)


@pytest.mark.parametrize("locale", BOOKS)
def test_not_now_without_a_reason_of_time_gives_none(locale: str) -> None:
    kind, manner = LetterKind.NOT_NOW, Manner(Tone.FORMAL, locale)
    assert heard("not_now.unsaid", facts_for_kind(kind, lost=()), kind, manner)
    assert heard("not_now.refusal", facts_for_kind(kind, lost=("capacity",)), kind, manner)


@pytest.mark.parametrize("locale", BOOKS)
def test_a_no_for_the_owners_own_reasons_is_no_judgement(locale: str) -> None:
    kind, manner = LetterKind.NOT_FOR_ME, Manner(Tone.WARM, locale)
    fields = {"topics": "negotiation technique"}
    mine = facts_for_kind(kind, lost=("fee",), language=locale[:2])
    assert heard("decline.not_you", mine, kind, manner, **fields)
    theirs = facts_for_kind(kind, lost=("goal", "fee"), language=locale[:2])
    assert not heard("decline.not_you", theirs, kind, manner, **fields)
    nobody = replace(mine, particulars=Particulars(knows_nobody=True))
    assert heard("decline.nobody", nobody, kind, manner)
    assert not heard("decline.nobody", mine, kind, manner)


@pytest.mark.parametrize("locale", BOOKS)
def test_thanks_recall_what_the_peer_may_know(locale: str) -> None:
    kind, manner = LetterKind.THANKS, Manner(Tone.WARM, locale)
    facts = facts_for_kind(kind, owner=the_owner(records_language=locale[:2]), language=locale[:2])
    assert "negotiation technique" in page(facts, kind, manner)
    told = replace(facts, particulars=replace(facts.particulars, allowed=("name", "goal")))
    assert "three commitments" in page(told, kind, manner)
    least = replace(facts, particulars=replace(facts.particulars, allowed=("name",)))
    said = page(least, kind, manner)
    assert "negotiation" not in said
    assert "commitments" not in said


def test_a_peer_is_not_told_of_an_event() -> None:
    for kind in (LetterKind.INTRODUCTION, LetterKind.THANKS):
        bare = facts_for_kind(kind, event=the_event(name=None, format=None, topics=()))
        assert "an event" not in page(bare, kind)
        named = facts_for_kind(kind, event=the_event(name=None, format=Format.WORKSHOP))
        assert ("a workshop" in page(named, kind)) is (kind is LetterKind.INTRODUCTION)


@pytest.mark.parametrize("locale", BOOKS)
def test_the_yes_stands_alone_and_no_place_is_asked_for_online(locale: str) -> None:
    kind, manner = LetterKind.ACCEPTANCE, Manner(Tone.WARM, locale)
    online = (the_event(mode=None, format=Format.WEBINAR, place=Place()), the_event(mode=Mode.VIRTUAL, place=Place()))
    for event in (*online, the_event(mode=None, place=Place())):
        facts = facts_for_kind(kind, event=event)
        voice = Voice(facts, kind, manner)
        body = compose(facts, kind, manner).body
        assert body[1] in {voice.speech.tidy(one) for one in voice.options("acceptance.yes", voice.event)}
        asks_where = voice.speech.term("open_place") in "\n".join(body[2:])
        assert asks_where is (event not in online)


def test_what_is_on_record_is_not_asked() -> None:
    asked = ("date", "goal", "audience", "format", "language", "fee", "travel")
    said = Particulars(questions=(*asked, "access"))
    facts = facts_for_kind(LetterKind.QUESTIONS, particulars=said)
    assert all(is_answered(key, facts.inquiry) for key in asked)
    assert not any(is_answered(key, type(facts.inquiry)()) for key in asked)
    questions = [line for line in page(facts, LetterKind.QUESTIONS).splitlines() if line.endswith("?")]
    assert len(questions) == 1
    assert "decide" in questions[0] or "decision" in questions[0]
    loose = facts_for_kind(LetterKind.QUESTIONS, particulars=Particulars(questions=("goal", "access")), goal="")
    assert the_request().goal
    assert "1. " in page(loose, LetterKind.QUESTIONS)
