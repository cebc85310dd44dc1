"""The letters that the demo practice has sent: written one by one from its ledger, as they would have been that day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Letter, LetterKind, Sending
from fitdesk.store import inquiries, letters, referrals
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.workflows.letter_begin import compose_letter, usual_manner
from fitdesk.workflows.letter_facts import LetterOrder, facts_from, ranked_of
from fitdesk.workflows.letter_words import LetterError, ready_to_leave
from fitdesk.workflows.practice import Practice, load_practice
from fitdesk.workflows.send import disclosures_of
from fitdesk.workflows.triage import triage

if TYPE_CHECKING:
    from fitdesk.store.store import Store

KEPT_SINCE = timedelta(days=300)
"""Before that she wrote her letters by other means."""


def write_sent_letters(store: Store) -> Iterator[Letter]:
    """Write the next letter each time it is asked; setting six pages would hold up the start of the demo.

    A referral whose letter would not pass the check stays without one, and so does one from long ago, counted back
    from the newest decision.
    """
    newest: datetime | None = None
    for number in inquiries.ids(store, InquiryQuery(View.DECIDED)):
        inquiry = inquiries.get(store, number)
        newest = newest or (inquiry.history[-1].at if inquiry.history else None)
        sent_at = _referred_at(inquiry)
        if newest is not None and sent_at is not None and newest - sent_at > KEPT_SINCE:
            continue
        if sent_at is not None and not letters.for_inquiry(store, number):
            letter = _letter_as_sent(store, inquiry, sent_at)
            if letter is not None:
                yield letter


def _referred_at(inquiry: Inquiry) -> datetime | None:
    moments = [change.at for change in inquiry.history if change.status is Status.REFERRED]
    return moments[-1] if inquiry.status is Status.REFERRED and moments else None


def _letter_as_sent(store: Store, inquiry: Inquiry, at: datetime) -> Letter | None:
    practice = _as_they_stood(load_practice(store), at.date())
    answer = triage(inquiry, practice, at.date())
    peer_ids = [referral.peer_id for referral in referrals.for_inquiry(store, inquiry.id or 0)]
    try:
        named = ranked_of(answer, peer_ids)
        facts = facts_from(answer, practice.owner, named, at.date())
        order = LetterOrder(LetterKind.REFERRAL, inquiry.id, tuple(peer_ids))
        manner = usual_manner(order.kind, inquiry, practice.owner)
        letter = ready_to_leave(compose_letter(order, facts, manner))
    except LetterError:
        return None
    told = disclosures_of(letter, tuple(ranked.peer for ranked in named))
    pdf = letter.pdf or b""
    return letters.freeze(store, letter, pdf=pdf, facts=letter.facts, sent_by=Sending.PRINT, now=at, disclosures=told)


def _as_they_stood(practice: Practice, day: date) -> Practice:
    """Whoever agrees today had agreed by ``day`` too: the demo keeps only the newest yes of each peer."""
    peers = tuple(
        replace(peer, consent=replace(peer.consent, given=min(peer.consent.given, day))) if peer.consent else peer
        for peer in practice.peers
    )
    return replace(practice, peers=peers)
