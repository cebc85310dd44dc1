"""Is the work sound for the owner? The criteria capacity, travel, scope, strategic and access."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from math import inf

from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.curves import function, points_of
from fitdesk.domain.event import Booking, Mode
from fitdesk.domain.inquiry import DecisionPower, ScopeState
from fitdesk.domain.judges_goal import named_topics
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.roles import power_of
from fitdesk.domain.topics import likeness
from fitdesk.domain.values import Piecewise, Points
from fitdesk.domain.wording import days_words, hours_words
from fitdesk.domain.worth import worth, worth_at
from fitdesk.i18n import _, plural

USUAL_LIMIT = 12.0
"""Hours one way that are tried when the owner has named no limit: half a day, beyond which few would go by land."""
NOT_FULL = 0.8
"""Share of a month up to which nobody needs to hear how full it is."""
SCOPES = (ScopeState.FIXED, ScopeState.FEW_OPEN, ScopeState.MANY_OPEN, ScopeState.UNLIMITED)
POWERS = (DecisionPower.DECIDER, DecisionPower.SPONSOR, DecisionPower.NEITHER)
"""States in the order of the levels of their value functions."""
NO_FOCUS, A_SERIES, IN_FOCUS = 0.0, 1.0, 2.0
ONLINE = Range.exactly(1.0)
BOOKINGS = {Booking.ONE_OFF: "single", Booking.SERIES: "series"}
"""How often, in the word that a focus list is searched for."""
ONE_OFF = re.compile(r"\b(one[- ]?offs?|once|einmalig\w*)\b", re.IGNORECASE)
"""What an owner may call single work: "one-off keynotes" would else be two words that tell nothing."""


def judge_capacity(case: Case) -> Finding:
    """Load of the 30 days before the event with this work: up to 80 % 1, 100 % .4, 110 % 0; over one's cap a veto.

    Of work that is spread over several months only a month's share counts.
    """
    days, most = case.effort_a_month, case.owner.capacity_days
    cap = None if case.owner.capacity_cap is None else case.owner.capacity_cap / 100
    may_trip = VetoState.CLEAR if cap is None else VetoState.POSSIBLE
    if most is None or most <= 0:
        return Finding(UNKNOWN_VALUE, lambda: _("days you may sell in a month not stated"), may_trip)
    least_effort, booked = (0.0 if days is None else days), case.loads
    low = (least_effort + (booked.low if booked else 0.0)) / float(most)
    is_open = days is None or booked is None
    high = inf if is_open or booked is None else (least_effort + booked.high) / float(most)
    value = worth("capacity", Range(low * 100, high * 100), case)
    veto = may_trip
    if cap is not None and low > cap:
        veto = VetoState.CONFIRMED
    elif not is_open and (cap is None or high <= cap):
        veto = VetoState.CLEAR
    return Finding(value, lambda: _capacity_words(low, high, case), veto)


def _capacity_words(low: float, high: float, case: Case) -> str:
    days, booked = case.effort_days, case.loads
    if days is None:
        return _("days of work not stated")
    if booked is None:
        text = _("{work}; which month is not known")
        if low > NOT_FULL and case.owner.capacity_days:
            text = _("{work}, {percent} of what you sell in a month; which month is not known")
        percent = f"{low:.0%}".replace("%", " %")
        return text.format(work=_effort_words(case), percent=percent)
    return _load_words(booked, low, high, case)


def _load_words(booked: Range, low: float, high: float, case: Case) -> str:
    percent = f"{low:.0%}" if low == high else f"{100 * low:.0f}–{high:.0%}"
    taken = days_words(booked.low)
    if not booked.is_exact:
        taken = _("{low}–{high} days").format(low=f"{booked.low:g}", high=f"{booked.high:g}")
    text = _("{work} beside {taken} taken in the 30 before: {percent} of what you sell in a month")
    return text.format(work=_effort_words(case), taken=taken, percent=percent.replace("%", " %"))


def _effort_words(case: Case) -> str:
    """ "3 days of work", or "1.2 days of work a month" where it is spread."""
    if case.offering.effort_months <= 1:
        return _("{days} of work").format(days=days_words(case.effort_days or 0))
    return _("{days} of work a month").format(days=days_words(round(case.effort_a_month or 0.0, 1)))


def judge_travel(case: Case) -> Finding:
    """Hours one way: two 1, four .7, eight .3, the owner's limit 0; online 1."""
    event = case.inquiry.event
    if event.mode is Mode.VIRTUAL:
        return Finding(ONLINE, lambda: _("online: no journey"))
    hours = journey_of(case)
    if hours is None:
        return Finding(UNKNOWN_VALUE, lambda: _no_journey_words(case))
    value = _journey_value(hours, case)
    if event.mode is None and value.low < 1.0:
        value = Range(value.low, 1.0)
        return Finding(value, lambda: f"{_journey_words(case)}; {_('whether it could be online is not stated')}")
    return Finding(value, lambda: _journey_words(case))


def journey_of(case: Case) -> Range | None:
    """Hours one way: the owner's word, else the estimate from the map; None when neither is known."""
    said = case.inquiry.owners_word.travel_hours
    return case.hours if said is None else Range.exactly(float(said))


def _no_journey_words(case: Case) -> str:
    city = case.inquiry.event.place.city
    if city is None:
        return _("no place stated")
    if case.owner.home.latitude is None:
        has_home = bool(case.owner.home.city)
        text = _("{city}: your home town is not on the map") if has_home else _("{city}: your home town is not stated")
        return text.format(city=city)
    return _("{city}: not on the map").format(city=city)


def _journey_words(case: Case) -> str:
    hours = journey_of(case) or Range.exactly(0.0)
    text = _("{city}: no journey")
    if hours.high > 0:
        is_guess = case.inquiry.owners_word.travel_hours is None
        text = _("{city}: about {hours} each way") if is_guess else _("{city}: {hours} each way")
        if set(case.offering.modes) == {Mode.VIRTUAL}:
            # It is judged by what they wanted, and would be travelled to only then.
            text = _("only given online; on site {city} would be about {hours} each way")
    city = case.inquiry.event.place.city or _("the place")
    return text.format(city=city, hours=hours_words((hours.low + hours.high) / 2))


def _journey_value(hours: Range, case: Case) -> Range:
    points, stated = points_of("travel", case.owner, case.offering), case.owner.travel_limit
    if stated is not None:
        return _within(float(stated), points).over(hours)
    last, least = points[-1]
    value = function(points).over(hours)
    # Beyond the last point it depends on a limit that the owner has not named.
    return value if hours.high <= last else Range(0.0, max(value.high, least))


@lru_cache(maxsize=256)
def _within(limit: float, points: Points) -> Piecewise:
    """The value function up to ``limit``, where it falls to nothing."""
    inside = [point for point in points if point[0] < limit] or [(limit, points[0][1])]
    return Piecewise((*inside, (limit, 0.0)))


def judge_scope(case: Case) -> Finding:
    """Open points in what is to be delivered; a package that the offering fixes is fixed unless they ask for more."""
    scope = case.inquiry.scope
    if scope is None:
        if not case.offering.fixed_package:
            return Finding(UNKNOWN_VALUE, lambda: _("deliverables not stated"))
        return Finding(worth_at("scope", 0.0, case), lambda: _package_words(case.offering.package))
    return Finding(worth_at("scope", float(SCOPES.index(scope)), case), partial(_scope_words, scope))


def _package_words(package: str) -> str:
    """The owner's own words between quotation marks, without the full stop that would end the sentence."""
    said = package.strip().rstrip(".")
    return _("a fixed package: “{package}”").format(package=said) if said else _("a fixed package")


def _scope_words(scope: ScopeState) -> str:
    return {
        ScopeState.FIXED: _("what is to be delivered is fixed"),
        ScopeState.FEW_OPEN: _("one or two points are open"),
        ScopeState.MANY_OPEN: _("three or more points are open"),
        ScopeState.UNLIMITED: _("no limit to what is to be delivered"),
    }[scope]


def judge_strategic(case: Case) -> Finding:
    """The work wanted now: sector, topic or kind of booking on the owner's focus list 1, a series .5, neither 0."""
    event = case.inquiry.event
    if not case.owner.focus:
        return Finding(UNKNOWN_VALUE, lambda: _("you have named no focus yet"))
    topics = named_topics(case)
    bookings = tuple(Booking) if event.booking is None else (event.booking,)
    for said in (event.sector, *topics, *(BOOKINGS[kind] for kind in bookings if event.booking)):
        if said and _in_focus(said, case):
            shown = _("a single event") if said == BOOKINGS[Booking.ONE_OFF] else said
            return Finding(worth_at("strategic", IN_FOCUS, case), partial(_focus_words, shown))
    levels = {A_SERIES if kind is Booking.SERIES else NO_FOCUS for kind in bookings}
    if event.sector is None or not topics:
        levels.add(IN_FOCUS)
        return Finding(
            _any_of(levels, case),
            lambda: _("sector not stated") if event.sector is None else _("topic not stated"),
        )
    if event.booking is None:
        if any(_in_focus(BOOKINGS[kind], case) for kind in bookings):
            levels.add(IN_FOCUS)
        return Finding(_any_of(levels, case), lambda: _("not on your focus list; one-off or series not stated"))
    if A_SERIES in levels:
        return Finding(_any_of(levels, case), lambda: _("not on your focus list, but a series"))
    return Finding(_any_of(levels, case), lambda: _("not on your focus list, and once only"))


def _any_of(levels: set[float], case: Case) -> Range:
    values = [worth_at("strategic", level, case).low for level in levels]
    return Range(min(values), max(values))


def _focus_words(said: str) -> str:
    return _("{said}: on your focus list").format(said=said)


def _in_focus(said: str, case: Case) -> bool:
    return any(likeness(said, ONE_OFF.sub("single", wanted), case.languages) for wanted in case.owner.focus)


def judge_access(case: Case) -> Finding:
    """Who writes: somebody who decides 1, a sponsor .6, neither .2; .2 less for each recorded stall."""
    inquiry = case.inquiry
    role = inquiry.contact.role
    power = inquiry.owners_word.power or (power_of(role) if role else None)
    stalled = worth_at("access.stall", 0.0, case).low * len(inquiry.stalls)
    value = UNKNOWN_VALUE if power is None else worth_at("access", float(POWERS.index(power)), case)
    value = Range(max(0.0, value.low - stalled), max(0.0, value.high - stalled))
    return Finding(value, lambda: _access_words(power, case))


def _access_words(power: DecisionPower | None, case: Case) -> str:
    inquiry = case.inquiry
    who = inquiry.contact.role or inquiry.contact.name or _("the person who writes")
    words = {
        DecisionPower.DECIDER: _("{who}: decides"),
        DecisionPower.SPONSOR: _("{who}: speaks for it, but does not decide alone"),
        DecisionPower.NEITHER: _("{who}: does not decide"),
        None: _("{who}: what they may decide is not known"),
    }
    sentence = words[power].format(who=who)
    if inquiry.stalls:
        sentence += "; " + plural("{n} stall recorded", "{n} stalls recorded", len(inquiry.stalls))
    return sentence
