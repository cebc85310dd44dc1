"""How sure a share is: intervals for proportions from few cases, and agreement beyond chance."""

from __future__ import annotations

from math import sqrt

from fitdesk.domain.ranges import Range

Z95 = 1.959963984540054
"""The normal quantile of a 95 % interval."""


def wilson(hits: int, cases: int, z: float = Z95) -> Range:
    """Where the true share lies, 95 times of 100: Wilson's score interval (1927), without continuity correction.

    Sound for few cases and shares near 0 or 1 (Newcombe 1998, Statistics in Medicine 17, 857–872). [0, 1] for no case.
    """
    if cases == 0:
        return Range(0.0, 1.0)
    share = hits / cases
    middle = 2 * cases * share + z * z
    reach = z * sqrt(z * z + 4 * cases * share * (1 - share))
    below = 2 * (cases + z * z)
    return Range(max(0.0, (middle - reach) / below), min(1.0, (middle + reach) / below))


def difference(hits: int, cases: int, other_hits: int, other_cases: int) -> Range:
    """Where the first share minus the second lies: Newcombe's hybrid of two Wilson intervals (1998, 17, 873–890).

    [−1, 1] when one of them has no case.
    """
    if cases == 0 or other_cases == 0:
        return Range(-1.0, 1.0)
    first, second = wilson(hits, cases), wilson(other_hits, other_cases)
    a, b = hits / cases, other_hits / other_cases
    return Range(
        a - b - sqrt((a - first.low) ** 2 + (second.high - b) ** 2),
        a - b + sqrt((first.high - a) ** 2 + (b - second.low) ** 2),
    )


def kappa(both_yes: int, only_first: int, only_second: int, both_no: int) -> float | None:
    """Cohen's kappa (1960): agreement beyond what chance gives, 1 at most; None when chance alone agrees wholly."""
    cases = both_yes + only_first + only_second + both_no
    if cases == 0:
        return None
    agreed = (both_yes + both_no) / cases
    first, second = (both_yes + only_first) / cases, (both_yes + only_second) / cases
    by_chance = first * second + (1 - first) * (1 - second)
    return None if by_chance >= 1.0 else (agreed - by_chance) / (1 - by_chance)
