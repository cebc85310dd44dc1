"""Is the file still sound? Asked table by table, after the window is up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from fitdesk.i18n import _
from fitdesk.store.errors import DamagedDatabase
from fitdesk.store.faults import plain_words
from fitdesk.store.search import SEARCHED

# quick_check of a whole file with 100,000 inquiries takes 0.4 s, more than twice what a start may cost beyond an empty
# window, so it is not done while opening. Step by step the window stays alive: the longest table takes 0.15 s.


def check(connection: sqlite3.Connection, *, full: bool) -> Iterator[str]:
    """Look at one table per step and name it; ``full`` compares every index with its table too.

    Raises DamagedDatabase at the first damage.
    """
    pragma = "integrity_check" if full else "quick_check"
    for table in tables(connection):
        with plain_words():
            found = connection.execute(f'PRAGMA {pragma}("{table}")').fetchall()
        if found != [("ok",)]:
            raise damage()
        yield table
    with plain_words():
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise damage()


def tables(connection: sqlite3.Connection) -> list[str]:
    """The ordinary tables of the file, those inside the search indexes included."""
    with plain_words():
        found = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
            " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
        )
        return [name for (name,) in found]


def stale_indexes(connection: sqlite3.Connection) -> list[str]:
    """Tables whose search index does not hold as many entries as the table: what a crash of another program leaves."""
    with plain_words():
        return [table for table in SEARCHED if not _is_whole(connection, table)]


def _is_whole(connection: sqlite3.Connection, table: str) -> bool:
    counts = f"(SELECT count(*) FROM {table}) = (SELECT count(*) FROM {table}_words_docsize)"
    return bool(connection.execute(f"SELECT {counts}").fetchone()[0])


def rebuilding(table: str) -> str:
    """SQL that makes the search index of ``table`` anew from its rows."""
    return f"INSERT INTO {table}_words ({table}_words) VALUES ('rebuild')"


def damage() -> DamagedDatabase:
    """The error for a file that is no longer sound."""
    return DamagedDatabase(
        _("The database is damaged. Bring back the newest backup, and keep the damaged file as it is.")
    )


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Table → number of rows; without the migrations' own history and what lies inside the search indexes."""
    found = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> 'schema_migration'"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in found}
