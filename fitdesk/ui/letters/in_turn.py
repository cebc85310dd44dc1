"""Work that needs the store, one piece in each turn of the event loop, so that the window stays alive meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer


class InTurn(QObject):
    """``start`` again or ``stop`` drops what is left. ``told(done, of how many)`` before each piece."""

    def __init__(self, told: Callable[[int, int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._told = told
        self._numbers: Sequence[int] = ()
        self._place = 0
        self._each: Callable[[int], bool] = lambda _number: False
        self._over: Callable[[], None] = lambda: None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go)

    def start(self, numbers: Sequence[int], each: Callable[[int], bool], over: Callable[[], None]) -> None:
        """Call ``each`` with every number until one answers False, then ``over``."""
        self._numbers, self._place, self._each, self._over = numbers, 0, each, over
        self._turn.start()

    def stop(self) -> None:
        self._turn.stop()

    @property
    def is_busy(self) -> bool:
        return self._turn.isActive()

    def _go(self) -> None:
        if self._place < len(self._numbers):
            self._told(self._place, len(self._numbers))
            self._place += 1
            if self._each(self._numbers[self._place - 1]):
                return
        self._turn.stop()
        self._over()
