"""Whose words count: the client's, not the mailbox owner's, not an assistant's who only passes them on."""

from __future__ import annotations

import re
from datetime import date

from fitdesk.intake.fields.day_tokens import Tokenizer
from fitdesk.intake.fields.days import Reading, mentions
from fitdesk.intake.headers import Headers, Mailbox, mailboxes
from fitdesk.intake.places import fold
from fitdesk.intake.threads import Voice, voices
from fitdesk.intake.words import LANGUAGES, alternatives, thread_words, words_of


def owner_of(headers: Headers) -> Mailbox:
    """The mailbox owner: whoever the mail is to."""
    for name in ("to", "delivered-to", "x-original-to", "envelope-to"):
        for value in headers.every(name):
            if found := mailboxes(value):
                return found[0]
    return Mailbox()


def author_of(headers: Headers) -> Mailbox:
    """Who sent the mail by its headers."""
    found = mailboxes(headers.first("from"))
    return found[0] if found else Mailbox(name=headers.first("from")[:100])


def clients_voices(text: str, author: Mailbox, owner: Mailbox, subject: str, *, is_form: bool) -> list[Voice]:
    """The voices to read, the one that decides first; the owner's own words and a forwarder's are left out."""
    spoken = voices(text, author, owner)
    if not spoken:
        return [Voice(author)]
    first = spoken[0]
    strangers = [voice for voice in spoken if voice.known and not is_owner(voice.author, owner)]
    passed_on = [voice for voice in strangers if voice.forwarded and voice is not first]
    if passed_on and not is_form:
        stranger = passed_on[0]
        same_house = first.author.domain and first.author.domain == stranger.author.domain
        if is_owner(first.author, owner) or not first.author.address or (is_forward(subject) and not same_house):
            return [stranger, *_of_same_house(strangers, stranger)]
    if is_owner(first.author, owner) and not is_form and strangers:
        return [strangers[0], *_of_same_house(strangers, strangers[0])]
    return [first, *_of_same_house(strangers, first)]


def is_forward(subject: str) -> bool:
    """Whether the subject begins with "Fwd:", "WG:" and the like."""
    return bool(re.match(rf"\s*(?:\[[^\]]*\]\s*)?{alternatives(thread_words('forward_marks'))}\s*:", subject, re.I))


def is_owner(author: Mailbox, owner: Mailbox) -> bool:
    """Whether the author writes from the owner's own house or bears the owner's name."""
    if author.domain and author.domain == owner.domain:
        return True
    names = set(fold(owner.name).split()) - {"dr", "prof", "ms", "mr", "mrs"}
    return not author.address and len(names) > 1 and names <= set(fold(author.name).split())


def _of_same_house(strangers: list[Voice], first: Voice) -> list[Voice]:
    """Earlier words of the same client, or of a colleague, in the order they stand."""
    return [
        voice
        for voice in strangers
        if voice is not first and (voice.author.domain == first.author.domain or voice.author.name == first.author.name)
    ]


def sent_on(voice: Voice, otherwise: date | None) -> date | None:
    """The day a quoted mail was sent, as the quoting program wrote it in whatever language; else ``otherwise``."""
    if not voice.sent:
        return otherwise
    for language in LANGUAGES:
        found = mentions(voice.sent, Tokenizer(words_of(language)), Reading(otherwise))
        days = [m.days[0] for m in found if m.days and not m.yearless]
        if days:
            return days[0]
    return otherwise
