"""Logistic regression with weights above zero that leave given ones only as far as the evidence carries.

The log-odds of a yes are ``a + s · Σ w·v`` with log-normal weights around the given ones: log(s·w) is normal with the
spread σ about log(w given) plus a common, nearly free slope s. Being multiplicative, the prior keeps weights positive
and lets a large one move further than a small one. σ is not chosen but averaged over SPREADS by their evidence
(Laplace's approximation; MacKay 1992, "The evidence framework applied to classification networks"), where each wider
spread is held three times less likely beforehand: few decisions then leave nearly everything as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from math import exp, log, log1p, pi, sqrt
from operator import mul, sub

from fitdesk.domain.cholesky import factor, inverse_diagonal, log_determinant, solve

SPREADS = (0.15, 0.3, 0.6, 1.0, 1.5)
_ODDS_OF_WIDER = 1 / 3
_SLOPE_LOG, _SLOPE_SPREAD = log(20.0), 1.0
"""The slope of a steady owner on a scale of 1: 12 % to 88 % yes within 20 points; wide enough to be nearly free."""
_INTERCEPT_PRECISION = 1e-4
_STEPS = 40
_ENOUGH = 1e-3
_WIDEST_VARIANCE = 2.0

Params = tuple[float, ...]
"""The intercept, then the log of slope times weight for each criterion."""


@dataclass(frozen=True, slots=True)
class Table:
    """Decisions as numbers. rows: value of each criterion, its intercept first, all times the row's damping.

    An unknown value is an interval: the likelihood is integrated over it (uniformly) instead of filling in a number.
    In the logistic case this is the middle of the interval with the log-odds damped by 1/√(1 + π·variance/8) (MacKay
    1992): a decision taken in the dark says less.
    """

    rows: tuple[tuple[float, ...], ...]
    answers: tuple[float, ...]

    def only(self, places: Sequence[int]) -> Table:
        return Table(tuple(self.rows[at] for at in places), tuple(self.answers[at] for at in places))


@dataclass(frozen=True, slots=True)
class Model:
    """What one spread makes of a table. ``evidence``: log of the marginal likelihood and the prior odds."""

    params: Params
    evidence: float
    variances: tuple[float, ...]

    @property
    def weights(self) -> tuple[float, ...]:
        """The expected weights, summing to 1."""
        raw = [exp(p + min(v, _WIDEST_VARIANCE) / 2) for p, v in zip(self.params[1:], self.variances, strict=True)]
        total = sum(raw)
        return tuple(one / total for one in raw)


def table_of(
    values: Sequence[Sequence[tuple[float, float]]], answers: Sequence[bool], weights: Sequence[float]
) -> Table:
    """``values`` (low, high) by decision and criterion, damped by how much ``weights`` make of what is unknown."""
    said = tuple(float(answer) for answer in answers)
    middles = [tuple((low + high) / 2 for low, high in row) for row in values]
    plain = Table(tuple((1.0, *row) for row in middles), said)
    slope = exp(fit_slope(plain, weights)[1])
    rows = []
    for row, middle in zip(values, middles, strict=True):
        variance = sum((slope * w * (high - low)) ** 2 for w, (low, high) in zip(weights, row, strict=True)) / 12
        damping = 1 / sqrt(1 + pi * variance / 8)
        rows.append(tuple(map(mul, (1.0, *middle), repeat(damping))))
    return Table(tuple(rows), said)


def fit_slope(table: Table, weights: Sequence[float]) -> tuple[float, float]:
    """Intercept and log slope while the weights stay as they are."""
    rows = tuple((row[0], sum(map(mul, row[1:], weights))) for row in table.rows)
    found = _climb(Table(rows, table.answers), (_SLOPE_LOG,), 0.0, (-0.6 * exp(_SLOPE_LOG), _SLOPE_LOG))
    return found.params[0], found.params[1]


def fit_models(table: Table, weights: Sequence[float], starts: Sequence[Params] = ()) -> tuple[Model, ...]:
    """One model for each of SPREADS. ``weights`` > 0 sum to 1; ``starts``: where to begin, from an earlier fit."""
    intercept, slope = fit_slope(table, weights)
    middle = tuple(log(weight) + _SLOPE_LOG for weight in weights)
    start: Params = (intercept, *(log(weight) + slope for weight in weights))
    models: list[Model] = []
    for number, spread in enumerate(SPREADS):
        found = _climb(table, middle, spread, starts[number] if starts else start)
        start = found.params
        models.append(Model(start, found.evidence + number * log(_ODDS_OF_WIDER), found.variances))
    return tuple(models)


def shares(models: Sequence[Model]) -> tuple[float, ...]:
    """How much each model is to be believed; they sum to 1."""
    best = max(model.evidence for model in models)
    raw = [exp(model.evidence - best) for model in models]
    return tuple(one / sum(raw) for one in raw)


def mean_weights(models: Sequence[Model]) -> tuple[float, ...]:
    """The expected weights over all models."""
    parts = [tuple(share * w for w in model.weights) for share, model in zip(shares(models), models, strict=True)]
    return tuple(map(sum, zip(*parts, strict=True)))


def probability(models: Sequence[Model], row: Sequence[float]) -> float:
    """Probability of a yes for a row of a Table, over all models."""
    return sum(
        share * sigmoid(sum(map(mul, row, _strengths(model.params))))
        for share, model in zip(shares(models), models, strict=True)
    )


def sigmoid(x: float) -> float:
    """1 / (1 + e⁻ˣ), also where e⁻ˣ is too large to write."""
    return 1 / (1 + exp(-x)) if x >= 0 else 1 - 1 / (1 + exp(x))


def _strengths(params: Params) -> list[float]:
    return [params[0], *map(exp, params[1:])]


def _climb(table: Table, middle: Sequence[float], spread: float, start: Params) -> Model:
    """The most probable parameters by damped Gauss-Newton steps, with the evidence around them.

    ``middle``: what the logs are drawn to, each with ``spread``, all together with the spread of the slope.
    """
    count = len(middle)
    own, common = _precision(count, spread)
    columns = tuple(zip(*table.rows, strict=True))
    params = start
    value, odds = _objective(table, params, middle, own, common)
    matrix: list[list[float]] = []
    for _step in range(_STEPS):
        gradient, hessian = _derivatives(table, columns, odds, params, middle, own, common)
        matrix = factor(hessian)
        change = solve(matrix, gradient)
        if sum(map(mul, change, gradient)) < _ENOUGH:  # twice what the next step could still gain
            break
        share = 1.0
        while True:
            tried = tuple(p - share * d for p, d in zip(params, change, strict=True))
            new_value, new_odds = _objective(table, tried, middle, own, common)
            if new_value < value or share < 1e-4:
                break
            share /= 2
        if new_value >= value:
            break
        params, value, odds = tried, new_value, new_odds
    prior = count * log(own) + log((own - count * common) / own) if spread > 0 else 0.0
    return Model(params, -value - log_determinant(matrix) / 2 + prior / 2, tuple(inverse_diagonal(matrix)[1:]))


def _precision(count: int, spread: float) -> tuple[float, float]:
    """The inverse of (spread² on the diagonal + slope spread² everywhere): diagonal part, and what all lose."""
    if spread == 0.0:
        return 1 / _SLOPE_SPREAD**2, 0.0
    own = 1 / spread**2
    return own, own * _SLOPE_SPREAD**2 / (spread**2 + count * _SLOPE_SPREAD**2)


def _objective(
    table: Table, params: Params, middle: Sequence[float], own: float, common: float
) -> tuple[float, list[float]]:
    """Minus the log of likelihood and prior, and the log-odds of every row."""
    strengths = _strengths(params)
    odds = [sum(map(mul, row, strengths)) for row in table.rows]
    away = list(map(sub, params[1:], middle))
    prior = own * sum(map(mul, away, away)) - common * sum(away) ** 2 + _INTERCEPT_PRECISION * params[0] ** 2
    loss = sum((log1p(exp(-abs(x))) + (x if x > 0 else 0.0)) - y * x for x, y in zip(odds, table.answers, strict=True))
    return loss + prior / 2, odds


def _derivatives(
    table: Table,
    columns: tuple[tuple[float, ...], ...],
    odds: list[float],
    params: Params,
    middle: Sequence[float],
    own: float,
    common: float,
) -> tuple[list[float], list[list[float]]]:
    """The gradient, and the Gauss-Newton matrix (lower half)."""
    slopes = [1.0, *map(exp, params[1:])]
    chances = list(map(sigmoid, odds))
    wrong = list(map(sub, chances, table.answers))
    doubt = [p * (1 - p) for p in chances]
    away = list(map(sub, params[1:], middle))
    pull = common * sum(away)
    gradient = [s * sum(map(mul, wrong, column)) for s, column in zip(slopes, columns, strict=True)]
    gradient[0] += _INTERCEPT_PRECISION * params[0]
    for at, distance in enumerate(away, start=1):
        gradient[at] += own * distance - pull
    hessian: list[list[float]] = []
    for at, column in enumerate(columns):
        weighed = list(map(mul, doubt, column))
        row = [slopes[at] * slopes[to] * sum(map(mul, weighed, columns[to])) for to in range(at + 1)]
        if at == 0:
            row[0] += _INTERCEPT_PRECISION
        else:
            row[1:] = [one - common for one in row[1:]]
            row[at] += own
        hessian.append(row)
    return gradient, hessian
