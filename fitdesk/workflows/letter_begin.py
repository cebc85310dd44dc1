"""Begin a letter of any kind, write it afresh in another manner, and put it on today's facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import Letter, LetterKind, LetterStatus, LetterText, Manner, Tone
from fitdesk.domain.owner import Owner
from fitdesk.letters.facts import LetterFacts, recipient_of, to_json
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.languages import locale_for
from fitdesk.letters.phrases.book import PhraseBook
from fitdesk.store import inquiries, letters, peers
from fitdesk.store import owner as owners
from fitdesk.workflows.letter_facts import LetterOrder, facts_for_order, order_of, own_sentences
from fitdesk.workflows.letter_words import book_for, facts_of, words_for

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def begin_letter(
    store: Store, order: LetterOrder, today: date, *, tone: Tone = Tone.WARM, manner: Manner | None = None
) -> Letter:
    """A composed draft, saved. ``manner``: how it speaks; unless said, in the client's language with ``tone``.

    Raises LetterError when it cannot be written on this order, StoreError when it cannot be kept.
    """
    if manner is None:
        inquiry = inquiries.get(store, order.inquiry_id) if order.inquiry_id is not None else Inquiry()
        manner = usual_manner(order.kind, inquiry, owners.get(store), tone)
    facts = facts_for_order(store, order, manner.language, today)
    return letters.save_draft(store, compose_letter(order, facts, manner, book_for(store, manner.language)))


def compose_letter(order: LetterOrder, facts: LetterFacts, manner: Manner, book: PhraseBook | None = None) -> Letter:
    """A draft on ``facts``, not saved. Raises LetterError when a phrase book stands in the way."""
    text, email = words_for(facts, order.kind, manner, book)
    return Letter(
        kind=order.kind,
        tone=manner.tone,
        locale=manner.locale,
        familiar=manner.is_familiar,
        status=LetterStatus.DRAFT,
        inquiry_id=order.inquiry_id,
        addressee_id=order.addressee_id,
        peer_ids=order.peer_ids,
        recipient=_called(recipient_of(facts, order.kind)),
        day=facts.day,
        text=text,
        email=email,
        facts=to_json(facts),
    )


def usual_manner(kind: LetterKind, inquiry: Inquiry, owner: Owner, tone: Tone = Tone.WARM) -> Manner:
    """How a letter speaks unless the owner chooses: to a client in their language, to a peer in the owner's."""
    locale = locale_for(inquiry.language, owner.locale) if RULES[kind].to is To.CLIENT else owner.locale
    return Manner(tone, locale, locale[:2] in owner.familiar)


def rewritten(store: Store, letter: Letter, manner: Manner) -> Letter:
    """The draft written afresh in ``manner``; reference, enclosures and copies stay. Not saved."""
    facts = facts_of(letter)
    own = own_sentences(store, letter.peer_ids, manner.language)
    facts = replace(facts, particulars=replace(facts.particulars, own_sentences=own))
    text, email = words_for(facts, letter.kind, manner, book_for(store, manner.language))
    return replace(
        letter,
        tone=manner.tone,
        locale=manner.locale,
        familiar=manner.is_familiar,
        text=_with_extras(text, letter.text),
        email=email,
        facts=to_json(facts),
    )


def has_own_words(store: Store, letter: Letter) -> bool:
    """Whether the owner changed the words that FitDesk would write on the letter's own facts."""
    afresh = rewritten(store, letter, letter.manner)
    return (afresh.text, afresh.email) != (letter.text, letter.email)


def refreshed(store: Store, letter: Letter, today: date) -> Letter:
    """The draft on today's facts, its words untouched: what changed since shows up in the check.

    An e-mail without words, as drafts of an earlier version have it, is written.
    """
    if letter.status is LetterStatus.SENT:
        return letter
    facts = facts_for_order(store, order_of(letter), letter.manner.language, today)
    fresh = replace(letter, facts=to_json(facts), day=today, recipient=_called(recipient_of(facts, letter.kind)))
    if letter.email.body or letter.kind is LetterKind.CALL_CARD:
        return fresh
    return replace(
        fresh, email=words_for(facts, letter.kind, letter.manner, book_for(store, letter.manner.language))[1]
    )


def write_again(store: Store, letter: Letter, today: date) -> Letter:
    """A new draft of the same kind with the same words, on today's facts. Raises LetterError without consent."""
    blank = replace(
        letter,
        id=None,
        status=LetterStatus.DRAFT,
        pdf=None,
        sent_at=None,
        sent_by=None,
        override="",
        findings=(),
        day=today,
    )
    return letters.save_draft(store, refreshed(store, blank, today))


def addressed_as(store: Store, letter: Letter, gender: Gender | None, today: date) -> Letter:
    """The draft to somebody of whom the owner now says Ms or Mr, or neither, which is kept with the person; saved.

    Words that the owner changed stay: then only salutation and close follow.
    """
    is_own = has_own_words(store, letter)
    with store.transaction():
        _keep_gender(store, letter, gender)
        fresh = refreshed(store, letter, today)
        afresh = rewritten(store, fresh, letter.manner)
        if is_own:
            text = replace(letter.text, salutation=afresh.text.salutation, close=afresh.text.close)
            email = replace(letter.email, salutation=afresh.email.salutation, close=afresh.email.close)
            afresh = replace(afresh, text=text, email=email)
        return letters.save_draft(store, afresh)


def _keep_gender(store: Store, letter: Letter, gender: Gender | None) -> None:
    if letter.addressee_id is not None:
        peers.save(store, replace(peers.get(store, letter.addressee_id), gender=gender))
    elif letter.inquiry_id is not None:
        inquiry = inquiries.get(store, letter.inquiry_id)
        inquiries.save(store, replace(inquiry, contact=replace(inquiry.contact, gender=gender)))


def _with_extras(text: LetterText, before: LetterText) -> LetterText:
    return replace(text, reference=before.reference, enclosures=before.enclosures, copies=before.copies)


def _called(contact: Contact) -> str:
    return contact.name or contact.organization or contact.email or ""
