"""What learning suggests: a quiet card that changes nothing by itself; and the words for changes of the rules."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from fitdesk.domain.curves import CURVE
from fitdesk.domain.learning import Suggestion, TooFew, WeightChange
from fitdesk.domain.ranges import Range
from fitdesk.domain.rule_change import RuleChange, Rules
from fitdesk.domain.terms import Status, Verdict
from fitdesk.ui.offerings.effect_words import agreement_words, spoken, turn_words
from fitdesk.ui.offerings.rule_words import change_words, history_line, named, own_words
from fitdesk.ui.offerings.suggestion_card import SuggestionCard, too_few_words
from fitdesk.workflows.judging_rules import Effect
from hands import click

WEIGHTS = (18.0, 12.0, 7.0, 6.0, 4.0, 4.0, 4.0, 3.0, 13.0, 6.0, 5.0, 5.0, 5.0, 4.0, 4.0)
FOUND = Suggestion(
    WEIGHTS,
    (
        WeightChange("goal", 20.0, 18.0, "On average 90 of 100 in the 22 you accepted, 88 in the 20 you turned down"),
        WeightChange("fee", 11.0, 13.0, "On average 80 of 100 in the 22 you accepted, 31 in the 20 you turned down"),
    ),
    22, 20, 0.81, 0.857, is_better=True,
)  # fmt: skip
NOW = datetime(2026, 11, 12, 9, 0)
TODAY = date(2026, 11, 22)


@pytest.fixture
def card(qtbot: QtBot) -> SuggestionCard:
    card = SuggestionCard()
    qtbot.addWidget(card)
    card.resize(600, 300)
    return card


def test_a_suggestion_says_on_what_it_rests_and_waits_for_a_click(card: SuggestionCard) -> None:
    tried: list[Suggestion] = []
    card.tried.connect(tried.append)
    card.show_found(FOUND)
    assert card.text.text() == (
        "Learnt from 42 decisions. Of those it had not seen, these weights foretell 86 %, today’s 81 %."
    )
    assert card.fold.button.text() == "2 weights would change"
    assert tried == []
    click(card.button)
    assert tried == [FOUND]
    card.tell_tried(is_in_draft=True)
    assert (card.button.isEnabled(), card.button.text()) == (False, "It is in the draft")


def test_nothing_better_is_one_line(card: SuggestionCard) -> None:
    card.show_found(Suggestion(WEIGHTS, (), 22, 20, 0.81, 0.81, is_better=False))
    assert card.card.isHidden()
    assert card.line.text() == "No other weights foretell your 42 decisions better than yours do (81 %)."
    assert card.found() is None


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (TooFew(12, 14), "4 more decisions, and your own judgement can suggest weights here."),
        (
            TooFew(29, 0),
            "10 more decisions, and your own judgement can suggest weights here (at least 10 turned down).",
        ),
        (
            TooFew(3, 4),
            "23 more decisions, and your own judgement can suggest weights here "
            "(at least 7 accepted and 6 turned down).",
        ),
        (TooFew(19, 10), "1 more decision, and your own judgement can suggest weights here."),
    ],
)
def test_too_few_decisions_say_how_many_are_missing(card: SuggestionCard, found: TooFew, words: str) -> None:
    assert too_few_words(found) == words
    card.show_found(found)
    assert card.line.text() == words


# ---- words


STEEP = (("travel", ((1.0, 1.0), (2.0, 0.0))),)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Rules(), Rules((("fee", 14.0),)), "fee counts 14 instead of 11"),
        (Rules((("fee", 14.0),)), Rules(), "fee counts 11 instead of 14"),
        (Rules((("goal", 20.0),)), Rules(), ""),
        (Rules(), Rules((), STEEP), "curve of journey changed"),
        (Rules((), STEEP), Rules(), "curve of journey as usual again"),
        (Rules((), STEEP), Rules((), (("travel", CURVE["travel"].points),)), "curve of journey as usual again"),
        (Rules(vetoes_off=()), Rules(vetoes_off=("fee",)), "fee alone declines no more"),
        (Rules(vetoes_off=("fee",)), Rules(), "fee alone declines again"),
    ],
)
def test_every_change_of_the_rules_has_plain_words(before: Rules, after: Rules, words: str) -> None:
    assert "; ".join(change_words(before, after)) == words


def test_changes_of_one_offering_speak_of_all() -> None:
    before, after = Rules((("travel", 9.0),), STEEP), Rules((("fee", 3.0),))
    assert change_words(before, after, for_one=True) == (
        "fee counts 3",
        "journey counts as for all again, not 9",
        "curve of journey as for all again",
    )


def test_a_line_of_the_history() -> None:
    change = RuleChange(NOW, Rules(), Rules((("fee", 14.0),), STEEP), None, 2)
    line = "12 Nov: fee counts 14 instead of 11; curve of journey changed; 2 verdicts flipped"
    assert history_line(change, TODAY) == line
    assert history_line(change, TODAY, offering="Deciding", locale="en_US").startswith("Nov 12 · Deciding: fee")
    many = Rules(tuple((key, 1.0) for key in ("goal", "audience", "format", "fee", "travel", "scope")))
    assert history_line(RuleChange(NOW, Rules(), many), TODAY).endswith("format counts 1 instead of 6; 3 more changes")


def test_criteria_are_named_in_a_sentence() -> None:
    assert named(["fee", "travel"]) == "fee and journey"
    assert named(["goal", "fee", "travel", "style", "scope"]) == "goal and topics, fee, journey and 2 more"
    assert own_words([]) == ""
    assert own_words(["fee"]) == "Judged by its own rules in 1 point: fee"


def test_effects_in_words() -> None:
    fit = Range(70.0, 75.0)
    lost = Effect(1, "Summit", Status.ACCEPTED, Verdict.ACCEPT, Verdict.ASK, fit, Range(60.0, 65.0))
    won = Effect(2, "Dinner", Status.REFERRED, Verdict.ASK, Verdict.DECLINE, fit, fit)
    same = Effect(3, "Panel", Status.DECLINED, Verdict.DECLINE, Verdict.DECLINE, None, None)
    never = Effect(4, "Retreat", Status.DECLINED, Verdict.ACCEPT, Verdict.ASK, fit, fit)
    assert [turn_words(one) for one in (lost, won, same, never)] == ["agrees no more", "now agrees", "", "differs"]
    assert agreement_words([lost, won, same]) == "Agrees with 2 of your last 3 decisions"
    assert agreement_words([lost]) == "Agrees with 0 of your last 1 decision (was 1)"
    assert spoken(lost) == "Summit, You accepted it, Accept becomes Ask first, fit 60–65 of 100, agrees no more"
    assert spoken(same) == "Panel, You declined it, Decline"
