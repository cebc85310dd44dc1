"""Plausible requests, offerings, owners, calendars and peers for property tests."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from build import BERLIN, BRISTOL, LEEDS, TODAY, a_peer, an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.contact import Contact
from fitdesk.domain.diary import Diary
from fitdesk.domain.event import Booking, Budget, Event, Format, Mode, Place
from fitdesk.domain.inquiry import DecisionPower, Inquiry, OwnersWord, ScopeState, StallSignal, StyleWish
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.offering import LanguageLevel, Offering, Style, Topic
from fitdesk.domain.peer import Consent, Outcome, Peer, TrustEvidence

T = TypeVar("T")

many = settings(max_examples=int(os.environ.get("FITDESK_EXAMPLES", "60")), deadline=None)
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
days = st.integers(-20, 300).map(lambda n: TODAY + timedelta(days=n))
sliders = st.none() | st.integers(0, 4)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A value of ``strategy``, or unknown."""
    return st.none() | strategy


def pairs(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int | None, int | None]]:
    """(low, high) in order, either of which may be unknown."""
    ordered = st.tuples(numbers, numbers).map(lambda two: (min(two), max(two)))
    return st.tuples(ordered, st.booleans(), st.booleans()).map(
        lambda drawn: (drawn[0][0] if drawn[1] else None, drawn[0][1] if drawn[2] else None)
    )


dates = st.lists(days, min_size=1, max_size=2, unique=True).map(lambda found: {"dates": tuple(sorted(found))})
stretches = st.tuples(days, st.integers(0, 40)).map(lambda p: {"date_range": (p[0], p[0] + timedelta(days=p[1]))})
whens: st.SearchStrategy[dict[str, Any]] = st.just({}) | dates | dates | stretches


@st.composite
def events(draw: st.DrawFn) -> Event:
    """What a client plans, each fact known or not."""
    low, high = draw(pairs(st.integers(1, 2000)))
    event = Event(
        date_flexible=draw(maybe(st.booleans())),
        start_time=draw(maybe(st.sampled_from((time(9), time(14, 30))))),
        duration_minutes=draw(maybe(st.sampled_from((30, 60, 90, 240, 480)))),
        place=draw(st.sampled_from((Place(), BRISTOL, LEEDS, BERLIN, Place("Nowhere", "GB"), Place(country="DE")))),
        mode=draw(maybe(st.sampled_from(Mode))),
        format=draw(maybe(st.sampled_from((Format.KEYNOTE, Format.WORKSHOP, Format.PANEL)))),
        language=draw(maybe(st.sampled_from(("en", "de", "fr")))),
        audience_min=low,
        audience_max=high,
        audience_level=draw(maybe(st.sampled_from(LEVELS))),
        sector=draw(maybe(st.sampled_from(SECTORS))),
        topics=tuple(draw(st.lists(st.sampled_from(TOPICS), max_size=3, unique=True))),
        booking=draw(maybe(st.sampled_from(Booking))),
    )
    return replace(event, **draw(whens))


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    """Anything a client says about money: nothing, no fee, an interval, a figure; never both no fee and a figure."""
    kind = draw(st.sampled_from(("nothing", "unpaid", "offered", "figures", "figures", "figures")))
    covered = draw(maybe(st.booleans()))
    if kind != "figures":
        return Budget(unpaid={"unpaid": True, "offered": False}.get(kind), expenses_covered=covered)
    low, high = draw(pairs(st.integers(0, 12000)))
    return Budget(
        min=None if low is None else Decimal(low),
        max=None if high is None else Decimal(high),
        currency=draw(st.sampled_from(("GBP", "GBP", "EUR", "CHF", None))),
        expenses_covered=covered,
        unpaid=draw(st.sampled_from((None, False))),
    )


words = st.builds(
    OwnersWord,
    confidence=maybe(st.integers(0, 100)),
    similar_jobs=maybe(st.integers(0, 30)),
    effort_days=maybe(st.sampled_from((Decimal("0.5"), Decimal(2), Decimal(9)))),
    travel_hours=maybe(st.sampled_from((Decimal(0), Decimal(3), Decimal(14)))),
    power=maybe(st.sampled_from(DecisionPower)),
    date_can_move=maybe(st.booleans()),
    topic_depths=st.lists(st.tuples(st.sampled_from(TOPICS), st.integers(0, 3)), max_size=1).map(tuple),
)

inquiries = st.builds(
    Inquiry,
    id=st.just(5),
    contact=st.builds(Contact, name=st.just("Alex Moor"), role=maybe(st.sampled_from(ROLES))),
    event=events(),
    budget=budgets(),
    goal=maybe(st.sampled_from(("Our managers decide sooner", "Less talk of risk, more leadership", "A good day"))),
    language=st.sampled_from(("en", None)),
    must_haves=maybe(st.lists(st.sampled_from(NEEDS), max_size=3, unique=True).map(tuple)),
    style=st.builds(StyleWish, energy=sliders, humour=sliders, practice=sliders, challenge=sliders),
    scope=maybe(st.sampled_from(ScopeState)),
    owners_word=st.just(OwnersWord()) | words,
    stalls=st.lists(st.just(StallSignal(TODAY, "asked for patience")), max_size=3).map(tuple),
    subject=st.sampled_from(("", "Keynote on risk", "A request")),
)


@st.composite
def offerings(draw: st.DrawFn) -> Offering:
    """Something sold, described more or less completely."""
    low, high = draw(pairs(st.integers(1, 600)))
    floor = draw(st.integers(0, 8000))
    topics = draw(st.lists(st.tuples(st.sampled_from(TOPICS), st.integers(0, 3)), max_size=3, unique_by=lambda t: t[0]))
    return an_offering(
        id=draw(st.integers(1, 99)),
        title=draw(st.sampled_from(("Keynote", "Workshop", "Advice"))),
        formats=tuple(draw(st.lists(st.sampled_from((Format.KEYNOTE, Format.WORKSHOP)), max_size=2, unique=True))),
        modes=tuple(draw(st.lists(st.sampled_from(Mode), max_size=3, unique=True))),
        minutes=draw(st.sampled_from((None, (40, 75), (180, 480)))),
        topics=tuple(Topic(name, depth) for name, depth in topics),
        confidence=draw(maybe(st.integers(0, 100))),
        similar_jobs=draw(maybe(st.integers(0, 40))),
        audience_min=low,
        audience_max=high,
        audience_levels=draw(st.sampled_from(((), ("managers", "executives")))),
        sectors=draw(st.sampled_from(((), ("health",)))),
        languages=draw(st.sampled_from(((), (("en", LanguageLevel.FLUENT), ("de", LanguageLevel.INTERPRETER))))),
        style=draw(maybe(st.builds(Style, energy=st.integers(0, 4), practice=st.integers(0, 4)))),
        limits=draw(st.sampled_from((None, (), ("simultaneous role play", "certificate")))),
        fee_floor=draw(maybe(st.just(Decimal(floor)))),
        fee_list=draw(maybe(st.integers(0, 5000).map(lambda more: Decimal(floor + more)))),
        effort_days=draw(maybe(st.sampled_from((Decimal(1), Decimal(3), Decimal(12))))),
        expenses=draw(maybe(st.sampled_from((Decimal(0), Decimal(400), Decimal(3000))))),
        fixed_package=draw(maybe(st.booleans())),
        preparation_days=draw(st.sampled_from((0, 0, 1, 3))),
    )


owners = st.builds(
    an_owner,
    home=st.sampled_from((BRISTOL, LEEDS, Place())),
    target_rate=maybe(st.sampled_from((Decimal(500), Decimal(2000)))),
    travel_limit=maybe(st.sampled_from((Decimal(1), Decimal(5), Decimal(12)))),
    capacity_days=maybe(st.sampled_from((Decimal(4), Decimal(12)))),
    capacity_cap=maybe(st.sampled_from((90, 120))),
    focus=st.sampled_from(((), ("health", "a series"))),
    travel_before_from=maybe(st.sampled_from((Decimal(3), Decimal("4.2")))),
    travel_after_from=maybe(st.just(Decimal(4))),
    weights=st.dictionaries(st.sampled_from(("goal", "fee", "style", "travel")), st.floats(0, 30), max_size=3).map(
        lambda found: tuple(found.items())
    ),
)  # fmt: skip

whole_days = st.builds(
    lambda first, length, kind, inquiry_id, around, expires: CalendarEntry(
        first=first,
        last=first + timedelta(days=length),
        kind=kind,
        inquiry_id=inquiry_id,
        before=around[0],
        after=around[1],
        expires=expires if kind is EntryKind.HELD else None,
    ),
    days,
    st.integers(0, 6),
    st.sampled_from(EntryKind),
    st.sampled_from((None, 5, 6)),
    st.sampled_from(((0, 0), (0, 0), (2, 1))),
    maybe(days),
)
appointments = st.builds(
    lambda day, start, length, kind: CalendarEntry(
        first=day, last=day, kind=kind, start=time(start), end=time(start + length), calendar_id=1
    ),
    days,
    st.integers(7, 15),
    st.integers(0, 8),
    st.sampled_from((EntryKind.BLOCKED, EntryKind.HELD)),
)
entries = st.lists(whole_days | whole_days | appointments, max_size=6).map(tuple)
linked = st.builds(
    LinkedCalendar,
    id=st.just(1),
    name=st.just("Home"),
    covers_until=maybe(st.integers(0, 500).map(lambda n: TODAY + timedelta(days=n))),
    trouble=st.sampled_from(("", "", "This file is no longer where it was.")),
)
diaries = entries | entries | st.builds(lambda known, one: Diary.of(known, (one,), today=TODAY), entries, linked)
"""What the owner's days look like: mostly plain entries, now and then with a calendar file that tells not all."""

proofs = st.builds(TrustEvidence, days, st.just("a remark"), maybe(st.sampled_from(Outcome)))


@st.composite
def peers(draw: st.DrawFn) -> Peer:
    """A colleague, with or without consent, good record or none."""
    number = draw(st.integers(1, 10_000))
    return a_peer(
        id=number,
        name=f"Peer {number}",
        pronoun_subject=draw(st.sampled_from(("she", "he", "they"))),
        home=draw(st.sampled_from((BRISTOL, LEEDS, Place()))),
        offerings=tuple(draw(st.lists(offerings(), max_size=2))),
        active=draw(st.sampled_from((True, True, True, False))),
        consent=draw(maybe(st.builds(Consent, st.sampled_from((date(2026, 11, 1), date(2025, 1, 1)))))),
        evidence=tuple(draw(st.lists(proofs, max_size=3))),
        seen=draw(maybe(st.just(TODAY - timedelta(days=200)))),
        last_referred=draw(maybe(st.just(TODAY - timedelta(days=30)))),
        given=draw(st.integers(0, 2)),
        received=draw(st.integers(0, 2)),
    )


def _mixed(draw: st.DrawFn, good: Any, other: Any, keep: tuple[str, ...] = ()) -> Any:
    """``good`` with some of its fields taken from ``other``; both are values of one dataclass."""
    names = [field.name for field in fields(good) if field.name not in keep]
    taken = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    return replace(good, **{name: getattr(other, name) for name in taken})


@st.composite
def near_cases(draw: st.DrawFn) -> Case:
    """A request that almost suits: everything right but a few facts, so that all four verdicts come up."""
    other = draw(inquiries)
    inquiry = _mixed(draw, an_inquiry(id=5), other, keep=("id", "event", "channel", "received", "status", "history"))
    inquiry = replace(inquiry, event=_mixed(draw, an_event(), other.event, keep=("name", "start_time", "venue")))
    event, offering = inquiry.event, _mixed(draw, an_offering(), draw(offerings()))
    if event.audience_min and event.audience_max and event.audience_min > event.audience_max:
        inquiry = replace(inquiry, event=replace(event, audience_min=event.audience_max))
    if offering.fee_floor and offering.fee_list and offering.fee_floor > offering.fee_list:
        offering = replace(offering, fee_floor=offering.fee_list)
    known = draw(st.just(()) | diaries)
    return case_for(inquiry, offering, _mixed(draw, an_owner(), draw(owners)), known, TODAY)


far_cases = st.builds(case_for, inquiries, offerings(), owners, diaries, st.just(TODAY))
cases = near_cases() | near_cases() | far_cases
