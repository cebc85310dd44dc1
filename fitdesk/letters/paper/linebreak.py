"""Breaks a paragraph into lines, ragged right, so that the right edge stays even (least squared slack)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

NO_BREAK: Final = "\u00a0"

_ROUNDING: Final = 0.01
"""Points by which a line may seem too wide when sums are rounded."""

SOFT_HYPHEN: Final = "\u00ad"
"""Ends a line on which a word is divided: a hyphen is drawn there, and the word is copied whole."""

_LONGEST_LINE: Final = 500
"""Letters; no line holds more."""
_RAGGED: Final = 0.16
"""How much of the width a line may lack before words are divided."""
_DIVIDED: Final = 0.12
"""The share of the width whose square is the price of a divided word."""

Measure = Callable[[str, bool], float]
"""The width of a text, plain or bold, in points."""

Divide = Callable[[str], tuple[int, ...]]
"""The places at which a word may be divided: how many letters stay on the line."""


class Run(NamedTuple):
    """A piece of a line in one face."""

    text: str
    bold: bool = False


Line = tuple[Run, ...]
_Word = tuple[Run, ...]


def runs(text: str) -> tuple[Run, ...]:
    """``text`` with ``**bold**`` read; marks without a partner are printed as they stand."""
    parts = text.split("**")
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}**{parts[-1]}"]
    return tuple(Run(part, place % 2 == 1) for place, part in enumerate(parts) if part)


def undivided(_word: str) -> tuple[int, ...]:
    """Divides no word."""
    return ()


@lru_cache(maxsize=2048)
def break_lines(text: str, width: float, measure: Measure, divide: Divide = undivided) -> tuple[Line, ...]:
    """The lines of one paragraph: its own line breaks are kept, no line is wider than ``width`` points.

    Kept for the next drawing: after a keystroke only one paragraph of a preview has changed.
    """
    return tuple(line for piece in _pieces(runs(text)) for line in _break_piece(piece, width, measure, divide))


def _pieces(marked: Sequence[Run]) -> list[list[Run]]:
    """The runs of each line that the writer broke."""
    pieces: list[list[Run]] = [[]]
    for run in marked:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                pieces.append([])
            pieces[-1].append(Run(part, run.bold))
    return pieces


def _break_piece(piece: Sequence[Run], width: float, measure: Measure, divide: Divide) -> list[Line]:
    words = _words(piece)
    if not words:
        return [()]
    widths = [measure(w[0].text, w[0].bold) if len(w) == 1 else _wide(w, measure) for w in words]
    if max(widths) > width:
        words = [part for word in words for part in _fitting(word, width, measure)]
        widths = [_wide(word, measure) for word in words]
    space = measure(" ", False)
    starts = _best_starts(widths, space, width)
    ends = [*starts[1:], len(words)]
    lines = [words[first:last] for first, last in zip(starts, ends, strict=True)]
    slack = [width - sum(widths[a:b]) - space * (b - a - 1) for a, b in zip(starts, ends, strict=True)]
    if max(slack[:-1], default=0.0) > _RAGGED * width:
        lines = _divided(words, width, measure, divide, slack) or lines
    return [_joined(line) for line in lines]


def _divided(
    words: Sequence[_Word], width: float, measure: Measure, divide: Divide, slack: Sequence[float]
) -> list[list[_Word]] | None:
    """Lines with words divided, never on two lines in a row; None unless that is better than the lines of ``slack``."""
    boxes, begins = _boxes(words, divide)
    widths, hyphen, space = [_wide(box, measure) for box in boxes], measure("-", False), measure(" ", False)
    count, price = len(boxes), (_DIVIDED * width) ** 2
    costs, ends = [0.0] * (count + 1), [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        least, used = float("inf"), 0.0
        for end in range(start + 1, count + 1):
            used += widths[end - 1] + (space if begins[end - 1] and end > start + 1 else 0.0)
            if used > width + _ROUNDING and end > start + 1:
                break
            mid = end < count and not begins[end]
            if mid and (not begins[start] or used + hyphen > width):
                continue
            cost = costs[end] + price * (1 + mid) + _cost(width - used - hyphen * mid, width, is_last=end == count)
            if cost < least:
                least, ends[start] = cost, end
        costs[start] = least
    now = sum(price + _cost(one, width, is_last=False) for one in slack[:-1]) + price
    if costs[0] >= now + _cost(slack[-1], width, is_last=True):
        return None
    return _lines_of(boxes, begins, ends)


def _boxes(words: Sequence[_Word], divide: Divide) -> tuple[list[_Word], list[bool]]:
    """The parts of the words that a line may end with, and whether each begins a word."""
    boxes: list[_Word] = []
    begins: list[bool] = []
    for word in words:
        places = divide(word[0].text) if len(word) == 1 and not word[0].bold else ()
        for first, last in pairwise((0, *places, len(word[0].text))) if places else ():
            boxes.append((Run(word[0].text[first:last]),))
            begins.append(first == 0)
        if not places:
            boxes.append(word)
            begins.append(True)
    return boxes, begins


def _lines_of(boxes: Sequence[_Word], begins: Sequence[bool], ends: Sequence[int]) -> list[list[_Word]]:
    lines: list[list[_Word]] = []
    place = 0
    while place < len(boxes):
        line: list[_Word] = []
        for number in range(place, ends[place]):
            if line and not begins[number]:
                line[-1] = (Run(line[-1][0].text + boxes[number][0].text),)
            else:
                line.append(boxes[number])
        place = ends[place]
        if place < len(boxes) and not begins[place]:
            line[-1] = (Run(line[-1][0].text + SOFT_HYPHEN),)
        lines.append(line)
    return lines


def _cost(slack: float, width: float, *, is_last: bool) -> float:
    return _stub(width - slack, width) if is_last else slack * slack


def _wide(word: _Word, measure: Measure) -> float:
    return sum(measure(run.text, run.bold) for run in word)


def _words(pieces: Sequence[Run]) -> list[_Word]:
    words: list[list[Run]] = [[]]
    for run in pieces:
        first, *others = run.text.replace("\t", " ").split(" ")
        if first:
            words[-1].append(Run(first, run.bold))
        words += ([Run(part, run.bold)] if part else [] for part in others)
    return [tuple(word) for word in words if word]


def _fitting(word: _Word, width: float, measure: Measure) -> list[_Word]:
    """The word, or pieces of it when it is wider than a line (never cut off, never over the edge)."""
    if _wide(word, measure) <= width:
        return [word]
    pieces: list[_Word] = []
    for run in word:
        rest = run.text
        while rest:
            length = _most_letters(rest[:_LONGEST_LINE], run.bold, width, measure)
            if length < len(rest):
                seam = max((rest.rfind(mark, 0, length) for mark in "@./-·"), default=-1) + 1
                length = seam if seam > length // 2 else length
            pieces.append((Run(rest[:length], run.bold),))
            rest = rest[length:]
    return pieces


def _most_letters(text: str, bold: bool, width: float, measure: Measure) -> int:
    """How many letters of ``text`` fit a line; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle], bold) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _best_starts(widths: Sequence[float], space: float, width: float) -> list[int]:
    """Where each line begins: as few lines as can be, then the least sum of squared slack but for the last line."""
    count = len(widths)
    if sum(widths) + space * (count - 1) <= width + _ROUNDING:
        return [0]
    lines, costs, ends = [0] * (count + 1), [0.0] * (count + 1), [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        fewest, least, used = count + 2, 0.0, -space
        for end in range(start + 1, count + 1):
            used += widths[end - 1] + space
            if used > width + _ROUNDING and end > start + 1:
                break
            number = lines[end] + 1
            if number > fewest:
                continue
            cost = costs[end] + ((width - used) ** 2 if end < count else _stub(used, width))
            if number < fewest or cost < least:
                fewest, least, ends[start] = number, cost, end
        lines[start], costs[start] = fewest, least
    starts, place = [], 0
    while place < count:
        starts.append(place)
        place = ends[place]
    return starts


def _stub(used: float, width: float) -> float:
    """What a very short last line costs."""
    return (0.25 * width) ** 2 if used < 0.08 * width else 0.0


def _joined(words: Sequence[_Word]) -> Line:
    """One line in as few runs as can be; a space before bold belongs to what stands before it."""
    if all(len(word) == 1 and not word[0].bold for word in words):
        return (Run(" ".join(word[0].text for word in words)),)
    line: list[Run] = []
    for place, word in enumerate(words):
        for first, run in enumerate(word):
            gap = " " if place and not first else ""
            if line and line[-1].bold == run.bold:
                line[-1] = Run(f"{line[-1].text}{gap}{run.text}", run.bold)
            elif gap and run.bold:
                line[-1] = Run(f"{line[-1].text}{gap}", line[-1].bold)
                line.append(run)
            else:
                line.append(Run(f"{gap}{run.text}", run.bold))
    return tuple(line)
