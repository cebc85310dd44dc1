"""Searching the few hundred records of a page while typing: every word somewhere, accents and case aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """``text`` in lower case and without accents."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def has_words(search: str, texts: Iterable[str]) -> bool:
    """Whether each word of ``search`` begins a word of ``texts``, or stands inside one when it has three letters."""
    wanted = plain(search).split()
    if not wanted:
        return True
    whole = " " + " ".join(plain(text) for text in texts)
    return all((word in whole) if len(word) >= _INSIDE else (" " + word in whole) for word in wanted)


_INSIDE = 3
"""Letters from which a word is also found in the middle of another."""
