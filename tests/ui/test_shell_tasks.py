"""Work beside the window: its result on the main thread, progress, cancel, and errors as sentences."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fitdesk.ui.tasks import Progress, Task, run_task


class Heard:
    """Keeps what a task told."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.failures: list[str] = []
        self.threads: list[int] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.get_ident())

    def failed(self, sentence: str) -> None:
        self.failures.append(sentence)
        self.threads.append(threading.get_ident())


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def asker(qtbot: QtBot) -> QObject:
    return QObject()


def test_the_result_arrives_on_the_main_thread(qtbot: QtBot, heard: Heard, asker: QObject) -> None:
    worker: list[int] = []

    def work(_progress: Progress) -> int:
        worker.append(threading.get_ident())
        return 42

    task = run_task(work, heard.done, heard.failed, parent=asker)
    qtbot.waitUntil(lambda: heard.results == [42])
    assert heard.threads == [threading.get_ident()]
    assert worker != heard.threads
    assert task.is_over


def test_progress_is_told(qtbot: QtBot, heard: Heard, asker: QObject) -> None:
    go = threading.Event()

    def work(progress: Progress) -> str:
        go.wait(5)
        progress.report(3, 10)
        return "ready"

    task = run_task(work, heard.done, heard.failed, parent=asker)
    with qtbot.waitSignal(task.progressed) as told:
        go.set()
    assert told.args == [3, 10]
    qtbot.waitUntil(lambda: heard.results == ["ready"])


def test_an_error_becomes_a_sentence(qtbot: QtBot, heard: Heard, asker: QObject) -> None:
    def work(_progress: Progress) -> None:
        raise PermissionError("/home/anna/secret")

    run_task(work, heard.done, heard.failed, parent=asker)
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert "anna" not in heard.failures[0]
    assert heard.failures[0].endswith(".")
    assert heard.results == []


def test_cancelled_work_stops_and_says_nothing(qtbot: QtBot, heard: Heard, asker: QObject) -> None:
    started, stopped = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress.report(0, 0)
        finally:
            stopped.set()

    task = run_task(work, heard.done, heard.failed, parent=asker)
    assert started.wait(5)
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert stopped.wait(5)
    qtbot.wait(20)
    assert heard.results == []
    assert heard.failures == []


def test_nothing_is_called_once_the_asker_is_gone(qtbot: QtBot, heard: Heard, asker: QObject) -> None:
    go, through = threading.Event(), threading.Event()

    def work(_progress: Progress) -> int:
        go.wait(5)
        through.set()
        return 1

    run_task(work, heard.done, heard.failed, parent=asker)
    asker.deleteLater()
    qtbot.wait(10)
    go.set()
    assert through.wait(5)
    qtbot.wait(20)
    assert heard.results == []


def test_a_task_ends_once(qtbot: QtBot, heard: Heard, asker: QObject) -> None:
    ends: list[int] = []
    task: Task = run_task(lambda _progress: 1, heard.done, heard.failed, parent=asker)
    task.ended.connect(lambda: ends.append(1))
    qtbot.waitUntil(lambda: heard.results == [1])
    task.cancel()
    assert ends == [1]
