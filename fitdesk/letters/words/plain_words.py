"""Small rules that hold in every language: a capital, a full stop, no invisible characters."""

from __future__ import annotations

import re
import unicodedata


def capital(text: str) -> str:
    """``text`` with a capital at its start."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """``text`` as a sentence: a capital at its start and one stop at its end; "" stays ""."""
    words = " ".join(text.split())
    if not words:
        return ""
    return capital(words) if re.search(r"[.!?…][”’»“\")]*$", words) else f"{capital(words)}."


def printable(text: str) -> str:
    """``text`` in composed form, without control characters and invisible format marks."""
    normal = unicodedata.normalize("NFC", text)
    if normal.replace("\n", "").isprintable():
        return normal
    return "".join(c for c in normal if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))
