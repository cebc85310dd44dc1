"""A draft as plain JSON in the schema of the booking-inquiry samples: null and [] for what was not stated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Budget, Event
from fitdesk.domain.inquiry import Inquiry
from fitdesk.intake.draft import Draft, DraftKind


def draft_json(draft: Draft) -> dict[str, object]:
    """``draft`` as {"kind", "language", "contact", "event", "budget", "reply_by", "others_considered"}.

    Dates are ISO 8601, times HH:MM, amounts whole numbers where they are whole. Mail that is no inquiry is all null.
    """
    is_inquiry = draft.kind is DraftKind.INQUIRY
    inquiry = draft.inquiry if is_inquiry else Inquiry()
    return {
        "kind": draft.kind.value,
        "language": draft.inquiry.language,
        "contact": _contact(inquiry.contact),
        "event": _event(inquiry.event),
        "budget": _budget(inquiry.budget),
        "reply_by": _day(inquiry.reply_by),
        "others_considered": inquiry.others_considered,
    }


def _contact(contact: Contact) -> dict[str, object]:
    return {key: getattr(contact, key) for key in ("name", "email", "phone", "organization", "role")}


def _event(event: Event) -> dict[str, object]:
    return {
        "name": event.name,
        "dates": [day.isoformat() for day in event.dates],
        "date_range": [day.isoformat() for day in event.date_range] if event.date_range else None,
        "date_flexible": event.date_flexible,
        "start_time": event.start_time.strftime("%H:%M") if event.start_time else None,
        "duration_minutes": event.duration_minutes,
        "city": event.place.city,
        "country": event.place.country,
        "venue": event.venue,
        "mode": event.mode.value if event.mode else None,
        "format": event.format.value if event.format else None,
        "audience_min": event.audience_min,
        "audience_max": event.audience_max,
        "topics": list(event.topics),
    }


def _budget(budget: Budget) -> dict[str, object]:
    return {
        "min": _number(budget.min),
        "max": _number(budget.max),
        "currency": budget.currency,
        "expenses_covered": budget.expenses_covered,
        "unpaid": budget.unpaid,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
