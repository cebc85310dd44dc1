"""Scoring: every criterion judged, weighed and summed; the cheap half of an assessment."""

from __future__ import annotations

from collections.abc import Sequence

from fitdesk.domain.assessment import Assessment, Contribution, Side
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import BY_KEY, CRITERIA, weights_of
from fitdesk.domain.ranges import Range
from fitdesk.domain.values import additive, grain
from fitdesk.domain.verdict import can_move, marks_of, marks_of_day, outcomes

AFFECTS: dict[str, frozenset[str]] = {
    "goal": frozenset({"goal", "overdeliver", "strategic"}),
    "audience": frozenset({"audience", "strategic"}),
    "format": frozenset({"format", "travel"}),
    "date": frozenset({"leadtime", "capacity"}),
    "fee": frozenset({"fee", "margin"}),
    "capacity": frozenset({"capacity", "margin"}),
    "travel": frozenset({"travel", "format"}),
    "margin": frozenset({"margin", "capacity"}),
    "strategic": frozenset({"strategic", "audience"}),
}
"""Which criteria an answer about one can change; one that is not listed changes only itself."""


def score(case: Case) -> Assessment:
    """The case with its contributions, sums and verdict, but without question and counterfactuals."""
    weights = weights_of(case.owner, case.offering)
    return _summed(
        case,
        tuple(
            Contribution(criterion.key, criterion.label, criterion.side, weight, criterion.judge(case))
            for criterion, weight in zip(CRITERIA, weights, strict=True)
        ),
    )


def rescore(case: Case, before: Assessment, about: str) -> Assessment:
    """``score`` of a case that differs from the one judged ``before`` only in an answer ``about`` one criterion."""
    touched = AFFECTS.get(about, frozenset({about}))
    return _summed(
        case,
        tuple(
            Contribution(line.criterion, line.label, line.side, line.weight, BY_KEY[line.criterion].judge(case))
            if line.criterion in touched
            else line
            for line in before.contributions
        ),
    )


def _summed(case: Case, lines: tuple[Contribution, ...]) -> Assessment:
    """T and M in one go; U is their sum to the last bit (``values.grain``)."""
    marks = marks_of_day(case.availability, can_move(case.inquiry))
    most = them_low = them_high = me_low = me_high = 0.0
    for line in lines:
        finding, weight = line.finding, line.weight
        low, high = grain(weight * finding.value.low), grain(weight * finding.value.high)
        marks |= marks_of(finding, line.side)
        if line.side is Side.FOR_THEM:
            most += weight
            them_low += low
            them_high += high
        else:
            me_low += low
            me_high += high
    fit, for_them = Range(them_low + me_low, them_high + me_high), Range(them_low, them_high)
    scaled = _scaled(for_them, _scale(most))
    row = (marks, fit.low, fit.high, scaled.low, scaled.high)
    verdict, which_no = outcomes([row], case.owner.thresholds)[0]
    return Assessment(case.offering, lines, fit, for_them, Range(me_low, me_high), verdict, which_no)


def total(lines: tuple[Contribution, ...]) -> Range:
    """The sum of the gains, in points."""
    return additive([line.weight for line in lines], [line.finding.value for line in lines])


def out_of_100(for_them: Range, lines: tuple[Contribution, ...]) -> Range:
    """T in points, on a scale of 100 by the weights of its criteria; 100 when they weigh nothing."""
    return _scaled(for_them, _scale(sum(line.weight for line in lines if line.side is Side.FOR_THEM)))


def scale_of(weights: Sequence[float]) -> float | None:
    """What T is multiplied by to be out of 100, for weights in the order of CRITERIA; None when T weighs nothing."""
    return _scale(sum(weight for weight, one in zip(weights, CRITERIA, strict=True) if one.side is Side.FOR_THEM))


def _scale(most: float) -> float | None:
    return 100.0 / most if most > 0 else None


def _scaled(for_them: Range, scale: float | None) -> Range:
    return Range.exactly(100.0) if scale is None else for_them.scaled(scale)
