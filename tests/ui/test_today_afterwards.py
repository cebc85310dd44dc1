"""Today: holds that run out, "not now" to come back to, work to look back on; each settled in its row, with Undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from build import an_event, an_inquiry
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.inquiry import Status
from fitdesk.domain.post_mortem import Delight, PostMortem
from fitdesk.store import calendar, inquiries
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.counts import sidebar_counts
from fitdesk.ui.today.page import TodayPage
from fitdesk.ui.today.section import Section
from fitdesk.ui.today.waiting import what_waits
from fitdesk.workflows.decide import decide
from fitdesk.workflows.look_back import look_back
from hands import Key, click, press

TODAY = date(2026, 11, 22)
EARLIER = datetime(2026, 11, 10, 9)
Show = Callable[[], TodayPage]


@pytest.fixture
def show(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> Show:
    def make() -> TodayPage:
        page = TodayPage(store, changes, clock)
        qtbot.addWidget(page)
        page.resize(850, 700)
        page.show()
        return page

    return make


def keep(store: Store, name: str, *days: date) -> int:
    return inquiries.save(store, an_inquiry(event=an_event(name=name, dates=days))).id or 0


def titles(section: Section) -> list[str]:
    return [row.row().title for row in section.rows()]


def button(section: Section, text: str) -> QPushButton:
    return next(one for one in section.rows()[0].findChildren(QPushButton) if one.text() == text)


def choose(section: Section, text: str, entry: str) -> None:
    next(action for action in button(section, text).menu().actions() if action.text() == entry).trigger()


def held_until(store: Store) -> list[date | None]:
    return [entry.expires for entry in calendar.every(store)]


def test_each_kind_waits_and_is_counted_once(store: Store, show: Show) -> None:
    decide(store, keep(store, "Held", date(2027, 3, 1), date(2027, 3, 2)), Status.HELD, "", EARLIER)
    back = keep(store, "Back", date(2027, 3, 9))
    decide(store, back, Status.NOT_NOW, "too full", EARLIER, come_back=TODAY)
    decide(store, keep(store, "Later", date(2027, 3, 9)), Status.NOT_NOW, "", EARLIER, come_back=date(2026, 11, 23))
    decide(store, keep(store, "Done", date(2026, 11, 19)), Status.ACCEPTED, "", EARLIER)
    lost = keep(store, "Lost", date(2027, 3, 9))
    decide(store, lost, Status.ACCEPTED, "", EARLIER)
    decide(store, lost, Status.WITHDRAWN, "", EARLIER)
    page = show()
    assert titles(page.holds) == ["Held"]
    assert page.holds.rows()[0].row().detail == "1 Mar 2027, 2 Mar 2027 · runs out in 2 days"
    assert titles(page.coming_back) == ["Back"]
    assert page.coming_back.rows()[0].row().detail == "Alex Moor · Northbridge Trust · too full"
    assert titles(page.look_backs) == ["Done", "Lost"]
    assert page.look_backs.rows()[1].row().detail == "Northbridge Trust · lost 12 days ago"
    assert page.look_backs.accessibleName() == "How did it go?, 2"
    assert what_waits(store, TODAY).count == sidebar_counts(store, TODAY)["today"] == 4


def test_rows_open_what_they_are_about(store: Store, show: Show, qtbot: QtBot) -> None:
    held, back = keep(store, "Held", date(2026, 12, 9)), keep(store, "Back", date(2026, 12, 9))
    done = keep(store, "Done", date(2026, 11, 20))
    decide(store, held, Status.HELD, "", EARLIER)
    decide(store, back, Status.NOT_NOW, "", EARLIER, come_back=TODAY)
    decide(store, done, Status.ACCEPTED, "", EARLIER)
    page = show()
    with qtbot.waitSignal(page.inquiry_opened) as told:
        click(page.holds.rows()[0])
    assert told.args == [held]
    with qtbot.waitSignal(page.inquiry_opened) as told:
        press(page.coming_back.rows()[0], Key.Key_Return)
    assert told.args == [back]
    with qtbot.waitSignal(page.look_back_wanted) as told:
        click(page.look_backs.rows()[0])
    assert told.args == [done]
    with qtbot.waitSignal(page.question_wanted) as told:
        click(button(page.holds, "Ask them"))
    assert told.args == [held]


def test_a_hold_is_released_or_held_longer_with_undo(store: Store, show: Show, qtbot: QtBot) -> None:
    number = keep(store, "Held", date(2026, 12, 14))
    decide(store, number, Status.HELD, "", EARLIER)
    page = show()
    undos: list[Callable[[], object]] = []
    page.notice.connect(lambda _text, undo: undos.append(undo))
    assert [action.text() for action in button(page.holds, "Longer").menu().actions()] == ["A week", "Two weeks"]
    choose(page.holds, "Longer", "A week")
    assert held_until(store) == [date(2026, 11, 29)]
    qtbot.waitUntil(lambda: not page.holds.isVisible())
    undos.pop()()
    assert held_until(store) == [date(2026, 11, 24)]
    qtbot.waitUntil(page.holds.isVisible)
    click(button(page.holds, "Release"))
    assert (inquiries.get(store, number).status, held_until(store)) == (Status.NEW, [])
    undos.pop()()
    assert (inquiries.get(store, number).status, held_until(store)) == (Status.HELD, [date(2026, 11, 24)])


def test_a_hold_never_outlasts_the_day_itself(store: Store, show: Show) -> None:
    decide(store, keep(store, "Held", date(2026, 11, 24)), Status.HELD, "", EARLIER)
    page = show()
    choose(page.holds, "Longer", "Until the day itself")
    assert held_until(store) == [date(2026, 11, 24)]


def test_a_hold_of_the_owners_own_opens_the_calendar(store: Store, show: Show, qtbot: QtBot) -> None:
    own = CalendarEntry(None, TODAY, date(2027, 1, 8), "Maybe Rome", EntryKind.HELD, expires=date(2026, 11, 23))
    calendar.save(store, own)
    page = show()
    undos: list[Callable[[], object]] = []
    page.notice.connect(lambda _text, undo: undos.append(undo))
    assert [one.text() for one in page.holds.rows()[0].findChildren(QPushButton)] == ["Release", "Longer"]
    with qtbot.waitSignal(page.page_wanted) as told:
        click(page.holds.rows()[0])
    assert told.args == ["calendar"]
    choose(page.holds, "Longer", "Two weeks")
    assert held_until(store) == [date(2026, 12, 6)]
    undos.pop()()
    assert held_until(store) == [date(2026, 11, 23)]
    click(button(page.holds, "Release"))
    assert calendar.every(store) == ()
    undos.pop()()
    assert held_until(store) == [date(2026, 11, 23)]


def test_not_now_is_opened_again_put_off_or_left(store: Store, show: Show, qtbot: QtBot) -> None:
    number = keep(store, "Back", date(2027, 3, 9))
    decide(store, number, Status.NOT_NOW, "too full", EARLIER, come_back=TODAY - timedelta(days=3))
    page = show()
    undos: list[Callable[[], object]] = []
    page.notice.connect(lambda _text, undo: undos.append(undo))
    for entry, day in (("In a month", date(2026, 12, 22)), ("Not any more", None)):
        choose(page.coming_back, "Later", entry)
        assert inquiries.get(store, number).history[-1].come_back == day
        qtbot.waitUntil(lambda: not page.coming_back.isVisible())
        undos.pop()()
        assert inquiries.get(store, number).history[-1].come_back == TODAY - timedelta(days=3)
        qtbot.waitUntil(page.coming_back.isVisible)
    click(button(page.coming_back, "Open again"))
    assert inquiries.get(store, number).status is Status.NEW
    qtbot.waitUntil(lambda: titles(page.unanswered) == ["Back"])
    undos.pop()()
    assert inquiries.get(store, number).status is Status.NOT_NOW


def test_it_went_well_in_one_click_with_undo(store: Store, show: Show, qtbot: QtBot) -> None:
    number = keep(store, "Done", date(2026, 11, 19))
    decide(store, number, Status.ACCEPTED, "", EARLIER)
    page = show()
    with qtbot.waitSignal(page.notice) as told:
        click(button(page.look_backs, "Went well"))
    assert inquiries.get(store, number).post_mortem == PostMortem(TODAY, delight=Delight.YES)
    qtbot.waitUntil(lambda: not page.look_backs.isVisible())
    assert told.args is not None
    told.args[1]()
    assert inquiries.get(store, number).post_mortem is None


def test_work_that_was_lost_is_never_said_to_have_gone_well(store: Store, show: Show, qtbot: QtBot) -> None:
    number = keep(store, "Lost", date(2027, 3, 9))
    decide(store, number, Status.ACCEPTED, "", EARLIER)
    decide(store, number, Status.WITHDRAWN, "", EARLIER)
    page = show()
    assert page.look_backs.rows()[0].findChildren(QPushButton) == []
    look_back(store, number, PostMortem(TODAY, took_place=False), datetime(2026, 11, 22, 10))
    qtbot.waitUntil(lambda: not page.look_backs.isVisible())
