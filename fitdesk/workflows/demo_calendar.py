"""The demo owner's other calendar: a file like any other, written for the day and read as every calendar is."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.store import linked_calendars

if TYPE_CHECKING:
    from fitdesk.store.store import Store

PAST, AHEAD = timedelta(days=60), timedelta(days=731)
"""The days of it that are known: what was lately, and two years to come."""


def link_demo_calendar(store: Store, text: str, timezone: str, today: date) -> LinkedCalendar | None:
    """Write ``text`` as a file that lasts as long as the program, link it, and keep its occurrences.

    None where no file can be written: the demo is complete without it.
    """
    from fitdesk.intake.ics import read_calendar  # 60 ms with what reads recurrences, for the demo alone

    data = text.encode()
    try:
        path = _folder() / f"family-{today.isoformat()}.ics"
        path.write_bytes(data)
    except OSError:
        return None
    reading = read_calendar(data, timezone=timezone, first=today - PAST, last=today + AHEAD)
    linked = LinkedCalendar(
        name=reading.name,
        path=str(path),
        read_at=datetime.combine(today, time(6)),
        covers_until=reading.covers_until,
    )
    linked = linked_calendars.save(store, linked)
    linked_calendars.keep_occurrences(store, linked.id or 0, reading.entries)
    return linked


@cache
def _folder() -> Path:
    """A folder of this run, removed with its end."""
    made = Path(tempfile.mkdtemp(prefix="fitdesk-demo-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
