"""The Calendar page: days blocked, held, changed and thrown away, also in haste."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from calendar_scene import TODAY, Show, bar_of, edit, keep, keep_inquiry, link, opened, place_of, retype
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Status
from fitdesk.store import calendar, follow_ups
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from hands import SHIFT, Key, click, double_click, press, write


@pytest.fixture
def show(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> Show:
    return lambda: opened(store, changes, clock, qtbot)


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
