"""Breaks a paragraph into lines, ragged right, so that the right edge stays even (least squared slack)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

NO_BREAK: Final = "\u00a0"

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_TITLES: Final = ("Dr", "Mr", "Ms", "Mrs", "Mx", "Miss", "Professor", "Dr.", "Mr.", "Ms.", "Mrs.")
_UNITS: Final = ("people", "minutes", "hours", "weeks", "days", "times", "EUR", "GBP", "USD", "CHF")


def _after(*words: str) -> str:
    """A pattern for a place right after one of ``words`` and a space."""
    return "(?:" + "|".join(rf"(?<=\b{re.escape(word)} )" for word in words) + ")"


_KEEP: Final = re.compile(
    " (?:(?=–)"
    rf"|(?<=\d )(?=(?:{'|'.join((*_MONTHS, *_UNITS))})\b|to \d|%)"
    rf"|{_after('I')}(?=\w)|{_after('to', *_MONTHS)}(?=\d)|(?<=\b[A-Z]{{3}} )(?=\d)|{_after(*_TITLES)}(?=[A-ZÀ-Þ]))"
)
"""The spaces at which a line must not end."""
_PHONE: Final = re.compile(r"\+\d[\d ()/.-]{5,}\d")

_ROUNDING: Final = 0.01
"""Points by which a line may seem too wide when sums are rounded."""

Measure = Callable[[str, bool], float]
"""The width of a text, plain or bold, in points."""


class Run(NamedTuple):
    """A piece of a line in one face."""

    text: str
    bold: bool = False


Line = tuple[Run, ...]
_Word = tuple[Run, ...]


def keep_together(text: str) -> str:
    """``text`` with no-break spaces inside dates, numbers with their units, titles with names, and phone numbers."""
    text = _KEEP.sub(NO_BREAK, text)
    return _PHONE.sub(lambda found: found.group().replace(" ", NO_BREAK), text)


def runs(text: str) -> tuple[Run, ...]:
    """``text`` with ``**bold**`` read; marks without a partner are printed as they stand."""
    parts = text.split("**")
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}**{parts[-1]}"]
    return tuple(Run(part, place % 2 == 1) for place, part in enumerate(parts) if part)


@lru_cache(maxsize=1024)
def break_lines(text: str, width: float, measure: Measure) -> tuple[Line, ...]:
    """The lines of one paragraph: its own line breaks are kept, no line is wider than ``width`` points.

    Kept for the next drawing: after a keystroke only one paragraph of a preview has changed.
    """
    return tuple(line for piece in _pieces(runs(text)) for line in _break_piece(piece, width, measure))


def _pieces(marked: Sequence[Run]) -> list[list[Run]]:
    """The runs of each line that the writer broke."""
    pieces: list[list[Run]] = [[]]
    for run in marked:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                pieces.append([])
            pieces[-1].append(Run(part, run.bold))
    return pieces


def _break_piece(piece: Sequence[Run], width: float, measure: Measure) -> list[Line]:
    words = _words(piece)
    if not words:
        return [()]
    widths = [measure(w[0].text, w[0].bold) if len(w) == 1 else _wide(w, measure) for w in words]
    if max(widths) > width:
        words = [part for word in words for part in _fitting(word, width, measure)]
        widths = [_wide(word, measure) for word in words]
    starts = _best_starts(widths, measure(" ", False), width)
    return [_joined(words[first:last]) for first, last in zip(starts, [*starts[1:], len(words)], strict=True)]


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
            length = next((n for n in range(len(rest), 1, -1) if measure(rest[:n], run.bold) <= width), 1)
            if length < len(rest):
                seam = max((rest.rfind(mark, 0, length) for mark in "@./-·"), default=-1) + 1
                length = seam if seam > length // 2 else length
            pieces.append((Run(rest[:length], run.bold),))
            rest = rest[length:]
    return pieces


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
