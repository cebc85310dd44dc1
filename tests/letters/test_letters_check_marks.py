"""Check 1: only what the client wrote excuses a mark that waits to be filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_letters import a_colleague, letter_facts
from fitdesk.domain.letter import LetterKind, Manner, Tone
from fitdesk.letters.checks.check import CheckFinding, Severity, check
from fitdesk.letters.facts import LetterFacts, Particulars
from fitdesk.letters.paper.layout import PageFit
from fitdesk.letters.words.compose import compose

ENGLISH = Manner(Tone.FORMAL, "en_GB")


def marks(facts: LetterFacts, sentence: str = "") -> list[CheckFinding]:
    text = compose(facts, LetterKind.REFERRAL, ENGLISH)
    if sentence:
        text = replace(text, body=(*text.body[:-1], f"{text.body[-1]} {sentence}"))
    return [one for one in check(text, facts, PageFit(1), LetterKind.REFERRAL, ENGLISH) if one.number == 1]


@pytest.mark.parametrize("mark", ["{event}", "[town]", "[…]", "<name>", "TODO", "____"])
def test_a_mark_in_a_peers_own_sentence_is_found(mark: str) -> None:
    peer = a_colleague()
    own = Particulars(own_sentences=((peer.id or 0, f"she will make {mark} a day to remember"),))
    (finding,) = marks(replace(letter_facts(peer), particulars=own))
    assert finding.severity is Severity.BLOCKS
    assert f"“{mark}”" in finding.sentence


@pytest.mark.parametrize("mark", ["{event}", "[…]"])
def test_a_mark_in_the_note_on_a_peer_is_found(mark: str) -> None:
    facts = letter_facts(a_colleague(differs=f"She is firmer about {mark} than I am."))
    assert mark in " ".join(compose(facts, LetterKind.REFERRAL, ENGLISH).body)
    assert [one.severity for one in marks(facts)] == [Severity.BLOCKS]


def test_what_the_client_wrote_in_brackets_may_stand() -> None:
    facts = letter_facts()
    event = replace(facts.inquiry.event, name="Summit [re]think")
    theirs = replace(facts, inquiry=replace(facts.inquiry, event=event))
    sentence = "I wish you well for the Summit [re]think."
    assert marks(theirs, sentence) == []
    assert marks(facts, sentence) != []
