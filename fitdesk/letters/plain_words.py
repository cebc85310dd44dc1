"""Small rules of English: lists, articles, numbers in words, mid-sentence capitals, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_COUNTED: Final = "no one two three four five six seven eight nine ten eleven twelve"
_NUMBERS: Final = tuple(_COUNTED.split())
_ALWAYS_CAPITAL: Final = """
    european african asian american british english german french spanish dutch italian swiss austrian welsh scottish
    irish indian chinese japanese brexit christian jewish muslim olympic
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december
"""
_PROPER: Final = frozenset(_ALWAYS_CAPITAL.split())


def join(words: Sequence[str], last: str = "and") -> str:
    """A list as one says it: "a", "a and b", "a, b and c"."""
    items = [word for word in words if word]
    if len(items) < 2:
        return items[0] if items else ""
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def in_words(number: int) -> str:
    """Small numbers in words, the rest in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def with_article(noun: str) -> str:
    """``noun`` with "a" or "an", by its sound as far as spelling shows it."""
    word = noun.split()[0].casefold() if noun.split() else ""
    is_letter_name = re.match(r"[AEFHILMNORSX](?![a-z])[A-Z0-9-]*\b", noun) is not None
    like_a = re.match(r"(uni|use|usu|eu|one|once)", word) is not None
    like_an = re.match(r"(hour|honest|honou?r|heir|8|11\b|18\b)", word) is not None
    vowel = word[:1] in "aeiou" and not like_a
    return f"{'an' if is_letter_name or like_an or vowel else 'a'} {noun}"


def mid_sentence(phrase: str) -> str:
    """``phrase`` as it stands inside a sentence: a mere capital at its start is lowered, names and acronyms stay."""
    word = phrase.split()[0] if phrase.split() else ""
    if not word[:1].isupper() or word[1:] != word[1:].lower() or any(letter.isdigit() for letter in word):
        return phrase
    bare = re.sub(r"(?:[’']s)?\W*$", "", word)
    if len(bare) < 2 or bare.casefold() in _PROPER:
        return phrase
    return phrase[0].lower() + phrase[1:]


def capital(text: str) -> str:
    """``text`` with a capital at its start."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """``text`` as a sentence: a capital at its start and one stop at its end; "" stays ""."""
    words = " ".join(text.split())
    if not words:
        return ""
    return capital(words) if re.search(r"[.!?…][”’\")]*$", words) else f"{capital(words)}."


def tidy(text: str) -> str:
    """Straight marks made typographic: quotation marks, apostrophes, dashes between words, three dots."""
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=\w)'(?=[\s.,;:!?)]|$)", "’", text)
    text = re.sub(r"(^|[\s(\[–—])\"", r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[–—“])'", r"\1‘", text).replace("'", "’")
    text = re.sub(r"(?<=\S) (?:--?|—) (?=\S)", " – ", text)
    return text.replace("...", "…")


def printable(text: str) -> str:
    """``text`` in composed form, without control characters and invisible format marks."""
    normal = unicodedata.normalize("NFC", text)
    if normal.replace("\n", "").isprintable():
        return normal
    return "".join(c for c in normal if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))
