"""Scoring against the bare weighted sum over the same numbers, and one request judged in full, in one run.

Run by hand: FITDESK_BENCHMARKS=1 pytest -s tests/benchmarks/test_fit_benchmark.py
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable
from decimal import Decimal
from time import perf_counter

import pytest

from build import TODAY, a_peer, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess_all, cases_of
from fitdesk.domain.matching import rank_peers
from fitdesk.domain.scoring import score

pytestmark = pytest.mark.skipif("FITDESK_BENCHMARKS" not in os.environ, reason="run by hand")

ROUNDS = 9
MANY = 500


def median(work: Callable[[], object]) -> float:
    """Milliseconds, the middle of several rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    return statistics.median(taken)


def test_scores_with_breakdown_against_the_bare_sum() -> None:
    offerings = [an_offering(id=n, title=f"Talk {n}", fee_floor=Decimal(3000 + n)) for n in range(MANY)]
    cases = cases_of(an_inquiry(), offerings, an_owner(), (), TODAY)
    rows = [[(line.weight, line.finding.value.low) for line in score(case).contributions] for case in cases]

    bare = median(lambda: [sum(weight * value for weight, value in row) for row in rows])
    full = median(lambda: [score(case) for case in cases])
    print(f"\n{MANY} offerings: bare sum {bare:.2f} ms, judged with sentences {full:.1f} ms, {full / bare:.0f}×")
    assert full / MANY < 2, "milliseconds for one offering"


def test_one_request_judged_in_full() -> None:
    offerings = [an_offering(id=n, title=f"Talk {n}", fee_floor=Decimal(4000 + 100 * n)) for n in range(6)]
    peers = [a_peer(id=n, name=f"Peer {n}") for n in range(12)]
    silent = asked(dates=())
    vague = an_inquiry(event=silent.event, budget=Budget())
    for name, inquiry in (("all stated", an_inquiry()), ("no date, no fee", vague)):
        judged = median(lambda inquiry=inquiry: assess_all(inquiry, offerings, an_owner(), (), TODAY))  # type: ignore[misc]  # bound now
        ranked = median(lambda inquiry=inquiry: rank_peers(inquiry, peers, an_owner(), None, TODAY))  # type: ignore[misc]  # bound now
        print(f"\n{name}: six offerings {judged:.1f} ms, twelve peers {ranked:.1f} ms")
        assert judged + ranked < 500
