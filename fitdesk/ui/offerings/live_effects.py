"""What the draft would have said of the last decided requests: judged beside the window while a slider moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.inquiry import Inquiry
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.workflows.judging_rules import Effect, effects
from fitdesk.workflows.practice import Practice


class LiveEffects(QObject):
    """``found(tuple[Effect, ...])`` for the draft shown last; those shown meanwhile are passed over."""

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[Inquiry, ...] = ()
        self._practice: Practice | None = None
        self._task: Task | None = None
        self._next: tuple[Practice, Practice, date] | None = None

    def set_inquiries(self, asked: Sequence[Inquiry]) -> None:
        """Which requests to judge from now on."""
        self._asked = tuple(asked)

    def show(self, before: Practice, after: Practice, today: date) -> None:
        """Judge by both as soon as what is under way is through."""
        self._next = (before, after, today)
        if self._task is None:
            self._start()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._next = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        wanted, self._next = self._next, None
        if wanted is None:
            return
        before, after, today = wanted
        asked = self._asked

        def work(progress: Progress) -> tuple[Effect, ...]:
            return effects(asked, before, after, today, progress.report)

        self._task = run_task(work, self._done, self._not_done, parent=self)

    def _done(self, found: tuple[Effect, ...]) -> None:
        self._task = None
        self.found.emit(found)
        self._start()

    def _not_done(self, _sentence: str) -> None:
        self._task = None
        self._start()
