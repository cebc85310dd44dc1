"""Calibration: published intervals, bands with and without a figure, overrides beside the rest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_decided import a_decided, many_decided
from domain.strategies import many
from fitdesk.domain.calibration import EDGES, Calibration, calibrate
from fitdesk.domain.decided import Decided
from fitdesk.domain.post_mortem import Delight, PostMortem
from fitdesk.domain.proportions import difference, kappa, wilson
from fitdesk.domain.ranges import Range
from fitdesk.domain.terms import Status

PAST = many_decided(200)


def ended(well: int, badly: int, low: float, high: float | None = None, *, against: bool = False) -> list[Decided]:
    fit = Range(low, high if high is not None else low)
    return [
        a_decided(
            inquiry_id=1000 * round(low) + number,
            fit=fit,
            against=against,
            post_mortem=PostMortem(date(2026, 1, 1), delight=Delight.YES if number < well else Delight.NO),
        )
        for number in range(well + badly)
    ]


@pytest.mark.parametrize(
    ("hits", "cases", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(hits: int, cases: int, low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3."""
    assert (round(wilson(hits, cases).low, 4), round(wilson(hits, cases).high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
    ],
)
def test_difference_as_published(counts: tuple[int, int, int, int], low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10."""
    found = difference(*counts)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_kappa_by_hand() -> None:
    assert kappa(20, 5, 10, 15) == pytest.approx(0.4)
    assert kappa(5, 0, 0, 5) == 1.0
    assert kappa(10, 0, 0, 0) is None
    assert kappa(0, 0, 0, 0) is None


@many
@given(st.integers(0, 60), st.integers(0, 60))
def test_an_interval_holds_its_share_and_narrows_with_more_cases(hits: int, misses: int) -> None:
    cases = hits + misses
    found = wilson(hits, cases)
    assert 0.0 <= found.low <= found.high <= 1.0
    if cases:
        assert found.low <= hits / cases + 1e-12
        assert hits / cases - 1e-12 <= found.high
        assert wilson(2 * hits, 2 * cases).width < found.width


def test_bands_go_by_the_middle_of_the_range() -> None:
    made = calibrate(ended(3, 0, 40, 58) + ended(1, 1, 50) + ended(2, 0, 60, 80) + ended(0, 1, 100))
    assert [(band.ended.well, band.ended.cases) for band in made.bands] == [
        (3, 3),
        (1, 2),
        (0, 0),
        (2, 2),
        (0, 0),
        (0, 1),
    ]
    assert (made.above.cases, made.below.cases) == (3, 5)


def test_a_band_has_a_figure_from_ten_cases() -> None:
    nine, ten = calibrate(ended(8, 1, 75)), calibrate(ended(9, 1, 75))
    assert not nine.bands[3].ended.is_enough
    assert nine.missing == 1
    assert ten.bands[3].ended.is_enough
    assert ten.missing == 0


def test_only_accepted_work_with_a_known_end_counts() -> None:
    made = calibrate(
        [
            a_decided(status=Status.DECLINED),
            a_decided(fit=None),
            a_decided(post_mortem=None),
            a_decided(post_mortem=PostMortem(date(2026, 1, 1))),
            a_decided(),
        ]
    )
    assert made.cases == 1
    assert made.unknown == 2


def test_the_sentence_says_only_what_the_intervals_carry() -> None:
    clear = calibrate(ended(28, 2, 80) + ended(6, 14, 60))
    assert clear.score_sentence == "From 70 points work ended well more often: 28 of 30, below it 6 of 20."
    vague = calibrate(ended(8, 2, 80) + ended(6, 4, 60))
    assert "too close or too few" in vague.score_sentence
    upside_down = calibrate(ended(6, 14, 80) + ended(28, 2, 60))
    assert upside_down.score_sentence.startswith("Mistrust the score")
    assert "nothing below" in calibrate(ended(8, 2, 80)).score_sentence
    assert "nothing above" in calibrate(ended(8, 2, 60)).score_sentence


def test_overrides_are_set_against_the_rest() -> None:
    made = calibrate(ended(3, 9, 55, against=True) + ended(36, 4, 85))
    assert made.against.well == 3
    assert made.against_sentence == "It ended well less often than the rest: 3 of 12, against 36 of 40."
    few = calibrate(ended(1, 1, 55, against=True) + ended(36, 4, 85))
    assert few.against_sentence == ""
    four = calibrate(ended(0, 4, 55, against=True) + ended(36, 4, 85))
    assert four.against_sentence == "", "four cases are no ground for a sentence"
    better = calibrate(ended(20, 0, 55, against=True) + ended(10, 20, 85))
    assert "more often" in better.against_sentence


@many
@given(st.permutations(range(len(PAST))))
def test_the_order_changes_nothing_and_every_case_is_in_one_band(order: list[int]) -> None:
    made = calibrate(PAST[at] for at in order)
    assert made == calibrate(PAST)
    assert sum(band.ended.cases for band in made.bands) == made.cases
    assert made.against.cases + made.with_it.cases == made.cases
    assert len(made.bands) == len(EDGES) - 1
    assert isinstance(made, Calibration)
