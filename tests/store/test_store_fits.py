"""Remembered scores: void when what they rest on changes, old on a new day, and shown meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from build_store import DAY, NOW, an_inquiry, an_offering
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.store import fits, inquiries, linked_calendars, offerings
from fitdesk.store.inquiries import InquiryQuery, Order
from fitdesk.store.store import Store

TOMORROW = DAY + timedelta(days=1)


@pytest.fixture
def scored(store: Store) -> tuple[int, ...]:
    """Three open inquiries; the first two were scored today, the second the higher."""
    fits.age(store, DAY)
    numbers = tuple(inquiries.save(store, replace(an_inquiry(), id=None)).id or 0 for _ in range(3))
    inquiries.cache_fit(store, numbers[0], 40.0, 50.0, Verdict.ASK)
    inquiries.cache_fit(store, numbers[1], 60.0, 70.0, Verdict.ASK)
    return numbers


def lows(store: Store) -> list[float | None]:
    """The remembered fit of each line, best first."""
    return [line.low for line in inquiries.first_lines(store, InquiryQuery(order=Order.FIT), 9)]


def test_on_the_same_day_only_what_is_missing_is_asked_for(store: Store, scored: tuple[int, ...]) -> None:
    fits.age(store, DAY)
    assert inquiries.stale_ids(store, 9) == [scored[2]]
    assert lows(store) == [60.0, 40.0, None]


def test_on_a_new_day_all_are_asked_for_and_the_old_ones_shown(store: Store, scored: tuple[int, ...]) -> None:
    heard: list[object] = []
    store.subscribe(heard.append)
    fits.age(store, TOMORROW)
    assert sorted(inquiries.stale_ids(store, 9)) == sorted(scored)
    assert lows(store) == [60.0, 40.0, None]
    assert inquiries.ids(store, InquiryQuery(order=Order.FIT)) == [scored[1], scored[0], scored[2]]
    assert heard == []  # nothing that is shown has changed
    inquiries.cache_fit(store, scored[0], 80.0, 90.0, Verdict.ACCEPT)
    assert inquiries.stale_ids(store, 9) == [scored[2], scored[1]]
    assert lows(store) == [80.0, 60.0, None]


def test_many_days_later_a_score_that_was_never_made_anew_is_still_shown(store: Store, scored: tuple[int, ...]) -> None:
    for days in range(1, 40):
        fits.age(store, DAY + timedelta(days=days))
    assert lows(store) == [60.0, 40.0, None]
    assert sorted(inquiries.stale_ids(store, 9)) == sorted(scored)


def test_a_clock_set_back_is_a_new_day_too(store: Store, scored: tuple[int, ...]) -> None:
    fits.age(store, DAY - timedelta(days=1))
    assert len(inquiries.stale_ids(store, 9)) == len(scored)


def test_what_scores_rest_on_makes_the_old_ones_void_as_well(store: Store, scored: tuple[int, ...]) -> None:
    fits.age(store, TOMORROW)
    inquiries.cache_fit(store, scored[0], 80.0, 90.0, Verdict.ACCEPT)
    offerings.save(store, an_offering())
    assert lows(store) == [None, None, None]
    inquiries.cache_fit(store, scored[1], 10.0, 20.0, Verdict.DECLINE)
    assert lows(store) == [10.0, None, None]
    fits.age(store, TOMORROW + timedelta(days=1))
    assert lows(store) == [10.0, None, None]


def test_a_calendar_that_was_only_read_again_leaves_scores_alone(store: Store, scored: tuple[int, ...]) -> None:
    linked = linked_calendars.save(store, LinkedCalendar(name="Home", path="home.ics"))
    inquiries.cache_fit(store, scored[0], 40.0, 50.0, Verdict.ASK)
    read = replace(linked, read_at=NOW, covers_until=TOMORROW, fingerprint="1")
    linked_calendars.save(store, read)
    assert lows(store) == [None, None, None]  # from now on its days are known
    inquiries.cache_fit(store, scored[0], 40.0, 50.0, Verdict.ASK)
    linked_calendars.save(store, replace(read, read_at=NOW + timedelta(hours=1), fingerprint="2"))
    linked_calendars.keep_occurrences(store, linked.id or 0, [])
    assert lows(store) == [40.0, None, None]
    linked_calendars.save(store, replace(read, trouble="It is gone."))
    assert lows(store) == [None, None, None]
