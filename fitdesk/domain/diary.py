"""The owner's days, indexed once: what stands on each, and whether it is free."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import overload

from fitdesk.domain.calendar_entry import Availability, CalendarEntry, EntryKind
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.wording import day_words
from fitdesk.i18n import _

HALF_A_DAY = 4 * 60
"""Minutes of appointments from which a day is no longer free. Half of a working day: with less there is room for a
talk, and with more the owner would look twice before promising the day. What is shorter is named, never hidden."""
MOST_REMEMBERED = 64
LONGEST_INDEXED = 400
"""Days of one entry that are indexed one by one; the few longer ones are looked at each time."""

Parts = tuple[tuple[CalendarEntry, tuple[int, int]], ...]
"""Appointments with the minutes of the day from and until which they last."""


class Diary(Sequence[CalendarEntry]):
    """Entries and linked calendars, quick to ask about single days; build it once for a judgement.

    As a sequence it holds the entries that count, by day: holds that have run out before ``today`` do not. Where
    a linked calendar could not be read, or not so far ahead, a day on which nothing firm stands is unknown, because
    the calendar might say otherwise.
    """

    __slots__ = (
        "_aged", "_by_day", "_calendars", "_entries", "_expires", "_inquiries", "_last", "_long", "_memory", "_parts",
        "_sold", "_states",
    )  # fmt: skip

    def __init__(
        self, entries: Iterable[CalendarEntry], calendars: Sequence[LinkedCalendar] = (), today: date = date.min
    ) -> None:
        self._entries = tuple(sorted((one for one in entries if not _has_run_out(one, today)), key=_order))
        self._calendars = tuple(calendars)
        self._inquiries = frozenset(one.inquiry_id for one in self._entries if one.inquiry_id is not None)
        self._expires = min((one.expires for one in self._entries if one.expires is not None), default=date.max)
        self._last = max((_reach(one)[1] for one in self._entries), default=0)
        self._aged: dict[date, Diary] = {}
        self._states: dict[int, Availability] = {}
        self._parts: dict[int, Parts] = {}
        self._memory: dict[Hashable, dict[int, Availability]] = {}
        self._sold: dict[int, set[int | None]] = {}
        self._by_day: dict[int, list[CalendarEntry]] | None = None
        self._long: list[CalendarEntry] = []

    @classmethod
    def of(
        cls, entries: Iterable[CalendarEntry], calendars: Sequence[LinkedCalendar] = (), *, today: date = date.min
    ) -> Diary:
        """A diary of ``entries`` as of ``today``; one made before is used again, without the holds run out since."""
        return entries.as_of(today) if isinstance(entries, Diary) else cls(entries, calendars, today)

    def as_of(self, today: date) -> Diary:
        """The same diary without the holds that have run out before ``today``."""
        if self._expires >= today:
            return self
        if today not in self._aged:
            self._aged[today] = Diary(self._entries, self._calendars, today)
        return self._aged[today]

    @overload
    def __getitem__(self, at: int) -> CalendarEntry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[CalendarEntry]: ...
    def __getitem__(self, at: int | slice) -> CalendarEntry | Sequence[CalendarEntry]:
        return self._entries[at]

    def __len__(self) -> int:
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Diary):
            return NotImplemented
        return self is other or (self._entries == other._entries and self._calendars == other._calendars)

    def __hash__(self) -> int:
        return hash((self._entries, self._calendars))

    @property
    def calendars(self) -> tuple[LinkedCalendar, ...]:
        return self._calendars

    def standing(self, day: date, except_inquiry: int | None = None) -> tuple[CalendarEntry, ...]:
        """What stands on ``day``, short appointments and days kept for journeys included, in order of day and hour.

        Entries of ``except_inquiry`` are left out: nobody stands in their own way.
        """
        found = self._on(day.toordinal())
        if except_inquiry in self._inquiries:
            return tuple(entry for entry in found if entry.inquiry_id != except_inquiry)
        return tuple(found)

    def on_day(self, day: date, except_inquiry: int | None = None) -> Availability:
        """How ``day`` stands by itself: busy beats unknown beats held beats free."""
        number = day.toordinal()
        if except_inquiry in self._inquiries:
            return self._state(day, self.standing(day, except_inquiry))
        state = self._states.get(number)
        if state is None:
            state = self._states[number] = self._state(day, self._on(number))
        return state

    def parts_of(self, day: date, except_inquiry: int | None = None) -> Parts:
        """The appointments on ``day`` with the minutes they take; what takes the whole day is not among them."""
        if except_inquiry in self._inquiries:
            return _parts(day, self.standing(day, except_inquiry))
        number = day.toordinal()
        if number not in self._parts:
            self._parts[number] = _parts(day, self._on(number))
        return self._parts[number]

    def remembered(self, about: Hashable) -> dict[int, Availability]:
        """What was found out about days (by ordinal) for one purpose, kept as long as the diary; to be written into."""
        if about not in self._memory:
            if len(self._memory) >= MOST_REMEMBERED:
                self._memory.clear()
            self._memory[about] = {}
        return self._memory[about]

    def trouble_on(self, day: date, locale: str = "en_GB") -> str:
        """Why the linked calendars do not tell how ``day`` stands, in a plain clause; empty when they do."""
        for calendar in self._calendars:
            name = calendar.name or calendar.path
            if calendar.trouble:
                return _("your calendar “{name}” could not be read").format(name=name)
            if calendar.covers_until is None:
                return _("your calendar “{name}” has not been read yet").format(name=name)
            if calendar.covers_until < day:
                until = day_words(calendar.covers_until, locale)
                return _("your calendar “{name}” is known until {day} only").format(name=name, day=until)
        return ""

    def sold_days(self, first: date, last: date, except_inquiry: int | None = None) -> set[int]:
        """Ordinals of the days from ``first`` to ``last`` that the owner's own work takes, booked or held.

        Days kept for the journey and for preparing count: they are days of work. Blocked days and other calendars do
        not: they are no work that was sold.
        """
        if self._by_day is None:
            self._index()
        sold, own = self._sold, {except_inquiry} - {None}
        found = {number for number in range(first.toordinal(), last.toordinal() + 1) if sold.get(number, own) - own}
        for entry in self._long:
            if entry.is_sold and (entry.inquiry_id is None or entry.inquiry_id != except_inquiry):
                begins, ends = _reach(entry)
                found.update(range(max(begins, first.toordinal()), min(ends, last.toordinal()) + 1))
        return found

    def last_day(self, horizon: date) -> date | None:
        """The last day up to ``horizon`` on which anything stands; None in an empty diary."""
        return date.fromordinal(max(1, min(self._last, horizon.toordinal()))) if self._entries else None

    def unread_from(self) -> date | None:
        """The first day that no longer all linked calendars cover; None when they do as long as there are days."""
        ends = [calendar.covers_until for calendar in self._calendars if not calendar.trouble]
        known = [end for end in ends if end is not None and end < date.max]
        return min(known) + timedelta(days=1) if known else None

    def _on(self, number: int) -> Sequence[CalendarEntry]:
        index = self._by_day if self._by_day is not None else self._index()
        found: Sequence[CalendarEntry] = index.get(number, ())
        if self._long:
            far = [entry for entry in self._long if _reach(entry)[0] <= number <= _reach(entry)[1]]
            return sorted([*found, *far], key=_order) if far else found
        return found

    def _index(self) -> dict[int, list[CalendarEntry]]:
        """Sort the entries by day, on first use: a practice is loaded more often than it is asked for days."""
        by_day: dict[int, list[CalendarEntry]] = {}
        long: list[CalendarEntry] = []
        sold: dict[int, set[int | None]] = {}
        for entry in self._entries:
            first, last = _reach(entry)
            if last - first > LONGEST_INDEXED:
                long.append(entry)
                continue
            for number in range(first, last + 1):
                by_day.setdefault(number, []).append(entry)
                if entry.is_sold:
                    sold.setdefault(number, set()).add(entry.inquiry_id)
        # Another thread may be at the same work: whoever is last puts the same things in place.
        self._long, self._sold, self._by_day = long, sold, by_day
        return by_day

    def _state(self, day: date, standing: Sequence[CalendarEntry]) -> Availability:
        state = state_of(day, standing)
        if state is not Availability.BUSY and self._calendars and self.trouble_on(day):
            return Availability.UNKNOWN
        return state


def state_of(day: date, standing: Iterable[CalendarEntry]) -> Availability:
    """Busy, held or free, from what stands on ``day``; appointments count together from ``HALF_A_DAY``."""
    state = Availability.FREE
    firm: list[tuple[int, int]] = []
    pencilled: list[tuple[int, int]] = []
    for entry in standing:
        times = part_of(day, entry)
        if times is None:
            if entry.kind is not EntryKind.HELD:
                return Availability.BUSY
            state = Availability.HELD
        else:
            (pencilled if entry.kind is EntryKind.HELD else firm).append(times)
    if firm and taken_minutes(firm) >= HALF_A_DAY:
        return Availability.BUSY
    return Availability.HELD if pencilled and taken_minutes(firm + pencilled) >= HALF_A_DAY else state


def _parts(day: date, standing: Iterable[CalendarEntry]) -> Parts:
    return tuple((entry, times) for entry in standing if (times := part_of(day, entry)) is not None)


def part_of(day: date, entry: CalendarEntry) -> tuple[int, int] | None:
    """The minutes of ``day`` that an appointment takes; None when the entry takes the whole day."""
    return entry.minutes if entry.first == day else None


def taken_minutes(parts: Iterable[tuple[int, int]]) -> int:
    """Minutes that are taken; what overlaps counts once."""
    taken, until = 0, 0
    for begins, ends in sorted(parts):
        taken += max(0, ends - max(begins, until))
        until = max(until, ends)
    return taken


def _has_run_out(entry: CalendarEntry, today: date) -> bool:
    return entry.expires is not None and entry.expires < today


def _reach(entry: CalendarEntry) -> tuple[int, int]:
    """Ordinals of the first and last day an entry takes, with the days kept around it."""
    return entry.first.toordinal() - max(0, entry.before), entry.last.toordinal() + max(0, entry.after)


def _order(entry: CalendarEntry) -> tuple[date, time, date, str, str, time, int, int, int]:
    """By day and hour, then by all else that can differ: the order in which entries came must change nothing."""
    return (
        entry.first, entry.start or time.min, entry.last, entry.title, entry.kind, entry.end or time.min,
        entry.id or 0, entry.inquiry_id or 0, entry.before * 1000 + entry.after,
    )  # fmt: skip
