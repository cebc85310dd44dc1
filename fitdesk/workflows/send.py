"""A letter leaves the house: frozen as it was, with its referrals, disclosures, follow-ups and the decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.availability import candidate_days
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Disclosure, Letter, LetterStatus, Sending, Tone
from fitdesk.domain.peer import Peer
from fitdesk.domain.referral import Direction, Referral
from fitdesk.i18n import _
from fitdesk.letters.facts import to_json
from fitdesk.store import follow_ups, inquiries, letters, referrals
from fitdesk.workflows.decide import decide
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.refer import ReferralError, facts_for_letter, letter_for, pdf_for_sending
from fitdesk.workflows.triage import Triage, triage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fitdesk.store.store import Store

DAYS_UNTIL_ASKING = 14
"""When to ask whether the colleague could help: time enough for a call, and still early for the event."""

DAYS_AFTER_EVENT = 3


def triage_of(store: Store, inquiry_id: int, today: date) -> Triage:
    """The triage of a saved inquiry against the practice as it stands now."""
    return triage(inquiries.get(store, inquiry_id), load_practice(store), today)


def begin_letter(store: Store, inquiry_id: int, peer_ids: Sequence[int], *, tone: Tone, today: date) -> Letter:
    """A composed draft to those peers, saved. Raises ReferralError when one of them must not be named."""
    answer = triage_of(store, inquiry_id, today)
    owner = load_practice(store).owner
    return letters.save_draft(store, letter_for(answer, owner, ranked_of(answer, peer_ids), tone=tone, today=today))


def ranked_of(answer: Triage, peer_ids: Sequence[int]) -> tuple[RankedPeer, ...]:
    """The ranked peers with those ids, in that order. Raises ReferralError when one is missing: no valid consent."""
    by_id = {ranked.peer.id: ranked for ranked in answer.peers}
    if not set(peer_ids) <= set(by_id):
        raise ReferralError(
            _("One of these peers cannot be named now: the consent is missing, too old or withdrawn. ")
            + _("Open Peers to see, or choose somebody else.")
        )
    return tuple(by_id[peer_id] for peer_id in peer_ids)


def refreshed(store: Store, letter: Letter, today: date) -> Letter:
    """The draft on today's facts, its words untouched: what changed since shows up in the check."""
    if letter.status is LetterStatus.SENT or letter.inquiry_id is None:
        return letter
    answer = triage_of(store, letter.inquiry_id, today)
    facts = facts_for_letter(answer, load_practice(store).owner, ranked_of(answer, letter.peer_ids), today)
    return replace(letter, facts=to_json(facts), day=today)


def prepare_letter(store: Store, letter: Letter, today: date, override: str = "") -> Letter:
    """The letter as it would leave today, with its PDF; a letter sent before is as it was.

    Raises ReferralError when the check blocks it and ``override`` gives no reason, or when a consent no longer holds.
    """
    if letter.status is LetterStatus.SENT:
        return letter
    ready = replace(refreshed(store, letter, today), override=override.strip())
    return replace(ready, pdf=pdf_for_sending(ready, ready.override))


def send_letter(store: Store, prepared: Letter, how: Sending, now: datetime) -> Letter:
    """Freeze a prepared letter as it left: PDF, words and facts, and write what follows from it, all or nothing.

    A letter sent before is returned as it is: printing it again changes nothing. Raises ReferralError when it was not
    prepared or belongs to no inquiry, StoreError when it cannot be kept.
    """
    if prepared.status is LetterStatus.SENT:
        return prepared
    if prepared.inquiry_id is None or prepared.pdf is None:
        raise ReferralError(_("This letter belongs to no inquiry. Start it again from the inquiry."))
    with store.transaction():
        answer = triage_of(store, prepared.inquiry_id, now.date())
        named = tuple(ranked.peer for ranked in ranked_of(answer, prepared.peer_ids))
        told = disclosures_of(prepared, named)
        sent = letters.freeze(
            store, prepared, pdf=prepared.pdf, facts=prepared.facts, sent_by=how, now=now, disclosures=told
        )
        for peer in named:
            referrals.add(store, _referral(sent, peer, now.date()))
        decide(store, prepared.inquiry_id, Status.REFERRED, _names(named), now)
    return sent


def duplicate_letter(store: Store, letter: Letter, today: date) -> Letter:
    """A new draft with the same words to the same peers, on today's facts. Raises ReferralError without consent."""
    blank = replace(
        letter, id=None, status=LetterStatus.DRAFT, pdf=None, sent_at=None, sent_by=None, override="", day=today
    )
    return letters.save_draft(store, refreshed(store, blank, today))


def proposed_follow_ups(inquiry: Inquiry, named: Sequence[Peer], today: date) -> tuple[FollowUp, ...]:
    """What to note in the diary after a referral: ask whether the peer could help, and how the day went."""
    who = _(" or ").join(peer.name for peer in named)
    client = inquiry.contact.name or inquiry.contact.organization or inquiry.title
    ask = _("Ask {client} whether {who} could help").replace("{client}", client).replace("{who}", who)
    proposed = [FollowUp(due=_working_day(today + timedelta(days=DAYS_UNTIL_ASKING)), what=ask, inquiry_id=inquiry.id)]
    days = candidate_days(inquiry.event)
    if days and days[-1] > today:
        went = _("Ask {client} how the day went").replace("{client}", client)
        proposed.append(
            FollowUp(due=_working_day(days[-1] + timedelta(days=DAYS_AFTER_EVENT)), what=went, inquiry_id=inquiry.id)
        )
    return tuple(proposed)


def _working_day(day: date) -> date:
    """``day``, or the Monday after it: nobody is asked on a Sunday."""
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() >= 5 else 0)


def keep_follow_ups(store: Store, chosen: Sequence[FollowUp]) -> None:
    """Write the chosen follow-ups into the diary."""
    with store.transaction():
        for follow_up in chosen:
            follow_ups.save(store, follow_up)


def _names(peers: Sequence[Peer]) -> str:
    return ", ".join(peer.name for peer in peers)


def _referral(letter: Letter, peer: Peer, today: date) -> Referral:
    return Referral(
        direction=Direction.GIVEN,
        peer_id=peer.id or 0,
        peer_name=peer.name,
        inquiry_id=letter.inquiry_id,
        letter_id=letter.id,
        day=today,
    )


def disclosures_of(letter: Letter, named: Sequence[Peer]) -> tuple[Disclosure, ...]:
    """One row for each peer named: which of their data went out, and on what consent."""
    rows = []
    for peer in named:
        given = [name for name in ("name", "phone", "email", "website") if getattr(peer, name)]
        consent = peer.consent
        allowed = f"{consent.given.isoformat()} {consent.how}".strip() if consent else ""
        rows.append(Disclosure(peer.name, peer.id, tuple(given), letter.recipient, letter.day, allowed))
    return tuple(rows)
