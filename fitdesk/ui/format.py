"""How dates, money and the domain's words read on screen. ``locale`` is the owner's: "en_GB" or "en_US"."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from fitdesk.domain import wording
from fitdesk.domain.terms import Channel, Format, Mode, Status
from fitdesk.domain.wording import points as points
from fitdesk.domain.wording import verdict_word as verdict_word
from fitdesk.i18n import _, plural

DOT = " · "
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def joined(*parts: str | None) -> str:
    """The parts that are known, with a raised dot between them."""
    return DOT.join(part for part in parts if part)


def day(when: date, today: date, *, locale: str = "en_GB") -> str:
    """ "12 Jun", with the year when it is not this one; "Jun 12" in the United States."""
    return _with_year(_day_month(when.day, _(_MONTHS[when.month - 1]), locale), when, today, locale)


def long_day(when: date, *, locale: str = "en_GB") -> str:
    """ "Sunday, 22 November" """
    return f"{_(_WEEKDAYS[when.weekday()])}, {_day_month(when.day, _(_LONG_MONTHS[when.month - 1]), locale)}"


def day_span(first: date | None, last: date | None, today: date, *, locale: str = "en_GB") -> str:
    """ "12 Jun", "12–13 Jun", "30 Jun – 2 Jul", "May" for a whole month; empty when no day is known."""
    if first is None:
        return ""
    if last is None or last <= first:
        return day(first, today, locale=locale)
    if first.day == 1 and (last.year, last.month) == (first.year, first.month) and _is_month_end(last):
        return _with_year(_(_LONG_MONTHS[first.month - 1]), first, today, locale)
    if (first.year, first.month) == (last.year, last.month):
        days = f"{first.day}–{last.day}"
        month = _(_MONTHS[first.month - 1])
        return _with_year(f"{month} {days}" if locale == "en_US" else f"{days} {month}", first, today, locale)
    return (
        f"{day(first, today if first.year != last.year else first, locale=locale)} – {day(last, today, locale=locale)}"
    )


def ago(when: date | datetime | None, today: date) -> str:
    """ "today", "yesterday", "3 days ago", "2 weeks ago", "5 months ago"; a day to come is "in 3 days"."""
    if when is None:
        return ""
    days = (today - (when.date() if isinstance(when, datetime) else when)).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days == -1:
        return _("tomorrow")
    if days < 0:
        return plural("in {n} day", "in {n} days", -days)
    if days < 14:
        return plural("{n} day ago", "{n} days ago", days)
    if days < 60:
        return plural("{n} week ago", "{n} weeks ago", days // 7)
    if days < 730:
        return plural("{n} month ago", "{n} months ago", days // 30)
    return plural("{n} year ago", "{n} years ago", days // 365)


def money(amount: Decimal | None, currency: str | None) -> str:
    """ "€6,500", "CHF 6,500", "€6,500.50"; empty when the amount is unknown."""
    return wording.money(amount, currency or "") if amount is not None else ""


def status_word(status: Status) -> str:
    """ "New", "Asked", "Held"…"""
    return {
        Status.NEW: _("New"),
        Status.ASKED: _("Asked"),
        Status.HELD: _("Held"),
        Status.ACCEPTED: _("Accepted"),
        Status.NOT_NOW: _("Not now"),
        Status.DECLINED: _("Declined"),
        Status.REFERRED: _("Referred"),
        Status.WITHDRAWN: _("Withdrawn"),
    }[status]


def format_word(kind: Format | None) -> str:
    """ "Keynote", "Workshop"…; empty when unknown."""
    return _(str(kind).capitalize()) if kind is not None else ""


def mode_word(mode: Mode | None) -> str:
    """ "in person", "remote", "hybrid"; empty when unknown."""
    if mode is None:
        return ""
    return {Mode.IN_PERSON: _("in person"), Mode.VIRTUAL: _("remote"), Mode.HYBRID: _("hybrid")}[mode]


def channel_words(channel: Channel) -> str:
    """ "by mail", "pasted", "by phone", "by form"."""
    return {
        Channel.MAIL: _("by mail"),
        Channel.PASTED: _("pasted"),
        Channel.PHONE: _("by phone"),
        Channel.FORM: _("by form"),
    }[channel]


def _day_month(number: int, month: str, locale: str) -> str:
    return f"{month} {number}" if locale == "en_US" else f"{number} {month}"


def _with_year(text: str, when: date, today: date, locale: str) -> str:
    if when.year == today.year:
        return text
    return f"{text}, {when.year}" if locale == "en_US" and text[-1].isdigit() else f"{text} {when.year}"


def _is_month_end(when: date) -> bool:
    return date.fromordinal(when.toordinal() + 1).day == 1
