"""Full-text search: the index follows every change, and what the owner typed is made safe for FTS5."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fitdesk.store.store import Store

SEARCHED: dict[str, tuple[str, ...]] = {
    "inquiries": ("title", "who", "organization", "city", "keywords", "subject", "goal", "note", "text"),
    "contacts": ("name", "email", "organization"),
    "letters": ("recipient", "subject", "peer_names", "words"),
}
"""Tables with a full-text index named after them (``inquiries_words``), and the columns in it."""

LONGEST_SEARCH = 200
"""Characters of a search that are looked at; nobody types more, but somebody pastes it."""


def match_for(search: str) -> str | None:
    """An FTS5 query for entries with a word beginning with each word of ``search``; None when it holds no word.

    Every word is quoted, so that no character of it means anything to FTS5 (safety.md: raw text made 19 of 20
    searches fail).
    """
    words = [word for word in search.replace("\x00", " ")[:LONGEST_SEARCH].split() if any(map(str.isalnum, word))]
    return " ".join('"' + word.replace('"', '""') + '"*' for word in words) or None


def forget(store: Store, table: str, number: int) -> None:
    """Take record ``number`` out of the index; to be called while the record still holds the indexed words."""
    if table in SEARCHED:
        columns = ", ".join(SEARCHED[table])
        into = f"INSERT INTO {table}_words ({table}_words, rowid, {columns})"
        store.run(f"{into} SELECT 'delete', id, {columns} FROM {table} WHERE id = ?", (number,))


def learn(store: Store, table: str, number: int) -> None:
    """Put record ``number`` into the index."""
    if table in SEARCHED:
        columns = ", ".join(SEARCHED[table])
        store.run(
            f"INSERT INTO {table}_words (rowid, {columns}) SELECT id, {columns} FROM {table} WHERE id = ?", (number,)
        )
