"""What is asked before a decision is written: which reasons are proposed, whether a sentence or a day is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.availability import Availability
from fitdesk.domain.decision_days import (
    days_to_choose,
    trouble_with_agreed,
    trouble_with_coming_back,
    trouble_with_hold,
    usual_coming_back,
    usual_hold,
)
from fitdesk.domain.decision_reasons import ProposedReason, against_it, is_against, other_no, proposed
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Status
from fitdesk.i18n import _
from fitdesk.ui.inquiries.day_words import day_in_words, days_in_words, span_in_words
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.phrases import date_words
from fitdesk.workflows.triage import Triage

MOST_FOR_IT = 3
"""Reasons that speak for accepting: the owner is to write one, not to collect them."""
MOST_DAYS = 5
"""Days to choose with one click."""
_LONGEST_NAME = 24


def _no_trouble(_day: date | None) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panel shows. ``told``: what speaks against it; ``needed``: a sentence must be written.

    day_label: empty when no day is asked for. quick: (words, day) to choose a day with one click. trouble: what is
    wrong with a day, empty when it will do. turn: another act that would be the better one, and its words. writes: the
    button that decides and begins the letter in one go, empty when there is none.
    """

    act: Act
    question: str
    button: str
    hint: str = ""
    told: tuple[str, ...] = ()
    reasons: tuple[ProposedReason, ...] = ()
    needed: bool = False
    day_label: str = ""
    day: date | None = None
    quick: tuple[tuple[str, date], ...] = ()
    trouble: Callable[[date | None], str] = field(default=_no_trouble, compare=False)
    turn: tuple[Act, str] | None = None
    writes: str = ""


def what_to_ask(act: Act, triage: Triage, shown: Assessment | None, today: date, locale: str) -> Asked | None:
    """What to ask before ``act``; None: nothing is. ``shown``: the assessment the owner looks at."""
    if act is Act.ACCEPT:
        return _accept(triage, shown, today, locale)
    if act is Act.HOLD:
        return _hold(triage.inquiry.event, today, locale)
    if act is Act.NOT_NOW:
        return _not_now(triage, today)
    if act is Act.DECLINE:
        return _decline(triage)
    return _refer(triage) if act is Act.REFER else None


def _accept(triage: Triage, shown: Assessment | None, today: date, locale: str) -> Asked | None:
    against, first = is_against(shown, Status.ACCEPTED), triage.first_clients
    days = [day for day in days_to_choose(triage.inquiry.event) if day >= today]
    if not (against or first or days):
        return None
    if shown is not None and shown.verdict is Verdict.DECLINE:
        question = _("The judgement says no. What makes you accept all the same?")
    elif against:
        question = _("The judgement is not at yes. What makes you accept now?")
    elif first:
        question = _("Somebody else was first to ask. Accept all the same?")
    else:
        question = _("Which day do you accept?")
    contra = against_it(shown) if against else ()
    told = (triage.ask_first, *contra, _left_open(triage.inquiry.event, days, today, locale))
    pro = [reason for reason in proposed(shown, Status.ACCEPTED) if reason.sentence not in contra]
    ask = _("Ask {who}").replace("{who}", _short(first[0].who)) if first else ""
    best_first = _best_days_first(days, triage)
    return Asked(
        Act.ACCEPT,
        question,
        _("Accept all the same") if against or first else _("Accept"),
        hint=_("the fee, a favour, the room, the people…") if against else _("in your own words, if you like"),
        told=tuple(sentence for sentence in told if sentence),
        reasons=tuple(pro[:MOST_FOR_IT]) if against else (),
        needed=against,
        day_label=_("On") if days else "",
        day=best_first[0] if days else None,
        quick=tuple((day_in_words(day, today, locale), day) for day in sorted(best_first[:MOST_DAYS])),
        trouble=lambda day: trouble_with_agreed(day, today),
        turn=(Act.STILL_WANTED, ask) if first else None,
        writes=_("Accept and write the yes…"),
    )


def _left_open(event: Event, days: Sequence[date], today: date, locale: str) -> str:
    if not days:
        return ""
    words = _("They named {days}. Leave the day empty, and nothing is booked until one is agreed.")
    if event.dates:
        words = _("They named {days}. Leave the day empty, and all of them are held until one is agreed.")
    is_stretch = len(days) > 2 and (days[-1] - days[0]).days == len(days) - 1
    named = span_in_words(days[0], days[-1], today, locale) if is_stretch else days_in_words(days, today, "and", locale)
    return words.replace("{days}", named)


def _best_days_first(days: Sequence[date], triage: Triage) -> list[date]:
    """Free days before held ones, those before the others, each in order."""
    order = (Availability.FREE, Availability.HELD, Availability.UNKNOWN, Availability.BUSY)
    return sorted(days, key=lambda day: (order.index(triage.availability.get(day, Availability.UNKNOWN)), day))


def _hold(event: Event, today: date, locale: str) -> Asked:
    named = date_words(event, today, locale) if event.is_stretch else days_in_words(event.dates, today, "and", locale)
    question = _("Hold {days} for them?").replace("{days}", named)
    last = usual_hold(event, today)
    weeks = ((_("a week"), 7), (_("two weeks"), 14), (_("four weeks"), 28))
    quick = tuple((words, today + timedelta(days=days)) for words, days in weeks)
    return Asked(
        Act.HOLD,
        question if event.dates else _("Hold it for them?"),
        _("Hold"),
        hint=_("a word on it, if you like"),
        day_label=_("Until"),
        day=last,
        quick=tuple((words, day) for words, day in quick if not trouble_with_hold(day, event, today, locale)),
        trouble=lambda day: trouble_with_hold(day, event, today, locale),
    )


def _not_now(triage: Triage, today: date) -> Asked:
    months = ((_("a month"), 30), (_("3 months"), 91), (_("6 months"), 182))
    return Asked(
        Act.NOT_NOW,
        _("Right, but not now. When will you come back to it?"),
        _("Not now"),
        hint=_("why not now, if you like"),
        reasons=proposed(triage.best, Status.NOT_NOW, triage.days),
        day_label=_("On"),
        day=usual_coming_back(today),
        quick=tuple((words, today + timedelta(days=days)) for words, days in months),
        trouble=lambda day: trouble_with_coming_back(day, today),
        writes=_("Not now, and write it…"),
    )


def _decline(triage: Triage) -> Asked:
    is_other = other_no(triage.best, Status.DECLINED) is Status.REFERRED
    return Asked(
        Act.DECLINE,
        _("Why is it wrong for you?"),
        _("Decline"),
        hint=_("in your own words, if you like"),
        told=(_("The judgement says rather that you are wrong for them."),) if is_other else (),
        reasons=proposed(triage.best, Status.DECLINED, triage.days),
        turn=(Act.REFER, _("Refer them instead")) if is_other else None,
        writes=_("Decline and write the no…"),
    )


def _refer(triage: Triage) -> Asked | None:
    reasons = proposed(triage.best, Status.REFERRED, triage.days)
    is_other = other_no(triage.best, Status.REFERRED) is Status.DECLINED
    if not reasons and not is_other:
        return None
    return Asked(
        Act.REFER,
        _("Why will somebody else serve them better?"),
        _("Choose whom to name"),
        hint=_("in your own words, if you like"),
        told=(_("The judgement says rather that it is wrong for you."),) if is_other else (),
        reasons=reasons,
        turn=(Act.DECLINE, _("Decline instead")) if is_other else None,
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
