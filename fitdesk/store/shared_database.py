"""peewee on a connection that is already open: there is only ever one."""

from __future__ import annotations

import sqlite3

from peewee import SqliteDatabase


class SharedDatabase(SqliteDatabase):
    """A peewee database that uses the store's own connection and never closes it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._shared = connection
        super().__init__("shared")

    def _connect(self) -> sqlite3.Connection:
        return self._shared

    def _close(self, conn: sqlite3.Connection) -> None:
        """The store closes it."""
