"""Learning: weights that describe the owner's own decisions better; suggested with evidence, never put in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from fitdesk.domain.assessment import Side
from fitdesk.domain.criteria import BY_KEY, CRITERIA
from fitdesk.domain.decided import Decided
from fitdesk.domain.owner import Thresholds
from fitdesk.domain.shrunk_logistic import (
    Model,
    Table,
    fit_models,
    fit_slope,
    mean_weights,
    probability,
    sigmoid,
    table_of,
)
from fitdesk.domain.snapshot import Snapshot
from fitdesk.domain.terms import Status, Verdict
from fitdesk.i18n import _

NEEDED = 30
"""Decisions from which weights are suggested."""
NEEDED_RARER = 10
"""How many of them must be of the rarer kind, accepted or turned down."""
NEWEST = 1000
"""Only so many decisions are learnt from, the newest ones: an owner of ten years ago was another one."""
WORTH_TELLING = 1.0
"""Points of 100 from which a change is listed."""
_FOLDS = 5
_USUAL = Thresholds()
_SURE = 1e-6

Progress = Callable[[int, int], None]
Values = tuple[tuple[float, float], ...]
"""(low, high) of every criterion, in the order of CRITERIA."""


@dataclass(frozen=True, slots=True)
class TooFew:
    """Not enough to learn from: how many decisions can be used, and of which kind."""

    accepted: int
    turned_down: int

    @property
    def decisions(self) -> int:
        return self.accepted + self.turned_down

    @property
    def missing(self) -> int:
        """Decisions still missing, of whichever kind, to both thresholds."""
        return max(NEEDED - self.decisions, self.missing_accepted + self.missing_turned_down)

    @property
    def missing_accepted(self) -> int:
        return max(NEEDED_RARER - self.accepted, 0)

    @property
    def missing_turned_down(self) -> int:
        return max(NEEDED_RARER - self.turned_down, 0)


@dataclass(frozen=True, slots=True)
class WeightChange:
    """now and suggested in points of 100. ``evidence``: one plain sentence from the decisions themselves."""

    criterion: str
    now: float
    suggested: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``weights`` in points of 100 in the order of CRITERIA; the current ones when no others did better.

    agreement_now, agreement_then: share of decisions that the current and the suggested weights foretell, each judged
    only on decisions it had not seen (cross-validated in five parts).
    """

    weights: tuple[float, ...]
    changes: tuple[WeightChange, ...]
    accepted: int
    turned_down: int
    agreement_now: float
    agreement_then: float
    is_better: bool

    @property
    def decisions(self) -> int:
        return self.accepted + self.turned_down


def suggest_weights(
    decided: Iterable[Decided],
    current: tuple[float, ...],
    *,
    thresholds: Thresholds = _USUAL,
    progress: Progress | None = None,
) -> Suggestion | TooFew:
    """Weights by the owner's decisions, shrunk towards ``current`` (points in the order of CRITERIA).

    See ``shrunk_logistic`` for the model; unknown values stay intervals, over which the likelihood is integrated. A
    criterion that weighs nothing now is switched off and stays so. Suggested is only what foretells decisions it has
    not seen better than ``current`` does, by their log-likelihood: a proper score, where the share of agreements is too
    coarse at 30 decisions. The order of ``decided`` changes nothing.
    """
    cases = training(decided, thresholds)
    accepted = sum(answer for _values, answer in cases)
    if len(cases) < NEEDED or min(accepted, len(cases) - accepted) < NEEDED_RARER:
        return TooFew(accepted, len(cases) - accepted)
    total = sum(current)
    used = [at for at, weight in enumerate(current) if weight > 0]
    weights = [current[at] / total for at in used]
    answers = [answer for _values, answer in cases]
    table = table_of([[values[at] for at in used] for values, _answer in cases], answers, weights)
    told = progress or _silent
    told(0, _FOLDS + 1)
    models = fit_models(table, weights)
    told(1, _FOLDS + 1)
    trial = _try_out(table, weights, models, told)
    found = [0.0] * len(current)
    for at, weight in zip(used, mean_weights(models), strict=True):
        found[at] = 100.0 * weight
    now = tuple(100.0 * weight / total for weight in current)
    then = _rounded(found) if trial.is_better else now
    return Suggestion(
        then,
        _changes(now, then, cases),
        accepted,
        len(cases) - accepted,
        trial.agreed_now / len(cases),
        trial.agreed_then / len(cases),
        trial.is_better,
    )


def training(decided: Iterable[Decided], thresholds: Thresholds = _USUAL) -> list[tuple[Values, bool]]:
    """The values and answers (True: accepted) of the decisions that say something about weights, oldest first.

    Left out: what is open, "not now" and withdrawn; accepted against a verdict to decline; without a snapshot; turned
    down for the date; turned down with a veto confirmed, which stands outside the weights and so says nothing about
    them. Accepted where the verdict was "ask" or "your call" does count, although it is marked: there the verdict left
    it to the owner, and without these only accepts that the current weights foresaw would be left to learn from.
    """
    usable = sorted((one for one in decided if _says_something(one, thresholds)), key=lambda d: (d.at, d.inquiry_id))
    return [(_values(one.snapshot), one.status is Status.ACCEPTED) for one in usable[-NEWEST:] if one.snapshot]


def _says_something(one: Decided, thresholds: Thresholds) -> bool:
    if one.snapshot is None or not one.snapshot.values:
        return False
    if one.status is Status.ACCEPTED:
        return not (one.against and one.verdict is Verdict.DECLINE)
    if one.status not in (Status.DECLINED, Status.REFERRED):
        return False
    return not one.snapshot.vetoes and "date" not in one.reasons and not _for_the_date(one, one.snapshot, thresholds)


def _for_the_date(one: Decided, snapshot: Snapshot, thresholds: Thresholds) -> bool:
    """Whether the verdict was to decline although points and vetoes did not say so: then only the day can have."""
    if one.verdict is not Verdict.DECLINE or one.fit is None:
        return False
    most = sum(w for key, w in snapshot.weights if key in BY_KEY and BY_KEY[key].side is Side.FOR_THEM)
    for_them = 100.0 * snapshot.for_them.high / most if most > 0 else 100.0
    return one.fit.high >= thresholds.decline_fit and for_them >= thresholds.decline_for_them


def _values(snapshot: Snapshot) -> Values:
    known = {key: (low, high) for key, low, high in snapshot.values}
    return tuple(known.get(criterion.key, (0.0, 1.0)) for criterion in CRITERIA)


@dataclass(slots=True)
class _Trial:
    """How both sets of weights did on decisions they had not seen."""

    agreed_now: int = 0
    agreed_then: int = 0
    gain: float = 0.0
    """Log-likelihood of the suggested weights above that of the current ones."""

    @property
    def is_better(self) -> bool:
        return self.gain > 0.0


def _try_out(table: Table, weights: Sequence[float], models: tuple[Model, ...], told: Progress) -> _Trial:
    places: dict[float, int] = {}
    folds: list[int] = []
    for answer in table.answers:  # both kinds are dealt out evenly
        places[answer] = places.get(answer, -1) + 1
        folds.append(places[answer] % _FOLDS)
    trial = _Trial()
    starts = [model.params for model in models]
    for fold in range(_FOLDS):
        seen = table.only([at for at, part in enumerate(folds) if part != fold])
        learnt = fit_models(seen, weights, starts)
        intercept, slope = fit_slope(seen, weights)
        strength = exp(slope)
        for at in (at for at, part in enumerate(folds) if part == fold):
            row, accepted = table.rows[at], table.answers[at] == 1.0
            now = sigmoid(intercept * row[0] + strength * sum(w * v for w, v in zip(weights, row[1:], strict=True)))
            then = probability(learnt, row)
            trial.agreed_now += (now > 0.5) is accepted
            trial.agreed_then += (then > 0.5) is accepted
            trial.gain += _log_chance(then, accepted) - _log_chance(now, accepted)
        told(fold + 2, _FOLDS + 1)
    return trial


def _log_chance(chance: float, accepted: bool) -> float:
    return log(max(chance if accepted else 1 - chance, _SURE))


def _rounded(weights: Sequence[float]) -> tuple[float, ...]:
    """To tenths that sum to 100: the largest remainders are rounded up."""
    tenths = [int(10 * weight) for weight in weights]
    left = 1000 - sum(tenths)
    for at in sorted(range(len(weights)), key=lambda at: (tenths[at] - 10 * weights[at], at))[:left]:
        tenths[at] += 1
    return tuple(tenth / 10 for tenth in tenths)


def _changes(
    now: tuple[float, ...], then: tuple[float, ...], cases: list[tuple[Values, bool]]
) -> tuple[WeightChange, ...]:
    """Those of at least WORTH_TELLING points, the largest first."""
    found = [
        WeightChange(criterion.key, before, after, _evidence(at, cases))
        for at, (criterion, before, after) in enumerate(zip(CRITERIA, now, then, strict=True))
        if abs(after - before) >= WORTH_TELLING
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.suggested - one.now)))


def _evidence(at: int, cases: list[tuple[Values, bool]]) -> str:
    """What the decisions in which this criterion was known show, without any model."""
    known = [(values[at][0], accepted) for values, accepted in cases if values[at][0] == values[at][1]]
    yes = [value for value, accepted in known if accepted]
    no = [value for value, accepted in known if not accepted]
    if not yes or not no:
        return _("Known in too few of your decisions to compare")
    liked, refused = round(100 * sum(yes) / len(yes)), round(100 * sum(no) / len(no))
    text = _("{yes} % where you accepted ({many} times), {no} % where you turned down ({others} times)")
    return text.format(yes=liked, many=len(yes), no=refused, others=len(no))


def _silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""
