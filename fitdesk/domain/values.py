"""Value functions: piecewise-linear over fixed ranges, and the weighted sum of what they give."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from fitdesk.domain.ranges import Range

Points = tuple[tuple[float, float], ...]
"""The points (x, y) of a value function, from left to right."""
Curves = tuple[tuple[str, Points], ...]
"""Value functions by key, where somebody's differ from the usual ones."""


@dataclass(frozen=True, slots=True)
class Piecewise:
    """A function through ``points`` (x, y), x never falling; level beyond both ends.

    Two points with the same x make a step; at the step itself the later point counts. Raises ValueError when there
    is no point or an x falls.
    """

    points: tuple[tuple[float, float], ...]
    _xs: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        xs = tuple(x for x, _y in self.points)
        if not xs or any(a > b for a, b in pairwise(xs)):
            raise ValueError(f"the points of a value function must go from left to right: {self.points}")
        object.__setattr__(self, "_xs", xs)

    def __call__(self, x: float) -> float:
        place = bisect_right(self._xs, x)
        if place == 0:
            return self.points[0][1]
        if place == len(self.points):
            return self.points[-1][1]
        (x0, y0), (x1, y1) = self.points[place - 1], self.points[place]
        return y0 + (y1 - y0) * (x - x0) / (x1 - x0)

    def over(self, where: Range) -> Range:
        """The narrowest range that holds the value of every x in ``where`` (its ends may be infinite)."""
        if where.low == where.high:
            return Range.exactly(self(where.low))
        found = [y for x, y in self.points if where.low < x <= where.high]
        found += (self(where.low), self(where.high))
        return Range(min(found), max(found))


_GRAIN = 384.0
"""Between 256 and 512 a float is a multiple of 2⁻⁴⁴: adding and taking off 384 rounds anything below 128 to one."""


def grain(points: float) -> float:
    """``points`` (0 to 128) rounded to the nearest multiple of 2⁻⁴⁴.

    Sums of such numbers below 256 are exact in binary floating point: contributions add up to the fit to the last
    bit, in whatever order and by whatever partial sums; the rounding is at most 3e-14 points, and never turns two
    values round (rounding to a grid is monotone; IEEE 754, round half to even).
    """
    return points + _GRAIN - _GRAIN


def additive(weights: Sequence[float], values: Iterable[Range]) -> Range:
    """The weighted sum of ``values``, both ends; no order of the terms changes anything.

    The weights may sum to 1 or to 100, as long as the sum stays below 128.
    """
    low = high = 0.0
    for weight, value in zip(weights, values, strict=True):
        low += grain(weight * value.low)
        high += grain(weight * value.high)
    return Range(low, high)
