"""A letter leaves the house: frozen as it was, with its referrals, disclosures and the decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from fitdesk.domain.followup import FollowUp
from fitdesk.domain.letter import Disclosure, Letter, LetterKind, LetterStatus, Sending
from fitdesk.domain.peer import Peer
from fitdesk.domain.referral import Direction, Referral
from fitdesk.i18n import _
from fitdesk.letters.facts import recipient_of
from fitdesk.store import follow_ups, inquiries, letters, peers, referrals
from fitdesk.workflows.decide import DecisionError
from fitdesk.workflows.letter_begin import refreshed
from fitdesk.workflows.letter_decision import decide_by_letter
from fitdesk.workflows.letter_facts import ranked_of, triage_of
from fitdesk.workflows.letter_words import LetterError, facts_of, ready_to_leave

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fitdesk.store.store import Store


def prepare_letter(store: Store, letter: Letter, today: date, override: str = "", *, by_email: bool = False) -> Letter:
    """The letter as it would leave today, with its PDF and what the check says; a letter sent before is as it was.

    Raises LetterError when the check blocks it and ``override`` gives no reason, when a consent no longer holds, or
    when its inquiry lies in the trash.
    """
    if letter.status is LetterStatus.SENT:
        return letter
    if letter.inquiry_id is not None and inquiries.is_trashed(store, letter.inquiry_id):
        raise LetterError(_("The inquiry of this letter lies in the trash. Bring it back first, or leave the letter."))
    return ready_to_leave(replace(refreshed(store, letter, today), override=override.strip()), by_email=by_email)


def send_letter(store: Store, prepared: Letter, how: Sending, now: datetime) -> Letter:
    """Freeze a prepared letter as it left: PDF, words and facts, and write what follows from it, all or nothing.

    A letter sent before is returned as it is: printing it again changes nothing. A call card never leaves the house:
    it stays a draft, whatever is done with its page. Raises LetterError when it was not prepared, StoreError when it
    cannot be kept.
    """
    if prepared.status is LetterStatus.SENT:
        return prepared
    if prepared.pdf is None:
        raise LetterError(_("This letter was not made ready to leave. Open it again."))
    if prepared.kind is LetterKind.CALL_CARD:
        return letters.save_draft(store, replace(prepared, pdf=None, findings=()))
    with store.transaction():
        named = _named(store, prepared, now.date())
        told = (*disclosures_of(prepared, named), *client_disclosures(prepared))
        sent = letters.freeze(
            store, prepared, pdf=prepared.pdf, facts=prepared.facts, sent_by=how, now=now, disclosures=told
        )
        if sent.kind is LetterKind.REFERRAL:
            for peer in named:
                referrals.add(store, _referral(sent, peer, now.date()))
        try:
            decide_by_letter(store, sent, named, now)
        except DecisionError as error:
            raise LetterError(str(error)) from error
    return sent


def void_letter(store: Store, letter_id: int, reason: str, now: datetime) -> None:
    """Declare a sent letter void; it stays as it was, and what it set in motion stays too.

    Raises LetterError when no reason is given, StoreError for a draft.
    """
    if not reason.strip():
        raise LetterError(_("Write down why it no longer stands; a few words are enough."))
    letters.void(store, letter_id, reason, now)


def keep_follow_ups(store: Store, chosen: Sequence[FollowUp]) -> None:
    """Write the chosen follow-ups into the diary."""
    with store.transaction():
        for follow_up in chosen:
            follow_ups.save(store, follow_up)


def disclosures_of(letter: Letter, named: Sequence[Peer]) -> tuple[Disclosure, ...]:
    """One row for each peer named: which of their data went out, and on what consent."""
    reachable = ("name", "phone", "email", "website") if letter.kind is LetterKind.REFERRAL else ("name",)
    rows = []
    for peer in named:
        given = [name for name in reachable if getattr(peer, name)]
        consent = peer.consent
        allowed = f"{consent.given.isoformat()} {consent.how}".strip() if consent else ""
        rows.append(Disclosure(peer.name, peer.id, tuple(given), letter.recipient, letter.day, allowed))
    return tuple(rows)


def client_disclosures(letter: Letter) -> tuple[Disclosure, ...]:
    """What of the client's data a letter to a peer passes on, and how the client allowed it; empty for other kinds."""
    facts = facts_of(letter)
    said = facts.particulars
    if letter.kind not in (LetterKind.INTRODUCTION, LetterKind.THANKS) or not said.allowed:
        return ()
    client = facts.inquiry.contact
    person = client.name or client.organization or facts.inquiry.title
    recipient = recipient_of(facts, letter.kind).name or letter.recipient
    return (Disclosure(person, None, said.allowed, recipient, letter.day, said.allowed_how.strip()),)


def _named(store: Store, letter: Letter, today: date) -> tuple[Peer, ...]:
    """The peers it names, whose consent holds today. Raises LetterError when one does not."""
    if not letter.peer_ids or letter.inquiry_id is None:
        return tuple(peers.get(store, number) for number in letter.peer_ids)
    answer = triage_of(store, letter.inquiry_id, today)
    return tuple(ranked.peer for ranked in ranked_of(answer, letter.peer_ids))


def _referral(letter: Letter, peer: Peer, today: date) -> Referral:
    return Referral(
        direction=Direction.GIVEN,
        peer_id=peer.id or 0,
        peer_name=peer.name,
        inquiry_id=letter.inquiry_id,
        letter_id=letter.id,
        day=today,
    )
