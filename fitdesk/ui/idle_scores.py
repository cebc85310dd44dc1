"""Scores missing in lists are worked out after the start, before anybody opens the Inquiries page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from fitdesk.store.kinds import Kind

if TYPE_CHECKING:
    from fitdesk.store.store import Store
    from fitdesk.ui.changes import Changes, Clock
    from fitdesk.ui.inquiries.fit_warmer import FitWarmer
    from fitdesk.workflows.practice import Practice

LULL_MS = 400
"""The window is painted and can be used before any score is worked out."""
_RESTS_ON = frozenset({Kind.OWNER, Kind.OFFERINGS, Kind.PEERS, Kind.CALENDAR, Kind.REFERRALS})


class IdleScores(QObject):
    """Starts with ``start()``, again after each change, and ends with ``stop()`` when the Inquiries page takes over."""

    def __init__(self, store: Store, changes: Changes, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._warmer: FitWarmer | None = None
        self._practice: Practice | None = None
        self._is_over = False
        self._lull = QTimer(self, singleShot=True, interval=LULL_MS)
        self._lull.timeout.connect(self._warm)
        changes.changed.connect(self._note_change)

    def start(self) -> None:
        """Look for missing scores after a lull."""
        if not self._is_over:
            self._lull.start()

    def stop(self) -> None:
        """Somebody else does it from now on."""
        self._is_over = True
        self._lull.stop()
        if self._warmer is not None:
            self._warmer.stop()

    def _note_change(self, kinds: frozenset[Kind]) -> None:
        if kinds & _RESTS_ON:
            self._practice = None
        if self._warmer is None or not self._warmer.is_writing:
            self.start()

    def _warm(self) -> None:
        if self._warmer is None:
            from fitdesk.ui.inquiries.fit_warmer import FitWarmer  # after the first paint: it brings the rules along

            self._warmer = FitWarmer(self._store, self._clock, self._known_practice, self)
        self._warmer.start()

    def _known_practice(self) -> Practice:
        if self._practice is None:
            from fitdesk.workflows.practice import load_practice

            self._practice = load_practice(self._store)
        return self._practice
