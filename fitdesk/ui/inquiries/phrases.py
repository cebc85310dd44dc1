"""What the Inquiries page says about a request: who wrote, and the five facts under the title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitdesk.domain.event import Budget, Event, Mode
from fitdesk.domain.inquiry import Inquiry
from fitdesk.i18n import _
from fitdesk.intake.places import country_name
from fitdesk.ui.format import ago, channel_words, format_word, joined, money
from fitdesk.ui.inquiries.day_words import days_in_words, span_in_words


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of the facts strip; ``text`` is empty for what the client did not say."""

    label: str
    text: str


def contact_line(inquiry: Inquiry, today: date) -> str:
    """ "Name, role · organization · by mail, 3 days ago"; what is unknown is left out."""
    contact = inquiry.contact
    who = ", ".join(part for part in (contact.name, contact.role) if part) or contact.email or contact.phone
    how = ", ".join(part for part in (channel_words(inquiry.channel), ago(inquiry.received, today)) if part)
    return joined(who, contact.organization, how)


def facts(inquiry: Inquiry, today: date, locale: str = "en_GB") -> tuple[Fact, ...]:
    """Format, date, place, audience and fee, in this order."""
    return (
        Fact(_("Format"), _format(inquiry.event)),
        Fact(_("Date"), date_words(inquiry.event, today, locale)),
        Fact(_("Place"), _place(inquiry.event)),
        Fact(_("Audience"), _audience(inquiry.event)),
        Fact(_("Fee"), fee_words(inquiry.budget)),
    )


def date_words(event: Event, today: date, locale: str = "en_GB") -> str:
    """ "12 or 13 June", "12–14 June"; empty when no date is named."""
    if event.dates and not event.is_stretch:
        return days_in_words(event.dates, today, "or", locale)
    return span_in_words(*event.date_range, today, locale) if event.date_range else ""


def minutes_words(minutes: int) -> str:
    """ "45 min", "1 h 45 min", "2 h"."""
    hours, rest = divmod(minutes, 60)
    if minutes <= 90:
        return f"{minutes} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def fee_words(budget: Budget) -> str:
    """ "€6,500", "€5,000–7,000", "up to £5,000", "unpaid"; empty when nothing is said."""
    low, high, currency = budget.min, budget.max, budget.currency
    if budget.unpaid:
        return _("unpaid")
    if low is not None and high is not None:
        return money(low, currency) + ("" if low == high else f"–{money(high, None)}")
    if low is not None:
        return _("from {amount}").replace("{amount}", money(low, currency))
    if high is not None:
        return _("up to {amount}").replace("{amount}", money(high, currency))
    return ""


def _format(event: Event) -> str:
    length = minutes_words(event.duration_minutes) if event.duration_minutes else ""
    return ", ".join(part for part in (format_word(event.format), length) if part)


def _place(event: Event) -> str:
    country = country_name(event.place.country) if event.place.country else ""
    town = ", ".join(part for part in (event.place.city, country) if part) or event.venue or ""
    if event.mode is Mode.VIRTUAL:
        return _("Remote")
    if event.mode is Mode.HYBRID:
        return f"{town}, {_('hybrid')}" if town else _("Hybrid")
    return town or (_("In person") if event.mode is Mode.IN_PERSON else "")


def _audience(event: Event) -> str:
    low, high = event.audience_min, event.audience_max
    who = event.audience_level or _("people")
    if low is None and high is None:
        return event.audience_level or ""
    if not who.endswith("s") and event.audience_level:
        who = _("people, {who}").replace("{who}", who)  # "300 managers", but "9 people, board"
    if low is not None and high is not None:
        return f"{low:,} {who}" if low == high else f"{low:,}–{high:,} {who}"
    pattern = _("{n} or more {who}") if high is None else _("up to {n} {who}")
    return pattern.replace("{n}", f"{low if high is None else high:,}").replace("{who}", who)
