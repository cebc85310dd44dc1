"""Remembered scores for lists: one number makes all of them stale at once, however many there are."""

from __future__ import annotations

from fitdesk.store.store import Store

CURRENT = "(SELECT value FROM meta WHERE key = 'fit_version')"
"""SQL for the version that a remembered score must carry to count."""


def drop(store: Store) -> None:
    """Forget the scores of open inquiries; to be called inside the transaction that changes what they rest on."""
    store.run("UPDATE meta SET value = value + 1 WHERE key = 'fit_version'")
