"""Weights, vetoes and curves: the owner's for all offerings, and an offering's own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from build import TODAY, a_peer, an_inquiry, an_offering, an_owner, asked
from domain.dice import Dice, thrown
from domain.strategies import a_case, any_rules, many
from fitdesk.domain.assessment import Verdict, VetoState
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.criteria import BY_KEY, CRITERIA, weights_of
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess
from fitdesk.domain.matching import rank_peers
from fitdesk.domain.offering import LanguageLevel
from fitdesk.domain.rule_change import Rules
from fitdesk.domain.rules import VETO_CRITERIA, offering_with_rules, rules_of, veto_counts, weights_for, with_rules
from fitdesk.domain.scoring import score

LOW = Budget(Decimal(3000), Decimal(3000), "GBP", expenses_covered=True)
RULES = Rules((("fee", 20.0),), (("fee", ((0.0, 0.5), (1.0, 1.0))),), ("fee",))


def test_rules_go_in_as_they_come_out() -> None:
    assert rules_of(with_rules(an_owner(), RULES)) == RULES
    assert rules_of(an_owner(), offering_with_rules(an_offering(), RULES)) == RULES
    assert rules_of(with_rules(an_owner(), Rules())) == Rules(vetoes_off=())
    assert rules_of(an_owner(), an_offering()) == Rules(vetoes_off=None)


def test_weights_of_an_offering_beat_the_owners_one_by_one() -> None:
    owner = an_owner(weights=(("goal", 30.0), ("fee", 0.0)))
    offering = an_offering(weights=(("fee", 22.0),))
    weights = dict(zip((criterion.key for criterion in CRITERIA), weights_for(owner, offering), strict=True))
    assert sum(weights.values()) == pytest.approx(100)
    assert weights["fee"] / weights["goal"] == pytest.approx(22 / 30)
    assert weights["style"] / weights["goal"] == pytest.approx(4 / 30)
    assert weights_for(an_owner()) == weights_of(an_owner()) == tuple(float(one.weight) for one in CRITERIA)


@pytest.mark.parametrize("weight", [-5.0, 0.0, float("nan"), float("inf"), -float("inf")])
def test_weights_that_make_no_sum_are_the_usual_ones(weight: float) -> None:
    wild = an_owner(weights=tuple((criterion.key, weight) for criterion in CRITERIA))
    assert weights_for(wild) == weights_for(an_owner())


def test_the_criteria_with_a_veto_are_those_of_the_fit_model() -> None:
    assert set(VETO_CRITERIA) == {"goal", "overdeliver", "language", "leadtime", "fee", "capacity", "margin"}
    assert all(veto_counts(key, an_owner()) for key in VETO_CRITERIA)
    assert not veto_counts("travel", an_owner())


def test_a_veto_switched_off_leaves_the_value() -> None:
    inquiry = an_inquiry(budget=LOW)
    assert assess(inquiry, an_offering(), an_owner(), (), TODAY).verdict is Verdict.DECLINE
    lenient = an_owner(vetoes_off=("fee",))
    judged = assess(inquiry, an_offering(), lenient, (), TODAY)
    finding = judged.contribution("fee").finding
    assert (finding.veto, finding.value.high) == (VetoState.CLEAR, 0)
    assert judged.verdict is Verdict.ACCEPT
    assert assess(inquiry, an_offering(vetoes_off=()), lenient, (), TODAY).verdict is Verdict.DECLINE
    assert assess(inquiry, an_offering(vetoes_off=("fee",)), an_owner(), (), TODAY).verdict is Verdict.ACCEPT


def test_work_that_is_not_ones_own_stays_a_no() -> None:
    every = an_owner(vetoes_off=VETO_CRITERIA)
    assert veto_counts("goal", every)
    assert veto_counts("goal", every, an_offering(vetoes_off=VETO_CRITERIA))
    judged = assess(asked(topics=("stand-up comedy",)), an_offering(), every, (), TODAY)
    assert judged.verdict is Verdict.DECLINE


def test_a_colleague_is_judged_with_every_veto() -> None:
    """Whoever takes on work below the own floor, or in a language not spoken, does not send others there."""
    lenient = an_owner(vetoes_off=VETO_CRITERIA)
    mute = a_peer(offerings=(an_offering(languages=(("de", LanguageLevel.FLUENT),)),))
    assert rank_peers(an_inquiry(), [mute], lenient, None, TODAY) == ()


def case_and_rules(dice: Dice) -> tuple[Case, Rules]:
    return a_case(dice), Rules(**any_rules(dice))


@many
@given(thrown(case_and_rules, 400))
def test_no_rule_touches_more_than_its_own_criteria(drawn: tuple[Case, Rules]) -> None:
    case, rules = drawn
    plain = case.changed(
        owner=replace(case.owner, weights=(), curves=(), vetoes_off=()),
        offering=replace(case.offering, weights=(), curves=(), vetoes_off=None),
    )
    ruled = plain.changed(owner=with_rules(plain.owner, rules))
    own = plain.changed(offering=offering_with_rules(plain.offering, rules))
    bent = {key.partition(".")[0] for key, _points in rules.curves}
    for before, after, of_offering in zip(
        score(plain).contributions, score(ruled).contributions, score(own).contributions, strict=True
    ):
        assert after == of_offering, "an offering's own rules do what the owner's do"
        if after.criterion not in bent:
            assert after.finding.value == before.finding.value
        if after.criterion in (rules.vetoes_off or ()) and after.criterion != "goal":
            assert after.finding.veto is VetoState.CLEAR
        else:
            assert after.finding.veto is before.finding.veto


def test_the_judges_list_has_no_veto_beside_the_known_ones() -> None:
    """A criterion that began to veto would have to be named where vetoes can be switched off."""
    worst = case_for(asked(topics=("stand-up comedy",)), an_offering(), an_owner(), (), TODAY)
    for key, criterion in BY_KEY.items():
        if key not in VETO_CRITERIA:
            assert criterion.judge(worst).veto is VetoState.CLEAR
