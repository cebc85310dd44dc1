"""A few requests judged once, then under changed rules again and again: only what a change touches is done anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import compress
from operator import itemgetter, mul

from fitdesk.domain.assessment import Side, Verdict
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import CRITERIA, weights_of
from fitdesk.domain.curves import CURVE
from fitdesk.domain.family import Family
from fitdesk.domain.fit import cases_of
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.ranges import Range
from fitdesk.domain.rule_change import Rules
from fitdesk.domain.rules import rules_of
from fitdesk.domain.scoring import scale_of
from fitdesk.domain.values import grain
from fitdesk.domain.verdict import Ruling, can_move, marks_of, ruling
from fitdesk.workflows.judging_rules import Effect, Judged, effect_of, judged_on
from fitdesk.workflows.practice import Practice

_IS_THEM = [criterion.side is Side.FOR_THEM for criterion in CRITERIA]
_PLACE = {criterion.key: place for place, criterion in enumerate(CRITERIA)}


class _Bench:
    """One request beside one offering: what every criterion says, in the order of CRITERIA."""

    __slots__ = ("case", "highs", "lows", "marks", "rule")

    def __init__(self, case: Case, rule: Ruling) -> None:
        self.case, self.rule = case, rule
        self.lows = [0.0] * len(CRITERIA)
        self.highs = [0.0] * len(CRITERIA)
        self.marks = [0] * len(CRITERIA)
        self.judge(range(len(CRITERIA)))

    def judge(self, places: Sequence[int]) -> None:
        """Ask these criteria anew."""
        for place in places:
            criterion = CRITERIA[place]
            finding = criterion.judge(self.case)
            self.lows[place], self.highs[place] = finding.value.low, finding.value.high
            self.marks[place] = marks_of(finding, criterion.side)


class Rejudging:
    """``effects(practice)`` says what another practice (other rules, nothing else) makes of the requests.

    Making it costs a judgement of each request; asking it costs sums, and a judgement of the criteria whose value
    function or veto differs. It gives what ``judging_rules.effects`` gives.
    """

    def __init__(
        self,
        asked: Sequence[Inquiry],
        practice: Practice,
        today: date,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """``progress(done, total)`` may raise to stop."""
        self._asked = tuple(asked)
        self._now = practice
        self._benches: list[list[_Bench]] = []
        for done, inquiry in enumerate(self._asked):
            if progress is not None:
                progress(done, len(self._asked))
            day = judged_on(inquiry, today)
            cases = cases_of(inquiry, practice.offerings, practice.owner, practice.entries, day)
            thresholds, movable = practice.owner.thresholds, can_move(inquiry)
            rules = [ruling(case.availability, movable, thresholds) for case in cases]
            self._benches.append([_Bench(case, rule) for case, rule in zip(cases, rules, strict=True)])
        self._before = self._judged()

    @property
    def size(self) -> int:
        """How many pairs of request and offering are added up at each asking."""
        return sum(map(len, self._benches))

    def effects(self, practice: Practice) -> tuple[Effect, ...]:
        """What ``practice`` changes, in the order of the requests. Not to be asked from two threads at once."""
        self._adopt(practice)
        after = self._judged()
        return tuple(map(effect_of, self._asked, self._before, after))

    def _adopt(self, practice: Practice) -> None:
        """Let the cases have the rules of ``practice``, and judge again what differs from those asked for last."""
        offerings = [one for one in practice.offerings if one.active]
        before = [one for one in self._now.offerings if one.active]
        owner = practice.owner
        by_owner = _touched(rules_of(self._now.owner), rules_of(owner))
        by_offering = [
            by_owner | _touched(rules_of(owner, was), rules_of(owner, one))
            for was, one in zip(before, offerings, strict=True)
        ]
        family = None if offerings == before else Family(offerings)
        if any(by_offering):
            for benches in self._benches:
                for bench, offering, touched in zip(benches, offerings, by_offering, strict=True):
                    if touched:
                        kept = bench.case.family if family is None else family
                        bench.case = replace(bench.case, owner=owner, offering=offering, family=kept)
                        bench.judge([_PLACE[key] for key in touched])
        self._now = practice

    def _judged(self) -> list[Judged]:
        offerings = [one for one in self._now.offerings if one.active]
        weights = [weights_of(self._now.owner, one) for one in offerings]
        scales = [scale_of(one) for one in weights]
        return [_best(benches, offerings, weights, scales) for benches in self._benches]


def _best(
    benches: list[_Bench], offerings: Sequence[Offering], weights: list[tuple[float, ...]], scales: list[float | None]
) -> Judged:
    """Verdict and fit of the offering that leads, as ``fit.score_all`` orders them."""
    found: list[tuple[tuple[bool, float, float, str, int], Verdict, float, float]] = []
    for bench, offering, points, scale in zip(benches, offerings, weights, scales, strict=True):
        lows, highs = [*map(grain, map(mul, points, bench.lows))], [*map(grain, map(mul, points, bench.highs))]
        low, high = sum(lows), sum(highs)
        them_low, them_high = sum(compress(lows, _IS_THEM)), sum(compress(highs, _IS_THEM))
        marks = 0
        for mark in bench.marks:
            marks |= mark
        ends = (100.0, 100.0) if scale is None else (them_low * scale, them_high * scale)
        verdict, _which = bench.rule(marks, low, high, *ends)
        key = (verdict is Verdict.DECLINE, -low, -high, offering.title, offering.id or 0)
        found.append((key, verdict, low, high))
    if not found:
        return Verdict.ASK, None
    _key, verdict, low, high = min(found, key=itemgetter(0))
    return verdict, Range(low, high)


def _touched(before: Rules, after: Rules) -> frozenset[str]:
    """Criteria whose value function or veto differs."""
    was, now = dict(before.curves), dict(after.curves)
    keys = {CURVE[key].criterion for key in was.keys() | now.keys() if was.get(key) != now.get(key) and key in CURVE}
    if before.vetoes_off != after.vetoes_off:
        keys |= set(before.vetoes_off or ()) ^ set(after.vetoes_off or ())
        if before.vetoes_off is None or after.vetoes_off is None:
            keys |= _PLACE.keys()  # from now on, or no longer, what all offerings say
    return frozenset(keys & _PLACE.keys())
