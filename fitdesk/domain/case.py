"""A Case: everything a criterion may look at, with what several criteria share worked out once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from fitdesk.domain.availability import Availability, CalendarEntry, candidate_days, free_near, overall
from fitdesk.domain.day_needs import NOTHING, DayNeeds, needs_of
from fitdesk.domain.diary import Diary
from fitdesk.domain.family import NO_FAMILY, Family
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import LanguageLevel, Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.ranges import Range
from fitdesk.domain.reading import Reading
from fitdesk.domain.standing import Obstacle, obstacles, state_for
from fitdesk.domain.stemming import tongues
from fitdesk.domain.travel import hours_between

LOAD_WINDOW = 30
"""Days before the event over which the load is counted."""
WHEN = ("dates", "date_range", "date_flexible")
"""What of an event says which days it could be; what it asks of them stands in ``needs``."""


@dataclass(frozen=True, slots=True)
class Case:
    """One inquiry beside one offering.

    ``family``: all offerings of the same owner, this one among them or not. ``span``: first and last day still to
    come that the client named; None when they named none, or only past ones (``is_past``). ``loads``: effort days
    already booked or held before each candidate day (fewest, most); None when no day is known. ``hours``: the journey
    one way. ``needs``: what the event asks of the days around it. ``is_owner``: whether the owner is judged, and not
    a peer.
    """

    inquiry: Inquiry
    offering: Offering
    owner: Owner
    entries: Diary
    today: date
    family: Family = NO_FAMILY
    availability: Availability = Availability.UNKNOWN
    span: tuple[date, date] | None = None
    is_past: bool = False
    loads: Range | None = None
    hours: Range | None = None
    needs: DayNeeds = NOTHING
    is_owner: bool = True
    known_readings: tuple[Reading, ...] | None = None
    """What ``judges_goal.readings`` gives, where somebody has read the topics already."""

    def beside(self, offering: Offering) -> Case:
        """The same inquiry beside another offering of the same owner."""
        case = Case(
            self.inquiry, offering, self.owner, self.entries, self.today, self.family, self.availability,
            self.span, self.is_past, self.loads, self.hours, self.needs, self.is_owner,
        )  # fmt: skip
        return case if offering.preparation_days == self.offering.preparation_days else _dated(case)

    def changed(
        self, *, inquiry: Inquiry | None = None, offering: Offering | None = None, owner: Owner | None = None
    ) -> Case:
        """The case as it would be with another inquiry, offering or owner; days and journey only when they differ."""
        told, who = inquiry or self.inquiry, owner or self.owner
        before, after = self.inquiry.event, told.event
        case = replace(self, inquiry=told, offering=offering or self.offering, owner=who, known_readings=None)
        if offering is not None and offering.topics != self.offering.topics:
            case = replace(case, family=self.family.without(self.offering))
        is_elsewhere = before.place != after.place or who.home != self.owner.home
        if is_elsewhere:
            case = replace(case, hours=hours_between(who.home, after.place))
        is_other_day = told.id != self.inquiry.id or any(getattr(before, name) != getattr(after, name) for name in WHEN)
        if is_other_day or _needs(case) != self.needs:
            case = _dated(case)
        return case

    def on_day(self, day: date) -> Availability:
        """How ``day`` would stand for this event: its journey, preparation and hours count with it."""
        return state_for(day, self.needs, self.entries, self.today, self.inquiry.id)

    def why(self, day: date) -> Obstacle | None:
        """What decides how ``day`` stands; None when nothing is in the way."""
        found = list(obstacles(day, self.needs, self.entries, self.today, self.inquiry.id))
        state = self.on_day(day)
        return next((one for one in found if one.state is state and state is not Availability.FREE), None)

    def free_near(self, day: date, *, count: int = 2, not_before: date | None = None) -> tuple[date, ...]:
        """Up to ``count`` working days nearest to ``day`` on which this event could be, in calendar order."""
        return free_near(day, self.on_day, count=count, not_before=not_before)

    def rate(self, currency: str, into: str) -> Decimal | None:
        """How many ``into`` one unit of ``currency`` is worth by the owner's own rates; None without a rate."""
        if currency == into:
            return Decimal(1)
        rates = {code: rate for code, rate in self.owner.rates if rate > 0}
        known = {**rates, self.owner.currency: Decimal(1)}
        first, second = known.get(currency), known.get(into)
        return first / second if first is not None and second is not None else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages words may be in: the request's, then those in which the offering is given."""
        return languages_of(self.inquiry.language, self.offering.languages)

    @property
    def effort_days(self) -> Decimal | None:
        """Days of work this would take: the owner's word, else the offering's figure."""
        said = self.inquiry.owners_word.effort_days
        return self.offering.effort_days if said is None else said

    @property
    def effort_a_month(self) -> float | None:
        """Those of them that fall in one month, and so in ``LOAD_WINDOW``: work over a year does not fill its first."""
        days = self.effort_days
        return None if days is None else float(days) / max(1, self.offering.effort_months)


@lru_cache(maxsize=4096)
def languages_of(request: str | None, given: tuple[tuple[str, LanguageLevel], ...]) -> tuple[str, ...]:
    """The languages words may be in: the request's (English unless known), then those an offering is given in."""
    return tongues((request or "en", *(code for code, _level in given)))


def case_for(
    inquiry: Inquiry,
    offering: Offering,
    owner: Owner,
    entries: Iterable[CalendarEntry],
    today: date,
    *,
    siblings: Sequence[Offering] | Family = (),
    is_owner: bool = True,
) -> Case:
    """The case of ``inquiry`` beside ``offering``, with days, load and journey worked out.

    ``siblings``: the other offerings of the same owner (with or without this one).
    """
    case = Case(
        inquiry,
        offering,
        owner,
        Diary.of(entries, today=today),
        today,
        siblings if isinstance(siblings, Family) else Family(siblings) if siblings else NO_FAMILY,
        hours=hours_between(owner.home, inquiry.event.place),
        is_owner=is_owner,
    )
    return _dated(case)


def _needs(case: Case) -> DayNeeds:
    return needs_of(case.inquiry, case.offering, case.owner, case.hours)


def _dated(case: Case) -> Case:
    """The case with what depends on its days and the calendar."""
    inquiry, event = case.inquiry, case.inquiry.event
    span, needs = _span(inquiry, case.today), _needs(case)
    return replace(
        case,
        availability=overall(event, case.entries, today=case.today, except_inquiry=inquiry.id, needs=needs),
        span=span,
        is_past=span is None and (bool(event.dates) or event.date_range is not None),
        loads=_loads(inquiry, case.entries, case.today),
        needs=needs,
    )


def _span(inquiry: Inquiry, today: date) -> tuple[date, date] | None:
    event = inquiry.event
    if event.dates:
        ahead = [day for day in event.dates if day >= today]
        return (min(ahead), max(ahead)) if ahead else None
    if event.date_range is None:
        return None
    first, last = event.date_range
    first = max(first, today)
    return (first, last) if first <= last else None


def _loads(inquiry: Inquiry, diary: Diary, today: date) -> Range | None:
    days = [day for day in candidate_days(inquiry.event) if day >= today]
    if not days:
        return None
    taken = sorted(diary.sold_days(days[0] - timedelta(days=LOAD_WINDOW), days[-1], inquiry.id))
    counts = [bisect_left(taken, at) - bisect_left(taken, at - LOAD_WINDOW) for at in (day.toordinal() for day in days)]
    return Range(min(counts), max(counts))


def taken_days(case: Case, first: date, last: date) -> set[int]:
    """Ordinals of the days from ``first`` to ``last`` on which other work is booked or held."""
    return case.entries.sold_days(first, last, case.inquiry.id)
