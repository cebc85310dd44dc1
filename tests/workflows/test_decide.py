"""Decisions: the calendar follows them, and Undo takes back the decision and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.store import calendar, inquiries
from fitdesk.store.errors import NotFound
from fitdesk.store.store import Store
from fitdesk.workflows.decide import decide, undo

NOW = datetime(2026, 11, 22, 9, 30)
D1, D2 = date(2027, 3, 1), date(2027, 3, 2)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        yield store


def keep(store: Store, event: Event) -> Inquiry:
    return inquiries.save(store, Inquiry(event=event, received=NOW))


def entries(store: Store) -> list[tuple[date, date, EntryKind]]:
    return [(entry.first, entry.last, entry.kind) for entry in calendar.every(store)]


@pytest.mark.parametrize(
    ("event", "status", "expected"),
    [
        (Event(dates=(D1,)), Status.ACCEPTED, [(D1, D1, EntryKind.BOOKED)]),
        (Event(dates=(D1,)), Status.HELD, [(D1, D1, EntryKind.HELD)]),
        (Event(dates=(D2, D1)), Status.ACCEPTED, [(D1, D1, EntryKind.HELD), (D2, D2, EntryKind.HELD)]),
        (Event(date_range=(D1, D2)), Status.ACCEPTED, [(D1, D2, EntryKind.BOOKED)]),
        (Event(date_range=(D1, D2), date_flexible=True), Status.ACCEPTED, []),
        (Event(dates=(D1,)), Status.DECLINED, []),
    ],
)
def test_the_calendar_follows(
    store: Store, event: Event, status: Status, expected: list[tuple[date, date, EntryKind]]
) -> None:
    number = keep(store, event).id or 0
    decided = decide(store, number, status, " because ", NOW)
    assert entries(store) == expected
    assert (decided.status, decided.history[-1].reason) == (status, "because")
    decide(store, number, Status.DECLINED, "", NOW)
    assert entries(store) == []


def test_a_second_decision_leaves_what_stands_already(store: Store) -> None:
    number = keep(store, Event(dates=(D1,))).id or 0
    decide(store, number, Status.ACCEPTED, "", NOW)
    (before,) = calendar.every(store)
    decide(store, number, Status.ACCEPTED, "once more", NOW)
    assert calendar.every(store) == (before,)


def test_entries_of_others_stay(store: Store) -> None:
    blocked = calendar.save(store, CalendarEntry(first=D1, last=D2, title="Holiday", kind=EntryKind.BLOCKED))
    decide(store, keep(store, Event(dates=(D1,))).id or 0, Status.DECLINED, "", NOW)
    assert calendar.every(store) == (blocked,)


def test_undo_takes_back_the_decision_and_keeps_what_was_typed_since(store: Store) -> None:
    before = keep(store, Event(dates=(D1,)))
    decided = decide(store, before.id or 0, Status.ACCEPTED, "", NOW)
    inquiries.save(store, replace(decided, note="parking is at the back"))
    undone = undo(store, before, NOW)
    assert undone == replace(before, note="parking is at the back")
    assert inquiries.get(store, before.id or 0) == undone
    assert entries(store) == []


def test_nothing_is_undone_of_what_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound):
        undo(store, Inquiry(id=7, received=NOW), NOW)
    assert store.rows("SELECT count(*) FROM inquiries") == [(0,)]
