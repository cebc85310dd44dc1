"""The verdict: accept, ask, decline or your call, and which of the three Noes a decline is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fitdesk.domain.assessment import Finding, Side, Verdict, VetoState, WhichNo
from fitdesk.domain.availability import Availability
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.owner import Thresholds

Outcome = tuple[Verdict, WhichNo | None]
Ruling = Callable[[int, float, float, float, float], Outcome]
OPEN, MAYBE, NO_FOR_ME, NO_FOR_THEM, UNDATED, TAKEN = 1, 2, 4, 8, 16, 32
"""Marks: something is unknown, a veto is possible, a veto is confirmed on one side or the other, it is not known that
the day is free, it is taken and cannot move."""

NOT_SURE, NOT_SAID = MAYBE | UNDATED, OPEN | UNDATED
ROUNDING = 1e-9
WRONG_FOR_THEM: Outcome = (Verdict.DECLINE, WhichNo.WRONG_FOR_THEM)
WRONG_FOR_ME: Outcome = (Verdict.DECLINE, WhichNo.WRONG_FOR_ME)
NOT_FREE: Outcome = (Verdict.DECLINE, WhichNo.NOT_FREE)
ACCEPT: Outcome = (Verdict.ACCEPT, None)
ASK: Outcome = (Verdict.ASK, None)
YOUR_CALL: Outcome = (Verdict.YOUR_CALL, None)


def can_move(inquiry: Inquiry) -> bool | None:
    """Whether the day can still change: False when either side says no, True when either says yes, else unknown."""
    said = (inquiry.owners_word.date_can_move, inquiry.event.date_flexible)
    if False in said:
        return False
    return True if True in said else None


def marks_of(finding: Finding, side: Side) -> int:
    """What of a finding matters for the verdict beside its value, as bits."""
    if finding.veto is VetoState.CONFIRMED:
        return (NO_FOR_THEM if side is Side.FOR_THEM else NO_FOR_ME) | (0 if finding.value.is_exact else OPEN)
    if finding.veto is VetoState.POSSIBLE:
        return OPEN | MAYBE
    return 0 if finding.value.is_exact else OPEN


def marks_of_day(availability: Availability, movable: bool | None) -> int:
    """What of the day matters for the verdict, as bits."""
    if availability in (Availability.FREE, Availability.HELD):
        return 0
    return UNDATED | (TAKEN if availability is Availability.BUSY and movable is False else 0)


def is_below(figure: float, line: float) -> bool:
    """Whether ``figure`` does not reach a line between verdicts, as ``outcomes`` sees it."""
    return figure < line - ROUNDING


def ruling(availability: Availability, movable: bool | None, between: Thresholds) -> Ruling:
    """The rule for one inquiry: from the marks of its findings, U.low, U.high, T.low and T.high to the verdict."""
    of_day = marks_of_day(availability, movable)

    def rule(marks: int, fit_low: float, fit_high: float, them_low: float, them_high: float) -> Outcome:
        return outcomes([(marks | of_day, fit_low, fit_high, them_low, them_high)], between)[0]

    return rule


def outcomes(rows: Iterable[tuple[int, float, float, float, float]], between: Thresholds) -> list[Outcome]:
    """The verdict of fit-model.md, for rows of marks, U.low, U.high, T.low and T.high (both out of 100)."""
    decline_them, decline_fit = between.decline_for_them - ROUNDING, between.decline_fit - ROUNDING
    accept_them, accept_fit = between.accept_for_them - ROUNDING, between.accept_fit - ROUNDING
    return [
        WRONG_FOR_THEM
        if them_high < decline_them or marks & NO_FOR_THEM
        else WRONG_FOR_ME
        if fit_high < decline_fit or marks & NO_FOR_ME
        else NOT_FREE
        if marks & TAKEN
        else ACCEPT
        if fit_low >= accept_fit and them_low >= accept_them and not marks & NOT_SURE
        else ASK
        if marks & NOT_SAID
        else YOUR_CALL
        for marks, fit_low, fit_high, them_low, them_high in rows
    ]
