"""Am I free? The answer in sentences: what is free, what stands in the way, and the nearest free days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitdesk.domain.availability import Availability
from fitdesk.i18n import _, plural
from fitdesk.ui.inquiries.day_words import day_in_words, days_in_words, span_in_words
from fitdesk.workflows.triage import Triage

MOST_SAID = 8
"""Days that are told one by one; a longer period is counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence and what it is about; UNKNOWN where it says something beside the days asked for."""

    state: Availability
    sentence: str


def free_sentences(
    triage: Triage, today: date, locale: str = "en_GB", *, is_calendar_empty: bool = False
) -> tuple[Said, ...]:
    """Sentences in day order, the nearest free days last; one on the missing date when the client named none.

    With an empty calendar every day counts as free, and a last sentence says what that is worth.
    """
    days = triage.availability
    event = triage.inquiry.event
    if not days and event.date_range is not None:
        return (Said(Availability.UNKNOWN, _("The time named is too long to check day by day.")),)
    if not days:
        return (Said(Availability.UNKNOWN, _("No date named yet, so there is nothing to check.")),)
    if len(days) > MOST_SAID:
        said = [_counted(triage, today, locale)]
    else:
        said = [_one(state, clash, group, today, locale) for (state, clash), group in _groups(triage)]
    if all(day < today for day in days):
        said = [Said(Availability.BUSY, _("The date asked for is past."))]
    elif triage.nearest_free and (len(days) <= MOST_SAID or Availability.FREE not in days.values()):
        pattern = plural("Nearest free day: {days}.", "Nearest free days: {days}.", len(triage.nearest_free))
        named = days_in_words(triage.nearest_free, today, "and", locale)
        said.append(Said(Availability.UNKNOWN, pattern.replace("{days}", named)))
    elif is_calendar_empty:
        said.append(Said(Availability.UNKNOWN, _("Nothing is in your calendar here yet, so look in your own as well.")))
    return tuple(said)


def _groups(triage: Triage) -> list[tuple[tuple[Availability, str], list[date]]]:
    """Days of one state and clash together, in the order of their first day."""
    groups: dict[tuple[Availability, str], list[date]] = {}
    for day, state in triage.availability.items():
        groups.setdefault((state, triage.clashes.get(day, "")), []).append(day)
    return list(groups.items())


def _one(state: Availability, clash: str, days: list[date], today: date, locale: str) -> Said:
    patterns = {
        Availability.FREE: plural("{days} is free", "{days} are free", len(days)),
        Availability.HELD: plural("{days} is held", "{days} are held", len(days)),
        Availability.BUSY: plural("{days} is taken", "{days} are taken", len(days)),
        Availability.UNKNOWN: plural("{days} is not known", "{days} are not known", len(days)),
    }
    is_stretch = len(days) > 2 and (days[-1] - days[0]).days == len(days) - 1
    named = span_in_words(days[0], days[-1], today, locale) if is_stretch else days_in_words(days, today, "and", locale)
    words = patterns[state].replace("{days}", named)
    return Said(state, f"{words}: {clash}." if clash else f"{words}.")


def _counted(triage: Triage, today: date, locale: str) -> Said:
    days = triage.availability
    free = [day for day, state in days.items() if state is Availability.FREE]
    if not free:
        return Said(Availability.BUSY, _("None of these {n} days is free.").replace("{n}", str(len(days))))
    if len(free) == len(days):
        return Said(Availability.FREE, _("All {n} days are free.").replace("{n}", str(len(days))))
    words = _("{free} of these {n} days are free, the first on {day}.")
    words = words.replace("{free}", str(len(free))).replace("{n}", str(len(days)))
    return Said(Availability.FREE, words.replace("{day}", day_in_words(free[0], today, locale)))
