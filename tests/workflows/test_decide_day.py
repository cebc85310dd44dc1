"""Accepting one of several days: that day is booked, the others are free again, and Undo brings the choice back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import EntryKind
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Status
from fitdesk.store import calendar, inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.workflows.decide import DecisionError, decide, standing, undo

NOW = datetime(2026, 11, 22, 9, 30)
FIRST, SECOND = date(2027, 4, 14), date(2027, 4, 15)
SEVERAL = an_event(dates=(FIRST, SECOND))
WEEK = an_event(dates=(), date_range=(date(2027, 4, 12), date(2027, 4, 16)), date_flexible=True)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        owner.save(store, an_owner())
        offerings.save(store, an_offering(id=None))
        yield store


def booked(store: Store) -> list[tuple[EntryKind, date]]:
    return [(entry.kind, entry.first) for entry in calendar.every(store)]


@pytest.mark.parametrize("event", [SEVERAL, WEEK])
def test_the_day_agreed_is_booked_and_undo_brings_the_others_back(store: Store, event: Event) -> None:
    before = inquiries.save(store, an_inquiry(event=event))
    number = before.id or 0
    stood = standing(store, number)
    decided = decide(store, number, Status.ACCEPTED, "agreed on the telephone", NOW, on=SECOND)
    assert decided.event.dates == (SECOND,)
    assert booked(store) == [(EntryKind.BOOKED, SECOND)]
    assert undo(store, before, NOW, stood).event == event
    assert booked(store) == []
    assert inquiries.get(store, number) == before


def test_held_days_give_way_to_the_one_agreed(store: Store) -> None:
    number = inquiries.save(store, an_inquiry(event=SEVERAL)).id or 0
    held = decide(store, number, Status.HELD, "", NOW)
    stood = standing(store, number)
    assert len(booked(store)) == 2
    decide(store, number, Status.ACCEPTED, "agreed", NOW, on=FIRST)
    assert booked(store) == [(EntryKind.BOOKED, FIRST)]
    undo(store, held, NOW, stood)
    assert booked(store) == [(EntryKind.HELD, FIRST), (EntryKind.HELD, SECOND)]


def test_without_a_day_all_of_them_are_held(store: Store) -> None:
    number = inquiries.save(store, an_inquiry(event=SEVERAL)).id or 0
    assert decide(store, number, Status.ACCEPTED, "agreed", NOW).event == SEVERAL
    assert booked(store) == [(EntryKind.HELD, FIRST), (EntryKind.HELD, SECOND)]


def test_a_day_in_the_past_is_refused(store: Store) -> None:
    number = inquiries.save(store, an_inquiry(event=SEVERAL)).id or 0
    with pytest.raises(DecisionError, match="past"):
        decide(store, number, Status.ACCEPTED, "agreed", NOW, on=date(2026, 11, 21))
    assert inquiries.get(store, number).status is Status.NEW


def test_what_else_was_written_since_stays_with_undo(store: Store) -> None:
    before = inquiries.save(store, an_inquiry(event=an_event(dates=(FIRST,))))
    number = before.id or 0
    decide(store, number, Status.ACCEPTED, "agreed", NOW)
    moved = inquiries.get(store, number)
    inquiries.save(store, replace(moved, event=replace(moved.event, dates=(SECOND,))))
    assert undo(store, before, NOW).event.dates == (SECOND,)
