"""The client's goal in a Dutch letter: woven into a sentence where grammar surely allows it, else quoted."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 34
"""Words of a goal that are quoted; a longer one is quoted up to the end of a clause."""

LONGEST_WOVEN: Final = 26

_PERSONS: Final = re.compile(
    r"\b(ik|mij|me|mijn|wij|we|ons|onszelf|u|uw|jij|je|jou|jouw|jullie|I|we|our|us)\b", re.IGNORECASE
)
"""Words that would change their person in the letter, and with them their verbs; only "onze" is safe to turn."""


def woven(text: str, yours: str) -> str:
    """A goal that is a clause with "dat", as it goes on after "u wilt": "dat uw managers …"; "" for any other."""
    bare = text.rstrip(".! ")
    if re.search(r"[.!?;:“”‘’\"()\n*]", bare) or len(bare.split()) > LONGEST_WOVEN:
        return ""
    if not re.match(r"dat\s+\w+", bare, re.IGNORECASE) or _PERSONS.search(bare):
        return ""
    words = re.sub(r"\bonze\b", yours, bare)
    return words[0].lower() + words[1:]


def shortened(text: str) -> tuple[str, bool]:
    """``text`` of no more than LONGEST words, and whether something was cut off within a sentence."""
    if len(text.split()) <= LONGEST:
        return text, False
    first = re.match(r".+?[.!?](?=\s)", text)
    if first and 4 <= len(first.group().split()) <= LONGEST:
        return first.group(), False
    head = " ".join(text.split()[:LONGEST])
    clause = re.match(r"(.+)[,;–:]\s", head)
    whole = clause.group(1) if clause and len(clause.group(1).split()) >= LONGEST // 2 else head
    return f"{whole.rstrip(' ,;:')} …", True
