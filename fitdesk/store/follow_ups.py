"""What the owner promised to do, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fitdesk.domain.followup import FollowUp
from fitdesk.store import records
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


def due(store: Store, until: date) -> tuple[FollowUp, ...]:
    """What is not done and due by ``until``, the longest due first; not what belongs to something in the trash."""
    return _read(
        store,
        "done IS NULL AND due <= ?"
        " AND NOT EXISTS (SELECT 1 FROM inquiries i WHERE i.id = inquiry_id AND i.trashed_at IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM peers p WHERE p.id = peer_id AND p.trashed_at IS NOT NULL)",
        until.isoformat(),
    )


def for_inquiry(store: Store, inquiry: int) -> tuple[FollowUp, ...]:
    """Everything promised about an inquiry, done or not, by day."""
    return _read(store, "inquiry_id = ?", inquiry)


def get(store: Store, number: int) -> FollowUp:
    """One follow-up. Raises NotFound."""
    return records.fetch(store, Table.FOLLOW_UPS, FollowUp, number)


def save(store: Store, follow_up: FollowUp) -> FollowUp:
    """Keep a follow-up; returned with its id. Raises NotFound for an id that is not there."""
    values = shape_of(FollowUp).values(follow_up)
    with store.transaction(Kind.FOLLOW_UPS):
        if follow_up.id is not None:
            records.update(store, Table.FOLLOW_UPS, follow_up.id, values)
            return follow_up
        del values["id"]
        return replace(follow_up, id=records.insert(store, Table.FOLLOW_UPS, values))


def done(store: Store, number: int, day: date) -> FollowUp:
    """Tick it off. Raises NotFound."""
    with store.transaction():
        return save(store, replace(get(store, number), done=day))


def reopen(store: Store, number: int) -> FollowUp:
    """It was not done after all. Raises NotFound."""
    with store.transaction():
        return save(store, replace(get(store, number), done=None))


def snooze(store: Store, number: int, to: date) -> FollowUp:
    """Put it off. Raises NotFound."""
    with store.transaction():
        return save(store, replace(get(store, number), due=to))


def _read(store: Store, where: str, parameter: object) -> tuple[FollowUp, ...]:
    return read(store, FollowUp, f"follow_ups WHERE {where} ORDER BY due, id", (parameter,))
