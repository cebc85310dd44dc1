"""Triage of one request beside its plainest possible parts in the same run, interleaved.

    pytest tests/benchmarks/test_triage_benchmark.py -s

The anchor for reading is the standard library parsing the same mail; the anchor for judging is a bare loop over as
many weighted numbers. Prints medians and ratios; asserts only that the answer is the right one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from email import message_from_bytes, policy
from statistics import median
from time import perf_counter

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.criteria import CRITERIA
from fitdesk.intake.readers import read
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.practice import Practice, load_practice
from fitdesk.workflows.receive import inquiry_from
from fitdesk.workflows.triage import triage

ROUNDS = 25
TODAY = date(2026, 11, 22)
NOW = datetime.combine(TODAY, time(9))


def timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1e3


@contextmanager
def demo_practice() -> Iterator[Practice]:
    store = Store.open(None, now=NOW)
    demo.fill(store, TODAY)
    yield load_practice(store)
    store.close()


def bare_loop(count: int) -> float:
    """The weighted sum over as many offerings and criteria, on ready numbers."""
    total = 0.0
    for _offering in range(count):
        for criterion in CRITERIA:
            total += criterion.weight * 0.5
    return total


def test_triage_of_one_request() -> None:
    data = demo.request_mail("refer-negotiation-training.eml").read_bytes()
    with demo_practice() as practice:
        draft = read(data, "request.eml", received=NOW)
        inquiry = inquiry_from(draft, channel=None, now=NOW)
        assert triage(inquiry, practice, TODAY).verdict is Verdict.DECLINE
        judged = len(practice.offerings) + sum(len(peer.offerings) for peer in practice.peers)
        figures: dict[str, list[float]] = {"parse": [], "read": [], "loop": [], "judge": []}
        for _round in range(ROUNDS):
            figures["parse"].append(timed(lambda: message_from_bytes(data, policy=policy.default).get_body()))
            figures["read"].append(timed(lambda: read(data, "request.eml", received=NOW)))
            figures["loop"].append(timed(lambda: bare_loop(judged)))
            figures["judge"].append(timed(lambda: triage(inquiry, practice, TODAY)))
    parse, reading, loop, judging = (median(figures[name]) for name in ("parse", "read", "loop", "judge"))
    print(f"\nread one mail: {reading:.1f} ms, {reading / parse:.0f}x the standard library's parse ({parse:.2f} ms)")
    print(f"judge it with {judged} offerings, questions and peers: {judging:.1f} ms, {judging / loop:.0f}x a bare loop")
