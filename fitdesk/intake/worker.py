"""Strangers' files are read in a process of their own, with limits on time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import msgspec

import fitdesk
from fitdesk.i18n import _
from fitdesk.intake.calendar_reading import CalendarReading
from fitdesk.intake.draft import Draft
from fitdesk.intake.errors import ReadError
from fitdesk.intake.limits import check_calendar_size, check_size

MEMORY = 768 * 1024 * 1024
"""Bytes of address space, where the system can bound it."""
PROCESSOR_SECONDS = 2
LONGEST_WAIT = 8.0
"""Seconds by the clock, whatever the processor did."""


CALENDAR_SECONDS = 20
"""Processor seconds for a calendar. A mail is read while somebody looks at it; a calendar is read beside the window,
with Cancel, and 2,000 events honestly take one second. Ten times that many still fit, on a slow machine too."""
CALENDAR_WAIT = 60.0
LOOK_EVERY = 0.05
"""Seconds between two looks at whether Cancel was pressed."""


class _Order(msgspec.Struct):
    """What stands before the bytes of the file: one line of JSON. ``days`` asks for a calendar's first to last."""

    name: str
    received: datetime | None = None
    days: tuple[date, date] | None = None
    timezone: str = ""


class _Answer(msgspec.Struct):
    draft: Draft | None = None
    calendar: CalendarReading | None = None
    error: str = ""


def read_safely(data: bytes, name: str, *, received: datetime | None = None) -> Draft:
    """``readers.read`` in a process of its own: at most MEMORY, PROCESSOR_SECONDS and LONGEST_WAIT.

    Raises ReadError with what to do; ``data`` stays with the caller whatever happens.
    """
    check_size(data)
    order = _Order(name.encode("utf-8", "replace").decode(), received)
    answer = _ask(order, data, LONGEST_WAIT)
    if answer is None or answer.draft is None:
        raise ReadError(answer.error if answer is not None else _took_too_long(order))
    return answer.draft


def read_calendar_safely(
    data: bytes, *, timezone: str, first: date, last: date, is_cancelled: Callable[[], bool] = lambda: False
) -> CalendarReading | None:
    """``ics.read_calendar`` in a process of its own: at most MEMORY, CALENDAR_SECONDS and CALENDAR_WAIT.

    None once ``is_cancelled`` says so, within LOOK_EVERY. Raises ReadError with what to do.
    """
    check_calendar_size(data)
    order = _Order("calendar.ics", days=(first, last), timezone=timezone)
    answer = _ask(order, data, CALENDAR_WAIT, is_cancelled)
    if answer is None:
        return None
    if answer.calendar is None:
        raise ReadError(answer.error)
    return answer.calendar


def read_text(text: str, received: datetime | None) -> Draft:
    """``read_safely`` for pasted text; ``received`` is when it was pasted."""
    return read_safely(text.encode("utf-8", "replace"), "pasted.txt", received=received)


def _ask(order: _Order, data: bytes, wait: float, is_cancelled: Callable[[], bool] = lambda: False) -> _Answer | None:
    """The worker's answer to ``order``; None when it was cancelled. Raises ReadError when there is no answer."""
    command = [sys.executable, "-X", "utf8", "-m", "fitdesk.intake.worker"]
    pipe, flags = subprocess.PIPE, getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=_environment(), creationflags=flags
        )
    except OSError as error:
        raise ReadError(_("FitDesk could not start its reader. Restart FitDesk, or paste the text instead.")) from error
    until = time.monotonic() + wait
    with process:
        _feed(process, msgspec.json.encode(order) + b"\n" + data)
        try:
            while True:
                try:
                    output, _errors = process.communicate(timeout=LOOK_EVERY)
                    break
                except subprocess.TimeoutExpired:
                    if is_cancelled():
                        return None
                    if time.monotonic() > until:
                        raise ReadError(_took_too_long(order)) from None
        finally:
            if process.poll() is None:
                process.kill()
    try:
        return (
            msgspec.json.decode(output, type=_Answer)
            if process.returncode == 0
            else _Answer(error=_took_too_long(order))
        )
    except msgspec.MsgspecError as error:
        raise ReadError(_took_too_long(order)) from error


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Hand over ``data`` beside the reading of the answer: ``communicate`` cannot be asked twice to write."""
    pipe, process.stdin = process.stdin, None

    def write() -> None:
        if pipe is not None:
            with suppress(OSError), pipe:  # a worker that has ended reads no more
                pipe.write(data)

    threading.Thread(target=write, daemon=True).start()


def _took_too_long(order: _Order) -> str:
    if order.days is not None:
        return _(
            "This calendar is too large or too tangled to read safely. Export a part of it, and link that instead."
        )
    return _(
        "This message is too large or too tangled to read safely. It is kept as it is; copy its text and paste it."
    )


def _made_no_sense(order: _Order) -> str:
    if order.days is not None:
        return _("FitDesk could not make sense of this calendar. Export it again, as an .ics file.")
    return _("FitDesk could not make sense of this message. Copy its text and paste it.")


def _environment() -> dict[str, str]:
    """The caller's environment, with this very package in front: the worker may start in any folder."""
    root = str(Path(fitdesk.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])]),
            "PYTHONSAFEPATH": "1"}  # fmt: skip


def _limit(seconds: float = PROCESSOR_SECONDS) -> None:
    """Bound this process; where the system has no such bounds (Windows), the caller's clock must do."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds + 0.999)
    for kind, bound in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, until), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):  # a stricter bound is already in force
            continue


def main() -> int:
    """Read one order and one file from standard input, write one answer to standard output."""
    order = _Order("")
    try:
        order = msgspec.json.decode(sys.stdin.buffer.readline(100_000), type=_Order)
        answer = _read_calendar(order) if order.days is not None else _read_message(order)
    except ReadError as error:
        answer = _Answer(error=str(error))
    except (MemoryError, RecursionError):
        answer = _Answer(error=_took_too_long(order))
    except Exception:
        answer = _Answer(error=_made_no_sense(order))
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    return 0


def _read_message(order: _Order) -> _Answer:
    from fitdesk.intake.readers import read  # the window's own process need not load the readers

    _limit()
    return _Answer(draft=read(sys.stdin.buffer.read(), order.name, received=order.received))


def _read_calendar(order: _Order) -> _Answer:
    from fitdesk.intake.ics import read_calendar

    _limit(CALENDAR_SECONDS)
    first, last = order.days or (date.min, date.min)
    return _Answer(calendar=read_calendar(sys.stdin.buffer.read(), timezone=order.timezone, first=first, last=last))


if __name__ == "__main__":
    sys.exit(main())
