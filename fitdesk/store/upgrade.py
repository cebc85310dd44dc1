"""Bringing a database to the newest schema: on a copy, in one transaction, checked, then swapped in."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from playhouse.migrations import Runner

from fitdesk.i18n import _
from fitdesk.store.backups import back_up, copy, fsync_folder
from fitdesk.store.connection import connect
from fitdesk.store.errors import StoreError
from fitdesk.store.faults import plain_words
from fitdesk.store.health import row_counts
from fitdesk.store.schema import APPLICATION_ID, MIGRATIONS, SCHEMA
from fitdesk.store.shared_database import SharedDatabase


def migrate(connection: sqlite3.Connection, scripts: Path = MIGRATIONS, schema: int = SCHEMA) -> None:
    """Apply the scripts that ``connection`` lacks, and mark it, in one transaction.

    Foreign keys are off meanwhile: peewee's column changes rebuild a table, which would delete the rows that
    depend on it (safety.md). They are checked before the commit instead.
    """
    database = SharedDatabase(connection)
    connection.execute("PRAGMA foreign_keys = 0")
    try:
        with database.atomic("IMMEDIATE"):
            Runner(database, str(scripts)).up()
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {schema}")
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise _failed()
    finally:
        connection.execute("PRAGMA foreign_keys = 1")


def upgrade(path: Path, now: datetime, scripts: Path = MIGRATIONS, schema: int = SCHEMA) -> Path:
    """Bring the file at ``path`` to ``schema``; returns the backup made before. Raises StoreError, the file untouched.

    A crash at any moment leaves either the old file or the new one: the copy is renamed over it when it is complete.
    """
    target = path.with_name(path.name + ".upgrading")
    with plain_words():
        with closing(connect(path)) as old:
            backup = back_up(old, path, now)
            _clear(target)
            copy(old, target)
            counts = row_counts(old)
        try:
            with closing(connect(target)) as new:
                migrate(new, scripts, schema)
                _check(new, counts, scripts, schema)
            _swap(target, path)
        finally:
            _clear(target)
    return backup


def _check(new: sqlite3.Connection, counts: dict[str, int], scripts: Path, schema: int) -> None:
    """The migrated copy is sound, has lost no row, and looks like a fresh one. Raises StoreError."""
    if new.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise _failed()
    after = row_counts(new)
    if any(after[table] != count for table, count in counts.items() if table in after):
        raise _failed()
    with closing(connect(None)) as fresh:
        migrate(fresh, scripts, schema)
        if schema_of(new) != schema_of(fresh):
            raise _failed()


def _swap(migrated: Path, path: Path) -> None:
    with migrated.open("rb+") as file:
        os.fsync(file.fileno())
    _journal_of(path).unlink(missing_ok=True)  # it would be played into the new file
    migrated.replace(path)
    fsync_folder(path.parent)


def _clear(target: Path) -> None:
    """Remove what an upgrade leaves, or one that was killed left: the copy, and a journal that would spoil the next."""
    target.unlink(missing_ok=True)
    _journal_of(target).unlink(missing_ok=True)


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def schema_of(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Every table, index and trigger with the SQL that made it."""
    return connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    ).fetchall()


def _failed() -> StoreError:
    return StoreError(
        _("The database could not be brought up to date, so it was left as it was. A backup stands beside it.")
    )
