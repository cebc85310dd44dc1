"""Looks for weights that foretell the owner's decisions better: read in slices, learnt beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fitdesk.domain.decided import Decided
from fitdesk.domain.learning import Suggestion, TooFew, suggest_weights
from fitdesk.domain.owner import Owner
from fitdesk.domain.rules import weights_for
from fitdesk.domain.terms import Status
from fitdesk.store import decided, inquiries
from fitdesk.store.errors import StoreError
from fitdesk.ui.tasks import Progress, Task, run_task

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class Learner(QObject):
    """``found(Suggestion | TooFew)`` for the weights that count now. It stops by itself when nobody looks."""

    found = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._owner: Owner | None = None
        self._wanted: object = None
        self._slices: Iterator[tuple[Decided, ...]] = iter(())
        self._read: list[Decided] = []
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_a_slice)

    def look(self, owner: Owner) -> None:
        """Learn, with the weights of ``owner`` as the ones to start from, unless all is as it was the last time."""
        newest = decided.latest_ids(self._store, tuple(Status), 1)
        wanted = (weights_for(owner), owner.thresholds, newest, inquiries.counts(self._store)[inquiries.View.DECIDED])
        if wanted == self._wanted:
            return
        self.stop()
        self._wanted = wanted
        self._owner = owner
        self._read = []
        self._slices = decided.in_slices(self._store)
        self._soon.start()

    def stop(self) -> None:
        """Nobody looks any more; what was found already stands."""
        if self._soon.isActive() or self._task is not None:
            self._wanted = None
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _read_a_slice(self) -> None:
        try:
            part = next(self._slices, None)
        except StoreError:
            self._wanted = None
            return  # a page that shows the store's trouble is told elsewhere; a suggestion can wait
        if part is None:
            self._learn()
        else:
            self._read += part
            self._soon.start()

    def _learn(self) -> None:
        if self._owner is None:
            return
        known, weights, thresholds = tuple(self._read), weights_for(self._owner), self._owner.thresholds

        def work(progress: Progress) -> Suggestion | TooFew:
            return suggest_weights(known, weights, thresholds=thresholds, progress=progress.report)

        self._task = run_task(work, self._done, self._not_done, parent=self)

    def _done(self, found: Suggestion | TooFew) -> None:
        self._task = None
        self.found.emit(found)

    def _not_done(self, _sentence: str) -> None:
        self._task = self._wanted = None
