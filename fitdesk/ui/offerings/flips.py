"""Which open requests a change of the rules judges otherwise: all of them read and judged beside the window."""

from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fitdesk.domain.inquiry import Inquiry
from fitdesk.store import inquiries
from fitdesk.store.errors import NotFound, StoreError
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.workflows.judging_rules import Effect, effects
from fitdesk.workflows.practice import Practice

if TYPE_CHECKING:
    from fitdesk.store.store import Store

SLICE_SECONDS = 0.008
_OPEN = inquiries.InquiryQuery(view=inquiries.View.OPEN)


class Flips(QObject):
    """``found(tuple[Effect, ...])`` holds only those whose verdict changes; ``progressed(done, total)`` meanwhile.

    Reading is half of the way and goes in slices between two frames, judging the other half in a worker.
    """

    found = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._task: Task | None = None
        self._wanted: tuple[Practice, Practice, date] | None = None
        self._numbers: list[int] = []
        self._read: list[Inquiry] = []
        self._slice = QTimer(self, singleShot=True, interval=0)
        self._slice.timeout.connect(self._read_a_slice)

    @property
    def is_busy(self) -> bool:
        return self._wanted is not None

    def look(self, before: Practice, after: Practice, today: date) -> None:
        """Judge every open request by both."""
        self.cancel()
        self._wanted = (before, after, today)
        self._numbers = list(inquiries.ids(self._store, _OPEN))
        self._read = []
        self._slice.start()

    def cancel(self) -> None:
        """Stop; nothing is told."""
        self._slice.stop()
        self._wanted = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _read_a_slice(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        try:
            while len(self._read) < len(self._numbers) and perf_counter() < end:
                self._read.append(self._get(self._numbers[len(self._read)]))
        except StoreError as problem:
            self.cancel()
            self.failed.emit(str(problem))
            return
        if len(self._read) < len(self._numbers):
            self.progressed.emit(len(self._read), 2 * len(self._numbers))
            self._slice.start()
        else:
            self._judge()

    def _get(self, number: int) -> Inquiry:
        try:
            return inquiries.get(self._store, number)
        except NotFound:  # gone for good since the list was made
            return Inquiry()

    def _judge(self) -> None:
        if self._wanted is None:
            return
        before, after, today = self._wanted
        asked = tuple(one for one in self._read if one.id is not None)

        def work(progress: Progress) -> tuple[Effect, ...]:
            return tuple(one for one in effects(asked, before, after, today, progress.report) if one.flips)

        self._task = run_task(work, self._done, self._not_done, parent=self)
        self._task.progressed.connect(lambda done, total: self.progressed.emit(total + done, 2 * total))

    def _done(self, flips: tuple[Effect, ...]) -> None:
        self._task = self._wanted = None
        self.found.emit(flips)

    def _not_done(self, sentence: str) -> None:
        self._task = self._wanted = None
        self.failed.emit(sentence)
