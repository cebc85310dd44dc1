"""A letter as an e-mail: its shorter text, a draft file with or without the letter, a link for a mail program."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final
from urllib.parse import quote

from fitdesk.domain.contact import Contact
from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.letters.checks.reading import unmarked
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.peer_words import say_phone, say_website
from fitdesk.letters.words.plain_words import printable

LONGEST_LINK: Final = 1900
"""Characters of a mailto link: longer ones are cut off by some mail programs."""


def email_draft(
    text: LetterText, facts: LetterFacts, pdf: bytes | None, file_name: str, manner: Manner | None = None
) -> bytes:
    """An RFC 5322 draft (``.eml``) from the owner to the recipient; mail programs open it for sending (X-Unsent).

    ``text`` is that of the e-mail. ``pdf`` is attached under ``file_name``, and a line in ``manner`` says so; None
    attaches nothing, and without ``manner`` nothing is said.
    """
    owner, contact = facts.owner, _recipient(facts)
    message = EmailMessage(policy=SMTP)
    message["From"] = _mailbox(owner.name, owner.email)
    if contact.email and _mailbox(contact.name or "", contact.email):
        message["To"] = _mailbox(contact.name or "", contact.email)
    message["Subject"] = _one_line(text.subject) or _one_line(facts.inquiry.title)
    message["Date"] = format_datetime(datetime.combine(facts.day, time(12), UTC))
    message["X-Unsent"] = "1"
    body = email_text(text, facts, manner or Manner(), attached=pdf is not None and manner is not None)
    message.set_content(body)
    if pdf is not None:
        name = re.sub(r"[^\w .,()–-]+", " ", file_name).strip(" .") or "letter"
        name = name if name.lower().endswith(".pdf") else f"{name}.pdf"
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
        message.set_boundary(f"fitdesk-{hashlib.sha256(pdf).hexdigest()[:24]}")
    return message.as_bytes()


def email_text(text: LetterText, facts: LetterFacts, manner: Manner, *, attached: bool = False) -> str:
    """The e-mail as plain text: salutation, paragraphs without marks, close, name, how to reach the owner.

    ``attached``: a line before the last paragraph says that the letter is attached.
    """
    owner = facts.owner
    body = [unmarked(paragraph) for paragraph in text.body]
    if attached:
        body.insert(
            max(len(body) - 1, 0), Voice(facts, LetterKind.REFERRAL, manner, is_brief=True).say("email.attached")
        )
    contact = " · ".join(part for part in (say_phone(owner.phone), say_website(owner.website)) if part.strip())
    parts = [text.salutation, *body, "\n".join(filter(None, (text.close, owner.name)))]
    whole = "\n\n".join(part.strip() for part in parts if part.strip())
    return printable(f"{whole}\n{contact}\n" if contact else f"{whole}\n")


def mailto_link(text: LetterText, facts: LetterFacts, manner: Manner) -> str | None:
    """The e-mail as a link that opens in the usual mail program; None without an address, or when it is too long."""
    address = (_recipient(facts).email or "").strip()
    if not address or not _mailbox("", address):
        return None
    subject = quote(_one_line(text.subject) or _one_line(facts.inquiry.title), safe="")
    body = quote(email_text(text, facts, manner).replace("\n", "\r\n"), safe="")
    link = f"mailto:{quote(address, safe='@')}?subject={subject}&body={body}"
    return link if len(link) <= LONGEST_LINK else None


def _recipient(facts: LetterFacts) -> Contact:
    """The peer it is written to, else the client."""
    to_peer = facts.particulars.addressee is not None
    return recipient_of(facts, LetterKind.THANKS if to_peer else LetterKind.REFERRAL)


def _one_line(text: str) -> str:
    return " ".join(unmarked(printable(text)).split())


def _mailbox(name: str, email: str) -> str | Address:
    """A mailbox for a header; "" when the e-mail address is none. Line breaks in a name cannot reach the header."""
    try:
        return Address(display_name=_one_line(name), addr_spec=_one_line(email))
    except (ValueError, IndexError, LookupError):
        return ""
