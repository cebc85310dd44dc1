"""The diary: what stands on a day, what no longer counts, and what nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import TODAY
from domain.strategies import days, entries, many
from fitdesk.domain.availability import Availability, CalendarEntry, EntryKind, nearest_free
from fitdesk.domain.diary import Diary
from fitdesk.domain.linked_calendar import LinkedCalendar

DAY = date(2027, 6, 9)
FREE, HELD, BUSY, UNKNOWN = Availability.FREE, Availability.HELD, Availability.BUSY, Availability.UNKNOWN


def whole(day: date = DAY, kind: EntryKind = EntryKind.BOOKED, **changes: object) -> CalendarEntry:
    return replace(CalendarEntry(first=day, last=day, title="Work", kind=kind), **changes)  # type: ignore[arg-type]


def part(start: time, end: time | None, kind: EntryKind = EntryKind.BLOCKED) -> CalendarEntry:
    return whole(kind=kind, start=start, end=end, calendar_id=1)


def before_the_index(day: date, known: tuple[CalendarEntry, ...], inquiry: int | None, today: date) -> Availability:
    """The rule said again in the plainest way: every entry looked at for every day."""
    stands = [
        entry
        for entry in known
        if entry.first - timedelta(days=entry.before) <= day <= entry.last + timedelta(days=entry.after)
        and (entry.inquiry_id is None or entry.inquiry_id != inquiry)
        and (entry.expires is None or entry.expires >= today)
    ]
    firm: set[int] = set()
    pencilled: set[int] = set()
    state = FREE
    for entry in stands:
        if entry.minutes is not None and entry.first == day:
            (pencilled if entry.kind is EntryKind.HELD else firm).update(range(*entry.minutes))
        elif entry.kind is not EntryKind.HELD:
            return BUSY
        else:
            state = HELD
    if len(firm) >= 240:
        return BUSY
    return HELD if pencilled and len(firm | pencilled) >= 240 else state


@many
@given(entries, days, st.sampled_from((None, 5, 6)))
def test_the_index_says_what_looking_at_every_entry_would(
    known: tuple[CalendarEntry, ...], day: date, inquiry: int | None
) -> None:
    diary = Diary.of(known, today=TODAY)
    for near in (day, day - timedelta(days=1), day):
        assert diary.on_day(near, inquiry) is before_the_index(near, known, inquiry, TODAY)
    assert Diary.of(known[::-1], today=TODAY) == diary
    assert list(diary) == sorted(diary, key=lambda entry: entry.first)


def test_a_hold_that_has_run_out_no_longer_counts() -> None:
    hold = whole(kind=EntryKind.HELD, expires=TODAY)
    assert Diary.of([hold], today=TODAY).on_day(DAY) is HELD
    later = TODAY + timedelta(days=1)
    assert Diary.of([hold], today=later).on_day(DAY) is FREE
    loaded = Diary.of([hold, whole(DAY + timedelta(days=1))])
    assert loaded.on_day(DAY) is HELD
    assert Diary.of(loaded, today=later).on_day(DAY) is FREE
    assert Diary.of(loaded, today=later) is loaded.as_of(later)
    assert Diary.of(loaded, today=TODAY) is loaded


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([part(time(9), time(9, 45))], FREE),
        ([part(time(9), time(13))], BUSY),
        ([part(time(9), time(11)), part(time(14), time(16))], BUSY),
        ([part(time(9), time(11)), part(time(9, 30), time(11))], FREE),
        ([part(time(9), time(12)), part(time(14), time(16), EntryKind.HELD)], HELD),
        ([part(time(9), time(12), EntryKind.HELD)], FREE),
        ([part(time(20), time(0))], BUSY),
        ([part(time(9), None)], FREE),
        ([part(time(9), time(9, 45)), whole(kind=EntryKind.HELD)], HELD),
    ],
)
def test_short_appointments_leave_a_day_free_until_they_fill_half_of_it(
    parts: list[CalendarEntry], expected: Availability
) -> None:
    diary = Diary.of(parts, today=TODAY)
    assert diary.on_day(DAY) is expected
    assert len(diary.standing(DAY)) == len(parts), "none of them is hidden"


def test_days_kept_for_the_journey_and_for_preparing_are_taken_too() -> None:
    diary = Diary.of([whole(before=2, after=1)], today=TODAY)
    states = [diary.on_day(DAY + timedelta(days=n)) for n in range(-3, 3)]
    assert states == [FREE, BUSY, BUSY, BUSY, BUSY, FREE]
    assert diary.sold_days(DAY - timedelta(days=9), DAY + timedelta(days=9)) == {
        (DAY + timedelta(days=n)).toordinal() for n in (-2, -1, 0, 1)
    }


def test_only_own_work_counts_towards_the_load() -> None:
    known = [whole(kind=EntryKind.BLOCKED), whole(kind=EntryKind.HELD, calendar_id=1), whole(inquiry_id=5)]
    assert Diary.of(known).sold_days(DAY, DAY) == {DAY.toordinal()}
    assert Diary.of(known).sold_days(DAY, DAY, except_inquiry=5) == set()


@pytest.mark.parametrize(
    ("calendar", "words"),
    [
        (LinkedCalendar(name="Home", covers_until=date.max, trouble="It is gone."), "could not be read"),
        (LinkedCalendar(name="Home"), "has not been read yet"),
        (LinkedCalendar(name="Home", covers_until=DAY - timedelta(days=1)), "is known until 8 June 2027 only"),
        (LinkedCalendar(name="Home", covers_until=DAY), ""),
    ],
)
def test_a_day_that_a_calendar_does_not_tell_is_not_known(calendar: LinkedCalendar, words: str) -> None:
    diary = Diary.of([whole(DAY - timedelta(days=2)), whole(DAY - timedelta(days=1), EntryKind.HELD)], (calendar,))
    assert words in diary.trouble_on(DAY)
    assert bool(words) == bool(diary.trouble_on(DAY))
    assert diary.on_day(DAY) is (UNKNOWN if words else FREE)
    assert diary.on_day(DAY - timedelta(days=2)) is BUSY, "what stands, stands"
    if calendar.trouble:
        assert diary.on_day(DAY - timedelta(days=1)) is UNKNOWN, "it may be taken there besides being held here"


def test_very_long_entries_and_the_ends_of_time() -> None:
    forever = whole(date.min, last=date.max, kind=EntryKind.HELD, before=3, after=3, title="A")
    diary = Diary.of([forever, whole()])
    assert [diary.on_day(day) for day in (date.min, DAY, date.max)] == [HELD, BUSY, HELD]
    assert diary.last_day(date.max) == date.max
    assert diary.last_day(DAY) == DAY
    assert Diary.of(()).last_day(DAY) is None
    assert nearest_free(date.max, diary) == ()


def test_the_first_day_that_is_not_covered() -> None:
    known = LinkedCalendar(covers_until=DAY)
    assert Diary.of((), (known, LinkedCalendar(covers_until=DAY + timedelta(days=9)))).unread_from() == DAY + timedelta(
        days=1
    )
    assert Diary.of((), (LinkedCalendar(covers_until=date.max),)).unread_from() is None
    assert Diary.of(()).unread_from() is None
