"""Several mail files at once: read beside the window, kept as they were read, and told in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fitdesk.i18n import _, plural
from fitdesk.intake.draft import Draft, DraftKind
from fitdesk.intake.errors import ReadError
from fitdesk.intake.worker import read_safely
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.errors import sentence_for
from fitdesk.ui.tasks import Progress, run_task
from fitdesk.workflows.receive import keep


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file and what was read from it, or in a sentence why not."""

    name: str
    data: bytes
    found: Draft | str

    @property
    def request(self) -> Draft | None:
        """The draft, when the file is a booking request."""
        return self.found if isinstance(self.found, Draft) and self.found.kind is DraftKind.INQUIRY else None


def read_or_say(data: bytes, name: str, now: datetime) -> Draft | str:
    """What was read in the worker process, or in a sentence why not."""
    try:
        return read_safely(data, name, received=now)
    except ReadError as error:
        return str(error)


class FileBatch(QObject):
    """``kept(int)`` with the last of the new inquiries, then ``notice(text, undo)``; ``working(task, text)`` before."""

    kept = Signal(int)
    notice = Signal(str, object)
    working = Signal(object, str)

    def __init__(self, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock

    def read(self, paths: tuple[Path, ...]) -> None:
        """Read ``paths`` one after the other in a worker, with progress and Cancel."""
        now = self._clock.now()

        def work(progress: Progress) -> list[ReadFile]:
            files = []
            for number, path in enumerate(paths):
                progress.report(number, len(paths))
                files.append(_read_file(path, now))
            return files

        task = run_task(work, self._keep, lambda sentence: self.notice.emit(sentence, None), parent=self)
        self.working.emit(task, _("Reading {n} files").replace("{n}", str(len(paths))))

    def _keep(self, files: list[ReadFile]) -> None:
        saved: list[int] = []
        try:
            with self._store.transaction():
                for file in files:
                    if file.request is None:
                        continue
                    new = keep(self._store, file.request, data=file.data, name=file.name, now=self._clock.now())
                    if new.id is not None:
                        saved.append(new.id)
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        if saved:
            self.kept.emit(saved[-1])
        left = [file.name for file in files if file.request is None]
        self.notice.emit(_said(len(saved), left), self._undo(saved) if saved else None)

    def _undo(self, saved: list[int]) -> Callable[[], None]:
        def undo() -> None:
            with self._store.transaction():
                for number in saved:
                    inquiries.trash(self._store, number, self._clock.now())

        return undo


def _read_file(path: Path, now: datetime) -> ReadFile:
    try:
        data = path.read_bytes()
    except OSError as error:
        return ReadFile(path.name, b"", sentence_for(error))
    return ReadFile(path.name, data, read_or_say(data, path.name, now))


def _said(kept: int, left: list[str]) -> str:
    words = plural("{n} request kept.", "{n} requests kept.", kept) if kept else _("Nothing kept.")
    if not left:
        return words
    names = ", ".join(name if len(name) <= 30 else name[:29] + "…" for name in left[:3])
    rest = plural("{n} file is not a booking request:", "{n} files are not booking requests:", len(left))
    more = "…" if len(left) > 3 else "."
    return f"{words} {rest} {names}{more} " + _("Import one alone to see why.")
