"""What may be said in the letter's language: no words are put into another one, and a client's goal may be quoted."""

from __future__ import annotations

from collections.abc import Sequence

from fitdesk.domain.letter import Manner
from fitdesk.domain.offering import Offering, Topic
from fitdesk.domain.topics import best_match, named_in
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.languages.language import Language

SCREEN_LANGUAGE = "en"
"""In which the program itself words reasons for a peer and what it does not know of them."""


def records_speak(facts: LetterFacts, manner: Manner) -> bool:
    """Whether topics, headlines and notes on record are in the letter's language."""
    return facts.owner.records_language == manner.language


def client_language(facts: LetterFacts) -> str:
    """The language the client writes in; an unknown one is taken as that of the records."""
    return facts.inquiry.language or facts.owner.records_language


def client_speaks(facts: LetterFacts, manner: Manner) -> bool:
    """Whether the client's own words are in the letter's language."""
    return client_language(facts) == manner.language


def offering_of(facts: LetterFacts) -> Offering:
    """The owner's offering that was judged, or an empty one."""
    return facts.assessment.offering if facts.assessment is not None else Offering()


def wanted_topics(facts: LetterFacts) -> tuple[str, ...]:
    """What the client wants, as written: the topics named, else topics on record that the goal names."""
    inquiry = facts.inquiry
    found: Sequence[str] = inquiry.event.topics
    if not found and inquiry.goal:
        known = [*(topic.name for topic in offering_of(facts).topics), *facts.owner.not_good_at]
        found = named_in(inquiry.goal, known, inquiry.language)
    return tuple(topic.strip(" .") for topic in found if topic.strip(" ."))


def said_topics(facts: LetterFacts, manner: Manner, speech: Language) -> tuple[str, ...]:
    """The client's topics as they stand inside a sentence of this letter; none that are in another language."""
    may_say = client_speaks(facts, manner) if facts.inquiry.event.topics else records_speak(facts, manner)
    return tuple(speech.mid_sentence(topic) for topic in wanted_topics(facts)) if may_say else ()


def topic_names(topics: Sequence[Topic], speech: Language, *, depth: int) -> tuple[str, ...]:
    """Names of the topics of at least ``depth``, deepest first, as they stand inside a sentence."""
    ordered = sorted((topic for topic in topics if topic.depth >= depth), key=lambda topic: -topic.depth)
    return tuple(dict.fromkeys(speech.mid_sentence(topic.name.strip()) for topic in ordered if topic.name.strip()))


def matching_topics(topics: Sequence[Topic], facts: LetterFacts) -> dict[str, Topic]:
    """The client's topic → the one of ``topics``, at depth 2 or more, that answers it; deepest first."""
    solid = [topic for topic in topics if topic.depth >= 2]
    found: dict[str, Topic] = {}
    for wanted in wanted_topics(facts):
        match = best_match(wanted, solid, facts.inquiry.language)
        if match is not None and match.topic not in found.values():
            found[wanted] = match.topic
    return dict(sorted(found.items(), key=lambda pair: -pair[1].depth))
