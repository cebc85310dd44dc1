"""Points as they are shown: whole numbers that add up, line by line and side by side, to the totals above them.

Rounding each figure by itself would show 41 and 19 below a total of 59. So the totals are rounded, and what is below
them is rounded up or down until rows and columns agree: controlled rounding of a table (Cox, "A constructive procedure
for unbiased controlled rounding", J. Am. Stat. Assoc. 82, 1987), here with the smallest change to what is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import floor

from fitdesk.domain.assessment import Assessment, Contribution, Side
from fitdesk.domain.ranges import Range
from fitdesk.domain.wording import whole

_DUST = 1e-6
Cells = list[int]
Moves = tuple[tuple[int, int, int], ...]
"""(row, from column, to column), a point each."""
Parts = tuple[float, float, float]
"""What is gained for sure, what is open, what is lost; together the weight."""


@dataclass(frozen=True, slots=True)
class Share:
    """Whole points of one line or one side: gain + open + loss = weight."""

    gain: int
    open: int
    loss: int

    @property
    def weight(self) -> int:
        return self.gain + self.open + self.loss

    @property
    def gains(self) -> tuple[int, int]:
        """Points gained at least and at most."""
        return self.gain, self.gain + self.open

    @property
    def losses(self) -> tuple[int, int]:
        """Points lost at least and at most."""
        return self.loss, self.loss + self.open


@dataclass(frozen=True, slots=True)
class WholePoints:
    """One assessment in whole points: the fit out of 100, its two sides, and every criterion by its key."""

    fit: Share
    sides: dict[Side, Share]
    lines: dict[str, Share]


def whole_points(assessment: Assessment) -> WholePoints:
    """``assessment`` as it is shown; sums of lines are their side, both sides together the fit."""
    fit = Share(*_ends(assessment.fit, 100))
    totals = {Side.FOR_THEM: assessment.for_them, Side.FOR_ME: assessment.for_me}
    weights = {side: [line.weight for line in assessment.contributions if line.side is side] for side in totals}
    rows = _agreeing([_parts(totals[side], sum(weights[side])) for side in totals], (fit.gain, fit.open, fit.loss))
    sides = {side: Share(*row) for side, row in zip(totals, rows, strict=True)}
    lines: dict[str, Share] = {}
    for side, share in sides.items():
        lines.update(_lines([line for line in assessment.contributions if line.side is side], share))
    return WholePoints(fit, sides, lines)


def _lines(lines: Sequence[Contribution], share: Share) -> dict[str, Share]:
    rows = _agreeing([_parts(line.gain, line.weight) for line in lines], (share.gain, share.open, share.loss))
    return {line.criterion: Share(*row) for line, row in zip(lines, rows, strict=True)}


def _parts(gain: Range, weight: float) -> Parts:
    return gain.low, gain.width, max(0.0, weight - gain.high)


def _ends(gain: Range, weight: int) -> tuple[int, int, int]:
    low, high = whole(gain.low), whole(gain.high)
    return low, high - low, weight - high


def _agreeing(rows: Sequence[Parts], columns: tuple[int, int, int]) -> list[Cells]:
    """``rows`` in whole numbers whose columns add up to ``columns``; each row keeps its own sum, rounded."""
    sums = _apportioned([sum(row) for row in rows], sum(columns))
    cells = [_apportioned(row, total) for row, total in zip(rows, sums, strict=True)]
    while any(wrong := [sum(row[at] for row in cells) - columns[at] for at in range(3)]):
        _move(cells, rows, wrong.index(max(wrong)), wrong.index(min(wrong)))
    return cells


def _move(cells: list[Cells], rows: Sequence[Parts], over: int, under: int) -> None:
    """Move one point from column ``over`` to ``under``, in one row or by way of the third column in two."""
    third = 3 - over - under
    direct: list[tuple[float, Moves]] = [
        (_cost(cells[r], rows[r], over, under), ((r, over, under),)) for r in range(len(rows)) if cells[r][over]
    ]
    around: list[tuple[float, Moves]] = [
        (
            _cost(cells[a], rows[a], over, third) + _cost(cells[b], rows[b], third, under),
            ((a, over, third), (b, third, under)),
        )
        for a, b in permutations(range(len(rows)), 2)
        if cells[a][over] and cells[b][third]
    ]
    for row, source, target in min(direct + around)[1]:
        cells[row][source] -= 1
        cells[row][target] += 1


def _cost(cells: Cells, true: Parts, source: int, target: int) -> float:
    """How much further from the truth the row gets; a cell may hardly leave the two whole numbers around its own."""

    def off(value: int, exact: float) -> float:
        gap = abs(value - exact)
        return gap * gap + (1000.0 if gap > 1 - _DUST else 0.0)

    before = off(cells[source], true[source]) + off(cells[target], true[target])
    return off(cells[source] - 1, true[source]) + off(cells[target] + 1, true[target]) - before


def _apportioned(parts: Sequence[float], total: int) -> Cells:
    """``parts`` in whole numbers that sum to ``total``: the largest remainders are rounded up (Hamilton)."""
    cells = [floor(part + _DUST) for part in parts]
    order = sorted(range(len(parts)), key=lambda at: cells[at] - parts[at])
    missing = total - sum(cells)
    for at in order[: max(missing, 0)]:
        cells[at] += 1
    for at in reversed([at for at in order if cells[at] > 0][missing:] if missing < 0 else []):
        cells[at] -= 1
    return cells
