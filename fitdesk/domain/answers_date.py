"""What could be answered about the day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from fitdesk.domain.asking import Answer, Asking, with_event
from fitdesk.domain.assessment import AskWhom
from fitdesk.domain.availability import Availability, candidate_days
from fitdesk.domain.case import LOAD_WINDOW, Case, taken_days
from fitdesk.domain.curves import points_of
from fitdesk.domain.verdict import can_move
from fitdesk.domain.wording import day_words, either, hours_words
from fitdesk.i18n import _

HORIZON = 550
"""Days ahead within which the calendar is looked at for what a day could be like."""


def ask_date(case: Case) -> Asking | None:
    """Which day it is, or, when that day is taken, whether it could move; the owner, when only they can tell.

    None where another question tells: whether there is a journey, and how long it is.
    """
    if not case.is_past and (day := _not_known(case)) is not None:
        return _ask_owner(case, day)
    if case.availability is Availability.BUSY and not case.is_past:
        return _ask_to_move(case)
    if case.span is not None:
        days = [day for day in candidate_days(case.inquiry.event) if day >= case.today] or list(case.span)
        answers = tuple(_on(case, day) for day in _telling(case, days))
        choice = _words(case, days) if len(days) <= 3 and case.inquiry.event.dates else ""
        text = _("Which day will it be: {days}?").format(days=choice) if choice else _("Which day will it be?")
        return Asking("date", AskWhom.CLIENT, text, answers)
    text = _("The day you named is past: which day is it?") if case.is_past else _("Which day is it?")
    return Asking("date", AskWhom.CLIENT, text, tuple(_on(case, day) for day in _any_days(case)))


def _not_known(case: Case) -> date | None:
    """The first day named that could be the one, if only the calendar told how it stands."""
    if case.availability is not Availability.UNKNOWN:
        return None
    days = [day for day in candidate_days(case.inquiry.event) if day >= case.today]
    return next((day for day in days if case.on_day(day) is Availability.UNKNOWN), None)


def _ask_owner(case: Case, day: date) -> Asking | None:
    """Whether the owner is free: no client can know what stands in a calendar that FitDesk cannot read."""
    why = case.why(day)
    if why is None or (why.is_maybe and (case.hours is None or case.inquiry.event.mode is None)):
        return None
    reason = case.entries.trouble_on(why.day, case.owner.locale)
    if not reason:
        reason = _("the journey of about {hours} may take a day that is not free").format(
            hours=hours_words((case.hours.low + case.hours.high) / 2 if case.hours else 0)
        )
    text = _("Could you take {day}? FitDesk cannot tell: {reason}.").format(
        day=day_words(day, case.owner.locale), reason=reason
    )
    free = Answer(_("a day that is free"), replace(case, availability=Availability.FREE))
    taken = Answer(_("a day that is taken"), replace(case, availability=Availability.BUSY))
    return Asking("date", AskWhom.OWNER, text, (free, taken))


def _ask_to_move(case: Case) -> Asking:
    others = free_days(case)
    moved = tuple(_on(case, day) for day in others)
    offer = _("{days} would work here.").format(days=_words(case, others)) if others else ""
    if can_move(case.inquiry):
        text = _("Which other day would suit you?")
        return Asking("date", AskWhom.CLIENT, f"{text} {offer}".strip(), moved)
    firm = Answer(_("a day that cannot move"), with_event(case, date_flexible=False), _("it cannot move"))
    open_ = Answer(_("a day that could move"), with_event(case, date_flexible=True), _("it could move"))
    return Asking("date", AskWhom.CLIENT, f"{_('Could the day move?')} {offer}".strip(), (firm, open_, *moved))


def free_days(case: Case, count: int = 2) -> tuple[date, ...]:
    """Free working days near the one that was named, none too soon to prepare for."""
    days = candidate_days(case.inquiry.event)
    if not days:
        return ()
    soonest = case.today + timedelta(days=case.offering.lead_minimum)
    return case.free_near(max(days[0], soonest), count=count, not_before=soonest)


def _on(case: Case, day: date) -> Answer:
    return Answer(day_words(day, case.owner.locale), with_event(case, dates=(day,), date_range=None))


def _words(case: Case, days: Iterable[date]) -> str:
    return either([day_words(day, case.owner.locale) for day in days])


def _telling(case: Case, days: list[date]) -> list[date]:
    """First, last, middle, a free and a taken one: the days that can make a difference."""
    by_state: dict[Availability, date] = {}
    for day in days:
        by_state.setdefault(case.on_day(day), day)
    return sorted({days[0], days[len(days) // 2], days[-1], *by_state.values()})


def _any_days(case: Case) -> list[date]:
    least, ideal = case.offering.lead_minimum, max(case.offering.lead_ideal, case.offering.lead_minimum)
    leads = [least, (least + ideal) // 2, ideal]
    days = {_free_from(case, case.today + timedelta(days=lead)) for lead in leads}
    if least > 0:
        days.add(case.today + timedelta(days=least - 1))
    last = case.entries.last_day(case.today + timedelta(days=HORIZON)) or case.today
    ahead = (last - timedelta(days=n) for n in range((last - case.today).days))
    taken = next((day for day in ahead if case.on_day(day) is Availability.BUSY), None)
    return sorted({*days, *([taken] if taken else [])})


def kinds_of_day(case: Case) -> list[tuple[date, date]]:
    """The first and the last of each kind of day that could be named; what holds on both holds on all between.

    A day differs from another only by how far off it is, whether it is free, and how much is booked before it. Between
    two corners of the value function of the lead time every sum is linear in the days, so the ends of a kind tell.
    """
    if case.span is not None:
        named = [day for day in candidate_days(case.inquiry.event) if day >= case.today] or list(case.span)
        return [(day, day) for day in named]
    horizon = case.today + timedelta(days=HORIZON)
    last = case.entries.last_day(horizon) or case.today
    leads = _lead_corners(case)
    until = max(last, case.today + timedelta(days=leads[-1])) + timedelta(days=LOAD_WINDOW + 1)
    found: dict[tuple[int, Availability, int], tuple[date, date]] = {}
    taken = sorted(taken_days(case, case.today - timedelta(days=LOAD_WINDOW), until))
    unread = case.entries.unread_from()
    beyond = [unread] if unread is not None and unread > until else []
    for day in [*(case.today + timedelta(days=number) for number in range((until - case.today).days + 1)), *beyond]:
        phase, number = bisect_right(leads, (day - case.today).days), day.toordinal()
        load = bisect_left(taken, number) - bisect_left(taken, number - LOAD_WINDOW)
        kind = (phase, case.on_day(day), load)
        found[kind] = (found.get(kind, (day, day))[0], day)
    return sorted(found.values())


def _lead_corners(case: Case) -> list[int]:
    """Days ahead from which on another piece of the value function of the lead time counts."""
    offering = case.offering
    least, ideal = offering.lead_minimum, max(offering.lead_ideal, offering.lead_minimum)
    corners = {ceil(least + x * (ideal - least)) for x, _y in points_of("leadtime", case.owner, offering)}
    return sorted(max(0, corner) for corner in {0, least, ideal, *corners})


def on_the_day(case: Case, day: date) -> Case:
    """As if the client had named just this day."""
    return _on(case, day).case


def _free_from(case: Case, day: date) -> date:
    if case.on_day(day) is Availability.FREE:
        return day
    return next((one for one in case.free_near(day, not_before=day, count=1)), day)
