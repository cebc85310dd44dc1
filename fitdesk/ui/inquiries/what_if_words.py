"""How the places of a lever read: an amount, a day, a choice, or what stands for nothing said."""

from __future__ import annotations

from datetime import date

from fitdesk.domain.availability import Availability
from fitdesk.domain.lever import Days, Lever, Value
from fitdesk.domain.lever_verdicts import range_words
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _
from fitdesk.ui.inquiries.day_words import days_in_words, span_in_words


def value_words(lever: Lever, value: Value | None, today: date, locale: str) -> str:
    """ "£6,500", "12 June", "in person"; "not stated" for None."""
    if value is None:
        return lever.unknown
    if isinstance(value, Range):
        return range_words(lever, value)
    if isinstance(value, Days):
        if value.named:
            return days_in_words(value.named, today, "or", locale)
        return span_in_words(*value.span, today, locale) if value.span else lever.unknown
    words = next((choice.words for choice in lever.choices if choice.value == value), "")
    return words or str(value)


def day_state_words(state: Availability) -> str:
    """What stands beside a day that is tried out."""
    return {
        Availability.FREE: _("free"),
        Availability.HELD: _("held"),
        Availability.BUSY: _("taken"),
        Availability.UNKNOWN: _("not known"),
    }[state]
