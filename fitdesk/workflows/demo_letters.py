"""The letters that the demo practice has sent: written one by one from its ledger, as they would have been that day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Letter, LetterKind, Sending, Tone
from fitdesk.store import inquiries, letters, referrals
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.workflows.letter_begin import compose_letter, usual_manner
from fitdesk.workflows.letter_choice import which_no
from fitdesk.workflows.letter_facts import LetterOrder, facts_from, ranked_of
from fitdesk.workflows.letter_prefill import particulars_for
from fitdesk.workflows.letter_words import LetterError, ready_to_leave
from fitdesk.workflows.practice import Practice, load_practice
from fitdesk.workflows.send import disclosures_of
from fitdesk.workflows.triage import Triage, triage

if TYPE_CHECKING:
    from fitdesk.store.store import Store

KEPT_SINCE = timedelta(days=300)
"""Before that she wrote her letters by other means."""
BY_LETTER: Final = (Status.REFERRED, Status.DECLINED, Status.ACCEPTED, Status.NOT_NOW)
"""The decisions that she sends by letter."""


def write_sent_letters(store: Store) -> Iterator[Letter]:
    """Write the next letter each time it is asked; setting them all would hold up the start of the demo.

    A decision whose letter would not pass the check stays without one, and so does one from long ago, counted back
    from the newest decision.
    """
    newest: datetime | None = None
    for number in inquiries.ids(store, InquiryQuery(View.DECIDED)):
        inquiry = inquiries.get(store, number)
        newest = newest or (inquiry.history[-1].at if inquiry.history else None)
        sent_at = _decided_at(inquiry)
        if newest is not None and sent_at is not None and newest - sent_at > KEPT_SINCE:
            continue
        if sent_at is not None and not letters.for_inquiry(store, number):
            letter = _letter_as_sent(store, inquiry, sent_at)
            if letter is not None:
                yield letter


def _decided_at(inquiry: Inquiry) -> datetime | None:
    moments = [change.at for change in inquiry.history if change.status is inquiry.status]
    return moments[-1] if inquiry.status in BY_LETTER and moments else None


def _letter_as_sent(store: Store, inquiry: Inquiry, at: datetime) -> Letter | None:
    practice = _as_they_stood(load_practice(store), at.date())
    answer = triage(inquiry, practice, at.date())
    kind = _kind_of(inquiry, answer)
    named_ids = [one.peer_id for one in referrals.for_inquiry(store, inquiry.id or 0)]
    peer_ids = named_ids if kind is LetterKind.REFERRAL else []
    try:
        named = ranked_of(answer, peer_ids)
        said = particulars_for(store, kind, answer, None, at.date())
        order = LetterOrder(kind, inquiry.id, tuple(peer_ids), particulars=said)
        manner = usual_manner(kind, inquiry, practice.owner, Tone.FORMAL if inquiry.language == "de" else Tone.WARM)
        facts = facts_from(answer, practice.owner, named, at.date(), kind, said)
        letter = ready_to_leave(compose_letter(order, facts, manner))
    except LetterError:
        return None
    told = disclosures_of(letter, tuple(ranked.peer for ranked in named))
    pdf = letter.pdf or b""
    return letters.freeze(store, letter, pdf=pdf, facts=letter.facts, sent_by=Sending.PRINT, now=at, disclosures=told)


def _kind_of(inquiry: Inquiry, answer: Triage) -> LetterKind:
    kinds = {
        Status.REFERRED: LetterKind.REFERRAL,
        Status.ACCEPTED: LetterKind.ACCEPTANCE,
        Status.NOT_NOW: LetterKind.NOT_NOW,
    }
    return kinds.get(inquiry.status) or which_no(inquiry, answer.best)


def _as_they_stood(practice: Practice, day: date) -> Practice:
    """Whoever agrees today had agreed by ``day`` too: the demo keeps only the newest yes of each peer."""
    peers = tuple(
        replace(peer, consent=replace(peer.consent, given=min(peer.consent.given, day))) if peer.consent else peer
        for peer in practice.peers
    )
    return replace(practice, peers=peers)
