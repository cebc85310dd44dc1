"""Judges the chosen inquiry beside the window: only the latest one that was asked for is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.inquiry import Inquiry
from fitdesk.ui.tasks import Task, run_task
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage, triage


def preview(inquiry: Inquiry, practice: Practice, today: date) -> Triage:
    """Availability, scores and verdicts at once (a few milliseconds); without peers, question and counterfactuals."""
    return triage(inquiry, practice, today, in_full=False)


class Judging(QObject):
    """``judged(Triage)`` for the inquiry asked for last; those asked for meanwhile are passed over."""

    judged = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._next: Callable[[], Triage] | None = None

    def judge(self, inquiry: Inquiry, practice: Practice, today: date) -> None:
        """Judge ``inquiry`` as soon as the one under way is through."""
        self._next = lambda: triage(inquiry, practice, today)
        if self._task is None:
            self._start()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._next = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._task = run_task(lambda _progress: work(), self._done, self._not_done, parent=self)

    def _done(self, found: Triage) -> None:
        self._task = None
        if self._next is None:
            self.judged.emit(found)
        else:
            self._start()

    def _not_done(self, sentence: str) -> None:
        self._task = None
        self.failed.emit(sentence)
        self._start()
