"""A calendar file of the owner's (.ics) that FitDesk reads along, and never writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class LinkedCalendar:
    """A file at ``path`` whose occurrences count as blocked days, or held ones where they are tentative.

    read_at: when it was last read whole. fingerprint: size, change time and hash of what was read; empty before.
    covers_until: the last day up to which its occurrences are known. trouble: a plain sentence when the last reading
    failed; then the occurrences of the reading before still count, and a day on which nothing stands is unknown.
    notes: plain sentences on single events that could not be read, or not as they were meant.
    """

    id: int | None = None
    name: str = ""
    path: str = ""
    read_at: datetime | None = None
    fingerprint: str = ""
    covers_until: date | None = None
    trouble: str = ""
    notes: tuple[str, ...] = ()
