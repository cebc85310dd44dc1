"""Stores for tests: a small practice in which every table has rows and nearly every field a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.contact import Address, Contact, Gender
from fitdesk.domain.event import Booking, Budget, Event, Format, Mode, Place
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import (
    Channel,
    Inquiry,
    OwnersWord,
    ScopeState,
    StallSignal,
    Status,
    StatusChange,
    StyleWish,
)
from fitdesk.domain.letter import Disclosure, Letter, LetterText, Sending
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.offering import LanguageLevel, Offering, Style, Topic
from fitdesk.domain.owner import Layout, Letterhead, Owner
from fitdesk.domain.peer import Consent, Outcome, Peer, TrustEvidence
from fitdesk.domain.post_mortem import Delight, Earned, PostMortem
from fitdesk.domain.ranges import Range
from fitdesk.domain.referral import Direction, Referral
from fitdesk.domain.rule_change import RuleChange, Rules
from fitdesk.domain.second_look import SecondLook
from fitdesk.domain.snapshot import Snapshot
from fitdesk.store import (
    calendar,
    drafts,
    follow_ups,
    inquiries,
    letters,
    linked_calendars,
    offerings,
    owner,
    peers,
    referrals,
    rule_changes,
    second_looks,
)
from fitdesk.store.store import Store

NOW = datetime(2026, 11, 22, 9, 30)
DAY = NOW.date()
EMAIL = b"From: Zoe <zoe@example.org>\r\nSubject: A keynote\r\n\r\nDear Ada\r\n"
PDF = b"%PDF-1.7 a letter"


@dataclass(frozen=True, slots=True)
class Kept:
    """What ``fill`` wrote, as the store gave it back."""

    owner: Owner
    offering: Offering
    peer: Peer
    inquiry: Inquiry
    entry: CalendarEntry
    draft: Letter
    sent: Letter
    referral: Referral
    follow_up: FollowUp
    calendar: LinkedCalendar
    occurrence: CalendarEntry
    rule_change: RuleChange
    second_look: SecondLook


def an_offering(title: str = "Trust after the merger") -> Offering:
    return Offering(
        title=title,
        summary="How teams find trust again.",
        formats=(Format.KEYNOTE, Format.WORKSHOP),
        modes=(Mode.IN_PERSON, Mode.VIRTUAL),
        minutes=(45, 90),
        topics=(Topic("trust", 3, ("confidence", "Vertrauen")), Topic("mergers", 2)),
        confidence=85,
        similar_jobs=12,
        audience_min=50,
        audience_max=400,
        audience_levels=("managers",),
        sectors=("health", "finance"),
        languages=(("en", LanguageLevel.FLUENT), ("fr", LanguageLevel.INTERPRETER)),
        style=Style(3, 1, 4, 2),
        limits=("no pitch", "no panel"),
        fee_list=Decimal("6500"),
        fee_floor=Decimal("4500.50"),
        effort_days=Decimal("3.5"),
        effort_months=4,
        expenses=Decimal("600"),
        package="Talk and a follow-up call",
        fixed_package=True,
        preparation_days=1,
        weights=(("goal", 25.0), ("fee", 8.5)),
        curves=(("fee", ((0.0, 0.4), (1.0, 1.0))),),
        vetoes_off=("style",),
    )


def a_peer(name: str = "Björn Ågren") -> Peer:
    return Peer(
        name=name,
        gender=Gender.MALE,
        pronoun_subject="he",
        email="bjorn@example.org",
        phone="+46 8 123",
        website="https://example.org",
        address=Address(("Storgatan 1",), "111 22", "Stockholm", "SE"),
        home=Place("Stockholm", "SE", 59.33, 18.07),
        headline="Quiet authority on safety",
        differs="He works with stories where I work with figures.",
        offerings=(an_offering("Safety first"), an_offering("Speaking up")),
        not_good_at=("comedy",),
        consent=Consent(date(2026, 5, 1), "by mail"),
        evidence=(TrustEvidence(date(2026, 4, 1), "The client booked again.", Outcome.DELIGHTED),),
        conflicts=("Acme",),
        benefit="none",
        seen=date(2026, 10, 1),
        verified=date(2026, 10, 2),
        note="Met in Lyon.",
    )


def an_inquiry() -> Inquiry:
    return Inquiry(
        contact=Contact(name="Zoë Müller", email="zoe@example.org", organization="HealthNet", role="Head of events"),
        event=Event(
            name="Leadership summit",
            dates=(date(2027, 6, 12), date(2027, 6, 13)),
            start_time=time(9, 30),
            duration_minutes=60,
            place=Place("Lyon", "FR", 45.76, 4.84),
            venue="Halle Tony Garnier",
            mode=Mode.IN_PERSON,
            format=Format.KEYNOTE,
            language="en",
            audience_min=250,
            audience_max=300,
            audience_level="executives",
            sector="health",
            topics=("trust", "change"),
            booking=Booking.ONE_OFF,
        ),
        budget=Budget(Decimal("5000"), Decimal("7500.25"), "EUR", True, False),
        goal="Our managers trust each other again.",
        language="en",
        reply_by=date(2026, 12, 1),
        others_considered=True,
        must_haves=("a book signing",),
        style=StyleWish(3, None, 2, 1),
        scope=ScopeState.FEW_OPEN,
        owners_word=OwnersWord(confidence=70, effort_days=Decimal("2.5"), topic_depths=(("trust", 3),)),
        stalls=(StallSignal(date(2026, 11, 20), "asked for patience"),),
        channel=Channel.MAIL,
        received=datetime(2026, 11, 21, 17, 4, 5),
        subject="A keynote",
        text="Dear Ada, would you speak in Lyon?",
        note="Sounds nice.",
        history=(
            StatusChange(
                NOW,
                Status.NEW,
                "",
                Range(41.0, 73.5),
                Verdict.ASK,
                reasons=("fee", "date"),
                against=True,
                come_back=date(2027, 2, 1),
                snapshot=a_snapshot(),
            ),
        ),
        post_mortem=PostMortem(date(2027, 6, 20), True, Delight.PARTLY, Earned.LESS, False, "Ask for the room plan."),
    )


def a_snapshot() -> Snapshot:
    return Snapshot(
        offering_id=1,
        offering_title="Trust after the merger",
        for_them=Range(30.5, 44.0),
        for_me=Range(10.5, 29.5),
        weights=(("goal", 20.0), ("fee", 11.0)),
        values=(("goal", 0.8, 0.8), ("fee", 0.0, 1.0)),
        vetoes=("language",),
    )


def fill(store: Store) -> Kept:
    """Write a practice with something of every kind."""
    letterhead = Letterhead("Trust in teams", logo=b"\x89PNG logo", signature=b"\x89PNG sign", layout=Layout.UK)
    me = Owner(
        name="Ada Lovett",
        email="ada@example.org",
        home=Place("Bristol", "GB", 51.45, -2.59),
        target_rate=Decimal("1200"),
        rates=(("USD", Decimal("0.92")),),
        travel_limit=Decimal("6"),
        capacity_days=Decimal("12"),
        capacity_cap=80,
        focus=("health",),
        not_good_at=("comedy",),
        weights=(("goal", 20.0),),
        curves=(("travel", ((2.0, 1.0), (8.0, 0.25))),),
        vetoes_off=("capacity",),
        timezone="Europe/London",
        travel_before_from=Decimal("4.5"),
        travel_after_from=Decimal("7"),
        letterhead=letterhead,
    )
    with store.transaction():
        owner.save(store, me)
        offering = offerings.save(store, an_offering())
        peer = peers.save(store, a_peer())
        inquiry = inquiries.save(store, an_inquiry(), original=EMAIL, original_name="keynote.eml")
        assert inquiry.id is not None
        assert peer.id is not None
        entry = CalendarEntry(
            None, date(2027, 6, 13), date(2027, 6, 14), "Workshop Basel", EntryKind.BOOKED, inquiry.id
        )
        entry = replace(entry, note="Room 4", expires=date(2027, 5, 1), before=1, after=2)
        entry = calendar.save(store, entry)
        letter = Letter(
            inquiry_id=inquiry.id,
            peer_ids=(peer.id,),
            recipient="Zoë Müller",
            day=DAY,
            text=LetterText("Your summit", "Dear Ms Müller", ("Thank you.", "**Björn** is better."), "Yours, Ada"),
            facts='{"fit": 41}',
        )
        draft = letters.save_draft(store, letter)
        disclosure = Disclosure(peer.name, peer.id, ("name", "email"), "Zoë Müller", DAY, "2026-05-01 by mail")
        sent = letters.freeze(
            store, letter, pdf=PDF, facts='{"fit": 42}', sent_by=Sending.PDF, now=NOW, disclosures=[disclosure]
        )
        given = Referral(None, Direction.GIVEN, peer.id, "", inquiry.id, sent.id, DAY, None, "by letter")
        referral = referrals.add(store, given)
        follow_up = follow_ups.save(store, FollowUp(None, date(2026, 12, 6), "Ask Zoë", inquiry.id, peer.id))
        drafts.keep(store, "inquiry/7", '{"title": "half a tit"}')
        linked, occurrence = _link_calendar(store)
        before, after = (
            Rules((("goal", 20.0),)),
            Rules((("goal", 25.0),), (("fee", ((0.0, 0.4), (1.0, 1.0))),), ("fee",)),
        )
        change = rule_changes.add(store, RuleChange(NOW, before, after, offering.id, 3, "Fees matter less."))
        look = second_looks.add(store, SecondLook(inquiry.id, NOW, would_accept=False, accepted=True))
    # The peer has been given a referral meanwhile.
    peer = peers.get(store, peer.id)
    return Kept(me, offering, peer, inquiry, entry, draft, sent, referral, follow_up, linked, occurrence, change, look)


def _link_calendar(store: Store) -> tuple[LinkedCalendar, CalendarEntry]:
    linked = linked_calendars.save(
        store,
        LinkedCalendar(
            None,
            "Home",
            "home.ics",
            NOW,
            "1024-f00d",
            date(2028, 11, 22),
            "The file is gone.",
            ("“Choir” is left out.",),
        ),
    )
    dentist = CalendarEntry(None, date(2026, 12, 1), date(2026, 12, 1), "Dentist", EntryKind.BLOCKED)
    dentist = replace(dentist, start=time(9, 15), end=time(10), calendar_id=linked.id)
    linked_calendars.keep_occurrences(store, linked.id or 0, [dentist])
    return linked, dentist
