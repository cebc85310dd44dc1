"""Composed letters: order, truth, grammar, length, and that they never change by themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from build_letters import (
    a_colleague,
    letter_facts,
    peer_offering,
    random_facts,
    ranked,
    the_contact,
    the_event,
    the_request,
    three_colleagues,
)
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.check import Severity, check
from fitdesk.letters.checks.heard import as_heard, heard_in
from fitdesk.letters.checks.reading import count_words, mean_sentence, prose, reading_ease
from fitdesk.letters.facts import FactsError, LetterFacts, from_json, to_json
from fitdesk.letters.phrases.voice import seed_of
from fitdesk.letters.reasons import choose_reasons
from fitdesk.letters.words.compose import compose

LOCALES = ("en_GB", "en_US")
TONES = (Tone.WARM, Tone.FORMAL)


def warm(facts: LetterFacts) -> LetterText:
    return compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))


def test_the_order_is_that_of_a_good_letter() -> None:
    facts = letter_facts(*three_colleagues()[:2])
    text = warm(facts)
    thanks, no, intro, first, second, way_on, door = text.body
    assert "hank you" in thanks
    assert "three commitments" in thanks
    assert heard_in("en").refuses(as_heard(no))
    assert intro.endswith((":", ".", "?"))
    assert first.startswith("**Camille Roux**")
    assert "+33 4 55 50 01 42 · camille@colleague.example · camille.example" in first.splitlines()[-1]
    assert second.startswith("**Luc Perrin**")
    assert "receive nothing" in way_on
    assert "their calendars" in way_on or "free" in way_on
    assert "hear" in door or "again" in door


def test_the_same_facts_always_give_the_same_words() -> None:
    assert warm(letter_facts()) == warm(letter_facts())
    assert warm(from_json(to_json(letter_facts()))) == warm(letter_facts())


def test_a_correction_of_the_record_does_not_change_the_voice() -> None:
    request = the_request()
    corrected = replace(request, event=replace(request.event, audience_max=350), note="called back")
    assert seed_of(request) == seed_of(corrected)
    assert seed_of(request) != seed_of(replace(request, text="Another request"))


def test_ten_requests_do_not_get_the_same_letter() -> None:
    bodies = [warm(letter_facts(text=f"Request {n}")).body for n in range(10)]
    for place in (0, 1):
        assert len({body[place] for body in bodies}) >= 5
    assert len(set(bodies)) == 10


@pytest.mark.parametrize("locale", ["it_IT", "en", ""])
def test_another_locale_is_refused(locale: str) -> None:
    with pytest.raises(ValueError, match="en_GB, en_US"):
        compose(letter_facts(), LetterKind.REFERRAL, Manner(Tone.WARM, locale))


def test_american_letters_are_american() -> None:
    facts = letter_facts(text="a request in which the colleague specialises", busy=True)
    text = compose(facts, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_US"))
    assert text.salutation == "Dear Ms. Fontaine:"
    assert text.close == "Sincerely,"
    assert "June 12" in " ".join(text.body)
    assert "centre" not in " ".join(text.body)


@pytest.mark.parametrize(
    ("name", "tone", "close"),
    [
        ("Maria Fontaine", Tone.WARM, "With kind regards,"),
        ("Maria Fontaine", Tone.FORMAL, "Yours sincerely,"),
        (None, Tone.FORMAL, "Yours faithfully,"),
    ],
)
def test_the_close_goes_with_the_salutation(name: str | None, tone: Tone, close: str) -> None:
    assert (
        compose(letter_facts(contact=the_contact(name=name)), LetterKind.REFERRAL, Manner(tone, "en_GB")).close == close
    )


def test_a_busy_day_is_named() -> None:
    text = warm(letter_facts(lost=(), busy=True))
    assert "12 June" in text.body[1]


def test_a_peer_is_spoken_of_in_the_right_person() -> None:
    for peer, wrong in (
        (a_colleague("Luc Perrin", pronoun_subject="he", differs=""), r"\b(she|her|hers|they|their)\b"),
    ):
        paragraph = next(p for p in warm(letter_facts(peer)).body if p.startswith("**"))
        assert not re.search(wrong, paragraph, re.IGNORECASE)


def test_they_takes_plural_verbs() -> None:
    paragraph = " ".join(warm(letter_facts(three_colleagues()[2])).body)
    assert not re.search(r"\b[Tt]hey (is|has|works|gives|leads|knows|does)\b", paragraph)


def test_nothing_is_said_for_a_peer_that_the_record_does_not_support() -> None:
    weak = ranked(a_colleague(differs=""), weak=("audience", "language", "format", "overdeliver"))
    paragraph = next(p for p in warm(letter_facts(weak)).body if p.startswith("**"))
    assert "French" not in paragraph
    assert "500" not in paragraph
    assert "20" not in prose(paragraph)


def test_a_peers_own_theme_is_not_sold_as_the_clients() -> None:
    other = a_colleague(offerings=(peer_offering(topics=a_colleague().offerings[0].topics[1:]),), differs="")
    paragraph = next(p for p in warm(letter_facts(ranked(other))).body if p.startswith("**"))
    assert "mediation" in paragraph
    assert "your request begins" not in paragraph.lower()


def test_one_more_unknown_is_said_of_a_single_peer() -> None:
    text = warm(letter_facts(ranked(a_colleague(), unknown=("her calendar on 12 June 2027", "her fee"))))
    assert "her fee" in " ".join(text.body)


@pytest.mark.parametrize(
    ("benefit", "said"),
    [
        ("10 % of the first fee", "10 % of the first fee"),
        ("She sends a case of olive oil at Christmas.", "Camille Roux sends a case of olive oil at Christmas."),
        ("We give each other one free seat.", "we give each other one free seat (Camille Roux)."),
    ],
)
def test_a_benefit_is_disclosed_in_the_words_of_the_record(benefit: str, said: str) -> None:
    whole = " ".join(warm(letter_facts(a_colleague(benefit=benefit))).body)
    assert said in whole
    assert "nothing" not in whole


def test_with_two_peers_it_is_said_who_gives_something_and_who_does_not() -> None:
    first, second, _third = three_colleagues()
    whole = " ".join(warm(letter_facts(replace(first, benefit="10 % of the first fee"), second)).body)
    assert "10 % of the first fee" in whole
    assert re.search(r"Luc Perrin I receive nothing|nothing for Luc Perrin|From Luc Perrin", whole)


def test_hostile_words_stay_words() -> None:
    name = "<b>{owner.bank}</b> **Zoë** [x]"
    facts = letter_facts(contact=the_contact(name=name, gender=None), event=the_event(name="{goal_quote} & [Day]"))
    text = compose(facts, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_GB"))
    assert "{goal_quote} & [Day]" in text.body[0]
    assert "{owner.bank}" in text.salutation


def test_facts_of_an_older_letter_are_still_read() -> None:
    facts = letter_facts()
    older = re.sub(r'"words":("(?:[^"\\]|\\.)*"),"veto":', r'"sentence":\1,"veto":', to_json(facts))
    assert older != to_json(facts)
    assert from_json(older) == facts


def test_facts_come_back_from_json_as_they_were() -> None:
    facts = random_facts(3)
    assert from_json(to_json(facts)) == facts
    with pytest.raises(FactsError, match="Write the letter again"):
        from_json("{}")


def test_without_a_goal_the_theme_stands_in_and_without_both_nothing_is_guessed() -> None:
    themed = warm(letter_facts(goal=None))
    assert "negotiation technique" in themed.body[0]
    bare = warm(letter_facts(goal=None, event=the_event(topics=())))
    assert "negotiation" not in bare.body[0]


def test_a_year_is_said_only_when_it_is_another_one() -> None:
    assert "12 June." in " ".join(warm(letter_facts()).body) or "12 June" in " ".join(warm(letter_facts()).body)
    assert "2027" not in " ".join(warm(letter_facts()).body)
    later = letter_facts(event=the_event(dates=(date(2028, 6, 12),)))
    assert "12 June 2028" in " ".join(warm(later).body)


SLIPS = re.compile(
    r"  | ,| \.|\.\.|,,|;;|\ba [aeio]\w|\bthe the\b|\bof of\b|\{|\[|\bNone\b"
    r"|\ban [bcdfgjklmpqrstvwxyz]\w|“ | ”|\(\)|\bI I\b"
)


@pytest.mark.parametrize("seed", range(0, 400))
def test_any_plausible_facts_give_a_letter_that_passes_its_own_check(seed: int) -> None:
    facts = random_facts(seed)
    tone, locale = TONES[seed % 2], LOCALES[seed // 2 % 2]
    text = compose(facts, LetterKind.REFERRAL, Manner(tone, locale))
    findings = check(text, facts, None, LetterKind.REFERRAL, Manner(tone, locale))
    assert [finding for finding in findings if finding.severity is Severity.BLOCKS] == []
    assert all(finding.number == 6 and not choose_reasons(facts.reasons) for finding in findings)
    for paragraph in text.body:
        assert not SLIPS.search(prose(paragraph)), paragraph
        assert paragraph[:1].isupper() or paragraph[:1] in "*“"
    assert 140 <= count_words(text.body) <= 260
    assert mean_sentence(text.body) <= 20
    assert (reading_ease(text.body) or 0) >= 50
