"""The client's goal in a Dutch letter: woven into a sentence where grammar surely allows it, else quoted."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.letters.languages.long_goal import LONGEST_WOVEN

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
