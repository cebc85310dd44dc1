"""The verdict: accept, ask, decline or your call, and which of the three Noes a decline is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fitdesk.domain.assessment import Contribution, Finding, Side, Verdict, VetoState, WhichNo
from fitdesk.domain.availability import Availability
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.owner import Thresholds
from fitdesk.domain.ranges import Range

Outcome = tuple[Verdict, WhichNo | None]
Ruling = Callable[[int, float, float, float, float], Outcome]
"""From the marks of all findings, U.low, U.high, T.low and T.high (both out of 100) to the verdict."""

OPEN, MAYBE, NO_FOR_ME, NO_FOR_THEM = 1, 2, 4, 8
"""Marks of a finding: something is unknown, a veto is possible, a veto is confirmed on one side or the other."""

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


def decide(
    lines: Sequence[Contribution],
    fit: Range,
    for_them: Range,
    availability: Availability,
    movable: bool | None,
    lines_between: Thresholds,
) -> Outcome:
    """The verdict of fit-model.md. ``fit`` is out of 100; ``for_them`` too (already scaled from its weights)."""
    marks = 0
    for line in lines:
        marks |= marks_of(line.finding, line.side)
    return ruling(availability, movable, lines_between)(marks, fit.low, fit.high, for_them.low, for_them.high)


def ruling(availability: Availability, movable: bool | None, between: Thresholds) -> Ruling:
    """The rule for one inquiry, ready to be asked about many offerings."""
    decline_them, decline_fit = between.decline_for_them - ROUNDING, between.decline_fit - ROUNDING
    accept_them, accept_fit = between.accept_for_them - ROUNDING, between.accept_fit - ROUNDING
    is_taken = availability is Availability.BUSY and movable is False
    is_dated = availability in (Availability.FREE, Availability.HELD)

    def rule(marks: int, fit_low: float, fit_high: float, them_low: float, them_high: float) -> Outcome:
        if them_high < decline_them or marks & NO_FOR_THEM:
            return WRONG_FOR_THEM
        if marks & NO_FOR_ME or fit_high < decline_fit:
            return WRONG_FOR_ME
        if is_taken:
            return NOT_FREE
        if is_dated and not marks & MAYBE and fit_low >= accept_fit and them_low >= accept_them:
            return ACCEPT
        return YOUR_CALL if is_dated and not marks & OPEN else ASK

    return rule
