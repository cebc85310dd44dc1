"""Odd but possible input: nothing crashes, and nothing leaves the scale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from build import TODAY, an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.event import Budget, Event
from fitdesk.domain.fit import assess
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner

FOR_EVER = (CalendarEntry(first=date(2027, 5, 1), last=date.max), CalendarEntry(first=date.min, last=date(2026, 1, 1)))
T_KEYS = ("goal", "overdeliver", "audience", "format", "language", "leadtime", "style", "churn")

INQUIRIES = (
    Inquiry(),
    Inquiry(event=Event(date_range=(date(2028, 1, 1), date(2027, 1, 1)))),
    Inquiry(event=Event(date_range=(date(1, 1, 1), date.max))),
    Inquiry(event=Event(dates=(date.max,))),
    an_inquiry(budget=Budget(min=Decimal(9), max=Decimal(1), currency="GBP")),
    an_inquiry(event=an_event(audience_min=500, audience_max=5, duration_minutes=0)),
    an_inquiry(event=an_event(topics=("…", "")), goal="?", language="xx"),
)
OFFERINGS = (
    Offering(),
    an_offering(audience_min=0, audience_max=0),
    an_offering(audience_min=500, audience_max=5),
    an_offering(lead_minimum=90, lead_ideal=10, minutes=(90, 30)),
    an_offering(fee_floor=Decimal(9000)),
    an_offering(fee_floor=Decimal(0), fee_list=Decimal(0)),
    an_offering(effort_days=Decimal(0), currency="XXX"),
)
OWNERS = (
    Owner(),
    an_owner(travel_limit=Decimal(0), capacity_days=Decimal(0)),
    an_owner(target_rate=Decimal(0)),
    an_owner(weights=(("goal", -3.0),)),
    an_owner(weights=tuple((key, 0.0) for key in T_KEYS)),
    an_owner(rates=(("EUR", Decimal(0)), ("XXX", Decimal(0)))),
)


@pytest.mark.parametrize("inquiry", INQUIRIES)
def test_odd_input_is_judged_all_the_same(inquiry: Inquiry) -> None:
    for offering in OFFERINGS:
        for owner in OWNERS:
            for entries in ((), FOR_EVER):
                judged = assess(inquiry, offering, owner, entries, TODAY)
                assert 0 <= judged.fit.low <= judged.fit.high <= 100 + 1e-9
