"""What the owner orders, a letter of any kind, and the facts on which it is written as they stand today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import Letter, LetterKind
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.letters.facts import LetterFacts, Particulars, facts_for
from fitdesk.letters.kinds import RULES, To
from fitdesk.store import inquiries, peer_sentences, peers
from fitdesk.store import owner as owners
from fitdesk.workflows.letter_words import LetterError, facts_of
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.triage import Triage, triage

if TYPE_CHECKING:
    from fitdesk.store.store import Store

RESTS_ON_REASONS = 5
"""The number of the check that wants each reason on record (letters.md): a No without a judgement has none."""


@dataclass(frozen=True, slots=True)
class LetterOrder:
    """``peer_ids`` are named in it, ``addressee_id`` is the peer it is written to; ``particulars`` is what only this
    kind rests on, without the addressee and the owner's own sentences, which are looked up."""

    kind: LetterKind
    inquiry_id: int | None = None
    peer_ids: tuple[int, ...] = ()
    addressee_id: int | None = None
    particulars: Particulars = Particulars()


def order_of(letter: Letter) -> LetterOrder:
    """What was ordered when ``letter`` was begun."""
    said = replace(facts_of(letter).particulars, addressee=None, own_sentences=())
    return LetterOrder(letter.kind, letter.inquiry_id, letter.peer_ids, letter.addressee_id, said)


def trouble_with(order: LetterOrder, today: date, event: Event | None = None) -> str:
    """Why a letter cannot be begun on this order, in a plain sentence with what to do; empty when it can.

    ``event`` is what it is about, where that is known already.
    """
    rules, said = RULES[order.kind], order.particulars
    if rules.to is To.PEER and order.addressee_id is None:
        return _("Choose to whom it goes.")
    if order.inquiry_id is None and order.kind is not LetterKind.CONSENT:
        return _("Choose the inquiry it is about.")
    if not rules.fewest_peers <= len(order.peer_ids) <= rules.most_peers:
        return _("A letter names one to three peers. Choose again.")
    if order.kind is LetterKind.INTRODUCTION and not said.allowed:
        return _("Tick what the client allowed you to pass on. Nothing reaches a colleague without their yes.")
    if order.kind is LetterKind.INTRODUCTION and not said.allowed_how.strip():
        return _("Write down how the client said yes, such as “by phone on 3 March”.")
    if order.kind is LetterKind.NOT_NOW and said.come_back is not None:
        return _trouble_with_later(said.come_back, today, event)
    if order.kind is LetterKind.ACCEPTANCE and said.agreed_day is not None and said.agreed_day < today:
        return _("That day is past. Choose today or a later one.")
    if order.kind is LetterKind.ACCEPTANCE and said.agreed_fee is not None and not said.fee_currency:
        return _("Choose the currency of the fee.")
    if order.kind is LetterKind.QUESTIONS and not said.questions:
        return _("Tick at least one question.")
    return ""


def _trouble_with_later(come_back: date, today: date, event: Event | None) -> str:
    """Who has time before the event is over has time for it: then "not now" would be untrue."""
    if come_back <= today:
        return _("Choose a day after today.")
    days = (*event.dates, *(event.date_range or ())) if event is not None else ()
    if days and come_back <= max(days):
        return _("On that day you could still do it. Choose a day after the event, or leave it open.")
    return ""


NAMES_NOBODY = frozenset({LetterKind.WRONG_FOR_YOU, LetterKind.NOT_FOR_ME, LetterKind.CALL_CARD})
"""Letters in which somebody else could be named, and in which it may be said that there is nobody."""


def triage_of(store: Store, inquiry_id: int, today: date) -> Triage:
    """The triage of a saved inquiry against the practice as it stands now."""
    return triage(inquiries.get(store, inquiry_id), load_practice(store), today)


def ranked_of(answer: Triage, peer_ids: Sequence[int]) -> tuple[RankedPeer, ...]:
    """The ranked peers with those ids, in that order. Raises LetterError when one is missing: no valid consent."""
    by_id = {ranked.peer.id: ranked for ranked in answer.peers}
    if not set(peer_ids) <= set(by_id):
        raise LetterError(
            _("One of these peers cannot be named now: the consent is missing, too old or withdrawn. ")
            + _("Open Peers to see, or choose somebody else.")
        )
    return tuple(by_id[peer_id] for peer_id in peer_ids)


def facts_for_order(store: Store, order: LetterOrder, language: str, today: date) -> LetterFacts:
    """What a letter in ``language`` ("en") may say as things stand today.

    Raises LetterError when it cannot be begun, when a peer must not be named, or when there is no offering to judge
    against; NotFound when inquiry or addressee are gone.
    """
    inquiry = inquiries.get(store, order.inquiry_id) if order.inquiry_id is not None else Inquiry()
    if trouble := trouble_with(order, today, inquiry.event):
        raise LetterError(trouble)
    addressee = peers.get(store, order.addressee_id) if order.addressee_id is not None else None
    said = replace(order.particulars, addressee=addressee, own_sentences=own_sentences(store, order.peer_ids, language))
    if order.inquiry_id is None:
        return LetterFacts(owners.get(store), inquiry, today, particulars=said)
    practice = load_practice(store)
    answer = triage(inquiry, practice, today)
    said = replace(said, knows_nobody=order.kind in NAMES_NOBODY and not answer.peers)
    return facts_from(answer, practice.owner, ranked_of(answer, order.peer_ids), today, order.kind, said)


def facts_from(
    answer: Triage,
    owner: Owner,
    chosen: Sequence[RankedPeer],
    today: date,
    kind: LetterKind = LetterKind.REFERRAL,
    particulars: Particulars | None = None,
) -> LetterFacts:
    """What a letter about a judged inquiry may say. Raises LetterError when a No has no judgement to rest on."""
    if answer.best is None and RESTS_ON_REASONS in RULES[kind].checks:
        raise LetterError(_("Add an offering first: without one there is no true reason to give."))
    confidential = tuple(dict.fromkeys(entry.title for day in answer.days for entry in day.stands if entry.title))
    return facts_for(
        owner,
        answer.inquiry,
        answer.best,
        answer.availability,
        chosen,
        today,
        others=answer.assessments[1:],
        confidential=confidential,
        particulars=particulars or Particulars(),
    )


def own_sentences(store: Store, peer_ids: Sequence[int], language: str) -> tuple[tuple[int, str], ...]:
    """(peer id, what the owner always says about them in ``language``), for those with such a sentence."""
    return tuple(
        (peer_id, own.sentence)
        for peer_id in peer_ids
        for own in peer_sentences.for_peer(store, peer_id)
        if own.language == language
    )
