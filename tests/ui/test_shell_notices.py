"""The quiet bar: Undo for eight seconds, progress with Cancel after 0.3 s, errors until they are closed."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fitdesk.ui.tasks import Progress, run_task
from fitdesk.ui.widgets.notice_bar import NOTICE_MS, WIDEST_NOTICE, NoticeBar
from hands import click


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    return page


@pytest.fixture
def bar(page: QWidget) -> NoticeBar:
    return NoticeBar(page)


def test_undo_takes_back_once(bar: NoticeBar, qtbot: QtBot) -> None:
    undone: list[str] = []
    bar.show_notice("Peer retired", lambda: undone.append("peer"))
    assert bar.isVisible()
    click(bar.button)
    assert undone == ["peer"]
    assert not bar.isVisible()
    bar.undo()
    assert undone == ["peer"]


def test_without_undo_there_is_no_button(bar: NoticeBar) -> None:
    bar.show_notice("Saved")
    assert not bar.button.isVisible()
    assert not bar.can_undo


def test_it_stays_eight_seconds_and_longer_under_the_focus(bar: NoticeBar, qtbot: QtBot) -> None:
    assert NOTICE_MS == 8000
    bar.show_notice("Peer retired", lambda: None)
    bar.button.setFocus()
    bar._leave_if_idle()
    assert bar.isVisible()
    bar.button.clearFocus()
    bar._leave_if_idle()
    assert not bar.isVisible()


def test_it_lies_at_the_bottom_left_and_follows_the_page(bar: NoticeBar, page: QWidget, qtbot: QtBot) -> None:
    bar.show_notice("Peer retired", lambda: None)
    assert (bar.x(), bar.geometry().bottom()) == (16, 600 - 17)
    page.resize(800, 400)
    qtbot.waitUntil(lambda: bar.geometry().bottom() == 400 - 17)


def test_a_long_text_wraps_inside_the_page(bar: NoticeBar, page: QWidget) -> None:
    bar.show_notice("A very long notice about somebody with a very long name. " * 6, lambda: None)
    assert bar.width() <= 520
    assert bar.geometry().right() < page.width()
    assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())


def test_markup_is_shown_as_written(bar: NoticeBar) -> None:
    bar.show_notice("<img src='file:///x'>")
    assert bar.text.textFormat() is Qt.TextFormat.PlainText


def test_quick_work_is_not_mentioned(bar: NoticeBar, qtbot: QtBot) -> None:
    results: list[int] = []
    bar.follow(run_task(lambda _progress: 1, results.append, lambda _text: None, parent=bar), "Reading")
    qtbot.waitUntil(lambda: results == [1])
    assert not bar.isVisible()
    assert not bar._patience.isActive()


def test_slow_work_shows_progress_and_can_be_cancelled(bar: NoticeBar, qtbot: QtBot) -> None:
    go = threading.Event()
    results: list[int] = []

    def work(progress: Progress) -> int:
        progress.report(1, 4)
        go.wait(10)
        return 1

    task = run_task(work, results.append, lambda _text: None, parent=bar)
    bar.follow(task, "Reading the mails")
    qtbot.waitUntil(bar.isVisible, timeout=2000)
    assert bar.text.text() == "Reading the mails"
    assert bar.progress.value() in (-1, 1)
    with qtbot.waitSignal(task.ended):
        click(bar.button)
    go.set()
    assert not bar.isVisible()
    qtbot.wait(20)
    assert results == []


def test_a_notice_during_work_undoes_and_does_not_cancel(bar: NoticeBar, qtbot: QtBot) -> None:
    go = threading.Event()
    results: list[bool] = []
    undone: list[int] = []
    task = run_task(lambda _progress: go.wait(10), results.append, lambda _text: None, parent=bar)
    bar.follow(task, "Reading")
    bar.show_notice("Peer retired", lambda: undone.append(1))
    click(bar.button)
    assert undone == [1]
    assert not task.is_over
    go.set()
    qtbot.waitUntil(lambda: results == [True])


def test_an_error_stays_and_gives_its_details(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_error("Something went wrong.", "ValueError\n  page.py, line 3")
    assert not bar._leave.isActive()
    click(bar.button)
    assert QGuiApplication.clipboard().text() == "ValueError\n  page.py, line 3"
    click(bar.close_button)
    assert not bar.isVisible()


def test_a_notice_leaves_the_buttons_beside_the_list_free(bar: NoticeBar) -> None:
    bar.show_notice("“The annual meeting of the Norrvik leaders” is accepted, and in the calendar.", lambda: None)
    assert bar.geometry().right() <= bar.x() + WIDEST_NOTICE
    assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())
    assert bar.geometry().bottom() < 600
