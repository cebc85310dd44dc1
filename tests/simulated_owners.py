"""Made-up owners with known weights, and what they decided: to see whether learning finds the weights again.

Fifteen values with the shapes that the judges give (steps, many at 1), correlated within groups (.5) and over all
(.12); each may be unknown, wholly or in part, as often as in real requests. The owner knows half of what is not written
down and takes the middle for the rest, and decides by a noisy logistic rule on their true weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import erf

import numpy as np
from numpy.typing import NDArray

from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.decided import Decided
from fitdesk.domain.ranges import Range
from fitdesk.domain.snapshot import Snapshot
from fitdesk.domain.terms import Status, Verdict

Array = NDArray[np.float64]
KEYS = [criterion.key for criterion in CRITERIA]
DEFAULTS: Array = np.array([criterion.weight for criterion in CRITERIA]) / 100
SLOPE = 25.0
"""How steady the owner is: the log-odds of accepting rise by one for every 4 points. About one decision in six goes
against their own true weights."""
_GROUPS = ("goal overdeliver audience style", "format language churn", "leadtime capacity travel",
           "fee margin strategic", "scope access")  # fmt: skip
_STEPS = {
    "goal": ((0.25, 0.3), (0.6, 0.8), (1, 1.0)),
    "format": ((0.2, 0.0), (0.4, 0.6), (1, 1.0)),
    "language": ((0.15, 0.4), (1, 1.0)),
    "churn": ((0.1, 0.0), (0.35, 0.4), (1, 1.0)),
    "scope": ((0.1, 0.0), (0.3, 0.2), (0.6, 0.6), (1, 1.0)),
    "strategic": ((0.45, 0.0), (0.8, 0.5), (1, 1.0)),
    "access": ((0.3, 0.2), (0.65, 0.6), (1, 1.0)),
    "style": ((0.1, 0.0), (0.3, 0.25), (0.5, 0.5), (0.75, 0.75), (1, 1.0)),
}
_RAMPS = {
    "overdeliver": 1.25,
    "audience": 2.2,
    "leadtime": 1.6,
    "fee": 1.4,
    "capacity": 2.0,
    "travel": 1.5,
    "margin": 1.3,
}
_UNKNOWN = {
    "goal": 0.03, "overdeliver": 0.03, "audience": 0.15, "format": 0.1, "language": 0.05, "leadtime": 0.1,
    "style": 0.5, "churn": 0.4, "fee": 0.3, "capacity": 0.1, "travel": 0.15, "margin": 0.35, "scope": 0.4,
    "strategic": 0.3, "access": 0.25,
}  # fmt: skip
"""How often each is not known, wholly or in part."""


@dataclass(frozen=True, slots=True)
class SimulatedOwner:
    """weights: the true ones, summing to 1. decided: what they decided. unseen: values of other inquiries, by row."""

    weights: Array
    decided: tuple[Decided, ...]
    unseen: Array


def an_owner_who(kind: str, count: int, seed: int, *, slope: float = SLOPE, knows: float = 0.5) -> SimulatedOwner:
    """``count`` decisions of an owner whose true weights are "near" the defaults, "far" from them, or "swapped".

    near: each default times e^N(0, .3). far: uniform over all weights there are, whatever the defaults. swapped: the
    defaults dealt out anew.
    """
    draw = np.random.default_rng(seed)
    weights = _truth(draw, kind)
    values = _draw_values(draw, count)
    low, high = _known(draw, values)
    seen = np.where(draw.random(values.shape) < knows, values, (low + high) / 2)
    bar = float(np.quantile(_draw_values(draw, 4000) @ weights, 0.5))
    accepted = draw.random(count) < 1 / (1 + np.exp(-slope * (seen @ weights - bar)))
    begun = datetime(2025, 1, 6, 9)
    decided = tuple(
        _decision(number, low[number], high[number], bool(accepted[number]), begun + timedelta(days=number))
        for number in range(count)
    )
    return SimulatedOwner(weights, decided, _draw_values(draw, 300))


def _truth(draw: np.random.Generator, kind: str) -> Array:
    if kind == "near":
        weights = DEFAULTS * np.exp(0.3 * draw.standard_normal(len(KEYS)))
    elif kind == "far":
        weights = draw.dirichlet(np.ones(len(KEYS)))
    else:
        weights = draw.permutation(DEFAULTS)
    return np.asarray(weights / weights.sum())


def _draw_values(draw: np.random.Generator, count: int) -> Array:
    group = {key: number for number, keys in enumerate(_GROUPS) for key in keys.split()}
    alike = np.array([[1.0 if a == b else 0.5 if group[a] == group[b] else 0.12 for b in KEYS] for a in KEYS])
    normal = draw.standard_normal((count, len(KEYS))) @ np.linalg.cholesky(alike).T
    even = np.vectorize(lambda z: 0.5 * (1 + erf(z / 2**0.5)))(normal)
    return np.column_stack([_shaped(key, even[:, at]) for at, key in enumerate(KEYS)])


def _shaped(key: str, even: Array) -> Array:
    if key in _RAMPS:
        lowest = 0.3 if key == "fee" else 0.0  # below the floor it would be a veto
        return np.clip(lowest + (1 - lowest) * even * _RAMPS[key], 0.0, 1.0)
    cuts, levels = zip(*_STEPS[key], strict=True)
    return np.array(levels)[np.searchsorted(np.array(cuts[:-1]), even)]


def _known(draw: np.random.Generator, values: Array) -> tuple[Array, Array]:
    """What is written down: low and high of every value."""
    unknown = draw.random(values.shape) < np.array([_UNKNOWN[key] for key in KEYS])
    partly = unknown & (draw.random(values.shape) < 0.3)
    low, high = np.where(unknown, 0.0, values), np.where(unknown, 1.0, values)
    low = np.where(partly, np.clip(values - 0.3 * draw.random(values.shape), 0, 1), low)
    return low, np.where(partly, np.clip(values + 0.3 * draw.random(values.shape), 0, 1), high)


def _decision(number: int, low: Array, high: Array, accepted: bool, at: datetime) -> Decided:
    points = 100 * DEFAULTS
    for_them = Range(float(points[:8] @ low[:8]), float(points[:8] @ high[:8]) + 1e-9)
    for_me = Range(float(points[8:] @ low[8:]), float(points[8:] @ high[8:]) + 1e-9)
    fit = for_them + for_me
    verdict = _verdict(fit, for_them, knows_all=bool((low == high).all()))
    return Decided(
        inquiry_id=number + 1,
        title=f"Event {number}",
        status=Status.ACCEPTED if accepted else Status.DECLINED,
        at=at,
        fit=fit,
        verdict=verdict,
        against=accepted and verdict is not Verdict.ACCEPT,
        snapshot=Snapshot(
            1,
            "Keynote",
            for_them,
            for_me,
            tuple(zip(KEYS, points.tolist(), strict=True)),
            tuple(zip(KEYS, low.tolist(), high.tolist(), strict=True)),
        ),
    )


def _verdict(fit: Range, for_them: Range, *, knows_all: bool) -> Verdict:
    if fit.high < 50 or for_them.high < 36:
        return Verdict.DECLINE
    if fit.low >= 70 and for_them.low >= 42:
        return Verdict.ACCEPT
    return Verdict.YOUR_CALL if knows_all else Verdict.ASK


def kendall(a: Array, b: Array) -> float:
    """Kendall's tau-b of two orders."""
    upper = np.triu_indices(len(a), 1)
    first = np.sign(a[:, None] - a[None])[upper]
    second = np.sign(b[:, None] - b[None])[upper]
    untied = float(np.count_nonzero(first)) * float(np.count_nonzero(second))
    return float((first * second).sum() / untied**0.5)
