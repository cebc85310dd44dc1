"""Half-typed forms, kept so that a crash loses at most the last second of typing."""

from __future__ import annotations

from fitdesk.store.store import Store


def keep(store: Store, key: str, text: str) -> None:
    """Remember ``text`` under ``key`` ("inquiry/12"), over what was there."""
    with store.transaction():
        store.run(
            "INSERT INTO typing (key, text) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET text = excluded.text",
            (key, text),
        )


def find(store: Store, key: str) -> str | None:
    """What was typed under ``key``; None when nothing waits."""
    found = store.rows("SELECT text FROM typing WHERE key = ?", (key,))
    return None if not found else str(found[0][0])


def keys(store: Store, beginning: str) -> tuple[str, ...]:
    """The keys of all that waits and begins with ``beginning``, in order."""
    sql = "SELECT key FROM typing WHERE substr(key, 1, ?) = ? ORDER BY key"
    return tuple(str(key) for (key,) in store.rows(sql, (len(beginning), beginning)))


def drop(store: Store, key: str) -> None:
    """Forget it: it was saved or thrown away."""
    with store.transaction():
        store.run("DELETE FROM typing WHERE key = ?", (key,))
