"""The Calendar page: a month or a list at the left, the chosen day and the calendar files at the right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.capacity import month_load
from fitdesk.domain.diary import Diary
from fitdesk.domain.followup import FollowUp
from fitdesk.i18n import _
from fitdesk.store import calendar, drafts, follow_ups, inquiries, linked_calendars
from fitdesk.store import owner as owners
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.store.kinds import Kind
from fitdesk.ui.calendar.agenda import lines_of
from fitdesk.ui.calendar.chosen_day import chosen_day, editable_ids
from fitdesk.ui.calendar.entry_editing import EntryEditing
from fitdesk.ui.calendar.entry_form import EntryForm
from fitdesk.ui.calendar.entry_words import calendar_name
from fitdesk.ui.calendar.file_links import FileLinks, calendar_files
from fitdesk.ui.calendar.month import Month, read_month
from fitdesk.ui.calendar.panes import CalendarPanes
from fitdesk.ui.calendar.weeks import month_after, same_day_in
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.format import joined
from fitdesk.ui.widgets.page import Page

if TYPE_CHECKING:
    from fitdesk.domain.linked_calendar import LinkedCalendar
    from fitdesk.store.store import Store

_WEEKS_KEY = "calendar/weeks"
_MOST_INQUIRIES = 300
"""Open inquiries offered for a hold."""


class CalendarPage(Page):
    """``inquiry_opened`` and ``peer_opened(int)`` ask for another page, ``capacity_wanted()`` for its setting.

    ``file_chosen(Path)`` and ``reread_wanted(int)`` are for whoever reads calendar files beside the window.
    """

    inquiry_opened = Signal(int)
    peer_opened = Signal(int)
    capacity_wanted = Signal()
    file_chosen = Signal(object)
    reread_wanted = Signal(int)
    watched = frozenset({Kind.CALENDAR, Kind.FOLLOW_UPS, Kind.INQUIRIES, Kind.OWNER})

    def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
        super().__init__(store, changes, clock)
        self._owner = owners.get(store)
        self._day = clock.today()
        self._month: Month | None = None
        self._calendars: tuple[LinkedCalendar, ...] = ()
        self._reading: frozenset[int] = frozenset()
        is_us = self._owner.locale == "en_US"
        self.panes = CalendarPanes(self, EntryForm(clock.today, self._open_inquiries, month_first=is_us))
        self.head, self.grid, self.agenda = self.panes.head, self.panes.grid, self.panes.agenda
        self.panel, self.linked, self.capacity = self.panes.panel, self.panes.linked, self.panes.capacity
        self.editing = EntryEditing(store, clock, self.panes.form, self)
        self.links = FileLinks(store, self)
        self._ended = QElapsedTimer()
        self.grid.show_week_numbers(drafts.find(store, _WEEKS_KEY) == "shown")
        self._connect()
        self._add_actions()
        self.setAcceptDrops(True)

    # ---- showing

    def refresh(self) -> None:
        """Read the month shown, the list if it is shown, and the calendar files."""
        self._owner = owners.get(self.store)
        self._calendars = linked_calendars.every(self.store)
        self._month = read_month(self.store, self._day, self._owner.locale)
        self._show_month()
        if self.panes.is_list():
            self._show_list()
        self.linked.show_calendars(self._calendars, self.clock.now(), self._owner.locale, reading=self._reading)
        self.panes.show_emptiness(is_empty=not self._calendars and not self._has_entries())

    def open_record(self, record_id: int) -> None:
        """Show the first day of an entry that was made here or follows an inquiry."""
        found = next((entry for entry in calendar.own(self.store) if entry.id == record_id), None)
        if found is not None:
            self.show_list(False)
            self.go_to(found.first)

    def go_to(self, day: date) -> None:
        """Choose ``day`` and show its month."""
        self._day = day
        if self._month is None or (day.year, day.month) != (self._month.first.year, self._month.first.month):
            self._month = read_month(self.store, day, self._owner.locale)
        self._show_month()

    def day(self) -> date:
        """The chosen day."""
        return self._day

    def show_list(self, is_list: bool) -> None:
        """Show everything as a list, or a month."""
        self.panes.show_list(is_list)
        if is_list:
            self._show_list()
        else:
            self.go_to(self._day)

    def show_reading(self, calendars: frozenset[int]) -> None:
        """Say of ``calendars`` that they are being read this moment."""
        self._reading = calendars
        self.linked.show_calendars(self._calendars, self.clock.now(), self._owner.locale, reading=calendars)

    def _show_month(self) -> None:
        assert self._month is not None
        names = self._names()
        self.grid.show_month(self._month, self._day, self.clock.today(), names, self._owner.locale)
        if not self.panes.is_list():
            self.head.show_month(self._month.first)
        self.panes.weekdays.set_locale(self._owner.locale)
        sold = Diary.of([entry for entry in self._month.entries if entry.is_sold], today=self.clock.today())
        self.capacity.show_load(month_load(sold, self._month.first, self._owner))
        self._show_day(self._day)

    def _show_list(self) -> None:
        promised = follow_ups.due(self.store, date.max)
        lines = lines_of(calendar.every(self.store), promised, self.clock.today())
        self.agenda.show_lines(lines, self.clock.today(), self._names(), self._owner.locale)

    def _show_day(self, day: date) -> None:
        assert self._month is not None
        first, last = self.grid.days() if day == self.grid.day() else (day, day)
        shown = self._month if self._month.weeks[0] <= day <= self._month.last_shown else None
        month = shown or read_month(self.store, day, self._owner.locale)
        names, today = self._names(), self.clock.today()
        self.panel.show_day(
            chosen_day(self.store, month, (first, last), self._calendars, names, today, self._owner.locale)
        )

    def _names(self) -> dict[int, str]:
        return {one.id or 0: calendar_name(one) for one in self._calendars}

    def _has_entries(self) -> bool:
        return bool(calendar.own(self.store))

    # ---- doing

    def block_days(self) -> None:
        """Write which days are blocked, beginning with the chosen ones."""
        self.editing.begin_new(EntryKind.BLOCKED, *self.grid.days())

    def hold_days(self) -> None:
        """Write which days are held, beginning with the chosen ones."""
        self.editing.begin_new(EntryKind.HELD, *self.grid.days())

    def open_entry(self, what: object) -> None:
        """Go where ``what`` is changed: its inquiry, the form, or for a calendar file's entry the day itself."""
        if isinstance(what, FollowUp):
            if what.inquiry_id is not None:
                self.inquiry_opened.emit(what.inquiry_id)
            elif what.peer_id is not None:
                self.peer_opened.emit(what.peer_id)
        elif isinstance(what, CalendarEntry):
            if what.id in editable_ids(self.store, (what,)):
                self.editing.begin_change(what)
            elif what.inquiry_id is not None:
                self.inquiry_opened.emit(what.inquiry_id)
            else:
                self.panel.focus_first()

    def throw_away(self) -> None:
        """What is chosen in the list, or the only entry of the chosen day that is edited here, goes to the trash."""
        line = self.agenda.chosen_line() if self.panes.is_list() else None
        entries = self._month.on(self._day) if self._month is not None else ()
        if line is not None and isinstance(line.what, FollowUp):
            self.notice.emit(_("This is a follow-up: tick it off or put it off on Today"), None)
            return
        if line is not None and isinstance(line.what, CalendarEntry):
            entries = (line.what,)
        editable = editable_ids(self.store, entries)
        own = [entry for entry in entries if entry.id in editable]
        if len(own) == 1:
            self.editing.trash(own[0])
        elif own:
            self.notice.emit(_("Several things stand on this day: throw them away one by one at the right"), None)
        elif any(entry.inquiry_id is not None for entry in entries):
            self.notice.emit(_("This follows an inquiry: decide about it there, and the day follows"), None)
        elif entries:
            self.notice.emit(_("This is read from another calendar: delete it there"), None)

    def _turn(self, months: int) -> None:
        self.go_to(same_day_in(month_after(self._day, months), self._day))

    def _choose_day(self, day: date) -> None:
        self._day = day
        if self._month is not None and not self.grid.cells.place_of(day).isValid():
            self.go_to(day)
        else:
            self._show_day(day)
        self.editing.take_days(*self.grid.days())

    def _open_day(self, day: date) -> None:
        if self._has_just_ended():
            return
        entries = self._month.on(day) if self._month is not None else ()
        if len(entries) == 1:
            self.open_entry(entries[0])
        elif entries:
            self.panel.focus_first()
        else:
            self.block_days()

    def _begin_form(self) -> None:
        self.panes.show_form(True)

    def _has_just_ended(self) -> bool:
        """Whether something was kept a moment ago: a second Enter, pressed in haste, was meant for that."""
        return self._ended.isValid() and self._ended.elapsed() < QApplication.doubleClickInterval()

    def _end_form(self, day: date) -> None:
        self._ended.start()
        self.panes.show_form(False)
        if not self.panes.is_list():
            self.go_to(day)
        (self.agenda.list if self.panes.is_list() else self.grid).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_inquiries(self, other: int | None) -> list[tuple[int, str]]:
        lines = inquiries.first_lines(self.store, InquiryQuery(view=View.OPEN), _MOST_INQUIRIES)
        if other is not None and other not in [line.id for line in lines]:
            lines += inquiries.lines(self.store, [other])
        return [(line.id, joined(line.title, line.organization or line.who)) for line in lines]

    def _toggle_weeks(self) -> None:
        shown = not self.grid.painting.has_numbers
        self.grid.show_week_numbers(shown)
        if not self.store.read_only:
            drafts.keep(self.store, _WEEKS_KEY, "shown" if shown else "hidden")

    def _search(self) -> None:
        self.show_list(True)
        self.agenda.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.agenda.search.selectAll()

    # ---- keys, drops and size

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: with one, Tab would come to the grid past the buttons above it.
        (self.agenda.list if self.panes.is_list() else self.grid).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editing.is_open:
            self.editing.drop()
        elif event.key() == Qt.Key.Key_Escape:
            (self.agenda.list if self.panes.is_list() else self.grid).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if calendar_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.links.take_dropped(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.fit(self.width())

    # ---- building

    def _connect(self) -> None:
        self.head.turned.connect(self._turn)
        self.head.today_wanted.connect(lambda: self.go_to(self.clock.today()))
        self.head.view_chosen.connect(self.show_list)
        self.capacity.stating_wanted.connect(self.capacity_wanted)
        self.grid.month_turned.connect(self._turn)
        self.grid.today_wanted.connect(lambda: self.go_to(self.clock.today()))
        self.grid.day_chosen.connect(self._choose_day)
        self.grid.day_opened.connect(self._open_day)
        self.grid.entry_opened.connect(self.open_entry)
        self.grid.delete_wanted.connect(self.throw_away)
        self.agenda.chosen.connect(self._choose_from_list)
        self.agenda.opened.connect(self._open_from_list)
        self.agenda.list.delete_wanted.connect(self.throw_away)
        for part in (self.grid, self.panel):
            part.block_wanted.connect(self.block_days)
            part.hold_wanted.connect(self.hold_days)
        self.panel.edit_wanted.connect(self.editing.begin_change)
        self.panel.trash_wanted.connect(self.editing.trash)
        self.panel.inquiry_opened.connect(self.inquiry_opened)
        self.panel.peer_opened.connect(self.peer_opened)
        self.linked.file_wanted.connect(self.links.choose)
        self.linked.reread_wanted.connect(self.reread_wanted)
        self.linked.unlink_wanted.connect(self.links.unlink)
        self.panes.first_step.acted.connect(self.links.choose)
        self.links.chosen.connect(self.file_chosen)
        self.links.notice.connect(self.notice)
        self.editing.begun.connect(self._begin_form)
        self.editing.ended.connect(self._end_form)
        self.editing.notice.connect(self.notice)

    def _choose_from_list(self, day: date) -> None:
        self._day = day
        self._show_day(day)

    def _open_from_list(self, what: object) -> None:
        if not self._has_just_ended():
            self.open_entry(what)

    def _add_actions(self) -> None:
        self.add_action(_("Block days…"), self.block_days, QKeySequence.StandardKey.New)
        self.add_action(_("Hold days…"), self.hold_days)
        self.add_action(_("Link a calendar file…"), self.links.choose, QKeySequence.StandardKey.Open)
        self.add_action(_("Go to today"), lambda: self.go_to(self.clock.today()))
        self.add_action(_("Search the calendar"), self._search, QKeySequence.StandardKey.Find)
        self.add_action(_("Calendar as a month"), lambda: self.show_list(False))
        self.add_action(_("Calendar as a list"), lambda: self.show_list(True))
        self.add_action(_("Show or hide week numbers"), self._toggle_weeks)
