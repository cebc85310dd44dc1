"""Reasons for a decision, proposed from the facts of the judgement; the owner chooses among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fitdesk.domain.assessment import Assessment, Contribution, Side, Verdict, VetoState, WhichNo
from fitdesk.domain.availability import Availability, DayAnswer
from fitdesk.domain.terms import Status
from fitdesk.domain.wording import day_words
from fitdesk.i18n import _

DATE = "date"
"""The reason that is no criterion: the calendar."""
LEAST_LOSS = 2.0
"""Points of 100 that must certainly be lost before a criterion is proposed as a reason."""
LEAST_SHARE = 0.75
"""Of its weight that a criterion must certainly gain before it is proposed as what speaks for an inquiry."""
MOST_PROPOSED = 4
OF_THE_MOMENT = frozenset({"leadtime", "capacity"})
"""Criteria about the time, not about the work: they are what a "not now" rests on, beside the calendar."""


@dataclass(frozen=True, slots=True)
class ProposedReason:
    """``key`` as in StatusChange.reasons; the sentence names the facts. ``is_usual``: taken unless unticked."""

    key: str
    sentence: str
    is_usual: bool = True


def proposed(
    assessment: Assessment | None, status: Status, days: Sequence[DayAnswer] = ()
) -> tuple[ProposedReason, ...]:
    """Up to ``MOST_PROPOSED`` reasons for ``status``: vetoes first, then the calendar, then the largest certain losses.

    The two Noes are kept apart: a decline rests on what is wrong for the owner, a referral on what is wrong for the
    client. For an accept it is what speaks for it; none of that is usual, for a yes needs no excuse. What is not known
    is never a reason.
    """
    lines = assessment.contributions if assessment is not None else ()
    if status is Status.ACCEPTED:
        return tuple(_speaking_for(lines))[:MOST_PROPOSED]
    if status is Status.DECLINED:
        about = [line for line in lines if line.side is Side.FOR_ME]
    elif status is Status.REFERRED:
        about = [line for line in lines if line.side is Side.FOR_THEM]
    elif status is Status.NOT_NOW:
        about = [line for line in lines if line.criterion in OF_THE_MOMENT]
    else:
        return ()
    found = _speaking_against(about, days)
    if other_no(assessment, status) is not None:  # then none of these is why: the owner has to say so
        found = (replace(reason, is_usual=False) for reason in found)
    return tuple(found)[:MOST_PROPOSED]


def against_it(assessment: Assessment | None) -> tuple[str, ...]:
    """What speaks most against accepting, at most two sentences: shown where the owner wants to accept all the same."""
    if assessment is None:
        return ()
    return tuple(reason.sentence for reason in _speaking_against(assessment.contributions, ()))[:2]


def other_no(assessment: Assessment | None, status: Status) -> Status | None:
    """The other of the two Noes where the judgement says that it is that one; None where ``status`` is right."""
    which = assessment.which_no if assessment is not None else None
    if status is Status.DECLINED and which is WhichNo.WRONG_FOR_THEM:
        return Status.REFERRED
    if status is Status.REFERRED and which is WhichNo.WRONG_FOR_ME:
        return Status.DECLINED
    return None


def is_against(assessment: Assessment | None, status: Status) -> bool:
    """Whether ``status`` is an accept although the judgement was not at accept (fit-model.md, the temptation check)."""
    return status is Status.ACCEPTED and assessment is not None and assessment.verdict is not Verdict.ACCEPT


def _speaking_against(lines: Sequence[Contribution], days: Sequence[DayAnswer]) -> Iterator[ProposedReason]:
    vetoes = [line for line in lines if line.finding.veto is VetoState.CONFIRMED]
    losses = [line for line in lines if line not in vetoes and line.loss.low >= LEAST_LOSS - 1e-9]
    first = [_reason(line) for line in sorted(vetoes, key=lambda line: -line.weight)]
    first += _taken(days)
    yield from first
    # Where a veto or the calendar decides, a loss beside it is seldom the reason: named, but not taken by itself.
    for place, line in enumerate(sorted(losses, key=lambda line: -line.loss.low)):
        yield _reason(line, is_usual=place == 0 and not first)


def _speaking_for(lines: Sequence[Contribution]) -> Iterator[ProposedReason]:
    good = [line for line in lines if line.weight > 0 and line.gain.low >= LEAST_SHARE * line.weight]
    for line in sorted(good, key=lambda line: -line.gain.low):
        yield _reason(line, is_usual=False)


def _taken(days: Sequence[DayAnswer]) -> list[ProposedReason]:
    if not days or any(one.availability is not Availability.BUSY for one in days):
        return []
    if len(days) > 1:
        return [ProposedReason(DATE, _("Every day they named is taken."))]
    said = ": ".join(part for part in (day_words(days[0].day), days[0].because) if part)
    return [ProposedReason(DATE, said)]


def _reason(line: Contribution, *, is_usual: bool = True) -> ProposedReason:
    return ProposedReason(line.criterion, f"{line.label}: {line.finding.sentence}", is_usual)
