"""Learning: what trains and what does not, and whether the true weights of made-up owners are found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_decided import DEFAULT_WEIGHTS, a_decided, a_snapshot, many_decided
from fitdesk.domain import cholesky
from fitdesk.domain.decided import Decided
from fitdesk.domain.learning import NEEDED, Suggestion, TooFew, suggest_weights, training
from fitdesk.domain.ranges import Range
from fitdesk.domain.terms import Status, Verdict
from simulated_owners import DEFAULTS, an_owner_who, kendall

CURRENT = tuple(float(weight) for weight in DEFAULT_WEIGHTS)
OWNERS = 40
DECLINED = a_decided(status=Status.DECLINED, verdict=Verdict.YOUR_CALL, post_mortem=None)


def suggested(decided: tuple[Decided, ...], current: tuple[float, ...] = CURRENT) -> Suggestion:
    found = suggest_weights(decided, current)
    assert isinstance(found, Suggestion)
    return found


@pytest.mark.parametrize(("kind", "wanted"), [("near", 0.80), ("far", 0.72)])
def test_owners_are_understood_after_a_hundred_decisions(kind: str, wanted: float) -> None:
    """Kendall's tau between the order of 300 unseen inquiries by the suggested and by the true weights.

    The order of the fifteen weights themselves is printed too: many defaults are equal, so little can be said by it.
    """
    before, after, weights = [], [], []
    for seed in range(OWNERS):
        owner = an_owner_who(kind, 100, seed)
        found = np.array(suggested(owner.decided).weights)
        truth = owner.unseen @ owner.weights
        before.append(kendall(owner.unseen @ DEFAULTS, truth))
        after.append(kendall(owner.unseen @ found, truth))
        weights.append((kendall(DEFAULTS, owner.weights), kendall(found, owner.weights)))
    changes = [then - now for now, then in zip(before, after, strict=True)]
    now, then = np.mean(weights, axis=0)
    print(
        f"{kind}: inquiries {np.mean(before):.3f} -> {np.mean(after):.3f}, worst {min(after):.3f}, "
        f"worst change {min(changes):+.3f}; weights {now:.3f} -> {then:.3f}"
    )
    assert np.mean(after) >= wanted
    assert min(changes) >= -0.02


def test_many_decisions_find_weights_far_from_the_current_ones() -> None:
    owner = an_owner_who("far", 600, 3)
    found = suggested(owner.decided)
    assert found.is_better
    assert kendall(owner.unseen @ np.array(found.weights), owner.unseen @ owner.weights) > 0.85
    assert found.agreement_then > found.agreement_now
    assert "% where you accepted (" in found.changes[0].evidence


def test_thirty_decisions_barely_move_anything() -> None:
    moved = []
    for seed in range(10):
        owner = an_owner_who("near", 45, seed)
        found = suggest_weights(owner.decided, CURRENT)
        if isinstance(found, Suggestion):
            moved.append(sum(abs(a - b) for a, b in zip(found.weights, CURRENT, strict=True)) / 2)
    assert len(moved) >= 5
    assert np.mean(moved) < 5, "points of 100 that change hands"


def test_three_hundred_decisions_take_a_moment() -> None:
    owner = an_owner_who("far", 300, 1)
    times = []
    for _turn in range(3):
        begun = perf_counter()
        suggested(owner.decided)
        times.append(perf_counter() - begun)
    assert min(times) < 2.0, "measured around 0.3 s"


def test_too_few_says_what_is_missing() -> None:
    few = suggest_weights([replace(DECLINED, inquiry_id=n) for n in range(24)], CURRENT)
    assert few == TooFew(accepted=0, turned_down=24)
    assert few.missing == 10
    assert few.missing_accepted == 10
    kinds = [replace(DECLINED, inquiry_id=n) for n in range(12)] + [a_decided(inquiry_id=50 + n) for n in range(12)]
    both = suggest_weights(kinds, CURRENT)
    assert isinstance(both, TooFew)
    assert both.missing == NEEDED - 24


@pytest.mark.parametrize(
    ("one", "trains"),
    [
        (a_decided(), True),
        (DECLINED, True),
        (replace(DECLINED, status=Status.REFERRED), True),
        (replace(DECLINED, status=Status.NOT_NOW), False),
        (replace(DECLINED, status=Status.ASKED), False),
        (replace(DECLINED, status=Status.HELD), False),
        (replace(DECLINED, status=Status.WITHDRAWN), False),
        (replace(DECLINED, reasons=("date", "fee")), False),
        (replace(DECLINED, snapshot=None), False),
        (replace(DECLINED, snapshot=replace(a_snapshot(), vetoes=("language",))), False),
        # All points said yes and yet the verdict was no: only the day can have stood against it.
        (replace(DECLINED, verdict=Verdict.DECLINE, fit=Range(80, 90)), False),
        (replace(DECLINED, verdict=Verdict.DECLINE, fit=Range(30, 45)), True),
        (a_decided(against=True, verdict=Verdict.DECLINE), False),
        (a_decided(against=True, verdict=Verdict.YOUR_CALL), True),
    ],
)
def test_what_trains(one: Decided, trains: bool) -> None:
    assert bool(training([one])) is trains


def test_only_the_newest_thousand_train() -> None:
    assert len(training(many_decided(1300))) == 1000
    newest = max(many_decided(1300), key=lambda one: one.at)
    assert training([newest])[0] == training(many_decided(1300))[-1]


def test_weights_suggested_are_points_of_a_hundred_and_none_is_negative() -> None:
    found = suggested(an_owner_who("far", 200, 2).decided)
    assert sum(found.weights) == pytest.approx(100)
    assert min(found.weights) >= 0
    assert all(abs(one.suggested - one.now) >= 1 for one in found.changes)
    sizes = [abs(one.suggested - one.now) for one in found.changes]
    assert sizes == sorted(sizes, reverse=True)


def test_a_criterion_switched_off_stays_off() -> None:
    current = (0.0, *CURRENT[1:])
    assert suggested(an_owner_who("far", 200, 2).decided, current).weights[0] == 0.0


def test_no_suggestion_where_it_would_not_foretell_better() -> None:
    found = [suggested(an_owner_who("near", 100, seed).decided) for seed in range(8)]
    kept = [one for one in found if not one.is_better]
    assert kept
    for one in kept:
        assert one.weights == pytest.approx(CURRENT)
        assert one.changes == ()


def test_owners_who_never_waver_do_not_break_it() -> None:
    begun = datetime(2025, 1, 1)
    decided = tuple(
        a_decided(
            inquiry_id=n,
            at=begun + timedelta(days=n),
            status=Status.ACCEPTED if n % 2 else Status.DECLINED,
            verdict=Verdict.YOUR_CALL,
            snapshot=a_snapshot(fee=float(n % 2), style=(0.0, 1.0)),
        )
        for n in range(60)
    )
    found = suggested(decided)
    fee = found.weights[8]
    assert fee > CURRENT[8]
    assert found.agreement_then == 1.0


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_decisions_changes_nothing(draw: object) -> None:
    decided = list(an_owner_who("far", 60, 4).decided)
    expected = suggest_weights(decided, CURRENT)
    draw.shuffle(decided)  # type: ignore[attr-defined]  # a random.Random
    assert suggest_weights(decided, CURRENT) == expected


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 8), st.integers(0, 10_000))
def test_cholesky_against_numpy(size: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    half = draw.standard_normal((size, size))
    full = half @ half.T + 0.1 * np.eye(size)
    right = draw.standard_normal(size)
    lower = cholesky.factor([row[: at + 1] for at, row in enumerate(full.tolist())])
    assert cholesky.solve(lower, right.tolist()) == pytest.approx(
        np.linalg.solve(full, right).tolist(), rel=1e-6, abs=1e-9
    )
    assert cholesky.log_determinant(lower) == pytest.approx(float(np.linalg.slogdet(full)[1]), abs=1e-6)
    assert cholesky.inverse_diagonal(lower) == pytest.approx(np.diag(np.linalg.inv(full)).tolist(), rel=1e-6)


def test_a_matrix_that_is_not_positive_definite_is_refused() -> None:
    with pytest.raises(ValueError, match="positive definite"):
        cholesky.factor([[1.0], [2.0, 1.0]])


def test_progress_is_told_and_may_stop_it() -> None:
    told: list[tuple[int, int]] = []
    suggest_weights(an_owner_who("near", 60, 1).decided, CURRENT, progress=lambda done, of: told.append((done, of)))
    assert told[0] == (0, 6)
    assert told[-1] == (6, 6)
