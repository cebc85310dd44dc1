"""Linked calendars: beside the own entries, replaced by a new reading, taken away and put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from build_store import NOW
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.store import calendar, linked_calendars
from fitdesk.store.errors import NotFound, StoreError
from fitdesk.store.kinds import Kind
from fitdesk.store.store import Store

MAY = date(2027, 5, 1)


def occurrence(days: int, title: str = "Choir", length: int = 0) -> CalendarEntry:
    first = MAY + timedelta(days=days)
    return CalendarEntry(None, first, first + timedelta(days=length), title, EntryKind.BLOCKED)


@pytest.fixture
def linked(store: Store) -> LinkedCalendar:
    return linked_calendars.save(store, LinkedCalendar(name="Home", path="home.ics"))


def test_occurrences_stand_among_the_entries(store: Store, linked: LinkedCalendar) -> None:
    own = calendar.save(store, CalendarEntry(None, MAY + timedelta(2), MAY + timedelta(4), "Basel"))
    timed = replace(occurrence(1), start=time(18), end=time(20, 30))
    found = [occurrence(9), occurrence(3, length=3), timed]
    assert linked_calendars.keep_occurrences(store, linked.id or 0, found)
    choir, trip, late = (replace(entry, calendar_id=linked.id) for entry in (timed, found[1], found[0]))
    assert calendar.every(store) == (choir, own, trip, late)
    assert calendar.own(store) == (own,)
    assert calendar.occurrences(store, linked.id or 0) == (choir, trip, late)
    assert calendar.between(store, MAY + timedelta(5), MAY + timedelta(6)) == (trip,)
    assert calendar.between(store, MAY + timedelta(4), MAY + timedelta(4)) == (own, trip)


def test_a_new_reading_replaces_the_one_before_and_says_whether_it_differs(
    store: Store, linked: LinkedCalendar
) -> None:
    heard: list[frozenset[Kind]] = []
    linked_calendars.keep_occurrences(store, linked.id or 0, [occurrence(1), occurrence(1), occurrence(2)])
    store.subscribe(heard.append)
    assert not linked_calendars.keep_occurrences(store, linked.id or 0, [occurrence(2), occurrence(1), occurrence(1)])
    assert heard == []
    assert linked_calendars.keep_occurrences(store, linked.id or 0, [occurrence(2), occurrence(1)])
    assert heard == [frozenset({Kind.CALENDAR, Kind.INQUIRIES})]
    assert len(calendar.every(store)) == 2
    with pytest.raises(StoreError):
        linked_calendars.keep_occurrences(store, 99, [occurrence(1)])


def test_two_calendars_keep_to_themselves(store: Store, linked: LinkedCalendar) -> None:
    other = linked_calendars.save(store, LinkedCalendar(name="Club", path="club.ics"))
    for one in (linked, other):
        linked_calendars.keep_occurrences(store, one.id or 0, [occurrence(1, one.name)])
    linked_calendars.keep_occurrences(store, linked.id or 0, [])
    assert [entry.title for entry in calendar.every(store)] == ["Club"]
    assert linked_calendars.every(store) == (linked, other)
    assert linked_calendars.find(store, "club.ics") == other
    assert linked_calendars.find(store, "elsewhere.ics") is None


def test_taken_away_and_put_back_it_is_as_before(store: Store, linked: LinkedCalendar) -> None:
    number = linked.id or 0
    linked_calendars.keep_occurrences(
        store, number, [occurrence(1), replace(occurrence(2), start=time(8), end=time(9))]
    )
    before = calendar.every(store)
    removed = linked_calendars.remove(store, number)
    assert calendar.every(store) == ()
    assert linked_calendars.every(store) == ()
    linked_calendars.save(store, LinkedCalendar(name="Club", path="club.ics"))  # takes no id that was used
    assert linked_calendars.put_back(store, removed) == linked == linked_calendars.get(store, number)
    assert calendar.every(store) == before


def test_the_same_file_is_linked_once(store: Store, linked: LinkedCalendar) -> None:
    with pytest.raises(StoreError):
        linked_calendars.save(store, LinkedCalendar(name="Again", path="home.ics"))
    removed = linked_calendars.remove(store, linked.id or 0)
    again = linked_calendars.save(store, LinkedCalendar(name="Again", path="home.ics"))
    with pytest.raises(StoreError):
        linked_calendars.put_back(store, removed)
    assert linked_calendars.every(store) == (again,)


def test_reading_it_again_without_news_says_only_calendar(store: Store, linked: LinkedCalendar) -> None:
    heard: list[frozenset[Kind]] = []
    kept = linked_calendars.save(store, replace(linked, read_at=NOW, covers_until=MAY))
    store.subscribe(heard.append)
    linked_calendars.save(store, replace(kept, read_at=NOW + timedelta(hours=1)))
    assert heard == [frozenset({Kind.CALENDAR})]


def test_one_that_is_not_there(store: Store) -> None:
    for ask in (
        lambda: linked_calendars.get(store, 9),
        lambda: linked_calendars.remove(store, 9),
        lambda: linked_calendars.save(store, LinkedCalendar(9, "Home", "home.ics")),
    ):
        with pytest.raises(NotFound):
            ask()
