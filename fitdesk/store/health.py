"""Is the file still sound? Asked in small steps, after the window is up."""

from __future__ import annotations

import sqlite3


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Table → number of rows; without the migrations' own history and SQLite's and FTS5's inner tables."""
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> 'schema_migration'"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}
