"""Choices read off a string of bytes: a whole case in one draw of Hypothesis, and quickly so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Dice:
    """Zeros (also once the bytes run out) choose the first of everything, so that failures shrink to plain cases."""

    def __init__(self, data: bytes) -> None:
        self._bytes = iter(data)

    def below(self, count: int) -> int:
        """A number from 0 to ``count`` - 1."""
        thrown, reach = 0, 1
        while reach < count:
            thrown, reach = thrown * 256 + next(self._bytes, 0), reach * 256
        return thrown % count

    def number(self, low: int, high: int) -> int:
        return low + self.below(high - low + 1)

    def pick(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def maybe(self, options: Sequence[T]) -> T | None:
        """One of them, or unknown in one of three."""
        return None if self.below(3) == 0 else self.pick(options)

    def maybe_number(self, low: int, high: int) -> int | None:
        return None if self.below(3) == 0 else self.number(low, high)

    def some(self, options: Sequence[T], most: int) -> tuple[T, ...]:
        """Up to ``most`` of them, each once."""
        left, taken = list(options), []
        for _ in range(self.below(min(most, len(left)) + 1)):
            taken.append(left.pop(self.below(len(left))))
        return tuple(taken)

    def several(self, make: Callable[[Dice], T], most: int) -> tuple[T, ...]:
        """Up to ``most`` things."""
        return tuple(make(self) for _ in range(self.below(most + 1)))

    def share(self) -> float:
        """From 0 to 1, the ends among them."""
        return self.below(257) / 256


def thrown(make: Callable[[Dice], T], size: int) -> st.SearchStrategy[T]:
    """What ``make`` reads off ``size`` bytes."""
    return st.binary(min_size=size, max_size=size).map(lambda data: make(Dice(data)))
