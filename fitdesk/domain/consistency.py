"""Self-consistency: old inquiries judged again unseen; how steady is the own judgement, and where does it waver?"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fitdesk.domain.criteria import BY_KEY, CRITERIA
from fitdesk.domain.decided import Decided
from fitdesk.domain.proportions import kappa, wilson
from fitdesk.domain.ranges import Range
from fitdesk.domain.second_look import SecondLook
from fitdesk.domain.terms import Status
from fitdesk.i18n import _

OLD_ENOUGH = timedelta(days=60)
"""An inquiry decided more recently is still remembered."""
RESTED = timedelta(days=180)
"""How long an inquiry that was looked at again rests."""
AT_ONCE = 10
"""Inquiries in one sitting."""
ENOUGH = 10
"""Second looks from which agreement is put in a figure."""
_FEW = 3
_WORTH_TELLING = 0.15
_MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """A criterion that stood otherwise where the owner changed their mind: mean known values out of 1."""

    criterion: str
    changed: float
    kept: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Consistency:
    """What the second looks say; of several at one inquiry the last one counts. ``kappa`` None: it cannot be told."""

    looks: int
    agreed: int
    softer: int
    """Would accept now what was turned down then."""
    harder: int
    """Would turn down now what was accepted then."""
    kappa: float | None
    differences: tuple[Difference, ...]

    @property
    def interval(self) -> Range:
        return wilson(self.agreed, self.looks)

    @property
    def is_enough(self) -> bool:
        return self.looks >= ENOUGH


def choose(
    decided: Iterable[Decided], looks: Iterable[SecondLook], today: date, *, most: int = AT_ONCE
) -> tuple[Decided, ...]:
    """Up to ``most`` old inquiries to judge again: the same ones all day, in no order that tells, spread over verdicts.

    Only those accepted, declined or referred at least 60 days ago and not for the date, with a snapshot, that were not
    looked at within 180 days.
    """
    resting = {look.inquiry_id for look in looks if today - look.at.date() < RESTED}
    fit_for_it = sorted(
        (one for one in decided if one.inquiry_id not in resting and _can_be_judged_again(one, today)),
        key=lambda one: one.inquiry_id,
    )
    draw = random.Random(today.toordinal())
    draw.shuffle(fit_for_it)
    kinds: dict[tuple[str, bool], list[Decided]] = {}
    for one in fit_for_it:
        kinds.setdefault((str(one.verdict), one.status is Status.ACCEPTED), []).append(one)
    chosen: list[Decided] = []
    queues = [kinds[key] for key in sorted(kinds)]
    while queues and len(chosen) < most:
        for queue in queues:
            chosen.append(queue.pop())
        queues = [queue for queue in queues if queue]
    chosen = chosen[:most]
    draw.shuffle(chosen)
    return tuple(chosen)


def _can_be_judged_again(one: Decided, today: date) -> bool:
    is_settled = one.status in (Status.ACCEPTED, Status.DECLINED, Status.REFERRED)
    is_old = today - one.at.date() >= OLD_ENOUGH
    return is_settled and is_old and one.snapshot is not None and "date" not in one.reasons


def compare(looks: Iterable[SecondLook], decided: Iterable[Decided]) -> Consistency:
    """How often the owner would decide the same again, with Cohen's kappa from ENOUGH looks at both kinds."""
    last: dict[int, SecondLook] = {}
    for look in sorted(looks, key=lambda one: (one.at, one.id or 0)):
        last[look.inquiry_id] = look
    told = list(last.values())
    both_yes = sum(look.would_accept and look.accepted for look in told)
    softer = sum(look.would_accept and not look.accepted for look in told)
    harder = sum(look.accepted and not look.would_accept for look in told)
    both_no = len(told) - both_yes - softer - harder
    has_both_kinds = 0 < both_yes + harder < len(told)
    changed = {look.inquiry_id for look in told if look.would_accept is not look.accepted}
    looked_at = [one for one in decided if one.inquiry_id in last]
    return Consistency(
        looks=len(told),
        agreed=both_yes + both_no,
        softer=softer,
        harder=harder,
        kappa=kappa(both_yes, softer, harder, both_no) if len(told) >= ENOUGH and has_both_kinds else None,
        differences=_differences(looked_at, changed),
    )


def _differences(looked_at: Sequence[Decided], changed: set[int]) -> tuple[Difference, ...]:
    """The criteria whose known values differ most between minds changed and kept, each known at least three times."""
    values: dict[str, tuple[list[float], list[float]]] = {}
    for one in sorted(looked_at, key=lambda each: each.inquiry_id):
        for key, low, high in one.snapshot.values if one.snapshot is not None else ():
            if low == high and key in BY_KEY:
                values.setdefault(key, ([], []))[one.inquiry_id not in changed].append(low)
    found = [
        _difference(criterion.key, criterion.label, sum(moved) / len(moved), sum(kept) / len(kept))
        for criterion in CRITERIA
        for moved, kept in (values.get(criterion.key, ([], [])),)
        if min(len(moved), len(kept)) >= _FEW
    ]
    worth = [one for one in found if abs(one.changed - one.kept) >= _WORTH_TELLING]
    return tuple(sorted(worth, key=lambda one: -abs(one.changed - one.kept))[:_MOST_TOLD])


def _difference(key: str, label: str, changed: float, kept: float) -> Difference:
    sentence = _("{criterion}: {changed} of 100 where you changed your mind, {kept} where you did not").format(
        criterion=label, changed=round(100 * changed), kept=round(100 * kept)
    )
    return Difference(key, changed, kept, sentence)
