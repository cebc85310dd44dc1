"""Random but plausible facts for a letter of any kind in any language, always the same for one seed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from build_letters import DAY, FOR_ME, FOR_THEM, an_assessment, peer_offering, ranked, the_offering, the_owner
from fitdesk.domain.availability import Availability, candidate_days
from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.event import Budget, Event, Format, Mode, Place
from fitdesk.domain.inquiry import Inquiry, StyleWish
from fitdesk.domain.letter import LetterKind
from fitdesk.domain.offering import LanguageLevel, Offering, Topic
from fitdesk.domain.owner import Layout, Letterhead, Owner
from fitdesk.domain.peer import Consent, Outcome, Peer
from fitdesk.letters.facts import CLIENT_DATA, LetterFacts, Particulars, facts_for, is_online
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.words.acceptance import is_answered
from letter_words import WORDS, Words

QUESTIONS: Final = ("date", "goal", "audience", "fee", "format", "travel", "language", "scope", "churn")
CURRENCY: Final = {"en_GB": "GBP", "en_US": "USD"}


def case(kind: LetterKind, locale: str, seed: int, layout: Layout | None = None) -> LetterFacts:
    """Facts for a letter of ``kind`` in ``locale``, in whose language the client writes and the records are kept."""
    words = WORDS[locale[:2]]
    chance = random.Random(f"{kind} {locale} {seed}")
    inquiry = _inquiry(words, locale, chance, seed)
    rules = RULES[kind]
    many = chance.randint(1, 3) if kind is LetterKind.REFERRAL else 1
    peers = _peers(words, inquiry, chance, max(many, 1))
    named = peers if rules.most_peers and (rules.fewest_peers or chance.random() < 0.7) else []
    usual = "fee" if kind is LetterKind.NOT_FOR_ME else "goal"
    drawn = _lost(kind, chance)
    lost = tuple(key for key in drawn if _could_be_lost(key, inquiry.event)) or ((usual,) if drawn else ())
    state = Availability.BUSY if kind is LetterKind.NOT_NOW or chance.random() < 0.2 else Availability.FREE
    return facts_for(
        _owner(words, locale, layout),
        inquiry if kind is not LetterKind.CONSENT else Inquiry(),
        an_assessment(*lost, offering=_offering(words, chance)),
        dict.fromkeys(candidate_days(inquiry.event), state),
        [ranked(peer) for peer in named],
        DAY,
        particulars=_particulars(kind, peers[0], inquiry, locale, chance, is_to_peer=rules.to is To.PEER),
    )


def _could_be_lost(criterion: str, event: Event) -> bool:
    """Whether it makes sense that the_offering falls short of this event: nobody travels online, in a year there is
    time enough, and a keynote is what the owner gives."""
    offering = the_offering()
    first = min((*event.dates, *(event.date_range or ())), default=None)
    sizes = [one for one in (event.audience_min, event.audience_max) if one]
    return {
        "travel": not is_online(event) and bool(event.place.city),
        "leadtime": first is not None and (first - DAY).days < offering.lead_minimum,
        "format": event.format not in (None, *offering.formats),
        "audience": any(size > (offering.audience_max or 0) for size in sizes) or bool(event.audience_level),
    }.get(criterion, True)


def _lost(kind: LetterKind, chance: random.Random) -> tuple[str, ...]:
    if kind is LetterKind.NOT_FOR_ME:
        return tuple(chance.sample([key for key in FOR_ME if key not in ("margin", "strategic", "access")], k=1))
    if kind in (LetterKind.REFERRAL, LetterKind.WRONG_FOR_YOU, LetterKind.CALL_CARD):
        return tuple(
            dict.fromkeys((chance.choice(("goal", "goal", "format", "audience")), *chance.sample([*FOR_THEM], k=1)))
        )
    return ()


def _owner(words: Words, locale: str, layout: Layout | None) -> Owner:
    name, address, tagline = words.owner
    sheet = layout or (Layout.US if locale == "en_US" else words.layout)
    return replace(
        the_owner(),
        name=name,
        address=address,
        home=Place(address.city, address.country),
        email=f"{name.split()[0].casefold().replace('í', 'i')}@example.org",
        locale=locale if locale[:2] == "en" else "en_GB",
        records_language=words.locale[:2],
        not_good_at=words.wanted[:1],
        letterhead=Letterhead(tagline=tagline, layout=sheet),
    )


def _offering(words: Words, chance: random.Random) -> Offering:
    mine = chance.sample(words.mine, k=2)
    return the_offering(topics=(Topic(mine[0], 3), Topic(mine[1], 2)))


def _contact(words: Words, chance: random.Random) -> Contact:
    name, gender, title = chance.choice(words.people)
    return Contact(
        name=name if chance.random() < 0.95 else None,
        email=f"events{chance.randint(1, 99)}@client.example",
        organization=chance.choice(words.organizations),
        role=chance.choice(words.roles) or None,
        gender=gender,
        academic_title=title,
        address=chance.choice(words.addresses),
    )


def _event(words: Words, chance: random.Random) -> Event:
    first = date(2027, 4, 12) + timedelta(days=chance.randint(0, 300))
    named = chance.random() < 0.75
    days = (
        tuple(first + timedelta(days=step) for step in chance.choice(((0,), (0, 1), (0, 7), (0, 7, 14))))
        if named
        else ()
    )
    city, country = chance.choice(words.places)
    return Event(
        name=chance.choice(words.events),
        dates=days,
        date_range=None if named or chance.random() < 0.5 else (first, first + timedelta(days=chance.choice((2, 20)))),
        place=Place(city, country) if chance.random() < 0.8 else Place(),
        mode=chance.choice((None, Mode.IN_PERSON, Mode.IN_PERSON, Mode.VIRTUAL)),
        format=chance.choice((None, *Format)),
        duration_minutes=chance.choice((None, 45, 60, 90, 480)),
        language=words.locale[:2],
        audience_min=chance.choice((None, 12, 250)),
        audience_max=chance.choice((None, 300, 1200)),
        audience_level=chance.choice((None, *words.levels)),
        topics=chance.choice(((), words.wanted[:1], words.wanted[:2], words.wanted[2:3])),
    )


def _inquiry(words: Words, locale: str, chance: random.Random, seed: int) -> Inquiry:
    amount = chance.choice((None, Decimal(1500), Decimal(7500), Decimal("12500")))
    budget = Budget(amount, amount, CURRENCY.get(locale, "EUR")) if chance.random() < 0.9 else Budget(unpaid=True)
    return Inquiry(
        id=seed + 1,
        contact=_contact(words, chance),
        event=_event(words, chance),
        budget=budget,
        goal=chance.choice(words.goals),
        language=words.locale[:2],
        must_haves=chance.choice((None, (), words.must_haves[:1])),
        style=chance.choice((StyleWish(), StyleWish(4, 3, None, 1))),
        received=datetime(2027, 2, 20, 9, 0) + timedelta(days=chance.randint(0, 8)),
        text=f"{seed} {locale}",
    )


def _peers(words: Words, inquiry: Inquiry, chance: random.Random, many: int) -> list[Peer]:
    made = []
    for place, (name, pronoun) in enumerate(chance.sample(words.peers, k=many)):
        first = name.split()[0].casefold()
        asked = inquiry.event.topics or words.wanted[:1]
        topics = (Topic(asked[0], chance.choice((2, 3))), Topic(words.wanted[-1], 2))
        made.append(
            Peer(
                id=place + 1,
                name=name,
                pronoun_subject=pronoun,
                gender={"she": Gender.FEMALE, "he": Gender.MALE}.get(pronoun),
                email=f"{first}@colleague.example",
                phone=f"+33455500{100 + place}",
                website=chance.choice(("", f"https://{first}.example")),
                home=Place(*chance.choice(words.places)),
                headline=_headline(words, pronoun, chance),
                differs=chance.choice(words.traits) if pronoun != "they" else "",
                offerings=(peer_offering(topics=topics, languages=((words.locale[:2], LanguageLevel.FLUENT),)),),
                consent=Consent(date(2026, 11, 1), "by e-mail"),
                benefit=words.benefit if chance.random() < 0.2 else "",
            )
        )
    return made


def _headline(words: Words, pronoun: str, chance: random.Random) -> str:
    """What a peer is, in the gender of the peer; often nothing is noted."""
    at = {"she": 0, "he": 1}.get(pronoun)
    return words.headlines[at] if at is not None and chance.random() < 0.7 else ""


def _particulars(
    kind: LetterKind, peer: Peer, inquiry: Inquiry, locale: str, chance: random.Random, *, is_to_peer: bool
) -> Particulars:
    made = Particulars(addressee=peer if is_to_peer else None)
    if kind in (LetterKind.INTRODUCTION, LetterKind.THANKS):
        allowed = tuple(key for key in CLIENT_DATA if chance.random() < 0.7)
        return replace(made, allowed=allowed, allowed_how="by e-mail", outcome=chance.choice((None, Outcome.DELIGHTED)))
    if kind is LetterKind.NOT_NOW:
        last = max((*inquiry.event.dates, *(inquiry.event.date_range or ())), default=date(2027, 9, 30))
        return replace(made, come_back=chance.choice((None, last + timedelta(days=chance.choice((14, 45))))))
    if kind is LetterKind.ACCEPTANCE:
        day = chance.choice((None, *inquiry.event.dates))
        fee = chance.choice((None, Decimal(4500)))
        return replace(made, agreed_day=day, agreed_fee=fee, fee_currency=CURRENCY.get(locale, "EUR"))
    if kind is LetterKind.QUESTIONS:
        is_open = [key for key in QUESTIONS if not is_answered(key, inquiry)]
        return replace(made, questions=tuple(chance.sample(is_open, k=min(len(is_open), chance.randint(1, 4)))))
    if kind is LetterKind.AFTER_EVENT:
        return replace(made, was_mine=chance.random() < 0.3)
    return made
