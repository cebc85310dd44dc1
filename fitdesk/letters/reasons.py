"""Which reasons for a No may be stated: true, recorded, and about the client's success before the owner's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fitdesk.domain.assessment import Assessment, Contribution, Side, VetoState
from fitdesk.domain.availability import Availability

NEVER_STATED = frozenset({"margin", "strategic", "access"})
"""Criteria that are nobody's business but the owner's (fit-model.md)."""

LEAST_LOSS = 3.0
"""Points of 100 that must certainly be lost before a criterion is a reason (letters.md, check 5)."""

OF_ONE_OFFERING = frozenset({"format", "audience", "style"})
"""Criteria that say how one offering is given, not what its owner can do."""

DATE = "date"
"""The reason that is no criterion: the calendar."""

MOST_REASONS = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that may be stated. ``loss`` is in points of 100; a busy date has none."""

    criterion: str
    side: Side
    is_veto: bool
    loss: float
    sentence: str


def find_reasons(
    assessment: Assessment | None,
    availability: Sequence[tuple[date, Availability]],
    others: Sequence[Assessment] = (),
) -> tuple[Reason, ...]:
    """Every reason that may be stated, best first: for them (vetoes, then losses), the date, then for me.

    ``others`` are the owner's other offerings, judged too: what one of them gives cannot be what the owner lacks.
    """
    lines = assessment.contributions if assessment is not None else ()
    recorded = [_reason(line) for line in lines if _may_be_stated(line) and not _is_given_elsewhere(line, others)]
    recorded.sort(key=lambda reason: (not reason.is_veto, -reason.loss, reason.criterion))
    for_them = [reason for reason in recorded if reason.side is Side.FOR_THEM]
    for_me = [reason for reason in recorded if reason.side is Side.FOR_ME]
    return (*for_them, *_busy(availability), *for_me)


def choose_reasons(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The one or two that the letter states. What is about money or the owner's load stands alone or not at all.

    A busy date is always said: the client must know that moving it would not help, or would.
    """
    for_them = [reason for reason in reasons if reason.side is Side.FOR_THEM]
    busy = [reason for reason in reasons if reason.criterion == DATE]
    main = [reason for reason in for_them if reason not in busy][: MOST_REASONS - len(busy)]
    chosen = main + busy
    return tuple(chosen or [reason for reason in reasons if reason.side is Side.FOR_ME][:1])


def _may_be_stated(line: Contribution) -> bool:
    if line.criterion in NEVER_STATED:
        return False
    return line.finding.veto is VetoState.CONFIRMED or line.loss.low >= LEAST_LOSS - 1e-9


def _is_given_elsewhere(line: Contribution, others: Sequence[Assessment]) -> bool:
    """ "I work best in another format" would be untrue of somebody who gives that format in another offering."""
    return line.criterion in OF_ONE_OFFERING and any(
        other.contribution(line.criterion).finding.value.high > line.finding.value.high for other in others
    )


def _reason(line: Contribution) -> Reason:
    finding = line.finding
    return Reason(line.criterion, line.side, finding.veto is VetoState.CONFIRMED, line.loss.low, finding.sentence)


def _busy(availability: Sequence[tuple[date, Availability]]) -> tuple[Reason, ...]:
    if not availability or any(state is not Availability.BUSY for _, state in availability):
        return ()
    return (Reason(DATE, Side.FOR_THEM, True, 0.0, "The calendar is taken on every day they named."),)
