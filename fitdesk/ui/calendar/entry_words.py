"""What stands in the calendar, in words: its kind, its days and hours, until when a hold counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from textwrap import wrap

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.i18n import _, plural
from fitdesk.ui.format import day as day_words
from fitdesk.ui.format import day_span, joined

_LONGEST = 600
_LONGEST_NAME = 40
_PIECE = 8
_LONG_WORD = re.compile(r"\S{19,}")
Names = Mapping[int, str]
"""Id of a calendar file → its name."""


def calendar_name(calendar: LinkedCalendar) -> str:
    """What a calendar file is called, in a few words."""
    name = calendar.name or Path(calendar.path).stem
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def kind_word(entry: CalendarEntry, names: Names) -> str:
    """ "Booked", "Held", "Blocked", or where a linked entry was read: "from Private"."""
    if entry.calendar_id is not None:
        pattern = _("tentative, from {calendar}") if entry.kind is EntryKind.HELD else _("from {calendar}")
        return pattern.replace("{calendar}", names.get(entry.calendar_id) or _("a calendar file"))
    return {EntryKind.BOOKED: _("Booked"), EntryKind.HELD: _("Held"), EntryKind.BLOCKED: _("Blocked")}[entry.kind]


def has_run_out(entry: CalendarEntry, today: date) -> bool:
    """Whether this is a hold that counts no more."""
    return entry.kind is EntryKind.HELD and entry.expires is not None and entry.expires < today


def title_of(entry: CalendarEntry, names: Names) -> str:
    """The title; where there is none, the kind."""
    return entry.title.strip() or kind_word(entry, names)


def bar_words(entry: CalendarEntry, today: date, names: Names, locale: str) -> str:
    """A bar's words: "9:30 Dentist", "Offsite · until 3 Dec"."""
    words = title_of(entry, names)
    if entry.start is not None:
        words = f"{clock(entry.start, locale)} {words}"
    return joined(words, hold_words(entry, today, locale, short=True))


def around_words(entry: CalendarEntry, *, is_before: bool) -> str:
    """What the days around an entry are for: "before: Workshop Basel"."""
    pattern = _("before: {title}") if is_before else _("after: {title}")
    return pattern.replace("{title}", entry.title.strip() or _("booked"))


def detail_words(entry: CalendarEntry, today: date, names: Names, locale: str, *, on: date | None = None) -> str:
    """The line below a title: "Held · 3–4 Dec · until 30 Nov"; the day ``on`` which it is shown goes without saying."""
    days = "" if on == entry.first == entry.last else day_span(entry.first, entry.last, today, locale=locale)
    return joined(kind_word(entry, names), days, hours_words(entry, locale), hold_words(entry, today, locale))


def hold_words(entry: CalendarEntry, today: date, locale: str, *, short: bool = False) -> str:
    """Until when a hold counts: "until 3 Dec", "ran out on 1 Nov"; empty for all else."""
    if entry.kind is not EntryKind.HELD or entry.expires is None:
        return ""
    when = day_words(entry.expires, today, locale=locale)
    if has_run_out(entry, today):
        return _("ran out") if short else _("ran out on {day}").replace("{day}", when)
    return _("until {day}").replace("{day}", when) if short else _("held until {day}").replace("{day}", when)


def hours_words(entry: CalendarEntry, locale: str) -> str:
    """ "9:30–11:00"; empty for whole days."""
    if entry.start is None:
        return ""
    begin = clock(entry.start, locale)
    return begin if entry.end is None or entry.end == entry.start else f"{begin}–{clock(entry.end, locale)}"


def kept_free_words(entry: CalendarEntry) -> str:
    """ "the day before and 2 days after are kept free"; empty when none are."""
    before = plural("{n} day before", "{n} days before", entry.before) if entry.before else ""
    after = plural("{n} day after", "{n} days after", entry.after) if entry.after else ""
    if before and after:
        return _("Kept free: {before} and {after}").replace("{before}", before).replace("{after}", after)
    return _("Kept free: {days}").replace("{days}", before or after) if before or after else ""


def breakable(text: str) -> str:
    """``text``, not endless, with places to break in words too long for a narrow column."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return _LONG_WORD.sub(lambda found: "\u200b".join(wrap(found[0], _PIECE)), shown)


def clock(moment: time, locale: str) -> str:
    """ "9:30"; "9:30 am" in the United States."""
    if locale != "en_US":
        return f"{moment.hour}:{moment.minute:02}"
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {_('am') if moment.hour < 12 else _('pm')}"
