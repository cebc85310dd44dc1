"""Strangers' files are read in a process of their own, with limits on time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import msgspec

import fitdesk
from fitdesk.i18n import _
from fitdesk.intake.draft import Draft
from fitdesk.intake.errors import ReadError
from fitdesk.intake.limits import check_size

MEMORY = 768 * 1024 * 1024
"""Bytes of address space, where the system can bound it."""
PROCESSOR_SECONDS = 2
LONGEST_WAIT = 8.0
"""Seconds by the clock, whatever the processor did."""


class _Order(msgspec.Struct):
    """What stands before the bytes of the file: one line of JSON."""

    name: str
    received: datetime | None


class _Answer(msgspec.Struct):
    draft: Draft | None = None
    error: str = ""


def read_safely(data: bytes, name: str, *, received: datetime | None = None) -> Draft:
    """``readers.read`` in a process of its own: at most MEMORY, PROCESSOR_SECONDS and LONGEST_WAIT.

    Raises ReadError with what to do; ``data`` stays with the caller whatever happens.
    """
    check_size(data)
    order = msgspec.json.encode(_Order(name.encode("utf-8", "replace").decode(), received))
    command = [sys.executable, "-X", "utf8", "-m", "fitdesk.intake.worker"]
    try:
        done = subprocess.run(
            command,
            input=order + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_WAIT,
            check=False,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(_took_too_long()) from error
    except OSError as error:
        raise ReadError(_("FitDesk could not start its reader. Restart FitDesk, or paste the text instead.")) from error
    return _answer(done.returncode, done.stdout)


def read_text(text: str, received: datetime | None) -> Draft:
    """``read_safely`` for pasted text; ``received`` is when it was pasted."""
    return read_safely(text.encode("utf-8", "replace"), "pasted.txt", received=received)


def _answer(code: int, output: bytes) -> Draft:
    try:
        answer = msgspec.json.decode(output, type=_Answer) if code == 0 else _Answer(error=_took_too_long())
    except msgspec.MsgspecError as error:
        raise ReadError(_took_too_long()) from error
    if answer.draft is None:
        raise ReadError(answer.error)
    return answer.draft


def _took_too_long() -> str:
    return _(
        "This message is too large or too tangled to read safely. It is kept as it is; copy its text and paste it."
    )


def _environment() -> dict[str, str]:
    """The caller's environment, with this very package in front: the worker may start in any folder."""
    root = str(Path(fitdesk.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])]),
            "PYTHONSAFEPATH": "1"}  # fmt: skip


def _limit() -> None:
    """Bound this process; where the system has no such bounds (Windows), the caller's clock must do."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + PROCESSOR_SECONDS + 0.999)
    for kind, bound in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):  # a stricter bound is already in force
            continue


def main() -> int:
    """Read one order and one file from standard input, write one answer to standard output."""
    from fitdesk.intake.readers import read  # the window's own process need not load the readers

    _limit()
    try:
        line = sys.stdin.buffer.readline(100_000)
        order = msgspec.json.decode(line, type=_Order)
        answer = _Answer(draft=read(sys.stdin.buffer.read(), order.name, received=order.received))
    except ReadError as error:
        answer = _Answer(error=str(error))
    except (MemoryError, RecursionError):
        answer = _Answer(error=_took_too_long())
    except Exception:
        answer = _Answer(error=_("FitDesk could not make sense of this message. Copy its text and paste it."))
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
