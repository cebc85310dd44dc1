"""Objects for tests: a request, an offering, an owner and a peer that suit each other in every way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Booking, Budget, Event, Format, Mode, Place
from fitdesk.domain.inquiry import Inquiry, ScopeState, StyleWish
from fitdesk.domain.offering import LanguageLevel, Offering, Style, Topic
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Consent, Outcome, Peer, TrustEvidence

TODAY = date(2027, 3, 1)
EVENT_DAY = date(2027, 9, 16)
BRISTOL = Place("Bristol", "GB", 51.4545, -2.5879)
LEEDS = Place("Leeds", "GB", 53.8008, -1.5491)
BERLIN = Place("Berlin", "DE", 52.52, 13.405)


def an_event(**changes: Any) -> Event:
    """A keynote for 300 managers in Bristol, everything stated."""
    event = Event(
        name="Better Decisions Day",
        dates=(EVENT_DAY,),
        duration_minutes=60,
        place=BRISTOL,
        mode=Mode.IN_PERSON,
        format=Format.KEYNOTE,
        language="en",
        audience_min=300,
        audience_max=300,
        audience_level="managers",
        sector="health",
        topics=("decisions with incomplete information",),
        booking=Booking.ONE_OFF,
    )
    return replace(event, **changes)


def an_inquiry(**changes: Any) -> Inquiry:
    """A request in which all is stated and inside the offering's ranges; ``changes`` may replace any field."""
    inquiry = Inquiry(
        contact=Contact(
            name="Alex Moor",
            email="alex@northbridge.example",
            organization="Northbridge Trust",
            role="Head of Learning",
        ),
        event=an_event(),
        budget=Budget(min=Decimal(7500), max=Decimal(7500), currency="GBP", expenses_covered=True),
        goal="Our managers decide sooner, although they do not know everything.",
        language="en",
        must_haves=(),
        style=StyleWish(energy=3, humour=2, practice=3, challenge=2),
        scope=ScopeState.FIXED,
        received=datetime(2027, 3, 1, 9, 0),
        subject="Keynote on 16 September",
    )
    return replace(inquiry, **changes)


def asked(**event_changes: Any) -> Inquiry:
    """``an_inquiry`` with other facts about the event."""
    return an_inquiry(event=an_event(**event_changes))


def an_offering(**changes: Any) -> Offering:
    """The keynote that ``an_inquiry`` asks for."""
    offering = Offering(
        id=1,
        title="Deciding without knowing everything",
        formats=(Format.KEYNOTE,),
        modes=(Mode.IN_PERSON, Mode.VIRTUAL, Mode.HYBRID),
        minutes=(40, 75),
        topics=(
            Topic("decisions with incomplete information", 3, ("deciding under uncertainty",)),
            Topic("risk", 2),
            Topic("forecasting", 1),
        ),
        confidence=95,
        similar_jobs=24,
        audience_min=50,
        audience_max=400,
        audience_levels=("managers", "executives"),
        sectors=("health", "public service"),
        languages=(("en", LanguageLevel.FLUENT), ("de", LanguageLevel.INTERPRETER)),
        lead_minimum=28,
        lead_ideal=90,
        style=Style(energy=3, humour=2, practice=3, challenge=2),
        limits=("simultaneous role play",),
        fee_list=Decimal(7500),
        fee_floor=Decimal(4500),
        currency="GBP",
        effort_days=Decimal(3),
        expenses=Decimal(400),
        package="One talk, one call beforehand",
    )
    return replace(offering, **changes)


def an_owner(**changes: Any) -> Owner:
    """The owner of ``an_offering``, at home in Bristol."""
    owner = Owner(
        name="Jo Hale",
        email="jo@hale.example",
        home=BRISTOL,
        currency="GBP",
        target_rate=Decimal(2000),
        rates=(("EUR", Decimal("0.85")),),
        travel_limit=Decimal(10),
        capacity_days=Decimal(12),
        focus=("health",),
        not_good_at=("stand-up comedy",),
    )
    return replace(owner, **changes)


def a_peer(**changes: Any) -> Peer:
    """A trusted competitor with the same offering, consent and a good record."""
    peer = Peer(
        id=7,
        name="Mira Okafor",
        pronoun_subject="she",
        email="mira@okafor.example",
        home=LEEDS,
        differs="She works with live cases from the room where I tell stories.",
        offerings=(an_offering(id=None, title="Deciding together"),),
        consent=Consent(given=date(2026, 11, 1), how="by mail"),
        evidence=(TrustEvidence(date(2026, 10, 1), "Led the day for Harbour Trust", Outcome.DELIGHTED),),
        seen=date(2027, 2, 1),
    )
    return replace(peer, **changes)
