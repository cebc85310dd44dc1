"""A decision on an inquiry: accepted, asked, held, not now, declined, referred or withdrawn; each can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.store import calendar, inquiries
from fitdesk.workflows.practice import load_practice

if TYPE_CHECKING:
    from fitdesk.store.store import Store

ENTRY_KIND = {Status.ACCEPTED: EntryKind.BOOKED, Status.HELD: EntryKind.HELD}
"""Which decisions stand in the calendar, and how."""


def decide(store: Store, inquiry_id: int, status: Status, reason: str, now: datetime) -> Inquiry:
    """Write the decision into the history with the verdict of that moment; the calendar follows.

    Accepted books the day, held pencils it in, every other decision frees it. Several candidate days are all held,
    and none is booked until one is left. Raises StoreError when it cannot be written.
    """
    with store.transaction():
        inquiry = inquiries.get(store, inquiry_id)
        practice = load_practice(store)
        judged = score_all(inquiry, practice.offerings, practice.owner, practice.entries, now.date())
        best = judged[0] if judged else None
        change = StatusChange(
            now, status, reason.strip(), fit=best.fit if best else None, verdict=best.verdict if best else None
        )
        decided = inquiries.save(store, replace(inquiry, status=status, history=(*inquiry.history, change)))
        _follow_in_calendar(store, decided, now)
    return decided


def undo(store: Store, before: Inquiry, now: datetime) -> Inquiry:
    """Take the last decision back: status and history as they were ``before`` it, calendar included.

    Whatever else was written on the inquiry since stays. Raises NotFound when it is no longer there.
    """
    with store.transaction():
        now_kept = inquiries.get(store, before.id or 0)
        inquiry = inquiries.save(store, replace(now_kept, status=before.status, history=before.history))
        _follow_in_calendar(store, inquiry, now)
    return inquiry


def _follow_in_calendar(store: Store, inquiry: Inquiry, now: datetime) -> None:
    kind = ENTRY_KIND.get(inquiry.status)
    wanted = list(_entries_for(inquiry, kind)) if kind is not None else []
    for entry in calendar.every(store):
        if entry.inquiry_id != inquiry.id or entry.id is None:
            continue
        if replace(entry, id=None) in wanted:
            wanted.remove(replace(entry, id=None))  # it stands already
        else:
            calendar.trash(store, entry.id, now)
    for entry in wanted:
        calendar.save(store, entry)


def _entries_for(inquiry: Inquiry, kind: EntryKind) -> tuple[CalendarEntry, ...]:
    event = inquiry.event
    blank = CalendarEntry(title=inquiry.title, kind=kind, inquiry_id=inquiry.id)
    if event.dates:
        if kind is EntryKind.BOOKED and len(event.dates) > 1:
            kind = EntryKind.HELD
        return tuple(replace(blank, first=day, last=day, kind=kind) for day in sorted(set(event.dates)))
    if event.date_range is not None and not event.date_flexible:
        return (replace(blank, first=event.date_range[0], last=event.date_range[1]),)
    return ()
