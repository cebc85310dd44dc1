"""The Calendar page: its list, its calendar files, and its place in the window."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from calendar_scene import TODAY, Show, edit, keep, keep_inquiry, link, opened
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.followup import FollowUp
from fitdesk.store import calendar, follow_ups, linked_calendars
from fitdesk.store.store import Store
from fitdesk.ui import palette_entries
from fitdesk.ui.calendar.page import CalendarPage
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.main_window import MainWindow
from hands import CTRL, Key, click, press, write


@pytest.fixture
def show(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> Show:
    return lambda: opened(store, changes, clock, qtbot)


# ---- the list


def test_the_list_shows_what_is_to_come_first_and_searches(store: Store, show: Show) -> None:
    keep(store, date(2026, 11, 3), title="Past talk")
    keep(store, date(2026, 11, 20), date(2026, 11, 25), title="Under way")
    keep(store, date(2026, 12, 3), title="Bâle workshop")
    follow_ups.save(store, FollowUp(due=date(2026, 12, 3), what="Call Basel"))
    page = show()
    click(page.head.list_tab)
    titles = [page.agenda.list.model().index(row, 0).data() for row in range(4)]
    assert titles == ["Under way", "Bâle workshop", "Call Basel", "Past talk"]
    lines = page.agenda.shown()
    assert [page.agenda.names_day(line) for line in lines] == [True, True, False, True]
    page.agenda.list.viewport().grab()
    press(page, Key.Key_F, CTRL)
    write(page.agenda.search, "bale")
    QApplication.processEvents()
    assert [line.what for line in page.agenda.shown()] == [lines[1].what]
    press(page.agenda.search, Key.Key_Down)
    assert page.focusWidget() is page.agenda.list
    assert page.panel.heading.text() == "Thursday, 3 December"
    press(page.agenda.list, Key.Key_Return)
    assert page.editing.form.isVisible()
    press(edit(page, "title"), Key.Key_Escape)
    press(page.agenda.list, Key.Key_Delete)
    QApplication.processEvents()
    assert "Bâle workshop" not in [entry.title for entry in calendar.own(store)]
    assert page.agenda.nothing.isVisible()
    click(page.head.month_tab)
    assert page.head.title.text() == "December 2026"


def test_a_follow_up_opens_its_inquiry(store: Store, show: Show, qtbot: QtBot) -> None:
    number = keep_inquiry(store)
    follow_ups.save(store, FollowUp(due=TODAY, what="Call", inquiry_id=number))
    page = show()
    row = page.panel.rows()[0]
    assert row.open is not None
    with qtbot.waitSignal(page.inquiry_opened) as told:
        click(row.open)
    assert told.args == [number]


# ---- calendar files


def test_a_calendar_file_is_stopped_with_undo(store: Store, show: Show, qtbot: QtBot) -> None:
    there = CalendarEntry(first=TODAY, last=TODAY, title="Choir", kind=EntryKind.BLOCKED)
    kept = link(store, there)
    page = show()
    (row,) = page.linked.rows()
    assert (row.name.words(), row.words.text()) == ("Private", "read today at 9:30, known until 1 Jan 2028")
    with qtbot.waitSignal(page.reread_wanted) as told:
        click(row.reread)
    assert told.args == [kept.id]
    with qtbot.waitSignal(page.notice) as told:
        click(row.stop)
    assert linked_calendars.every(store) == ()
    qtbot.waitUntil(lambda: not page.panel.rows())
    assert told.args is not None
    assert told.args[0] == "“Private” is not linked any more"
    told.args[1]()
    qtbot.waitUntil(lambda: len(page.panel.rows()) == 1)
    assert linked_calendars.every(store) == (kept,)


def test_a_dropped_calendar_file_is_handed_on_and_nothing_else(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("me.ICS", "letter.pdf")])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    told: list[Path] = []
    page.file_chosen.connect(told.append)
    page.dropEvent(drop)
    assert told == [tmp_path / "me.ICS"]


# ---- in the window


@pytest.fixture
def window(store: Store, clock: Clock, qtbot: QtBot) -> MainWindow:
    made = MainWindow(store, clock)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.current_key() == "today")
    return made


def test_the_window_leads_to_it_and_from_it(store: Store, window: MainWindow) -> None:
    number = keep_inquiry(store)
    keep(store, TODAY, inquiry_id=number, title="Leadership summit")
    press(window, Key.Key_6, CTRL)
    page = window.page("calendar")
    assert isinstance(page, CalendarPage)
    assert window.focusWidget() is page.grid
    page.inquiry_opened.emit(number)
    assert window.current_key() == "inquiries"
    press(window, Key.Key_6, CTRL)
    click(page.capacity.state)
    assert window.current_key() == "settings"


def test_the_palette_finds_days_by_name(store: Store, window: MainWindow) -> None:
    keep(store, date(2027, 2, 3), title="Workshop Basel")
    keep(store, date(2026, 2, 3), title="Workshop long past")
    found = palette_entries.records(window, "workshop")
    assert [(entry.title, entry.kind) for entry in found] == [("Workshop Basel", "Calendar · 3 Feb 2027")]
    found[0].run()
    page = window.page("calendar")
    assert isinstance(page, CalendarPage)
    assert page.day() == date(2027, 2, 3)


def test_tab_goes_as_one_reads(store: Store, window: MainWindow, qtbot: QtBot) -> None:
    keep(store, TODAY)
    link(store)
    press(window, Key.Key_6, CTRL)
    page = window.page("calendar")
    assert isinstance(page, CalendarPage)
    page.go_to(TODAY + timedelta(days=1))
    page.go_to(TODAY)
    QApplication.processEvents()
    page.grid.setFocus()
    walked: list[str] = []
    for _step in range(7):
        focused = window.focusWidget()
        assert focused is not None
        walked.append(focused.accessibleName() or getattr(focused, "text", str)())
        press(focused, Key.Key_Tab)
    assert walked == [
        "Month",
        "Edit: Work",
        "Move “Work” to the trash",
        "Block days…",
        "Hold days…",
        "Read again: Private",
        "Unlink: Private",
    ]
    click(page.head.month_tab)
    page.head.month_tab.setFocus()
    press(page.head.month_tab, Key.Key_Tab)
    assert window.focusWidget() is page.head.before
