"""What is booked, held or blocked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from fitdesk.domain.availability import CalendarEntry
from fitdesk.store import fits, records
from fitdesk.store import trash as trash_can
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

_CHANGES = (Kind.CALENDAR, Kind.INQUIRIES)
"""Capacity is judged from the calendar, so a change makes remembered scores stale."""
_NOT_OURS = ("start", "end", "calendar_id")
"""What only occurrences of linked calendars have."""


def between(store: Store, first: date, last: date) -> tuple[CalendarEntry, ...]:
    """Entries that touch the days from ``first`` to ``last``, both included, by day."""
    return _read(store, "first <= ? AND last >= ?", last.isoformat(), first.isoformat())


def every(store: Store) -> tuple[CalendarEntry, ...]:
    """All entries that are not in the trash, by day."""
    return _read(store, "true")


def save(store: Store, entry: CalendarEntry) -> CalendarEntry:
    """Keep an entry; returned with its id. Raises NotFound for an id that is not there."""
    values = shape_of(CalendarEntry, *_NOT_OURS).values(entry)
    with store.transaction(*_CHANGES):
        fits.drop(store)
        if entry.id is not None:
            records.update(store, Table.CALENDAR, entry.id, values)
            return entry
        del values["id"]
        return replace(entry, id=records.insert(store, Table.CALENDAR, values))


def trash(store: Store, number: int, now: datetime) -> None:
    """Move an entry to the trash. Raises NotFound."""
    with store.transaction(*_CHANGES):
        trash_can.put(store, "calendar_entries", number, now)
        fits.drop(store)


def untrash(store: Store, number: int) -> None:
    """Bring an entry back. Raises NotFound."""
    with store.transaction(*_CHANGES):
        trash_can.take_out(store, "calendar_entries", number)
        fits.drop(store)


def _read(store: Store, where: str, *parameters: object) -> tuple[CalendarEntry, ...]:
    rest = f"calendar_entries WHERE trashed_at IS NULL AND {where} ORDER BY first, id"
    return read(store, CalendarEntry, rest, parameters, without=_NOT_OURS)
