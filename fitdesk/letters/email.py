"""The letter as an e-mail draft: a few lines in the body, the letter as PDF attached, ready to be sent."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from fitdesk.domain.letter import LetterText, Tone
from fitdesk.domain.topics import stems
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.peer_words import say_phone
from fitdesk.letters.plain_words import printable
from fitdesk.letters.reading import is_contact_line, prose, sentences, unmarked
from fitdesk.letters.refusals import finds_refusal
from fitdesk.letters.voice import Voice


def email_draft(text: LetterText, facts: LetterFacts, pdf: bytes, file_name: str) -> bytes:
    """An RFC 5322 draft (``.eml``) from the owner to the contact; mail programs open it for sending (X-Unsent).

    The body is a shorter version of ``text`` as it stands now, with the owner's edits.
    """
    owner, contact = facts.owner, facts.inquiry.contact
    message = EmailMessage(policy=SMTP)
    message["From"] = _mailbox(owner.name, owner.email)
    if contact.email and _mailbox(contact.name or "", contact.email):
        message["To"] = _mailbox(contact.name or "", contact.email)
    message["Subject"] = _one_line(text.subject) or _one_line(facts.inquiry.title)
    message["Date"] = format_datetime(datetime.combine(facts.day, time(12), UTC))
    message["X-Unsent"] = "1"
    message.set_content(email_text(text, facts))
    name = re.sub(r"[^\w .,()–-]+", " ", file_name).strip(" .") or "letter"
    name = name if name.lower().endswith(".pdf") else f"{name}.pdf"
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    message.set_boundary(f"fitdesk-{hashlib.sha256(pdf).hexdigest()[:24]}")
    return message.as_bytes()


def email_text(text: LetterText, facts: LetterFacts) -> str:
    """The letter in a few lines: thanks, the clear no, the peers with how to reach them, the offer, the close."""
    voice = Voice(facts.inquiry, Tone.WARM, "en_US" if text.salutation.endswith(":") else "en_GB")
    paragraphs = [prose(paragraph) for paragraph in text.body]
    said = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    thanks = said[0] if said else ""
    refusal = next((sentence for sentence in said if finds_refusal(sentence)), "")
    people = [_person(paragraph) for paragraph in text.body if paragraph.lstrip().startswith("**")]
    group = "one" if len(people) == 1 else "many"
    parts = [
        text.salutation,
        " ".join(part for part in (thanks, refusal if refusal != thanks else "") if part),
        voice.say(f"email_peers.{group}", {}) if people else voice.say("email_letter", {}),
        *people,
        " ".join((voice.say("email_offer", {}), *_disclosures(said, facts))) if people else "",
        f"{text.close}\n{facts.owner.name}",
    ]
    website = facts.owner.website.removeprefix("https://").removeprefix("http://").rstrip("/")
    contact = " · ".join(part for part in (say_phone(facts.owner.phone), website) if part.strip())
    whole = "\n\n".join(part.strip() for part in parts if part.strip())
    return printable(f"{whole}\n{contact}\n" if contact else f"{whole}\n")


def _disclosures(said: list[str], facts: LetterFacts) -> list[str]:
    """The sentences that name a recorded benefit: who reads only the e-mail must know it too."""
    benefits = [stems(ranked.peer.benefit) for ranked in facts.peers if ranked.peer.benefit.strip()]
    return [one for one in said if any(len(words & stems(one)) >= 0.7 * len(words) for words in benefits if words)]


def _person(paragraph: str) -> str:
    """A peer in two lines: the name (with the town), and how to reach them."""
    lines = unmarked(paragraph).splitlines()
    found = re.match(r"\s*\*\*(.+?)\*\*(?:, ([^,.]{2,40})(?=,))?", paragraph)
    name = ", ".join(part for part in found.groups() if part) if found else "".join(lines[:1])
    return "\n".join((name, *(line.strip() for line in lines if is_contact_line(line))))


def _one_line(text: str) -> str:
    return " ".join(unmarked(printable(text)).split())


def _mailbox(name: str, email: str) -> str | Address:
    """A mailbox for a header; "" when the e-mail address is none. Line breaks in a name cannot reach the header."""
    try:
        return Address(display_name=_one_line(name), addr_spec=_one_line(email))
    except (ValueError, IndexError, LookupError):
        return ""
