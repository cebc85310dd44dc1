"""Days put into the calendar by hand: written, changed and thrown away, each with Undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.i18n import _
from fitdesk.store import calendar
from fitdesk.store.errors import StoreError
from fitdesk.ui.calendar.entry_form import EntryForm
from fitdesk.ui.calendar.entry_words import title_of
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import day_span

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class EntryEditing(QObject):
    """``begun()`` when ``form`` is to be shown, ``ended(date)`` with the day to go back to when it is not any more.

    ``notice(text, undo)`` for the quiet bar. What was written and is left can be had again with Undo.
    """

    begun = Signal()
    ended = Signal(object)
    notice = Signal(str, object)

    def __init__(self, store: Store, clock: Clock, form: EntryForm, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._clock, self.form = store, clock, form
        self._before: CalendarEntry | None = None
        form.kept.connect(self._keep)
        form.dropped.connect(self.drop)

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return self._before is not None

    def begin_new(self, kind: EntryKind, first: date, last: date) -> None:
        """Ask for days of ``kind``, with the chosen ones filled in; words written for a new entry already stay."""
        fresh = CalendarEntry(first=first, last=last, kind=kind)
        written = self._written() if self._is_new() else None
        if written is None:
            self._begin(fresh)
        else:
            self._begin(fresh, replace(written, kind=kind, first=first, last=last))

    def begin_change(self, entry: CalendarEntry) -> None:
        """Change an entry that is there."""
        if self._before is None or self._before.id != entry.id:
            self.drop()
            self._begin(entry)

    def take_days(self, first: date, last: date) -> None:
        """Other days were chosen: a new entry that is being written is for these."""
        if self._is_new():
            self.form.show_days(first, last)

    def drop(self) -> None:
        """Nothing is to be kept."""
        if self._before is None:
            return
        before, written = self._before, self._written()
        self._before = None
        self.ended.emit(before.first)
        if written is not None:
            words = _("Not kept: {title}").replace("{title}", _short(title_of(written, {})))
            self.notice.emit(words, lambda: self._begin(before, written))

    def _is_new(self) -> bool:
        return self._before is not None and self._before.id is None

    def _written(self) -> CalendarEntry | None:
        """What stands in the form, where it has words or facts that are not kept yet."""
        if self._before is None:
            return None
        entry = self.form.entry()
        same_days = replace(entry, first=self._before.first, last=self._before.last, kind=self._before.kind)
        return None if (same_days if self._is_new() else entry) == self._before else entry

    def trash(self, entry: CalendarEntry) -> None:
        """Into the trash, with Undo."""
        number = entry.id
        if number is None or not self._try(lambda: calendar.trash(self._store, number, self._clock.now())):
            return
        if self._before is not None and self._before.id == number:
            self.drop()
        words = _("“{title}” is in the trash").replace("{title}", _short(title_of(entry, {})))
        self.notice.emit(words, lambda: self._try(lambda: calendar.untrash(self._store, number)))

    def _begin(self, entry: CalendarEntry, written: CalendarEntry | None = None) -> None:
        self._before = entry
        self.begun.emit()
        self.form.show_entry(written or entry)

    def _keep(self, entry: CalendarEntry) -> None:
        before = self._before
        kept: list[CalendarEntry] = []
        if before is None or not self._try(lambda: kept.append(calendar.save(self._store, entry))):
            return
        self._before = None
        self.ended.emit(entry.first)
        number = kept[0].id or 0
        if before.id is None:
            undo: Callable[[], object] = lambda: calendar.trash(self._store, number, self._clock.now())  # noqa: E731
        else:
            undo = lambda: calendar.save(self._store, before)  # noqa: E731
        if before.id is None or entry != before:
            self.notice.emit(self._said(kept[0], is_new=before.id is None), lambda: self._try(undo))

    def _said(self, entry: CalendarEntry, *, is_new: bool) -> str:
        if not is_new:
            return _("Changed: {title}").replace("{title}", _short(title_of(entry, {})))
        words = {
            EntryKind.BOOKED: _("{days} booked"),
            EntryKind.HELD: _("{days} held"),
            EntryKind.BLOCKED: _("{days} blocked"),
        }[entry.kind]
        return words.replace("{days}", day_span(entry.first, entry.last, self._clock.today()))

    def _try(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return False
        return True


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:59] + "…"
