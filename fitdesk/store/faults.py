"""From SQLite's errors to sentences the owner can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from fitdesk.i18n import _
from fitdesk.store.errors import CannotWrite, DamagedDatabase, DatabaseLocked, NotADatabase, StoreError


def _primary(fault: sqlite3.Error) -> int:
    """The low byte of SQLite's result code (https://sqlite.org/rescode.html); 0 when Python raised it by itself."""
    code: int = getattr(fault, "sqlite_errorcode", 0) or 0
    return code & 0xFF


_DAMAGE = ("decode to UTF-8", "no such table", "no such column")
"""What SQLite or Python says of a broken text, and of a file in which a table is gone."""


def sentence_for(fault: sqlite3.Error) -> StoreError:
    """The StoreError that says what ``fault`` means and what to do about it."""
    code = _primary(fault)
    if code == sqlite3.SQLITE_FULL:
        return CannotWrite(_("The disk is full, so nothing was saved. Make some room, then save again."))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return CannotWrite(_("FitDesk may not write to its database, so nothing was saved. Check who may write there."))
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL):
        return CannotWrite(
            _("The disk did not answer, so nothing was saved. Check that it is connected and try again.")
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseLocked(_("Another program is using the database. Close it there, then try again."))
    if code == sqlite3.SQLITE_NOTADB:
        return NotADatabase(_("This file is not a FitDesk database. Choose another file."))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT) or any(sign in str(fault) for sign in _DAMAGE):
        return DamagedDatabase(
            _("The database is damaged. Bring back the newest backup; keep the damaged file as it is.")
        )
    if code in (sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_TOOBIG) or isinstance(fault, sqlite3.DataError):
        return CannotWrite(_("This is too large to be kept, so nothing was saved. Shorten it or split it up."))
    if code == sqlite3.SQLITE_CONSTRAINT:
        return _broken_rule(fault)
    if code == sqlite3.SQLITE_INTERRUPT:
        return StoreError(_("This was stopped before it was done."))
    return StoreError(_("FitDesk could not save or read this. Nothing was changed."))


def _broken_rule(fault: sqlite3.Error) -> StoreError:
    if "FOREIGN KEY" in str(fault):
        if fault.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_TRIGGER:  # how SQLite says ON DELETE RESTRICT
            return StoreError(_("A letter or a referral rests on this, so it was not removed."))
        return StoreError(_("This belongs to something that is no longer there, so it was not saved."))
    if fault.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return StoreError(_(str(fault)))  # our own triggers speak in sentences
    return StoreError(_("Something here is missing or does not fit together, so it was not saved."))


@contextmanager
def plain_words() -> Iterator[None]:
    """Turn every database fault inside the block into a StoreError; other exceptions pass unchanged."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a mistake in the program, not in the data
    except sqlite3.Error as fault:
        raise sentence_for(fault) from fault
    except UnicodeEncodeError as fault:
        raise StoreError(_("This holds a broken character that cannot be kept. Type that word again.")) from fault
    except OverflowError as fault:
        raise StoreError(_("A number here is too large to be kept. Make it smaller.")) from fault
    except Exception as fault:
        # peewee keeps the sqlite3 error it wraps as ``orig``; looking for it spares importing peewee here.
        inner = getattr(fault, "orig", None)
        if isinstance(inner, sqlite3.Error) and not isinstance(inner, sqlite3.ProgrammingError):
            raise sentence_for(inner) from fault
        raise
