"""Works out the missing scores of open inquiries while nobody types, a few milliseconds at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from fitdesk.domain.fit import score_all
from fitdesk.store import fits, inquiries
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.workflows.practice import Practice

SLICE_SECONDS = 0.012
PAUSE_MS = 30
AT_ONCE = 40
NEW_DAY_MS = 10 * 60 * 1000
"""How often to look whether midnight has passed in a window that stays open."""


class FitWarmer(QObject):
    """``warmed()`` after the last missing score. ``is_writing`` is True while it writes: nothing else has changed.

    A score is good for the day it was made; on a new day all are made again, the old ones standing meanwhile.
    """

    warmed = Signal()

    def __init__(
        self, store: Store, clock: Clock, practice: Callable[[], Practice], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._practice = practice
        self._waiting: list[int] = []
        self._has_written = False
        self.is_writing = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.work_a_slice)
        self._day: date | None = None
        self._new_day = QTimer(self, interval=NEW_DAY_MS)
        self._new_day.timeout.connect(self.look_at_the_day)

    def start(self) -> None:
        """Look for missing scores, soon."""
        self._new_day.start()
        if not self._timer.isActive() and not self._store.read_only:
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._new_day.stop()
        self._waiting.clear()

    def look_at_the_day(self) -> None:
        """Start again when it is another day than that of the last work."""
        if self._day is not None and self._day != self._clock.today():
            self.start()

    def work_a_slice(self) -> None:
        """Score as many as fit into a slice, write them in one go, and come back for the rest."""
        end = perf_counter() + SLICE_SECONDS
        today = self._clock.today()
        if not self._waiting:
            fits.age(self._store, today)
            self._day = today
            self._waiting = inquiries.stale_ids(self._store, AT_ONCE)
        if not self._waiting:
            self._finish()
            return
        practice = self._practice()
        if not any(offering.active for offering in practice.offerings):
            self._waiting.clear()
            self._finish()
            return
        self.is_writing = True
        try:
            with self._store.transaction():
                while self._waiting and perf_counter() < end:
                    self._score(self._waiting.pop(0), practice, today)
        finally:
            self.is_writing = False
        self._has_written = True
        self._timer.start()

    def _score(self, number: int, practice: Practice, today: date) -> None:
        inquiry = inquiries.get(self._store, number)
        best = score_all(inquiry, practice.offerings, practice.owner, practice.entries, today)[0]
        inquiries.cache_fit(self._store, number, best.fit.low, best.fit.high, best.verdict)

    def _finish(self) -> None:
        if self._has_written:
            self._has_written = False
            self.warmed.emit()
