"""The Calendar page for its tests: entries kept, the page opened, places on it found, fields typed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from build import an_inquiry
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.inquiry import Status
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.store import calendar, inquiries, linked_calendars
from fitdesk.store.store import Store
from fitdesk.ui.calendar.page import CalendarPage
from fitdesk.ui.changes import Changes, Clock
from hands import Key, press, write

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30)

Show = Callable[[], CalendarPage]


def opened(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> CalendarPage:
    page = CalendarPage(store, changes, clock)
    qtbot.addWidget(page)
    page.resize(848, 700)
    page.show()
    page.activateWindow()
    page.grid.setFocus()
    page.grid.viewport().grab()
    return page


def keep(store: Store, first: date, last: date | None = None, title: str = "Work", **changes: object) -> CalendarEntry:
    values = {"first": first, "last": last or first, "title": title, **changes}
    return calendar.save(store, CalendarEntry(**values))  # type: ignore[arg-type]


def keep_inquiry(store: Store, name: str = "Leadership summit", status: Status = Status.NEW) -> int:
    base = an_inquiry(status=status)
    kept = inquiries.save(store, replace(base, event=replace(base.event, name=name)))
    assert kept.id is not None
    return kept.id


def link(store: Store, *entries: CalendarEntry, **changes: object) -> LinkedCalendar:
    values = {"name": "Private", "path": "/home/me/private.ics", "read_at": NOW, "covers_until": date(2028, 1, 1)}
    kept = linked_calendars.save(store, LinkedCalendar(**{**values, **changes}))  # type: ignore[arg-type]
    linked_calendars.keep_occurrences(store, kept.id or 0, entries)
    return kept


def place_of(page: CalendarPage, day: date) -> QPoint:
    """The middle of a day in the grid."""
    weeks = page.grid.cells.month.weeks
    row, column = divmod((day - weeks[0]).days, 7)
    area = page.grid.viewport().rect()
    return QPoint(round(area.width() * (column + 0.5) / 7), round(area.height() * (row + 0.8) / len(weeks)))


def bar_of(page: CalendarPage, title: str) -> QPoint:
    """Somewhere on the bar of an entry."""
    page.grid.viewport().grab()
    area = page.grid.viewport().rect()
    for y in range(0, area.height(), 4):
        for x in range(0, area.width(), 8):
            entry = page.grid.entry_at(QPoint(x, y))
            if entry is not None and entry.title == title:
                return QPoint(x, y)
    raise AssertionError(title)


def edit(page: CalendarPage, key: str) -> QLineEdit:
    target = page.editing.form.form.field(key).targets()[-1]
    assert isinstance(target, QLineEdit)
    return target


def retype(page: CalendarPage, key: str, text: str) -> None:
    field = edit(page, key)
    field.setFocus()
    field.selectAll()
    press(field, Key.Key_Delete)
    write(field, text)
