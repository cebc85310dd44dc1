"""Topic words in one language, and the languages of a country."""

from __future__ import annotations

import pytest

from fitdesk.domain.languages import language_name, spoken_in
from fitdesk.domain.offering import Topic
from fitdesk.domain.topics import best_match, named_in, says, stems, strength

DECIDING = Topic("decisions with incomplete information", 3, ("deciding under uncertainty", "risky choices"))
RISK = Topic("risk", 2)


@pytest.mark.parametrize(
    ("phrase", "language", "topics", "expected"),
    [
        ("Deciding under Uncertainty", "en", (DECIDING, RISK), DECIDING),
        ("how to decide with uncertainty", None, (DECIDING, RISK), DECIDING),
        ("choices", "en", (DECIDING, RISK), DECIDING),
        ("risk in hospitals", "en", (DECIDING, RISK), RISK),
        ("risks", "en", (DECIDING, RISK), RISK),
        ("gardening", "en", (DECIDING, RISK), None),
        ("with the", "en", (DECIDING, RISK), None),
        ("Entscheidungen im Team", "de", (Topic("Team Entscheidung", 1),), Topic("Team Entscheidung", 1)),
        ("négociations difficiles", "fr", (Topic("négociation difficile", 2),), Topic("négociation difficile", 2)),
        ("negociaciones", "es", (Topic("negociación", 2),), Topic("negociación", 2)),
        ("onderhandelingen", "nl", (Topic("onderhandeling", 2),), Topic("onderhandeling", 2)),
    ],
)
def test_a_phrase_is_read_as_the_topic_with_the_largest_overlap(
    phrase: str, language: str | None, topics: tuple[Topic, ...], expected: Topic | None
) -> None:
    for order in (topics, topics[::-1]):
        match = best_match(phrase, order, language)
        assert (match.topic if match else None) == expected


def test_equal_overlap_goes_to_the_deeper_topic() -> None:
    shallow, deep = Topic("risk talk", 1), Topic("risk talk", 3)
    match = best_match("risk", (deep, shallow))
    assert match is not None
    assert match.topic is deep
    assert not match.is_exact


def test_strength_needs_half_or_a_whole() -> None:
    assert strength(stems("red green"), stems("green blue")) == 0
    assert strength(stems("red green blue"), stems("green blue")) == pytest.approx(2 / 3)
    assert strength(stems("red"), stems("red green blue")) == pytest.approx(1 / 3)
    assert strength(frozenset(), stems("red")) == 0


def test_saying_no_needs_more_than_a_wide_word() -> None:
    assert says("sales training for nurses", "sales training")
    assert says("Sales trainings", "sales training")
    assert not says("training", "sales training")
    assert not says("anything", "the")


@pytest.mark.parametrize(
    ("text", "name", "is_meant"),
    [
        ("That we now say on Friday what we did after work", "new work", False),
        ("The new work of our teams", "new work", True),
        ("work", "new work", False),
        ("New Work", "new work", True),
        ("We are speaking with two others", "speaking up", False),
        ("That people dare to speak up", "speaking up", True),
        ("leadership", "the leadership", True),
        ("our leadership", "leadership", True),
    ],
)
def test_a_small_word_counts_where_only_one_other_is_left(text: str, name: str, is_meant: bool) -> None:
    for languages in ("en", ("en", "de"), ("de", "en")):
        assert (named_in(text, (name,), languages) == (name,)) is is_meant, languages
        assert says(text, name, languages) is is_meant, languages
        if len(text) < 15:
            assert (best_match(text, (Topic(name, 3),), languages) is not None) is is_meant, languages


def test_names_in_a_text_give_way_to_narrower_ones() -> None:
    found = named_in("Our people should negotiate salaries better", ("negotiating", "salary negotiation", "gardening"))
    assert found == ("salary negotiation",)
    assert named_in("Risk and gardening", ("risk", "Risks", "gardening")) == ("risk", "gardening")


def test_languages_of_a_country() -> None:
    assert spoken_in("GB") == {"en"}
    assert spoken_in("ch") == {"de", "fr", "it"}
    assert spoken_in("DE") == {"de"}
    assert spoken_in("XX") == frozenset()
    assert language_name("nl") == "Dutch"
    assert language_name("xx") == "xx"
