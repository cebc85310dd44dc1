"""The owner's calendar files are read again when they change: beside the window, after the start, one at a time."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.i18n import _, plural
from fitdesk.store import linked_calendars
from fitdesk.store import owner as owners
from fitdesk.store.errors import NotFound, StoreError
from fitdesk.store.kinds import Kind
from fitdesk.ui.calendar.entry_words import calendar_name
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.workflows.calendars import FileRead, is_stale, link_calendar, read_file, reread, unlink

if TYPE_CHECKING:
    from datetime import date

    from fitdesk.store.store import Store
    from fitdesk.ui.changes import Changes, Clock
    from fitdesk.ui.main_window import MainWindow

SETTLE_MS = 1_500
"""A program that writes a calendar file takes a moment, and some write it twice."""
LOOK_MS = 10 * 60 * 1000
"""Files on drives that do not tell of changes are looked at so often."""


@dataclass(frozen=True, slots=True)
class _Order:
    """Calendars to read: ``number`` at the owner's wish, or, None, those whose file has changed.

    ``is_new``: it was linked a moment ago, and Undo takes the link back.
    """

    number: int | None = None
    is_new: bool = False


class CalendarFiles(QObject):
    """``reading_changed(frozenset[int])`` says which calendars are being read at the owner's wish.

    ``notice(text, undo)`` and ``working(task, text)`` are for the quiet bar; what changes by itself is kept quietly,
    but for a file that cannot be read any more.
    """

    reading_changed = Signal(object)
    notice = Signal(str, object)
    working = Signal(object, str)

    def __init__(self, store: Store, clock: Clock, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._orders: deque[_Order] = deque()
        self._task: Task | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.look)
        self._now_and_then = QTimer(self, interval=LOOK_MS)
        self._now_and_then.timeout.connect(self.look)
        changes.changed.connect(self._note_change)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self) -> None:
        """Look whether files have changed, soon and from now on."""
        if not self._store.read_only and not self._now_and_then.isActive():
            self._now_and_then.start()
            QTimer.singleShot(0, self, self._watch)  # 20 ms with what Qt sets up for it, so each in its own turn
            self._soon.start()

    def stop(self) -> None:
        """Read no further; what is being read is given up."""
        self._soon.stop()
        self._now_and_then.stop()
        self._orders.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def look(self) -> None:
        """Read the calendars whose files have changed, if there are any."""
        self._order(_Order())

    def link(self, path: Path) -> None:
        """Read the file at ``path`` along from now on, and read it now."""
        try:
            self.start()
            before = linked_calendars.find(self._store, str(path.absolute()))
            calendar = link_calendar(self._store, path)
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return
        self._order(_Order(calendar.id, is_new=before is None))

    def reread(self, number: int) -> None:
        """Read one calendar now, whether its file has changed or not."""
        self._order(_Order(number))

    def _order(self, order: _Order) -> None:
        if order not in self._orders:
            self._orders.append(order)
        self._tell_reading()
        self._start_next()

    def _start_next(self) -> None:
        if self._task is not None or not self._orders:
            return
        order = self._orders[0]
        known = {one.id: one for one in linked_calendars.every(self._store)}
        wanted = [one for number, one in known.items() if order.number in (None, number)]
        if not wanted:
            self._finish(())
            return
        zone, today, only_stale = owners.get(self._store).timezone, self._clock.today(), order.number is None

        def work(progress: Progress) -> tuple[FileRead, ...]:
            return _read_all(wanted, zone, today, progress, only_stale=only_stale)

        self._task = run_task(work, self._finish, self._fail, parent=self)
        self._task.ended.connect(self._forget_cancelled)
        if order.number is not None:
            words = _("Reading “{name}”").replace("{name}", calendar_name(wanted[0]))
            self.working.emit(self._task, words)

    def _finish(self, found: tuple[FileRead, ...]) -> None:
        order = self._orders.popleft() if self._orders else _Order()
        self._task = None
        for read in found:
            self._keep(read, order)
        self._tell_reading()
        self._start_next()

    def _fail(self, sentence: str) -> None:
        self._finish(())
        self.notice.emit(sentence, None)

    def _forget_cancelled(self) -> None:
        """After Cancel neither of the two above is called."""
        if self._task is not None and self._task.progress.is_cancelled:
            self._finish(())

    def _keep(self, read: FileRead, order: _Order) -> None:
        try:
            self.start()
            before = linked_calendars.get(self._store, read.calendar_id)
            after = reread(self._store, read, self._clock.now())
        except NotFound:
            return  # it is not read along any more
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return
        if order.number is not None:
            undo = (lambda: unlink(self._store, read.calendar_id)) if order.is_new else None
            self.notice.emit(_said(after, read, is_new=order.is_new), undo)
        elif after.trouble and not before.trouble:
            self.notice.emit(_said(after, read, is_new=False), None)

    def _watch(self) -> None:
        """Listen for changes of the files, and of their folders: many programs put a new file in place of the old."""
        paths = [Path(one.path) for one in linked_calendars.every(self._store)]
        wanted = {str(path) for path in (*paths, *(path.parent for path in paths)) if str(path) != path.root}
        if self._watcher is None:
            if not wanted:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(lambda _path: self._note_file())
            self._watcher.directoryChanged.connect(lambda _path: self._note_file())
        listened = {*self._watcher.files(), *self._watcher.directories()}
        if listened - wanted:
            self._watcher.removePaths(sorted(listened - wanted))
        if wanted - listened:
            self._watcher.addPaths(sorted(wanted - listened))

    def _note_file(self) -> None:
        self._soon.start()
        self._watch()  # a file that was put in the place of another is listened to anew

    def _note_change(self, kinds: frozenset[Kind]) -> None:
        if not self._now_and_then.isActive():
            return
        if Kind.CALENDAR in kinds:
            self._watch()
        if Kind.OWNER in kinds:
            self._soon.start()  # the time zone may be another

    def _tell_reading(self) -> None:
        self.reading_changed.emit(frozenset(one.number for one in self._orders if one.number is not None))


def files_of(window: MainWindow) -> CalendarFiles:
    """The one that belongs to ``window``, made when first asked for: the start of the program goes without."""
    for child in window.children():
        if isinstance(child, CalendarFiles):
            return child
    files = CalendarFiles(window.store, window.clock, window.changes, window)
    files.notice.connect(window.notices.show_notice)
    files.working.connect(window.notices.follow)
    return files


def _read_all(
    calendars: list[LinkedCalendar], zone: str, today: date, progress: Progress, *, only_stale: bool
) -> tuple[FileRead, ...]:
    """Beside the window: look at each file and read those that are wanted."""
    found: list[FileRead] = []
    for place, calendar in enumerate(calendars):
        if progress.is_cancelled:
            break
        if only_stale and not is_stale(calendar, zone, today):
            continue
        if len(calendars) > 1:
            progress.report(place, len(calendars))
        read = read_file(calendar, zone, today, lambda: progress.is_cancelled)
        if read is not None:
            found.append(read)
    return tuple(found)


def _said(calendar: LinkedCalendar, read: FileRead, *, is_new: bool) -> str:
    """What came of it, in a sentence."""
    name = calendar_name(calendar)
    if calendar.trouble:
        return _("“{name}”: {trouble}").replace("{name}", name).replace("{trouble}", calendar.trouble)
    if read.reading is None:
        return _("“{name}” has not changed since").replace("{name}", name)
    count = len(read.reading.entries)
    words = _("“{name}” is linked, with {entries}") if is_new else _("“{name}” is read again, with {entries}")
    entries = plural("{n} entry", "{n} entries", count).replace(str(count), f"{count:,}")
    return words.replace("{name}", name).replace("{entries}", entries)
