"""A second start with the same database raises the first window: it leaves a note that the first one watches for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject


def note_beside(database: Path) -> Path:
    """The note's place: an empty file beside the database."""
    return database.with_name(database.name + ".raise")


def ask_first_window(database: Path) -> None:
    """Leave the note; a folder that cannot be written holds no first window to ask."""
    with suppress(OSError):
        note_beside(database).touch()


class NoteWatcher(QObject):
    """Calls ``raise_window`` whenever a second start leaves its note beside ``database``."""

    def __init__(self, database: Path, raise_window: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._note = note_beside(database)
        self._raise_window = raise_window
        self._note.unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(database.parent)], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        if self._note.exists():
            self._note.unlink(missing_ok=True)
            self._raise_window()
