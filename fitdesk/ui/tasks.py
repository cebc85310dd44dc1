"""Work beside the window: a function of values in a worker thread, its result back on the main thread.

The store belongs to the main thread: read what is needed first, hand over values, and write in ``done``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from fitdesk.ui.errors import record, sentence_for

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818 - not an error
    """Raised inside the work after Cancel; nobody is told anything."""


class _Bridge(QObject):
    """Carries what the worker says to the main thread; lives until both sides are through."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)


class Progress:
    """What the work may say while it runs; safe to call from the worker."""

    def __init__(self, bridge: _Bridge) -> None:
        self._bridge = bridge
        self._stop = threading.Event()

    def report(self, done: int, total: int) -> None:
        """``done`` of ``total`` steps. Raises Cancelled when the owner cancelled."""
        if self._stop.is_set():
            raise Cancelled
        self._bridge.progressed.emit(done, total)

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()


class Task(QObject):
    """One piece of work under way. ``progressed(done, total)`` while it runs, ``ended()`` once however it went."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, done: Callable[[object], None], failed: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed
        self._bridge = _Bridge()
        self.progress = Progress(self._bridge)
        self.is_over = False
        queued = Qt.ConnectionType.QueuedConnection
        self._bridge.progressed.connect(self._on_progress, queued)
        self._bridge.finished.connect(self._on_finished, queued)
        self._bridge.failed.connect(self._on_failed, queued)

    def start(self, work: Callable[[Progress], object]) -> None:
        """Hand ``work`` to the thread pool."""
        bridge, progress = self._bridge, self.progress

        def run() -> None:
            try:
                result = work(progress)
            except BaseException as error:  # whatever it was, it is told in the window, not in the thread
                if not progress.is_cancelled:
                    bridge.failed.emit(error)
            else:
                if not progress.is_cancelled:  # else nobody listens, and at the end nobody is there any more
                    bridge.finished.emit(result)

        QThreadPool.globalInstance().start(run)

    def cancel(self) -> None:
        """Stop as soon as the work looks; its result is dropped either way."""
        if not self.is_over:
            self.progress.cancel()
            self._end()

    def _on_progress(self, done: int, total: int) -> None:
        if not self.is_over:
            self.progressed.emit(done, total)

    def _on_finished(self, result: object) -> None:
        if not self.is_over:
            self._end()
            self._done(result)

    def _on_failed(self, error: BaseException) -> None:
        if self.is_over:
            return
        self._end()
        if not isinstance(error, Cancelled):
            record(error)
            self._failed(sentence_for(error))

    def _end(self) -> None:
        self.is_over = True
        self.ended.emit()
        self.deleteLater()


def run_task(
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[str], None],
    *,
    parent: QObject,
) -> Task:
    """Run ``work`` in a worker thread, then ``done(result)`` or ``failed(plain sentence)`` on this one.

    ``parent`` keeps the task. Neither is called after ``cancel()`` or once ``parent`` is gone.
    """

    def hand_over(result: object) -> None:
        done(result)  # type: ignore[arg-type]  # what ``work`` returned: the signal carries it as object

    task = Task(hand_over, failed, parent)
    task.start(work)
    return task
