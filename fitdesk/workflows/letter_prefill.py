"""What is on record for a letter that is to be begun: proposed to the owner, who may change it; nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from fitdesk.domain.assessment import AskWhom
from fitdesk.domain.decision_days import last_change, was_accepted
from fitdesk.domain.fit import cases_of
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Letter, LetterKind, LetterStatus
from fitdesk.domain.peer import Peer
from fitdesk.domain.questions import askings
from fitdesk.domain.referral import Direction, Referral
from fitdesk.domain.wording import day_words, money
from fitdesk.letters.facts import CLIENT_DATA, Particulars
from fitdesk.letters.kinds import RULES
from fitdesk.letters.phrases.catalogue import BLOCKS
from fitdesk.store import letters, referrals
from fitdesk.workflows.letter_facts import LetterOrder, facts_from, triage_of
from fitdesk.workflows.letter_words import facts_of
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.triage import Triage

if TYPE_CHECKING:
    from fitdesk.store.store import Store

MOST_QUESTIONS: Final = 4
KNOWN_TO_A_PEER: Final = ("name", "organization", "goal", "event", "day")
"""What of a client a letter of thanks may mention, if the peer knows it already."""


def order_for(
    store: Store, kind: LetterKind, inquiry_id: int | None, today: date, *, peer_id: int | None = None
) -> LetterOrder:
    """The letter of ``kind`` as the records propose it; for a peer's kind ``peer_id`` is whom it goes to, if chosen."""
    if inquiry_id is None:
        return LetterOrder(kind, None, (), peer_id)
    answer = triage_of(store, inquiry_id, today)
    order = LetterOrder(kind, inquiry_id, _named(store, kind, answer), peer_id)
    return replace(order, particulars=particulars_for(store, kind, answer, peer_id, today))


def particulars_for(store: Store, kind: LetterKind, answer: Triage, peer_id: int | None, today: date) -> Particulars:
    """What only ``kind`` rests on, as far as it is on record."""
    inquiry = answer.inquiry
    if kind is LetterKind.ACCEPTANCE:
        fee, currency = recorded_fee(inquiry)
        return Particulars(agreed_day=recorded_day(inquiry, today), agreed_fee=fee, fee_currency=currency)
    if kind is LetterKind.QUESTIONS:
        return Particulars(questions=tuple(key for key, _text in open_questions(store, answer, today))[:MOST_QUESTIONS])
    if kind is LetterKind.AFTER_EVENT:
        return Particulars(was_mine=was_accepted(inquiry))
    if kind is LetterKind.THANKS and peer_id is not None:
        return thanks_particulars(store, inquiry.id or 0, peer_id)
    return Particulars()


def recorded_come_back(inquiry: Inquiry, today: date) -> date | None:
    """The day on which the owner meant to come back to a "not now", if it is still to come.

    It is for the diary, and no promise: whether the work would suit from then on, only the owner can say.
    """
    last = last_change(inquiry) if inquiry.status is Status.NOT_NOW else None
    return last.come_back if last is not None and last.come_back is not None and last.come_back > today else None


def has_reason(store: Store, order: LetterOrder, today: date) -> bool:
    """Whether anything is on record that a No on this order could give as its reason."""
    if order.inquiry_id is None:
        return False
    answer = triage_of(store, order.inquiry_id, today)
    return answer.best is not None and bool(
        facts_from(answer, load_practice(store).owner, (), today, order.kind).reasons
    )


def recorded_day(inquiry: Inquiry, today: date) -> date | None:
    """The one day it is on, when only one is on record and it is still to come."""
    days = set(inquiry.event.dates)
    only = next(iter(days)) if len(days) == 1 else None
    return only if only is not None and only >= today else None


def recorded_fee(inquiry: Inquiry) -> tuple[Decimal | None, str]:
    """The fee when one exact amount is on record, with its currency; (None, "") for a range or nothing."""
    budget = inquiry.budget
    is_exact = budget.min is not None and budget.min == budget.max and bool(budget.currency)
    return (budget.min, budget.currency or "") if is_exact else (None, "")


def open_questions(store: Store, answer: Triage, today: date) -> tuple[tuple[str, str], ...]:
    """(key, question) of all that the judgement of the best offering would ask the client, the next question first."""
    if answer.best is None:
        return ()
    practice = load_practice(store)
    best = answer.best.offering
    case = next(
        one
        for one in cases_of(answer.inquiry, practice.offerings, practice.owner, practice.entries, today)
        if one.offering.id == best.id
    )
    found = [
        (asking.criterion, asking.text, is_veto, stake)
        for asking, is_veto, stake in askings(case, answer.best)
        if asking.whom is AskWhom.CLIENT and f"question.{asking.criterion}" in BLOCKS
    ]
    first = answer.next_question.criterion if answer.next_question is not None else ""
    found.sort(key=lambda one: (one[0] != first, not one[2], -one[3]))
    return tuple({key: text for key, text, _veto, _stake in reversed(found)}.items())[::-1]


def client_data(inquiry: Inquiry, locale: str) -> tuple[tuple[str, str], ...]:
    """(key of CLIENT_DATA, its value in words) for all that is known of a client and could be passed on."""
    event, contact, budget = inquiry.event, inquiry.contact, inquiry.budget
    days = ", ".join(day_words(day, locale) for day in sorted(set(event.dates)))
    if not days and event.date_range is not None:
        days = " – ".join(day_words(day, locale) for day in event.date_range)
    amounts = dict.fromkeys(money(one, budget.currency or "") for one in (budget.min, budget.max) if one is not None)
    people = dict.fromkeys(str(one) for one in (event.audience_min, event.audience_max) if one is not None)
    values = {
        "name": contact.name,
        "organization": contact.organization,
        "email": contact.email,
        "phone": contact.phone,
        "goal": inquiry.goal,
        "event": event.name,
        "day": days,
        "place": event.place.city,
        "audience": "–".join(people) or event.audience_level,
        "format": event.format.value if event.format is not None else None,
        "budget": "–".join(amounts),
    }
    return tuple((key, value) for key in CLIENT_DATA if (value := (values[key] or "").strip()))


def thanks_particulars(store: Store, inquiry_id: int, peer_id: int) -> Particulars:
    """How it ended, as the ledger has it, and what the peer knows of the client by an introduction that was sent."""
    given = [one for one in referrals.for_inquiry(store, inquiry_id) if one.peer_id == peer_id]
    outcome = next((one.outcome for one in given if one.outcome is not None), None)
    passed_on = _introduced(store, inquiry_id, peer_id)
    if passed_on is None:
        return Particulars(outcome=outcome)
    known = tuple(key for key in KNOWN_TO_A_PEER if key in passed_on.allowed)
    return Particulars(outcome=outcome, allowed=known, allowed_how=passed_on.allowed_how if known else "")


def referrals_with(store: Store, peer_id: int) -> tuple[Referral, ...]:
    """The referrals between owner and peer that belong to an inquiry, newest first."""
    found = [one for one in referrals.for_peer(store, peer_id) if one.inquiry_id is not None]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def draft_of(store: Store, kind: LetterKind, inquiry_id: int | None, peer_id: int | None = None) -> Letter | None:
    """A letter of this kind that was begun before and has not left; None when there is none."""
    if inquiry_id is not None:
        begun = letters.for_inquiry(store, inquiry_id)
    else:
        lines = letters.lines(store, letters.LetterQuery(shelf=letters.Shelf.DRAFTS, kind=kind))
        begun = tuple(letters.get(store, line.id) for line in lines)
    return next(
        (
            one
            for one in begun
            if one.kind is kind and one.status is LetterStatus.DRAFT and peer_id in (None, one.addressee_id)
        ),
        None,
    )


def peers_first(store: Store, inquiry_id: int, today: date) -> tuple[Peer, ...]:
    """Every active peer: those to whom the client was referred, then those who fit best, then the others by name."""
    named = [one.peer_id for one in referrals.for_inquiry(store, inquiry_id) if one.direction is Direction.GIVEN]
    fitting = [ranked.peer.id or 0 for ranked in triage_of(store, inquiry_id, today).peers]
    order = {number: place for place, number in enumerate(dict.fromkeys((*named, *fitting)))}
    active = (peer for peer in load_practice(store).peers if peer.active)
    return tuple(sorted(active, key=lambda peer: (order.get(peer.id or 0, len(order)), peer.name.casefold())))


def _introduced(store: Store, inquiry_id: int, peer_id: int) -> Particulars | None:
    for letter in letters.for_inquiry(store, inquiry_id):
        is_it = letter.kind is LetterKind.INTRODUCTION and letter.status is LetterStatus.SENT
        if is_it and letter.addressee_id == peer_id:
            return facts_of(letter).particulars
    return None


def _named(store: Store, kind: LetterKind, answer: Triage) -> tuple[int, ...]:
    """The peers a letter of ``kind`` proposes to name: the suggested ones, after the event those who were named."""
    if kind is LetterKind.AFTER_EVENT:
        given = {one.peer_id for one in referrals.for_inquiry(store, answer.inquiry.id or 0)}
        chosen: Sequence[int | None] = [one.peer.id for one in answer.peers if one.peer.id in given]
    else:
        chosen = [one.peer.id for one in answer.suggested] if RULES[kind].most_peers else []
    return tuple(number for number in chosen if number is not None)[: RULES[kind].most_peers]
