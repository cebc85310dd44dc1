"""Points as they are shown: whole, true to within one, and without a contradiction between lines and totals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build import TODAY, an_inquiry, an_offering, an_owner
from domain.strategies import cases, many
from fitdesk.domain.assessment import Side
from fitdesk.domain.case import Case
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import score
from fitdesk.domain.whole_points import Share, whole_points
from fitdesk.domain.wording import points, whole


def added(shares: list[Share]) -> Share:
    return Share(sum(one.gain for one in shares), sum(one.open for one in shares), sum(one.loss for one in shares))


@many
@given(cases)
def test_what_is_shown_adds_up(case: Case) -> None:
    judged = score(case)
    shown = whole_points(judged)
    assert added(list(shown.sides.values())) == shown.fit
    for side, share in shown.sides.items():
        mine = [shown.lines[line.criterion] for line in judged.contributions if line.side is side]
        assert added(mine) == share
    assert shown.fit.weight == 100
    low, high = shown.fit.gains
    assert points(judged.fit) == (str(low) if low == high else f"{low}–{high}")


@many
@given(cases)
def test_what_is_shown_is_the_truth_within_a_point(case: Case) -> None:
    judged = score(case)
    shown = whole_points(judged)
    is_whole = all(line.weight == int(line.weight) for line in judged.contributions)
    for line in judged.contributions:
        share = shown.lines[line.criterion]
        room = 1.0 if is_whole else 2.0  # weights of one's own are no whole points to begin with
        assert min(share.gain, share.open, share.loss) >= 0
        assert abs(share.gain - line.gain.low) < room + 1e-6
        assert abs(share.open - line.gain.width) < room + 1e-6
        assert abs(share.loss - line.loss.low) < room + 1e-6
        if is_whole:
            assert share.weight == line.weight
            if line.gain.is_exact:
                assert share.open == 0, "what is known is not shown as a range"


@given(st.integers(-50, 200), st.floats(-1e-9, 1e-9))
def test_halves_go_up_whatever_the_dust(number: int, dust: float) -> None:
    assert whole(number + 0.5 + dust) == number + 1


def test_forty_one_and_nineteen_are_sixty() -> None:
    judged = assess(an_inquiry(budget=Budget()), an_offering(), an_owner(), (), TODAY)
    shown = whole_points(judged)
    assert shown.sides[Side.FOR_THEM].weight == 60
    assert shown.sides[Side.FOR_ME].weight == 40
    assert shown.lines["fee"] == Share(0, 11, 0)
    assert points(Range(40.5, 41.5)) == "41–42"
