"""What could be answered about capacity, travel, scope, strategy and access."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fitdesk.domain.asking import Answer, Asking, with_event, with_owner, with_word
from fitdesk.domain.assessment import AskWhom
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.event import Booking, Mode
from fitdesk.domain.inquiry import DecisionPower, ScopeState
from fitdesk.domain.judges_for_me import USUAL_LIMIT
from fitdesk.domain.wording import days_words, hours_words
from fitdesk.domain.worth import own_corners
from fitdesk.i18n import _

EFFORTS = ("0.5", "1", "2", "3", "5", "10")
MONTHLY = (5, 10, 15, 20)
LIMITS = (6, 8, 10, 12, 16)


def ask_capacity(case: Case) -> Asking | None:
    """Effort, or days for sale in a month; None when only the day is missing (date asks for that)."""
    if case.owner.capacity_days is None:
        return Asking("capacity", AskWhom.OWNER, _("How many days a month may you sell?"), tuple(
            Answer(days_words(n), with_owner(case, capacity_days=Decimal(n)), _("it is {n} days").format(n=n))
            for n in MONTHLY
        ))  # fmt: skip
    return ask_effort(case, "capacity") if case.effort_days is None else None


def ask_effort(case: Case, criterion: str) -> Asking:
    """How many days of work it will take."""
    return Asking(criterion, AskWhom.OWNER, BY_KEY["capacity"].question, tuple(
        Answer(words, with_word(case, effort_days=Decimal(n)), _("it takes {days}").format(days=words))
        for n in EFFORTS if (words := days_words(Decimal(n)))
    ))  # fmt: skip


def ask_travel(case: Case) -> Asking:
    """Where it is, whether it could be online, how long the journey is or may be: whatever is missing."""
    event, said = case.inquiry.event, case.inquiry.owners_word.travel_hours
    limit = case.owner.travel_limit
    usual = USUAL_LIMIT if limit is None else float(limit)
    if said is None and case.hours is None:
        tried = sorted({1, 2, 4, 6, 8, *own_corners("travel", case)})
        hours = [n for n in tried if n < usual] + [usual]
        if event.place.city is not None:
            text = _("How many hours is the journey to {city}?").format(city=event.place.city)
            return Asking("travel", AskWhom.OWNER, text, tuple(_journey(case, n) for n in hours))
        stay = with_event(case, mode=event.mode or Mode.IN_PERSON)
        answers = [_journey(stay, n) for n in hours]
        if event.mode is None:
            answers.append(Answer(_("an event online"), with_event(case, mode=Mode.VIRTUAL)))
        text = BY_KEY["travel"].question if event.mode is None else _("Where is it?")
        return Asking("travel", AskWhom.CLIENT, text, tuple(answers))
    if event.mode is None:
        return Asking("travel", AskWhom.CLIENT, _("Could it be online?"), (
            Answer(_("an event online"), with_event(case, mode=Mode.VIRTUAL)),
            Answer(_("an event in person"), with_event(case, mode=Mode.IN_PERSON)),
        ))  # fmt: skip
    if limit is None and (said is not None or (case.hours is not None and case.hours.low > LIMITS[1])):
        return Asking("travel", AskWhom.OWNER, _("How many hours may a journey take?"), tuple(
            Answer(hours_words(n), with_owner(case, travel_limit=Decimal(n)), _("it may take {n} hours").format(n=n))
            for n in LIMITS
        ))  # fmt: skip
    text = _("How many hours is the journey to {city}?").format(city=event.place.city or _("the place"))
    guess = case.hours
    known = [] if guess is None else [guess.low, (guess.low + guess.high) / 2, guess.high]
    return Asking("travel", AskWhom.OWNER, text, tuple(_journey(case, n) for n in known))


def _journey(case: Case, hours: float) -> Answer:
    return Answer(
        _("a journey of {hours}").format(hours=hours_words(hours)), with_word(case, travel_hours=Decimal(str(hours)))
    )


def ask_scope(case: Case) -> Asking:
    """What is out of scope tells how firmly the rest is described."""
    words = {
        ScopeState.FIXED: _("a fixed scope"),
        ScopeState.FEW_OPEN: _("one or two open points"),
        ScopeState.MANY_OPEN: _("three or more open points"),
        ScopeState.UNLIMITED: _("no limit"),
    }
    return Asking("scope", AskWhom.CLIENT, BY_KEY["scope"].question, tuple(
        Answer(text, case.changed(inquiry=replace(case.inquiry, scope=scope))) for scope, text in words.items()
    ))  # fmt: skip


def ask_strategic(case: Case) -> Asking:
    """One-off or series, and the sector; the owner when no focus is named."""
    event, focus = case.inquiry.event, case.owner.focus
    if not focus:
        kind = event.sector or next(iter(event.topics), "") or case.inquiry.goal or "series"
        text = _("Which sectors or kinds of work do you want now? Is this one of them?")
        return Asking("strategic", AskWhom.OWNER, text, (
            Answer(_("yes"), with_owner(case, focus=(kind,)), _("it is one of them")),
            Answer(_("no"), with_owner(case, focus=("·",)), _("it is none of them")),
        ))  # fmt: skip
    bookings = [event.booking] if event.booking else [Booking.ONE_OFF, Booking.SERIES]
    sectors = [event.sector] if event.sector else [focus[0], "·"]
    named = {Booking.ONE_OFF: _("a single event"), Booking.SERIES: _("a series")}
    answers = tuple(
        Answer(f"{named[booking]}, {sector if sector != '·' else _('another sector')}",
               with_event(case, booking=booking, sector=sector))
        for booking in bookings for sector in sectors
    )  # fmt: skip
    text = BY_KEY["strategic"].question if event.booking is None else _("Which sector do you work in?")
    return Asking("strategic", AskWhom.CLIENT, text, answers)


def ask_access(case: Case) -> Asking:
    """Who decides."""
    words = {
        DecisionPower.DECIDER: _("somebody who decides"),
        DecisionPower.SPONSOR: _("somebody who speaks for it"),
        DecisionPower.NEITHER: _("somebody who does neither"),
    }
    return Asking("access", AskWhom.CLIENT, BY_KEY["access"].question, tuple(
        Answer(text, with_word(case, power=power)) for power, text in words.items()
    ))  # fmt: skip
