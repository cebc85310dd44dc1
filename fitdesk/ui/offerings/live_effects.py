"""What the draft would have said of the last decided requests, while a slider moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.inquiry import Inquiry
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.workflows.judging_rules import Effect
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.rejudging import Rejudging

AT_ONCE = 300
"""Pairs of request and offering that are added up between two frames; more of them are, beside the window."""


class LiveEffects(QObject):
    """``found(tuple[Effect, ...])`` for the rules shown last; those shown meanwhile are passed over."""

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judged: Rejudging | None = None
        self._task: Task | None = None
        self._next: Practice | None = None

    def look(self, asked: Sequence[Inquiry], practice: Practice, today: date) -> None:
        """Judge ``asked`` by the rules that count now, beside the window; then by those shown."""
        self.forget()

        def work(progress: Progress) -> Rejudging:
            return Rejudging(asked, practice, today, progress.report)

        self._task = run_task(work, self._ready, self._not_done, parent=self)

    def show(self, practice: Practice) -> None:
        """Say what these rules make of the requests: at once, or as soon as what is under way is through."""
        self._next = practice
        if self._task is None:
            self._go_on()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._next = self._judged = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _ready(self, judged: Rejudging) -> None:
        self._task = None
        self._judged = judged
        self._go_on()

    def _go_on(self) -> None:
        judged, wanted = self._judged, self._next
        if judged is None or wanted is None:
            return
        self._next = None
        if judged.size <= AT_ONCE:
            self.found.emit(judged.effects(wanted))
        else:
            self._task = run_task(lambda _progress: judged.effects(wanted), self._done, self._not_done, parent=self)

    def _done(self, found: tuple[Effect, ...]) -> None:
        self._task = None
        self.found.emit(found)
        self._go_on()

    def _not_done(self, _sentence: str) -> None:
        self._task = None
        self._go_on()
