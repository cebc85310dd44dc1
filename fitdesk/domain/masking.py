"""An old inquiry without names, days and what became of it: only facts that the owner can judge again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.languages import language_name
from fitdesk.domain.ranges import Range
from fitdesk.domain.wording import format_words, listed, mode_words, money_range, number_range
from fitdesk.i18n import _, plural

HIDDEN = "…"
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
_YEAR = 4
_HOUSES = (
    "the and for und der die das les des del trust group university college school institute institut association bank",
    "city council company health hospital media events gmbh ltd inc team conference congress summit forum festival",
    "foundation federation chamber network services consulting partners society centre center academy museum",
)
_EVERYBODYS = frozenset(" ".join(_HOUSES).split())
"""Words in names of houses that name nobody."""


@dataclass(frozen=True, slots=True)
class Masked:
    """``facts`` are (label, words). What is not known is left out."""

    inquiry_id: int
    facts: tuple[tuple[str, str], ...]


def mask(inquiry: Inquiry) -> Masked:
    """Topics, format, audience, language, budget, mode and lead time; never goal, subject, text, place or a day.

    Words of the client (topics, level) lose every word of a name that stands in the inquiry.
    """
    event = inquiry.event
    hidden = _names(inquiry)
    format_and_length = [format_words(event.format)] if event.format is not None else []
    if event.duration_minutes is not None:
        format_and_length.append(plural("{n} minute", "{n} minutes", event.duration_minutes))
    people = number_range(event.audience_min, event.audience_max)
    topics = [said for topic in event.topics if (said := _hide(topic, hidden))]
    facts = (
        (_("Topics"), listed(topics)),
        (_("Format"), ", ".join(format_and_length)),
        (_("Audience"), ", ".join(part for part in (people, _hide(event.audience_level or "", hidden)) if part)),
        (_("Language"), language_name(event.language) if event.language is not None else ""),
        (_("Budget"), _budget_words(inquiry.budget)),
        (_("Where"), mode_words(event.mode) if event.mode is not None else ""),
        (_("Lead time"), _lead_words(inquiry)),
    )
    return Masked(inquiry.id or 0, tuple((label, words) for label, words in facts if words))


@dataclass(frozen=True, slots=True)
class _Names:
    """``always``: words of people, houses, venues, towns. ``inside``: of the event, a name only where written large."""

    always: frozenset[str]
    inside: frozenset[str]


def _names(inquiry: Inquiry) -> _Names:
    contact, event = inquiry.contact, inquiry.event
    said = (contact.name, contact.organization, contact.email, contact.address.city, event.venue, event.place.city)
    # German writes every noun large: there, a word of the event's name tells nothing by its first letter.
    named = event.name if (event.language or inquiry.language or "")[:2] != "de" else None
    return _Names(
        frozenset(word for text in said if text for word in _words(text)) - _EVERYBODYS,
        frozenset(_words(named or "")) - _EVERYBODYS,
    )


def _words(text: str) -> Iterable[str]:
    return (word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST)


def _hide(text: str, hidden: _Names) -> str:
    """``text`` without names, years and other long numbers."""

    def shown(found: re.Match[str]) -> str:
        word = found[0]
        is_name = word.casefold() in hidden.always or (word.isdigit() and len(word) >= _YEAR)
        is_event = found.start() > 0 and word[0].isupper() and word.casefold() in hidden.inside
        return HIDDEN if is_name or is_event else word

    said = _WORD.sub(shown, text)
    return said if _WORD.search(said) else ""


def _budget_words(budget: Budget) -> str:
    if budget.unpaid:
        return _("no fee")
    if budget.min is None and budget.max is None:
        return ""
    low = budget.min if budget.min is not None else Decimal(0)
    high = float(budget.max) if budget.max is not None else float("inf")
    return money_range(Range(float(low), high), budget.currency or "")


def _lead_words(inquiry: Inquiry) -> str:
    """Roughly, so that no day can be told from it."""
    first = _first_day(inquiry)
    if first is None or inquiry.received is None:
        return ""
    weeks = (first - inquiry.received.date()).days // 7
    if weeks < 2:
        return _("less than two weeks")
    return _("about {n} weeks").format(n=weeks) if weeks < 16 else _("about {n} months").format(n=round(weeks / 4.35))


def _first_day(inquiry: Inquiry) -> date | None:
    event = inquiry.event
    if event.dates:
        return min(event.dates)
    return event.date_range[0] if event.date_range is not None else None
