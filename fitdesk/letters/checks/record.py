"""Check 2: names in the letter read back equal to the record; what is almost one is a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import Final

from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Repair, Severity
from fitdesk.letters.checks.read_letter import Found, ReadLetter, Same, found
from fitdesk.letters.facts import place_of
from fitdesk.letters.names import take_apart
from fitdesk.letters.phrases.book import load_book

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ALIKE: Final = 84
"""Likeness of a slip, out of 100: "Leadership Sumit" beside "Leadership Summit"."""
_SHORTEST: Final = 5
"""Letters of a name from which one wrong letter is a slip and not another word."""

_Slip = tuple[int, str, str]
"""Where it begins, what is written, the name it almost is."""


def check_names(letter: ReadLetter) -> Iterator[Found]:
    """2: a name that is almost one of the record is a slip; a possessive, or another recorded name, is none."""
    for where in letter.parts:
        text = where.heard.plain.text
        for start, slip, meant in _slips_in(text, Same(letter.facts), letter.code):
            if letter.is_recorded(slip):
                continue
            said = _("The letter says “{slip}”; the record says “{name}”. Correct one of them.")
            span = where.heard.plain.span(start, min(start + len(slip), len(text)))
            said = said.replace("{slip}", slip).replace("{name}", meant)
            yield found(2, Severity.BLOCKS, said, where, span, partial(_corrected, letter, slip, meant))


def _corrected(letter: ReadLetter, slip: str, meant: str) -> Repair:
    """The name put right wherever the slip stands: half of it would make two people of one."""
    pattern = re.compile(rf"(?<!\w){re.escape(slip)}(?!\w)".replace("'", "['’]").replace(r"\ ", r"[\s*]+"))
    text = letter.text
    right = replace(
        text,
        subject=pattern.sub(lambda _hit: meant, text.subject),
        body=tuple(pattern.sub(lambda _hit: meant, paragraph) for paragraph in text.body),
    )
    return Repair(_("Write “{new}”").replace("{new}", meant), right)


@lru_cache(maxsize=512)
def _slips_in(text: str, same: Same, language: str) -> tuple[_Slip, ...]:
    """Every slip in one part of a letter; parts that did not change are not read again."""
    names, known, right = _names(same)
    blank = right.sub(lambda hit: "0" * len(hit.group()), text)
    written = [(hit.start(), _bare(hit.group())) for hit in _WORD.finditer(blank)]
    slips = {one for name in names for one in _slips(name, written, known, language)}
    kept: list[_Slip] = []
    for slip in sorted(slips, key=lambda one: (one[0], -len(one[1]), one[2])):
        if not kept or slip[0] + len(slip[1]) > kept[-1][0] + len(kept[-1][1]):  # not a part of a longer one
            kept.append(slip)
    return tuple(kept)


@lru_cache(maxsize=16)
def _names(same: Same) -> tuple[tuple[str, ...], frozenset[str], re.Pattern[str]]:
    """Every name on record, the words they are made of in small letters, and a pattern for the names as they are."""
    facts = same.facts
    inquiry, addressee = facts.inquiry, facts.particulars.addressee
    people = [inquiry.contact.name or "", facts.owner.name, *(ranked.peer.name for ranked in facts.peers)]
    people += [addressee.name] if addressee else []
    listed: list[str | None] = [take_apart(name).full for name in people if name.strip()]
    listed += [inquiry.contact.organization, inquiry.event.name, inquiry.event.place.city]
    listed += [place_of(ranked).city for ranked in facts.peers]
    listed += [addressee.home.city, addressee.address.city] if addressee else []
    plain = [" ".join(_WORD.findall(name.replace("’", "'"))) for name in listed if name]
    names = tuple(dict.fromkeys(name for name in plain if name))
    known = frozenset(word.casefold() for name in names for word in _WORD.findall(name))
    right = "|".join(r"\W+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return names, known, re.compile(right or r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=16)
def recorded_words(same: Same) -> frozenset[str]:
    """The words, in small letters, of every name on record, of the subjects and of the venue."""
    event = same.facts.inquiry.event
    also = [*event.topics, event.venue or "", *(same.facts.confidential)]
    also += [topic.name for ranked in same.facts.peers for topic in ranked.offering.topics]
    return _names(same)[1] | {word.casefold() for words in also for word in _WORD.findall(words)}


@cache
def _common(language: str) -> frozenset[str]:
    """The words of the phrase book in small letters: "Andere" does not mean Anders, nor "Atelier" Ateliers Hénaff."""
    book = load_book(language)
    said = [variant for variants in book.blocks.values() for variant in variants]
    said += [words for parts in book.formats.values() for words in parts.values()]
    return frozenset(word.casefold() for variant in (*said, *book.terms.values()) for word in _WORD.findall(variant))


def _slips(name: str, written: list[tuple[int, str]], known: frozenset[str], language: str) -> Iterator[_Slip]:
    """Stretches of ``written`` that are almost ``name``: each of its words, and the whole of it."""
    parts = name.split()
    if not any(word[:1].isupper() for word in parts):
        return  # "our team day" is a description, which every letter says in its own way
    for part in parts:
        yield from _slips_of_word(part, written, known, language)
    if len(parts) > 1:
        yield from _slips_of_whole(name, written, known)


def _slips_of_word(part: str, written: list[tuple[int, str]], known: frozenset[str], language: str) -> Iterator[_Slip]:
    from rapidfuzz.distance import OSA  # costs 30 ms: not before the first check

    if len(part) < _SHORTEST or not part[:1].isupper():
        return
    most = 1 if len(part) < 8 else 2
    for start, word in written:
        if word[:1] != part[:1] or abs(len(word) - len(part)) > most or word.casefold() in known:
            continue
        if 0 < OSA.distance(word.casefold(), part.casefold()) <= most and word.casefold() not in _common(language):
            yield start, word, part


def _slips_of_whole(name: str, written: list[tuple[int, str]], known: frozenset[str]) -> Iterator[_Slip]:
    from rapidfuzz.fuzz import ratio

    count, whole = len(name.split()), name.casefold()
    for first in range(len(written) - count + 1):
        window = written[first : first + count]
        if not window[0][1][:1].isupper() or all(word.casefold() in known for _start, word in window):
            continue
        said = " ".join(word for _start, word in window)
        if said.casefold() != whole and _ALIKE <= ratio(said.casefold(), whole) < 100:
            yield window[0][0], said, name


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
