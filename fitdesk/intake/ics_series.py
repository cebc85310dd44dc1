"""The occurrences of one event of a calendar file, with its exceptions, in the owner's time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

import recurring_ical_events
from icalendar import Calendar, Event
from recurring_ical_events import EventAdapter

from fitdesk.intake.budget import TooSlowError, at_most
from fitdesk.intake.ics_text import EventText
from fitdesk.intake.ics_zones import Zones, shifted

MOST_OCCURRENCES = 2_200
"""Occurrences of one event that are counted: three a day for two years. A daily event has 731 in that time and a
weekly one 105; what repeats more often than this is an alarm clock and no appointment."""
SERIES_SECONDS = 1.0
"""Processor time for one event. A daily one of a hundred years takes a tenth of it; a rule that never matches a day
would take for ever."""
STRIDE = 7
"""Days that are worked out at once where a rule may give many occurrences a day."""
_FINER_THAN_DAYS = re.compile(r"FREQ\s*=\s*(?:HOUR|MINUTE|SECOND)LY|BY(?:HOUR|MINUTE|SECOND)\s*=", re.I)
_OFTEN = re.compile(r"FREQ\s*=\s*(?:MINUTE|SECOND)LY", re.I)
RULES = frozenset({"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
ENDS = frozenset({"DTEND", "DURATION"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When an event takes place: days (``end`` not included), or times on the owner's clock without a zone."""

    event: Event
    start: date
    end: date


class SeriesError(Exception):
    """An event that could not be read at all, or not how it repeats; ``str()`` is what is wrong, for a note."""


@dataclass(slots=True)
class Series:
    """The events of one UID: the event itself and its exceptions.

    complete_until: falls when there are too many occurrences to count. is_once: its rule could not be worked out, and
    every event counts by itself. is_open: when it ends could not be read, and only its beginning counts.
    """

    texts: Sequence[EventText]
    complete_until: date = date.max
    is_once: bool = False
    is_open: bool = False
    _worked_out: date = date.min

    @property
    def title(self) -> str:
        return next((text.title for text in self.texts if text.title), "")

    def occurrences(self, zones: Zones, first: date, last: date, seconds: float = SERIES_SECONDS) -> list[Occurrence]:
        """Those that may touch the days from ``first`` to ``last``, with a few days more on either side.

        What cannot be read is left away, the end first and then the rule. Raises SeriesError when not even the first
        day can be told.
        """
        is_slow = False
        for left_away in (frozenset[str](), ENDS, RULES, RULES | ENDS):
            if is_slow and not left_away & RULES:
                continue
            self.is_once, self.is_open = bool(left_away & RULES), bool(left_away & ENDS)
            found: list[Occurrence] = []
            try:
                with at_most(seconds):
                    for one in self._between(left_away, zones, shifted(first, -1), shifted(last, 2)):
                        found.append(one)
                return found
            except TooSlowError:
                is_slow = True
            except Exception:
                if not found:
                    continue
            if found:
                self.complete_until = min(self.complete_until, shifted(self._worked_out, -2))
                return found
        raise SeriesError

    def _between(self, left_away: frozenset[str], zones: Zones, first: date, last: date) -> Iterator[Occurrence]:
        texts = [text.without(left_away) for text in self.texts]
        rules = [value for text in texts for name, value in text.lines if name == "RRULE"]
        if any(_OFTEN.search(rule) for rule in rules):
            raise TooSlowError
        events = [_event(text, zones) for text in texts]
        if left_away & RULES or (len(events) == 1 and not texts[0].has(*RULES)):
            yield from (_local(event, zones) for event in events)
            return
        calendar = Calendar()
        if zones.floating_key:
            calendar.add("X-WR-TIMEZONE", zones.floating_key)
        for event in events:
            calendar.add_component(event)
        # Where exceptions name a zone and the event none, the library lends it theirs; the hours are the event's own.
        is_floating = not zones.floating_key and all(_is_floating(event) for event in events)
        query = recurring_ical_events.of(calendar)
        stride = STRIDE if any(_FINER_THAN_DAYS.search(rule) for rule in rules) else max(1, (last - first).days)
        seen: set[tuple[date, object]] = set()
        while first < last:
            until = min(shifted(first, stride), last)
            fresh = []
            for event in query.between(first, until):
                one = _local(event, zones, is_floating=is_floating)
                key = (one.start, event["RECURRENCE-ID"].dt)
                if key not in seen:
                    seen.add(key)
                    fresh.append(one)
            if len(seen) > MOST_OCCURRENCES and self._worked_out == date.min and until < last:
                raise TooSlowError  # hundreds a day
            yield from fresh
            first = self._worked_out = until
            if len(seen) > MOST_OCCURRENCES and until < last:
                self.complete_until = shifted(until, -2)
                return


def _event(text: EventText, zones: Zones) -> Event:
    """Raises SeriesError without a start that can be read, ValueError when how it repeats or ends cannot."""
    wanted = [(name, zones.without_unknown(line)) for name, line in text.lines if not line.rstrip().endswith(":")]
    # As bytes: of a text without line breaks the library would look for a file of that name.
    event = cast(
        Event, Event.from_ical("\r\n".join(["BEGIN:VEVENT", *(line for _, line in wanted), "END:VEVENT", ""]).encode())
    )
    unread = {name for name, _ in wanted if name not in event} | {name for name, _error in event.errors if name}
    if "DTSTART" not in event or "DTSTART" in unread:
        raise SeriesError
    if unread & (RULES | ENDS):
        raise ValueError(unread)
    return event


def _is_floating(event: Event) -> bool:
    start = getattr(event["DTSTART"], "dt", None)
    return isinstance(start, datetime) and start.tzinfo is None


def _local(event: Event, zones: Zones, *, is_floating: bool = False) -> Occurrence:
    adapter = EventAdapter(event)
    begins, ends = adapter.raw_start, adapter.raw_end
    if not (isinstance(begins, date) and isinstance(ends, date)):
        raise ValueError(begins, ends)  # a length where a day should be
    if is_floating and isinstance(begins, datetime) and isinstance(ends, datetime):
        begins, ends = begins.replace(tzinfo=None), ends.replace(tzinfo=None)
    start, end = zones.local(begins), zones.local(ends)
    if isinstance(start, datetime) is not isinstance(end, datetime):
        start, end = _moment(start), _moment(end)
    start, end = min(start, end), max(start, end)
    if not isinstance(start, datetime) and end == start:
        end = shifted(start, 1)
    return Occurrence(event, start, end)


def _moment(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def days_of(one: Occurrence) -> Iterator[tuple[date, date, datetime | None, datetime | None]]:
    """The occurrence as whole days and parts of days: (first, last, start, end), both None for whole days.

    What ends at midnight does not take the next day. A stretch over several days is a part of the first, whole days
    between, and a part of the last.
    """
    if not isinstance(one.start, datetime):
        yield one.start, shifted(one.end, -1), None, None
        return
    start, end = one.start.replace(microsecond=0), _moment(one.end).replace(microsecond=0)
    day = start.date()
    midnight = datetime(day.year, day.month, day.day)
    if end - start < timedelta(days=1) and end <= midnight + timedelta(days=1):
        yield day, day, start, end
        return
    whole_from = day if start == midnight else shifted(day, 1)
    whole_until = shifted(end.date(), -1)
    if start != midnight:
        yield day, day, start, midnight + timedelta(days=1)
    if whole_from <= whole_until:
        yield whole_from, whole_until, None, None
    if end > _moment(end.date()):
        yield end.date(), end.date(), _moment(end.date()), end
