"""How a text reads in each language: words, sentences, syllables, reading ease."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from fitdesk.letters.checks.heard import heard_in
from fitdesk.letters.checks.syllables import syllables

__all__ = [
    "EMAIL",
    "count_words",
    "is_contact_line",
    "mean_sentence",
    "prose",
    "reading_ease",
    "sentence_spans",
    "sentences",
    "syllables",
    "unmarked",
    "words_of",
]

EMAIL: Final = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
"""An e-mail address; bounded, so that a word without end is read in good time."""

CONTACT: Final = re.compile(rf"{EMAIL.pattern}|\+\d[\d ()/.-]{{5,30}}\d|\bwww\.\S+|\bhttps?://\S+")
"""What a line says about how to reach somebody."""

_WORD: Final = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
_OPENING: Final = r"(?:[“„«‘‹(\"¿¡–] ?){0,2}"
_CLOSING: Final = r"(?: ?[”“»’›\")]){0,2}"
_END: Final = re.compile(rf"[.!?…:]{_CLOSING}\s+(?={_OPENING}[A-Z0-9À-ÖØ-Þ])")
_GUARD: Final = "\ue001"

EASE: Final = {
    "en": (206.835, 1.015, 84.6),
    "de": (180.0, 1.0, 58.5),
    "fr": (207.0, 1.015, 73.6),
    "es": (206.84, 1.02, 60.0),
    "nl": (206.835, 0.93, 77.0),
}
"""Base, factor of the words per sentence, factor of the syllables per word: Flesch, Amstad, Kandel and Moles,
Fernández Huerta, Douma."""


def unmarked(paragraph: str) -> str:
    """The paragraph without bold marks, no-break spaces as spaces."""
    return paragraph.replace("**", "").replace("\u00a0", " ").replace("\u202f", " ")


def is_contact_line(line: str) -> bool:
    """Whether a line only says how to reach somebody."""
    rest = CONTACT.sub("", line)
    return bool(CONTACT.search(line)) and len(_WORD.findall(rest)) <= 3


def prose(paragraph: str) -> str:
    """The running text of a paragraph on one line, without phone numbers, e-mail addresses and contact lines."""
    lines = [CONTACT.sub("", line) for line in unmarked(paragraph).splitlines() if not is_contact_line(line)]
    return " ".join(" ".join(lines).split())


def words_of(text: str) -> list[str]:
    """The words of ``text``; "twenty-five" and "7,500" are one each."""
    return _WORD.findall(text)


def count_words(body: Sequence[str]) -> int:
    """Words of running text in the paragraphs, contact lines left out."""
    return sum(map(_count, body))


@lru_cache(maxsize=512)
def _count(paragraph: str) -> int:
    return len(words_of(prose(paragraph)))


def sentence_spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of one line of running text; abbreviations and "12. Juni" do not end one."""
    guarded = _stops(language).sub(lambda found: found.group().replace(".", _GUARD), text)
    start = 0
    for found in _END.finditer(guarded):
        if _WORD.search(text, start, found.end()):
            yield start, len(text[: found.end()].rstrip())
        start = found.end()
    if _WORD.search(text, start):
        yield start, len(text.rstrip())


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of one paragraph's running text."""
    return [text[start:end] for start, end in sentence_spans(text, language)]


@cache
def _stops(language: str) -> re.Pattern[str]:
    """Stops that do not end a sentence: those of abbreviations, initials, and days before a month."""
    heard = heard_in(language)
    short = "|".join(re.escape(one).replace(r"\ ", " ?") for one in sorted(heard.abbreviations, key=len, reverse=True))
    joins = "|".join(re.escape(name) for name in (*heard.months, *heard.joins))
    return re.compile(rf"(?<!\w)(?:{short}|[A-Z]\.)(?=\s)|\b\d{{1,2}}\.(?= (?:{joins})\b)")


@lru_cache(maxsize=512)
def _running(paragraph: str, language: str) -> tuple[tuple[int, int], ...]:
    """(words, syllables) of each sentence of a paragraph; a line of a list is none."""
    lines = [line for line in unmarked(paragraph).splitlines() if not is_contact_line(line)]
    found = []
    for line in lines:
        plain = " ".join(CONTACT.sub("", line).split())
        if len(lines) == 1 or re.search(r"[.!?…][”“»’›\")]{0,3}$", plain):
            found += [words_of(sentence) for sentence in sentences(plain, language)]
    return tuple(
        (len(words), sum(_weight(word, place, language) for place, word in enumerate(words)))
        for words in found
        if words
    )


def reading_ease(body: Sequence[str], language: str = "en") -> float | None:
    """Flesch's reading ease of the running text by the formula of its language; None without words.

    Names count as words of at most two syllables: they say nothing about how hard a text is to read. In German every
    noun has a capital, so there they count in full.
    """
    said = [sentence for paragraph in body for sentence in _running(paragraph, language)]
    count, total = sum(words for words, _heavy in said), sum(heavy for _words, heavy in said)
    if not count:
        return None
    base, by_sentence, by_word = EASE[language]
    return base - by_sentence * count / len(said) - by_word * total / count


def _weight(word: str, place: int, language: str) -> int:
    found = syllables(word, language)
    return min(found, 2) if place and word[:1].isupper() and language != "de" else found


def mean_sentence(body: Sequence[str], language: str = "en") -> float:
    """Words per sentence over the running text; 0 without any."""
    said = [sentence for paragraph in body for sentence in _running(paragraph, language)]
    return sum(words for words, _syllables in said) / len(said) if said else 0.0
