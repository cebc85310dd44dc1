"""What pages are told when the store changed, and the clock they read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class Clock:
    """The time as the window sees it; ``now`` is given by the program (``datetime.now``) or by a test."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def now(self) -> datetime:
        """Local time, to the second."""
        return self._now().replace(microsecond=0)

    def today(self) -> date:
        return self._now().date()


class Changes(QObject):
    """Says which kinds of records changed, once after each committed change: ``changed(frozenset[Kind])``."""

    changed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = store.subscribe(self.changed.emit)

    def stop(self) -> None:
        """Listen no longer; before the store is closed."""
        self._unsubscribe()
