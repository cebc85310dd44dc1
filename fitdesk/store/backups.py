"""Backups that are known to be good: copied, checked, hashed, written through, then named."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from fitdesk.i18n import _
from fitdesk.store.errors import CannotWrite, StoreError
from fitdesk.store.faults import plain_words
from fitdesk.store.health import row_counts


def folder_for(database: Path) -> Path:
    """Where the backups of ``database`` stand: a folder beside it."""
    return database.with_name(database.stem + "-backups")


def back_up(connection: sqlite3.Connection, database: Path, now: datetime) -> Path:
    """Copy the open database into its backup folder and return the file. Raises StoreError; half a backup never stays.

    The SHA-256 stands in a text file beside it: SQLite's own check sees only 6 % of flipped bits (safety.md).
    """
    folder = folder_for(database)
    target = folder / f"{database.stem}-{now:%Y%m%d-%H%M%S}.sqlite3"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{database.stem}-{now:%Y%m%d-%H%M%S}-{number}.sqlite3"
    unfinished = target.with_name(target.name + ".part")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        with plain_words():
            _copy(connection, unfinished)
            _verify(connection, unfinished)
        digest = hash_of(unfinished)
        _write_through(target.with_name(target.name + ".sha256"), f"{digest}  {target.name}\n")
        unfinished.replace(target)
        fsync_folder(folder)
    except OSError as refused:
        raise CannotWrite(_("No backup could be made: {why}.").replace("{why}", refused.strerror or "")) from refused
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def is_good(backup: Path) -> bool:
    """Whether ``backup`` is byte for byte what was verified when it was made."""
    note = backup.with_name(backup.name + ".sha256")
    return note.exists() and backup.exists() and note.read_text().split()[:1] == [hash_of(backup)]


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _verify(connection: sqlite3.Connection, target: Path) -> None:
    """The copy is sound and holds as many rows in every table. Raises StoreError."""
    with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        sound = copy.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        if not sound or row_counts(copy) != row_counts(connection):
            raise StoreError(_("The backup did not come out right, so it was thrown away. Check the disk."))


def hash_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_through(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def fsync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last; Windows does that by itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
