"""Whole Dutch letters of every kind: one form of address, nothing for the check to find, foreign words as written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_letters import a_colleague, facts_for_kind, the_contact, the_event, the_owner
from fitdesk.domain.contact import Gender
from fitdesk.domain.letter import Form, LetterKind, Manner, Tone
from fitdesk.letters.checks.check import check
from fitdesk.letters.checks.heard import heard_in
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.words.compose import compose


def manner(tone: Tone = Tone.FORMAL, *, familiar: bool = False) -> Manner:
    return Manner(tone, "nl_NL", familiar)


def dutch_facts(kind: LetterKind, **changes: Any) -> LetterFacts:
    """The facts of a usual letter on a request in Dutch, for an owner whose records are in Dutch."""
    owner = the_owner(records_language="nl", not_good_at=("onderhandelen",))
    settled: dict[str, Any] = {"owner": owner, "language": "nl", "goal": "dat onze teams weer met elkaar praten"}
    return facts_for_kind(kind, a_colleague(differs=""), **{**settled, **changes})


KINDS = [kind for kind in LetterKind if kind is not LetterKind.CALL_CARD]


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_keeps_to_its_form_of_address(kind: LetterKind) -> None:
    heard = heard_in("nl")
    for tone in Tone:
        for form in Form:
            for familiar, other in ((True, "polite"), (False, "familiar")):
                text = compose(dutch_facts(kind), kind, manner(tone, familiar=familiar), form=form)
                slip = heard.patterns[other].search(" ".join((text.subject, *text.body, text.close)))
                assert slip is None, f"{slip} in {text.body}"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_in_a_letter_as_it_is_composed(kind: LetterKind) -> None:
    facts = dutch_facts(kind)
    for tone in Tone:
        for form in Form:
            for familiar in (True, False):
                how = manner(tone, familiar=familiar)
                found = check(compose(facts, kind, how, form=form), facts, None, kind, how, form=form)
                assert not found, f"{tone} {form}: {found}"


def test_the_body_begins_with_a_capital() -> None:
    text = compose(dutch_facts(LetterKind.REFERRAL), LetterKind.REFERRAL, manner())
    assert text.salutation == "Geachte mevrouw Fontaine,"
    assert text.body[0][0].isupper()
    assert text.close == "Met vriendelijke groet,"


def test_a_foreign_event_and_a_foreign_goal_stand_as_they_were_written() -> None:
    facts = dutch_facts(
        LetterKind.ACCEPTANCE, event=the_event(name="Not the Usual Route"), goal="Fewer but better meetings."
    )
    said = " ".join(compose(facts, LetterKind.ACCEPTANCE, manner()).body)
    assert "“Fewer but better meetings.”" in said
    assert "Not the Usual Route" in said


def test_a_man_called_jan_is_no_month() -> None:
    contact = the_contact(name="Jan van der Berg", gender=Gender.MALE)
    facts = dutch_facts(LetterKind.THANKS, contact=contact)
    text = compose(facts, LetterKind.THANKS, manner())
    said = replace(text, body=(f"{text.body[0]} Dank voor alles voor Jan van der Berg.", *text.body[1:]))
    assert not check(said, facts, None, LetterKind.THANKS, manner())


def test_twenty_letters_in_a_row_begin_in_different_ways() -> None:
    begun, no = set(), set()
    for number in range(20):
        facts = dutch_facts(LetterKind.NOT_FOR_ME, text=f"Zou u op dag {number} willen komen spreken?")
        body = compose(facts, LetterKind.NOT_FOR_ME, manner(Tone.WARM)).body
        begun.add(" ".join(body[0].split()[:5]))
        no.add(" ".join(body[1].split()[:5]))
    assert len(begun) >= 3
    assert len(no) >= 3
