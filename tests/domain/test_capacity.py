"""How full a month is: booked for certain, held perhaps, never more days than the month has."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import an_owner
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.capacity import MonthLoad, month_load
from fitdesk.domain.diary import Diary
from fitdesk.domain.ranges import Range

MAY = date(2027, 5, 1)


def entry(first: int, last: int, kind: EntryKind = EntryKind.BOOKED, **more: Any) -> CalendarEntry:
    """Days after the first of May."""
    return CalendarEntry(first=MAY + timedelta(days=first), last=MAY + timedelta(days=last), kind=kind, **more)


def load(*entries: CalendarEntry, **owner: Any) -> MonthLoad:
    return month_load(Diary.of(entries), MAY + timedelta(days=9), an_owner(**owner))


def test_booked_days_are_certain_and_held_ones_perhaps() -> None:
    found = load(
        entry(-3, 1),
        entry(5, 6, EntryKind.HELD),
        entry(6, 6),
        entry(10, 20, EntryKind.BLOCKED),
        entry(22, 22, calendar_id=4),
        capacity_days=Decimal(12),
    )
    assert (found.booked, found.held) == (3, 1)
    assert found.days == Range(3.0, 4.0)
    assert found.share is not None
    assert (found.share.low, found.share.high) == pytest.approx((25.0, 100 / 3))


def test_days_kept_for_the_journey_are_work() -> None:
    assert load(entry(9, 9, before=2, after=1)).booked == 4


def test_without_a_number_of_days_the_share_is_not_known() -> None:
    found = load(entry(1, 2), capacity_days=None, capacity_cap=50)
    assert (found.share, found.is_over_cap) == (None, False)
    assert load(entry(1, 2), capacity_days=Decimal(0)).share is None


def test_the_limit_is_passed_only_by_what_is_booked() -> None:
    held = load(entry(1, 9, EntryKind.HELD), capacity_days=Decimal(10), capacity_cap=80)
    booked = load(entry(1, 9), capacity_days=Decimal(10), capacity_cap=80)
    assert (held.is_over_cap, booked.is_over_cap) == (False, True)


spans = st.tuples(st.integers(-40, 60), st.integers(0, 30), st.sampled_from(EntryKind))


@given(st.lists(spans, max_size=12))
def test_no_month_has_more_days_than_it_has(found: list[tuple[int, int, EntryKind]]) -> None:
    one = load(*(entry(first, first + length, kind) for first, length, kind in found))
    assert 0 <= one.booked <= one.booked + one.held <= 31
