"""The trash: things rest there for 30 days and come back unchanged."""

from __future__ import annotations

from datetime import datetime, timedelta

from fitdesk.store import search
from fitdesk.store.kinds import Kind
from fitdesk.store.records import missing
from fitdesk.store.store import Store

REST = timedelta(days=30)

# What a letter or a referral rests on stays in the trash for as long as that is kept.
_PURGED = (
    ("letters", Kind.LETTERS, "status = 'draft' AND NOT EXISTS (SELECT 1 FROM referrals r WHERE r.letter_id = t.id)"),
    (
        "inquiries",
        Kind.INQUIRIES,
        "NOT EXISTS (SELECT 1 FROM letters l WHERE l.inquiry_id = t.id)"
        " AND NOT EXISTS (SELECT 1 FROM referrals r WHERE r.inquiry_id = t.id)",
    ),
    (
        "peers",
        Kind.PEERS,
        "NOT EXISTS (SELECT 1 FROM referrals r WHERE r.peer_id = t.id)"
        " AND NOT EXISTS (SELECT 1 FROM disclosures d WHERE d.peer_id = t.id)",
    ),
    ("offerings", Kind.OFFERINGS, "true"),
    ("calendar_entries", Kind.CALENDAR, "true"),
)


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


def purge(store: Store, now: datetime) -> int:
    """Remove for good what has been in the trash for over 30 days; how many that were."""
    gone = 0
    for table, kind, free in _PURGED:
        resting = store.rows(f"SELECT id, trashed_at FROM {table} t WHERE trashed_at IS NOT NULL AND {free}")
        over = [number for number, since in resting if _is_over(str(since), now)]
        if over:
            with store.transaction(kind):
                for number in over:
                    search.forget(store, table, number)
                    store.run(f"DELETE FROM {table} WHERE id = ?", (number,))
            gone += len(over)
    return gone


def _is_over(since: str, now: datetime) -> bool:
    """Whether 30 days have passed; a day in the future, or one that cannot be read, is never over."""
    try:
        then = datetime.fromisoformat(since)
    except ValueError:
        return False
    if (then.tzinfo is None) != (now.tzinfo is None):
        then, now = then.replace(tzinfo=None), now.replace(tzinfo=None) - timedelta(days=1)
    return now - then > REST
