"""What pages are told when the store changed, and the clock they read."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class Clock(Protocol):
    """The time as the window sees it: the real one in the program, one that stands in tests."""

    def today(self) -> date: ...

    def now(self) -> datetime:
        """Local time without zone, to the second."""
        ...


class Changes(QObject):
    """Says which kinds of records changed, once after each committed change: ``changed(frozenset[Kind])``."""

    changed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = store.subscribe(self.changed.emit)

    def stop(self) -> None:
        """Listen no longer; before the store is closed."""
        self._unsubscribe()
