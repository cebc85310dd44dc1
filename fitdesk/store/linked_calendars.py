"""The owner's calendar files that are read along, and the occurrences found in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.store import fits, records
from fitdesk.store.calendar import ELSEWHERE_IN_OCCURRENCES, occurrences
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

_CHANGES = (Kind.CALENDAR, Kind.INQUIRIES)


@dataclass(frozen=True, slots=True)
class Removed:
    """What ``remove`` took away, for ``put_back``."""

    calendar: LinkedCalendar
    occurrences: tuple[CalendarEntry, ...]


def every(store: Store) -> tuple[LinkedCalendar, ...]:
    """All linked calendars, in the order in which they were linked."""
    return read(store, LinkedCalendar, "linked_calendars ORDER BY id")


def get(store: Store, number: int) -> LinkedCalendar:
    """One linked calendar. Raises NotFound."""
    found = read(store, LinkedCalendar, "linked_calendars WHERE id = ?", (number,))
    if not found:
        raise records.missing()
    return found[0]


def find(store: Store, path: str) -> LinkedCalendar | None:
    """The calendar that lies at ``path``; None when that file is not linked."""
    found = read(store, LinkedCalendar, "linked_calendars WHERE path = ?", (path,))
    return found[0] if found else None


def save(store: Store, calendar: LinkedCalendar) -> LinkedCalendar:
    """Keep a calendar; returned with its id. Raises NotFound, or StoreError when its path is linked already.

    Remembered scores are dropped only when it matters to a day: how far it reaches, or whether it could be read.
    """
    values = shape_of(LinkedCalendar).values(calendar)
    with store.transaction():
        before = None if calendar.id is None else get(store, calendar.id)
        if before is None:
            del values["id"]
            saved = replace(calendar, id=records.insert(store, Table.LINKED_CALENDARS, values))
        else:
            records.update(store, Table.LINKED_CALENDARS, calendar.id or 0, values)
            saved = calendar
        _tell(store, before is None or _reach(before) != _reach(saved))
    return saved


def keep_occurrences(store: Store, calendar_id: int, entries: Iterable[CalendarEntry]) -> bool:
    """Make ``entries`` the occurrences of a calendar, in place of those before; whether that changed anything.

    Of an entry its days, title, kind and clock times are kept. Raises StoreError when the calendar is not there.
    """
    shape = shape_of(CalendarEntry, *ELSEWHERE_IN_OCCURRENCES)
    rows = sorted((tuple(shape.values(entry).values()) for entry in entries), key=repr)
    with store.transaction():
        before = [tuple(shape.values(entry).values()) for entry in occurrences(store, calendar_id)]
        if rows == sorted(before, key=repr):
            return False
        store.run("DELETE FROM occurrences WHERE calendar_id = ?", (calendar_id,))
        names = ", ".join(f'"{column}"' for column in shape.columns)
        marks = ", ".join("?" * len(shape.columns))
        sql = f"INSERT INTO occurrences (calendar_id, {names}) VALUES (?, {marks})"
        store.run_many(sql, ((calendar_id, *row) for row in rows))
        _tell(store, True)
    return True


def remove(store: Store, number: int) -> Removed:
    """Stop reading a calendar along; its occurrences go. ``put_back`` undoes it. Raises NotFound."""
    with store.transaction():
        removed = Removed(get(store, number), occurrences(store, number))
        store.run("DELETE FROM linked_calendars WHERE id = ?", (number,))
        _tell(store, True)
    return removed


def put_back(store: Store, removed: Removed) -> LinkedCalendar:
    """Undo ``remove``: the calendar as it was, under its old id. Raises StoreError when its file is linked again."""
    with store.transaction():
        records.insert(store, Table.LINKED_CALENDARS, shape_of(LinkedCalendar).values(removed.calendar))
        keep_occurrences(store, removed.calendar.id or 0, removed.occurrences)
        _tell(store, True)
    return removed.calendar


def _reach(calendar: LinkedCalendar) -> tuple[object, ...]:
    return calendar.covers_until, bool(calendar.trouble), calendar.read_at is None


def _tell(store: Store, days_change: bool) -> None:
    """Say that calendars changed; when days may stand otherwise, remembered scores are stale too."""
    with store.transaction(*(_CHANGES if days_change else (Kind.CALENDAR,))):
        if days_change:
            fits.drop(store)
