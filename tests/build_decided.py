"""Decided inquiries for tests: one that went as it should, and many by a fixed seed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.decided import Decided
from fitdesk.domain.post_mortem import Delight, PostMortem
from fitdesk.domain.ranges import Range
from fitdesk.domain.snapshot import Snapshot
from fitdesk.domain.terms import Format, Status, Verdict

DEFAULT_WEIGHTS = tuple(criterion.weight for criterion in CRITERIA)
SUBJECTS = ("leadership", "risk", "psychological safety", "deciding together", "trust after a merger", "negotiation",
            "forecasting", "change fatigue", "feedback culture", "conflict in teams")  # fmt: skip


def a_snapshot(**values: float | tuple[float, float]) -> Snapshot:
    """Every criterion at 1 but for ``values``, a number or a (low, high), with the default weights."""
    given = [values.get(criterion.key, 1.0) for criterion in CRITERIA]
    ranges = [one if isinstance(one, tuple) else (one, one) for one in given]
    for_them, for_me = (
        Range(
            sum(w * low for w, (low, _high) in zip(weights, found, strict=True)),
            sum(w * high for w, (_low, high) in zip(weights, found, strict=True)),
        )
        for weights, found in ((DEFAULT_WEIGHTS[:8], ranges[:8]), (DEFAULT_WEIGHTS[8:], ranges[8:]))
    )
    return Snapshot(
        offering_id=1,
        offering_title="Deciding without knowing everything",
        for_them=for_them,
        for_me=for_me,
        weights=tuple((criterion.key, criterion.weight) for criterion in CRITERIA),
        values=tuple((criterion.key, *found) for criterion, found in zip(CRITERIA, ranges, strict=True)),
    )


def a_decided(**changes: Any) -> Decided:
    """A keynote for 300 in Bristol, accepted and delivered well, much like ``build.an_inquiry``."""
    one = Decided(
        inquiry_id=500,
        title="Leadership summit",
        status=Status.ACCEPTED,
        at=datetime(2025, 3, 1, 10, 0),
        fit=Range.exactly(86.0),
        verdict=Verdict.ACCEPT,
        snapshot=a_snapshot(),
        post_mortem=PostMortem(date(2025, 9, 20), delight=Delight.YES),
        topics=("decisions with incomplete information",),
        format=Format.KEYNOTE,
        sector="health",
        audience=300,
        day=date(2025, 9, 16),
        language="en",
        organization="Harbour Trust",
    )
    return replace(one, **changes)


def many_decided(count: int, *, seed: int = 1, until: datetime = datetime(2026, 11, 1, 10)) -> tuple[Decided, ...]:
    """``count`` decisions of a practice, newest first, two a day back from ``until``: the same for the same seed."""
    draw = random.Random(seed)
    found = []
    for number in range(count):
        values = {criterion.key: round(draw.betavariate(4, 2), 2) for criterion in CRITERIA}
        snapshot = a_snapshot(**values)
        middle = (snapshot.for_them.low + snapshot.for_me.low, snapshot.for_them.high + snapshot.for_me.high)
        fit = Range(*middle)
        good = fit.low + draw.gauss(0, 8) > 66
        status = Status.ACCEPTED if good else draw.choice((Status.DECLINED, Status.REFERRED))
        at = until - timedelta(hours=12 * number)
        delight = Delight.YES if draw.random() < (fit.low - 30) / 60 else Delight.NO
        found.append(
            a_decided(
                inquiry_id=1000 + number,
                title=f"Event {number}",
                status=status,
                at=at,
                fit=fit,
                verdict=Verdict.ACCEPT if fit.low >= 70 else Verdict.YOUR_CALL,
                against=status is Status.ACCEPTED and fit.low < 62,
                snapshot=snapshot,
                post_mortem=PostMortem(at.date(), delight=delight) if status is Status.ACCEPTED else None,
                topics=tuple(draw.sample(SUBJECTS, draw.choice((1, 1, 2)))),
                format=draw.choice((Format.KEYNOTE, Format.WORKSHOP, Format.PANEL)),
                sector=draw.choice(("health", "energy", "software", None)),
                audience=draw.choice((None, 20, 80, 300, 1000)),
                language=draw.choice(("en", "en", "de")),
            )
        )
    return tuple(found)
