"""Matching of topic words: the client's phrase against the names and synonyms of topics, by word stems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from fitdesk.domain.offering import Topic
from fitdesk.domain.stemming import PART, Tongues, Words, parts_held, tongues, words_in
from fitdesk.domain.stemming import stems as stems

LOOSE_OVERLAP = 0.5
"""Share of common stems (Jaccard) from which two phrases mean the same topic."""
CLOSE_ENOUGH = 0.6
"""Overlap from which a phrase speaks of something as closely as it does itself."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase read as ``topic``; strength is the share of common stems, 1 when both say exactly the same."""

    topic: Topic
    strength: float

    @property
    def is_exact(self) -> bool:
        return self.strength == 1.0


def strength(a: frozenset[str], b: frozenset[str]) -> float:
    """How well two stem sets agree: their overlap (Jaccard) if it is at least a half or one holds the other, else 0."""
    common = len(a & b)
    if common == 0:
        return 0.0
    overlap = common / (len(a) + len(b) - common)
    return overlap if overlap >= LOOSE_OVERLAP or common in (len(a), len(b)) else 0.0


def likeness(a: str, b: str, languages: Tongues = None) -> float:
    """As ``strength``, for two texts read in each of ``languages``: the best of them; compounds agree by parts.

    ``b`` is what somebody gave as a name: "work" is not the "new work" of a list, nor "speaking" its "speaking up".
    """
    return _likeness(a, b, tongues(languages))


@lru_cache(maxsize=65536)
def _likeness(a: str, b: str, languages: tuple[str, ...]) -> float:
    return max(
        _agreement(one, other) for one, other in zip(words_in(a, languages), words_in(b, languages), strict=True)
    )


def _agreement(a: Words, b: Words) -> float:
    """How well a phrase agrees with a name, whose stop words count where only one other word is left of it."""
    if not b.needs <= a.passed:
        return 0.0
    mine, theirs = parts_held(a, b)
    if not mine:
        return strength(a.stems, b.stems)
    same = len(a.stems & b.stems)
    common = same + PART * min(len(mine), len(theirs))
    overlap = common / (len(a.stems) + len(b.stems) - common)
    is_held = same + len(mine) == len(a.stems) or same + len(theirs) == len(b.stems)
    return overlap if overlap >= LOOSE_OVERLAP or is_held else 0.0


def best_match(phrase: str, topics: Iterable[Topic], languages: Tongues = None) -> Match | None:
    """The topic that ``phrase`` most likely means: the largest overlap, then the deeper one; None when none agrees.

    ``languages``: the request's first, then those of the offering, in which the owner may have written topics and
    other words for them.
    """
    codes = tongues(languages)
    best: Match | None = None
    for topic in topics:
        found = _likeness(phrase, topic.name, codes)
        for synonym in topic.synonyms:
            found = max(found, _likeness(phrase, synonym, codes))
        if found and (best is None or _better(found, topic, best)):
            best = Match(topic, found)
    return best


def _better(found: float, topic: Topic, best: Match) -> bool:
    return (found, topic.depth, topic.name) > (best.strength, best.topic.depth, best.topic.name)


def says(phrase: str, narrower: str, languages: Tongues = None) -> bool:
    """Whether ``phrase`` speaks of ``narrower`` at least as closely as ``narrower`` does itself.

    "training" does not speak of "sales training", but "sales training for nurses" does. The stricter rule is for
    statements that close a door, such as what somebody is not good at; parts of compounds do not count for it.
    """
    return _says(phrase, narrower, tongues(languages))


@lru_cache(maxsize=16384)
def _says(phrase: str, narrower: str, codes: tuple[str, ...]) -> bool:
    return any(
        bool(named.stems)
        and named.needs <= wanted.passed
        and (named.stems <= wanted.stems or strength(wanted.stems, named.stems) > CLOSE_ENOUGH)
        for wanted, named in zip(words_in(phrase, codes), words_in(narrower, codes), strict=True)
    )


def named_in(text: str, names: Iterable[str], languages: Tongues = None) -> tuple[str, ...]:
    """Those of ``names`` all of whose content words stand in ``text``; a wider name gives way to a narrower one."""
    codes = tongues(languages)
    heard = words_in(text, codes)
    found: dict[frozenset[str], str] = {}
    for name in names:
        wanted = _named(words_in(name, codes), heard)
        if wanted:
            found.setdefault(wanted, name)
    return tuple(name for wanted, name in found.items() if not any(wanted < other for other in found))


def _named(wanted: tuple[Words, ...], heard: tuple[Words, ...]) -> frozenset[str]:
    """The stems of a name in the first language in which all of them are heard; empty when there is none."""
    for one, all_heard in zip(wanted, heard, strict=True):
        missing = one.stems - all_heard.stems
        if not one.needs <= all_heard.passed:
            continue
        if one.stems and (not missing or (one.bare and missing <= parts_held(one, all_heard)[0])):
            return one.stems
    return frozenset()
