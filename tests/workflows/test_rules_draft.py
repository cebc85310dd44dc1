"""A draft of the rules: what is own, what goes back, what an offering leaves to the owner, and how it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import an_offering, an_owner
from fitdesk.domain.criteria import BY_KEY, CRITERIA
from fitdesk.domain.curves import CURVE, CURVES, curves_of
from fitdesk.domain.owner import Owner
from fitdesk.domain.rule_change import Rules
from fitdesk.domain.rules import VETO_CRITERIA
from fitdesk.workflows.rules_draft import RulesDraft

STEEP = ((1.0, 1.0), (2.0, 0.0))
ALL = RulesDraft.of(an_owner())
ONE = RulesDraft.of(
    an_owner(weights=(("goal", 30.0),), curves=(("travel", STEEP),), vetoes_off=("margin",)), an_offering()
)


def test_a_fresh_draft_says_what_counts() -> None:
    for draft in (ALL, ONE):
        assert not draft.is_changed
        assert draft.own_keys() == draft.changed_keys() == ()


def test_only_what_differs_from_the_usual_is_kept() -> None:
    draft = ALL.with_weight("fee", 14).with_points(CURVE["travel"], STEEP).with_veto("fee", False)
    assert draft.rules == Rules((("fee", 14.0),), (("travel", STEEP),), ("fee",))
    assert draft.changed_keys() == draft.own_keys() == ("fee", "travel")
    again = draft.with_weight("fee", 11).with_points(CURVE["travel"], CURVE["travel"].points).with_veto("fee", True)
    assert again.rules == Rules(vetoes_off=())
    assert not again.is_changed


def test_an_offering_leaves_to_the_owner_what_is_as_for_all() -> None:
    assert (ONE.weight("goal"), ONE.points(CURVE["travel"]), ONE.veto("margin")) == (30.0, STEEP, False)
    draft = ONE.with_weight("goal", 20).with_veto("margin", True)
    assert draft.rules == Rules((("goal", 20.0),), (), ())
    assert draft.own_keys() == ("goal", "margin")
    back = draft.back("margin")
    assert back.rules == Rules((("goal", 20.0),), (), None)
    assert back.back("goal").rules == back.back_all().rules == Rules()


def test_shares_follow_the_draft_and_sum_to_100() -> None:
    shares = ALL.with_weight("style", 14).shares()
    assert sum(shares) == pytest.approx(100.0)
    assert shares[[one.key for one in CRITERIA].index("style")] == pytest.approx(100 * 14 / 110)


def test_back_takes_every_curve_of_a_criterion() -> None:
    curves = curves_of("audience")
    assert len(curves) > 1
    draft = ALL.with_weight("audience", 1)
    for curve in curves:
        draft = draft.with_points(curve, tuple((x, 0.25) for x, _y in curve.points))
    assert draft.own_keys() == ("audience",)
    assert draft.back("audience").rules == Rules(vetoes_off=())


def test_the_veto_of_the_goal_stays() -> None:
    assert ALL.with_veto("goal", False).veto("goal")


def test_a_shape_that_makes_no_curve_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="right of the one before"):
        ALL.with_points(CURVE["travel"], ((4.0, 1.0), (2.0, 0.0)))


def test_a_draft_is_measured_against_what_counts_not_against_the_usual() -> None:
    own = RulesDraft.of(an_owner(weights=(("fee", 14.0),)))
    assert own.own_keys() == ("fee",)
    assert not own.is_changed
    assert own.back_all().is_changed
    assert own.back_all().changed_keys() == ("fee",)


keys = st.sampled_from([one.key for one in CRITERIA])
curves = st.sampled_from(CURVES)


@st.composite
def drafts(draw: st.DrawFn) -> RulesDraft:
    draft = draw(st.sampled_from([ALL, ONE]))
    for _n in range(draw(st.integers(0, 4))):
        draft = draft.with_weight(draw(keys), draw(st.floats(0, 40)))
        curve = draw(curves)
        draft = draft.with_points(curve, tuple((x, draw(st.floats(0, 1))) for x, _y in curve.points))
        draft = draft.with_veto(draw(st.sampled_from(VETO_CRITERIA)), draw(st.booleans()))
    return draft


@given(drafts())
def test_what_is_kept_as_text_comes_back_the_same(draft: RulesDraft) -> None:
    fresh = RulesDraft.of(draft.owner, draft.offering)
    assert fresh.from_text(draft.as_text()) == draft


@given(drafts(), keys)
def test_going_back_leaves_nothing_of_the_criterion_and_all_of_the_others(draft: RulesDraft, key: str) -> None:
    back = draft.back(key)
    assert set(back.own_keys()) == set(draft.own_keys()) - {key}
    assert not back.is_own(key)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"weights": 3}', '{"weights": [], "curves": [[1]], "off": null}'])
def test_a_draft_that_cannot_be_read_is_no_draft(text: str) -> None:
    assert ALL.from_text(text) == ALL


def test_what_no_longer_makes_sense_in_a_kept_draft_is_left_out() -> None:
    text = '{"weights": [["fee", 14], ["beauty", 3]], "curves": [["travel", [[5, 1], [2, 0]]]], "off": ["fee"]}'
    assert ALL.from_text(text).rules == Rules((("fee", 14.0),), (), ("fee",))


def test_usual_weights_are_those_of_the_criteria() -> None:
    draft = RulesDraft.of(Owner())
    assert all(draft.usual_weight(key) == BY_KEY[key].weight for key in BY_KEY)
