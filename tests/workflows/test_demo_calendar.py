"""The demo's other calendar is read along: an evening with an exception, a whole day, hours across a clock change."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from fitdesk.domain.availability import Availability, CalendarEntry, EntryKind
from fitdesk.domain.diary import Diary
from fitdesk.store import calendar, linked_calendars
from fitdesk.store.store import Store
from fitdesk.workflows import demo, demo_calendar
from fitdesk.workflows.calendars import calendars_to_read
from fitdesk.workflows.demo_days import moved_day, next_clock_change


def opened(today: date) -> Store:
    """Filled anew each time: a file lies beside it, which the practice kept for other tests does not bring along."""
    store = Store.open(
        Path(tempfile.mkdtemp(prefix="fitdesk-test-")) / "demo.sqlite3", now=datetime.combine(today, time(9))
    )
    demo.fill(store, today)
    return store


@pytest.mark.parametrize(
    "today", [date(2026, 11, 22), date(2027, 3, 27), date(2028, 2, 29), date(2028, 10, 30)], ids=str
)
def test_its_occurrences_stand_in_the_calendar(today: date) -> None:
    with closing(opened(today)) as store:
        (linked,) = linked_calendars.every(store)
        assert (linked.name, linked.trouble) == ("Family", "")
        assert linked.covers_until is not None
        assert linked.covers_until > today + timedelta(days=700)
        found: defaultdict[str, list[CalendarEntry]] = defaultdict(list)
        for entry in calendar.occurrences(store, linked.id or 0):
            assert entry.kind is EntryKind.BLOCKED
            found[entry.title].append(entry)
    choir = {entry.first for entry in found["Choir"]}
    assert {(entry.start, entry.end) for entry in found["Choir"]} == {(time(19, 30), time(21, 30))}
    assert {moved_day("mon", weeks, today) for weeks in (1, 3, 50, 90)} <= choir
    assert moved_day("mon", 2, today) not in choir
    (party,) = found["Grandmother's ninetieth"]
    assert (party.first, party.last, party.start) == (moved_day("mon", 13, today), moved_day("mon", 13, today), None)
    change = next_clock_change(today)
    assert [(entry.first, entry.start) for entry in found["Rowing lesson"]] == [
        (change + timedelta(days=days), time(9)) for days in (-8, -1, 6)
    ]


def test_a_whole_day_is_taken_and_an_evening_is_not() -> None:
    today = date(2026, 11, 22)
    with closing(opened(today)) as store:
        diary = Diary.of(calendar.every(store), linked_calendars.every(store), today=today)
    assert diary.on_day(moved_day("mon", 13, today)) is Availability.BUSY
    assert diary.on_day(moved_day("mon", 14, today)) is Availability.FREE
    assert [entry.title for entry in diary.standing(moved_day("mon", 14, today))] == ["Choir"]


def test_the_file_is_there_to_be_read_again() -> None:
    with closing(opened(date(2026, 11, 22))) as store:
        (linked,) = linked_calendars.every(store)
        assert calendars_to_read(store, datetime(2026, 11, 22, 9)) == ()  # it has been read
    assert Path(linked.path).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_where_no_file_can_be_written_the_demo_does_without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo_calendar, "_folder", lambda: tmp_path / "nowhere")
    with closing(opened(date(2026, 11, 22))) as store:
        assert linked_calendars.every(store) == ()
        assert calendar.every(store)
