"""Which letters make sense for an inquiry as it stands, the fitting one first."""

from __future__ import annotations

from datetime import date
from typing import Final

from fitdesk.domain.assessment import Assessment, Side, Verdict, WhichNo
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.decision_days import last_change, last_day
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import LetterKind

_OPEN: Final = (
    LetterKind.QUESTIONS,
    LetterKind.ACCEPTANCE,
    LetterKind.NOT_NOW,
    LetterKind.REFERRAL,
    LetterKind.WRONG_FOR_YOU,
    LetterKind.NOT_FOR_ME,
    LetterKind.CALL_CARD,
)
_BY_VERDICT: Final = {
    Verdict.ASK: LetterKind.QUESTIONS,
    Verdict.ACCEPT: LetterKind.ACCEPTANCE,
    Verdict.YOUR_CALL: LetterKind.ACCEPTANCE,
    Verdict.DECLINE: LetterKind.REFERRAL,
}
_SETTLED: Final = {
    Status.ACCEPTED: (LetterKind.ACCEPTANCE, LetterKind.QUESTIONS, LetterKind.AFTER_EVENT, LetterKind.NEXT_SEASON),
    Status.NOT_NOW: (LetterKind.NOT_NOW, LetterKind.NEXT_SEASON, LetterKind.REFERRAL),
    Status.REFERRED: (
        LetterKind.INTRODUCTION,
        LetterKind.REFERRAL,
        LetterKind.THANKS,
        LetterKind.AFTER_EVENT,
        LetterKind.NEXT_SEASON,
        LetterKind.CALL_CARD,
    ),
    Status.WITHDRAWN: (LetterKind.NEXT_SEASON,),
}


def fitting_kinds(inquiry: Inquiry, best: Assessment | None, today: date) -> tuple[LetterKind, ...]:
    """The kinds to offer for ``inquiry``, judged as ``best``; the one to propose first."""
    if inquiry.status is Status.DECLINED:
        which = which_no(inquiry, best)
        other = LetterKind.WRONG_FOR_YOU if which is LetterKind.NOT_FOR_ME else LetterKind.NOT_FOR_ME
        return (which, other, LetterKind.REFERRAL, LetterKind.NEXT_SEASON)
    if not inquiry.status.is_open:
        return _in_time(_SETTLED[inquiry.status], inquiry, today)
    if best is None:
        return (LetterKind.QUESTIONS, LetterKind.ACCEPTANCE)
    first = _BY_VERDICT[best.verdict]
    if best.verdict is Verdict.DECLINE and best.which_no is WhichNo.WRONG_FOR_ME:
        first = LetterKind.NOT_FOR_ME
    return (first, *(kind for kind in _OPEN if kind is not first))


def which_no(inquiry: Inquiry, best: Assessment | None) -> LetterKind:
    """Which of the two Noes was decided, by the reasons on record, else by the judgement."""
    last = last_change(inquiry)
    sides = {BY_KEY[key].side for key in (last.reasons if last is not None else ()) if key in BY_KEY}
    if sides == {Side.FOR_THEM}:
        return LetterKind.WRONG_FOR_YOU
    if sides == {Side.FOR_ME} or (best is not None and best.which_no is WhichNo.WRONG_FOR_ME):
        return LetterKind.NOT_FOR_ME
    return LetterKind.WRONG_FOR_YOU if best is not None else LetterKind.NOT_FOR_ME


def _in_time(kinds: tuple[LetterKind, ...], inquiry: Inquiry, today: date) -> tuple[LetterKind, ...]:
    """Before the event nobody asks how it went; after it that comes first, and nothing is accepted any more."""
    last = last_day(inquiry.event)
    is_over = last is not None and last < today
    if LetterKind.AFTER_EVENT not in kinds:
        return kinds
    rest = tuple(kind for kind in kinds if kind is not LetterKind.AFTER_EVENT)
    if not is_over:
        return rest
    late = (LetterKind.ACCEPTANCE, LetterKind.QUESTIONS, LetterKind.INTRODUCTION, LetterKind.CALL_CARD)
    return (LetterKind.AFTER_EVENT, *(kind for kind in rest if kind not in late))
