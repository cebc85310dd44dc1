"""The sentence on the verdict says what stands against a yes, and what would turn a no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from build import EVENT_DAY, TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import Verdict, WhichNo
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry
from fitdesk.ui.inquiries.upshot import upshot
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import triage

ON_HOLD = CalendarEntry(title="Alpine Insurance", kind=EntryKind.HELD, first=EVENT_DAY, last=EVENT_DAY)
BOOKED = CalendarEntry(title="Residential week", kind=EntryKind.BOOKED, first=EVENT_DAY, last=EVENT_DAY)


def said(inquiry: Inquiry, *entries: CalendarEntry, **owner: object) -> tuple[Verdict, WhichNo | None, str]:
    found = triage(inquiry, Practice(an_owner(**owner), (an_offering(),), (), entries), TODAY)
    assert found.best is not None
    return found.verdict, found.best.which_no, upshot(found.best, found.days)


def test_a_yes_names_a_day_on_hold_and_what_is_lost() -> None:
    assert said(an_inquiry()) == (Verdict.ACCEPT, None, "Nothing speaks against it.")
    good = "It is a good fit, and no open answer can change that."
    assert said(an_inquiry(scope=None)) == (Verdict.ACCEPT, None, good)
    assert said(an_inquiry(), ON_HOLD)[2] == "It is a good fit. Against it: a day on hold."
    off_focus = said(an_inquiry(scope=None), ON_HOLD, focus=("sport",))
    assert off_focus[2] == f"{good} Against it: a day on hold and the strategy."


def test_a_load_over_100_percent_speaks_against_it() -> None:
    found = said(an_inquiry(), capacity_days=Decimal("2.9"))
    assert found == (Verdict.ACCEPT, None, "It is a good fit. Against it: the capacity.")


def test_a_day_that_is_free_beside_one_on_hold_is_enough() -> None:
    two_days = asked(dates=(EVENT_DAY, date(2027, 9, 20)))
    assert said(two_days, ON_HOLD)[2] == "Nothing speaks against it."


def test_a_match_that_nobody_knows_is_not_called_the_right_one() -> None:
    known = said(asked(date_flexible=False), BOOKED)
    assert known == (Verdict.DECLINE, WhichNo.NOT_FREE, "Right match, wrong time.")
    unknown = said(an_inquiry(event=an_event(topics=(), date_flexible=False), goal=None, subject=""), BOOKED)
    assert unknown[:2] == (Verdict.DECLINE, WhichNo.NOT_FREE)
    assert unknown[2] == "The day is taken and cannot move. No open answer changes this; another day would."


def test_a_no_says_which_other_terms_would_do() -> None:
    low = Budget(min=Decimal(3000), max=Decimal(3000), currency="GBP", expenses_covered=True)
    assert said(an_inquiry(budget=low, scope=None))[2] == (
        "You could serve them, but not on these terms: leave politely. No open answer changes this; another fee would."
    )
    assert said(an_inquiry(event=an_event(topics=("stand-up comedy",)), scope=None))[2] == (
        "Somebody else will serve them better: refer them. No open answer changes this."
    )
