"""The Calendar page: months turned by keys, wheel and buttons; days blocked, held, changed and thrown away."""

from __future__ import annotations

import time as clocks
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from build import an_inquiry, an_owner
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Status
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.store import calendar, follow_ups, inquiries, linked_calendars, owner
from fitdesk.store.store import Store
from fitdesk.ui import palette_entries
from fitdesk.ui.calendar.page import CalendarPage
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.main_window import MainWindow
from hands import CTRL, SHIFT, Key, click, double_click, press, write

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30)

Show = Callable[[], CalendarPage]


@pytest.fixture
def show(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> Show:
    def make() -> CalendarPage:
        page = CalendarPage(store, changes, clock)
        qtbot.addWidget(page)
        page.resize(848, 700)
        page.show()
        page.activateWindow()
        page.grid.setFocus()
        page.grid.viewport().grab()
        return page

    return make


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


# ---- moving


def test_keys_move_the_day_and_the_month(show: Show) -> None:
    page = show()
    assert page.day() == TODAY
    press(page.grid, Key.Key_Left)
    assert page.day() == TODAY - timedelta(days=1)
    press(page.grid, Key.Key_Up)
    assert page.day() == date(2026, 11, 14)
    press(page.grid, Key.Key_PageDown)
    assert page.day() == date(2026, 12, 14)
    assert page.head.title.text() == "December 2026"
    press(page.grid, Key.Key_PageUp)
    press(page.grid, Key.Key_PageUp)
    assert page.day() == date(2026, 10, 14)
    press(page.grid, Key.Key_Home)
    assert page.day() == TODAY
    assert page.head.title.text() == "November 2026"
    assert page.panel.heading.text() == "Sunday, 22 November"


def test_an_arrow_beyond_the_last_row_turns_the_month(show: Show) -> None:
    page = show()
    for _step in range(3):
        press(page.grid, Key.Key_Down)
    assert page.day() == date(2026, 12, 13)
    assert page.head.title.text() == "December 2026"
    assert page.grid.cells.place_of(page.day()).isValid()


def test_buttons_and_wheel_turn_months(show: Show) -> None:
    page = show()
    click(page.head.after)
    assert page.head.title.text() == "December 2026"
    click(page.head.before)
    click(page.head.before)
    assert page.head.title.text() == "October 2026"
    click(page.head.today)
    assert page.day() == TODAY
    middle = QPointF(page.grid.viewport().rect().center())
    none = Qt.KeyboardModifier.NoModifier
    for turn, title in ((-120, "December 2026"), (-60, "December 2026"), (-60, "January 2027"), (120, "December 2026")):
        wheel = QWheelEvent(
            middle,
            middle,
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            none,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.grid.viewport(), wheel)
        assert page.head.title.text() == title


def test_a_click_chooses_a_day_and_shift_several(show: Show, qtbot: QtBot) -> None:
    page = show()
    click(page.grid.viewport(), place_of(page, date(2026, 11, 10)))
    assert page.day() == date(2026, 11, 10)
    assert page.panel.heading.text() == "Tuesday, 10 November"
    press(page.grid, Key.Key_Right, SHIFT)
    press(page.grid, Key.Key_Right, SHIFT)
    assert page.grid.days() == (date(2026, 11, 10), date(2026, 11, 12))
    assert (page.panel.heading.text(), page.panel.state.text()) == ("10–12 Nov", "3 days chosen")
    press(page.grid, Key.Key_Left)
    assert page.grid.days() == (date(2026, 11, 11), date(2026, 11, 11))


def test_dragging_chooses_several_days(show: Show, qtbot: QtBot) -> None:
    page = show()
    view = page.grid.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place_of(page, date(2026, 11, 3)))
    for day in (4, 5, 6):
        place = QPointF(place_of(page, date(2026, 11, day)))
        left = Qt.MouseButton.LeftButton
        move = QMouseEvent(QEvent.Type.MouseMove, place, place, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, move)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place_of(page, date(2026, 11, 6)))
    assert page.grid.days() == (date(2026, 11, 3), date(2026, 11, 6))
    press(page.grid, Key.Key_N)
    first, last = (page.editing.form.form.field(key).value() for key in ("first", "last"))
    assert (first, last) == (date(2026, 11, 3), date(2026, 11, 6))


def test_the_week_begins_on_sunday_in_the_united_states(store: Store, show: Show) -> None:
    owner.save(store, an_owner(locale="en_US"))
    page = show()
    assert page.grid.cells.month.weeks[0] == date(2026, 11, 1)
    assert page.panel.heading.text() == "Sunday, November 22"


# ---- what is shown


def test_a_day_says_what_stands_there(store: Store, show: Show) -> None:
    keep(store, TODAY, title="Workshop Basel", after=1)
    link(
        store,
        CalendarEntry(first=TODAY, last=TODAY, title="Choir", kind=EntryKind.BLOCKED, start=time(19), end=time(21)),
    )
    follow_ups.save(store, FollowUp(due=TODAY, what="Call the venue"))
    page = show()
    assert [row.title.text() for row in page.panel.rows()] == ["Workshop Basel", "Choir", "Call the venue"]
    assert page.panel.state.text() == "Today · taken"
    assert [label.text() for label in page.panel.rows()[1].details] == ["from Private · 19:00–21:00"]
    assert page.panel.rows()[1].edit is None
    assert page.panel.rows()[1].remove is None
    spoken = page.grid.cells.said(TODAY)
    assert spoken.startswith("Sunday, 22 November, today: Workshop Basel, booked; Choir, from private")
    assert spoken.endswith("1 follow-up")
    assert page.grid.cells.said(TODAY + timedelta(days=1)) == "Monday, 23 November: after: Workshop Basel"


def test_a_day_that_a_calendar_file_cannot_tell_is_not_known(store: Store, show: Show) -> None:
    link(store, trouble="The file is not there any more.")
    page = show()
    assert page.panel.state.text() == "Today · not known: your calendar “Private” could not be read"
    assert not page.linked.rows()[0].trouble.isHidden()


def test_a_hold_that_has_run_out_counts_no_more(store: Store, show: Show) -> None:
    keep(store, TODAY, kind=EntryKind.HELD, expires=TODAY - timedelta(days=1), title="Old hold")
    page = show()
    assert page.panel.state.text() == "Today · free"
    assert "ran out on 21 Nov" in page.panel.rows()[0].details[0].text()


def test_capacity_of_the_month(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner(capacity_days=None))
    keep(store, date(2026, 11, 2), date(2026, 11, 7), before=1)
    keep(store, date(2026, 11, 10), date(2026, 11, 11), kind=EntryKind.HELD)
    keep(store, date(2026, 11, 12), date(2026, 11, 20), kind=EntryKind.BLOCKED)
    page = show()
    assert page.capacity.words.words() == "9 days of work this month. How many you sell a month is not stated."
    with qtbot.waitSignal(page.capacity_wanted):
        click(page.capacity.state)
    owner.save(store, an_owner(capacity_days=12, capacity_cap=80))
    qtbot.waitUntil(lambda: page.capacity.words.words() == "7–9 of 12 days you sell, 58–75 %")
    assert page.capacity.bar.isVisible()
    assert not page.capacity.state.isVisible()
    keep(store, date(2026, 11, 23), date(2026, 11, 26))
    qtbot.waitUntil(lambda: "over your limit of 80 %" in page.capacity.words.words())
    click(page.head.after)
    assert page.capacity.words.words() == "0 of 12 days you sell, 0 %"


def test_what_to_do_first_while_nothing_stands_there(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.panes.first_step.isVisible()
    assert page.panel.block.property("primary") is False
    keep(store, TODAY)
    qtbot.waitUntil(lambda: not page.panes.first_step.isVisible())
    assert page.panel.block.property("primary") is True
    assert page.linked.isVisible()


def test_week_numbers_are_remembered(store: Store, show: Show) -> None:
    page = show()
    assert page.grid.painting.has_numbers is False
    next(action for action in page.actions() if action.text() == "Show or hide week numbers").trigger()
    page.grid.viewport().grab()
    assert show().grid.painting.has_numbers is True


# ---- writing


def test_days_are_blocked_with_undo(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    press(page.grid, Key.Key_N)
    assert page.editing.form.isVisible()
    assert page.focusWidget() is edit(page, "title")
    write(edit(page, "title"), "Holiday")
    retype(page, "last", "24 November 2026")
    with qtbot.waitSignal(page.notice) as told:
        press(edit(page, "last"), Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == "22–24 Nov blocked"
    (kept,) = calendar.own(store)
    assert (kept.first, kept.last, kept.title, kept.kind) == (TODAY, date(2026, 11, 24), "Holiday", EntryKind.BLOCKED)
    assert page.panel.isVisible()
    assert page.focusWidget() is page.grid
    told.args[1]()
    assert calendar.own(store) == ()


def test_a_hold_for_an_inquiry_is_called_like_it(store: Store, show: Show) -> None:
    number = keep_inquiry(store)
    page = show()
    page.go_to(date(2026, 12, 12))
    press(page.grid, Key.Key_H)
    write(edit(page, "inquiry"), "Leadership summit · Northbridge Trust")
    retype(page, "expires", "1 December 2026")
    click(page.editing.form.save)
    (kept,) = calendar.own(store)
    assert (kept.kind, kept.inquiry_id, kept.expires) == (EntryKind.HELD, number, date(2026, 12, 1))
    assert kept.title.startswith("Leadership summit")


def test_a_hold_keeps_its_inquiry_whatever_became_of_that(store: Store, show: Show) -> None:
    page = show()
    press(page.grid, Key.Key_H)
    press(edit(page, "title"), Key.Key_Escape)
    number = keep_inquiry(store, status=Status.DECLINED)
    kept = keep(store, TODAY, kind=EntryKind.HELD, inquiry_id=number)
    page.editing.begin_change(kept)
    assert edit(page, "inquiry").text() == "Leadership summit · Northbridge Trust"
    retype(page, "title", "Perhaps after all")
    click(page.editing.form.save)
    assert calendar.own(store) == (replace(kept, title="Perhaps after all"),)


def test_what_cannot_be_kept_is_told_beside_its_field(store: Store, show: Show) -> None:
    page = show()
    press(page.grid, Key.Key_H)
    retype(page, "last", "21 November 2026")
    retype(page, "expires", "1 November 2026")
    click(page.editing.form.save)
    rows = page.editing.form.form
    assert rows.row("last").shown_error == "Before the first day: write a later one"
    assert rows.row("expires").shown_error == "Already past: write a day to come"
    assert calendar.own(store) == ()
    press(edit(page, "last"), Key.Key_Escape)
    assert page.panel.isVisible()


def test_only_a_hold_has_an_end_and_an_inquiry(show: Show) -> None:
    page = show()
    press(page.grid, Key.Key_N)
    form = page.editing.form.form
    assert not form.row("expires").isVisible()
    kinds = form.field("kind").segments  # type: ignore[attr-defined]  # a SegmentsField
    click(kinds.buttons[1])
    assert form.row("expires").isVisible()
    assert page.editing.form.heading.text() == "Hold days"


def test_an_entry_is_changed_and_comes_back_with_undo(store: Store, show: Show, qtbot: QtBot) -> None:
    before = keep(store, TODAY, title="Workshop Basel", note="By train")
    page = show()
    button = page.panel.rows()[0].edit
    assert button is not None
    click(button)
    retype(page, "title", "Workshop Bern")
    with qtbot.waitSignal(page.notice) as told:
        click(page.editing.form.save)
    assert calendar.own(store) == (replace(before, title="Workshop Bern"),)
    assert told.args is not None
    told.args[1]()
    assert calendar.own(store) == (before,)


def test_delete_throws_away_the_only_entry_of_the_day(store: Store, show: Show, qtbot: QtBot) -> None:
    kept = keep(store, TODAY)
    page = show()
    with qtbot.waitSignal(page.notice) as told:
        press(page.grid, Key.Key_Delete)
    assert calendar.own(store) == ()
    assert told.args is not None
    told.args[1]()
    assert calendar.own(store) == (kept,)
    keep(store, TODAY, title="Second")
    qtbot.waitUntil(lambda: len(page.panel.rows()) == 2)
    with qtbot.waitSignal(page.notice) as told:
        press(page.grid, Key.Key_Delete)
    assert told.args == ["Several things stand on this day: throw them away one by one at the right", None]
    assert len(calendar.own(store)) == 2


def test_an_entry_that_follows_an_inquiry_opens_it_and_is_not_changed_here(
    store: Store, show: Show, qtbot: QtBot
) -> None:
    number = keep_inquiry(store, status=Status.HELD)
    keep(store, TODAY, kind=EntryKind.HELD, inquiry_id=number, title="Leadership summit")
    page = show()
    row = page.panel.rows()[0]
    assert row.edit is None
    assert row.open is not None
    with qtbot.waitSignal(page.inquiry_opened) as told:
        click(row.open)
    assert told.args == [number]
    with qtbot.waitSignal(page.inquiry_opened):
        press(page.grid, Key.Key_Return)
    with qtbot.waitSignal(page.inquiry_opened):
        double_click(page.grid.viewport(), bar_of(page, "Leadership summit"))
    with qtbot.waitSignal(page.notice) as told:
        press(page.grid, Key.Key_Delete)
    assert told.args == ["This follows an inquiry: decide about it there, and the day follows", None]
    assert len(calendar.own(store)) == 1


def test_enter_and_double_click_open_what_stands_there(store: Store, show: Show) -> None:
    keep(store, date(2026, 11, 10), title="Workshop Basel")
    page = show()
    page.go_to(date(2026, 11, 10))
    press(page.grid, Key.Key_Return)
    assert page.editing.form.heading.text() == "Change an entry"
    press(edit(page, "title"), Key.Key_Escape)
    double_click(page.grid.viewport(), bar_of(page, "Workshop Basel"))
    assert page.editing.form.isVisible()
    page.editing.drop()
    double_click(page.grid.viewport(), place_of(page, date(2026, 11, 18)))
    assert page.editing.form.heading.text() == "Block days"


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


# ---- haste and carelessness


def test_a_day_blocked_without_another_word_can_be_undone(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    press(page.grid, Key.Key_N)
    with qtbot.waitSignal(page.notice) as told:
        press(edit(page, "title"), Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == "22 Nov blocked"
    qtbot.waitUntil(lambda: len(page.panel.rows()) == 1)
    (row,) = page.panel.rows()
    assert (row.title.text(), row.details) == ("Blocked", ())
    told.args[1]()
    assert calendar.own(store) == ()


def test_a_second_enter_does_not_open_what_the_first_kept(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    press(page.grid, Key.Key_N)
    press(edit(page, "title"), Key.Key_Return)
    press(page.grid, Key.Key_Return)
    assert page.panel.isVisible()
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    press(page.grid, Key.Key_Return)
    assert page.editing.form.heading.text() == "Change an entry"


def test_what_was_written_and_left_comes_back_with_undo(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    press(page.grid, Key.Key_N)
    write(edit(page, "title"), "Holiday in Malta")
    with qtbot.waitSignal(page.notice) as told:
        press(edit(page, "title"), Key.Key_Escape)
    assert told.args is not None
    assert told.args[0] == "Not kept: Holiday in Malta"
    told.args[1]()
    assert edit(page, "title").text() == "Holiday in Malta"
    press(edit(page, "title"), Key.Key_Return)
    assert [entry.title for entry in calendar.own(store)] == ["Holiday in Malta"]


def test_nothing_is_said_where_nothing_was_written(show: Show, qtbot: QtBot) -> None:
    page = show()
    press(page.grid, Key.Key_H)
    with qtbot.assertNotEmitted(page.notice):
        press(edit(page, "title"), Key.Key_Escape)
        press(page.grid, Key.Key_H)
        click(page.editing.form.cancel)


def test_other_days_chosen_meanwhile_are_meant_for_what_is_written(store: Store, show: Show) -> None:
    page = show()
    press(page.grid, Key.Key_N)
    write(edit(page, "title"), "Holiday")
    click(page.grid.viewport(), place_of(page, date(2026, 11, 26)))
    press(page.grid, Key.Key_Right, SHIFT)
    press(page.grid, Key.Key_H)
    assert (edit(page, "first").text(), edit(page, "last").text()) == ("26 November 2026", "27 November 2026")
    press(edit(page, "title"), Key.Key_Return)
    (kept,) = calendar.own(store)
    assert (kept.first, kept.last, kept.title) == (date(2026, 11, 26), date(2026, 11, 27), "Holiday")
    assert kept.kind is EntryKind.HELD


def test_escape_closes_the_form_also_from_the_month(show: Show) -> None:
    page = show()
    press(page.grid, Key.Key_N)
    click(page.grid.viewport(), place_of(page, date(2026, 11, 26)))
    page.grid.setFocus()
    press(page.grid, Key.Key_Escape)
    assert page.panel.isVisible()


def test_opening_another_entry_keeps_what_was_changed_within_reach(store: Store, show: Show, qtbot: QtBot) -> None:
    first = keep(store, TODAY, title="Workshop Basel")
    keep(store, date(2026, 11, 25), title="Choir weekend")
    page = show()
    page.editing.begin_change(first)
    retype(page, "title", "Workshop Bern")
    with qtbot.waitSignal(page.notice) as told:
        double_click(page.grid.viewport(), bar_of(page, "Choir weekend"))
    assert edit(page, "title").text() == "Choir weekend"
    assert told.args is not None
    told.args[1]()
    assert edit(page, "title").text() == "Workshop Bern"
    press(edit(page, "title"), Key.Key_Return)
    assert replace(first, title="Workshop Bern") in calendar.own(store)


def test_delete_on_a_follow_up_says_where_it_is_done(store: Store, show: Show, qtbot: QtBot) -> None:
    follow_ups.save(store, FollowUp(due=TODAY, what="Ring them"))
    page = show()
    page.show_list(True)
    page.agenda.list.choose_first()
    with qtbot.waitSignal(page.notice) as told:
        press(page.agenda.list, Key.Key_Delete)
    assert told.args == ["This is a follow-up: tick it off or put it off on Today", None]


def test_a_hold_ends_before_the_days_that_it_holds_do(store: Store, show: Show) -> None:
    page = show()
    press(page.grid, Key.Key_H)
    retype(page, "last", "24 November 2026")
    retype(page, "expires", "25 November 2026")
    click(page.editing.form.save)
    assert page.editing.form.form.row("expires").shown_error == "After the days held: write an earlier one"
    retype(page, "expires", "24 November 2026")
    click(page.editing.form.save)
    assert len(calendar.own(store)) == 1


def test_the_name_of_a_calendar_is_not_endless_beside_each_entry(store: Store, show: Show) -> None:
    link(store, CalendarEntry(first=TODAY, last=TODAY, title="Choir", kind=EntryKind.BLOCKED), name="Private " * 20)
    page = show()
    (row,) = page.panel.rows()
    assert len(row.details[0].text()) < 60


# ---- size and care


def test_hostile_and_endless_words_are_only_text(store: Store, show: Show) -> None:
    keep(store, TODAY, title="<img src='x'>" + "w" * 5_000, note="n" * 3_000)
    page = show()
    page.grab()
    page.show_list(True)
    page.grab()
    assert len(page.grid.cells.said(TODAY)) < 1_000
    assert page.panel.width() <= 240


def test_everything_has_a_name(store: Store, show: Show) -> None:
    keep(store, TODAY)
    link(store)
    page = show()
    nameless = [
        button
        for button in page.findChildren(QPushButton)
        if button.isVisible() and not (button.accessibleName() or button.text()).strip("‹› ")
    ]
    assert nameless == []
    assert page.grid.accessibleName() == "Month"


def test_a_month_is_turned_quickly_with_five_thousand_entries(store: Store, show: Show) -> None:
    start = date(2026, 1, 1)
    link(
        store,
        *(
            CalendarEntry(
                first=start + timedelta(days=number % 730),
                last=start + timedelta(days=number % 730),
                title=f"Meeting {number}",
                kind=EntryKind.BLOCKED,
                start=time(number % 24),
            )
            for number in range(5_000)
        ),
    )
    page = show()
    taken = []
    for turn in range(10):
        begun = clocks.process_time()
        press(page.grid, Key.Key_PageDown if turn % 2 else Key.Key_PageUp)
        page.grid.viewport().repaint()
        taken.append(clocks.process_time() - begun)
    assert sorted(taken)[5] < 0.1


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
