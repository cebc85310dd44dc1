"""The weighted sum against published numbers and two independent libraries."""

from __future__ import annotations

import pytest
from hypothesis import given

from domain.dice import Dice, thrown
from domain.strategies import many
from fitdesk.domain.ranges import Range
from fitdesk.domain.values import Piecewise, additive

ROWS = ((10.5, -3.1, 1.7), (-4.7, 0.0, 3.4), (8.1, 0.3, 1.3), (3.2, 7.3, -5.3))
BOUNDS = ((-5.0, 12.0), (-6.0, 10.0), (-8.0, 5.0))
WEIGHTS = (0.2, 0.3, 0.5)
GROWS = (True, False, True)


def fixed(bounds: tuple[float, float], grows: bool) -> Piecewise:
    low, high = bounds
    return Piecewise(((low, 0.0), (high, 1.0)) if grows else ((low, 1.0), (high, 0.0)))


def fit_of(row: tuple[float, ...]) -> float:
    functions = [fixed(bounds, grows) for bounds, grows in zip(BOUNDS, GROWS, strict=True)]
    return additive(WEIGHTS, [f.over(Range.exactly(x)) for f, x in zip(functions, row, strict=True)]).low


def test_spotis_of_dezert_and_others_2020() -> None:
    """Published distances to the ideal; a fixed-range weighted sum is one minus the distance."""
    found = [1 - fit_of(row) for row in ROWS]
    assert found == pytest.approx([0.1989, 0.3705, 0.3063, 0.7491], abs=5e-5)


def test_piecewise_linear_additive_utility() -> None:
    price = Piecewise(((2, 0.0875), (16, 0), (30, 0)))
    time = Piecewise(((10, 0.9), (20, 0.025), (30, 0), (40, 0)))
    comfort = Piecewise(((0, 0), (1, 0), (2, 0.0125), (3, 0.0125)))
    rows = ((3, 10, 1), (4, 20, 2), (2, 20, 0), (6, 40, 0), (30, 30, 3))
    found = [
        additive((1, 1, 1), [f.over(Range.exactly(x)) for f, x in zip((price, time, comfort), row, strict=True)]).low
        for row in rows
    ]
    assert found == pytest.approx([0.98125, 0.1125, 0.1125, 0.0625, 0.0125], abs=1e-12)


def a_table(dice: Dice) -> tuple[list[list[float]], list[float]]:
    """Two to eight alternatives by two to six criteria, values and weights from .01 to 1."""
    columns = dice.number(2, 6)
    rows = [[0.01 + 0.99 * dice.below(4096) / 4095 for _ in range(columns)] for _ in range(dice.number(2, 8))]
    return rows, [0.01 + 0.99 * dice.share() for _ in range(columns)]


tables = thrown(a_table, 120)


def ours(rows: list[list[float]], weights: list[float]) -> list[float]:
    unit = Piecewise(((0.0, 0.0), (1.0, 1.0)))
    return [additive(weights, [unit.over(Range.exactly(x)) for x in row]).low for row in rows]


@pytest.mark.filterwarnings("ignore:Alternatives with indices:UserWarning")
@many
@given(tables)
def test_pymcdm_agrees(table: tuple[list[list[float]], list[float]]) -> None:
    methods = pytest.importorskip("pymcdm.methods")
    numpy = pytest.importorskip("numpy")
    rows, raw = table
    weights = [one / sum(raw) for one in raw]
    spotis = methods.SPOTIS(numpy.array([[0.0, 1.0]] * len(weights)))
    theirs = spotis(numpy.array(rows), numpy.array(weights), numpy.ones(len(weights)))
    assert [1 - one for one in theirs] == pytest.approx(ours(rows, weights), abs=1e-9)


@many
@given(tables)
def test_scikit_criteria_agrees(table: tuple[list[list[float]], list[float]]) -> None:
    simple = pytest.importorskip("skcriteria.agg.simple")
    skcriteria = pytest.importorskip("skcriteria")
    rows, raw = table
    weights = [one / sum(raw) for one in raw]
    data = skcriteria.mkdm(rows, [1] * len(weights), weights=weights)
    theirs = simple.WeightedSumModel().evaluate(data).e_.score
    assert list(theirs) == pytest.approx(ours(rows, weights), abs=1e-9)


def test_the_value_over_a_range_holds_every_value_in_it() -> None:
    tent = Piecewise(((0, 0), (1, 1), (2, 0)))
    assert tent.over(Range(0.5, 1.75)) == Range(0.25, 1.0)
    assert tent.over(Range(-5, 0.5)) == Range(0, 0.5)
    assert tent.over(Range(1.5, float("inf"))) == Range(0, 0.5)


def test_a_step_counts_from_its_right_side() -> None:
    step = Piecewise(((3, 0), (3, 0.3), (5, 1)))
    assert step(2.99) == 0
    assert step(3) == 0.3
    assert step(4) == pytest.approx(0.65)
    assert step.over(Range(3, 5)) == Range(0.3, 1.0)


def test_points_must_go_from_left_to_right() -> None:
    with pytest.raises(ValueError, match="left to right"):
        Piecewise(((1, 0), (0, 1)))
    with pytest.raises(ValueError, match="left to right"):
        Piecewise(())
