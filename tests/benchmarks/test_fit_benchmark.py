"""Scoring beside the bare weighted sum over the same numbers, in one run.

Run by hand: FITDESK_BENCHMARKS=1 pytest -s tests/benchmarks/test_fit_benchmark.py
"""

from __future__ import annotations

import os
import random
import statistics
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from time import perf_counter

import pytest

from build import TODAY, a_peer, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import Side
from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.event import Budget, Format
from fitdesk.domain.fit import assess_all, cases_of, score_all
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.matching import rank_peers
from fitdesk.domain.offering import LanguageLevel, Offering, Style, Topic
from fitdesk.domain.panel import Panel
from fitdesk.domain.rescoring import Rescoring
from fitdesk.domain.scoring import scale_of, score

pytestmark = pytest.mark.skipif("FITDESK_BENCHMARKS" not in os.environ, reason="run by hand")

ROUNDS = 15
OFFERINGS = 10 + 500 * 5
INQUIRIES = int(os.environ.get("FITDESK_INQUIRIES", "10000"))
FIRST = ("risk", "decision", "leading", "selling", "building", "learning")
SECOND = ("teams", "people", "nurses", "markets", "machines", "change", "values", "stories", "data", "water")
TOPICS = [f"{one} {other}" for one in FIRST for other in SECOND]


def an_offer(number: int, chance: random.Random) -> Offering:
    """One of a practice of many: topics, style, people, fees and lengths all differ."""
    least, floor = chance.choice((5, 10, 20, 30, 50)), chance.randrange(10, 80) * 100
    return an_offering(
        id=number,
        title=f"Talk {number}",
        topics=tuple(Topic(name, chance.randrange(4)) for name in chance.sample(TOPICS, chance.randrange(2, 6))),
        confidence=chance.randrange(50, 100, 5),
        similar_jobs=chance.randrange(0, 40),
        audience_min=least,
        audience_max=least * chance.choice((4, 10, 20)),
        style=Style(*(chance.randrange(5) for _ in range(4))),
        fee_floor=Decimal(floor),
        fee_list=Decimal(floor + chance.randrange(5, 30) * 100),
        effort_days=Decimal(chance.choice((1, 2, 3, 5))),
        expenses=Decimal(chance.choice((0, 200, 400, 800))),
        formats=chance.choice(((Format.KEYNOTE,), (Format.WORKSHOP,), (Format.KEYNOTE, Format.PANEL))),
        minutes=chance.choice((None, (40, 75), (60, 120))),
        languages=chance.choice(((("en", LanguageLevel.FLUENT),), (("de", LanguageLevel.FLUENT),))),
    )


def a_request(number: int, chance: random.Random) -> Inquiry:
    """Half of them without a fee; day, people, length, needs and topic differ."""
    people, fee = chance.randrange(5, 900), chance.choice((None, Decimal(chance.randrange(10, 120) * 100)))
    event = asked(
        topics=(chance.choice(TOPICS),),
        dates=(TODAY + timedelta(days=chance.randrange(10, 300)),),
        audience_min=people,
        audience_max=people,
        duration_minutes=chance.choice((None, 45, 60, 90, 120)),
        audience_level=chance.choice((None, "managers", "nurses")),
    ).event
    return an_inquiry(
        id=number,
        event=event,
        budget=Budget(fee, fee, "GBP", expenses_covered=chance.choice((None, True, False))),
        must_haves=chance.choice((None, (), ("simultaneous role play",))),
    )


def milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def side_by_side(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median of each, taken in turn, so that a busy machine is as hard on one as on the other."""
    taken = [[milliseconds(work) for work in works] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def bare(rows: list[list[tuple[float, float]]]) -> list[float]:
    """The plain loop: one weighted sum for each offering."""
    sums = []
    for row in rows:
        total = 0.0
        for weight, value in row:
            total += weight * value
        sums.append(total)
    return sums


def test_one_request_beside_thousands_of_offerings() -> None:
    chance = random.Random(1)
    panel = Panel([an_offer(number, chance) for number in range(OFFERINGS)], an_owner(), (), TODAY)
    inquiries = iter([a_request(number, chance) for number in range(ROUNDS)])
    again = a_request(99, chance)
    rows = [[(line.weight, line.finding.value.low) for line in one.contributions] for one in panel.score(again)]

    plain, warm, whole, cold = side_by_side(
        lambda: bare(rows),
        lambda: panel.score(again)[:20],
        lambda: panel.score(again).breakdowns(),
        lambda: panel.score(next(inquiries))[:20],
    )
    print(f"\n{OFFERINGS} offerings: bare loop {plain:.2f} ms")
    print(f"scored, judged, in order, the first 20 spelled out: {warm:.1f} ms, {warm / plain:.1f}×")
    print(f"the same with the findings of all of them: {whole:.1f} ms, {whole / plain:.1f}×")
    print(f"a request never seen before, every kind of offering judged: {cold:.1f} ms, {cold / plain:.1f}×")
    assert len(panel.score(again)) == OFFERINGS


def test_one_offering_at_a_time() -> None:
    chance = random.Random(2)
    offerings = [an_offer(number, chance) for number in range(200)]
    cases = cases_of(an_inquiry(), offerings, an_owner(), (), TODAY)
    rows = [[(line.weight, line.finding.value.low) for line in score(case).contributions] for case in cases]
    plain, full, said = side_by_side(
        lambda: bare(rows),
        lambda: [score(case) for case in cases],
        lambda: [line.finding.sentence for case in cases for line in score(case).contributions],
    )
    print(
        f"\none at a time: {full / 200:.3f} ms each, {full / plain:.0f}× the bare loop; with words {said / 200:.3f} ms"
    )
    assert full / 200 < 2, "milliseconds for one offering"


def test_all_requests_scored_again_after_a_change_of_the_rules() -> None:
    numpy = pytest.importorskip("numpy")
    chance = random.Random(3)
    offerings = [an_offer(number, chance) for number in range(10)]
    inquiries = [a_request(number, chance) for number in range(INQUIRIES)]
    again = Rescoring(inquiries, (), TODAY)
    first = milliseconds(lambda: again.score(an_owner(), offerings))
    pairs = INQUIRIES * len(offerings)
    chance_of = numpy.random.default_rng(1)
    lows, highs = chance_of.random((2, len(CRITERIA), pairs))
    marks = chance_of.integers(0, 64, (len(CRITERIA), pairs))
    sides = [[n for n, one in enumerate(CRITERIA) if one.side is side] for side in (Side.FOR_THEM, Side.FOR_ME)]

    def by_columns() -> object:
        """The same work: T, M and U at both ends, the marks, the verdict in six ways, and the best of the ten."""
        weights = [chance.random() for _ in CRITERIA]
        scale = scale_of(weights) or 1.0
        them_low, me_low, them_high, me_high = (
            sum(weights[place] * table[place] for place in places) for table in (lows, highs) for places in sides
        )
        fit_low, fit_high = them_low + me_low, them_high + me_high
        mark = numpy.bitwise_or.reduce(marks, axis=0)
        wrong_for_them = (them_high * scale < 60) | (mark & 8 > 0)
        wrong_for_me = (fit_high < 50) | (mark & 4 > 0)
        yes = (fit_low >= 70) & (them_low * scale >= 70) & (mark & 18 == 0)
        cases = [wrong_for_them, wrong_for_me, mark & 32 > 0, yes, mark & 17 > 0]
        verdict = numpy.select(cases, [0, 1, 2, 3, 4], 5)
        rows = [key.reshape(INQUIRIES, -1) for key in (-fit_high, -fit_low, verdict <= 2)]
        return verdict, numpy.lexsort(rows, axis=1)[:, 0]

    steps = iter(range(1, 1000))
    curves = iter(range(1, 1000))
    columns, weights, curve = side_by_side(
        by_columns,
        lambda: again.score(an_owner(weights=(("fee", 11.0 + next(steps) / 100),)), offerings),
        lambda: again.score(an_owner(curves=(("fee", ((0.0, next(curves) / 1000), (1.0, 1.0))),)), offerings),
        rounds=5,
    )
    print(f"\n{INQUIRIES} × {len(offerings)}: numpy by columns {columns:.0f} ms, first time {first / 1000:.1f} s")
    print(f"other weights: {weights:.0f} ms, {weights / columns:.1f}×; another fee curve: {curve:.0f} ms")
    owner = an_owner(weights=(("fee", 12.0),))
    for inquiry, leading in zip(inquiries[:50], again.score(owner, offerings), strict=False):
        best = score_all(inquiry, offerings, owner, (), TODAY)[0]
        assert (leading.offering, leading.outcome[0], leading.fit) == (best.offering, best.verdict, best.fit)


def test_one_request_judged_in_full() -> None:
    offerings = [an_offering(id=n, title=f"Talk {n}", fee_floor=Decimal(4000 + 100 * n)) for n in range(6)]
    peers = [a_peer(id=n, name=f"Peer {n}") for n in range(12)]
    silent = replace(an_inquiry(event=asked(dates=()).event), budget=Budget())
    for name, inquiry in (("all stated", an_inquiry()), ("no date, no fee", silent)):
        judged, ranked = side_by_side(
            lambda inquiry=inquiry: assess_all(inquiry, offerings, an_owner(), (), TODAY),  # type: ignore[misc]  # bound now
            lambda inquiry=inquiry: rank_peers(inquiry, peers, an_owner(), None, TODAY),  # type: ignore[misc]  # bound now
            rounds=7,
        )
        print(f"\n{name}: six offerings {judged:.1f} ms, twelve peers {ranked:.1f} ms")
        assert judged + ranked < 500
