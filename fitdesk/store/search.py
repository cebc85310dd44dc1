"""Full-text search: the index follows every change, and what the owner typed is made safe for FTS5."""

from __future__ import annotations

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


def forgetting(table: str) -> str | None:
    """SQL that takes record ? of ``table`` out of its index while it still holds the indexed words; None: no index."""
    if table not in SEARCHED:
        return None
    columns = ", ".join(SEARCHED[table])
    into = f"INSERT INTO {table}_words ({table}_words, rowid, {columns})"
    return f"{into} SELECT 'delete', id, {columns} FROM {table} WHERE id = ?"


def learning(table: str) -> str | None:
    """SQL that puts record ? of ``table`` into its index; None when it has none."""
    if table not in SEARCHED:
        return None
    columns = ", ".join(SEARCHED[table])
    return f"INSERT INTO {table}_words (rowid, {columns}) SELECT id, {columns} FROM {table} WHERE id = ?"
