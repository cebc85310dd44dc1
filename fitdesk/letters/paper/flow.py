"""Fits the words on one page: steps size, leading and space down within limits, else says by how many lines."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.letter import LetterText
from fitdesk.letters.paper.linebreak import Divide, Line, Measure, break_lines, undivided
from fitdesk.letters.paper.pages import Block, Placed, Role, height_of, placed, spread


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

CARD_STEPS: Final = (Step(12, 18, 10, 0), Step(11.5, 17, 9, 0), Step(11, 16, 8, 0), Step(10.5, 14.5, 6, 0))
"""A call card is read at arm's length while somebody speaks."""

CARD_TITLE: Final = 1.5
"""How much larger the title of a call card is than its words."""

ROUND_SIGNATURE: Final = 22.0
"""Points from the close to the name beyond the height of a signature image."""

UNDER_SIGNATURE: Final = 5.8
"""Millimetres from the foot of a signature image to the baseline of the name."""

_INDENT: Final = 14.0
"""Points by which the words of a list stand to the right of their marks."""
_AFTER_LABEL: Final = 9.0

_ITEM: Final = re.compile(r"([–•-]|\d{1,2}[.)])[ \u00a0](.+)")
_ALL_BOLD: Final = re.compile(r"\*\*[^*]+\*\*")
_FACT: Final = re.compile(r"([^:.!?*]{2,28}:)[ \u00a0](.+)")
"""A line such as "Place: Lyon"; two in a row are set as a list of facts."""


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


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set: ``measure_at`` gives the measure for a size in points, ``keep`` puts no-break spaces where
    the language wants them, ``divide`` divides words."""

    measure_at: Callable[[float], Measure]
    keep: Callable[[str], str] = str
    divide: Divide = undivided


def flow(
    text: LetterText, name: str, notes: Sequence[str], area: TextArea, setting: Setting, *, signature: float = 0.0
) -> Flow:
    """``text``, the writer's ``name`` and the ``notes`` below it (enclosures, copies) set in ``area``.

    ``signature`` is the height of the signature image, which replaces the empty room when it is higher.
    """
    return _fitted(STEPS, area, lambda step: _letter(text, name, notes, area.width, setting, step, signature))


def flow_card(text: LetterText, area: TextArea, setting: Setting) -> Flow:
    """A call card: its title, headings (a first line that is all bold) and notes."""
    return _fitted(CARD_STEPS, area, lambda step: _card(text, area.width, setting, step))


def _fitted(steps: Sequence[Step], area: TextArea, blocks_at: Callable[[Step], tuple[Block, ...]]) -> Flow:
    for step in steps:
        blocks = blocks_at(step)
        needed = height_of(blocks, step.leading)
        if needed <= area.height + 0.01:
            return Flow(step, (placed(blocks, step.leading, step.size),), 0)
    last = steps[-1]
    too_many = math.ceil((needed - area.height) / last.leading - 1e-6)
    return Flow(*_over_pages(steps, area, blocks_at), max(too_many, 1))


def _over_pages(
    steps: Sequence[Step], area: TextArea, blocks_at: Callable[[Step], tuple[Block, ...]]
) -> tuple[Step, tuple[tuple[Placed, ...], ...]]:
    """At the largest step that needs no more pages than the tightest: there is room on the last page anyway."""
    tried = [(step, spread(blocks_at(step), step.leading, step.size, area.height, area.later)) for step in steps]
    return next(found for found in tried if len(found[1]) == len(tried[-1][1]))


def _letter(
    text: LetterText,
    name: str,
    notes: Sequence[str],
    width: float,
    setting: Setting,
    step: Step,
    signature: float,
) -> tuple[Block, ...]:
    broken = _breaker(width, setting, step)
    subject = text.subject.replace("**", "")
    blocks = [Block(Role.SUBJECT, broken(f"**{subject}**"), 0, True, True)] if subject.strip() else []
    if text.salutation.strip():
        blocks.append(Block(Role.SALUTATION, broken(text.salutation), step.gap + 2, True, True))
    for paragraph in text.body:
        blocks += _paragraph(paragraph, width, setting, step)
    if text.close.strip():
        blocks.append(Block(Role.CLOSE, broken(text.close), step.gap, True, True))
    room = max(step.signature, signature + ROUND_SIGNATURE if signature else 0.0)
    if name:
        blocks.append(Block(Role.NAME, broken(name.replace("**", "")), room - step.leading, True, bool(notes)))
    for place, note in enumerate(notes):
        above = step.gap * (1.6 if not place else 0.2)
        blocks.append(Block(Role.NOTE, broken(note), above, True, place < len(notes) - 1))
    return tuple(blocks)


def _card(text: LetterText, width: float, setting: Setting, step: Step) -> tuple[Block, ...]:
    title = text.subject.replace("**", "")
    blocks = [Block(Role.SUBJECT, _breaker(width / CARD_TITLE, setting, step)(f"**{title}**"), 0, True, True)]
    for paragraph in text.body:
        first, _newline, rest = paragraph.strip().partition("\n")
        above = step.gap
        if _ALL_BOLD.fullmatch(first.strip()):
            heading = _breaker(width, setting, step)(first.strip())
            blocks.append(Block(Role.HEADING, heading, step.gap * 1.8, True, bool(rest)))
            paragraph, above = rest, 1.0
        for part in re.split(r"\n(?=\*\*[^*\n]+\*\*(?:\n|$))", paragraph):
            blocks += _paragraph(part, width, setting, step, above)
            above = step.gap * 0.5
    return tuple(blocks)


def _breaker(width: float, setting: Setting, step: Step, *, divides: bool = False) -> Callable[[str], tuple[Line, ...]]:
    measure, divide = setting.measure_at(step.size), setting.divide if divides else undivided
    return lambda words: break_lines(setting.keep(words), width, measure, divide)


def _paragraph(paragraph: str, width: float, setting: Setting, step: Step, above: float | None = None) -> list[Block]:
    """One paragraph: lines of text, or of a list whose marks stand at the left."""
    gap = step.gap if above is None else above
    if not paragraph.strip():
        return []
    rows = [row.strip() for row in paragraph.strip("\n").split("\n")]
    found = [_ITEM.fullmatch(row) for row in rows]
    indent = _INDENT
    if not any(found):
        found = [_FACT.fullmatch(row) for row in rows]
        measure = setting.measure_at(step.size)
        indent = max((measure(fact[1], False) for fact in found if fact), default=0) + _AFTER_LABEL
        if sum(fact is not None for fact in found) < 2 or indent > width * 0.4:
            lines = _breaker(width, setting, step, divides=True)(paragraph)
            return [Block(Role.BODY, lines, gap, is_whole="\n" in paragraph and len(lines) <= 6)]
    blocks: list[Block] = []
    for place, (row, item) in enumerate(zip(rows, found, strict=True)):
        over = gap if not place else step.gap * 0.25 if indent == _INDENT else 0.0
        if item is None:
            leads = place + 1 < len(rows) and found[place + 1] is not None
            lines = _breaker(width, setting, step, divides=True)(row)
            blocks.append(Block(Role.BODY, lines, over, with_next=leads))
        else:
            lines = _breaker(width - indent, setting, step, divides=True)(item[2])
            mark = item[1].replace("-", "–") if indent == _INDENT else item[1]
            blocks.append(Block(Role.ITEM, lines, over, marker=mark, indent=indent))
    return blocks
