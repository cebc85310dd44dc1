"""What can go wrong with the database: each error is a plain sentence that says what to do."""

# ruff: noqa: N818 (the names say what is the matter; all of them are StoreErrors)

from __future__ import annotations


class StoreError(Exception):
    """Something could not be kept or read; ``str()`` is a plain sentence for the owner."""


class NotFound(StoreError):
    """The record asked for is not there, or no longer there."""


class NotADatabase(StoreError):
    """The file is something else: a text, a picture, another program's database."""


class NewerSchema(StoreError):
    """A newer FitDesk wrote this database; it has not been touched."""


class DatabaseLocked(StoreError):
    """Another FitDesk, or another program, has this database open."""


class CannotWrite(StoreError):
    """Full disk, read-only place or a failing disk: nothing was changed."""


class DamagedDatabase(StoreError):
    """The file, or one entry of it, cannot be read any more."""
