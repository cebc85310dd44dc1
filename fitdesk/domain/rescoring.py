"""Many inquiries beside the owner's offerings, scored again whenever the rules change: values kept by column."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import add, attrgetter, or_
from typing import overload

from fitdesk.domain.assessment import Side, Verdict
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.criteria import CRITERIA, Criterion, weights_of
from fitdesk.domain.curves import curves_of, points_of
from fitdesk.domain.diary import Diary
from fitdesk.domain.family import Family
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner, Thresholds
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import scale_of
from fitdesk.domain.value_columns import Column, Ends, Joint, Value, best_of, joined, summed
from fitdesk.domain.verdict import Outcome, can_move, marks_of, marks_of_day, outcomes
from fitdesk.domain.vetoes import veto_counts

Progress = Callable[[int, int], None]
"""Told (steps done, steps in all) now and then; may raise to stop the work."""
AT_ONCE = 50
"""Inquiries judged between two words about the progress."""
MOST_KEPT = 64
"""Offerings under different rules of which marks and joint columns are kept."""

BEHIND = 256.0
"""Points by which a declined offering stands behind: more than there are, and few enough to round nothing."""
_SIDES = tuple(
    tuple(place for place, criterion in enumerate(CRITERIA) if criterion.side is side)
    for side in (Side.FOR_THEM, Side.FOR_ME)
)


@dataclass(frozen=True, slots=True)
class Leading:
    """Of one inquiry: the offering that leads (as ``fit.score_all`` orders them), its verdict and its U."""

    offering: Offering
    outcome: Outcome
    fit: Range


class Rescored(Sequence[Leading]):
    """The leading offering of every inquiry, in the order of the inquiries."""

    __slots__ = ("_offerings", "_tables", "places")

    def __init__(self, offerings: Sequence[Offering], tables: Sequence[_Table], places: list[int]) -> None:
        self._offerings = offerings
        self._tables = tables
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Leading: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Leading, ...]: ...
    def __getitem__(self, at: int | slice) -> Leading | tuple[Leading, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self.places))))
        place = self.places[at]
        table = self._tables[place]
        return Leading(self._offerings[place], table.outcomes[at], Range(table.fit_low[at], table.fit_high[at]))

    def verdicts(self) -> list[Verdict]:
        """The verdict on every inquiry."""
        return [self._tables[place].outcomes[at][0] for at, place in enumerate(self.places)]


class Rescoring:
    """Inquiries as they stand on one day. ``score`` is slow at first; after that only what a change touches is done.

    A change of weights or thresholds needs sums only; a change of one value function or veto needs that criterion
    judged again. Whatever else changes (facts, calendar, topics) asks for a new one, or costs its criteria again.
    """

    def __init__(self, inquiries: Sequence[Inquiry], entries: Sequence[CalendarEntry], today: date) -> None:
        self.inquiries = tuple(inquiries)
        self._entries = Diary.of(entries, today=today)
        self._today = today
        self._person: Owner | None = None
        self._columns: dict[Hashable, Column] = {}
        self._known_marks: dict[Hashable, list[int]] = {}
        self._joints: dict[Hashable, list[Joint]] = {}
        self._cases: list[Case] = []

    def score(self, owner: Owner, offerings: Sequence[Offering], progress: Progress | None = None) -> Rescored:
        """The leading offering of every inquiry, in their order; empty when no offering is active.

        Same figures and verdicts as ``fit.score_all``. May be called from a worker, one call at a time; when
        ``progress`` raises, what was judged so far is kept and the next call goes on from there.
        """
        active = [offering for offering in offerings if offering.active]
        if not active or not self.inquiries:
            return Rescored((), (), [])
        self._know(owner, active, progress)
        wanted = [_Wanted(offering, owner, active) for offering in active]
        self._judge_missing(wanted, progress)
        # In the order that decides between equals, so that the first of the best leads.
        wanted.sort(key=lambda one: (one.offering.title, one.offering.id or 0))
        tables = self._tables(wanted, owner)
        return Rescored([one.offering for one in wanted], tables, _leading(tables))

    def _know(self, owner: Owner, active: Sequence[Offering], progress: Progress | None) -> None:
        """The cases of this person, made once: rules do not enter them."""
        person = _without_rules(owner)
        if person != self._person:
            self._columns.clear()
            self._cases.clear()
            self._known_marks.clear()
            self._joints.clear()
            self._person = person
        for number in range(len(self._cases), len(self.inquiries)):
            if progress is not None and number % AT_ONCE == 0:
                progress(number, len(self.inquiries) * 2)
            self._cases.append(case_for(self.inquiries[number], active[0], person, self._entries, self._today))

    def _judge_missing(self, wanted: Sequence[_Wanted], progress: Progress | None) -> None:
        missing: dict[Hashable, tuple[_Wanted, Criterion | None]] = {}
        for one in wanted:
            for criterion, key in zip((*CRITERIA, None), one.keys, strict=True):
                if key not in self._columns:
                    missing.setdefault(key, (one, criterion))
        total = len(missing) * len(self._cases)
        for done, (key, (one, criterion)) in enumerate(missing.items()):
            told = None if progress is None else _counted(progress, done * len(self._cases), total)
            self._columns[key] = self._day_column(one) if criterion is None else self._column(one, criterion, told)
        kept = {key for one in wanted for key in one.keys}
        if len(self._columns) > 4 * len(kept):
            self._columns = {key: column for key, column in self._columns.items() if key in kept}

    def _column(self, one: _Wanted, criterion: Criterion, told: Callable[[int], None] | None) -> Column:
        found: dict[Value, int] = {}
        numbers = array("L")
        for at, case in enumerate(self._cases):
            if told is not None and at % AT_ONCE == 0:
                told(at)
            finding = criterion.judge(one.case(case))
            value = (finding.value.low, finding.value.high, marks_of(finding, criterion.side))
            numbers.append(found.setdefault(value, len(found)))
        return Column(list(found), numbers)

    def _day_column(self, one: _Wanted) -> Column:
        marks = [
            marks_of_day(case.beside(one.offering).availability, can_move(case.inquiry)) for case in self._cases
        ]  # fmt: skip
        kinds = sorted(set(marks))
        return Column([(0.0, 0.0, mark) for mark in kinds], array("L", map(kinds.index, marks)))

    def _tables(self, wanted: Sequence[_Wanted], owner: Owner) -> list[_Table]:
        """Sums and verdicts of all inquiries beside each offering; what several of them share is added up once."""
        known: dict[Hashable, Ends] = {}
        tables = []
        for one in wanted:
            weights = weights_of(owner, one.offering)
            ends = []
            for places in _SIDES:
                key = (places, tuple(one.keys[place] for place in places), tuple(weights[place] for place in places))
                if key not in known:
                    known[key] = summed([self._gains(joint, weights, known) for joint in self._joints_of(one, places)])
                ends.append(known[key])
            tables.append(_table(owner, self._marks(one), scale_of(weights), *ends))
        return tables

    @staticmethod
    def _gains(joint: Joint, weights: Sequence[float], known: dict[Hashable, Ends]) -> Ends:
        key = (joint, tuple(weights[place] for place in joint.places))
        if key not in known:
            known[key] = joint.gains(weights)
        return known[key]

    def _joints_of(self, one: _Wanted, places: tuple[int, ...]) -> list[Joint]:
        """The columns of one side beside one offering, put together as far as that saves work."""
        key = (places, tuple(one.keys[place] for place in places))
        if key not in self._joints:
            if len(self._joints) > MOST_KEPT:
                self._joints.clear()
            self._joints[key] = joined([(place, self._columns[one.keys[place]]) for place in places])
        return self._joints[key]

    def _marks(self, one: _Wanted) -> list[int]:
        """The marks of every inquiry beside one offering: no weight changes them."""
        known = self._known_marks.get(one.keys)
        if known is None:
            known = [0] * len(self._cases)
            for key in one.keys:
                column = self._columns[key]
                marks = [mark for _low, _high, mark in column.values]
                if any(marks):
                    known = list(map(or_, known, map(marks.__getitem__, column.numbers)))
            if len(self._known_marks) > MOST_KEPT:
                self._known_marks.clear()
            self._known_marks[one.keys] = known
        return known


class _Wanted:
    """One offering, and under which key the column of each criterion stands: all that its judge reads of it."""

    __slots__ = ("_family", "_owner", "keys", "offering")

    def __init__(self, offering: Offering, owner: Owner, active: Sequence[Offering]) -> None:
        self.offering = offering
        self._owner = owner
        self._family = Family(active)
        spoken = tuple((other.title, other.topics) for other in active)
        keys: list[Hashable] = []
        for criterion in CRITERIA:
            facts = tuple(attrgetter(name)(offering) for name in criterion.reads)
            rules = tuple(points_of(curve.key, owner, offering) for curve in curves_of(criterion.key))
            beside = spoken if "topics" in criterion.reads else ()
            keys.append((criterion.key, facts, rules, veto_counts(criterion.key, owner, offering), beside))
        self.keys = (*keys, ("day", offering.preparation_days))

    def case(self, case: Case) -> Case:
        """``case`` by the rules, and beside the offering, that are wanted."""
        return Case(
            case.inquiry, self.offering, self._owner, case.entries, case.today, self._family, case.availability,
            case.span, case.is_past, case.loads, case.hours, case.needs,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Table:
    fit_low: list[float]
    fit_high: list[float]
    outcomes: list[Outcome]


def _table(owner: Owner, marks: list[int], scale: float | None, them: Ends, me: Ends) -> _Table:
    fit_low, fit_high = list(map(add, them[0], me[0])), list(map(add, them[1], me[1]))
    rows = zip(marks, fit_low, fit_high, _scaled(them[0], scale), _scaled(them[1], scale), strict=True)
    return _Table(fit_low, fit_high, outcomes(rows, owner.thresholds))


def _leading(tables: Sequence[_Table]) -> list[int]:
    """Which table leads: declined offerings last, then the highest fit.low, then fit.high, then the first of them."""
    decline = Verdict.DECLINE
    ranks = [
        [low - BEHIND if verdict is decline else low for low, (verdict, _which) in zip(fit_low, judged, strict=True)]
        for fit_low, judged in ((table.fit_low, table.outcomes) for table in tables)
    ]
    return best_of(ranks, [table.fit_high for table in tables])


def _scaled(for_them: list[float], scale: float | None) -> list[float]:
    return [100.0] * len(for_them) if scale is None else [points * scale for points in for_them]


def _counted(progress: Progress, before: int, total: int) -> Callable[[int], None]:
    return lambda done: progress(total + before + done, total * 2)


def _without_rules(owner: Owner) -> Owner:
    return replace(owner, weights=(), curves=(), vetoes_off=(), thresholds=Thresholds())
