"""The check for every kind of letter: which rules apply, what a peer may be told, what an e-mail need not have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from build_letters import (
    a_colleague,
    facts_for_kind,
    letter_facts,
    the_event,
    the_offering,
    three_colleagues,
    usual_particulars,
)
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.check import CheckFinding, Severity, check, findings_kept
from fitdesk.letters.checks.findings import Part
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.paper.layout import PageFit
from fitdesk.letters.words.compose import compose

FORMAL = Manner(Tone.FORMAL, "en_GB")
TO_PEERS = (LetterKind.INTRODUCTION, LetterKind.THANKS, LetterKind.CONSENT)


def found(
    text: LetterText, facts: LetterFacts, kind: LetterKind, number: int, *, form: Form = Form.LETTER
) -> list[CheckFinding]:
    return [one for one in check(text, facts, None, kind, FORMAL, form=form) if one.number == number]


def with_sentence(text: LetterText, sentence: str, place: int = 1) -> LetterText:
    """The letter with one more sentence at the end of a paragraph, before its further lines."""
    body = list(text.body)
    words, line, rest = body[place].partition("\n")
    body[place] = f"{words} {sentence}{line}{rest}"
    return replace(text, body=tuple(body))


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("kind", list(LetterKind))
def test_a_usual_letter_of_every_kind_has_nothing_that_blocks(kind: LetterKind, tone: Tone, form: Form) -> None:
    facts, manner = facts_for_kind(kind), Manner(tone, "en_GB")
    findings = check(compose(facts, kind, manner, form=form), facts, PageFit(1), kind, manner, form=form)
    assert [one.sentence for one in findings if one.severity is Severity.BLOCKS] == []


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.CALL_CARD])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "We meet at {hall}."),
        (2, "It is on 14 July 2031."),
        (2, "That is €123,456."),
        (12, "To be honest, that is cheap."),
        (13, "Your request scored low."),
    ],
)
def test_what_holds_for_every_letter_is_checked_in_every_kind(kind: LetterKind, number: int, sentence: str) -> None:
    facts = facts_for_kind(kind)
    text = compose(facts, kind, FORMAL)
    assert found(text, facts, kind, number) == []
    assert found(with_sentence(text, sentence, len(text.body) - 1), facts, kind, number)


def test_a_call_card_is_not_checked_for_it_leaves_nobody() -> None:
    facts = facts_for_kind(LetterKind.CALL_CARD)
    text = LetterText(body=("Score 41 of 100. {todo}",))
    assert check(text, facts, PageFit(3, 9), LetterKind.CALL_CARD, FORMAL) == ()


def test_an_email_has_no_page() -> None:
    kind = LetterKind.REFERRAL
    facts = letter_facts()
    text = compose(facts, kind, FORMAL, form=Form.EMAIL)
    assert not any(one.part is Part.PAGE for one in check(text, facts, PageFit(2, 4), kind, FORMAL, form=Form.EMAIL))
    assert any(one.part is Part.PAGE for one in check(text, facts, PageFit(2, 4), kind, FORMAL))


def test_an_email_and_a_brief_letter_may_be_shorter() -> None:
    facts = letter_facts()
    kind = LetterKind.REFERRAL
    text = compose(facts, kind, FORMAL, form=Form.EMAIL)
    assert found(text, facts, kind, 14, form=Form.EMAIL) == []
    assert "below 140" in found(text, facts, kind, 14)[0].sentence
    long = compose(facts, kind, FORMAL)
    assert "up to 110" in found(long, facts, kind, 14, form=Form.EMAIL)[0].sentence


def test_what_is_agreed_is_on_record() -> None:
    kind = LetterKind.ACCEPTANCE
    facts = facts_for_kind(kind)
    text = compose(facts, kind, FORMAL)
    agreed = replace(
        facts,
        particulars=replace(facts.particulars, agreed_day=date(2027, 9, 9), agreed_fee=Decimal("4321.50")),
    )
    said = with_sentence(text, "We agreed on 9 September 2027 and on €4,321.50.")
    assert len(found(said, facts, kind, 2)) == 2
    assert not any("9 September" in one.sentence or "4,321" in one.sentence for one in found(said, agreed, kind, 2))


def test_the_day_to_come_back_is_on_record() -> None:
    kind = LetterKind.NOT_NOW
    facts = facts_for_kind(kind)
    said = with_sentence(compose(facts, kind, FORMAL), "From October 2027 on I could make room.", -1)
    assert found(said, facts, kind, 2) == []
    without = replace(facts, particulars=replace(facts.particulars, come_back=None))
    assert any("October" in one.sentence for one in found(said, without, kind, 2))


def test_not_now_may_say_not_available_only_when_the_calendar_does() -> None:
    kind = LetterKind.NOT_NOW
    facts = facts_for_kind(kind)
    no = next(place for place, words in enumerate(compose(facts, kind, FORMAL).body) if place)
    said = with_sentence(compose(facts, kind, FORMAL), "I am not available on 12 June.", no)
    assert any("calendar does not" in one.sentence for one in found(said, facts, kind, 5))
    assert found(said, facts_for_kind(kind, busy=True), kind, 5) == []


@pytest.mark.parametrize("kind", [LetterKind.AFTER_EVENT, LetterKind.REFERRAL])
def test_whoever_is_named_to_a_client_needs_a_valid_consent(kind: LetterKind) -> None:
    facts = facts_for_kind(kind, a_colleague(consent=None))
    text = with_sentence(compose(facts, kind, FORMAL), "I hope that Camille Roux did well.", 0)
    findings = [one for one in found(text, facts, kind, 8) if "has not agreed" in one.sentence]
    assert [one.severity for one in findings] == [Severity.BLOCKS]


def test_a_door_is_looked_for_where_a_no_was_said() -> None:
    closing = ("All is said.", "That is all.")
    for kind in LetterKind:
        facts = facts_for_kind(kind)
        text = replace(compose(facts, kind, FORMAL), body=("Thank you.", "I must decline.", *closing))
        doors = [one for one in found(text, facts, kind, 15) if one.severity is Severity.WARNS]
        expected = {
            *(LetterKind.REFERRAL, LetterKind.WRONG_FOR_YOU, LetterKind.NOT_FOR_ME, LetterKind.NOT_NOW),
            *(LetterKind.NEXT_SEASON, LetterKind.AFTER_EVENT),
        }
        assert bool(doors) == (kind in expected), kind


TOLD = [
    ("name", "Maria Fontaine wrote to me."),
    ("name", "Ms Fontaine wrote to me."),
    ("organization", "It is for Aubade SA."),
    ("email", "Write to maria@aubade.example."),
    ("phone", "Call +33 6 12 34 56 78."),
    ("goal", "The two management teams should leave the day with three commitments they negotiated themselves."),
    ("event", "It is their Leadership summit."),
    ("place", "It is in Lyon."),
    ("day", "It is on 12 June."),
    ("budget", "They have €6,000."),
    ("audience", "There will be 300 people."),
]


def told_facts(kind: LetterKind, allowed: tuple[str, ...]) -> LetterFacts:
    """A letter to a peer who does not live where the event is, about a client with a phone."""
    from build_letters import the_contact
    from fitdesk.domain.event import Place

    peer = a_colleague(home=Place("Geneva", "CH"))
    particulars = replace(usual_particulars(kind), addressee=peer, allowed=allowed)
    return facts_for_kind(kind, contact=the_contact(phone="+33612345678"), particulars=particulars)


@pytest.mark.parametrize(("key", "sentence"), TOLD)
@pytest.mark.parametrize("kind", TO_PEERS)
def test_a_peer_is_told_only_what_the_client_allowed(kind: LetterKind, key: str, sentence: str) -> None:
    facts = told_facts(kind, ())
    said = LetterText("A question", "Dear Camille,", ("Thank you.", sentence, "All the best."), "Kind regards,")
    (finding,) = found(said, facts, kind, 13)
    assert finding.severity is Severity.BLOCKS
    assert finding.paragraph == 1
    assert finding.start is not None
    assert sentence[finding.start : finding.end].strip(".") in sentence
    assert finding.repair is not None
    assert sentence not in finding.repair.text.body
    allowed = told_facts(kind, (key,))
    assert bool(found(said, allowed, kind, 13)) == (kind is LetterKind.CONSENT)


def test_the_subject_tells_no_more_than_the_letter() -> None:
    facts = told_facts(LetterKind.INTRODUCTION, ("goal",))
    text = replace(compose(facts, LetterKind.INTRODUCTION, FORMAL), subject="Leadership summit of Aubade SA")
    findings = found(text, facts, LetterKind.INTRODUCTION, 13)
    assert {one.part for one in findings} == {Part.SUBJECT}
    assert len(findings) == 2


def test_what_the_peer_calls_their_own_is_no_secret() -> None:
    kind = LetterKind.INTRODUCTION
    particulars = replace(usual_particulars(kind), addressee=a_colleague(), allowed=())
    facts = facts_for_kind(kind, particulars=particulars)
    said = LetterText(
        "A question", "Dear Camille,", ("Thank you.", "I hope that all is well in Lyon."), "Kind regards,"
    )
    assert found(said, facts, kind, 13) == []


def test_the_client_may_write_to_the_peer_and_the_peer_is_promised_to_nobody() -> None:
    kind = LetterKind.INTRODUCTION
    facts = facts_for_kind(kind)
    text = compose(facts, kind, FORMAL)
    assert found(with_sentence(text, "She will write to you next week."), facts, kind, 10) == []
    assert found(with_sentence(text, "I told them: Camille Roux will gladly do it."), facts, kind, 10)


def test_contact_data_of_a_client_must_be_right_in_an_introduction() -> None:
    kind = LetterKind.INTRODUCTION
    facts = facts_for_kind(kind)
    text = compose(facts, kind, FORMAL)
    assert found(with_sentence(text, "Write to mara@aubade.example."), facts, kind, 2)
    assert found(with_sentence(text, "Write to maria@aubade.example."), facts, kind, 2) == []


def test_findings_are_kept_with_a_letter() -> None:
    facts = letter_facts()
    findings = check(LetterText(), facts, None, LetterKind.REFERRAL, FORMAL)
    kept = findings_kept(findings)
    assert [one.number for one in kept] == [one.number for one in findings]
    assert {one.blocks for one in kept} == {True, False}


@pytest.mark.parametrize("changes", [{"received": None}, {"goal": None}, {"event": the_event(name=None, dates=())}])
@pytest.mark.parametrize("kind", list(LetterKind))
def test_missing_facts_never_stop_the_check(kind: LetterKind, changes: dict[str, Any]) -> None:
    facts = facts_for_kind(kind, *three_colleagues(), offering=the_offering(topics=()), **changes)
    check(compose(facts, kind, FORMAL), facts, None, kind, FORMAL)
    check(LetterText(), facts, None, kind, FORMAL)
