"""How facts are put in words: verdicts, points, money, days, hours, lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import floor, inf

from fitdesk.domain.ranges import Range
from fitdesk.domain.terms import Format, Mode, Verdict
from fitdesk.i18n import _, plural

_FORMATS = {
    Format.KEYNOTE: "keynote", Format.WORKSHOP: "workshop", Format.PANEL: "panel",
    Format.SEMINAR: "seminar", Format.WEBINAR: "webinar", Format.MODERATION: "moderation",
    Format.CONSULTING: "consulting", Format.COACHING: "coaching", Format.TRAINING: "training",
    Format.FACILITATION: "facilitation", Format.OTHER: "another format",
}  # fmt: skip
_DUST = 1e-6
MOST_MINUTES = 120
"""What is longer is told in hours."""
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


def verdict_word(verdict: Verdict) -> str:
    """ "Accept", "Ask first", "Decline", "Your call"."""
    return {
        Verdict.ACCEPT: _("Accept"),
        Verdict.ASK: _("Ask first"),
        Verdict.DECLINE: _("Decline"),
        Verdict.YOUR_CALL: _("Your call"),
    }[verdict]


def points(score: Range) -> str:
    """ "58–71", or "64" when the rounded ends are the same."""
    low, high = whole(score.low), whole(score.high)
    return str(low) if low == high else f"{low}–{high}"


def whole(number: float) -> int:
    """The nearest whole number, halves up; what is a half but for the dust of adding counts as one."""
    return floor(number + 0.5 + _DUST)


def money(amount: float | Decimal, currency: str) -> str:
    """ "£7,500", "CHF 7,500", "€99.50"."""
    digits = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"
    sign = _SIGNS.get(currency)
    return f"{sign}{digits}" if sign else f"{currency} {digits}".strip()


def money_range(amounts: Range, currency: str) -> str:
    """ "£7,500", "£5,000–£7,500", "up to £5,000", "£10,000 or more"."""
    if amounts.is_exact:
        return money(amounts.low, currency)
    if amounts.high == inf:
        return _("{amount} or more").format(amount=money(amounts.low, currency))
    if amounts.low <= 0:
        return _("up to {amount}").format(amount=money(amounts.high, currency))
    return f"{money(amounts.low, currency)}–{money(amounts.high, currency)}"


def number_range(low: int | None, high: int | None) -> str:
    """ "50–400", "up to 400", "50 or more", "300"; empty when neither end is known."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    if high is not None:
        return _("up to {n}").format(n=f"{high:,}")
    return _("{n} or more").format(n=f"{low:,}") if low is not None else ""


def month_name(month: int) -> str:
    """The month's name in the chosen language, 1 for January."""
    names = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return names[month - 1]


def day_words(day: date, locale: str = "en_GB") -> str:
    """ "12 June 2027", or "June 12, 2027" for en_US."""
    if locale == "en_US":
        return f"{month_name(day.month)} {day.day}, {day.year}"
    return f"{day.day} {month_name(day.month)} {day.year}"


def hours_words(hours: float) -> str:
    """ "3½ hours", "1 hour", "no journey"."""
    halves = round(hours * 2)
    if halves == 0:
        return _("no journey")
    whole, half = divmod(halves, 2)
    if half:
        return _("half an hour") if whole == 0 else _("{n}½ hours").format(n=whole)
    return plural("{n} hour", "{n} hours", whole)


def length_words(minutes: int) -> str:
    """ "90 minutes", "2½ hours", "2 hours 20 minutes": in hours above two."""
    if minutes <= MOST_MINUTES:
        return plural("{n} minute", "{n} minutes", minutes)
    hours, rest = divmod(minutes, 60)
    if rest in (0, 30):
        return hours_words(minutes / 60)
    return f"{plural('{n} hour', '{n} hours', hours)} {plural('{n} minute', '{n} minutes', rest)}"


def days_words(days: float | Decimal) -> str:
    """ "3 days", "1 day", "2.5 days"."""
    if days == 1:
        return _("1 day")
    if days == 0:
        return _("no day")
    return _("{n} days").format(n=f"{float(days):g}")


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{many} and {last}").format(many=", ".join(parts[:-1]), last=parts[-1])


def either(parts: Sequence[str]) -> str:
    """ "a", "a or b", "a, b or c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{many} or {last}").format(many=", ".join(parts[:-1]), last=parts[-1])


def format_words(kind: Format) -> str:
    """ "keynote", "workshop" in the chosen language."""
    return _(_FORMATS[kind])


def a_format(kind: Format) -> str:
    """ "a keynote", "moderation": as what somebody wants."""
    return {
        Format.KEYNOTE: _("a keynote"),
        Format.WORKSHOP: _("a workshop"),
        Format.PANEL: _("a panel"),
        Format.SEMINAR: _("a seminar"),
        Format.WEBINAR: _("a webinar"),
        Format.OTHER: _("something else"),
    }.get(kind) or format_words(kind)


def mode_words(mode: Mode) -> str:
    """ "in person", "online", "on site and online at once"."""
    if mode is Mode.VIRTUAL:
        return _("online")
    return _("in person") if mode is Mode.IN_PERSON else _("on site and online at once")
