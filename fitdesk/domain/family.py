"""The offerings of one person beside each other: which of them speaks of a topic, and what they call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from fitdesk.domain.offering import Offering, Topic
from fitdesk.domain.stemming import words_in
from fitdesk.domain.topics import best_match, named_in, says

T = TypeVar("T")
MOST_REMEMBERED = 512


class Family:
    """Offerings in their order. Whoever asks for one of them leaves it out; what they share is worked out once."""

    __slots__ = ("_covering", "_said", "_topics", "offerings")

    def __init__(self, offerings: Sequence[Offering] = ()) -> None:
        self.offerings = tuple(offerings)
        self._topics: dict[Topic, list[Offering]] | None = None
        self._said: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._covering: dict[tuple[str, tuple[str, ...]], tuple[Offering, int] | None] = {}

    def __eq__(self, other: object) -> bool:
        return self.offerings == other.offerings if isinstance(other, Family) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.offerings)

    def without(self, offering: Offering) -> Family:
        """The others."""
        others = [other for other in self.offerings if other is not offering]
        return Family(others) if len(others) < len(self.offerings) else self

    def names(self) -> Iterator[str]:
        """Every name of a topic and other word for it."""
        return names_of(self._known())

    def names_in(self, text: str, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Names of topics and other words for them that stand in ``text``; the narrower ones only."""
        return _remembered(self._said, (text, languages), lambda: named_in(text, self.names(), languages))

    def covering(self, phrase: str, languages: tuple[str, ...]) -> tuple[Offering, int] | None:
        """The offering that speaks of ``phrase``, and its depth there: one that covers it before one that denies it."""
        return _remembered(self._covering, (phrase, languages), lambda: self._best(phrase, languages))

    def _best(self, phrase: str, languages: tuple[str, ...]) -> tuple[Offering, int] | None:
        if not any(words.stems for words in words_in(phrase, languages)):
            return None
        known = self._known()
        speaking: dict[int, Offering] = {}
        for topic in fair(phrase, known, languages):
            if best_match(phrase, (topic,), languages) is not None:
                speaking.update((id(offering), offering) for offering in known[topic])
        found = [
            (match.topic.depth, offering)
            for offering in speaking.values()
            if (match := best_match(phrase, fair(phrase, offering.topics, languages), languages)) is not None
        ]
        if not found:
            return None
        depth, offering = max(found, key=lambda one: (one[0], one[1].title, one[1].id or 0))
        return offering, depth

    def _known(self) -> dict[Topic, list[Offering]]:
        """Every topic once, with the offerings that have it."""
        if self._topics is None:
            self._topics = {}
            for offering in self.offerings:
                for topic in offering.topics:
                    self._topics.setdefault(topic, []).append(offering)
        return self._topics


NO_FAMILY = Family()


def fair(phrase: str, topics: Iterable[Topic], languages: tuple[str, ...]) -> list[Topic]:
    """``topics`` without those at depth 0 that the phrase does not really speak of: they would close a door."""
    return [
        topic
        for topic in topics
        if topic.depth > 0 or any(says(phrase, name, languages) for name in (topic.name, *topic.synonyms))
    ]


def names_of(topics: Iterable[Topic]) -> Iterator[str]:
    """Every name and other word for ``topics``."""
    for topic in topics:
        yield topic.name
        yield from topic.synonyms


def _remembered(
    memory: dict[tuple[str, tuple[str, ...]], T], key: tuple[str, tuple[str, ...]], work: Callable[[], T]
) -> T:
    if key not in memory:
        if len(memory) >= MOST_REMEMBERED:
            memory.clear()
        memory[key] = work()
    return memory[key]
