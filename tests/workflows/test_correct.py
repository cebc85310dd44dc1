"""Correcting the day of what is held or booked: the calendar moves with it, and Undo moves both back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.store import calendar, inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.workflows.correct import correct
from fitdesk.workflows.decide import decide, hold_longer

NOW = datetime(2026, 11, 22, 9, 30)
OLD, NEW = date(2027, 4, 14), date(2027, 5, 6)
END = date(2026, 12, 1)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        owner.save(store, an_owner())
        offerings.save(store, an_offering(id=None))
        yield store


def decided(store: Store, *statuses: Status) -> Inquiry:
    inquiry = inquiries.save(store, an_inquiry(event=an_event(dates=(OLD,))))
    for status in statuses:
        until = END if status is Status.HELD else None
        inquiry = decide(store, inquiry.id or 0, status, "agreed", NOW, until=until)
    return inquiry


def moved(inquiry: Inquiry) -> Inquiry:
    return replace(inquiry, event=replace(inquiry.event, dates=(NEW,)))


def entries(store: Store) -> list[tuple[EntryKind, date, date | None]]:
    return [(entry.kind, entry.first, entry.expires) for entry in calendar.every(store)]


@pytest.mark.parametrize(
    ("statuses", "kind", "end"),
    [
        ((Status.ACCEPTED,), EntryKind.BOOKED, None),
        ((Status.HELD,), EntryKind.HELD, END),
        ((Status.HELD, Status.ASKED), EntryKind.HELD, END),
    ],
)
def test_what_stands_for_it_moves_with_the_day(
    store: Store, statuses: tuple[Status, ...], kind: EntryKind, end: date | None
) -> None:
    inquiry = decided(store, *statuses)
    stood = calendar.every(store)
    undo = correct(store, moved(inquiry), NOW)
    assert entries(store) == [(kind, NEW, end)]
    assert inquiries.get(store, inquiry.id or 0) == moved(inquiry)
    undo()
    assert calendar.every(store) == stood
    assert inquiries.get(store, inquiry.id or 0) == inquiry


def test_a_hold_made_longer_keeps_its_end(store: Store) -> None:
    inquiry = decided(store, Status.HELD, Status.ASKED)
    hold_longer(store, inquiry.id or 0, date(2026, 12, 20), NOW)
    correct(store, moved(inquiry), NOW)
    assert entries(store) == [(EntryKind.HELD, NEW, date(2026, 12, 20))]


def test_another_fact_leaves_the_calendar_alone(store: Store) -> None:
    inquiry = decided(store, Status.ACCEPTED)
    (entry,) = calendar.every(store)
    calendar.save(store, replace(entry, note="room 4"))
    correct(store, replace(inquiry, goal="Fewer meetings"), NOW)
    assert [one.note for one in calendar.every(store)] == ["room 4"]


def test_nothing_is_put_in_the_calendar_that_did_not_stand_there(store: Store) -> None:
    inquiry = decided(store)
    calendar.save(store, CalendarEntry(first=OLD, last=OLD, title="Dentist", kind=EntryKind.BLOCKED))
    correct(store, moved(inquiry), NOW)
    assert [(kind, day) for kind, day, _end in entries(store)] == [(EntryKind.BLOCKED, OLD)]
