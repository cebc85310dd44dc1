"""The short e-mail that puts one question to the client: its words, as a file and as a mailto link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from fitdesk.domain.assessment import Question
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.ui.inquiries.day_words import day_in_words, days_in_words

LONGEST_LINK = 1900
"""Characters that mail programs on every system take in a mailto link."""


@dataclass(frozen=True, slots=True)
class QuestionMail:
    to: str
    subject: str
    body: str


def question_mail(inquiry: Inquiry, owner: Owner, question: Question) -> QuestionMail:
    """A draft in plain words: thanks, one question, why it is asked, and the owner's name."""
    event = inquiry.event
    about = event.name or (_("your event in {city}").replace("{city}", event.place.city) if event.place.city else "")
    thanks = _("Thank you for asking me about {event}.") if about else _("Thank you for thinking of me.")
    paragraphs = (
        _greeting(inquiry),
        thanks.replace("{event}", about)
        + " "
        + _("Before I can say honestly whether I am the right person for it, may I ask you one thing?"),
        question.text,
        _("With that I can give you a clear answer."),
        _signed(owner),
    )
    return _mail(inquiry, paragraphs)


def still_wanted_mail(
    held: Inquiry, owner: Owner, today: date, *, until: date | None = None, is_wanted: bool = False
) -> QuestionMail:
    """A draft to the client for whom a day is held: are you still taking it?

    ``until``: when the hold runs out. ``is_wanted``: somebody else asks for the day now.
    """
    days = days_in_words(held.event.dates, today, "or", owner.locale)
    holding = _("I am holding {days} for you").replace("{days}", days) if days else _("I am holding the time for you")
    about = f" ({held.event.name})" if held.event.name else ""
    if is_wanted:
        why = _(". Somebody else has now asked for the same time, and you asked first.")
    elif until is None:
        why = "."
    elif until >= today:
        why = _(", until {day}.").replace("{day}", day_in_words(until, today, owner.locale))
    else:
        why = _(". The time I had set for it is over.")
    paragraphs = (
        _greeting(held),
        holding + about + why,
        _("Are you still taking it? If so, a short line from you is enough, and it is yours."),
        _("If your plans have changed, that is quite all right: tell me, and I will release it."),
        _signed(owner),
    )
    return _mail(held, paragraphs)


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


def _greeting(inquiry: Inquiry) -> str:
    name = inquiry.contact.name
    return _("Dear {name},").replace("{name}", name) if name else _("Hello,")


def _signed(owner: Owner) -> str:
    return "\n".join(part for part in (_("Kind regards"), owner.name) if part)


def _mail(inquiry: Inquiry, paragraphs: Sequence[str]) -> QuestionMail:
    subject = inquiry.subject or inquiry.event.name or _("Your request")
    if not subject.casefold().startswith("re:"):
        subject = f"Re: {subject}"
    return QuestionMail(_single(inquiry.contact.email or ""), _single(subject), "\n\n".join(paragraphs))


def _single(text: str) -> str:
    return " ".join(text.split())
