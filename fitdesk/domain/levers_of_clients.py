"""The facts a client could state otherwise: fee, day, audience, length, format, place, language, terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from math import ceil, inf

from fitdesk.domain.event import Event, Format, Mode
from fitdesk.domain.inquiry import Inquiry, ScopeState
from fitdesk.domain.languages import language_name
from fitdesk.domain.lever import Days, Lever, LeverChoice, LeverKind, Value
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.ranges import Range
from fitdesk.domain.wording import format_words, mode_words
from fitdesk.i18n import _

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 25_000, 50_000, 100_000)
STOPS = 80
"""About how many places a slider has."""
LEAST_REACH = 180
MOST_REACH = 730
"""Days ahead to which the day can be moved, at least and at most."""
USUAL_MINUTES = (15, 480)


def client_levers(inquiry: Inquiry, offering: Offering, owner: Owner, today: date) -> tuple[Lever, ...]:
    """Sliders first, in the order in which they are most often talked about; then what is chosen."""
    return (
        _fee(inquiry, offering, owner),
        _day(inquiry, offering, today),
        _audience(inquiry, offering),
        _minutes(inquiry, offering),
        _format(offering),
        _mode(),
        _language(inquiry, offering),
        _expenses(),
        _scope(),
        _must_haves(inquiry, offering),
    )


def step_for(reach: float) -> int:
    """A round step that gives a slider of ``reach`` about as many places as a hand can tell apart."""
    return next((step for step in STEPS if reach / step <= STOPS), STEPS[-1])


def exact_decimal(number: float) -> Decimal:
    """7500.0 as 7500, 2.5 as 2.5."""
    return Decimal(int(number)) if number == int(number) else Decimal(str(number))


# ---- money


def _fee(inquiry: Inquiry, offering: Offering, owner: Owner) -> Lever:
    stated, currency = inquiry.budget.currency, offering.currency
    rate = _rate(stated, currency, owner)
    if stated is not None and rate is not None:
        currency = stated  # in the client's own money, where the owner knows what it is worth
    usual = [float(own) / float(rate or 1) for own in (offering.fee_list, offering.fee_floor) if own]
    named = [float(amount) for amount in (inquiry.budget.min, inquiry.budget.max) if amount]
    top = max([2 * max(usual, default=0.0), 1.25 * max(named, default=0.0)]) or 10_000.0
    step = step_for(top)
    return Lever(
        "fee", _("Fee offered"), "fee", LeverKind.AMOUNT, partial(_read_fee, currency), partial(_write_fee, currency),
        0.0, float(ceil(top / step) * step), step, unit=currency, unknown=_("not stated"),
    )  # fmt: skip


def _rate(currency: str | None, into: str, owner: Owner) -> Decimal | None:
    """How many ``into`` one ``currency`` is worth by the owner's own rates; None without one."""
    if currency is None or currency == into:
        return Decimal(1)
    known = {owner.currency: Decimal(1), **dict(owner.rates)}
    first, second = known.get(currency), known.get(into)
    return first / second if first and second else None


def _read_fee(currency: str, inquiry: Inquiry) -> Value | None:
    budget = inquiry.budget
    if budget.unpaid is True:
        return Range.exactly(0.0)
    if budget.currency != currency or (budget.min is None and budget.max is None):
        return None
    low, high = float(budget.min or 0), inf if budget.max is None else float(budget.max)
    return Range(min(low, high), max(low, high))


def _write_fee(currency: str, inquiry: Inquiry, value: Value | None) -> Inquiry:
    least = most = None
    if isinstance(value, Range):
        least = None if value.low <= 0 < value.high else exact_decimal(value.low)
        most = None if value.high == inf else exact_decimal(value.high)
    named = None if value is None else currency
    return replace(inquiry, budget=replace(inquiry.budget, min=least, max=most, currency=named, unpaid=None))


def _expenses() -> Lever:
    return Lever(
        "expenses", _("Travel and stay"), "margin", LeverKind.CHOICE,
        lambda inquiry: inquiry.budget.expenses_covered,
        _write_expenses,
        choices=(LeverChoice(True, _("Paid on top")), LeverChoice(False, _("Within the fee"))), unknown=_("not stated"),
    )  # fmt: skip


def _write_expenses(inquiry: Inquiry, value: Value | None) -> Inquiry:
    covered = None if value is None else bool(value)
    return replace(inquiry, budget=replace(inquiry.budget, expenses_covered=covered))


# ---- the day


def _day(inquiry: Inquiry, offering: Offering, today: date) -> Lever:
    event = inquiry.event
    last = max([*event.dates, *(event.date_range or ())], default=today)
    ahead = max(LEAST_REACH, 2 * max(offering.lead_ideal, offering.lead_minimum), (last - today).days + 60)
    until = today + timedelta(days=min(ahead, MOST_REACH))
    return Lever(
        "day", _("Day"), "leadtime", LeverKind.DAY, _read_day, _write_day, today.toordinal(), until.toordinal(), 1.0,
        unknown=_("not stated"),
    )  # fmt: skip


def _read_day(inquiry: Inquiry) -> Value | None:
    event = inquiry.event
    return Days(event.dates, event.date_range) if event.dates or event.date_range else None


def _write_day(inquiry: Inquiry, value: Value | None) -> Inquiry:
    days = value if isinstance(value, Days) else Days()
    return _with_event(inquiry, dates=days.named, date_range=days.span)


# ---- the people in the room, and how long


def _audience(inquiry: Inquiry, offering: Offering) -> Lever:
    event = inquiry.event
    own = [offering.audience_max or 4 * (offering.audience_min or 0), 2 * (offering.audience_min or 0)]
    named = max(event.audience_min or 0, event.audience_max or 0)
    top = max(2.25 * max(own), 1.25 * named) or 500.0
    step = step_for(top)
    return Lever(
        "audience", _("People"), "audience", LeverKind.NUMBER, _read_audience, _write_audience,
        float(step), float(ceil(top / step) * step), step, unknown=_("not stated"),
    )  # fmt: skip


def _read_audience(inquiry: Inquiry) -> Value | None:
    low, high = inquiry.event.audience_min, inquiry.event.audience_max
    if low is None and high is None:
        return None
    ends = (float(low or 0), inf if high is None else float(high))
    return Range(min(ends), max(ends))


def _write_audience(inquiry: Inquiry, value: Value | None) -> Inquiry:
    least = most = None
    if isinstance(value, Range):
        least = None if value.low <= 0 < value.high else round(value.low)
        most = None if value.high == inf else round(value.high)
    return _with_event(inquiry, audience_min=least, audience_max=most)


def _minutes(inquiry: Inquiry, offering: Offering) -> Lever:
    longest = (offering.minutes or USUAL_MINUTES)[1]
    top = max(2 * longest, inquiry.event.duration_minutes or 0)
    step = 5 if top <= 240 else 15
    return Lever(
        "minutes", _("Length"), "format", LeverKind.NUMBER, _read_minutes, _write_minutes,
        float(step), float(ceil(top / step) * step), step, unit=_("min"), unknown=_("not stated"),
    )  # fmt: skip


def _read_minutes(inquiry: Inquiry) -> Value | None:
    minutes = inquiry.event.duration_minutes
    return None if minutes is None else Range.exactly(float(minutes))


def _write_minutes(inquiry: Inquiry, value: Value | None) -> Inquiry:
    return _with_event(inquiry, duration_minutes=round(value.low) if isinstance(value, Range) else None)


# ---- what is chosen


def _event_choice(
    key: str, label: str, criterion: str, name: str, choices: tuple[LeverChoice, ...]
) -> Lever:  # one field of the event
    def read(inquiry: Inquiry) -> Value | None:
        found: Value | None = getattr(inquiry.event, name)
        return found

    def write(inquiry: Inquiry, value: Value | None) -> Inquiry:
        return _with_event(inquiry, **{name: value})

    return Lever(key, label, criterion, LeverKind.CHOICE, read, write, choices=choices, unknown=_("not stated"))


def _format(offering: Offering) -> Lever:
    kinds = sorted(Format, key=lambda kind: kind not in offering.formats)
    choices = tuple(LeverChoice(kind, _first_up(format_words(kind))) for kind in kinds)
    return _event_choice("format", _("Format"), "format", "format", choices)


def _mode() -> Lever:
    return _event_choice(
        "mode", _("Place"), "travel", "mode", tuple(LeverChoice(mode, _first_up(mode_words(mode))) for mode in Mode)
    )


def _language(inquiry: Inquiry, offering: Offering) -> Lever:
    codes = [code for code, _level in offering.languages]
    named = [code for code in (inquiry.event.language, inquiry.language, "en") if code]
    known = dict.fromkeys([*codes, *named])
    choices = tuple(LeverChoice(code, language_name(code)) for code in known)
    return _event_choice("language", _("Language on stage"), "language", "language", choices)


def _scope() -> Lever:
    words = {
        ScopeState.FIXED: _("Fixed"),
        ScopeState.FEW_OPEN: _("One or two points open"),
        ScopeState.MANY_OPEN: _("Three or more points open"),
        ScopeState.UNLIMITED: _("No limit named"),
    }
    return Lever(
        "scope", _("Scope"), "scope", LeverKind.CHOICE,
        lambda inquiry: inquiry.scope, _write_scope,
        choices=tuple(LeverChoice(state, text) for state, text in words.items()), unknown=_("not stated"),
    )  # fmt: skip


def _write_scope(inquiry: Inquiry, value: Value | None) -> Inquiry:
    return replace(inquiry, scope=value if isinstance(value, ScopeState) else None)


def _must_haves(inquiry: Inquiry, offering: Offering) -> Lever:
    """As they wrote, without one of them, nothing further, or one thing more that the offering does not do."""
    stated = inquiry.must_haves or ()
    found: dict[tuple[str, ...], str] = {}
    if stated:
        found[stated] = _("as they wrote")
    for need in stated if len(stated) > 1 else ():
        found.setdefault(tuple(one for one in stated if one != need), _("all but “{need}”").format(need=need))
    found.setdefault((), _("nothing further"))
    for limit in (offering.limits or ())[:2]:
        if limit not in stated:
            found.setdefault((*stated, limit), _("“{need}” as well").format(need=limit))
    return Lever(
        "must_haves", _("Must-haves"), "churn", LeverKind.CHOICE,
        lambda inquiry: inquiry.must_haves, _write_must_haves,
        choices=tuple(LeverChoice(needs, _first_up(words)) for needs, words in found.items()), unknown=_("not stated"),
    )  # fmt: skip


def _write_must_haves(inquiry: Inquiry, value: Value | None) -> Inquiry:
    return replace(inquiry, must_haves=value if isinstance(value, tuple) else None)


def _with_event(inquiry: Inquiry, **facts: object) -> Inquiry:
    changed: Callable[..., Event] = partial(replace, inquiry.event)
    return replace(inquiry, event=changed(**facts))


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
