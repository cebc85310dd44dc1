"""What is booked, held or blocked: the entries kept here, and the occurrences of linked calendars."""

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
ELSEWHERE_IN_ENTRIES = ("start", "end", "calendar_id")
"""What only occurrences of linked calendars have."""
ELSEWHERE_IN_OCCURRENCES = ("id", "inquiry_id", "note", "expires", "before", "after", "calendar_id")
"""What an occurrence does not have, or has as the calendar it belongs to."""


def between(store: Store, first: date, last: date) -> tuple[CalendarEntry, ...]:
    """Entries and occurrences that touch the days from ``first`` to ``last``, both included, by day.

    An entry does so with the days kept free around it, too.
    """
    days = last.isoformat(), first.isoformat()
    around = "date(first, '-' || before || ' days') <= ? AND date(last, '+' || after || ' days') >= ?"
    return _by_day(_read(store, around, *days), _occurrences(store, "first <= ? AND last >= ?", *days))


def every(store: Store) -> tuple[CalendarEntry, ...]:
    """All entries that are not in the trash, and all occurrences of linked calendars, by day."""
    return _by_day(own(store), _occurrences(store, "true"))


def own(store: Store) -> tuple[CalendarEntry, ...]:
    """Only the entries kept here, which can be edited, by day."""
    return _read(store, "true")


def occurrences(store: Store, calendar_id: int) -> tuple[CalendarEntry, ...]:
    """The occurrences of one linked calendar, by day; they have no id."""
    return _occurrences(store, "calendar_id = ?", calendar_id)


def save(store: Store, entry: CalendarEntry) -> CalendarEntry:
    """Keep an entry; returned with its id. Raises NotFound for an id that is not there."""
    values = shape_of(CalendarEntry, *ELSEWHERE_IN_ENTRIES).values(entry)
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
    return read(store, CalendarEntry, rest, parameters, without=ELSEWHERE_IN_ENTRIES)


def _occurrences(store: Store, where: str, *parameters: object) -> tuple[CalendarEntry, ...]:
    shape = shape_of(CalendarEntry, *ELSEWHERE_IN_OCCURRENCES)
    columns = ", ".join(f'"{column}"' for column in shape.columns)  # "end" is a word of SQL's own
    sql = f"SELECT calendar_id, {columns} FROM occurrences WHERE {where} ORDER BY first, id"
    return tuple(shape.build(row, calendar_id=number) for number, *row in store.rows(sql, parameters))


def _by_day(ours: tuple[CalendarEntry, ...], read_along: tuple[CalendarEntry, ...]) -> tuple[CalendarEntry, ...]:
    return tuple(sorted((*ours, *read_along), key=lambda entry: entry.first)) if read_along else ours
