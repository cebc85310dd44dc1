"""The trash: things rest there until purge.py removes them for good, and come back unchanged."""

from __future__ import annotations

from datetime import datetime

from fitdesk.store.records import missing
from fitdesk.store.store import Store


def put(store: Store, table: str, number: int, now: datetime) -> None:
    """Into the trash; what is there already keeps its day. Raises NotFound."""
    if (
        store.run(f"UPDATE {table} SET trashed_at = coalesce(trashed_at, ?) WHERE id = ?", (now.isoformat(), number))
        != 1
    ):
        raise missing()


def take_out(store: Store, table: str, number: int) -> None:
    """Out of the trash, as it was. Raises NotFound."""
    if store.run(f"UPDATE {table} SET trashed_at = NULL WHERE id = ?", (number,)) != 1:
        raise missing()
