"""Calendar files: read along at the owner's wish and when they change, beside the window, with Undo."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fitdesk.store import calendar, linked_calendars
from fitdesk.store.store import Store
from fitdesk.ui import calendar_files
from fitdesk.ui.calendar.page import CalendarPage
from fitdesk.ui.calendar_files import CalendarFiles, files_of
from fitdesk.ui.changes import Clock
from fitdesk.ui.main_window import MainWindow
from hands import CTRL, Key, click, press

TODAY = date(2026, 11, 22)


def ics(*events: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *events, "END:VCALENDAR", ""])


def all_day(day: str, title: str, *more: str) -> str:
    lines = ["BEGIN:VEVENT", f"UID:{title}", f"DTSTART;VALUE=DATE:{day}", f"SUMMARY:{title}", *more, "END:VEVENT"]
    return "\r\n".join(lines)


@pytest.fixture
def private(tmp_path: Path) -> Path:
    file = tmp_path / "private.ics"
    file.write_text(ics(all_day("20261124", "Dentist")))
    return file


@pytest.fixture
def window(store: Store, clock: Clock, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(store, clock)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.current_key() == "today")
    yield made
    files_of(made).stop()


@pytest.fixture
def page(window: MainWindow) -> CalendarPage:
    press(window, Key.Key_6, CTRL)
    shown = window.page("calendar")
    assert isinstance(shown, CalendarPage)
    return shown


def titles(store: Store) -> list[str]:
    return [entry.title for entry in calendar.every(store)]


def wait_until_read(store: Store, qtbot: QtBot, *wanted: str) -> None:
    qtbot.waitUntil(lambda: titles(store) == list(wanted), timeout=20_000)


def test_a_chosen_file_is_read_along_and_undo_takes_it_back(
    store: Store, window: MainWindow, page: CalendarPage, private: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(private), ""))
    click(page.panes.first_step.button)
    qtbot.waitUntil(lambda: [row.words.text() for row in page.linked.rows()] == ["being read…"])
    wait_until_read(store, qtbot, "Dentist")
    qtbot.waitUntil(lambda: window.notices.text.text() == "“private” is linked, with 1 entry")
    qtbot.waitUntil(lambda: [row.words.text()[:17] for row in page.linked.rows()] == ["read today at 9:3"])
    page.go_to(date(2026, 11, 24))
    assert [row.title.text() for row in page.panel.rows()] == ["Dentist"]
    assert page.panel.state.text() == "In 2 days · taken"
    press(window, Key.Key_Z, CTRL)
    assert linked_calendars.every(store) == ()
    assert titles(store) == []


def test_read_again_says_whether_anything_changed(
    store: Store, window: MainWindow, page: CalendarPage, private: Path, qtbot: QtBot
) -> None:
    page.file_chosen.emit(private)
    wait_until_read(store, qtbot, "Dentist")
    qtbot.waitUntil(lambda: "being read" not in page.linked.rows()[0].words.text())
    click(page.linked.rows()[0].reread)
    qtbot.waitUntil(lambda: window.notices.text.text() == "“private” has not changed since", timeout=20_000)
    private.write_text(ics(all_day("20261124", "Dentist"), all_day("20261125", "Oboe")))
    qtbot.waitUntil(lambda: page.linked.rows()[0].reread.isEnabled())
    click(page.linked.rows()[0].reread)
    wait_until_read(store, qtbot, "Dentist", "Oboe")
    qtbot.waitUntil(lambda: window.notices.text.text() == "“private” is read again, with 2 entries")
    assert not window.notices.button.isVisible()


def test_a_file_that_changes_is_read_by_itself(
    store: Store, window: MainWindow, private: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_files, "SETTLE_MS", 50)
    files = CalendarFiles(store, window.clock, window.changes, window)
    files.start()
    files.link(private)
    wait_until_read(store, qtbot, "Dentist")
    fresh = private.with_suffix(".new")
    fresh.write_text(ics(all_day("20261126", "Choir")))
    os.replace(fresh, private)  # noqa: PTH105 - as calendar programs do
    wait_until_read(store, qtbot, "Choir")
    private.write_text(ics(all_day("20261127", "Fencing")))
    wait_until_read(store, qtbot, "Fencing")
    files.stop()


def test_a_file_that_is_gone_is_told_once_and_its_days_still_count(
    store: Store, window: MainWindow, page: CalendarPage, private: Path, qtbot: QtBot
) -> None:
    page.file_chosen.emit(private)
    wait_until_read(store, qtbot, "Dentist")
    private.unlink()
    files = files_of(window)
    with qtbot.waitSignal(files.notice, timeout=20_000) as told:
        files.look()
    assert told.args is not None
    assert told.args[0].startswith("“private”: This file is no longer where it was.")
    assert titles(store) == ["Dentist"]
    qtbot.waitUntil(lambda: not page.linked.rows()[0].trouble.isHidden())
    page.go_to(date(2026, 11, 23))
    assert page.panel.state.text().startswith("Tomorrow · not known: your calendar “private” could not be read")
    heard: list[str] = []
    files.notice.connect(lambda text, _undo: heard.append(text))
    files.look()
    qtbot.waitUntil(lambda: files._task is None, timeout=20_000)
    assert heard == []


def test_what_is_no_calendar_says_what_to_do(
    store: Store, window: MainWindow, page: CalendarPage, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tmp_path / "letter.ics"
    letter.write_text("Dear Ada, no calendar here.")
    page.file_chosen.emit(letter)
    qtbot.waitUntil(lambda: "There is no calendar in this file" in window.notices.text.text(), timeout=20_000)
    assert linked_calendars.every(store)[0].trouble


def test_remarks_on_single_events_stand_beside_the_file(
    store: Store, page: CalendarPage, tmp_path: Path, qtbot: QtBot
) -> None:
    odd = tmp_path / "odd.ics"
    start = "DTSTART;TZID=Moon/Crater:20261124T100000"
    odd.write_text(ics(f"BEGIN:VEVENT\r\nUID:1\r\n{start}\r\nSUMMARY:Landing\r\nEND:VEVENT"))
    page.file_chosen.emit(odd)
    wait_until_read(store, qtbot, "Landing")
    qtbot.waitUntil(lambda: "Moon/Crater" in page.linked.rows()[0].notes.text().replace("\u200b", ""))


def test_the_same_file_twice_is_one(store: Store, page: CalendarPage, private: Path, qtbot: QtBot) -> None:
    page.file_chosen.emit(private)
    page.file_chosen.emit(private)
    wait_until_read(store, qtbot, "Dentist")
    assert len(linked_calendars.every(store)) == 1


def test_a_reading_under_way_is_given_up_with_the_window(
    store: Store, window: MainWindow, page: CalendarPage, private: Path, qtbot: QtBot
) -> None:
    files = files_of(window)
    page.file_chosen.emit(private)
    task = files._task
    assert task is not None
    files.stop()
    assert task.progress.is_cancelled
    assert files._task is None
    assert linked_calendars.every(store)[0].read_at is None


def test_cancel_leaves_the_calendar_unread_and_the_next_is_read(
    store: Store, window: MainWindow, page: CalendarPage, private: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    files = files_of(window)
    other = tmp_path / "other.ics"
    other.write_text(ics(all_day("20261201", "Other")))
    page.file_chosen.emit(private)
    page.file_chosen.emit(other)
    assert files._task is not None
    files._task.cancel()
    wait_until_read(store, qtbot, "Other")
