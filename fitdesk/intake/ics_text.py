"""Calendar files cut into their calendars, time zones and events as text, so that one broken piece harms no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fitdesk.intake.charsets import decode

LONGEST_TITLE = 200
"""Characters."""
LONGEST_SUMMARY = 2_000
LONGEST_ZONE = 200
_MANY = frozenset({"RRULE", "RDATE", "EXDATE"})
_ONE = frozenset({"UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP"})
_WANTED = _MANY | _ONE | {"X-MICROSOFT-CDO-BUSYSTATUS"}
"""What says when an event takes place, what it is called, and whether it takes the time; the rest is not read."""
_NAME = re.compile(r"([A-Za-z0-9-]+)[ \t]*(?=[:;])")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


@dataclass(slots=True)
class EventText:
    """The lines of one event that are wanted, in their order; (name, whole line without its fold)."""

    lines: list[tuple[str, str]] = field(default_factory=list)

    def first(self, name: str) -> str | None:
        """What stands after the colon of the first line called ``name``."""
        return next((value_of(line) for key, line in self.lines if key == name), None)

    def has(self, *names: str) -> bool:
        return any(key in names for key, _line in self.lines)

    def without(self, names: frozenset[str]) -> EventText:
        """The event without the lines called ``names``."""
        return EventText([(name, line) for name, line in self.lines if name not in names]) if names else self

    @property
    def title(self) -> str:
        """The summary as one short clean line; empty without one."""
        return clean_title(unescaped(self.first("SUMMARY") or ""))


@dataclass(slots=True)
class CalendarText:
    """One VCALENDAR: its properties by upper-case name, its time zones as text, its events."""

    properties: dict[str, str] = field(default_factory=dict)
    zones: list[str] = field(default_factory=list)
    events: list[EventText] = field(default_factory=list)


def calendars_in(data: bytes) -> list[CalendarText]:
    """Every calendar in ``data``; events outside any calendar make one of their own. Never fails.

    A piece that is not closed ends where the next of its kind begins, or with the file.
    """
    found: list[CalendarText] = []
    open_pieces: list[str] = []
    event: EventText | None = None
    zone: list[str] = []

    def calendar() -> CalendarText:
        if not found:
            found.append(CalendarText())
        return found[-1]

    for line in _lines(data):
        match = _NAME.match(line)
        if match is None:
            continue
        name = match[1].upper()
        piece = value_of(line).strip().upper() if name in ("BEGIN", "END") else ""
        if name == "BEGIN" and piece in ("VCALENDAR", "VEVENT", "VTIMEZONE"):
            open_pieces, zone = [piece], []
            if piece == "VCALENDAR":
                found.append(CalendarText())
                event = None
            elif piece == "VEVENT":
                event = EventText()
                calendar().events.append(event)
        elif name == "BEGIN":
            open_pieces.append(piece)
        elif name == "END" and piece in open_pieces:
            del open_pieces[open_pieces.index(piece) :]
            if piece == "VTIMEZONE":
                calendar().zones.append("\r\n".join([*zone, line]))
        elif open_pieces == ["VEVENT"] and event is not None and name in _WANTED:
            if name in _MANY or not event.has(name):  # of what may stand once only, the first counts
                event.lines.append((name, line[:LONGEST_SUMMARY] if name == "SUMMARY" else line))
        elif open_pieces == ["VCALENDAR"] or (not open_pieces and found):
            calendar().properties.setdefault(name, value_of(line).strip())
        if open_pieces[:1] == ["VTIMEZONE"]:
            zone.append(line)
    return found


def _lines(data: bytes) -> Iterator[str]:
    """Whole lines; folds are undone in bytes, because some programs fold in the middle of a letter."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    yield from decode(re.sub(rb"\n[ \t]", b"", data), "utf-8").split("\n")


def value_of(line: str) -> str:
    """What stands after the colon that ends the name and its parameters; quotes may hold colons."""
    if '"' not in line:
        return line.partition(":")[2]
    is_quoted = False
    for at, sign in enumerate(line):
        if sign == '"':
            is_quoted = not is_quoted
        elif sign == ":" and not is_quoted:
            return line[at + 1 :]
    return line.partition(":")[2]


def unescaped(text: str) -> str:
    """Text of a calendar without its backslashes."""
    return re.sub(r"\\(.)", lambda sign: " " if sign[1] in "nN" else sign[1], text)


def clean_title(text: str) -> str:
    """One short line without control signs and marks of direction."""
    return " ".join(_UNSEEN.sub(" ", text).split())[:LONGEST_TITLE]
