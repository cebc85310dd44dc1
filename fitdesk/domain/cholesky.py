"""Small symmetric systems of linear equations by Cholesky's method; a matrix is the rows of its lower half."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt
from operator import mul

Lower = list[list[float]]


def factor(matrix: Sequence[Sequence[float]]) -> Lower:
    """L with L·Lᵀ = ``matrix`` (positive definite). Raises ValueError when it is not."""
    lower: Lower = []
    for at, given in enumerate(matrix):
        row: list[float] = []
        for to in range(at):
            other = lower[to]
            row.append((given[to] - sum(map(mul, row, other))) / other[to])
        rest = given[at] - sum(map(mul, row, row))
        if rest <= 0:
            raise ValueError("the matrix is not positive definite")
        row.append(sqrt(rest))
        lower.append(row)
    return lower


def solve(lower: Lower, right: Sequence[float]) -> list[float]:
    """x with L·Lᵀ·x = ``right``."""
    forward: list[float] = []
    for row, value in zip(lower, right, strict=True):
        forward.append((value - sum(map(mul, row, forward))) / row[-1])
    count = len(lower)
    found = [0.0] * count
    for at in reversed(range(count)):
        later = sum(lower[down][at] * found[down] for down in range(at + 1, count))
        found[at] = (forward[at] - later) / lower[at][at]
    return found


def log_determinant(lower: Lower) -> float:
    """The log of the determinant of L·Lᵀ."""
    return 2 * sum(log(row[-1]) for row in lower)


def inverse_diagonal(lower: Lower) -> list[float]:
    """The diagonal of the inverse of L·Lᵀ."""
    count = len(lower)
    found = []
    for at in range(count):
        unit = [0.0] * count
        unit[at] = 1.0
        found.append(solve(lower, unit)[at])
    return found
