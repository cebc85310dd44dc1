"""One FitDesk per database: a lock on a small file beside it, which the system drops when a process ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from fitdesk.i18n import _
from fitdesk.store.errors import CannotWrite, DatabaseLocked


def _try_lock(descriptor: int) -> None:
    """Lock without waiting. Raises OSError when somebody else holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system says when somebody else holds a lock; anything else means that it cannot lock there."""


class DatabaseLock:
    """Held from construction to ``release()``. Raises DatabaseLocked when another process or store holds it,
    CannotWrite where no lock can be made.

    The filelock package does the same but adds 25 ms to the start (45 % of what performance.md allows for
    everything beyond an empty window), so the one system call is made here. The file stays: removing a lock file
    while another start waits for it would let two in.
    """

    def __init__(self, database: Path) -> None:
        lock = lock_path(database)
        try:
            self._descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as refused:
            raise CannotWrite(
                _("FitDesk may not write {file}, beside its database. Check whose it is.").replace("{file}", lock.name)
            ) from refused
        try:
            _try_lock(self._descriptor)
        except OSError as refused:
            os.close(self._descriptor)
            if refused.errno in _HELD:
                raise DatabaseLocked(
                    _("FitDesk is already open with this database. Close the other window, then try again.")
                ) from refused
            raise CannotWrite(
                _("This disk cannot keep two programs apart. Keep the database on a disk of this computer.")
            ) from refused

    def release(self) -> None:
        os.close(self._descriptor)


def lock_path(database: Path) -> Path:
    """Where the lock of ``database`` stands."""
    return database.with_name(database.name + ".lock")
