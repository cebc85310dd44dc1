"""What to note in the diary when a letter leaves: to ask again, to come back, to prepare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from fitdesk.domain.availability import candidate_days
from fitdesk.domain.day_needs import days_needed
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import Letter, LetterKind
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.letters.facts import LetterFacts
from fitdesk.workflows.letter_words import facts_of

DAYS_UNTIL_ASKING = 14
"""When to ask whether the colleague could help: time enough for a call, and still early for the event."""
DAYS_AFTER_EVENT = 3
WORKING_DAYS_TO_ANSWER = 5
DAYS_UNTIL_ASKING_THE_PEER = 7
DAYS_TO_CONSENT = 14


def proposed_follow_ups(letter: Letter, today: date) -> tuple[FollowUp, ...]:
    """What follows once ``letter`` has left on ``today``, on working days to come; empty for kinds that end there."""
    facts = facts_of(letter)
    client = facts.inquiry.contact.name or facts.inquiry.contact.organization or facts.inquiry.title
    peer = facts.particulars.addressee
    if letter.kind is LetterKind.REFERRAL:
        return after_referral(facts.inquiry, [ranked.peer for ranked in facts.peers], today)
    if letter.kind is LetterKind.QUESTIONS:
        ask = _("Ask {client} again: no answer yet?").replace("{client}", client)
        return (FollowUp(due=_working_days_on(today, WORKING_DAYS_TO_ANSWER), what=ask, inquiry_id=letter.inquiry_id),)
    if letter.kind is LetterKind.NOT_NOW and facts.particulars.come_back is not None:
        back = _("Come back to {client}").replace("{client}", client)
        return (FollowUp(due=working_day(facts.particulars.come_back), what=back, inquiry_id=letter.inquiry_id),)
    if letter.kind is LetterKind.INTRODUCTION and peer is not None:
        ask = _("Ask {peer} whether they could help {client}").replace("{peer}", peer.name).replace("{client}", client)
        due = working_day(today + timedelta(days=DAYS_UNTIL_ASKING_THE_PEER))
        return (FollowUp(due=due, what=ask, inquiry_id=letter.inquiry_id, peer_id=peer.id),)
    if letter.kind is LetterKind.CONSENT and peer is not None:
        ask = _("Ask {peer} again whether you may recommend them").replace("{peer}", peer.name)
        return (FollowUp(due=working_day(today + timedelta(days=DAYS_TO_CONSENT)), what=ask, peer_id=peer.id),)
    return _before_the_work(facts, letter, client, today) if letter.kind is LetterKind.ACCEPTANCE else ()


def after_referral(inquiry: Inquiry, named: Sequence[Peer], today: date) -> tuple[FollowUp, ...]:
    """Ask whether the peer could help, and how the day went."""
    who = _(" or ").join(peer.name for peer in named)
    client = inquiry.contact.name or inquiry.contact.organization or inquiry.title
    ask = _("Ask {client} whether {who} could help").replace("{client}", client).replace("{who}", who)
    proposed = [FollowUp(due=working_day(today + timedelta(days=DAYS_UNTIL_ASKING)), what=ask, inquiry_id=inquiry.id)]
    days = candidate_days(inquiry.event)
    if days and days[-1] > today:
        went = _("Ask {client} how the day went").replace("{client}", client)
        proposed.append(
            FollowUp(due=working_day(days[-1] + timedelta(days=DAYS_AFTER_EVENT)), what=went, inquiry_id=inquiry.id)
        )
    return tuple(proposed)


def working_day(day: date) -> date:
    """``day``, or the Monday after it: nobody is asked on a Sunday."""
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() >= 5 else 0)


def _before_the_work(facts: LetterFacts, letter: Letter, client: str, today: date) -> tuple[FollowUp, ...]:
    """The last working day before the days of preparation and journey begin, if that is still to come."""
    day = facts.particulars.agreed_day
    if day is None:
        return ()
    before, _after = days_needed(facts.inquiry, facts.assessment.offering if facts.assessment else None, facts.owner)
    due = day - timedelta(days=before + 1)
    while due.weekday() >= 5:
        due -= timedelta(days=1)
    prepare = _("Prepare {title} for {client}").replace("{title}", facts.inquiry.title).replace("{client}", client)
    return (FollowUp(due=due, what=prepare, inquiry_id=letter.inquiry_id),) if due > today else ()


def _working_days_on(day: date, number: int) -> date:
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day
