"""Which weeks a month shows, and which bar lies where: nothing lost, nothing drawn twice, nothing over another."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.ui.calendar.bar_painting import Look, look_of
from fitdesk.ui.calendar.entry_words import bar_words, clock, detail_words, hours_words, kept_free_words
from fitdesk.ui.calendar.weeks import (
    DAYS,
    days_on,
    in_order,
    lay_out,
    month_after,
    reach,
    same_day_in,
    week_number,
    week_of,
    weeks_of,
)

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 22)


def entry(first: int, last: int, **changes: object) -> CalendarEntry:
    """Days after MONDAY."""
    days = {"first": MONDAY + timedelta(days=first), "last": MONDAY + timedelta(days=last)}
    return CalendarEntry(**{"title": "Work", **days, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("month", "locale", "first", "count"),
    [
        (date(2026, 11, 5), "en_GB", date(2026, 10, 26), 6),
        (date(2026, 11, 5), "en_US", date(2026, 11, 1), 5),
        (date(2027, 2, 1), "en_GB", date(2027, 2, 1), 5),
        (date(2026, 12, 31), "en_GB", date(2026, 11, 30), 5),
    ],
)
def test_the_weeks_of_a_month_begin_as_the_owner_counts(month: date, locale: str, first: date, count: int) -> None:
    weeks = weeks_of(month, locale)
    assert (weeks[0], len(weeks)) == (first, count)
    assert {(later - earlier).days for earlier, later in pairwise(weeks)} == {DAYS}


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.sampled_from(["en_GB", "en_US"]))
def test_every_day_of_the_month_is_shown_once(day: date, locale: str) -> None:
    shown = [days_on(week, step) for week in weeks_of(day, locale) for step in range(DAYS)]
    of_month = [one for one in shown if (one.year, one.month) == (day.year, day.month)]
    assert of_month[0].day == 1
    assert len(of_month) == (month_after(day, 1) - month_after(day, 0)).days
    assert week_of(day, locale) in weeks_of(day, locale)


@pytest.mark.parametrize("day", [date.min, date(1, 1, 9), date(9999, 10, 31), date.max])
def test_the_ends_of_the_calendar_do_no_harm(day: date) -> None:
    assert week_of(day, "en_GB") <= day
    assert len(weeks_of(day, "en_GB")) >= 5
    assert same_day_in(month_after(day, 1), day)
    assert same_day_in(month_after(day, -1), day)


def test_turning_keeps_the_day_as_far_as_the_month_has_it() -> None:
    assert same_day_in(month_after(date(2027, 1, 31), 1), date(2027, 1, 31)) == date(2027, 2, 28)
    assert same_day_in(month_after(date(2026, 12, 5), 1), date(2026, 12, 5)) == date(2027, 1, 5)
    assert month_after(date(2026, 1, 31), -1) == date(2025, 12, 1)


def test_week_numbers_are_those_of_the_thursday() -> None:
    assert week_number(date(2026, 12, 28)) == 53
    assert week_number(date(2027, 1, 4)) == 1
    assert week_number(date(2027, 1, 3)) == 1  # a week from Sunday on


def test_a_bar_goes_on_over_the_end_of_the_week() -> None:
    work = entry(-2, 1)
    (bar,) = lay_out(MONDAY, [work], 3).bars
    assert (bar.first, bar.last, bar.begins, bar.ends) == (0, 1, False, True)
    (before,) = lay_out(MONDAY - timedelta(days=7), [work], 3).bars
    assert (before.first, before.last, before.begins, before.ends) == (5, 6, True, False)


def test_days_kept_free_lie_beside_the_entry_in_its_lane() -> None:
    bars = lay_out(MONDAY, [entry(2, 3, before=1, after=2)], 3).bars
    assert [(bar.first, bar.last, bar.is_around, bar.lane) for bar in bars] == [
        (1, 1, True, 0),
        (2, 3, False, 0),
        (4, 5, True, 0),
    ]
    assert all(bar.begins and bar.ends for bar in bars)


def test_a_day_too_full_says_how_many_more() -> None:
    entries = in_order([entry(2, 2, title=str(number)) for number in range(5)])
    week = lay_out(MONDAY, entries, 3)
    assert week.hidden == (0, 0, 3, 0, 0, 0, 0)
    assert [bar.lane for bar in week.bars] == [0, 1]


def test_a_long_bar_gives_way_only_on_the_day_that_is_too_full() -> None:
    long = [entry(0, 6, title=str(number)) for number in range(2)]
    week = lay_out(MONDAY, in_order([*long, entry(3, 3, title="short")]), 2)
    assert week.hidden == (0, 0, 0, 2, 0, 0, 0)
    assert [(bar.first, bar.last) for bar in week.bars if bar.lane == 1] == [(0, 2), (4, 6)]


spans = st.tuples(st.integers(-9, 12), st.integers(0, 9), st.integers(0, 2), st.integers(0, 2))


@given(st.lists(spans, max_size=25), st.integers(1, 5))
def test_each_entry_is_shown_or_counted_on_each_of_its_days(found: list[tuple[int, int, int, int]], lanes: int) -> None:
    entries = in_order(
        [
            entry(first, first + length, before=before, after=after, title=str(number))
            for number, (first, length, before, after) in enumerate(found)
        ]
    )
    week = lay_out(MONDAY, entries, lanes)
    taken: set[tuple[int, int]] = set()
    for bar in week.bars:
        for column in range(bar.first, bar.last + 1):
            assert (bar.lane, column) not in taken
            taken.add((bar.lane, column))
    for column in range(DAYS):
        day = MONDAY + timedelta(days=column)
        there = sum(1 for one in entries if reach(one)[0] <= day <= reach(one)[1])
        shown = sum(1 for bar in week.bars if bar.first <= column <= bar.last)
        assert shown + week.hidden[column] == there
        assert not week.hidden[column] or (lanes - 1, column) not in taken


def test_the_owners_own_stand_above_those_of_calendar_files() -> None:
    linked = entry(0, 3, title="Linked", kind=EntryKind.BLOCKED, calendar_id=1)
    ordered = in_order([linked, entry(0, 0, title="Held", kind=EntryKind.HELD), entry(0, 0, title="Booked")])
    assert [one.title for one in ordered] == ["Booked", "Held", "Linked"]


def test_each_kind_has_a_shape_of_its_own() -> None:
    kinds = [look_of(entry(0, 0, kind=kind)) for kind in EntryKind]
    linked = look_of(entry(0, 0, kind=EntryKind.BLOCKED, calendar_id=3))
    assert len({*kinds, linked, look_of(entry(0, 0), is_around=True)}) == len(Look)


def test_words_of_entries() -> None:
    names = {3: "Private"}
    hold = entry(0, 4, title="Offsite", kind=EntryKind.HELD, expires=date(2026, 12, 3))
    assert bar_words(hold, TODAY, {}, "en_GB") == "Offsite · until 3 Dec"
    assert detail_words(hold, TODAY, {}, "en_GB") == "Held · 16–20 Nov · held until 3 Dec"
    over = entry(0, 0, title="", kind=EntryKind.HELD, expires=date(2026, 11, 1))
    assert bar_words(over, TODAY, {}, "en_GB") == "Held · ran out"
    assert detail_words(over, TODAY, {}, "en_GB", on=over.first) == "Held · ran out on 1 Nov"
    dentist = entry(1, 1, title="Dentist", calendar_id=3, start=time(9, 30), end=time(14, 0))
    assert bar_words(dentist, TODAY, names, "en_GB") == "9:30 Dentist"
    assert detail_words(dentist, TODAY, names, "en_US") == "from Private · Nov 17 · 9:30 am–2:00 pm"
    assert hours_words(entry(0, 0), "en_GB") == ""
    assert clock(time(0, 5), "en_US") == "12:05 am"
    assert kept_free_words(entry(0, 0, before=1, after=2)) == "Kept free: 1 day before and 2 days after"
    assert kept_free_words(entry(0, 0, after=1)) == "Kept free: 1 day after"
    assert kept_free_words(entry(0, 0)) == ""
