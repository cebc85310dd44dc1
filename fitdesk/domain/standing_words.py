"""Why a day is free, held, taken or not known, in one plain clause that can follow the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from fitdesk.domain.calendar_entry import Availability, CalendarEntry, EntryKind
from fitdesk.domain.diary import Diary
from fitdesk.domain.owner import Owner
from fitdesk.domain.standing import Obstacle, Part, worse
from fitdesk.domain.wording import day_words, listed
from fitdesk.i18n import _, plural

MOST_NAMED = 3
"""Titles named in one clause; more would be a list."""


def because(
    found: Sequence[Obstacle],
    diary: Diary,
    owner: Owner,
    *,
    clients: Mapping[int, str] | None = None,
    appointments: Sequence[CalendarEntry] = (),
    is_past: bool = False,
) -> str:
    """What decided how a day stands, and on a free day what the owner should still know.

    ``clients`` says for whom other inquiries hold a day. ``appointments`` are what stands on the day itself.
    """
    if is_past:
        return _("past")
    worst = Availability.FREE
    for one in found:
        worst = worse(worst, one.state)
    deciding = [one for one in found if one.state is worst]
    if worst is Availability.FREE:
        notes = [_hour_and_title(entry) for entry in appointments if entry.minutes is not None]
        notes += [_("prepare earlier: {what}").format(what=_right_before(one)) for one in deciding]
        return "; ".join([_("free"), *notes])
    words = _of_obstacle(deciding[0], diary, owner)
    if worst is Availability.HELD:
        return _held(deciding, clients or {}, owner)
    return words


def _of_obstacle(one: Obstacle, diary: Diary, owner: Owner) -> str:
    if one.state is Availability.UNKNOWN and (trouble := diary.trouble_on(one.day, owner.locale)):
        return trouble
    what = _titles(one.entries if one.part is Part.HOURS else _in_the_way(one.entries))
    if one.part is Part.DAY:
        return _("taken by {what}").format(what=what) if what else _("taken")
    if one.part is Part.HOURS:
        return _("not enough room beside {what}").format(what=what)
    if one.part is Part.PREPARATION:
        if one.state is Availability.UNKNOWN:
            return _("whether there are days enough to prepare is not known")
        return _("there are not days enough to prepare before it")
    side = _("the day before") if one.part is Part.TRAVEL_BEFORE else _("the day after")
    if not one.entries:
        return _("{side} is needed for the journey, and it is past").format(side=side)
    if one.is_maybe:
        return _("{side} is taken by {what}; whether the journey needs it is not known").format(side=side, what=what)
    return _("{side}, for the journey, is taken by {what}").format(side=side, what=what)


def _right_before(one: Obstacle) -> str:
    entries = _in_the_way(one.entries)
    what = _titles(entries)
    if not what:
        return _("the days right before are not free")
    count = len({_named(entry) for entry in entries})
    return plural("{what} stands right before", "{what} stand right before", count).replace("{what}", what)


def _in_the_way(entries: Sequence[CalendarEntry]) -> Sequence[CalendarEntry]:
    """What takes a day: an appointment beside something that takes it whole does not count."""
    return [entry for entry in entries if entry.minutes is None] or entries


def _held(deciding: Sequence[Obstacle], clients: Mapping[int, str], owner: Owner) -> str:
    """ "held for Alpine Insurance until 3 December 2026; ask them first", and which day when it is another."""
    holds = list(dict.fromkeys(e for one in deciding for e in one.entries if e.kind is EntryKind.HELD))
    said = []
    for entry in holds[:MOST_NAMED]:
        who = clients.get(entry.inquiry_id or 0) or _quoted(entry.title)
        words = _("held for {who}") if entry.inquiry_id is not None else _("held: {who}")
        words = words.format(who=who) if who else _("held")
        if entry.expires is not None:
            words += " " + _("until {day}").format(day=day_words(entry.expires, owner.locale))
        said.append(words)
    words = listed(said) or _("held")
    first = deciding[0]
    if first.part is Part.TRAVEL_BEFORE:
        words = _("the day before, for the journey, is {held}").format(held=words)
    elif first.part is Part.TRAVEL_AFTER:
        words = _("the day after, for the journey, is {held}").format(held=words)
    elif first.part is Part.PREPARATION:
        words = _("the days to prepare are {held}").format(held=words)
    if any(entry.inquiry_id is not None for entry in holds):
        words += "; " + _("ask them first")
    return words


def _titles(entries: Sequence[CalendarEntry]) -> str:
    titles = list(dict.fromkeys(_named(entry) for entry in entries))
    if len(titles) > MOST_NAMED:
        titles = [*titles[: MOST_NAMED - 1], _("{n} more").format(n=len(titles) - MOST_NAMED + 1)]
    return listed(titles)


def _named(entry: CalendarEntry) -> str:
    if entry.minutes is not None:
        return _hour_and_title(entry)
    return _quoted(entry.title) or _("an entry without a title")


def _quoted(title: str) -> str:
    """A title between quotation marks, so that its commas do not run into the sentence; nothing for none."""
    return f"“{title}”" if title else ""


def _hour_and_title(entry: CalendarEntry) -> str:
    """ "09:00–09:45 “dentist”", "09:00 “dentist”"."""
    title = _quoted(entry.title) or _("an appointment")
    times = [_clock(at) for at in (entry.start, entry.end) if at is not None]
    return f"{'–'.join(dict.fromkeys(times))} {title}"


def _clock(at: time) -> str:
    return f"{at.hour:02}:{at.minute:02}"
