"""What each fee would lead to: from the lowest to the highest, in runs of fees with the same verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil

from fitdesk.domain.answers_money import fee_of
from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.case import Case
from fitdesk.domain.curves import points_of
from fitdesk.domain.judges_money import offered_amounts, target_in_currency
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import rescore

FAR_ABOVE = 4
"""So many times the list fee is more than anybody pays; whatever is above is judged like it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Whole amounts from ``first`` to ``last``, both included, in the offering's currency, with one verdict."""

    first: int
    last: int
    verdict: Verdict


def fee_runs(case: Case, judged: Assessment) -> tuple[Run, ...]:
    """The verdict for every whole fee within what was stated, in order; neighbours differ.

    Between two corners of the value functions of fee and margin every sum is linear in the fee. So a verdict to accept
    or to decline at both ends of such a piece holds all over it, and one at an end of it can be followed by halving.
    """
    stated = offered_amounts(case)
    corners = sorted(_corners(case))
    top = max(corners[-1], FAR_ABOVE * float(max(case.offering.fee_list or 0, case.offering.fee_floor or 0, 1)))
    low, high = ceil(max(stated.low, 0.0)), int(min(stated.high, max(top + 1, stated.low)))
    if high < low:
        low = high
    starts = sorted({low, *(start for corner in corners if low < (start := ceil(corner)) <= high)})
    runs: list[Run] = []
    for first, following in pairwise([*starts, high + 1]):
        for run in _within(case, judged, first, following - 1):
            if runs and runs[-1].verdict is run.verdict:
                runs[-1] = Run(runs[-1].first, run.last, run.verdict)
            else:
                runs.append(run)
    return tuple(runs)


def _within(case: Case, judged: Assessment, first: int, last: int) -> Iterator[Run]:
    at_end = verdict_at(case, judged, last)
    while (here := verdict_at(case, judged, first)) is not at_end:
        low, high = first, last
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if verdict_at(case, judged, middle) is here else (low, middle)
        yield Run(first, low, here)
        first = high
    yield Run(first, last, at_end)


def verdict_at(case: Case, judged: Assessment, fee: Decimal | int) -> Verdict:
    """The verdict if just this fee were paid."""
    return rescore(fee_of(case, Decimal(fee)).case, judged, "fee").verdict


def _corners(case: Case) -> set[float]:
    """Fees at which a value function of fee or margin has a corner or a step."""
    offering = case.offering
    floor = None if offering.fee_floor is None else float(offering.fee_floor)
    usual = None if offering.fee_list is None else float(offering.fee_list)
    found = {0.0, 1.0, *(amount for amount in (floor, usual) if amount is not None)}
    least, most = floor or 0.0, usual if usual is not None else floor or 0.0
    found |= {least + x * (most - least) for x, _y in points_of("fee", case.owner, offering)}
    costs = {0.0, float(offering.expenses or 0)}
    found |= costs
    days, target = case.effort_days, target_in_currency(case)
    if days is not None and target is not None:
        full = float(days) * float(target)
        found |= {x * full + cost for x, _y in points_of("margin", case.owner, offering) for cost in costs}
    return {corner for corner in found if corner >= 0}


def good_from(runs: tuple[Run, ...]) -> int | None:
    """The fee from which on every fee is a good fit; None when there is none."""
    return runs[-1].first if runs[-1].verdict is Verdict.ACCEPT else None


def no_below(runs: tuple[Run, ...]) -> int:
    """The fee below which every fee is a no; the lowest of all when that is none."""
    if runs[0].verdict is not Verdict.DECLINE:
        return runs[0].first
    return runs[0].last + 1 if len(runs) > 1 else runs[0].last


def nearest_to(runs: tuple[Run, ...], stated: Range, *wanted: Verdict) -> int | None:
    """The fee nearest to what was stated that has one of the verdicts ``wanted``; None when none has."""
    hits = [min(max(ceil(stated.low), run.first), run.last) for run in runs if run.verdict in wanted]
    return min(hits, key=lambda fee: abs(fee - stated.low), default=None)
