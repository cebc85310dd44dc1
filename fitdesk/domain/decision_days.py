"""The days that belong to a decision: until when to hold, when to come back, and when to look back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from fitdesk.domain.availability import candidate_days
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry, StatusChange
from fitdesk.domain.terms import Status
from fitdesk.domain.wording import day_words
from fitdesk.i18n import _

USUAL_HOLD = timedelta(days=14)
USUAL_COMING_BACK = timedelta(days=30)


def last_day(event: Event) -> date | None:
    """The last day on which the event may be; None while no day is named."""
    days = candidate_days(event)
    if days:
        return days[-1]
    return event.date_range[1] if event.date_range is not None else None


def usual_hold(event: Event, today: date) -> date:
    """The last day of a hold that nobody chose: two weeks from ``today``, never after the event."""
    last, usual = last_day(event), today + USUAL_HOLD
    return usual if last is None or last < today else min(usual, last)


def trouble_with_hold(until: date | None, event: Event, today: date, locale: str = "en_GB") -> str:
    """Why the day cannot be held until ``until``, in a plain sentence; empty when it can."""
    last = last_day(event)
    if last is not None and last < today:
        return _("The day they asked for is past, so there is nothing to hold.")
    if until is None:
        return _("Say until which day.")
    if until < today:
        return _("That day is past. Choose today or a later one.")
    if last is not None and until > last:
        return _("A hold ends with the event at the latest: {day}.").format(day=day_words(last, locale))
    return ""


def days_to_choose(event: Event) -> tuple[date, ...]:
    """The days of which one will do, in order; empty where there is nothing to choose.

    A stretch that is needed as a whole is no choice.
    """
    days = candidate_days(event)
    any_will_do = bool(event.dates) or event.date_flexible is True
    return days if any_will_do and len(days) > 1 else ()


def agreed_on(event: Event, day: date) -> Event:
    """``event`` on the one ``day`` that was agreed."""
    return replace(event, dates=(day,), date_range=None, date_flexible=False)


def trouble_with_agreed(day: date | None, today: date) -> str:
    """Why the work cannot be on ``day``; empty when it can, or when the day is left open."""
    return _("That day is past. Choose today or a later one.") if day is not None and day < today else ""


def usual_coming_back(today: date) -> date:
    """When to come back to a "not now" unless the owner says otherwise: in a month, on a working day."""
    day = today + USUAL_COMING_BACK
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= 5 else 0)


def trouble_with_coming_back(day: date | None, today: date) -> str:
    """Why ``day`` is no day to come back on; empty when it is one, or when none is wanted."""
    return _("Choose a day after today.") if day is not None and day <= today else ""


def last_change(inquiry: Inquiry) -> StatusChange | None:
    """The line of the history by which the inquiry stands where it does; None when none was written down."""
    return next((change for change in reversed(inquiry.history) if change.status is inquiry.status), None)


def was_accepted(inquiry: Inquiry) -> bool:
    """Whether it stands accepted, or was when they withdrew."""
    if inquiry.status is Status.ACCEPTED:
        return True
    before = [change.status for change in inquiry.history if change.status is not Status.WITHDRAWN]
    return inquiry.status is Status.WITHDRAWN and bool(before) and before[-1] is Status.ACCEPTED


def may_look_back(inquiry: Inquiry, today: date) -> bool:
    """Whether one can say how it went: the work is over, was lost after it had been accepted, or has no day."""
    if not was_accepted(inquiry):
        return False
    last = last_day(inquiry.event)
    return inquiry.status is Status.WITHDRAWN or last is None or last < today


def should_look_back(inquiry: Inquiry, today: date) -> bool:
    """Whether it is time to ask how it went: it is over or lost, and nothing was written down yet."""
    has_ended = inquiry.status is Status.WITHDRAWN or last_day(inquiry.event) is not None
    return inquiry.post_mortem is None and has_ended and may_look_back(inquiry, today)
