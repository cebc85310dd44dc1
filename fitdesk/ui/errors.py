"""What went wrong, in plain words; and the record of it, which holds no names and no texts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from fitdesk.i18n import _


def sentence_for(error: BaseException) -> str:
    """A plain sentence on ``error`` that says what to do. Our own errors already are one."""
    if type(error).__module__.partition(".")[0] == "fitdesk" and str(error):
        return str(error)
    if isinstance(error, PermissionError):
        return _("FitDesk may not read or write there. Choose another place, or change its permissions.")
    if isinstance(error, FileNotFoundError):
        return _("That file is not there any more. Choose it again.")
    if isinstance(error, OSError) and error.errno == 28:  # ENOSPC
        return _("The disk is full. Make some room, then try again.")
    if isinstance(error, OSError):
        return _("The file could not be read or written. Try another place.")
    if isinstance(error, MemoryError):
        return _("There is not enough memory for this. Close other programs, then try again.")
    return _("Something went wrong that FitDesk did not expect. What you typed is kept.")


def details_of(error: BaseException) -> str:
    """Where it happened, for a report: kinds of errors, files and lines; never messages, which may hold names."""
    import traceback  # seldom needed, and never at the start

    parts: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        parts.append(type(seen).__name__)
        frames = traceback.extract_tb(seen.__traceback__)
        parts += [f"  {Path(frame.filename).name}, line {frame.lineno}, in {frame.name}" for frame in frames[-20:]]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(parts)


def record(error: BaseException) -> None:
    """Write ``error`` to the log."""
    import logging  # seldom needed, and never at the start

    logging.getLogger("fitdesk").error("%s", details_of(error))


def install_hook(tell: Callable[[str, str], None]) -> Callable[[], None]:
    """Send every unexpected error to ``tell(sentence, details)`` and to the log. Returns how to take it off again."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        record(error)
        tell(sentence_for(error), details_of(error))

    sys.excepthook = hook

    def remove() -> None:
        if sys.excepthook is hook:
            sys.excepthook = before

    return remove
