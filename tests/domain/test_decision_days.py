"""Until when to hold, when to come back, and when to look back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from fitdesk.domain.decision_days import (
    agreed_on,
    days_to_choose,
    may_look_back,
    should_look_back,
    trouble_with_agreed,
    trouble_with_coming_back,
    trouble_with_hold,
    usual_coming_back,
    usual_hold,
)
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.post_mortem import PostMortem

TODAY = date(2026, 11, 22)
SOON, LATER = date(2026, 11, 30), date(2027, 3, 1)


def past(*statuses: Status, day: date | None = LATER, post_mortem: PostMortem | None = None) -> Inquiry:
    at = datetime(2026, 11, 1, 9)
    history = tuple(StatusChange(at + timedelta(hours=n), status) for n, status in enumerate(statuses))
    event = Event(dates=(day,) if day else ())
    return Inquiry(event=event, status=statuses[-1], history=history, post_mortem=post_mortem)


@pytest.mark.parametrize(
    ("event", "until"),
    [
        (Event(), date(2026, 12, 6)),
        (Event(dates=(LATER,)), date(2026, 12, 6)),
        (Event(dates=(SOON,)), SOON),
        (Event(dates=(SOON, date(2026, 12, 2))), date(2026, 12, 2)),
        (Event(date_range=(SOON, LATER)), date(2026, 12, 6)),
        (Event(date_range=(TODAY, SOON)), SOON),
    ],
)
def test_a_hold_lasts_two_weeks_and_never_longer_than_the_event(event: Event, until: date) -> None:
    assert usual_hold(event, TODAY) == until
    assert trouble_with_hold(until, event, TODAY) == ""


@pytest.mark.parametrize(
    ("until", "event", "words"),
    [
        (None, Event(dates=(LATER,)), "until which day"),
        (date(2026, 11, 21), Event(dates=(LATER,)), "That day is past"),
        (date(2027, 3, 2), Event(dates=(LATER,)), "at the latest: 1 March 2027"),
        (TODAY, Event(dates=(date(2026, 11, 1),)), "nothing to hold"),
    ],
)
def test_what_cannot_be_held_is_said(until: date | None, event: Event, words: str) -> None:
    assert words in trouble_with_hold(until, event, TODAY)


def test_one_comes_back_in_a_month_on_a_working_day() -> None:
    assert usual_coming_back(date(2026, 11, 22)) == date(2026, 12, 22)
    assert usual_coming_back(date(2026, 11, 19)) == date(2026, 12, 21)
    assert trouble_with_coming_back(None, TODAY) == ""
    assert trouble_with_coming_back(TODAY + timedelta(days=1), TODAY) == ""
    assert "after today" in trouble_with_coming_back(TODAY, TODAY)


@pytest.mark.parametrize(
    ("inquiry", "may", "should"),
    [
        (past(Status.NEW, Status.ACCEPTED, day=date(2026, 11, 21)), True, True),
        (past(Status.NEW, Status.ACCEPTED, day=TODAY), False, False),
        (past(Status.NEW, Status.ACCEPTED), False, False),
        (past(Status.NEW, Status.ACCEPTED, day=None), True, False),
        (past(Status.NEW, Status.ACCEPTED, Status.WITHDRAWN), True, True),
        (past(Status.NEW, Status.ACCEPTED, Status.WITHDRAWN, post_mortem=PostMortem(TODAY)), True, False),
        (past(Status.NEW, Status.ASKED, Status.WITHDRAWN), False, False),
        (past(Status.NEW, Status.ACCEPTED, Status.NEW, Status.WITHDRAWN), False, False),
        (past(Status.NEW, Status.DECLINED, day=date(2026, 11, 21)), False, False),
    ],
)
def test_one_looks_back_on_what_was_accepted_and_is_over_or_lost(inquiry: Inquiry, may: bool, should: bool) -> None:
    assert may_look_back(inquiry, TODAY) is may
    assert should_look_back(inquiry, TODAY) is should


@pytest.mark.parametrize(
    ("event", "days"),
    [
        (Event(), 0),
        (Event(dates=(SOON,)), 0),
        (Event(dates=(LATER, SOON)), 2),
        (Event(date_range=(SOON, SOON + timedelta(days=3)), date_flexible=True), 4),
        (Event(date_range=(SOON, SOON + timedelta(days=3)), date_flexible=False), 0),
        (Event(date_range=(SOON, SOON + timedelta(days=3))), 0),
    ],
)
def test_a_day_is_chosen_only_where_one_of_several_will_do(event: Event, days: int) -> None:
    chosen = days_to_choose(event)
    assert len(chosen) == days
    assert list(chosen) == sorted(chosen)


def test_the_day_agreed_is_the_only_one_left() -> None:
    event = agreed_on(Event(date_range=(SOON, LATER), date_flexible=True, venue="Town hall"), SOON)
    assert event == Event(dates=(SOON,), date_flexible=False, venue="Town hall")
    assert days_to_choose(event) == ()
    assert trouble_with_agreed(SOON, TODAY) == trouble_with_agreed(None, TODAY) == ""
    assert "past" in trouble_with_agreed(TODAY - timedelta(days=1), TODAY)
