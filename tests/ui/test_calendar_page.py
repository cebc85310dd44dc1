"""The Calendar page: months turned by keys, wheel and buttons, and what is shown in them."""

from __future__ import annotations

import time as clocks
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from build import an_owner
from calendar_scene import TODAY, Show, keep, link, opened, place_of
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.followup import FollowUp
from fitdesk.store import follow_ups, owner
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from hands import SHIFT, Key, click, press


@pytest.fixture
def show(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> Show:
    return lambda: opened(store, changes, clock, qtbot)


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
