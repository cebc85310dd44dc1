"""An inquiry as the values of its form, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fitdesk.domain.event import Place
from fitdesk.domain.inquiry import Inquiry
from fitdesk.intake.places import find_place
from fitdesk.ui.widgets.read_dates import read_date, write_date

PLAIN = {
    "contact": ("name", "role", "organization", "email", "phone", "gender", "academic_title"),
    "event": (
        "name", "date_range", "date_flexible", "start_time", "duration_minutes", "venue", "mode", "format", "language",
        "audience_level", "sector", "booking",
    ),
    "budget": ("expenses_covered", "unpaid"),
    "": ("goal", "language", "reply_by", "others_considered", "must_haves", "style", "scope"),
    "owners_word": ("confidence", "similar_jobs", "effort_days", "travel_hours", "power", "date_can_move"),
}  # fmt: skip
"""Fields of the form that are one field of a value; "event.name" is the name of the inquiry's event."""


def field_values(inquiry: Inquiry) -> dict[str, Any]:
    """The value of each field of the form, by key."""
    values: dict[str, Any] = {}
    for part, names in PLAIN.items():
        source = getattr(inquiry, part) if part else inquiry
        for name in names:
            values[f"{part}.{name}" if part else name] = getattr(source, name)
    event, budget = inquiry.event, inquiry.budget
    values["event.dates"] = tuple(write_date(day) for day in sorted(event.dates)) or None
    values["event.city"] = event.place.city
    values["event.country"] = event.place.country
    values["event.audience"] = (event.audience_min, event.audience_max)
    values["event.topics"] = event.topics or None
    values["budget.range"] = (budget.min, budget.max, budget.currency)
    return values


def inquiry_with(inquiry: Inquiry, values: Mapping[str, Any], today: date) -> Inquiry:
    """``inquiry`` with what ``values`` say; a field that is missing keeps what it was."""
    parts: dict[str, dict[str, Any]] = {"contact": {}, "event": {}, "budget": {}, "owners_word": {}, "": {}}
    for part, names in PLAIN.items():
        for name in names:
            key = f"{part}.{name}" if part else name
            if key in values:
                parts[part][name] = values[key]
    _read_event(parts["event"], inquiry, values, today)
    if "budget.range" in values:
        least, most, currency = values["budget.range"]
        parts["budget"].update(min=least, max=most, currency=currency)
    return replace(
        inquiry,
        contact=replace(inquiry.contact, **parts["contact"]),
        event=replace(inquiry.event, **parts["event"]),
        budget=replace(inquiry.budget, **parts["budget"]),
        owners_word=replace(inquiry.owners_word, **parts["owners_word"]),
        **parts[""],
    )


def _read_event(event: dict[str, Any], inquiry: Inquiry, values: Mapping[str, Any], today: date) -> None:
    if "event.dates" in values:
        event["dates"] = tuple(sorted(read_date(word, today) for word in values["event.dates"] or ()))
    if "event.topics" in values:
        event["topics"] = values["event.topics"] or ()
    if "event.audience" in values:
        event["audience_min"], event["audience_max"] = values["event.audience"]
    place = inquiry.event.place
    city = values.get("event.city", place.city)
    country = values.get("event.country", place.country)
    if (city, country) != (place.city, place.country):
        event["place"] = place_called(city, country)


def place_called(city: str | None, country: str | None) -> Place:
    """The town on the map where it is known, with the words as they were typed."""
    found = find_place(city, country) if city else None
    if found is None:
        return Place(city, country)
    return replace(found, city=city, country=country or found.country)
