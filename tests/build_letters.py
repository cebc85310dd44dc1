"""Facts for letters in tests: an owner, a request she should refer, three colleagues, and random plausible others."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from fitdesk.domain.assessment import (
    Assessment,
    Contribution,
    Finding,
    PeerReason,
    RankedPeer,
    Side,
    Verdict,
    VetoState,
)
from fitdesk.domain.availability import Availability, candidate_days
from fitdesk.domain.contact import Address, Contact, Gender
from fitdesk.domain.event import Budget, Event, Format, Mode, Place
from fitdesk.domain.inquiry import Inquiry, StyleWish
from fitdesk.domain.letter import LetterKind
from fitdesk.domain.offering import LanguageLevel, Offering, Style, Topic
from fitdesk.domain.owner import Letterhead, Owner
from fitdesk.domain.peer import Consent, Outcome, Peer, TrustEvidence
from fitdesk.domain.ranges import Range
from fitdesk.letters.facts import CLIENT_DATA, LetterFacts, Particulars, facts_for
from fitdesk.letters.kinds import RULES, To
from letter_samples import EVENTS, GOALS, PEOPLE

DAY = date(2027, 3, 3)
FOR_ME = {"fee": 11, "capacity": 6, "travel": 5, "margin": 5, "scope": 5, "strategic": 4, "access": 4}
FOR_THEM = {
    "goal": 20,
    "overdeliver": 12,
    "audience": 7,
    "format": 6,
    "language": 4,
    "leadtime": 4,
    "style": 4,
    "churn": 3,
}
SPEAKS = (("fr", LanguageLevel.FLUENT), ("en", LanguageLevel.FLUENT))


def the_owner(**changes: Any) -> Owner:
    owner = Owner(
        name="Ruth Anders",
        email="hello@anders.example",
        phone="+497615550142",
        website="https://anders.example",
        tax_id="VAT DE 000 000 000",
        address=Address(("Lindenweg 4",), "79102", "Freiburg", "DE"),
        home=Place("Freiburg", "DE", 47.99, 7.85),
        not_good_at=("negotiation technique",),
        letterhead=Letterhead(tagline="Speaker and adviser on trust in teams"),
    )
    return replace(owner, **changes)


def the_offering(**changes: Any) -> Offering:
    offering = Offering(
        id=1,
        title="Trust after a merger",
        formats=(Format.KEYNOTE, Format.WORKSHOP),
        modes=(Mode.IN_PERSON,),
        minutes=(45, 120),
        topics=(Topic("trust in teams", 3), Topic("leading through change", 2)),
        confidence=90,
        similar_jobs=12,
        audience_min=20,
        audience_max=200,
        languages=(("en", LanguageLevel.FLUENT), ("de", LanguageLevel.FLUENT)),
        style=Style(2, 1, 2, 1),
        fee_list=Decimal(6000),
        fee_floor=Decimal(4000),
    )
    return replace(offering, **changes)


def the_contact(**changes: Any) -> Contact:
    contact = Contact(
        name="Maria Fontaine",
        email="maria@aubade.example",
        organization="Aubade SA",
        role="Head of Events",
        gender=Gender.FEMALE,
        address=Address(("18 rue des Tisserands",), "69002", "Lyon", "FR"),
    )
    return replace(contact, **changes)


def the_event(**changes: Any) -> Event:
    event = Event(
        name="Leadership summit",
        dates=(date(2027, 6, 12),),
        place=Place("Lyon", "FR", 45.76, 4.83),
        mode=Mode.IN_PERSON,
        format=Format.KEYNOTE,
        duration_minutes=60,
        language="fr",
        audience_min=300,
        audience_max=300,
        topics=("negotiation technique",),
    )
    return replace(event, **changes)


def the_request(**changes: Any) -> Inquiry:
    inquiry = Inquiry(
        id=7,
        contact=the_contact(),
        event=the_event(),
        budget=Budget(Decimal(5000), Decimal(6000), "EUR", True, False),
        goal="that the two management teams leave the day with three commitments they have negotiated themselves",
        language="en",
        received=datetime(2027, 2, 28, 9, 0),
        subject="Our summit in June",
        text="Dear Ms Anders, would you speak at our leadership summit in Lyon?",
    )
    return replace(inquiry, **changes)


def a_colleague(name: str = "Camille Roux", **changes: Any) -> Peer:
    first = name.split()[0].lower()
    peer = Peer(
        id=sum(map(ord, name)),
        name=name,
        gender=Gender.FEMALE,
        pronoun_subject="she",
        email=f"{first}@colleague.example",
        phone="+33455500142",
        website=f"https://{first}.example",
        home=Place("Lyon", "FR", 45.76, 4.83),
        differs="Her style is firmer and more playful than mine.",
        offerings=(peer_offering(),),
        consent=Consent(date(2026, 11, 1), "by e-mail"),
        evidence=(TrustEvidence(date(2026, 5, 1), "Harbour Freight Union praised the mediation in spring"),),
    )
    return replace(peer, **changes)


def peer_offering(**changes: Any) -> Offering:
    offering = the_offering(
        id=None,
        title="Agreeing without losing",
        topics=(Topic("negotiation technique", 3, ("negotiation",)), Topic("mediation", 2)),
        audience_min=50,
        audience_max=500,
        languages=SPEAKS,
        similar_jobs=20,
    )
    return replace(offering, **changes)


def ranked(peer: Peer, *, weak: Iterable[str] = (), unknown: Sequence[str] = ("her calendar",)) -> RankedPeer:
    """The peer in the ranking, sure on every criterion but the ``weak`` ones."""
    lines = tuple(
        _line(key, Side.FOR_THEM, weight, 0.3 if key in set(weak) else 1.0) for key, weight in FOR_THEM.items()
    )
    reasons = tuple(PeerReason(line.criterion, "She fits.") for line in lines if line.finding.value.low >= 0.7)
    return RankedPeer(peer, peer.offerings[0], lines, Range(50, 60), 60.0, 50.0, reasons, tuple(unknown))


def _line(key: str, side: Side, weight: float, value: float, *, veto: bool = False) -> Contribution:
    state = VetoState.CONFIRMED if veto else VetoState.CLEAR
    return Contribution(key, key, side, weight, Finding(Range.exactly(value), f"{key}: {value}", state))


def an_assessment(*lost: str, offering: Offering | None = None) -> Assessment:
    """A judgement that loses everything on the criteria ``lost`` and nothing elsewhere; the first one is a veto."""
    lines = tuple(
        _line(key, side, weight, 0.0 if key in lost else 1.0, veto=bool(lost) and key == lost[0])
        for side, weights in ((Side.FOR_THEM, FOR_THEM), (Side.FOR_ME, FOR_ME))
        for key, weight in weights.items()
    )
    whole = Range(40, 40)
    return Assessment(offering or the_offering(), lines, whole, whole, whole, Verdict.DECLINE)


def letter_facts(
    *peers: Peer | RankedPeer,
    lost: Sequence[str] = ("goal", "overdeliver"),
    busy: bool = False,
    owner: Owner | None = None,
    offering: Offering | None = None,
    confidential: Sequence[str] = (),
    **changes: Any,
) -> LetterFacts:
    """The facts of a letter for ``the_request(**changes)``; without peers Camille Roux is recommended."""
    inquiry = the_request(**changes)
    state = Availability.BUSY if busy else Availability.FREE
    return facts_for(
        owner or the_owner(),
        inquiry,
        an_assessment(*lost, offering=offering),
        dict.fromkeys(candidate_days(inquiry.event), state),
        [peer if isinstance(peer, RankedPeer) else ranked(peer) for peer in peers or (a_colleague(),)],
        DAY,
        confidential=confidential,
    )


def three_colleagues() -> tuple[Peer, Peer, Peer]:
    """Three peers with different pronouns, towns and words."""
    return (
        a_colleague(headline="mediator who has worked with both sides of the table"),
        a_colleague(
            "Luc Perrin",
            gender=Gender.MALE,
            pronoun_subject="he",
            phone="+41225550187",
            website="",
            home=Place("Geneva", "CH", 46.2, 6.15),
            differs="He comes from mediation and works quietly and in depth.",
            offerings=(peer_offering(topics=(Topic("negotiation technique", 2), Topic("mediation", 3))),),
        ),
        a_colleague(
            "Sam Okoro",
            gender=None,
            pronoun_subject="they",
            phone="+3225550133",
            home=Place("Brussels", "BE", 50.85, 4.35),
            differs="They work with figures and role play, and are blunter than I am.",
        ),
    )


LOST: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.NOT_FOR_ME: ("fee",),
    LetterKind.NOT_NOW: ("capacity",),
    LetterKind.ACCEPTANCE: (),
    LetterKind.QUESTIONS: (),
}
"""What speaks against it in a usual letter of each kind; of the others the subject does."""


def usual_particulars(kind: LetterKind) -> Particulars:
    """What the owner would usually say when beginning a letter of ``kind``."""
    if RULES[kind].to is To.PEER:
        told = CLIENT_DATA if kind is LetterKind.INTRODUCTION else ("name", "organization", "event", "day")
        allowed, how = ((), "") if kind is LetterKind.CONSENT else (told, "by phone on 3 March")
        return Particulars(addressee=a_colleague(), allowed=allowed, allowed_how=how)
    if kind is LetterKind.NOT_NOW:
        return Particulars(come_back=date(2027, 10, 1))
    if kind is LetterKind.ACCEPTANCE:
        return Particulars(agreed_day=date(2027, 6, 12), agreed_fee=Decimal(6000), fee_currency="EUR")
    return Particulars(questions=("date", "goal", "fee")) if kind is LetterKind.QUESTIONS else Particulars()


def facts_for_kind(
    kind: LetterKind, *peers: Peer | RankedPeer, particulars: Particulars | None = None, **changes: Any
) -> LetterFacts:
    """The facts of a usual letter of ``kind``; ``changes`` as for ``letter_facts``."""
    if "lost" not in changes and kind in LOST:
        changes["lost"] = LOST[kind]
    facts = letter_facts(*peers, **changes)
    said = particulars if particulars is not None else usual_particulars(kind)
    return replace(facts, peers=facts.peers if RULES[kind].most_peers else (), particulars=said)


def random_particulars(kind: LetterKind, chance: random.Random) -> Particulars:
    """What an owner might say when beginning a letter of ``kind``."""
    usual = usual_particulars(kind)
    told = tuple(key for key in usual.allowed if chance.random() < 0.6) or usual.allowed[:1]
    benefit = chance.choice(("", "", "10 % of the first fee", "She sends a case of oil at Christmas."))
    peer = replace(chance.choice(three_colleagues()), benefit=benefit) if usual.addressee else None
    asked = ("date", "goal", "audience", "format", "fee", "travel", "churn", "access")
    return Particulars(
        addressee=peer,
        allowed=told,
        allowed_how=usual.allowed_how,
        come_back=chance.choice((None, usual.come_back)),
        agreed_day=chance.choice((None, usual.agreed_day)),
        agreed_fee=chance.choice((None, usual.agreed_fee)),
        fee_currency=usual.fee_currency,
        questions=tuple(chance.sample(asked, k=chance.randint(1, 4))) if usual.questions else (),
        outcome=chance.choice((None, *Outcome)) if kind is LetterKind.THANKS else None,
        was_mine=kind is LetterKind.AFTER_EVENT and chance.random() < 0.4,
        knows_nobody=chance.random() < 0.2,
    )


def random_facts(seed: int, kind: LetterKind = LetterKind.REFERRAL) -> LetterFacts:
    """Random but plausible facts for a letter of ``kind``, always the same for one ``seed``."""
    facts = _random_referral(seed)
    if kind is LetterKind.REFERRAL:
        return facts
    said = random_particulars(kind, random.Random(f"{kind} {seed}"))
    return replace(facts, peers=facts.peers if RULES[kind].most_peers else (), particulars=said)


def _random_referral(seed: int) -> LetterFacts:
    chance = random.Random(seed)
    name, gender, title = chance.choice(PEOPLE)
    first = date(2027, 4, 1) + timedelta(days=chance.randint(0, 400))
    dates: tuple[date, ...] = tuple(first + timedelta(days=n * 7) for n in range(chance.randint(0, 3)))
    stretch = None if dates or chance.random() < 0.4 else (first, first + timedelta(days=chance.choice((0, 2, 9, 40))))
    event = the_event(
        name=chance.choice(EVENTS),
        dates=dates,
        date_range=stretch,
        mode=chance.choice((None, *Mode)),
        format=chance.choice((None, *Format)),
        place=chance.choice((Place(), Place("Leeds", "GB"), Place("New York", "US"))),
        language=chance.choice((None, "en", "fr")),
        duration_minutes=chance.choice((None, 45, 90, 480)),
        audience_min=chance.choice((None, 12, 300)),
        audience_max=chance.choice((None, 300, 1200)),
        audience_level=chance.choice((None, "nurses", "executives")),
        topics=chance.choice(((), ("negotiation technique",), ("AI tools", "saying no"), ("Leadership",))),
    )
    lost = chance.sample([*FOR_THEM, *FOR_ME], k=chance.randint(0, 4))
    amount = chance.choice((None, Decimal(1500), Decimal(7500)))
    return letter_facts(
        *chance.sample(three_colleagues(), k=chance.randint(1, 3)),
        lost=lost,
        busy=chance.random() < 0.3,
        contact=the_contact(name=name, gender=gender, academic_title=title),
        event=event,
        goal=chance.choice(GOALS),
        budget=chance.choice((Budget(), Budget(amount, amount, "GBP"), Budget(unpaid=True))),
        must_haves=chance.choice((None, (), ("simultaneous translation",))),
        style=chance.choice((StyleWish(), StyleWish(4, 3, None, 1))),
        text=f"Request number {seed}",
    )
