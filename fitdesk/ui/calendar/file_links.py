"""Calendar files are linked by the native dialog or a drop, and unlinked with Undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from fitdesk.i18n import _
from fitdesk.store import linked_calendars
from fitdesk.store.errors import StoreError
from fitdesk.ui.calendar.entry_words import calendar_name
from fitdesk.workflows.calendars import unlink

if TYPE_CHECKING:
    from fitdesk.store.store import Store

_ENDINGS = (".ics", ".ical", ".icalendar", ".ifb")


class FileLinks(QObject):
    """``chosen(Path)`` for whoever reads calendar files beside the window, ``notice(text, undo)`` for the quiet bar."""

    chosen = Signal(object)
    notice = Signal(str, object)

    def __init__(self, store: Store, page: QWidget) -> None:
        super().__init__(page)
        self._store, self._page = store, page

    def choose(self) -> None:
        """The native dialog for a calendar file to link."""
        endings = " ".join(f"*{ending}" for ending in _ENDINGS)
        kinds = f"{_('Calendar files')} ({endings});;{_('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self._page, _("Link a calendar file"), "", kinds)
        if name:
            self.chosen.emit(Path(name))

    def take_dropped(self, event: QDropEvent) -> None:
        """Link the calendar files among what is dropped."""
        for path in calendar_files(event):
            event.acceptProposedAction()
            self.chosen.emit(path)

    def unlink(self, number: int) -> None:
        """Read a calendar no more, with Undo."""
        try:
            removed = unlink(self._store, number)
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return
        words = _("“{name}” is not linked any more").replace("{name}", calendar_name(removed.calendar))
        self.notice.emit(words, lambda: self._put_back(removed))

    def _put_back(self, removed: linked_calendars.Removed) -> None:
        try:
            linked_calendars.put_back(self._store, removed)
        except StoreError as problem:
            self.notice.emit(str(problem), None)


def calendar_files(event: QDropEvent) -> list[Path]:
    """The calendar files among what is dragged or dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _ENDINGS]
