"""How a text reads: words, sentences, syllables, reading ease; and a letter taken apart for checking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

EMAIL: Final = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
"""An e-mail address; bounded, so that a word without end is read in good time."""

_CONTACT: Final = re.compile(rf"{EMAIL.pattern}|\+\d[\d ()/.-]{{5,30}}\d|\bwww\.\S+|\bhttps?://\S+")
_ABBREVIATION: Final = re.compile(
    r"\b(Dr|Prof|Mr|Mrs|Ms|Mx|St|Inc|Ltd|Co|Corp|Jr|Sr|vs|etc|e\.g|i\.e|approx|No|Asst|[A-Z])\.(?=\s)"
)
_WORD: Final = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")


def unmarked(paragraph: str) -> str:
    """The paragraph without bold marks, no-break spaces as spaces."""
    return paragraph.replace("**", "").replace("\u00a0", " ").replace("\u202f", " ")


def is_contact_line(line: str) -> bool:
    """Whether a line only says how to reach somebody."""
    rest = _CONTACT.sub("", line)
    return bool(_CONTACT.search(line)) and len(_WORD.findall(rest)) <= 3


def prose(paragraph: str) -> str:
    """The running text of a paragraph on one line, without phone numbers, e-mail addresses and contact lines."""
    lines = [_CONTACT.sub("", line) for line in unmarked(paragraph).splitlines() if not is_contact_line(line)]
    return " ".join(" ".join(lines).split())


def words_of(text: str) -> list[str]:
    """The words of ``text``; "twenty-five" and "7,500" are one each."""
    return _WORD.findall(text)


def count_words(body: Sequence[str]) -> int:
    """Words of running text in the paragraphs, contact lines left out."""
    return sum(len(words_of(prose(paragraph))) for paragraph in body)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph's running text; abbreviations such as "Dr." do not end one."""
    guarded = _ABBREVIATION.sub(lambda found: found.group().replace(".", "\u0001"), text)
    parts = re.split(r"(?<=[.!?…:])[”’\")]*\s+(?=[“‘(\"]?[A-Z0-9À-Þ])", guarded)
    return [part.replace("\u0001", ".").strip() for part in parts if _WORD.search(part)]


def syllables(word: str) -> int:
    """Syllables of an English word, by its vowels; a figure counts as two."""
    plain = re.sub(r"[^a-zà-ÿ]", "", word.casefold())
    if not plain:
        return 2
    groups = len(re.findall(r"[aeiouyà-ÿ]+", plain))
    if re.search(r"(?<![aeiouyl])e$|(?<![td])ed$|(?<=[^aeiouy])es$", plain) and groups > 1:
        groups -= 0 if re.search(r"(ses|zes|ches|shes|xes|ges|ces|les)$", plain) else 1
    return max(groups, 1)


def reading_ease(body: Sequence[str]) -> float | None:
    """Flesch's reading ease of the running text, 206.835 − 1.015 ASL − 84.6 ASW; None without words.

    Names count as words of two syllables: they say nothing about how hard a text is to read.
    """
    said = [sentence for paragraph in body for sentence in sentences(prose(paragraph))]
    words = [(word, place) for sentence in said for place, word in enumerate(words_of(sentence))]
    if not words:
        return None
    total = sum(min(syllables(word), 2) if place and word[:1].isupper() else syllables(word) for word, place in words)
    return 206.835 - 1.015 * len(words) / len(said) - 84.6 * total / len(words)


def mean_sentence(body: Sequence[str]) -> float:
    """Words per sentence over the running text; 0 without any."""
    said = [sentence for paragraph in body for sentence in sentences(prose(paragraph))]
    return sum(len(words_of(sentence)) for sentence in said) / len(said) if said else 0.0
