"""Which topics a request can have to do with at all: of thousands of offerings only those need a closer look."""

from __future__ import annotations

from collections.abc import Sequence

from fitdesk.domain.case import Case, languages_of
from fitdesk.domain.family import names_of
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import LanguageLevel, Offering, Topic
from fitdesk.domain.topics import likeness, named_in

Given = tuple[tuple[str, LanguageLevel], ...]


class TopicSieve:
    """The topics of many offerings, each once, and where they stand."""

    __slots__ = ("_by_languages", "_topics")

    def __init__(self, offerings: Sequence[Offering]) -> None:
        numbers: dict[Topic, int] = {}
        self._by_languages: dict[Given, dict[int, list[int]]] = {}
        """Languages given in → topic → places of the offerings that have it."""
        for place, offering in enumerate(offerings):
            here = self._by_languages.setdefault(offering.languages, {})
            for topic in offering.topics:
                here.setdefault(numbers.setdefault(topic, len(numbers)), []).append(place)
        self._topics = list(numbers)

    def touched(self, case: Case) -> dict[int, tuple[int, ...]]:
        """Places of the offerings with topics that may be read into the request, and which of their topics those are.

        Whatever is not named here is read as if it had no topics. ``case``: the inquiry beside any of them.
        """
        found: dict[int, list[int]] = {}
        hits: dict[tuple[str, ...], frozenset[int]] = {}
        for given, places in self._by_languages.items():
            languages = languages_of(case.inquiry.language, given)
            if languages not in hits:
                hits[languages] = self._hit(case, languages)
            for number in hits[languages] & places.keys():
                for place in places[number]:
                    found.setdefault(place, []).append(number)
        return {place: tuple(sorted(numbers)) for place, numbers in found.items()}

    def _hit(self, case: Case, languages: tuple[str, ...]) -> frozenset[int]:
        """Topics that agree with a phrase that may be asked for, or that stand in the text it is read from."""
        phrases, standing = _phrases(case, languages)
        return frozenset(
            number
            for number, topic in enumerate(self._topics)
            if any(
                name in standing or any(likeness(phrase, name, languages) for phrase in phrases)
                for name in names_of((topic,))
            )
        )


def _phrases(case: Case, languages: tuple[str, ...]) -> tuple[list[str], frozenset[str]]:
    """All phrases that any offering may find stated (``judges_goal.stated_topics``), and the names they came from."""
    inquiry: Inquiry = case.inquiry
    if inquiry.event.topics:
        return list(inquiry.event.topics), frozenset()
    texts = [text for text in (inquiry.goal, inquiry.subject) if text]
    names = dict.fromkeys((*case.family.names(), *case.owner.not_good_at))
    standing = {name for name in names for text in texts if named_in(text, (name,), languages)}
    goal = [inquiry.goal] if inquiry.goal else []
    return [*goal, *standing, *(topic for topic, _depth in inquiry.owners_word.topic_depths)], frozenset(standing)
