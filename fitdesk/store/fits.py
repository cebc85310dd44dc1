"""Remembered scores for lists: two numbers make all of them old or void at once, however many there are.

Every score carries the number of the round it was made in. A round ends when what scores rest on changes, which makes
them void, or with the day, because lead time, holds and capacity move: the old value is shown until it is made anew.
"""

from __future__ import annotations

from datetime import date

from fitdesk.store.store import Store

CURRENT = "(SELECT value FROM meta WHERE key = 'fit_version')"
"""SQL for the round in which a score must have been made to be of today."""
SHOWN = f"coalesce((SELECT value FROM meta WHERE key = 'fit_shown'), {CURRENT})"
"""SQL for the first round whose scores are not void."""

_KEEP = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2"


def drop(store: Store) -> None:
    """Make the scores of open inquiries void; to be called inside the transaction that changes what they rest on."""
    store.run("UPDATE meta SET value = value + 1 WHERE key = 'fit_version'")
    store.run(f"UPDATE meta SET value = {CURRENT} WHERE key = 'fit_shown'")


def age(store: Store, today: date) -> None:
    """Make scores of another day old: they are shown still, and asked for again. Nothing happens on the same day."""
    found = store.rows("SELECT value FROM meta WHERE key = 'fit_day'")
    if store.read_only or found == [(today.isoformat(),)]:
        return
    with store.transaction():
        if found:
            ((shown,),) = store.rows(f"SELECT {SHOWN}")
            store.run(_KEEP, ("fit_shown", shown))
            store.run("UPDATE meta SET value = value + 1 WHERE key = 'fit_version'")
        store.run(_KEEP, ("fit_day", today.isoformat()))
