"""No letter mixes languages: records and the client's words are said only in the language they are written in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_letters import a_colleague, facts_for_kind, letter_facts, the_owner, three_colleagues
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.facts import LetterFacts, Particulars
from fitdesk.letters.words.compose import compose

ENGLISH = Manner(Tone.WARM, "en_GB")
RECORDS = ("trust in teams", "leading through change", "mediat", "firmer and more playful", "both sides of the table")
TOPIC, GOAL = "negotiation technique", "three commitments"
WITH_GOAL = [kind for kind in LetterKind if kind not in (LetterKind.THANKS, LetterKind.CONSENT)]


def facts_in(records: str, client: str | None, kind: LetterKind = LetterKind.REFERRAL) -> LetterFacts:
    """The usual facts, with the records and the client's words taken to be in those languages."""
    return facts_for_kind(kind, *three_colleagues(), owner=the_owner(records_language=records), language=client)


def said(facts: LetterFacts, kind: LetterKind = LetterKind.REFERRAL, manner: Manner = ENGLISH) -> str:
    text: LetterText = compose(facts, kind, manner)
    mail = compose(facts, kind, manner, form=Form.EMAIL)
    return "\n".join((*text.body, *mail.body))


@pytest.mark.parametrize("kind", list(LetterKind))
def test_records_in_another_language_stay_out(kind: LetterKind) -> None:
    page = said(facts_in("de", "en", kind), kind)
    assert not [words for words in RECORDS if words in page]


@pytest.mark.parametrize("kind", list(LetterKind))
def test_the_clients_topics_in_another_language_stay_out(kind: LetterKind) -> None:
    page = said(facts_in("de", "fr", kind), kind)
    assert not [words for words in (*RECORDS, TOPIC) if words in page]


@pytest.mark.parametrize("kind", WITH_GOAL)
@pytest.mark.parametrize("client", ["fr", None])
def test_a_goal_in_another_language_is_quoted_as_it_is(kind: LetterKind, client: str | None) -> None:
    page = "\n".join(compose(facts_in("de", client, kind), kind, ENGLISH).body)
    assert re.search(rf"“that the two management teams [^”]*{GOAL}", page)
    assert "You hope that the two" not in page


def test_in_one_language_all_is_said() -> None:
    page = said(facts_in("en", "en"))
    assert all(words in page for words in ("trust in teams", "both sides of the table", TOPIC, GOAL))


def test_an_unknown_language_is_taken_as_that_of_the_records() -> None:
    assert TOPIC in said(facts_in("en", None))
    assert TOPIC not in said(facts_in("de", None))


def test_a_peers_topic_is_named_by_the_clients_word() -> None:
    paragraphs = compose(facts_in("de", "en"), LetterKind.REFERRAL, ENGLISH).body
    assert "negotiation technique" in next(p for p in paragraphs if p.startswith("**Camille"))


def test_what_is_always_said_of_a_peer_comes_first_and_replaces_the_note() -> None:
    peer = a_colleague()
    own = Particulars(own_sentences=((peer.id or 0, "she once calmed a whole shipyard"),))
    for records in ("en", "de"):
        facts = letter_facts(peer, owner=the_owner(records_language=records))
        paragraph = next(
            p for p in compose(replace(facts, particulars=own), LetterKind.REFERRAL, ENGLISH).body if p[:2] == "**"
        )
        assert "She once calmed a whole shipyard." in paragraph
        assert "firmer" not in paragraph
        opening, _own, rest = paragraph.partition("She once calmed")
        assert opening.count(". ") <= 2
        assert rest


def test_a_benefit_is_disclosed_in_whatever_language_it_is_recorded() -> None:
    facts = letter_facts(a_colleague(benefit="zehn Prozent"), owner=the_owner(records_language="de"))
    page = said(facts)
    assert page.count("“zehn Prozent”") == 2
    assert "receive nothing" not in page
