"""The open database: one connection, one lock, transactions, and word to everybody of what changed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fitdesk.i18n import _
from fitdesk.store import health
from fitdesk.store.errors import CannotWrite
from fitdesk.store.faults import plain_words
from fitdesk.store.kinds import Kind as Kind
from fitdesk.store.lock import DatabaseLock
from fitdesk.store.opening import open_database

if TYPE_CHECKING:
    from fitdesk.store.shared_database import SharedDatabase

Listener = Callable[[frozenset[Kind]], None]


class Store:
    """Everything the owner keeps. Used on the main thread only; opened with ``Store.open``."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path | None,
        *,
        read_only: bool = False,
        warnings: Sequence[str] = (),
        lock: DatabaseLock | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.warnings = tuple(warnings)
        self._connection = connection
        self._lock = lock
        self._database: SharedDatabase | None = None
        self._listeners: list[Listener] = []
        self._touched: list[Kind] = []
        self._depth = 0
        self._has_changed = False

    @classmethod
    def open(cls, path: Path | None, *, now: datetime) -> Store:
        """The database at ``path``, made if it is not there; None keeps everything in memory.

        A link is followed first: lock, journal and backups stand beside the file itself, whatever name it is given.
        Raises StoreError and its kin, each with a sentence on what to do.
        """
        if path is not None:
            path = Path(os.path.realpath(path))  # unlike resolve(), also where links lead in a circle
        opened = open_database(path, now)
        return cls(opened.connection, path, read_only=opened.read_only, warnings=opened.warnings, lock=opened.lock)

    def close(self) -> None:
        """Close the file and let go of the lock; nothing may be asked afterwards."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def back_up(self, now: datetime) -> Path | None:
        """A verified backup if anything changed since the last one, and older ones thinned out; on quit, for example.

        None when there was nothing to do. Raises StoreError when it could not be made.
        """
        if self.path is None or self.read_only or not self._has_changed:
            return None
        from fitdesk.store import backups  # 6 ms, hardly ever needed at the start

        backup = backups.back_up(self._connection, self.path, now)
        backups.thin_out(self.path, now)
        self._has_changed = False
        return backup

    def check_health(self, now: datetime) -> Iterator[str]:
        """Look for damage one table a step, to be called after the first page shows: ``for table in …: pass``.

        Once a week in full. Raises DamagedDatabase at the first damage; a search index that lags behind is made anew.
        """
        last = self.rows("SELECT value FROM meta WHERE key = 'checked'")
        full = not last or last[0][0] < (now - timedelta(days=7)).isoformat() or last[0][0] > now.isoformat()
        yield from health.check(self._connection, full=full)
        if self.read_only or not full:
            return
        with self.transaction():
            for table in health.stale_indexes(self._connection):
                self.run(health.rebuilding(table))
            sql = "INSERT INTO meta (key, value) VALUES ('checked', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1"
            self.run(sql, (now.isoformat(),))

    @property
    def connection(self) -> sqlite3.Connection:
        """The only connection; for modules of the store."""
        return self._connection

    @property
    def database(self) -> SharedDatabase:
        """peewee's view of the same connection, made when first asked for."""
        if self._database is None:
            from fitdesk.store.shared_database import SharedDatabase

            self._database = SharedDatabase(self._connection)
        return self._database

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a plain SQL question, typed by what it asks for. Raises StoreError."""
        with plain_words():
            return self._connection.execute(sql, parameters).fetchall()

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """One plain SQL change inside a transaction; returns how many rows it changed. Raises StoreError."""
        self.expect_transaction()
        with plain_words():
            return self._connection.execute(sql, parameters).rowcount

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """The same change for many rows, inside a transaction. Raises StoreError."""
        self.expect_transaction()
        with plain_words():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self, *kinds: Kind) -> Iterator[None]:
        """All or nothing; may be nested. ``kinds`` is what the block changes; listeners hear of it after the commit.

        Raises CannotWrite when the database is open for reading only, or cannot be written; nothing is changed then.
        """
        if self.read_only:
            raise CannotWrite(_("This database can only be read here, so nothing was saved. Open it in another place."))
        outermost = self._depth == 0
        name = f"step_{self._depth}"
        heard = len(self._touched)
        if not outermost:
            self.expect_transaction()
        with plain_words():
            self._connection.execute("BEGIN IMMEDIATE" if outermost else f"SAVEPOINT {name}")
        self._depth += 1
        try:
            yield
            self.expect_transaction()
            with plain_words():
                self._connection.execute("COMMIT" if outermost else f"RELEASE {name}")
        except BaseException:
            self._undo(None if outermost else name)
            del self._touched[heard:]
            raise
        finally:
            self._depth -= 1
        self._touched.extend(kinds)
        if outermost:
            self._tell()

    def expect_transaction(self) -> None:
        """Raises CannotWrite outside a transaction: SQLite itself ends one when the disk is full or fails."""
        if not self._connection.in_transaction:
            raise CannotWrite(_("This was stopped half-way, so nothing was saved. Try again."))

    def _undo(self, savepoint: str | None) -> None:
        # See expect_transaction; https://sqlite.org/lang_transaction.html names the errors that do it.
        if not self._connection.in_transaction:
            return
        with plain_words():
            if savepoint is None:
                self._connection.execute("ROLLBACK")
            else:
                self._connection.execute(f"ROLLBACK TO {savepoint}")
                self._connection.execute(f"RELEASE {savepoint}")

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with what changed, once after each outermost commit. Returns how to stop that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _tell(self) -> None:
        changed = frozenset(self._touched)
        self._touched.clear()
        if changed:
            self._has_changed = True
            for listener in tuple(self._listeners):
                listener(changed)
