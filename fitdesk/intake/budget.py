"""At most so much processor time for one piece of work, where the system can interrupt it."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LEAST = 0.001
"""Seconds; to a timer, none means never."""


AGAIN = 0.02
"""Seconds until the next try, where the first one fell into code whose exceptions the interpreter only reports."""


class TooSlowError(BaseException):
    """Time is up. Not an Exception: nothing on the way up may take it for an ordinary failure of its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooSlowError inside the block after ``seconds`` of processor time.

    Only on the main thread and where there are interval timers; on Windows the clock of the whole worker must do.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    outer, _interval = signal.getitimer(signal.ITIMER_VIRTUAL)
    given = min(max(seconds, LEAST), outer or seconds)
    signal.setitimer(signal.ITIMER_VIRTUAL, given, AGAIN)
    try:
        yield
    finally:
        left, _interval = signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if outer:  # a block within a block: the outer one goes on with what it has left
            signal.setitimer(signal.ITIMER_VIRTUAL, max(outer - given + left, LEAST), AGAIN)


def _stop(_number: int, frame: FrameType | None) -> None:
    if not _is_unheard(frame):
        raise TooSlowError


def _is_unheard(frame: FrameType | None) -> bool:
    """Whether an exception raised in ``frame`` would only be reported: in clean-ups and finalizers."""
    callbacks = {getattr(call, "__code__", None) for call in gc.callbacks}
    while frame is not None:
        if frame.f_code in callbacks or frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False
