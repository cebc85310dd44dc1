"""The readable text of a request as the owner sees it: clean lines of bearable length, and not too many of them."""

from __future__ import annotations

import re

LONGEST_TEXT = 60_000
LONGEST_LINE = 2_000
"""Characters; a line of 500 kB takes Qt 32 s."""

# C0 and C1 controls, zero-width marks, and the direction marks that make text look like other text.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def clean(text: str) -> str:
    """``text`` without control characters and no-break spaces, at most two empty lines in a row, lines wrapped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _UNSEEN.sub("", re.sub(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]", " ", text))
    lines = [piece for line in text.split("\n") for piece in _wrapped(line.rstrip())]
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines)).strip("\n")


def cut(text: str) -> tuple[str, bool]:
    """At most LONGEST_TEXT characters of ``text``, and whether anything was cut."""
    if len(text) <= LONGEST_TEXT:
        return text, False
    end = text.rfind("\n", LONGEST_TEXT - LONGEST_LINE, LONGEST_TEXT)
    return text[: end if end > 0 else LONGEST_TEXT], True


def _wrapped(line: str) -> list[str]:
    pieces = []
    while len(line) > LONGEST_LINE:
        space = line.rfind(" ", LONGEST_LINE // 2, LONGEST_LINE)
        end = space if space > 0 else LONGEST_LINE
        pieces.append(line[:end])
        line = line[end:].lstrip(" ")
    return [*pieces, line]
