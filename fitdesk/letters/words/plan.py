"""How much of what could be said fits a letter: sentences in paragraphs, the least needed left out first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from fitdesk.letters.checks.reading import count_words

NEVER = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """One or more sentences. ``drop``: the highest is left out first, NEVER not at all. ``fill`` above 0: said only
    when the letter would be too short, 1 before 2. Text that begins with a line break stands on its own line."""

    text: str
    drop: int = NEVER
    fill: int = 0


Paragraph = tuple[Piece, ...]


def fitted(paragraphs: Sequence[Paragraph], fewest: int, most: int) -> tuple[str, ...]:
    """The richest body of at most ``most`` words; one below ``fewest`` is filled up with what may be added."""
    out = left_out(paragraphs, most)
    body = _body(paragraphs, out, 0)
    for fill in (1, 2):
        if count_words(body) >= fewest:
            break
        fuller = _body(paragraphs, out, fill)
        body = fuller if count_words(fuller) <= most else body
    return body


def left_out(paragraphs: Sequence[Paragraph], most: int) -> frozenset[int]:
    """Each ``drop`` whose pieces must go for a body of at most ``most`` words: the highest first, as many as it takes,
    and of these not those for which there is room after all."""
    every = (piece for paragraph in paragraphs for piece in paragraph)
    levels = sorted({piece.drop for piece in every if piece.text.strip() and not piece.fill} - {NEVER}, reverse=True)
    out: set[int] = set()
    for level in levels:
        if count_words(_body(paragraphs, out, 0)) <= most:
            break
        out.add(level)
    for level in sorted(out):
        if count_words(_body(paragraphs, out - {level}, 0)) <= most:
            out.remove(level)
    return frozenset(out)


def _body(paragraphs: Sequence[Paragraph], out: Collection[int], fill: int) -> tuple[str, ...]:
    """What is said when all pieces whose ``drop`` is in ``out`` go."""
    said = ([p.text for p in one if p.text.strip() and p.drop not in out and p.fill <= fill] for one in paragraphs)
    return tuple(_joined(texts) for texts in said if texts)


def _joined(texts: Sequence[str]) -> str:
    whole = texts[0].lstrip("\n")
    for text in texts[1:]:
        whole += text if text.startswith("\n") else f" {text}"
    return whole
