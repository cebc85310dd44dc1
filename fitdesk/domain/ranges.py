"""Closed intervals of numbers: how FitDesk writes down what is not known exactly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A closed interval ``[low, high]``; a single known number has ``low == high``.

    Raises ValueError when ``low > high``.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"a range must not end before it begins: {self.low} > {self.high}")

    @classmethod
    def exactly(cls, number: float) -> Range:
        """The range that holds only ``number``."""
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def width(self) -> float:
        return self.high - self.low

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def scaled(self, factor: float) -> Range:
        """Both ends times ``factor`` (which must not be negative)."""
        return Range(self.low * factor, self.high * factor)

    def contains(self, other: Range) -> bool:
        return self.low <= other.low and other.high <= self.high


UNKNOWN_VALUE = Range(0.0, 1.0)
"""The value of a criterion about which nothing is known."""
