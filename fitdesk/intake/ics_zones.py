"""Time zones of calendar files: known ones by name, their own definitions, and what to do with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.timezone import tzp

from fitdesk.intake.budget import TooSlowError, at_most
from fitdesk.intake.ics_text import LONGEST_ZONE

ZONE_SECONDS = 1.0
"""Processor time for a definition; an ordinary one takes a few milliseconds."""
_TZID = re.compile(r';[ \t]*TZID=("[^"]*"|[^;:"]*)', re.I)


class Zones:
    """The zones of one calendar; ``here`` is the owner's, None for the computer's own.

    ``floating`` is the zone of times that name none: the calendar's own where it states one, else the owner's (None).
    ``floating_key`` is its IANA name where it has one.
    """

    def __init__(self, definitions: Iterable[str], stated: str, here: tzinfo | None) -> None:
        self.here = here
        tzp.use_zoneinfo()  # what an earlier calendar defined is not this one's
        for text in definitions:
            _learn(text)
        self.floating = zone(stated) if stated else None
        self.floating_name = stated if self.floating is not None else ""
        self.floating_key = str(getattr(self.floating, "key", ""))
        self.unknown: dict[str, None] = {}
        self._known: dict[str, bool] = {"": False}

    def without_unknown(self, line: str) -> str:
        """The line without a zone that nobody knows: its times count in ``floating`` then, and the name is noted."""
        match = _TZID.search(line.partition(":")[0] if '"' not in line else line)
        if match is None:
            return line
        name = match[1].strip('"').strip()
        if name not in self._known:
            self._known[name] = zone(name) is not None
        if self._known[name]:
            return line
        self.unknown[name[:LONGEST_ZONE]] = None
        return line[: match.start()] + line[match.end() :]

    def local(self, moment: date) -> date:
        """A day as it is; a time as the clock on the owner's wall shows it, without its zone. Raises OverflowError."""
        if not isinstance(moment, datetime):
            return moment
        if moment.tzinfo is None:
            if self.floating is None:
                return moment
            moment = moment.replace(tzinfo=self.floating)
        return moment.astimezone(self.here).replace(tzinfo=None)


def zone(name: str) -> tzinfo | None:
    """The zone called ``name``: IANA, Windows, or defined in the file; None when nobody knows it."""
    if not name or len(name) > LONGEST_ZONE:
        return None
    try:
        with at_most(ZONE_SECONDS):
            found: tzinfo | None = tzp.timezone(name)
            datetime(2026, 7, 1, tzinfo=found).utcoffset()  # a definition may be there and still not tell the time
    except (Exception, TooSlowError):
        return None
    return found


def owners_zone(name: str) -> tzinfo | None:
    """The owner's zone by its IANA name; None, the computer's own, when there is no name or nobody knows it."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return None


def shifted(day: date, days: int) -> date:
    """``day`` and so many days, as far as there are days."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _learn(text: str) -> None:
    try:
        with at_most(ZONE_SECONDS):
            Timezone.from_ical(text.encode())  # icalendar remembers a definition once it has read it
    except (Exception, TooSlowError):
        return
