"""Fits the words on one page: steps size, leading and space down within limits, else says by how many lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.letter import LetterText
from fitdesk.letters.linebreak import Line, Measure, break_lines, keep_together

POINT: Final = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Step:
    """Sizes in points: type, leading, space between paragraphs, and the room for the signature."""

    size: float
    leading: float
    gap: float
    signature: float


STEPS: Final = (
    Step(11, 15, 8, 46),
    Step(11, 14.5, 6.5, 40),
    Step(10.5, 14, 6.5, 40),
    Step(10, 13.5, 6, 36),
    Step(9.5, 12.5, 5, 32),
)
"""From the usual look to the tightest that is still pleasant to read."""


ROUND_SIGNATURE: Final = 22.0
"""Points from the close to the name beyond the height of a signature image."""

UNDER_SIGNATURE: Final = 5.8
"""Millimetres from the foot of a signature image to the baseline of the name."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, with the space above them in points. ``together``: never split over two pages.

    ``role`` says what it is: subject, salutation, body, close, name.
    """

    role: str
    lines: tuple[Line, ...]
    above: float
    together: bool = False
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A run of lines of one block, and how far the first baseline is below the top of the text area, in points."""

    role: str
    lines: tuple[Line, ...]
    baseline: float


@dataclass(frozen=True, slots=True)
class Flow:
    """The placed text: one tuple for each page, at one step. ``overflow_lines`` are too many for one page."""

    step: Step
    pages: tuple[tuple[Placed, ...], ...]
    overflow_lines: int


@dataclass(frozen=True, slots=True)
class TextArea:
    """The room for words in points: ``height`` on the first page, ``later`` on those that follow."""

    width: float
    height: float
    later: float


MeasureAt = Callable[[float], Measure]
"""Gives the measure for a size in points."""


def flow(text: LetterText, name: str, area: TextArea, measure_at: MeasureAt, *, signature: float = 0.0) -> Flow:
    """``text`` and the writer's ``name`` set in ``area``.

    ``signature`` is the height of the signature image, which replaces the empty room when it is higher.
    """
    for step in STEPS:
        blocks = _blocks(text, name, area.width, measure_at(step.size), step, signature)
        needed = _height(blocks, step)
        if needed <= area.height + 0.01:
            return Flow(step, (_place(blocks, step),), 0)
    last = STEPS[-1]
    too_many = math.ceil((needed - area.height) / last.leading - 1e-6)
    return Flow(last, tuple(_place(page, last) for page in _pages(blocks, last, area)), max(too_many, 1))


def _blocks(
    text: LetterText, name: str, width: float, measure: Measure, step: Step, signature: float
) -> tuple[Block, ...]:
    def broken(words: str) -> tuple[Line, ...]:
        return break_lines(keep_together(words), width, measure)

    blocks = [Block("subject", broken(f"**{text.subject.replace('**', '')}**"), 0, True, True)] if text.subject else []
    blocks.append(Block("salutation", broken(text.salutation), step.gap + 2, True, True))
    paragraphs = [paragraph for paragraph in text.body if paragraph.strip()]
    blocks += [
        Block("body", broken(words), step.gap, "\n" in words, place == len(paragraphs) - 1)
        for place, words in enumerate(paragraphs)
    ]
    blocks.append(Block("close", broken(text.close), step.gap, True, True))
    room = max(step.signature, signature + ROUND_SIGNATURE if signature else 0.0)
    blocks.append(Block("name", broken(name), room - step.leading, True))
    return tuple(blocks)


def _height(blocks: Sequence[Block], step: Step) -> float:
    return sum(len(block.lines) * step.leading + (block.above if place else 0) for place, block in enumerate(blocks))


def _place(blocks: Sequence[Block], step: Step) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    top = 0.0
    for block in blocks:
        top += block.above if placed else 0.0
        placed.append(
            Placed(block.role, block.lines, top + step.leading - (step.leading - step.size) / 2 - step.size * 0.22)
        )
        top += len(block.lines) * step.leading
    return tuple(placed)


def _pages(blocks: Sequence[Block], step: Step, area: TextArea) -> list[list[Block]]:
    """Blocks spread over pages: what belongs together stays together, no paragraph leaves one line behind."""
    pages: list[list[Block]] = [[]]
    rest = list(_groups(blocks))
    while rest:
        group = rest.pop(0)
        free = (area.height if len(pages) == 1 else area.later) - _height(pages[-1], step)
        if _height(group, step) + group[0].above <= free or (not pages[-1] and len(group) > 1):
            pages[-1] += group
            continue
        split = _split(group, free, step)
        if split is None:
            if not pages[-1]:
                pages[-1] += group
            else:
                pages.append([])
                rest.insert(0, group)
            continue
        pages[-1].append(split[0])
        pages.append([])
        rest.insert(0, [split[1], *group[1:]])
    return [page for page in pages if page]


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    joined = False
    for block in blocks:
        if joined:
            groups[-1].append(block)
        else:
            groups.append([block])
        joined = block.with_next
    return groups


def _split(group: Sequence[Block], free: float, step: Step) -> tuple[Block, Block] | None:
    """The first block of ``group`` in two, when at least two lines fit and two remain; None when it must not be."""
    first = group[0]
    room = int((free - first.above) // step.leading)
    lines = min(room, len(first.lines) - 2)
    if first.role != "body" or lines < 2 or (first.together and len(first.lines) <= 6):
        return None
    head = Block(first.role, first.lines[:lines], first.above)
    return head, Block(first.role, first.lines[lines:], 0, False, first.with_next)
