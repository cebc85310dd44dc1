"""The owner's calendar files: linked, read along when they change, and unlinked.

Reading is slow and touches files: ``read_file`` takes and returns values and runs beside the window. What it found is
kept by ``reread`` on the main thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.i18n import _
from fitdesk.intake.calendar_reading import CalendarReading
from fitdesk.intake.errors import ReadError
from fitdesk.intake.limits import LARGEST_FILE
from fitdesk.store import linked_calendars
from fitdesk.store import owner as owners

if TYPE_CHECKING:
    from fitdesk.store.store import Store

LOOK_BACK = timedelta(days=62)
"""What was lately is shown in the Calendar too; what was before is history."""
HORIZON = timedelta(days=730)
"""Days ahead that are worked out. Hardly anybody is booked further ahead, and a day beyond is unknown, not free."""
READ_ANEW = timedelta(days=90)
"""After so many days a file is read again although it has not changed, so that the horizon moves along."""
READ_ANEW_CUT = timedelta(days=7)
"""The same for a calendar whose occurrences could not be counted up to the horizon."""
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of reading a linked file. ``reading`` None and no ``trouble``: what is kept already still holds."""

    calendar_id: int
    fingerprint: str
    reading: CalendarReading | None = None
    trouble: str = ""


def link_calendar(store: Store, path: str | Path) -> LinkedCalendar:
    """Read the file at ``path`` along from now on; until it is read, its days are unknown. The same file twice is one.

    Raises StoreError when it cannot be kept.
    """
    where = str(Path(path).absolute())
    known = linked_calendars.find(store, where)
    return known or linked_calendars.save(store, LinkedCalendar(name=Path(where).stem, path=where))


def unlink(store: Store, calendar_id: int) -> linked_calendars.Removed:
    """Stop reading a calendar along; its occurrences go. ``linked_calendars.put_back`` undoes it. Raises NotFound."""
    return linked_calendars.remove(store, calendar_id)


def calendars_to_read(store: Store, now: datetime) -> tuple[LinkedCalendar, ...]:
    """Those whose file has changed, or whose days are not known far enough ahead any more.

    Looks at the files; where they lie on a slow drive, ask ``is_stale`` beside the window instead.
    """
    zone = owners.get(store).timezone
    return tuple(one for one in linked_calendars.every(store) if is_stale(one, zone, now.date()))


def is_stale(calendar: LinkedCalendar, timezone: str, today: date) -> bool:
    """Whether the file has changed (size or time), the owner's zone has, or the horizon has come near.

    A file that is gone is stale once: until its trouble is noted.
    """
    seen = look_at(Path(calendar.path), timezone)
    if seen is None:
        return not calendar.trouble
    if not calendar.fingerprint.startswith(seen + _BETWEEN):
        return True
    if calendar.read_at is None or calendar.covers_until is None:
        return not calendar.trouble
    age = today - calendar.read_at.date()
    is_cut = calendar.covers_until < calendar.read_at.date() + HORIZON
    return age >= (READ_ANEW_CUT if is_cut else READ_ANEW)


def read_file(
    calendar: LinkedCalendar, timezone: str, today: date, is_cancelled: Callable[[], bool] = lambda: False
) -> FileRead | None:
    """Read the file of ``calendar`` in the worker process; None when cancelled. Raises nothing: trouble is told.

    Where only the file's time has changed and not what is in it, nothing is read.
    """
    from fitdesk.intake.worker import read_calendar_safely

    number, path = calendar.id or 0, Path(calendar.path)
    seen = look_at(path, timezone)
    try:
        if seen is None:
            raise FileNotFoundError
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return FileRead(number, "", trouble=_no_file(error))  # whatever lies there next is to be read
    mark = fingerprint(data, seen)
    if _has_read(calendar, mark, today):
        return FileRead(number, mark)
    try:
        reading = read_calendar_safely(
            data, timezone=timezone, first=today - LOOK_BACK, last=today + HORIZON, is_cancelled=is_cancelled
        )
    except ReadError as error:
        return FileRead(number, mark, trouble=str(error))
    return None if reading is None else FileRead(number, mark, reading)


def reread(store: Store, read: FileRead, now: datetime) -> LinkedCalendar:
    """Keep what was read; returned as it stands now. After trouble the occurrences of the reading before stay.

    Raises NotFound when the calendar was unlinked meanwhile, StoreError when it cannot be kept.
    """
    with store.transaction():
        calendar = linked_calendars.get(store, read.calendar_id)
        reading = read.reading
        if reading is None:
            return linked_calendars.save(store, replace(calendar, fingerprint=read.fingerprint, trouble=read.trouble))
        linked_calendars.keep_occurrences(store, read.calendar_id, reading.entries)
        return linked_calendars.save(
            store,
            replace(
                calendar,
                name=reading.name or Path(calendar.path).stem,
                read_at=now,
                fingerprint=read.fingerprint,
                covers_until=reading.covers_until,
                trouble="",
                notes=reading.notes,
            ),
        )


def fingerprint(data: bytes, seen: str) -> str:
    """What a calendar file was when it was read: how it looked from outside, and the hash of what was in it."""
    return f"{seen}{_BETWEEN}{hashlib.sha256(data).hexdigest()}"


def look_at(path: Path, timezone: str) -> str | None:
    """Size and change time of a file, and the zone in which its days are counted; None when it is not there."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return f"{found.st_size} {found.st_mtime_ns} {timezone}"


def _has_read(calendar: LinkedCalendar, mark: str, today: date) -> bool:
    """Whether just these bytes were read whole, in the same zone and not too long ago."""
    before, _same, known = calendar.fingerprint.rpartition(_BETWEEN)
    after, _same, fresh = mark.rpartition(_BETWEEN)
    if calendar.trouble or calendar.read_at is None or known != fresh:
        return False
    return before.split(" ")[2:] == after.split(" ")[2:] and today - calendar.read_at.date() < READ_ANEW_CUT


def _no_file(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("This file is no longer where it was. Put it back, or link the calendar from where it is now.")
    if isinstance(error, PermissionError):
        return _("FitDesk may not read this file. Allow it in the file's properties, then read it again.")
    return _("This file cannot be read just now. Look whether its drive is there, then read it again.")
