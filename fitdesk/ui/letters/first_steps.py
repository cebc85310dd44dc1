"""Which first step a letter has: whom to name, what may be passed on, a day, a fee, the questions; or none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from fitdesk.domain.letter import LetterKind
from fitdesk.domain.peer import Peer
from fitdesk.domain.wording import day_words
from fitdesk.i18n import _
from fitdesk.letters.facts import Particulars
from fitdesk.store import inquiries, peers
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import day
from fitdesk.ui.letters.day_steps import AgreedStep, ComeBackStep
from fitdesk.ui.letters.first_step import FirstStep
from fitdesk.ui.letters.peers_step import PeersStep
from fitdesk.ui.letters.questions_step import QuestionsStep
from fitdesk.ui.letters.to_peer_step import ToPeerStep
from fitdesk.workflows.letter_facts import LetterOrder, triage_of
from fitdesk.workflows.letter_prefill import (
    KNOWN_TO_A_PEER,
    client_data,
    has_reason,
    open_questions,
    peers_first,
    recorded_come_back,
    thanks_particulars,
)
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.refer import left_out

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def first_step_for(store: Store, clock: Clock, order: LetterOrder) -> tuple[str, FirstStep] | None:
    """The name of the step and the step, filled with ``order``; None for a kind that needs nothing more."""
    said, today = order.particulars, clock.today()
    if order.kind is LetterKind.REFERRAL:
        return _("Whom to name"), _peers(store, clock, order)
    if order.kind is LetterKind.NOT_NOW:
        months = ((_("in a month"), 30), (_("in 3 months"), 91), (_("in 6 months"), 182))
        quick = [(words, today + timedelta(days=days)) for words, days in months]
        noted = recorded_come_back(inquiries.get(store, order.inquiry_id or 0), today)
        if noted is not None:
            quick.insert(0, (_("{day}, as in your diary").replace("{day}", day(noted, today)), noted))
        return _("From when"), ComeBackStep(clock.today, said, quick, has_reason=has_reason(store, order, today))
    if order.kind is LetterKind.ACCEPTANCE:
        return _("What is agreed"), _agreed(store, clock, order)
    if order.kind is LetterKind.QUESTIONS:
        answer = triage_of(store, order.inquiry_id or 0, today)
        return _("What to ask"), QuestionsStep(said, open_questions(store, answer, today))
    if order.kind in (LetterKind.INTRODUCTION, LetterKind.THANKS):
        return _("To whom, and what"), _to_peer(store, clock, order)
    return None


def _agreed(store: Store, clock: Clock, order: LetterOrder) -> AgreedStep:
    """With what the client named beside it, in the client's currency: a yes to pounds is not said in euros."""
    inquiry, owner = inquiries.get(store, order.inquiry_id or 0), load_practice(store).owner
    named = dict(client_data(inquiry, owner.locale))
    currency = inquiry.budget.currency or owner.currency
    return AgreedStep(clock.today, order.particulars, currency, (named.get("day", ""), named.get("budget", "")))


def _peers(store: Store, clock: Clock, order: LetterOrder) -> PeersStep:
    answer = triage_of(store, order.inquiry_id or 0, clock.today())
    step = PeersStep(clock.today())
    step.show_peers(answer.peers, answer.suggested, left_out(load_practice(store), answer, clock.today()))
    if order.peer_ids:
        step.choose(order.peer_ids)
    return step


def _to_peer(store: Store, clock: Clock, order: LetterOrder) -> ToPeerStep:
    number, is_thanks = order.inquiry_id or 0, order.kind is LetterKind.THANKS
    inquiry = inquiries.get(store, number)
    data = client_data(inquiry, load_practice(store).owner.locale)
    if is_thanks:
        data = tuple(one for one in data if one[0] in KNOWN_TO_A_PEER)
    step = ToPeerStep(
        _choice_of_peers(store, clock, order),
        data,
        is_thanks=is_thanks,
        hows=() if is_thanks else _hows(clock, load_practice(store).owner.locale),
        known=lambda peer: thanks_particulars(store, number, peer) if is_thanks else Particulars(),
    )
    step.show_order(order)
    return step


def _hows(clock: Clock, locale: str) -> tuple[str, ...]:
    """How a client usually says yes, on this day: what stands in the record of what was passed on."""
    today = day_words(clock.today(), locale)
    return tuple(one.replace("{day}", today) for one in (_("by e-mail on {day}"), _("by phone on {day}")))


def _choice_of_peers(store: Store, clock: Clock, order: LetterOrder) -> tuple[Peer, ...]:
    """All who could be written to; only the one it goes to where that is settled."""
    if order.addressee_id is not None:
        return (peers.get(store, order.addressee_id),)
    return peers_first(store, order.inquiry_id or 0, clock.today())
