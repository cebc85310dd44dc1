"""How much of a goal a letter says, whatever the language: all of it, its first sentence, or its first clause."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 34
"""Words of a goal that are quoted; a longer one is quoted up to the end of a clause."""

LONGEST_WOVEN: Final = 26
"""Words of a goal that is woven into a sentence."""

LONGEST_HEADLINE: Final = 18
"""Words of a peer's headline that is said in a letter."""


def shortened(text: str) -> tuple[str, bool]:
    """``text`` up to the end of a sentence or a clause when it is long, and whether it was cut within a sentence."""
    if len(text.split()) <= LONGEST:
        return text, False
    first = re.match(r".+?[.!?](?=\s)", text)
    if first and 4 <= len(first.group().split()) <= LONGEST:
        return first.group(), False
    head = " ".join(text.split()[:LONGEST])
    clause = re.match(r"(.+)[,;–:]\s", head)
    whole = clause.group(1) if clause and len(clause.group(1).split()) >= LONGEST // 2 else head
    return f"{whole.rstrip(' ,;:')} …", True
