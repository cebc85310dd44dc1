"""Is the work sound for the owner? The criteria capacity, travel, scope, strategic and access."""

from __future__ import annotations

from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.event import Booking, Mode
from fitdesk.domain.inquiry import DecisionPower, ScopeState
from fitdesk.domain.judges_goal import stated_topics
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.roles import power_of
from fitdesk.domain.topics import stems, strength
from fitdesk.domain.values import Piecewise
from fitdesk.domain.wording import days_words, hours_words
from fitdesk.i18n import _, plural

LOAD = Piecewise(((0.8, 1.0), (1.0, 0.4), (1.1, 0.0)))
JOURNEY = ((2.0, 1.0), (4.0, 0.7), (8.0, 0.3))
USUAL_LIMIT = 12.0
"""Hours one way at which a journey counts nothing when the owner has named no limit."""
SCOPE = {ScopeState.FIXED: 1.0, ScopeState.FEW_OPEN: 0.6, ScopeState.MANY_OPEN: 0.2, ScopeState.UNLIMITED: 0.0}
SOME_INTEREST = 0.5
BOOKINGS = {Booking.ONE_OFF: "single event", Booking.SERIES: "series"}
POWER = {DecisionPower.DECIDER: 1.0, DecisionPower.SPONSOR: 0.6, DecisionPower.NEITHER: 0.2}
PER_STALL = 0.2


def judge_capacity(case: Case) -> Finding:
    """Load of the 30 days before the event with this work: up to 80 % 1, 100 % .4, 110 % 0; over one's cap a veto."""
    days, most = case.effort_days, case.owner.capacity_days
    cap = None if case.owner.capacity_cap is None else case.owner.capacity_cap / 100
    may_trip = VetoState.CLEAR if cap is None else VetoState.POSSIBLE
    if most is None or most <= 0:
        return Finding(UNKNOWN_VALUE, _("days you may sell in a month not stated"), may_trip)
    least_effort, booked = (0.0 if days is None else float(days)), case.loads
    low = (least_effort + (booked.low if booked else 0.0)) / float(most)
    is_open = days is None or booked is None
    high = low if is_open else (least_effort + booked.high) / float(most) if booked else low
    value = Range(0.0, LOAD(low)) if is_open else LOAD.over(Range(low, high))
    veto = may_trip
    if cap is not None and low > cap:
        veto = VetoState.CONFIRMED
    elif not is_open and (cap is None or high <= cap):
        veto = VetoState.CLEAR
    if days is None:
        return Finding(value, _("days of work not stated"), veto)
    if booked is None:
        text = _("{days} of work; which month is not known")
        return Finding(value, text.format(days=days_words(days)), veto)
    return Finding(value, _load_words(booked, low, high, case), veto)


def _load_words(booked: Range, low: float, high: float, case: Case) -> str:
    percent = f"{low:.0%}" if low == high else f"{low:.0%}–{high:.0%}"
    taken = days_words(booked.low)
    if not booked.is_exact:
        taken = _("{low}–{high} days").format(low=f"{booked.low:g}", high=f"{booked.high:g}")
    text = _("{days} of work beside {taken} taken in the 30 before: {percent} of what you sell in a month")
    return text.format(days=days_words(case.effort_days or 0), taken=taken, percent=percent.replace("%", " %"))


def judge_travel(case: Case) -> Finding:
    """Hours one way: two 1, four .7, eight .3, the owner's limit 0; online 1."""
    event, said = case.inquiry.event, case.inquiry.owners_word.travel_hours
    if event.mode is Mode.VIRTUAL:
        return Finding(Range.exactly(1.0), _("online: no journey"))
    hours = case.hours if said is None else Range.exactly(float(said))
    if hours is None:
        if case.owner.home.latitude is None and event.place.city:
            has_home = bool(case.owner.home.city)
            text = (
                _("{city}: your home town is not on the map") if has_home else _("{city}: your home town is not stated")
            )
            return Finding(UNKNOWN_VALUE, text.format(city=event.place.city))
        known = event.place.city
        return Finding(UNKNOWN_VALUE, _("{city}: not on the map").format(city=known) if known else _("no place stated"))
    value = _journey_value(hours, case)
    city = event.place.city or _("the place")
    text = _("{city}: {hours} each way") if hours.high > 0 else _("{city}: no journey")
    if said is None and hours.high > 0:
        text = _("{city}: about {hours} each way")
    words = text.format(city=city, hours=hours_words((hours.low + hours.high) / 2))
    if event.mode is None and value.low < 1.0:
        return Finding(Range(value.low, 1.0), f"{words}; {_('whether it could be online is not stated')}")
    return Finding(value, words)


def _journey_value(hours: Range, case: Case) -> Range:
    stated = case.owner.travel_limit
    limit = USUAL_LIMIT if stated is None else float(stated)
    points = [point for point in JOURNEY if point[0] < limit]
    if not points:
        points = [(limit, 1.0)]
    value = Piecewise((*points, (limit, 0.0))).over(hours)
    if stated is None and hours.high > JOURNEY[-1][0]:
        # Beyond eight hours it depends on a limit that the owner has not named.
        return Range(0.0, max(value.high, JOURNEY[-1][1]))
    return value


def judge_scope(case: Case) -> Finding:
    """Open points in what is to be delivered; a package that the offering fixes is fixed unless they ask for more."""
    scope = case.inquiry.scope
    if scope is None:
        if case.offering.fixed_package:
            return Finding(Range.exactly(1.0), _("a fixed package: {package}").format(package=case.offering.package))
        return Finding(UNKNOWN_VALUE, _("deliverables not stated"))
    words = {
        ScopeState.FIXED: _("what is to be delivered is fixed"),
        ScopeState.FEW_OPEN: _("one or two points are open"),
        ScopeState.MANY_OPEN: _("three or more points are open"),
        ScopeState.UNLIMITED: _("no limit to what is to be delivered"),
    }
    return Finding(Range.exactly(SCOPE[scope]), words[scope])


def judge_strategic(case: Case) -> Finding:
    """The work wanted now: sector, topic or kind of booking on the owner's focus list 1, a series .5, neither 0."""
    event = case.inquiry.event
    if not case.owner.focus:
        return Finding(UNKNOWN_VALUE, _("you have named no focus yet"))
    topics = stated_topics(case)
    bookings = tuple(Booking) if event.booking is None else (event.booking,)
    for said in (event.sector, *topics, *(BOOKINGS[kind] for kind in bookings if event.booking)):
        if said and _in_focus(said, case):
            return Finding(Range.exactly(1.0), _("{said}: on your focus list").format(said=said))
    low = SOME_INTEREST if event.booking is Booking.SERIES else 0.0
    high = SOME_INTEREST if Booking.SERIES in bookings else 0.0
    if event.sector is None or not topics:
        missing = _("sector not stated") if event.sector is None else _("topic not stated")
        return Finding(Range(low, 1.0), missing)
    if event.booking is None:
        if any(_in_focus(BOOKINGS[kind], case) for kind in bookings):
            high = 1.0
        return Finding(Range(low, high), _("not on your focus list; one-off or series not stated"))
    text = _("not on your focus list, but a series") if low else _("not on your focus list, and once only")
    return Finding(Range.exactly(low), text)


def _in_focus(said: str, case: Case) -> bool:
    language = case.inquiry.language
    return any(strength(stems(said, language), stems(wanted, language)) for wanted in case.owner.focus)


def judge_access(case: Case) -> Finding:
    """Who writes: somebody who decides 1, a sponsor .6, neither .2; .2 less for each recorded stall."""
    inquiry = case.inquiry
    role = inquiry.contact.role
    power = inquiry.owners_word.power or (power_of(role) if role else None)
    stalled = PER_STALL * len(inquiry.stalls)
    value = UNKNOWN_VALUE if power is None else Range.exactly(POWER[power])
    value = Range(max(0.0, value.low - stalled), max(0.0, value.high - stalled))
    who = role or inquiry.contact.name or _("the person who writes")
    words = {
        DecisionPower.DECIDER: _("{who}: decides"),
        DecisionPower.SPONSOR: _("{who}: speaks for it, but does not decide alone"),
        DecisionPower.NEITHER: _("{who}: does not decide"),
        None: _("{who}: what they may decide is not known"),
    }
    sentence = words[power].format(who=who)
    if inquiry.stalls:
        sentence += "; " + plural("{n} stall recorded", "{n} stalls recorded", len(inquiry.stalls))
    return Finding(value, sentence)
