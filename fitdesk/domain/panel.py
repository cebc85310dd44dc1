"""A panel of offerings prepared once, to judge one inquiry after the other against all of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import add, is_, or_
from typing import overload

from fitdesk.domain.assessment import Assessment, Contribution, Finding, Side, Verdict
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.bench import Bench, BenchCase, Findings
from fitdesk.domain.case import case_for
from fitdesk.domain.criteria import CRITERIA, weights_of
from fitdesk.domain.diary import Diary
from fitdesk.domain.family import Family
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import scale_of
from fitdesk.domain.topic_sieve import TopicSieve
from fitdesk.domain.verdict import Outcome, can_move, marks_of_day, outcomes


class Panel:
    """Active offerings of one owner, as they stood when it was made; good for one day."""

    __slots__ = (
        "_entries",
        "_family",
        "_of",
        "_preparations",
        "_scales",
        "_sieve",
        "benches",
        "by_name",
        "entries",
        "offerings",
        "owner",
        "today",
    )

    def __init__(
        self, offerings: Sequence[Offering], owner: Owner, entries: Sequence[CalendarEntry], today: date
    ) -> None:
        self._of = tuple(offerings)
        self._entries = entries
        self.offerings = tuple(offering for offering in offerings if offering.active)
        self.owner = owner
        self.entries = Diary.of(entries, today=today)
        self.today = today
        weights = [weights_of(owner, offering) for offering in self.offerings]
        self.benches = [
            Bench(criterion, self.offerings, [points[place] for points in weights])
            for place, criterion in enumerate(CRITERIA)
        ]
        self._family, self._sieve = Family(self.offerings), TopicSieve(self.offerings)
        self._preparations = [offering.preparation_days for offering in self.offerings]
        self._scales = [scale_of(points) for points in weights]
        self.by_name = sorted(
            range(len(self.offerings)), key=lambda at: (self.offerings[at].title, self.offerings[at].id or 0)
        )
        """Places by title and id, which decide where the points do not."""

    def is_of(self, offerings: Sequence[Offering], owner: Owner, entries: Sequence[CalendarEntry], today: date) -> bool:
        """Whether it was made of these very objects."""
        if owner is not self.owner or entries is not self._entries or today != self.today:
            return False
        return len(offerings) == len(self._of) and all(map(is_, offerings, self._of))

    def score(self, inquiry: Inquiry) -> Scores:
        """Every offering scored, best first; the same as ``scoring.score`` of each, by the same judges."""
        if not self.offerings:
            return Scores(self, [], [], Sums([], [], [], [], [], []))
        first = case_for(inquiry, self.offerings[0], self.owner, self.entries, self.today, siblings=self._family)
        bench_case = BenchCase(first, self.offerings, self._sieve)
        findings = [bench.findings(inquiry, bench_case) for bench in self.benches]
        return self._summed(inquiry, findings, bench_case)

    def _summed(self, inquiry: Inquiry, findings: list[Findings], bench_case: BenchCase) -> Scores:
        them_low, me_low = _sums([found.lows for found in findings])
        them_high, me_high = _sums([found.highs for found in findings])
        fit_low, fit_high = list(map(add, them_low, me_low)), list(map(add, them_high, me_high))
        rows = zip(
            self._marks(inquiry, findings, bench_case),
            fit_low,
            fit_high,
            self._scaled(them_low),
            self._scaled(them_high),
            strict=True,
        )
        judged = outcomes(rows, self.owner.thresholds)
        return Scores(self, findings, judged, Sums(fit_low, fit_high, them_low, them_high, me_low, me_high))

    def _scaled(self, for_them: list[float]) -> list[float]:
        """T on a scale of 100; see ``scoring.out_of_100``."""
        if len(set(self._scales)) == 1 and (scale := self._scales[0]) is not None:
            return [points * scale for points in for_them]
        return [
            100.0 if scale is None else points * scale
            for points, scale in zip(for_them, self._scales, strict=True)
        ]  # fmt: skip

    def _marks(self, inquiry: Inquiry, findings: list[Findings], bench_case: BenchCase) -> list[int]:
        """The marks of the day and of all criteria of each offering; which criterion they come from does not matter."""
        marks = self._day_marks(can_move(inquiry), bench_case)
        for found in findings:
            if found.marks is not None:
                marks = list(map(or_, marks, found.marks))
        return marks

    def _day_marks(self, movable: bool | None, bench_case: BenchCase) -> list[int]:
        """Whether the day is free may depend on how many days an offering has to be prepared."""
        by_days: dict[int, int] = {}
        for place, days in enumerate(self._preparations):
            if days not in by_days:
                by_days[days] = marks_of_day(bench_case.at(place).availability, movable)
        return list(map(by_days.__getitem__, self._preparations))


@dataclass(frozen=True, slots=True)
class Sums:
    """Points by place in the panel: U, T and M, both ends of each."""

    fit_low: list[float]
    fit_high: list[float]
    them_low: list[float]
    them_high: list[float]
    me_low: list[float]
    me_high: list[float]


class Scores(Sequence[Assessment]):
    """All offerings of a panel scored, best first: sums and verdicts at hand, the breakdown made for what is looked at.

    Declined offerings come last, then by fit.low, fit.high, title and id (see ``fit.score_all``).
    """

    __slots__ = ("_findings", "_made", "_order", "_panel", "outcomes", "sums")

    def __init__(self, panel: Panel, findings: list[Findings], outcomes: list[Outcome], sums: Sums) -> None:
        self._panel = panel
        self._findings = findings
        self.outcomes = outcomes
        self.sums = sums
        order = sorted(panel.by_name, key=sums.fit_high.__getitem__, reverse=True)
        order.sort(key=sums.fit_low.__getitem__, reverse=True)
        decline = Verdict.DECLINE
        is_no = [verdict is decline for verdict, _which in outcomes]
        order.sort(key=is_no.__getitem__)
        self._order = order
        self._made: dict[int, Assessment] = {}

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Assessment: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Assessment, ...]: ...
    def __getitem__(self, at: int | slice) -> Assessment | tuple[Assessment, ...]:
        if isinstance(at, slice):
            return tuple(self._at(place) for place in self._order[at])
        return self._at(self._order[at])

    def _at(self, place: int) -> Assessment:
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = self._assessment(place)
        return made

    def _assessment(self, place: int) -> Assessment:
        benches, sums = self._panel.benches, self.sums
        lines = tuple(
            Contribution(
                bench.criterion.key,
                bench.criterion.label,
                bench.criterion.side,
                bench.weights[bench.ids[place]],
                found.found[bench.ids[place]],
            )
            for bench, found in zip(benches, self._findings, strict=True)
        )
        verdict, which_no = self.outcomes[place]
        return Assessment(
            self._panel.offerings[place],
            lines,
            Range(sums.fit_low[place], sums.fit_high[place]),
            Range(sums.them_low[place], sums.them_high[place]),
            Range(sums.me_low[place], sums.me_high[place]),
            verdict,
            which_no,
        )

    def breakdowns(self) -> list[tuple[Finding, ...]]:
        """The findings of every offering, in the order of the criteria, best offering first."""
        columns = [
            list(map(found.found.__getitem__, bench.ids))
            for bench, found in zip(self._panel.benches, self._findings, strict=True)
        ]
        rows = list(zip(*columns, strict=True))
        return list(map(rows.__getitem__, self._order))


_THEM = sum(1 for criterion in CRITERIA if criterion.side is Side.FOR_THEM)


def _sums(columns: list[list[float]]) -> tuple[list[float], list[float]]:
    """T and M: plain sums are exact here, because gains are multiples of one grain (``values.grain``)."""
    return list(map(sum, zip(*columns[:_THEM]))), list(map(sum, zip(*columns[_THEM:])))  # noqa: B905 - one length


def panel_for(offerings: Sequence[Offering], owner: Owner, entries: Sequence[CalendarEntry], today: date) -> Panel:
    """A panel of just these objects: one made before when they are still the same."""
    for known in _recent:
        if known.is_of(offerings, owner, entries, today):
            return known
    made = Panel(offerings, owner, entries, today)
    _recent.appendleft(made)
    return made


_recent: deque[Panel] = deque(maxlen=4)
