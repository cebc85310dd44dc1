"""Opening a database file safely: lock, look at the header, connect, make or migrate; refuse before touching."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fitdesk.i18n import _
from fitdesk.store.connection import connect
from fitdesk.store.errors import CannotWrite, NewerSchema, NotADatabase
from fitdesk.store.faults import plain_words
from fitdesk.store.lock import DatabaseLock
from fitdesk.store.purge import purge
from fitdesk.store.schema import APPLICATION_ID, MIGRATIONS, SCHEMA, read_header
from fitdesk.store.surroundings import warnings_for


@dataclass(frozen=True, slots=True)
class Opened:
    connection: sqlite3.Connection
    read_only: bool
    warnings: tuple[str, ...]
    lock: DatabaseLock | None


def open_database(path: Path | None, now: datetime) -> Opened:
    """A connection to ``path`` with the newest schema in it. Raises StoreError and its kin."""
    if path is None:
        connection = connect(None)
        _make_tables(connection)
        return Opened(connection, False, (), None)
    _refuse_strangers(path)  # before anything is made, locked or changed
    read_only = not _make_place(path)
    lock = None if read_only else DatabaseLock(path)
    try:
        connection = _open_file(path, now, read_only)
        if not read_only:
            _empty_trash(connection, now)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return Opened(connection, read_only, warnings_for(path, read_only), lock)


def _empty_trash(connection: sqlite3.Connection, now: datetime) -> None:
    try:
        with plain_words():
            purge(connection, now)
    except CannotWrite:
        return  # a full disk must not keep anybody from reading; the trash waits
    except BaseException:
        connection.close()
        raise


def _make_place(path: Path) -> bool:
    """Make folder and file where they are missing (for the owner's eyes only); whether they can be written."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
        # SQLite needs the folder too: its journal stands beside the file.
        if not os.access(path.parent, os.W_OK | os.X_OK):
            if not path.exists():
                raise _cannot_make(path)
            return False
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        elif not os.access(path, os.W_OK):
            return False
        elif os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as refused:
        raise _cannot_make(path) from refused
    return True


def _cannot_make(path: Path) -> CannotWrite:
    sentence = _("FitDesk cannot keep a database in {place}. Choose a folder that you may write to.")
    return CannotWrite(sentence.replace("{place}", str(path.parent)))


def _open_file(path: Path, now: datetime, read_only: bool) -> sqlite3.Connection:
    try:
        connection, version = _connect(path, read_only)
    except CannotWrite as refused:
        if not read_only:
            raise
        raise CannotWrite(
            _("A change was interrupted here and must be put right first. Open the database where it can be written.")
        ) from refused
    if version == SCHEMA:
        return connection
    connection.close()
    if read_only:
        raise CannotWrite(
            _("This database is from an older FitDesk and must be brought up to date, but it can only be read here.")
        )
    from fitdesk.store.upgrade import upgrade  # imports peewee's migrations: only when there is one to do

    upgrade(path, now, MIGRATIONS, SCHEMA)
    with plain_words():
        return connect(path)


def _connect(path: Path, read_only: bool) -> tuple[sqlite3.Connection, int]:
    with plain_words():
        connection = connect(path, read_only=read_only)
        try:
            return connection, _settle(connection, path, read_only)
        except BaseException:
            connection.close()
            raise


def _refuse_strangers(path: Path) -> None:
    """Look at the bytes of the header before SQLite does. Raises NotADatabase or NewerSchema."""
    name = path.name or str(path)
    try:
        if not path.exists():
            return
        if path.is_dir():
            raise NotADatabase(_("{place} is a folder. Name a file in it.").replace("{place}", name))
        header = read_header(path) if path.is_file() else None  # reading a device or a pipe may never end
    except OSError as refused:
        raise CannotWrite(_("FitDesk may not read {file}.").replace("{file}", name)) from refused
    if header is not None and header.empty:
        return
    if header is None or not header.is_sqlite or header.application_id != APPLICATION_ID:
        sentence = _("{file} is not a FitDesk database. Choose another file, or bring back a backup.")
        raise NotADatabase(sentence.replace("{file}", name))
    if header.user_version > SCHEMA:
        raise NewerSchema(
            _("A newer FitDesk wrote this database. Install the newest version; the file was not touched.")
        )


def _settle(connection: sqlite3.Connection, path: Path, read_only: bool) -> int:
    """Make the tables of an empty file; the schema the file has."""
    # The first read also finishes what a crash interrupted, so the version is asked for again afterwards.
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if pages:
        return int(version)
    if read_only:
        sentence = _("{file} is empty. Choose another file, or bring back a backup.")
        raise NotADatabase(sentence.replace("{file}", path.name))
    _make_tables(connection)
    return SCHEMA


def _make_tables(connection: sqlite3.Connection) -> None:
    from fitdesk.store.upgrade import migrate  # see above

    migrate(connection)
