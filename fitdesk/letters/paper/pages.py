"""Spreads the blocks of a letter over pages: nothing that belongs together is parted, no line is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from fitdesk.letters.paper.linebreak import SOFT_HYPHEN, Line

_FEWEST: Final = 2
"""Lines of a paragraph that may stand alone at the foot or the head of a page, and that go with the close."""


class Role(StrEnum):
    SUBJECT = "subject"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    CLOSE = "close"
    NAME = "name"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, with the space above them in points. ``is_whole``: never split over two pages.

    ``with_next``: on the same page as what follows. ``marker`` is the mark of a list's item, whose words
    stand ``indent`` points to the right.
    """

    role: Role
    lines: tuple[Line, ...]
    above: float
    is_whole: bool = False
    with_next: bool = False
    marker: str = ""
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A run of lines of one block, and how far the first baseline is below the top of the text area, in points.

    ``block`` numbers the block it is from; ``is_begun`` says that its first lines stand on the page before.
    """

    role: Role
    lines: tuple[Line, ...]
    baseline: float
    block: int
    is_begun: bool = False
    marker: str = ""
    indent: float = 0.0


class _Row(NamedTuple):
    """One line of a block, by the numbers of both."""

    block: int
    line: int


def height_of(blocks: Sequence[Block], leading: float) -> float:
    """The height of all blocks one below the other, in points."""
    return sum(len(block.lines) * leading + (block.above if place else 0) for place, block in enumerate(blocks))


def placed(blocks: Sequence[Block], leading: float, size: float) -> tuple[Placed, ...]:
    """All blocks on one page."""
    rows = [_Row(number, line) for number, block in enumerate(blocks) for line in range(len(block.lines))]
    return tuple(_place(rows, blocks, leading, size))


def spread(
    blocks: Sequence[Block], leading: float, size: float, first: float, later: float
) -> tuple[tuple[Placed, ...], ...]:
    """The blocks over as many pages as they need; ``first`` and ``later`` are the heights of the pages in points."""
    rows = [_Row(number, line) for number, block in enumerate(blocks) for line in range(len(block.lines))]
    pages: list[tuple[Placed, ...]] = []
    while rows:
        most = _rows_that_fit(rows, blocks, leading, later if pages else first)
        end = most
        while 0 < end < len(rows) and not _may_part(rows, end, blocks):
            end -= 1
        end = end or most
        pages.append(tuple(_place(rows[:end], blocks, leading, size)))
        rows = rows[end:]
    return tuple(pages)


def _rows_that_fit(rows: Sequence[_Row], blocks: Sequence[Block], leading: float, height: float) -> int:
    used = 0.0
    for number, row in enumerate(rows):
        used += leading + (blocks[row.block].above if number and not row.line else 0.0)
        if used > height + 0.01:
            return max(number, 1)
    return len(rows)


def _may_part(rows: Sequence[_Row], end: int, blocks: Sequence[Block]) -> bool:
    """Whether a page may end before ``rows[end]``."""
    row = rows[end]
    block = blocks[row.block]
    if row.line == 0:
        allowed = not blocks[row.block - 1].with_next and block.role not in (Role.CLOSE, Role.NAME, Role.NOTE)
    else:
        left, right = row.line, len(block.lines) - row.line
        allowed = not block.is_whole and min(left, right) >= _FEWEST and not _is_divided(block.lines[row.line - 1])
    if not allowed:
        return False
    follow = [blocks[later.block].role for later in rows[end:]]
    if Role.CLOSE not in follow:
        return True
    return follow.index(Role.CLOSE) >= _FEWEST


def _is_divided(line: Line) -> bool:
    return bool(line) and line[-1].text.endswith(SOFT_HYPHEN)


def _place(rows: Sequence[_Row], blocks: Sequence[Block], leading: float, size: float) -> Iterator[Placed]:
    top, start = 0.0, 0
    while start < len(rows):
        number, first = rows[start]
        block, end = blocks[number], start
        while end < len(rows) and rows[end].block == number:
            end += 1
        top += block.above if start else 0.0
        baseline = top + leading - (leading - size) / 2 - size * 0.22
        lines = block.lines[first : first + end - start]
        yield Placed(block.role, lines, baseline, number, first > 0, "" if first else block.marker, block.indent)
        top += len(lines) * leading
        start = end
