"""Calendar files (.ics) to the days they take: recurrence worked out, in the owner's time, broken events named."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.i18n import _, plural
from fitdesk.intake.calendar_reading import CalendarReading
from fitdesk.intake.errors import ReadError
from fitdesk.intake.ics_series import SERIES_SECONDS, Occurrence, Series, SeriesError, days_of
from fitdesk.intake.ics_text import CalendarText, EventText, calendars_in, clean_title, unescaped
from fitdesk.intake.ics_zones import Zones, owners_zone, shifted
from fitdesk.intake.limits import check_calendar_size

MOST_EVENTS = 20_000
"""Events still to come in one file; a busy calendar has some hundred a year."""
MOST_ENTRIES = 40_000
MOST_NAMED = 10
"""Titles named in one note."""
SLOW_ALLOWED = 5
"""Events that may use up their time; those after them get a tenth of it, and the file is read in bearable time."""


@dataclass(slots=True)
class _Notes:
    """What could not be read, gathered by kind so that a thousand broken events make one sentence."""

    unread: list[str] = field(default_factory=list)
    once: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)

    def sentences(self) -> tuple[str, ...]:
        said = []
        for name, instead in self.zones.items():
            text = _("Nobody knows the time zone “{name}”; its hours are read as {zone}.")
            said.append(text.format(name=name, zone=instead or _("your own")))
        if self.unread:
            one, many = "{titles} cannot be read and is left out.", "{titles} cannot be read and are left out."
            said.append(_about(self.unread, plural(one, many, len(self.unread))))
        if self.once:
            one = "How {titles} repeats cannot be worked out; it is counted once."
            many = "How {titles} repeat cannot be worked out; they are counted once."
            said.append(_about(self.once, plural(one, many, len(self.once))))
        if self.open:
            one = "When {titles} ends cannot be read; only its beginning is counted."
            many = "When {titles} end cannot be read; only their beginning is counted."
            said.append(_about(self.open, plural(one, many, len(self.open))))
        if self.cut:
            one = "{titles} repeats too often to be counted to the end."
            many = "{titles} repeat too often to be counted to the end."
            said.append(_about(self.cut, plural(one, many, len(self.cut))))
        return tuple(said)


def read_calendar(data: bytes, *, timezone: str, first: date, last: date) -> CalendarReading:
    """What the calendar file ``data`` says of the days from ``first`` to ``last``, both included.

    timezone: the owner's, an IANA name; empty for the computer's. Every occurrence becomes an entry: whole days, or
    a part of one day with its hours; tentative ones are held, all others blocked. What is cancelled or does not take
    the time is left out. Raises ReadError when there is no calendar in it at all.

    Strangers' files go through ``worker.read_calendar_safely``.
    """
    check_calendar_size(data)
    calendars = calendars_in(data)
    if not calendars:
        raise ReadError(_("There is no calendar in this file. Export the calendar again, as an .ics file."))
    notes = _Notes()
    entries: list[CalendarEntry] = []
    until = last
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # libraries warn of odd zones; what is odd is noted here
        zone = owners_zone(timezone)
        for calendar in calendars:
            zones = Zones(calendar.zones, calendar.properties.get("X-WR-TIMEZONE", ""), zone)
            if calendar.properties.get("METHOD", "").upper() != "CANCEL":
                found, covered = _read_one(calendar, zones, first, last, notes)
                entries += found
                until = min(until, covered)
            for name in zones.unknown:
                notes.zones[name] = zones.floating_name
    if len(entries) > MOST_ENTRIES:
        entries.sort(key=lambda entry: entry.first)
        until = min(until, shifted(entries[MOST_ENTRIES].first, -1))
        entries = [entry for entry in entries if entry.first <= until]
    entries.sort(key=lambda entry: (entry.first, entry.start or time.min, entry.last, entry.title))
    name = next((said for one in calendars if (said := one.properties.get("X-WR-CALNAME"))), "")
    return CalendarReading(clean_title(unescaped(name)), tuple(entries), notes.sentences(), until)


def _read_one(
    calendar: CalendarText, zones: Zones, first: date, last: date, notes: _Notes
) -> tuple[list[CalendarEntry], date]:
    """The entries of one calendar, and the last day up to which they are all known."""
    series = _series(calendar, first, last)
    if len(series) > MOST_EVENTS:
        raise ReadError(
            _("This calendar holds more than 20,000 events to come. Export a part of it, and link that instead.")
        )
    entries: list[CalendarEntry] = []
    until, slow = last, 0
    for one in series:
        try:
            found = one.occurrences(zones, first, last, SERIES_SECONDS if slow < SLOW_ALLOWED else SERIES_SECONDS / 10)
        except SeriesError:
            notes.unread.append(one.title)
            continue
        if one.is_once:
            slow += 1
            notes.once.append(one.title)
        if one.is_open:
            notes.open.append(one.title)
        if one.complete_until < last:
            notes.cut.append(one.title)
            until = min(until, one.complete_until)
        for occurrence in found:
            entries += _entries_of(occurrence, first, last)
    return entries, until


def _series(calendar: CalendarText, first: date, last: date) -> list[Series]:
    """The events by UID, without those that lie wholly outside the days asked for: a calendar is mostly past.

    Several events under one UID are versions of one, of which the highest SEQUENCE counts; but where some program
    gives many events the same UID and no SEQUENCE to tell them apart, each stands for itself.
    """
    by_uid: dict[str, list[EventText]] = {}
    versions: set[tuple[str, str]] = set()
    for number, event in enumerate(calendar.events):
        if _is_elsewhere(event, first, last):
            continue
        key = event.first("UID") or f"\0{number}"
        if not event.has("RECURRENCE-ID"):
            version = (key, event.first("SEQUENCE") or "")
            if version in versions:
                key = f"\0{number}"
            versions.add(version)
        by_uid.setdefault(key, []).append(event)
    return [Series(texts) for texts in by_uid.values()]


def _is_elsewhere(event: EventText, first: date, last: date) -> bool:
    """Whether a single event surely ends before ``first`` or begins after ``last``, by the bare digits of its days."""
    start, end = _digits(event.first("DTSTART")), _digits(event.first("DTEND"))
    if start is None or event.has("RRULE", "RDATE", "RECURRENCE-ID"):
        return False
    if start > f"{shifted(last, 2):%Y%m%d}":
        return True
    known_end = end if event.has("DTEND") else start if not event.has("DURATION") else None
    return known_end is not None and max(start, known_end) < f"{shifted(first, -2):%Y%m%d}"


def _digits(value: str | None) -> str | None:
    digits = (value or "").strip()[:8]
    return digits if len(digits) == 8 and digits.isascii() and digits.isdigit() else None


def _entries_of(one: Occurrence, first: date, last: date) -> Iterator[CalendarEntry]:
    event = one.event
    status = str(event.get("STATUS", "")).strip().upper()
    busy = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).strip().upper()
    is_transparent = str(event.get("TRANSP", "")).strip().upper() == "TRANSPARENT" or busy == "FREE"
    if status == "CANCELLED" or is_transparent:
        return
    kind = EntryKind.HELD if "TENTATIVE" in (status, busy) else EntryKind.BLOCKED
    title = clean_title(str(event.get("SUMMARY", "")))
    for begins, ends, start, end in days_of(one):
        if ends < first or begins > last:
            continue
        yield CalendarEntry(
            first=begins,
            last=ends,
            title=title,
            kind=kind,
            start=start.time() if start else None,
            end=end.time() if end else None,
        )


def _about(titles: list[str], sentence: str) -> str:
    """``sentence`` with its titles put in: each once, with how often, and not too many of them."""
    counted = Counter(titles)
    names = [_named(title) + (f" (×{times})" if times > 1 else "") for title, times in counted.items()]
    rest = len(names) - MOST_NAMED
    named = ", ".join(names[:MOST_NAMED]) + (" " + _("and {n} more").format(n=rest) if rest > 0 else "")
    return sentence.replace("{titles}", named)


def _named(title: str) -> str:
    return f"“{title}”" if title else _("an event without a title")
