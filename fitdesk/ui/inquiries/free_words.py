"""Am I free? The answer in sentences: how each day stands and why, and the nearest free days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from fitdesk.domain.availability import Availability, CalendarEntry, DayAnswer, EntryKind
from fitdesk.i18n import _, plural
from fitdesk.ui.inquiries.day_words import day_in_words, days_in_words, span_in_words
from fitdesk.workflows.triage import Triage

SATURDAY = 5
MOST_SAID = 8
"""Days that are told one by one; a longer period is counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, and how the days it is about stand; None where it says something beside the days asked for."""

    state: Availability | None
    sentence: str


def free_sentences(
    triage: Triage,
    today: date,
    locale: str = "en_GB",
    *,
    own: Sequence[CalendarEntry] = (),
    is_calendar_empty: bool = False,
) -> tuple[Said, ...]:
    """Sentences in day order; one on the missing date when the client named none.

    The nearest free days come last, where none of those asked for will do. ``own``: what is held or booked for this
    very inquiry; such a day is in nobody's way, but not free either. With an empty calendar every day counts as free,
    and a last sentence says what that is worth.
    """
    days, event = triage.days, triage.inquiry.event
    if not days and event.date_range is not None:
        return (Said(None, _("The time named is too long to check day by day.")),)
    if not days:
        return (Said(None, _("No date named yet, so there is nothing to check.")),)
    is_free = any(one.availability is Availability.FREE for one in days)
    if all(one.day < today for one in days):
        said = [Said(Availability.BUSY, _("The date asked for is past."))]
    elif len(days) > MOST_SAID:
        said = [_counted(days, today, locale)]
    else:
        kept = [replace(one, because=_kept_words(one, own, today, locale)) for one in days]
        said = [_one(group, today, locale) for group in _groups(kept)]
    instead = [day for day in triage.nearest_free if all(day != one.day for one in days)]
    needs_all = event.is_stretch or (not event.dates and event.date_flexible is False)
    if instead and (needs_all or not is_free):
        pattern = plural("Nearest free day: {days}.", "Nearest free days: {days}.", len(instead))
        named = days_in_words(instead, today, "and", locale)
        said.append(Said(None, pattern.replace("{days}", named)))
    elif is_calendar_empty and any(one.day >= today for one in days):
        said.append(Said(None, _("Nothing is in your calendar here yet, so look in your own as well.")))
    return tuple(said)


def state_word(state: Availability) -> str:
    """ "free", "held", "taken" or "not known"."""
    return {
        Availability.FREE: _("free"),
        Availability.HELD: _("held"),
        Availability.BUSY: _("taken"),
        Availability.UNKNOWN: _("not known"),
    }[state]


def _kept_words(one: DayAnswer, own: Sequence[CalendarEntry], today: date, locale: str) -> str:
    """ "held for them until 24 November", "booked for them"; else how the day stands."""
    entry = next((entry for entry in own if entry.first <= one.day <= entry.last), None)
    if one.availability is not Availability.FREE or entry is None:
        return one.because
    if entry.kind is EntryKind.BOOKED:
        words = _("booked for them")
    elif entry.expires is None:
        words = _("held for them")
    elif entry.expires >= today:
        words = _("held for them until {day}").replace("{day}", day_in_words(entry.expires, today, locale))
    else:
        return one.because
    return words + one.because.removeprefix(_("free"))  # what else stands on the day is still told


def _groups(days: Sequence[DayAnswer]) -> list[list[DayAnswer]]:
    """Days that stand alike for the same reason together, in the order of their first day."""
    groups: dict[tuple[Availability, str], list[DayAnswer]] = {}
    for one in days:
        groups.setdefault((one.availability, one.because), []).append(one)
    return list(groups.values())


def _one(group: Sequence[DayAnswer], today: date, locale: str) -> Said:
    days, state, because = [one.day for one in group], group[0].availability, group[0].because
    is_stretch = len(days) > 2 and (days[-1] - days[0]).days == len(days) - 1
    named = span_in_words(days[0], days[-1], today, locale) if is_stretch else days_in_words(days, today, "and", locale)
    because = because or state_word(state)
    # "free; 09:00–09:45 “dentist”", "taken by …" and "held for …" go on from the day; a reason of its own stands apart.
    if because.startswith((_("free"), _("taken"), _("held"), _("booked"), _("past"))):
        pattern = plural("{days} is {how}.", "{days} are {how}.", len(days))
    else:
        pattern = _("{days}: {how}.")
    return Said(state, pattern.replace("{days}", named).replace("{how}", because))


def _counted(days: Sequence[DayAnswer], today: date, locale: str) -> Said:
    """How many working days are free, as the nearest free days are working days too; all days where none is left."""
    working = [one for one in days if one.day.weekday() < SATURDAY]
    free = [one.day for one in working if one.availability is Availability.FREE]
    if not free:
        working, free = list(days), [one.day for one in days if one.availability is Availability.FREE]
    is_all = len(working) == len(days)
    total = str(len(working))
    if not free:
        return Said(Availability.BUSY, _("None of these {n} days is free.").replace("{n}", total))
    if len(free) == len(working):
        words = _("All {n} days are free.") if is_all else _("All {n} working days are free.")
        return Said(Availability.FREE, words.replace("{n}", total))
    if is_all:
        words = plural("{n} of these {all} days is free", "{n} of these {all} days are free", len(free))
    else:
        words = plural("{n} of these {all} working days is free", "{n} of these {all} working days are free", len(free))
    first = _("the first on {day}") if len(free) > 1 else _("on {day}")
    first = first.replace("{day}", day_in_words(free[0], today, locale))
    return Said(Availability.FREE, f"{words.replace('{all}', total)}, {first}.")
