"""Plausible requests, offerings, owners with rules of their own, calendars and peers for property tests."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from build import BERLIN, BRISTOL, LEEDS, TODAY, a_peer, an_event, an_inquiry, an_offering, an_owner
from domain.dice import Dice, thrown
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.contact import Contact
from fitdesk.domain.curves import CURVES, Curve, CurveKind
from fitdesk.domain.diary import Diary
from fitdesk.domain.event import Booking, Budget, Event, Format, Mode, Place
from fitdesk.domain.inquiry import DecisionPower, Inquiry, OwnersWord, ScopeState, StallSignal, StyleWish
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.offering import LanguageLevel, Offering, Style, Topic
from fitdesk.domain.owner import Owner, Thresholds
from fitdesk.domain.peer import Consent, Outcome, Peer, TrustEvidence
from fitdesk.domain.values import Points
from fitdesk.domain.vetoes import VETO_CRITERIA

T = TypeVar("T")

many = settings(max_examples=int(os.environ.get("FITDESK_EXAMPLES", "1000")), deadline=None)
"""How hard the properties are tried: FITDESK_EXAMPLES sets another number."""

TOPICS = (
    "decisions with incomplete information",
    "deciding under uncertainty",
    "risk",
    "forecasting",
    "stand-up comedy",
    "gardening",
    "leadership",
)
SECTORS = ("health", "energy", "software")
LEVELS = ("managers", "nurses", "executives")
ROLES = ("Head of Learning", "Events manager", "PA to the director", "Assistant", "Gardener")
NEEDS = ("a recording", "simultaneous role play", "a certificate")
PLACES = (Place(), BRISTOL, LEEDS, BERLIN, Place("Nowhere", "GB"), Place(country="DE"))
GOALS = ("Our managers decide sooner", "Less talk of risk, more leadership", "A good day")
WEIGHED = ("goal", "overdeliver", "fee", "style", "travel", "margin", "leadtime", "capacity")
THRESHOLDS = (Thresholds(), Thresholds(accept_fit=97.0, accept_for_them=97.0), Thresholds(90.0, 80.0, 85.0, 70.0))
days = st.integers(-20, 300).map(lambda n: TODAY + timedelta(days=n))


def a_day(dice: Dice) -> date:
    return TODAY + timedelta(days=dice.number(-20, 300))


def a_pair(dice: Dice, low: int, high: int) -> tuple[int | None, int | None]:
    """(low, high) in order, either of which may be unknown."""
    first, second = sorted((dice.number(low, high), dice.number(low, high)))
    return (first if dice.below(2) else None, second if dice.below(2) else None)


def a_time(dice: Dice) -> dict[str, Any]:
    """No day, one or two days, or a stretch of days."""
    kind = dice.below(4)
    if kind == 0:
        return {}
    first = a_day(dice)
    if kind == 3:
        return {"date_range": (first, first + timedelta(days=dice.number(0, 40)))}
    return {"dates": tuple(sorted({first, a_day(dice)} if dice.below(2) else {first}))}


def any_event(dice: Dice) -> Event:
    """What a client plans, each fact known or not."""
    low, high = a_pair(dice, 1, 2000)
    event = Event(
        date_flexible=dice.maybe((False, True)),
        start_time=dice.maybe((time(9), time(14, 30))),
        duration_minutes=dice.maybe((30, 60, 90, 240, 480)),
        place=dice.pick(PLACES),
        mode=dice.maybe(tuple(Mode)),
        format=dice.maybe((Format.KEYNOTE, Format.WORKSHOP, Format.PANEL, Format.OTHER)),
        language=dice.maybe(("en", "de", "fr")),
        audience_min=low,
        audience_max=high,
        audience_level=dice.maybe(LEVELS),
        sector=dice.maybe(SECTORS),
        topics=dice.some(TOPICS, 3),
        booking=dice.maybe(tuple(Booking)),
    )
    return replace(event, **a_time(dice))


def any_budget(dice: Dice) -> Budget:
    """Anything a client says about money: nothing, no fee, an interval, a figure; never both no fee and a figure."""
    kind = dice.pick(("nothing", "unpaid", "offered", "figures", "figures", "figures"))
    covered = dice.maybe((False, True))
    if kind != "figures":
        return Budget(unpaid={"unpaid": True, "offered": False}.get(kind), expenses_covered=covered)
    low, high = a_pair(dice, 0, 12000)
    return Budget(
        min=None if low is None else Decimal(low),
        max=None if high is None else Decimal(high),
        currency=dice.pick(("GBP", "GBP", "EUR", "CHF", None)),
        expenses_covered=covered,
        unpaid=dice.pick((None, False)),
    )


def a_word(dice: Dice) -> OwnersWord:
    if dice.below(2) == 0:
        return OwnersWord()
    return OwnersWord(
        confidence=dice.maybe_number(0, 100),
        similar_jobs=dice.maybe_number(0, 30),
        effort_days=dice.maybe((Decimal("0.5"), Decimal(2), Decimal(9))),
        travel_hours=dice.maybe((Decimal(0), Decimal(3), Decimal(14))),
        power=dice.maybe(tuple(DecisionPower)),
        date_can_move=dice.maybe((False, True)),
        topic_depths=tuple((topic, dice.below(4)) for topic in dice.some(TOPICS, 1)),
    )


def a_wish(dice: Dice) -> StyleWish:
    return StyleWish(*(dice.maybe_number(0, 4) for _ in range(4)))


def any_inquiry(dice: Dice) -> Inquiry:
    return Inquiry(
        id=5,
        contact=Contact(name="Alex Moor", role=dice.maybe(ROLES)),
        event=any_event(dice),
        budget=any_budget(dice),
        goal=dice.maybe(GOALS),
        language=dice.pick((None, "en")),
        must_haves=None if dice.below(3) == 0 else dice.some(NEEDS, 3),
        style=a_wish(dice),
        scope=dice.maybe(tuple(ScopeState)),
        owners_word=a_word(dice),
        stalls=(StallSignal(TODAY, "asked for patience"),) * dice.below(4),
        subject=dice.pick(("", "Keynote on risk", "A request")),
    )


def any_points(dice: Dice, curve: Curve) -> Points:
    """Points that make the value function ``curve``: rising, falling, or up and down as an owner may like it."""
    if curve.kind is CurveKind.LEVELS:
        return tuple((x, dice.below(21) / 20) for x, _y in curve.points)
    steps = round((curve.high - curve.low) / curve.step)
    places = sorted({dice.number(0, steps) for _ in range(5)} | {0, steps})
    kept = [place for place in places if place in (0, steps) or dice.below(4)]
    return tuple((curve.low + place * curve.step, dice.below(21) / 20) for place in kept)


def any_rules(dice: Dice) -> dict[str, Any]:
    """Weights, value functions and vetoes as an owner may set them; none of their own in most cases."""
    if dice.below(2) == 0:
        return {"weights": (), "curves": (), "vetoes_off": ()}
    return {
        "weights": tuple((key, float(dice.number(0, 30))) for key in dice.some(WEIGHED, 3)),
        "curves": tuple((curve.key, any_points(dice, curve)) for curve in dice.some(CURVES, 4)),
        "vetoes_off": dice.some(VETO_CRITERIA, 3),
    }


def any_offering(dice: Dice) -> Offering:
    """Something sold, described more or less completely, now and then with rules of its own."""
    low, high = a_pair(dice, 1, 600)
    floor = dice.number(0, 8000)
    rules = any_rules(dice) if dice.below(4) == 3 else {}
    if rules and dice.below(2):
        rules["vetoes_off"] = None
    return an_offering(
        id=dice.number(1, 99),
        title=dice.pick(("Keynote", "Workshop", "Advice")),
        formats=dice.some((Format.KEYNOTE, Format.WORKSHOP), 2),
        modes=dice.some(tuple(Mode), 3),
        minutes=dice.pick((None, (40, 75), (180, 480))),
        topics=tuple(Topic(name, dice.below(4)) for name in dice.some(TOPICS, 3)),
        confidence=dice.maybe_number(0, 100),
        similar_jobs=dice.maybe_number(0, 40),
        audience_min=low,
        audience_max=high,
        audience_levels=dice.pick(((), ("managers", "executives"))),
        sectors=dice.pick(((), ("health",))),
        languages=dice.pick(((), (("en", LanguageLevel.FLUENT), ("de", LanguageLevel.INTERPRETER)))),
        style=None if dice.below(3) == 0 else Style(energy=dice.below(5), practice=dice.below(5)),
        limits=dice.pick((None, (), ("simultaneous role play", "certificate"))),
        fee_floor=None if dice.below(3) == 0 else Decimal(floor),
        fee_list=None if dice.below(3) == 0 else Decimal(floor + dice.number(0, 5000)),
        effort_days=dice.maybe((Decimal(1), Decimal(3), Decimal(12))),
        effort_months=dice.pick((1, 1, 3)),
        expenses=dice.maybe((Decimal(0), Decimal(400), Decimal(3000))),
        fixed_package=dice.maybe((False, True)),
        preparation_days=dice.pick((0, 0, 1, 3)),
        **rules,
    )


def any_owner(dice: Dice) -> Owner:
    return an_owner(
        home=dice.pick((BRISTOL, LEEDS, Place())),
        target_rate=dice.maybe((Decimal(500), Decimal(2000))),
        travel_limit=dice.maybe((Decimal(1), Decimal(5), Decimal(12))),
        capacity_days=dice.maybe((Decimal(4), Decimal(12))),
        capacity_cap=dice.maybe((90, 120)),
        focus=dice.pick(((), ("health", "a series"))),
        travel_before_from=dice.maybe((Decimal(3), Decimal("4.2"))),
        travel_after_from=dice.maybe((Decimal(4),)),
        **any_rules(dice),
    )


def an_entry(dice: Dice) -> CalendarEntry:
    """Whole days, or one appointment read from a calendar file."""
    first = a_day(dice)
    if dice.below(3) == 2:
        start = dice.number(7, 15)
        kind = dice.pick((EntryKind.BLOCKED, EntryKind.HELD))
        end = time(start + dice.number(0, 8))
        return CalendarEntry(first=first, last=first, kind=kind, start=time(start), end=end, calendar_id=1)
    kind, (before, after) = dice.pick(tuple(EntryKind)), dice.pick(((0, 0), (0, 0), (2, 1)))
    expires = a_day(dice) if kind is EntryKind.HELD and dice.below(2) else None
    return CalendarEntry(
        first=first,
        last=first + timedelta(days=dice.number(0, 6)),
        kind=kind,
        inquiry_id=dice.pick((None, 5, 6)),
        before=before,
        after=after,
        expires=expires,
    )


def any_entries(dice: Dice) -> tuple[CalendarEntry, ...]:
    return dice.several(an_entry, 6)


def any_diary(dice: Dice) -> tuple[CalendarEntry, ...] | Diary:
    """What the owner's days look like: mostly plain entries, now and then with a calendar file that tells not all."""
    known = any_entries(dice)
    if dice.below(3) < 2:
        return known
    until = None if dice.below(3) == 0 else TODAY + timedelta(days=dice.number(0, 500))
    trouble = dice.pick(("", "", "This file is no longer where it was."))
    return Diary.of(known, (LinkedCalendar(id=1, name="Home", covers_until=until, trouble=trouble),), today=TODAY)


def a_proof(dice: Dice) -> TrustEvidence:
    return TrustEvidence(a_day(dice), "a remark", dice.maybe(tuple(Outcome)))


def any_peer(dice: Dice) -> Peer:
    """A colleague, with or without consent, good record or none."""
    number = dice.number(1, 10_000)
    return a_peer(
        id=number,
        name=f"Peer {number}",
        pronoun_subject=dice.pick(("she", "he", "they")),
        home=dice.pick((BRISTOL, LEEDS, Place())),
        offerings=dice.several(any_offering, 2),
        active=dice.pick((True, True, True, False)),
        consent=dice.maybe((Consent(date(2026, 11, 1)), Consent(date(2025, 1, 1)))),
        evidence=dice.several(a_proof, 3),
        seen=dice.maybe((TODAY - timedelta(days=200),)),
        last_referred=dice.maybe((TODAY - timedelta(days=30),)),
        given=dice.below(3),
        received=dice.below(3),
    )


def _mixed(dice: Dice, good: T, other: T, keep: tuple[str, ...] = ()) -> T:
    """``good`` with some of its fields taken from ``other``; both are values of one dataclass."""
    names = [field.name for field in fields(good) if field.name not in keep]  # type: ignore[arg-type]  # a dataclass
    taken = dice.some(names, 3)
    return replace(good, **{name: getattr(other, name) for name in taken})  # type: ignore[type-var]  # a dataclass


def a_near_case(dice: Dice) -> Case:
    """A request that almost suits: everything right but a few facts, so that all four verdicts come up."""
    other = any_inquiry(dice)
    inquiry = _mixed(dice, an_inquiry(id=5), other, keep=("id", "event", "channel", "received", "status", "history"))
    inquiry = replace(inquiry, event=_mixed(dice, an_event(), other.event, keep=("name", "venue")))
    event, offering = inquiry.event, _mixed(dice, an_offering(), any_offering(dice))
    if event.audience_min and event.audience_max and event.audience_min > event.audience_max:
        inquiry = replace(inquiry, event=replace(event, audience_min=event.audience_max))
    if offering.fee_floor and offering.fee_list and offering.fee_floor > offering.fee_list:
        offering = replace(offering, fee_floor=offering.fee_list)
    owner = _mixed(dice, an_owner(), any_owner(dice))
    if dice.below(3) == 2:
        owner = replace(owner, **any_rules(dice), thresholds=dice.pick(THRESHOLDS))
    return case_for(inquiry, offering, owner, any_diary(dice) if dice.below(2) else (), TODAY)


def a_far_case(dice: Dice) -> Case:
    return case_for(any_inquiry(dice), any_offering(dice), any_owner(dice), any_diary(dice), TODAY)


def a_case(dice: Dice) -> Case:
    return a_far_case(dice) if dice.below(3) == 2 else a_near_case(dice)


inquiries = thrown(any_inquiry, 70)
owners = thrown(any_owner, 80)
entries = thrown(any_entries, 60)
diaries = thrown(any_diary, 70)
cases = thrown(a_case, 320)


def offerings() -> st.SearchStrategy[Offering]:
    return thrown(any_offering, 110)


def peers() -> st.SearchStrategy[Peer]:
    return thrown(any_peer, 260)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A value of ``strategy``, or unknown."""
    return st.none() | strategy
