"""What is asked before a decision is written: which reasons are proposed, whether a sentence or a day is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.availability import DayAnswer
from fitdesk.domain.decision_days import trouble_with_coming_back, trouble_with_hold, usual_coming_back, usual_hold
from fitdesk.domain.decision_reasons import ProposedReason, against_it, is_against, other_no, proposed
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Status
from fitdesk.i18n import _
from fitdesk.ui.inquiries.day_words import days_in_words
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.workflows.triage import Triage


def _no_trouble(_day: date | None) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panel shows. ``told``: what speaks against it; ``needed``: a sentence must be written.

    day_label: empty when no day is asked for. quick: (words, day) to choose a day with one click. trouble: what is
    wrong with a day, empty when it will do. turn: another act that would be the better one, and how to say so.
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
    turn: tuple[Act, str, str] | None = None


def what_to_ask(act: Act, triage: Triage, shown: Assessment | None, today: date, locale: str) -> Asked | None:
    """What to ask before ``act``; None: nothing is. ``shown``: the assessment the owner looks at."""
    if act is Act.ACCEPT:
        return _accept(shown) if is_against(shown, Status.ACCEPTED) else None
    if act is Act.HOLD:
        return _hold(triage.inquiry.event, today, locale)
    if act is Act.NOT_NOW:
        return _not_now(triage, today)
    if act is Act.DECLINE:
        return _decline(triage)
    return _refer(triage) if act is Act.REFER else None


def _accept(shown: Assessment | None) -> Asked:
    is_no = shown is not None and shown.verdict is Verdict.DECLINE
    question = _("The judgement says no. What makes you accept all the same?")
    return Asked(
        Act.ACCEPT,
        question if is_no else _("The judgement is not at yes. What makes you accept now?"),
        _("Accept all the same"),
        hint=_("the fee, a favour, the room, the people…"),
        told=against_it(shown),
        reasons=proposed(shown, Status.ACCEPTED)[:3],
        needed=True,
    )


def _hold(event: Event, today: date, locale: str) -> Asked:
    question = _("Hold {days} for them?").replace("{days}", days_in_words(event.dates, today, "and", locale))
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
    months = ((_("in a month"), 30), (_("in 3 months"), 91), (_("in half a year"), 182))
    return Asked(
        Act.NOT_NOW,
        _("Right, but not now. When will you come back to it?"),
        _("Not now"),
        hint=_("why not now, if you like"),
        reasons=proposed(triage.best, Status.NOT_NOW, days_of(triage)),
        day_label=_("Come back on"),
        day=usual_coming_back(today),
        quick=tuple((words, today + timedelta(days=days)) for words, days in months),
        trouble=lambda day: trouble_with_coming_back(day, today),
    )


def _decline(triage: Triage) -> Asked:
    turn = None
    if other_no(triage.best, Status.DECLINED) is Status.REFERRED:
        turn = (Act.REFER, _("It is rather you who are wrong for them."), _("Refer them instead"))
    return Asked(
        Act.DECLINE,
        _("Why is it wrong for you?"),
        _("Decline"),
        hint=_("in your own words, if you like"),
        reasons=proposed(triage.best, Status.DECLINED, days_of(triage)),
        turn=turn,
    )


def _refer(triage: Triage) -> Asked | None:
    reasons, turn = proposed(triage.best, Status.REFERRED, days_of(triage)), None
    if other_no(triage.best, Status.REFERRED) is Status.DECLINED:
        turn = (Act.DECLINE, _("It is rather wrong for you than you for them."), _("Decline instead"))
    if not reasons and turn is None:
        return None
    return Asked(
        Act.REFER,
        _("Why will somebody else serve them better?"),
        _("Choose whom to name"),
        hint=_("in your own words, if you like"),
        reasons=reasons,
        turn=turn,
    )


def days_of(triage: Triage) -> tuple[DayAnswer, ...]:
    """How the days they named stand."""
    return tuple(
        DayAnswer(day, state, because=triage.clashes.get(day, "")) for day, state in triage.availability.items()
    )
