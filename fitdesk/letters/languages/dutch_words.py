"""Small rules of Dutch: mid-sentence capitals, apostrophes and quotation marks, names that own something."""

from __future__ import annotations

import re
from typing import Final

_ALWAYS_CAPITAL: Final = """
    nederland nederlands nederlandse nederlander nederlanders vlaams vlaamse vlaanderen belgisch belgische
    europa europees europese engels engelse duits duitse frans franse spaans spaanse italiaans italiaanse
    amerikaans amerikaanse brits britse zwitsers zwitserse oostenrijks oostenrijkse aziatisch aziatische
    afrikaans afrikaanse chinees chinese indiaas indiase japans japanse scandinavisch scandinavische brexit
    olympisch kerstmis pasen
"""
_PROPER: Final = frozenset(_ALWAYS_CAPITAL.split())
_SIBILANT: Final = re.compile(r"(?:s|x|z|ce|sh|ch)$", re.IGNORECASE)
_OPEN_VOWEL: Final = re.compile(r"(?:(?<!a)a|(?<!o)o|(?<![aeou])i|(?<![aeo])u|(?<![aeiou])y)$", re.IGNORECASE)
"""An end that would be read short with a bare s: Maria's, Otto's, Romy's; but Camilles, Miekes, Lous."""


def mid_sentence(phrase: str) -> str:
    """``phrase`` as it stands inside a sentence: a mere capital at its start is lowered, names and acronyms stay."""
    word = phrase.split()[0] if phrase.split() else ""
    if word in ("U", "Uw"):
        return phrase[0].lower() + phrase[1:]
    if re.match(r"IJ[a-zà-ÿ]+$", word):
        return f"ij{phrase[2:]}"
    if not word[:1].isupper() or word[1:] != word[1:].lower() or any(letter.isdigit() for letter in word):
        return phrase
    bare = re.sub(r"(?:[’']s)?\W*$", "", word)
    if len(bare) < 2 or bare.casefold() in _PROPER:
        return phrase
    return phrase[0].lower() + phrase[1:]


def tidy(text: str) -> str:
    """Straight marks made typographic: quotation marks, apostrophes (’s avonds, foto’s), dashes, three dots."""
    text = re.sub(r"(^|[\s(\[–—“])'(?=(?:[stnkm]|er|ns)\b)", r"\1’", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=\w)'(?=[\s.,;:!?)]|$)", "’", text)
    text = re.sub(r"(^|[\s(\[–—])\"", r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[–—“])'", r"\1‘", text).replace("'", "’")
    text = re.sub(r"(?<=\S) (?:--?|—) (?=\S)", " – ", text)
    return text.replace("...", "…")


def owning(name: str) -> str:
    """``name`` before what is its own: "Camilles", "Maria’s", "Alex’"."""
    if _SIBILANT.search(name):
        return f"{name}’"
    return f"{name}’s" if _OPEN_VOWEL.search(name) else f"{name}s"
