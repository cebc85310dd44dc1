"""The calendar follows the decisions: which days an inquiry takes, books or frees, and how they are put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.day_needs import days_needed
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.store import calendar

if TYPE_CHECKING:
    from fitdesk.store.store import Store

ENTRY_KIND = {Status.ACCEPTED: EntryKind.BOOKED, Status.HELD: EntryKind.HELD}
"""Which decisions stand in the calendar, and how."""


@dataclass(frozen=True, slots=True)
class Booked:
    """What the days depend on beside the inquiry. ``until``: the last day on which a hold counts."""

    owner: Owner
    offering: Offering | None = None
    until: date | None = None


def standing(store: Store, inquiry_id: int) -> tuple[CalendarEntry, ...]:
    """What stands in the calendar for an inquiry now, by day."""
    return tuple(entry for entry in calendar.every(store) if entry.inquiry_id == inquiry_id and entry.id is not None)


def follow_in_calendar(store: Store, inquiry: Inquiry, booked: Booked, now: datetime) -> None:
    """Make the entries of ``inquiry`` what its status wants; an entry on the same days stays, with the owner's note.

    A question to the client leaves a hold as it is: one may ask and still keep the day.
    """
    kind = ENTRY_KIND.get(inquiry.status)
    wanted = {(entry.first, entry.last): entry for entry in _entries_for(inquiry, kind, booked)} if kind else {}
    for entry in standing(store, inquiry.id or 0):
        if inquiry.status is Status.ASKED and entry.kind is EntryKind.HELD:
            continue
        same = wanted.pop((entry.first, entry.last), None)
        if same is None:
            calendar.trash(store, entry.id or 0, now)
        elif (kept := replace(same, id=entry.id, note=entry.note)) != entry:
            calendar.save(store, kept)
    for entry in wanted.values():
        calendar.save(store, entry)


def put_back(store: Store, inquiry_id: int, entries: Sequence[CalendarEntry], now: datetime) -> None:
    """Make what stands in the calendar for an inquiry exactly ``entries``, which stood there before."""
    stands = {entry.id: entry for entry in standing(store, inquiry_id)}
    for number in stands.keys() - {entry.id for entry in entries}:
        calendar.trash(store, number or 0, now)
    for entry in entries:
        if entry.id not in stands:
            calendar.untrash(store, entry.id or 0)
        if stands.get(entry.id) != entry:
            calendar.save(store, entry)


def hold_until(store: Store, inquiry_id: int, until: date) -> None:
    """Let the holds of an inquiry count until ``until``."""
    for entry in standing(store, inquiry_id):
        if entry.kind is EntryKind.HELD:
            calendar.save(store, replace(entry, expires=until))


def keep_hold(store: Store, number: int, until: date | None) -> None:
    """Let one entry count until ``until``: a hold that is for no inquiry."""
    for entry in calendar.every(store):
        if entry.id == number:
            calendar.save(store, replace(entry, expires=until))


def _entries_for(inquiry: Inquiry, kind: EntryKind, booked: Booked) -> tuple[CalendarEntry, ...]:
    event = inquiry.event
    if kind is EntryKind.BOOKED and len(set(event.dates)) > 1:
        kind = EntryKind.HELD
    before, after = days_needed(inquiry, booked.offering, booked.owner)
    blank = CalendarEntry(title=inquiry.title, kind=kind, inquiry_id=inquiry.id, before=before, after=after)
    if kind is EntryKind.HELD:
        blank = replace(blank, expires=booked.until)
    if event.is_stretch and event.date_range is not None:
        return (replace(blank, first=event.date_range[0], last=event.date_range[1]),)
    if event.dates:
        return tuple(replace(blank, first=day, last=day) for day in sorted(set(event.dates)))
    if event.date_range is not None and not event.date_flexible:
        return (replace(blank, first=event.date_range[0], last=event.date_range[1]),)
    return ()
