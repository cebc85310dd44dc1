"""Who is to be asked first: other inquiries whose hold stands in the way of a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fitdesk.domain.availability import Availability, DayAnswer
from fitdesk.domain.calendar_entry import EntryKind
from fitdesk.domain.wording import day_words, listed
from fitdesk.i18n import _


@dataclass(frozen=True, slots=True)
class HeldFor:
    """A day that another inquiry holds: whose, and until when they may make up their mind (None: no day was said)."""

    inquiry_id: int
    title: str
    who: str
    day: date
    expires: date | None = None


def first_clients(answers: Iterable[DayAnswer], clients: Mapping[int, str]) -> tuple[HeldFor, ...]:
    """The holds that stand in the way of the candidate days, in order of the day; one line per inquiry and day held.

    Only days that are held count: where a day is busy besides, asking would be for nothing. ``clients`` says for whom
    an inquiry is (inquiry id, who); the hold's own title where it does not.
    """
    found: dict[HeldFor, None] = {}
    for answer in answers:
        if answer.availability is not Availability.HELD:
            continue
        for entry in answer.stands:
            if entry.kind is EntryKind.HELD and entry.inquiry_id is not None:
                day = min(max(answer.day, entry.first), entry.last)
                who = clients.get(entry.inquiry_id) or entry.title
                found[HeldFor(entry.inquiry_id, entry.title, who, day, entry.expires)] = None
    return tuple(found)


def ask_first(held: Iterable[HeldFor], locale: str = "en_GB") -> str:
    """ "Ask Alpine Insurance first: 12 June 2027 is held for them until 3 December 2026."; empty without a hold."""
    holds = list(held)
    if not holds:
        return ""
    names = listed(list(dict.fromkeys(hold.who for hold in holds)))
    days = listed([day_words(day, locale) for day in dict.fromkeys(hold.day for hold in holds)])
    limits = {hold.expires for hold in holds}
    until = limits.pop()
    if until is None or limits:
        return _("Ask {who} first: {days} held for them.").format(who=names, days=_is_or_are(days, holds))
    text = _("Ask {who} first: {days} held for them until {until}.")
    return text.format(who=names, days=_is_or_are(days, holds), until=day_words(until, locale))


def _is_or_are(days: str, holds: list[HeldFor]) -> str:
    several = len({hold.day for hold in holds}) > 1
    return (_("{days} are") if several else _("{days} is")).format(days=days)
