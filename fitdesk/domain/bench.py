"""One criterion over many offerings: every kind of them judged once an inquiry."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from fitdesk.domain.assessment import Finding
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import Criterion
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.judges_goal import readings
from fitdesk.domain.offering import Offering
from fitdesk.domain.reading import Reading
from fitdesk.domain.topic_sieve import TopicSieve
from fitdesk.domain.values import grain
from fitdesk.domain.verdict import marks_of

REMEMBERED = 12
"""Requests, as far as one criterion asks about them, whose findings are kept."""
OWN_RULES = ("curves", "vetoes_off")


class Bench:
    """One criterion over a panel: every kind of offering, as far as the criterion reads it, judged once an inquiry."""

    __slots__ = ("_apart", "_asks", "_known", "criterion", "ids", "kinds", "weights")

    def __init__(self, criterion: Criterion, offerings: Sequence[Offering], weights: Sequence[float]) -> None:
        self.criterion = criterion
        reads = attrgetter(*criterion.reads, *OWN_RULES)
        numbers: dict[tuple[Any, float], int] = {}
        self.ids: list[int] = []
        self.kinds: list[int] = []
        """For each kind the place of one offering of that kind."""
        self.weights: list[float] = []
        for place, (offering, weight) in enumerate(zip(offerings, weights, strict=True)):
            kind = numbers.setdefault((reads(offering), weight), len(numbers))
            self.ids.append(kind)
            if kind == len(self.kinds):
                self.kinds.append(place)
                self.weights.append(weight)
        self._asks = attrgetter(*criterion.asks)
        self._known: dict[Any, Findings] = {}
        self._apart: list[int] | None = None
        """For each kind a number for all that is read of it beside its topics; None when no topics are read."""
        if "topics" in criterion.reads:
            others = attrgetter(*(name for name in criterion.reads if name != "topics"), *OWN_RULES)
            seen: dict[Any, int] = {}
            self._apart = [seen.setdefault(others(offerings[place]), len(seen)) for place in self.kinds]

    def findings(self, inquiry: Inquiry, bench_case: BenchCase) -> Findings:
        """What the criterion says of each kind; remembered as long as the inquiries ask for the same."""
        asked = self._asks(inquiry)
        found = self._known.get(asked)
        if found is None:
            found = Findings(self._judged(bench_case), self)
            if len(self._known) >= REMEMBERED:
                self._known.pop(next(iter(self._known)), None)
            self._known[asked] = found
        return found

    def _judged(self, bench_case: BenchCase) -> list[Finding]:
        judge, case_at = self.criterion.judge, bench_case.at
        if self._apart is None:
            return [judge(case_at(place)) for place in self.kinds]
        touched, case_at = bench_case.touched, bench_case.read_at
        alike: dict[tuple[tuple[int, ...] | None, int], Finding] = {}
        judged = []
        for place, apart in zip(self.kinds, self._apart, strict=True):
            key = (touched.get(place), apart)
            finding = alike.get(key)
            if finding is None:
                finding = alike[key] = judge(case_at(place))
            judged.append(finding)
        return judged


class BenchCase:
    """One inquiry beside any offering of a panel; each case is made once, and only when it is needed."""

    __slots__ = ("_cases", "_first", "_offerings", "_readings", "_sieve", "_touched")

    def __init__(self, first: Case, offerings: Sequence[Offering], sieve: TopicSieve) -> None:
        self._first = first
        self._offerings = offerings
        self._sieve = sieve
        self._cases: dict[int, Case] = {}
        self._readings: dict[Hashable, tuple[Reading, ...]] = {}
        self._touched: dict[int, tuple[int, ...]] | None = None

    def at(self, place: int) -> Case:
        case = self._cases.get(place)
        if case is None:
            case = self._cases[place] = self._first.beside(self._offerings[place])
        return case

    def read_at(self, place: int) -> Case:
        """As ``at``, with the topics read: once for all offerings that are read alike."""
        case = self.at(place)
        if case.known_readings is None:
            key = (self.touched.get(place), self._offerings[place].languages)
            if key not in self._readings:
                self._readings[key] = readings(case)
            case = self._cases[place] = replace(case, known_readings=self._readings[key])
        return case

    @property
    def touched(self) -> dict[int, tuple[int, ...]]:
        """See ``TopicSieve.touched``."""
        if self._touched is None:
            self._touched = self._sieve.touched(self._first)
        return self._touched


class Findings:
    """The findings of one criterion by kind, with the gains and marks of every offering that follow from them."""

    __slots__ = ("found", "highs", "lows", "marks")

    def __init__(self, found: list[Finding], bench: Bench) -> None:
        self.found = found
        ids, weights = bench.ids, bench.weights
        lows = [grain(weight * one.value.low) for weight, one in zip(weights, found, strict=True)]
        highs = [grain(weight * one.value.high) for weight, one in zip(weights, found, strict=True)]
        marks = [marks_of(one, bench.criterion.side) for one in found]
        self.lows: list[float] = list(map(lows.__getitem__, ids))
        self.highs: list[float] = self.lows if lows == highs else list(map(highs.__getitem__, ids))
        self.marks: list[int] | None = list(map(marks.__getitem__, ids)) if any(marks) else None
        """None when the criterion neither vetoes nor leaves anything open."""
