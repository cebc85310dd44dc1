"""Work for quiet moments: the letter faces made ready, the database's health checked, a backup on the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from fitdesk.store.errors import StoreError
from fitdesk.ui.changes import Clock
from fitdesk.ui.tasks import Progress, run_task

if TYPE_CHECKING:
    from fitdesk.store.store import Store

WARM_MS = 2_000
FIRST_LOOK_MS = 5_000
BACK_UP_MS = 30 * 60 * 1000
"""After so much time with changes a backup is made (safety.md)."""
BETWEEN_STEPS_MS = 400
"""A step reads one table on the window's thread: with 100,000 inquiries up to 150 ms, so it never does two at once."""


class Upkeep(QObject):
    """Begins five seconds after the window is open; ``tell(sentence)`` is called when the check finds damage."""

    def __init__(self, store: Store, clock: Clock, tell: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._clock, self._tell = store, clock, tell
        self._steps: Iterator[str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=FIRST_LOOK_MS)
        self._timer.timeout.connect(self.step)
        self._timer.start()
        QTimer.singleShot(WARM_MS, self, self._warm)
        self._backups = QTimer(self, interval=BACK_UP_MS)
        self._backups.timeout.connect(self.back_up_now_and_then)
        self._backups.start()

    def _warm(self) -> None:
        """Load what draws letters (0.3 s) beside the work, so that the first letter is as quick as the second."""

        def load(_progress: Progress) -> None:
            from fitdesk.letters.paper.style import register_faces

            register_faces()

        run_task(load, lambda _nothing: None, lambda _sentence: None, parent=self)

    def step(self) -> None:
        """Check the next table, and come back for the one after it."""
        try:
            if self._steps is None:
                self._steps = self._store.check_health(self._clock.now())
            next(self._steps)
        except StopIteration:
            return
        except StoreError as error:
            self._tell(str(error))
            return
        self._timer.start(BETWEEN_STEPS_MS)

    def stop(self) -> None:
        """Check no further; before the store is closed."""
        self._timer.stop()
        self._backups.stop()

    def back_up_now_and_then(self) -> None:
        """A backup while the window is open; only what goes wrong is told."""
        if trouble := self.back_up():
            self._tell(trouble)

    def back_up(self) -> str:
        """A verified backup if anything changed; returns what went wrong in a sentence, or ""."""
        try:
            self._store.back_up(self._clock.now())
        except StoreError as error:
            return str(error)
        return ""


class DemoLetters(QObject):
    """Writes the letters that the demo practice has sent, one in each pause."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        from fitdesk.workflows.demo_letters import write_sent_letters

        self._letters = write_sent_letters(store)
        self._timer = QTimer(self, interval=BETWEEN_STEPS_MS)
        self._timer.timeout.connect(self._write_next)
        QTimer.singleShot(FIRST_LOOK_MS // 2, self._timer, self._timer.start)

    def _write_next(self) -> None:
        if next(self._letters, None) is None:
            self._timer.stop()
