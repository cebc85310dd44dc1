"""The Today page: what waits, oldest first; done and later with Undo; a request pasted or dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from build import a_peer, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.contact import Address
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Status
from fitdesk.domain.letter import Letter, LetterText
from fitdesk.store import follow_ups, inquiries, letters, offerings, owner, peers
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.today.later import month_later
from fitdesk.ui.today.page import WIDEST, TodayPage
from fitdesk.ui.today.section import Section
from fitdesk.ui.today.waiting import MOST_SHOWN, what_waits
from hands import Key, click, press, write

TODAY = date(2026, 11, 22)


def keep_inquiry(store: Store, title: str, days_ago: int, status: Status = Status.NEW) -> int:
    received = datetime(2026, 11, 22, 8) - timedelta(days=days_ago)
    base = an_inquiry(received=received, status=status)
    kept = inquiries.save(store, replace(base, event=replace(base.event, name=title)))
    assert kept.id is not None
    return kept.id


def keep_peer(store: Store, name: str, verified: date | None) -> int:
    kept = peers.save(store, replace(a_peer(name=name, verified=verified), id=None, offerings=()))
    assert kept.id is not None
    return kept.id


def titles(section: Section) -> list[str]:
    return [row.row().title for row in section.rows()]


def button(section: Section, place: int, text: str) -> QPushButton:
    return next(one for one in section.rows()[place].findChildren(QPushButton) if one.text() == text)


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


def test_unanswered_ones_oldest_first_then_the_better_fit(store: Store, show: Show) -> None:
    keep_inquiry(store, "Yesterday", 1)
    weak, strong = keep_inquiry(store, "Weak", 5), keep_inquiry(store, "Strong", 5)
    inquiries.cache_fit(store, weak, 30, 40, Verdict.DECLINE)
    inquiries.cache_fit(store, strong, 80, 90, Verdict.ACCEPT)
    keep_inquiry(store, "Decided", 9, Status.DECLINED)
    keep_inquiry(store, "Held", 9, Status.HELD)
    page = show()
    assert titles(page.unanswered) == ["Strong", "Weak", "Yesterday"]
    assert page.unanswered.rows()[0].row().verdict is Verdict.ACCEPT
    assert page.unanswered.accessibleName() == "Unanswered inquiries, 3"


def test_each_kind_has_its_section(store: Store, show: Show) -> None:
    asked = keep_inquiry(store, "Asked one", 4, Status.ASKED)
    follow_ups.save(store, FollowUp(due=TODAY, what="Call back", inquiry_id=asked))
    follow_ups.save(store, FollowUp(due=TODAY + timedelta(days=1), what="Not yet"))
    letters.save_draft(store, Letter(recipient="Inés Ruiz", day=TODAY, text=LetterText(subject="Your request")))
    keep_peer(store, "Late", date(2025, 11, 22))
    keep_peer(store, "Fresh", date(2025, 11, 23))
    keep_peer(store, "Never", None)
    page = show()
    assert titles(page.asked) == ["Asked one"]
    assert titles(page.follow_ups) == ["Call back"]
    assert page.follow_ups.rows()[0].row().detail == "Asked one · due today"
    assert titles(page.drafts) == ["Inés Ruiz"]
    assert titles(page.unverified) == ["Never", "Late"]
    assert not page.unanswered.isVisible()
    assert what_waits(store, TODAY).count == 5


def test_a_long_list_is_cut_and_the_rest_is_one_click_away(store: Store, show: Show, qtbot: QtBot) -> None:
    for number in range(MOST_SHOWN + 3):
        keep_inquiry(store, f"Number {number}", number)
    page = show()
    assert len(page.unanswered.rows()) == MOST_SHOWN
    assert titles(page.unanswered)[0] == f"Number {MOST_SHOWN + 2}"
    assert page.unanswered.rest.text() == "and 3 more"
    with qtbot.waitSignal(page.page_wanted) as told:
        click(page.unanswered.rest)
    assert told.args == ["inquiries"]


def test_a_row_opens_by_click_and_by_enter(store: Store, show: Show, qtbot: QtBot) -> None:
    number = keep_inquiry(store, "Open me", 1)
    draft = letters.save_draft(store, Letter(recipient="Inés", day=TODAY))
    peer = keep_peer(store, "Never", None)
    page = show()
    with qtbot.waitSignal(page.inquiry_opened) as told:
        click(page.unanswered.rows()[0])
    assert told.args == [number]
    with qtbot.waitSignal(page.letter_opened) as told:
        press(page.drafts.rows()[0], Key.Key_Return)
    assert told.args == [draft.id]
    with qtbot.waitSignal(page.peer_opened) as told:
        press(page.unverified.rows()[0], Key.Key_Space)
    assert told.args == [peer]


def test_arrows_walk_over_all_rows(store: Store, show: Show, qtbot: QtBot) -> None:
    keep_inquiry(store, "One", 1)
    follow_ups.save(store, FollowUp(due=TODAY, what="Call back"))
    page = show()
    page.activateWindow()
    first, second = page.unanswered.rows()[0], page.follow_ups.rows()[0]
    first.setFocus()
    press(first, Key.Key_Down)
    assert page.focusWidget() is second
    press(second, Key.Key_Up)
    assert page.focusWidget() is first


def test_done_is_done_and_comes_back_with_undo(store: Store, show: Show, qtbot: QtBot) -> None:
    kept = follow_ups.save(store, FollowUp(due=TODAY, what="Call back"))
    assert kept.id is not None
    page = show()
    with qtbot.waitSignal(page.notice) as told:
        click(button(page.follow_ups, 0, "Done"))
    assert follow_ups.get(store, kept.id).done == TODAY
    qtbot.waitUntil(lambda: not page.follow_ups.isVisible())
    assert told.args is not None
    told.args[1]()
    assert follow_ups.get(store, kept.id).done is None
    qtbot.waitUntil(page.follow_ups.isVisible)


@pytest.mark.parametrize(
    ("choice", "due"),
    [("Tomorrow", date(2026, 11, 23)), ("Next week", date(2026, 11, 23)), ("In a month", date(2026, 12, 22))],
)
def test_later_puts_it_off_and_undo_puts_it_back(
    store: Store, show: Show, qtbot: QtBot, choice: str, due: date
) -> None:
    kept = follow_ups.save(store, FollowUp(due=TODAY - timedelta(days=4), what="Call back"))
    assert kept.id is not None
    page = show()
    menu = button(page.follow_ups, 0, "Later").menu()
    with qtbot.waitSignal(page.notice) as told:
        next(action for action in menu.actions() if action.text() == choice).trigger()
    assert follow_ups.get(store, kept.id).due == due
    assert told.args is not None
    told.args[1]()
    assert follow_ups.get(store, kept.id).due == TODAY - timedelta(days=4)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 22), date(2026, 12, 22)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2027, 10, 31), date(2027, 11, 30)),
    ],
)
def test_a_month_later(day: date, later: date) -> None:
    assert month_later(day) == later


def test_a_peer_can_be_marked_as_checked(store: Store, show: Show, qtbot: QtBot) -> None:
    number = keep_peer(store, "Late", date(2025, 1, 1))
    page = show()
    with qtbot.waitSignal(page.notice) as told:
        click(button(page.unverified, 0, "Still right"))
    assert peers.get(store, number).verified == TODAY
    assert told.args is not None
    told.args[1]()
    assert peers.get(store, number).verified == date(2025, 1, 1)


def test_first_steps_until_the_practice_is_set_up(store: Store, show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.first_steps.isVisible()
    assert [one.isVisible() for one in page.first_steps.buttons] == [True, True, True, True]
    assert page.first_steps.buttons[0].property("primary") is True
    owner.save(store, replace(an_owner(), address=Address(lines=("1 High Street",), city="Leeds")))
    qtbot.waitUntil(lambda: not page.first_steps.buttons[0].isVisible())
    assert page.first_steps.buttons[1].property("primary") is True
    with qtbot.waitSignal(page.new_wanted) as told:
        click(page.first_steps.buttons[1])
    assert told.args == ["offerings"]
    offerings.save(store, replace(an_offering(), id=None))
    keep_peer(store, "Fresh", TODAY)
    keep_inquiry(store, "Decided", 3, Status.ACCEPTED)
    qtbot.waitUntil(lambda: not page.first_steps.isVisible())
    assert page.quiet.isVisible()


def test_rows_that_read_the_same_are_not_built_again(store: Store, show: Show, qtbot: QtBot) -> None:
    keep_inquiry(store, "One", 1)
    page = show()
    before = page.unanswered.rows()[0]
    page.refresh()
    assert page.unanswered.rows()[0] is before


def test_a_pasted_request_is_handed_over_at_once(show: Show, qtbot: QtBot) -> None:
    page = show()
    mime = QMimeData()
    mime.setText("Dear Ms Vale,\nwould you speak at our meeting on 12 June?")
    with qtbot.waitSignal(page.captured) as told:
        page.capture.text.insertFromMimeData(mime)
    assert told.args == [mime.text()]
    assert page.capture.text.toPlainText() == ""


def test_a_short_paste_and_typing_wait_for_enter(show: Show, qtbot: QtBot) -> None:
    page = show()
    mime = QMimeData()
    mime.setText("Anna Berg\n")
    with qtbot.assertNotEmitted(page.captured):
        page.capture.text.insertFromMimeData(mime)
    write(page.capture.text, " called: talk in May")
    with qtbot.waitSignal(page.captured) as told:
        press(page.capture.text, Key.Key_Return)
    assert told.args == ["Anna Berg called: talk in May"]
    with qtbot.assertNotEmitted(page.captured):
        press(page.capture.text, Key.Key_Return)


def test_dropped_and_pasted_files_are_handed_over(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    mail = tmp_path / "request.eml"
    mail.write_text("Subject: x")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(mail)), QUrl("https://example.org/x"), QUrl.fromLocalFile(str(tmp_path))])
    page = show()
    with qtbot.waitSignal(page.files_dropped) as told:
        assert page.capture.take(mime)
    assert told.args == [[mail]]
    with qtbot.waitSignal(page.files_dropped):
        page.capture.text.insertFromMimeData(mime)
    assert page.capture.take(QMimeData()) is False


def test_hostile_names_are_only_text(store: Store, show: Show) -> None:
    keep_inquiry(store, "<img src='file:///etc/passwd'>" + "x" * 100_000, 1)
    page = show()
    page.grab()
    assert len(page.unanswered.rows()[0].accessibleName()) <= 300


def test_a_wide_window_shows_two_columns(store: Store, show: Show, qtbot: QtBot) -> None:
    keep_inquiry(store, "One", 1)
    page = show()
    page.resize(1424, 900)
    assert page.unanswered.width() <= WIDEST
    follow_ups.save(store, FollowUp(due=TODAY, what="Call back"))
    qtbot.waitUntil(lambda: page.follow_ups.x() >= page.unanswered.geometry().right())
    page.resize(850, 900)
    qtbot.waitUntil(lambda: page.follow_ups.y() >= page.unanswered.geometry().bottom())
