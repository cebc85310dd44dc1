"""Scoring: every criterion judged, weighed and summed; the cheap half of an assessment."""

from __future__ import annotations

from fitdesk.domain.assessment import Assessment, Contribution, Finding, Side, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import CRITERIA, weights_of
from fitdesk.domain.ranges import Range
from fitdesk.domain.values import additive
from fitdesk.domain.verdict import can_move, decide


def score(case: Case) -> Assessment:
    """The case with its contributions, sums and verdict, but without question and counterfactuals."""
    weights = weights_of(case.owner)
    lines = tuple(
        Contribution(criterion.key, criterion.label, criterion.side, weight, criterion.judge(case))
        for criterion, weight in zip(CRITERIA, weights, strict=True)
    )
    fit = total(lines)
    for_them = total(tuple(line for line in lines if line.side is Side.FOR_THEM))
    for_me = total(tuple(line for line in lines if line.side is Side.FOR_ME))
    verdict, which_no = decide(
        lines, fit, out_of_100(for_them, lines), case.availability, can_move(case.inquiry), case.owner.thresholds
    )
    return Assessment(case.offering, lines, fit, for_them, for_me, verdict, which_no)


def total(lines: tuple[Contribution, ...]) -> Range:
    """The sum of the gains, in points."""
    return additive([line.weight for line in lines], [line.finding.value for line in lines])


def out_of_100(for_them: Range, lines: tuple[Contribution, ...]) -> Range:
    """T in points, on a scale of 100 by the weights of its criteria; 100 when they weigh nothing."""
    most = sum(line.weight for line in lines if line.side is Side.FOR_THEM)
    return for_them.scaled(100.0 / most) if most > 0 else Range.exactly(100.0)


def may_trip(finding: Finding) -> bool:
    """Whether an unknown fact could still trip the criterion's veto."""
    return finding.veto is VetoState.POSSIBLE
