"""Calendar entries and follow-ups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from build_store import NOW, an_inquiry
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.followup import FollowUp
from fitdesk.store import calendar, follow_ups, inquiries
from fitdesk.store.errors import NotFound
from fitdesk.store.store import Store

MAY = date(2027, 5, 1)


def test_between_counts_both_ends(store: Store) -> None:
    entry = calendar.save(store, CalendarEntry(None, MAY + timedelta(3), MAY + timedelta(5), "Basel", EntryKind.HELD))
    for first, last, seen in ((0, 2, False), (0, 3, True), (4, 4, True), (5, 9, True), (6, 9, False), (0, 31, True)):
        found = calendar.between(store, MAY + timedelta(first), MAY + timedelta(last))
        assert (found == (entry,)) is seen


def test_entries_come_by_day_and_go_to_the_trash(store: Store) -> None:
    late = calendar.save(store, CalendarEntry(None, MAY, MAY, "late"))
    early = calendar.save(store, CalendarEntry(None, date(2027, 1, 1), MAY, "early"))
    assert calendar.every(store) == (early, late)
    calendar.trash(store, early.id or 0, NOW)
    assert calendar.every(store) == calendar.between(store, MAY, MAY) == (late,)
    calendar.untrash(store, early.id or 0)
    moved = calendar.save(store, replace(late, first=date(2026, 1, 1)))
    assert calendar.every(store) == (moved, early)
    for ask in (
        lambda: calendar.trash(store, 99, NOW),
        lambda: calendar.untrash(store, 99),
        lambda: calendar.save(store, CalendarEntry(99, MAY, MAY)),
    ):
        with pytest.raises(NotFound):
            ask()


def test_an_entry_outlives_its_inquiry(store: Store) -> None:
    inquiry = inquiries.save(store, an_inquiry())
    entry = calendar.save(store, CalendarEntry(None, MAY, MAY, "talk", inquiry_id=inquiry.id))
    with store.transaction():
        store.run("DELETE FROM inquiries")
    assert calendar.every(store) == (replace(entry, inquiry_id=None),)


def test_follow_ups_until_a_day(store: Store) -> None:
    inquiry = inquiries.save(store, an_inquiry())
    second = follow_ups.save(store, FollowUp(None, MAY, "second", inquiry.id))
    first = follow_ups.save(store, FollowUp(None, MAY - timedelta(9), "first"))
    later = follow_ups.save(store, FollowUp(None, MAY + timedelta(1), "later", inquiry.id))
    assert follow_ups.due(store, MAY) == (first, second)
    ticked = follow_ups.done(store, first.id or 0, MAY)
    assert ticked == replace(first, done=MAY) == follow_ups.get(store, first.id or 0)
    assert follow_ups.due(store, MAY) == (second,)
    assert follow_ups.reopen(store, first.id or 0) == first
    assert follow_ups.snooze(store, first.id or 0, MAY + timedelta(2)).due == MAY + timedelta(2)
    assert follow_ups.due(store, MAY) == (second,)
    assert follow_ups.for_inquiry(store, inquiry.id or 0) == (second, later)
    with pytest.raises(NotFound):
        follow_ups.done(store, 99, MAY)
