"""The owner's note on how a peer differs, as a Spanish sentence: "Más directa que yo" is "Es más directa que yo"."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.domain.peer import Peer

_COMPARES: Final = re.compile(r"(?:(?:mucho|bastante|algo|un poco) )?(?:más|menos) [^,.;]+? que\b", re.IGNORECASE)
_IS_A_NOTE: Final = re.compile(
    r"(?:un|una|unos|unas|sin|con|muy|mucho|mucha|poco|poca|nada|gran|buen|buena|siempre (?:con|sin|a|de|en))\b",
    re.IGNORECASE,
)
"""How a note begins that is no sentence. A Spanish verb needs no subject: "Trabaja sin diapositivas" is one."""


def trait(peer: Peer, note: str) -> str:
    """``note`` as a sentence: a comparison gets its verb, and what has none stands behind a lead-in."""
    words = note if note[1:2].isupper() else f"{note[:1].lower()}{note[1:]}"
    if _COMPARES.match(note):
        return f"Es {words}"
    if not _IS_A_NOTE.match(note):
        return note
    name = " ".join(peer.name.replace("*", "").split())
    whom = {"she": "la distingue", "he": "lo distingue"}.get(
        peer.pronoun_subject.casefold().strip(), f"distingue a {name}"
    )
    return f"Lo que {whom}: {words}"
