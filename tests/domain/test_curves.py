"""Value functions as data: the usual ones, the owner's, an offering's, and broken ones."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import TODAY, an_inquiry, an_offering, an_owner, asked
from domain.dice import thrown
from domain.strategies import any_points, many
from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import case_for
from fitdesk.domain.criteria import BY_KEY, CRITERIA
from fitdesk.domain.curves import CURVE, CURVES, CurveKind, curves_of, from_zero, function, points_of, trouble_with
from fitdesk.domain.event import Budget, Format
from fitdesk.domain.inquiry import Inquiry, ScopeState, StyleWish
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.ranges import Range
from fitdesk.domain.rules import troubles
from fitdesk.domain.values import Points

HALF_AND_ALL: Points = ((0.0, 0.5), (1.0, 1.0))


def judge(key: str, inquiry: Inquiry, owner: Owner | None = None, **offering: object) -> Finding:
    one: Offering = an_offering(**offering)
    return BY_KEY[key].judge(case_for(inquiry, one, owner or an_owner(), (), TODAY))


def test_every_criterion_has_its_value_functions() -> None:
    assert {curve.criterion for curve in CURVES} == {criterion.key for criterion in CRITERIA}
    assert [curve.key for curve in curves_of("audience")] == ["audience.size", "audience.level", "audience.sector"]
    assert len(CURVE) == len(CURVES)


@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.key)
def test_the_usual_points_are_fine(curve: object) -> None:
    found = next(one for one in CURVES if one is curve)
    assert trouble_with(found, found.points) == ""
    assert found.axis
    if found.kind is CurveKind.LEVELS:
        assert len(found.levels) == len(found.points)
        assert [x for x, _y in found.points] == list(range(len(found.levels)))


@pytest.mark.parametrize(
    ("key", "points", "words"),
    [
        ("fee", ((0, 0.3),), "two to 12 points"),
        ("fee", (), "two to 12 points"),
        ("fee", ((0, 0.3), (0, 1)), "to the right"),
        ("fee", ((1, 0.3), (0, 1)), "to the right"),
        ("fee", ((0, 0.3), (2, 1)), "between 0 and 1"),
        ("travel", ((-1, 1), (8, 0)), "between 0 and 24"),
        ("fee", ((0, -0.1), (1, 1)), "between 0 and 1"),
        ("fee", ((0, 0), (1, nan)), "two numbers"),
        ("fee", ((0, 0), (inf, 1)), "two numbers"),
        ("fee", ((0, 0), (1,)), "two numbers"),
        ("fee", (("a", "b"), ("c", "d")), "two numbers"),
        ("goal", ((0, 0), (1, 0.3), (2, 0.8)), "Each of the 4 cases"),
        ("goal", ((0, 0), (1, 0.3), (2, 0.8), (2.5, 1)), "Each of the 4 cases"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(key: str, points: Points, words: str) -> None:
    trouble = trouble_with(CURVE[key], points)
    assert words in trouble
    assert trouble.endswith(".")


@many
@given(
    thrown(lambda dice: (curve := dice.pick(CURVES), any_points(dice, curve)), 40), st.floats(-1, 30), st.floats(0, 9)
)
def test_any_shape_keeps_its_values_within_the_range(drawn: tuple[object, Points], low: float, wide: float) -> None:
    curve, points = drawn
    assert trouble_with(next(one for one in CURVES if one is curve), points) == ""
    where = Range(low, low + wide)
    for shape in (function(points), from_zero(points)):
        over = shape.over(where)
        assert 0 <= over.low <= over.high <= 1
        for part in range(9):
            assert over.low <= shape(low + wide * part / 8) <= over.high
        assert over.contains(shape.over(Range(low + wide / 4, low + wide / 2)))
    assert from_zero(points)(-0.01) == 0


def test_the_offerings_curve_comes_before_the_owners_and_that_before_the_usual_one() -> None:
    owner, offering = (
        an_owner(curves=(("fee", HALF_AND_ALL),)),
        an_offering(curves=(("fee", ((0.0, 0.0), (1.0, 0.4))),)),
    )
    assert points_of("fee", an_owner()) == CURVE["fee"].points
    assert points_of("fee", owner) == points_of("fee", owner, an_offering()) == HALF_AND_ALL
    assert points_of("fee", owner, offering) == ((0.0, 0.0), (1.0, 0.4))
    paid = an_inquiry(budget=Budget(Decimal(4500), Decimal(4500), "GBP", expenses_covered=True))
    assert judge("fee", paid).value == Range.exactly(0.3)
    assert judge("fee", paid, owner).value == Range.exactly(0.5)
    assert judge("fee", paid, owner, curves=offering.curves).value == Range.exactly(0)


def test_points_in_a_file_edited_by_hand_do_not_count_and_it_is_said() -> None:
    broken = an_owner(curves=(("fee", ((0.0, 0.5), (0.0, 7.0))), ("not ours", ((0.0, 0.0),))))
    finding = judge("fee", an_inquiry(), broken)
    assert finding.value == judge("fee", an_inquiry()).value
    assert finding.sentence.endswith("; your own curve for this cannot be read, the usual one counts")
    assert "cannot be read" not in judge("margin", an_inquiry(), broken).sentence
    (said,) = troubles(broken)
    assert "does not count" in said
    lists: Points = [[0.0, 0.5], [1.0, 1.0]]  # type: ignore[assignment]  # as a careless reader might hand them over
    assert points_of("fee", an_owner(curves=(("fee", lists),))) == CURVE["fee"].points
    both = an_offering(curves=(("fee", ((2.0, 2.0),)),))
    assert points_of("fee", an_owner(curves=(("fee", HALF_AND_ALL),)), both) == HALF_AND_ALL


@pytest.mark.parametrize(
    ("key", "curve", "points", "inquiry", "offering", "expected"),
    [
        ("goal", "goal", ((0, 0), (1, 0.5), (2, 0.9), (3, 1)), asked(topics=("forecasting",)), {}, 0.5),
        ("overdeliver", "overdeliver", ((50, 0), (100, 1)), an_inquiry(), {"confidence": 75}, 0.5),
        ("overdeliver", "overdeliver.jobs", ((0, 0.2), (1, 0.9), (2, 1)), an_inquiry(), {"similar_jobs": 0}, 0.2),
        (
            "audience",
            "audience.size",
            ((0.5, 0.4), (1, 1), (4, 0.7)),
            asked(audience_min=1600, audience_max=1600),
            {},
            0.7,
        ),
        ("audience", "audience.size", ((0.5, 0.4), (1, 1), (4, 0.7)), asked(audience_min=5, audience_max=5), {}, 0.4),
        ("audience", "audience.level", ((0, 1), (1, 0.1)), asked(audience_level="nurses"), {}, 0.1),
        ("audience", "audience.sector", ((0, 0.9), (1, 0.1)), asked(), {}, 0.9),
        ("format", "format", ((0, 1), (1, 0.7), (2, 0.5)), asked(duration_minutes=300), {}, 0.5),
        ("format", "format", ((0, 1), (1, 0.7), (2, 0.5)), asked(format=Format.PANEL), {}, 0.0),
        ("language", "language", ((0, 1), (1, 0.9), (2, 0)), asked(language="de"), {}, 0.9),
        ("leadtime", "leadtime", ((0, 0.5), (1, 1)), asked(), {"lead_minimum": 199, "lead_ideal": 300}, 0.5),
        ("leadtime", "leadtime", ((0, 0.5), (1, 1)), asked(), {"lead_minimum": 200, "lead_ideal": 300}, 0.0),
        ("style", "style", ((0, 1), (1, 0.9), (4, 0.5)), an_inquiry(style=StyleWish(4, 3, 4, 3)), {}, 0.9),
        ("churn", "churn", ((0, 1), (1, 0.8), (2, 0)), an_inquiry(must_haves=("simultaneous role play",)), {}, 0.8),
        ("scope", "scope", ((0, 1), (1, 0.7), (2, 0.4), (3, 0.3)), an_inquiry(scope=ScopeState.UNLIMITED), {}, 0.3),
        ("capacity", "capacity", ((0, 0.9), (25, 0.8), (100, 0)), an_inquiry(), {}, 0.8),
        ("strategic", "strategic", ((0, 0), (1, 0.5), (2, 0.9)), an_inquiry(), {}, 0.9),
        ("access", "access", ((0, 0.8), (1, 0.5), (2, 0)), an_inquiry(), {}, 0.8),
    ],
)
def test_each_criterion_follows_the_owners_curve(
    key: str, curve: str, points: Points, inquiry: Inquiry, offering: dict[str, object], expected: float
) -> None:
    own = an_owner(curves=((curve, points),))
    value = judge(key, inquiry, own, **offering).value
    assert (value.low, value.high) == pytest.approx((expected, expected))


def test_margin_stalls_and_journeys_follow_the_owners_curve() -> None:
    paid = an_inquiry(budget=Budget(Decimal(3000), Decimal(3000), "GBP", expenses_covered=True))
    assert judge("margin", paid, an_owner(curves=(("margin", ((0.0, 0.0), (0.5, 0.9), (2.0, 1.0))),))).value.low == 0.9
    travel = an_owner(travel_limit=Decimal(6), curves=(("travel", ((1.0, 0.8), (4.0, 0.5), (9.0, 0.4))),))
    word = replace(an_inquiry().owners_word, travel_hours=Decimal(5))
    assert judge("travel", an_inquiry(owners_word=word), travel).value == Range.exactly(0.25), "the limit ends it at 0"
    word = replace(word, travel_hours=Decimal(6))
    assert judge("travel", an_inquiry(owners_word=word), travel).value == Range.exactly(0)


def test_an_unknown_takes_the_whole_of_an_up_and_down_curve() -> None:
    tent = an_owner(curves=(("fee", ((0.0, 0.2), (0.5, 1.0), (1.0, 0.4))),))
    upwards = an_inquiry(budget=Budget(Decimal(4500), None, "GBP"))
    assert judge("fee", upwards, tent).value == Range(0.2, 1.0)
    anything = judge("fee", an_inquiry(budget=Budget()), tent)
    assert (anything.value, anything.veto) == (Range(0.0, 1.0), VetoState.POSSIBLE)
