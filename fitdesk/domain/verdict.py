"""The verdict: accept, ask, decline or your call, and which of the three Noes a decline is."""

from __future__ import annotations

from collections.abc import Sequence

from fitdesk.domain.assessment import Contribution, Side, Verdict, VetoState, WhichNo
from fitdesk.domain.availability import Availability
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.owner import Thresholds
from fitdesk.domain.ranges import Range

_ROUNDING = 1e-9


def can_move(inquiry: Inquiry) -> bool | None:
    """Whether the day can still change: False when either side says no, True when either says yes, else unknown."""
    said = (inquiry.owners_word.date_can_move, inquiry.event.date_flexible)
    if False in said:
        return False
    return True if True in said else None


def decide(
    lines: Sequence[Contribution],
    fit: Range,
    for_them: Range,
    availability: Availability,
    movable: bool | None,
    lines_between: Thresholds,
) -> tuple[Verdict, WhichNo | None]:
    """The verdict of fit-model.md. ``fit`` is out of 100; ``for_them`` too (already scaled from its weights)."""
    vetoes = [line for line in lines if line.finding.veto is VetoState.CONFIRMED]
    wrong_for_them = _below(for_them.high, lines_between.decline_for_them)
    if wrong_for_them or any(line.side is Side.FOR_THEM for line in vetoes):
        return Verdict.DECLINE, WhichNo.WRONG_FOR_THEM
    if vetoes or _below(fit.high, lines_between.decline_fit):
        return Verdict.DECLINE, WhichNo.WRONG_FOR_ME
    if availability is Availability.BUSY and movable is False:
        return Verdict.DECLINE, WhichNo.NOT_FREE
    is_dated = availability in (Availability.FREE, Availability.HELD)
    if (
        is_dated
        and not any(line.finding.veto is VetoState.POSSIBLE for line in lines)
        and not _below(fit.low, lines_between.accept_fit)
        and not _below(for_them.low, lines_between.accept_for_them)
    ):
        return Verdict.ACCEPT, None
    if not is_dated or not all(line.finding.is_known for line in lines):
        return Verdict.ASK, None
    return Verdict.YOUR_CALL, None


def _below(figure: float, line: float) -> bool:
    return figure < line - _ROUNDING
