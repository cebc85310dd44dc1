"""What a fact is worth in a case, by the value functions that count for it."""

from __future__ import annotations

from fitdesk.domain.case import Case
from fitdesk.domain.curves import CURVE, from_zero, function, points_of
from fitdesk.domain.ranges import Range


def worth(key: str, where: Range, case: Case) -> Range:
    """The range of values of the function ``key`` over ``where``."""
    return function(points_of(key, case.owner, case.offering)).over(where)


def worth_at(key: str, x: float, case: Case) -> Range:
    """The value of the function ``key`` at ``x``."""
    value = function(points_of(key, case.owner, case.offering))(x)
    return Range(value, value)


def worth_from_zero(key: str, where: Range, case: Case) -> Range:
    """As ``worth``, but nothing below x = 0: what is under one's floor or minimum has no value."""
    return from_zero(points_of(key, case.owner, case.offering)).over(where)


def own_corners(key: str, case: Case) -> tuple[float, ...]:
    """Where the owner's own value function turns; none while the usual one counts."""
    points = points_of(key, case.owner, case.offering)
    return () if points == CURVE[key].points else tuple(x for x, _y in points)
