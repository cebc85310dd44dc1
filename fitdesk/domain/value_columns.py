"""Values of many inquiries by column: few different ones, so that what follows from weights is worked out for those."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from fitdesk.domain.values import grain

Value = tuple[float, float, int]
"""low, high and marks of a finding."""
Ends = tuple[list[float], list[float]]
"""Points of every inquiry, low and high."""
MOST_KINDS = 512
"""Kinds that a joint column may have: for each of them sums are made again whenever a weight changes."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one criterion says of one kind of offering, for every inquiry: numbers of ``values``."""

    values: list[Value]
    numbers: array[int]


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """Several columns as one: ``kinds`` are the combinations that occur, each the numbers in the columns' values."""

    columns: tuple[Column, ...]
    places: tuple[int, ...]
    """Which criterion each column is of."""
    kinds: list[tuple[int, ...]]
    numbers: array[int]

    def gains(self, weights: Sequence[float]) -> Ends:
        """The points that all its columns together give every inquiry; ``weights`` by criterion."""
        own = [weights[place] for place in self.places]
        pairs = list(zip(self.columns, own, strict=True))
        lows = [[grain(weight * low) for low, _high, _marks in column.values] for column, weight in pairs]
        highs = [[grain(weight * high) for _low, high, _marks in column.values] for column, weight in pairs]
        low = [sum(map(list.__getitem__, lows, kind)) for kind in self.kinds]
        low_column = list(map(low.__getitem__, self.numbers))
        if lows == highs:
            return low_column, low_column
        high = [sum(map(list.__getitem__, highs, kind)) for kind in self.kinds]
        return low_column, list(map(high.__getitem__, self.numbers))


def joined(columns: Sequence[tuple[int, Column]]) -> list[Joint]:
    """Columns (with the place of their criterion) put together as far as few combinations occur."""
    joints: list[Joint] = []
    for place, column in sorted(columns, key=lambda one: len(one[1].values)):
        alone = Joint((column,), (place,), [(number,) for number in range(len(column.values))], column.numbers)
        both = _both(joints[-1], alone) if joints else None
        if both is None:
            joints.append(alone)
        else:
            joints[-1] = both
    return joints


def _both(one: Joint, other: Joint) -> Joint | None:
    """Two joint columns as one; None when too many combinations occur."""
    found: dict[tuple[int, int], int] = {}
    numbers = array("L")
    for pair in zip(one.numbers, other.numbers, strict=True):
        number = found.setdefault(pair, len(found))
        if number >= MOST_KINDS:
            return None
        numbers.append(number)
    kinds = [(*one.kinds[first], *other.kinds[second]) for first, second in found]
    return Joint((*one.columns, *other.columns), (*one.places, *other.places), kinds, numbers)


def summed(parts: Sequence[Ends]) -> Ends:
    """Plain sums are exact in any grouping: gains are multiples of one grain (``values.grain``)."""
    lows, highs = (list(ends) for ends in zip(*parts, strict=True))
    return list(reduce(lambda a, b: list(map(add, a, b)), lows)), list(reduce(lambda a, b: list(map(add, a, b)), highs))


def best_of(scores: Sequence[list[float]], ties: Sequence[list[float]]) -> list[int]:
    """Which of ``scores`` is highest at each place; between equals the higher of ``ties``, then the first."""
    if len(scores) == 1:
        return [0] * len(scores[0])
    found = []
    for at, (row, best) in enumerate(zip(zip(*scores, strict=True), map(max, *scores), strict=True)):
        first = row.index(best)
        if row.count(best) > 1:
            equals = [place for place, score in enumerate(row) if score == best]
            first = max(equals, key=lambda place: (ties[place][at], -place))
        found.append(first)
    return found
