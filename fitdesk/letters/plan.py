"""How much of what could be said fits a letter: sentences in paragraphs, the least needed left out first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fitdesk.letters.reading import count_words

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
    levels = sorted({piece.drop for paragraph in paragraphs for piece in paragraph} - {NEVER}, reverse=True)
    kept, body = 1_000_000, _body(paragraphs, 1_000_000, 0)
    for level in levels:
        if count_words(body) <= most:
            break
        kept, body = level, _body(paragraphs, level, 0)
    for fill in (1, 2):
        if count_words(body) >= fewest:
            break
        fuller = _body(paragraphs, kept, fill)
        body = fuller if count_words(fuller) <= most else body
    return body


def _body(paragraphs: Sequence[Paragraph], below: int, fill: int) -> tuple[str, ...]:
    """What is left when all pieces of ``drop`` at or over ``below`` go."""
    said = ([p.text for p in one if p.text.strip() and p.drop < below and p.fill <= fill] for one in paragraphs)
    return tuple(_joined(texts) for texts in said if texts)


def _joined(texts: Sequence[str]) -> str:
    whole = texts[0].lstrip("\n")
    for text in texts[1:]:
        whole += text if text.startswith("\n") else f" {text}"
    return whole
