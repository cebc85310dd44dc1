"""What can be done to the points of a value function by hand: move one, add one, take one away."""

from __future__ import annotations

from fitdesk.domain.curves import MOST_POINTS, Curve
from fitdesk.domain.values import Piecewise, Points

FEWEST_POINTS = 2
Y_STEP = 0.05
"""How far one key press, or a drag, moves a point up or down; with Shift a fifth of it."""


def snapped(number: float, step: float, origin: float = 0.0) -> float:
    """``number`` on the nearest stop of a scale of ``step`` that begins at ``origin``."""
    return round(origin + round((number - origin) / step) * step, 6) if step > 0 else number


def moved(curve: Curve, points: Points, index: int, x: float, y: float) -> Points:
    """``points`` with one of them at (x, y), a step away from its neighbours at least and inside the plot."""
    left = points[index - 1][0] + curve.step if index > 0 else curve.low
    right = points[index + 1][0] - curve.step if index + 1 < len(points) else curve.high
    across = min(max(x, left), right) if left <= right else points[index][0]
    at = (round(across, 6), round(min(max(y, 0.0), 1.0), 6))
    return (*points[:index], at, *points[index + 1 :])


def dragged(curve: Curve, points: Points, index: int, x: float, y: float, *, fine: bool = False) -> Points:
    """As ``moved``, to the nearest stop of the scales."""
    step = Y_STEP / 5 if fine else Y_STEP
    return moved(curve, points, index, snapped(x, curve.step, curve.low), snapped(y, step))


def added(curve: Curve, points: Points, index: int) -> tuple[Points, int]:
    """A point more, on the line half-way to the next one (at the end: from the one before), and where it stands.

    The points as they are when there is no room or there are enough.
    """
    after = index if index + 1 < len(points) else index - 1
    if after < 0 or len(points) >= MOST_POINTS:
        return points, index
    x0, x1 = points[after][0], points[after + 1][0]
    x = snapped((x0 + x1) / 2, curve.step, curve.low)
    if not x0 < x < x1:
        return points, index
    return (*points[: after + 1], (x, round(Piecewise(points)(x), 4)), *points[after + 1 :]), after + 1


def removed(points: Points, index: int) -> Points:
    """One point less; two stay in any case."""
    return points if len(points) <= FEWEST_POINTS else (*points[:index], *points[index + 1 :])
