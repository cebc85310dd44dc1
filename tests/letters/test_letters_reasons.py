"""Which reasons are stated, how they sound, and that the check hears each one as what it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from build_letters import an_assessment, letter_facts, random_facts, the_event, the_offering, the_request
from fitdesk.domain.availability import Availability
from fitdesk.domain.event import Budget, Format
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.letter import Manner, Tone
from fitdesk.letters.checks.heard import as_heard, heard_in
from fitdesk.letters.checks.reading import sentences
from fitdesk.letters.phrases.book import FIELD, fill, load_book
from fitdesk.letters.reasons import DATE, choose_reasons, find_reasons
from fitdesk.letters.words.reason_words import reason_words

BUSY, FREE = Availability.BUSY, Availability.FREE
DAY = date(2027, 6, 12)


def stated(*lost: str, busy: bool = False) -> list[str]:
    days = ((DAY, BUSY if busy else FREE),)
    return [reason.criterion for reason in choose_reasons(find_reasons(an_assessment(*lost), days))]


def test_what_is_about_them_comes_first_and_at_most_two_are_given() -> None:
    assert stated("fee", "goal", "audience", "format") == ["goal", "audience"]


def test_what_is_about_me_stands_alone_or_not_at_all() -> None:
    assert stated("fee", "capacity") == ["fee"]
    assert stated("fee", "goal") == ["goal"]


def test_a_busy_date_is_always_said() -> None:
    assert stated(busy=True) == [DATE]
    assert stated("goal", "audience", busy=True) == ["goal", DATE]
    assert stated("fee", busy=True) == [DATE]


def test_a_date_that_is_only_partly_busy_is_no_reason() -> None:
    days = ((DAY, BUSY), (date(2027, 6, 13), FREE))
    assert find_reasons(an_assessment(), days) == ()
    assert find_reasons(None, ()) == ()


@pytest.mark.parametrize("secret", ["margin", "strategic", "access"])
def test_what_is_nobodys_business_is_never_a_reason(secret: str) -> None:
    assert stated(secret) == []


def test_a_small_or_unsure_loss_is_no_reason() -> None:
    lines = an_assessment("churn").contributions
    assert [line.loss.low for line in lines if line.criterion == "churn"] == [3]
    assert stated("goal", "churn") == ["goal", "churn"]
    assert "leadtime" not in stated("goal")


SAMPLE = {
    "needs": "negotiation technique",
    "near": "speaking up",
    "my_work": "trust in teams",
    "admitted": "negotiation technique",
    "my_audience": "groups of 20 to 200",
    "their_audience": "300 people",
    "level": "nurses",
    "a_format": "a panel",
    "my_formats": "keynotes and workshops",
    "their_length": "45 minutes",
    "my_length": "between 90 minutes and three hours",
    "language": "French",
    "my_languages": "English and German",
    "lead": "four weeks",
    "left": "nine days",
    "day": "12 June",
    "days": "12 June and 19 June",
    "number": "two",
    "stretch": "12–19 June",
    "style": "quieter and gentler",
    "must_have": "simultaneous translation",
    "limit": "the £5,000 you named",
    "month": "June",
    "city": "Lyon",
}


def reason_phrases() -> list[tuple[str, str]]:
    """(criterion, phrase filled in) for every wording of every reason in the book."""
    book = load_book("en")
    found = []
    for (block, _tone), variants in sorted(book.blocks.items()):
        parts = block.split(".")
        if parts[0] == "reason" and parts[1] not in ("second", "general"):
            found += [(parts[1], variant) for variant in variants]
    return found


@pytest.mark.parametrize(("criterion", "variant"), reason_phrases())
def test_the_check_hears_each_wording_as_its_own_criterion(criterion: str, variant: str) -> None:
    said = sentences(fill(variant, {name: SAMPLE[name] for name in FIELD.findall(variant)}))
    heard = {found for found in map(heard_in("en").reason, said) if found}
    assert heard == {criterion}


def test_every_refusal_in_the_book_is_heard_as_one() -> None:
    for (block, _tone), variants in load_book("en").blocks.items():
        if block.startswith("refusal."):
            assert [variant for variant in variants if not heard_in("en").refuses(as_heard(variant))] == []


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for asking me to speak.",
        "I cannot say whether she is free in June.",
        "I do not know their calendars.",
        "If I cannot come, I will tell you.",
        "I would rather tell you why than leave you guessing.",
    ],
)
def test_what_is_no_refusal_is_not_heard_as_one(words: str) -> None:
    assert not heard_in("en").refuses(as_heard(words))


@pytest.mark.parametrize(
    "words", ["I must decline.", "I can’t take this on.", "I am not the right person for this.", "My answer is no."]
)
def test_refusals_in_other_words_are_heard(words: str) -> None:
    assert heard_in("en").refuses(as_heard(words))


CASES = [
    ("goal", {}, "goal.admitted"),
    ("goal", {"event": the_event(topics=("conflict at work",))}, "goal.topics"),
    ("goal", {"event": the_event(topics=("leading through change",))}, "goal.near"),
    ("goal", {"event": the_event(topics=()), "goal": None}, "goal.mine"),
    ("audience", {}, "audience.size"),
    ("audience", {"event": the_event(audience_min=100, audience_max=100, audience_level="nurses")}, "audience.level"),
    ("audience", {"event": the_event(audience_min=100, audience_max=100)}, "audience.plain"),
    ("format", {"event": the_event(format=Format.PANEL)}, "format.other"),
    ("format", {"event": the_event(duration_minutes=20)}, "format.length"),
    ("language", {}, "language.named"),
    ("language", {"event": the_event(language=None)}, "language.plain"),
    ("leadtime", {"event": the_event(dates=(date(2027, 3, 12),))}, "leadtime.days"),
    ("leadtime", {"event": the_event(dates=(date(2027, 3, 1),))}, "leadtime.past"),
    ("date", {"event": the_event(dates=(date(2027, 3, 1),))}, "leadtime.past"),
    ("leadtime", {}, "leadtime.plain"),
    ("style", {"style": StyleWish(4, 4, None, None)}, "style.named"),
    ("style", {}, "style.plain"),
    ("churn", {}, "churn.plain"),
    ("fee", {}, "fee.named"),
    ("fee", {"budget": Budget(unpaid=True)}, "fee.unpaid"),
    ("fee", {"budget": Budget()}, "fee.plain"),
    ("capacity", {}, "capacity.month"),
    ("travel", {}, "travel.named"),
    ("scope", {}, "scope"),
    ("overdeliver", {}, "overdeliver.near"),
    ("overdeliver", {"lost": ("overdeliver",)}, "overdeliver.far"),
    (DATE, {}, "date.one"),
    ("brand new", {}, "general"),
]


@pytest.mark.parametrize(("criterion", "changes", "case"), CASES)
def test_the_wording_follows_the_facts(criterion: str, changes: dict[str, Any], case: str) -> None:
    words = reason_words(criterion, letter_facts(**changes), Manner())
    assert words.case == case
    assert load_book("en").variants(f"reason.{case}", Tone.FORMAL)


def test_a_must_have_is_named_when_a_limit_names_it() -> None:
    facts = letter_facts(
        lost=("churn",), must_haves=("simultaneous translation",), offering=the_offering(limits=("translation",))
    )
    assert reason_words("churn", facts, Manner()).fields == {"must_have": "simultaneous translation"}


def test_reasons_of_random_facts_are_all_recorded_losses() -> None:
    for seed in range(50):
        facts = random_facts(seed)
        assert facts.assessment is not None
        lost = {line.criterion for line in facts.assessment.contributions if line.loss.low >= 3}
        assert {reason.criterion for reason in facts.reasons} <= lost | {DATE}


def test_the_request_itself_is_unchanged() -> None:
    assert letter_facts().inquiry == the_request()
