"""The short e-mail that puts one question to the client: its words, as a file and as a mailto link."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from fitdesk.domain.assessment import Question
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _

LONGEST_LINK = 1900
"""Characters that mail programs on every system take in a mailto link."""


@dataclass(frozen=True, slots=True)
class QuestionMail:
    to: str
    subject: str
    body: str


def question_mail(inquiry: Inquiry, owner: Owner, question: Question) -> QuestionMail:
    """A draft in plain words: thanks, one question, why it is asked, and the owner's name."""
    greeting = _("Dear {name},").replace("{name}", inquiry.contact.name) if inquiry.contact.name else _("Hello,")
    event = inquiry.event
    about = event.name or (_("your event in {city}").replace("{city}", event.place.city) if event.place.city else "")
    thanks = _("Thank you for asking me about {event}.") if about else _("Thank you for thinking of me.")
    paragraphs = (
        greeting,
        thanks.replace("{event}", about)
        + " "
        + _("Before I can say honestly whether I am the right person for it, may I ask you one thing?"),
        question.text,
        _("With that I can give you a clear answer."),
        "\n".join(part for part in (_("Kind regards"), owner.name) if part),
    )
    subject = inquiry.subject or inquiry.event.name or _("Your request")
    if not subject.casefold().startswith("re:"):
        subject = f"Re: {subject}"
    return QuestionMail(_single(inquiry.contact.email or ""), _single(subject), "\n\n".join(paragraphs))


def mail_file(mail: QuestionMail, owner: Owner) -> bytes:
    """``mail`` as an unsent .eml that mail programs open for editing."""
    message = EmailMessage(policy=SMTP)
    if mail.to:
        message["To"] = _single(mail.to)
    if owner.email:
        message["From"] = _single(owner.email)
    message["Subject"] = _single(mail.subject)
    message["X-Unsent"] = "1"
    message.set_content(mail.body)
    return message.as_bytes()


def mail_link(mail: QuestionMail) -> str:
    """``mail`` as a mailto link; empty when it is too long for one."""
    body = mail.body.replace("\n", "\r\n")
    link = f"mailto:{quote(mail.to, safe='@')}?subject={quote(mail.subject, safe='')}&body={quote(body, safe='')}"
    return link if len(link) <= LONGEST_LINK else ""


def _single(text: str) -> str:
    return " ".join(text.split())
