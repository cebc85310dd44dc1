"""Small rules of English: articles, mid-sentence capitals, quotation marks and dashes."""

from __future__ import annotations

import re
from typing import Final

_ALWAYS_CAPITAL: Final = """
    european african asian american british english german french spanish dutch italian swiss austrian welsh scottish
    irish indian chinese japanese brexit christian jewish muslim olympic
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december
"""
_PROPER: Final = frozenset(_ALWAYS_CAPITAL.split())


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


def tidy(text: str) -> str:
    """Straight marks made typographic: quotation marks, apostrophes, dashes between words, three dots."""
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=\w)'(?=[\s.,;:!?)]|$)", "’", text)
    text = re.sub(r"(^|[\s(\[–—])\"", r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[–—“])'", r"\1‘", text).replace("'", "’")
    text = re.sub(r"(?<=\S) (?:--?|—) (?=\S)", " – ", text)
    return text.replace("...", "…")
