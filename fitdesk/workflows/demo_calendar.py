"""The demo owner's other calendar: a file like any other, written for the day and read as every calendar is."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.workflows.calendars import HORIZON, LOOK_BACK, FileRead, fingerprint, link_calendar, look_at, reread

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def link_demo_calendar(store: Store, text: str, timezone: str, today: date) -> LinkedCalendar | None:
    """Write ``text`` as a file that lasts as long as the program, link it, and keep its occurrences.

    None where no file can be written: the demo is complete without it.
    """
    from fitdesk.intake.ics import read_calendar  # 60 ms with what reads recurrences, for the demo alone

    data = text.encode()
    try:
        path = _folder() / f"family-{today.isoformat()}.ics"
        path.write_bytes(data)
        seen = look_at(path, timezone)
    except OSError:
        return None
    linked = link_calendar(store, path)
    # Without the worker process, whose start takes longer than all the rest: this file is no stranger's.
    reading = read_calendar(data, timezone=timezone, first=today - LOOK_BACK, last=today + HORIZON)
    read = FileRead(linked.id or 0, fingerprint(data, seen or ""), reading)
    return reread(store, read, datetime.combine(today, time(6)))


@cache
def _folder() -> Path:
    """A folder of this run, removed with its end."""
    made = Path(tempfile.mkdtemp(prefix="fitdesk-demo-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
