"""Backups that are known to be good: copied, checked, hashed, written through, then named."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from fitdesk.i18n import _
from fitdesk.store.errors import CannotWrite, StoreError
from fitdesk.store.faults import plain_words
from fitdesk.store.health import row_counts
from fitdesk.store.retention import superfluous

_STAMP = "%Y%m%d-%H%M%S"


def folder_for(database: Path) -> Path:
    """Where the backups of ``database`` stand: a folder beside it."""
    return database.with_name(database.stem + "-backups")


def back_up(connection: sqlite3.Connection, database: Path, now: datetime) -> Path:
    """Copy the open database into its backup folder and return the file. Raises StoreError; half a backup never stays.

    The SHA-256 stands in a text file beside it: SQLite's own check sees only 6 % of flipped bits (safety.md).
    """
    folder = folder_for(database)
    target = _free_name(folder, database.stem, now)
    unfinished = target.with_name(target.name + ".part")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        try:
            with plain_words():
                copy(connection, unfinished)
                _verify(connection, unfinished)
            _write_through(_note_of(target), f"{hash_of(unfinished)}  {target.name}\n")
            unfinished.replace(target)
            fsync_folder(folder)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as refused:
        raise CannotWrite(_("No backup could be made: {why}.").replace("{why}", str(refused.strerror))) from refused
    return target


def newest_first(database: Path) -> list[Path]:
    """The finished backups of ``database``, newest first; whether each is still good says ``is_good``."""
    return [path for _made, path in sorted(_made_when(database), reverse=True)]


def is_good(backup: Path) -> bool:
    """Whether ``backup`` is byte for byte what was verified when it was made."""
    note = _note_of(backup)
    return note.exists() and backup.exists() and note.read_text("utf-8").split()[:1] == [hash_of(backup)]


def thin_out(database: Path, now: datetime) -> list[Path]:
    """Remove the backups that the rule of retention.py lets go, but never the newest good one; which they were."""
    going = superfluous((made for made, _path in _made_when(database)), now)
    newest_good = next((path for path in newest_first(database) if is_good(path)), None)
    gone = [path for made, path in _made_when(database) if made in going and path != newest_good]
    for path in gone:
        path.unlink(missing_ok=True)
        _note_of(path).unlink(missing_ok=True)
    return gone


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the open database into the new file ``target``, for the owner's eyes only, written through to the disk."""
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(target)) as new:
        connection.backup(new)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def hash_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    import hashlib  # 4 ms that the Today page, which asks for the newest backup, need not pay

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fsync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last; Windows does that by itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _free_name(folder: Path, stem: str, now: datetime) -> Path:
    target = folder / f"{stem}-{now:{_STAMP}}.sqlite3"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{now:{_STAMP}}-{number}.sqlite3"
    return target


def _made_when(database: Path) -> list[tuple[datetime, Path]]:
    """When each backup says it was made; files with other names are not ours."""
    found = []
    for path in folder_for(database).glob(f"{database.stem}-*.sqlite3"):
        try:
            made = datetime.strptime(path.stem.removeprefix(database.stem + "-")[:15], _STAMP)
        except ValueError:
            continue
        found.append((made, path))
    return found


def _note_of(backup: Path) -> Path:
    return backup.with_name(backup.name + ".sha256")


def _verify(connection: sqlite3.Connection, target: Path) -> None:
    """The copy is sound and holds as many rows in every table. Raises StoreError."""
    with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro", uri=True)) as copied:
        sound = copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not sound or row_counts(copied) != row_counts(connection):
            raise StoreError(_("The backup did not come out right, so it was thrown away. Check the disk."))


def _write_through(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
