"""One paragraph per peer: who, where, why they fit this event, and how to reach them; only what the record supports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.event import Format
from fitdesk.domain.offering import Topic
from fitdesk.domain.topics import best_match, stems
from fitdesk.letters.event_words import PLURALS
from fitdesk.letters.facts import LetterFacts, place_of
from fitdesk.letters.names import pronouns
from fitdesk.letters.plain_words import in_words, join, mid_sentence, sentence, with_article
from fitdesk.letters.reason_words import (
    fluent_languages,
    group_size,
    language_name,
    style_gaps,
    topic_names,
    wanted_topics,
)
from fitdesk.letters.voice import Voice

SUPPORTED: Final = 0.7
"""The value from which the record supports a reason (letters.md, check 9)."""

_MOST_TOPICS: Final = 2
_MANY_JOBS: Final = 5
_LONGEST_HEADLINE: Final = 18
_PERSON: Final = re.compile(
    r"(?:[a-z](?:er|or|ist|ian|ant|ent)|coach|guide|host|expert|nurse|judge|chef|actress|scholar|monk|priest)$", re.I
)
"""A noun for a person, by its ending: trainer, mediator, psychologist, musician, consultant, superintendent."""

_GIVES: Final = {
    Format.KEYNOTE: "give{s}",
    Format.WORKSHOP: "lead{s}",
    Format.SEMINAR: "lead{s}",
    Format.WEBINAR: "give{s}",
    Format.TRAINING: "give{s}",
}
"""The verb that goes with the plural of a format; panels and the like are not worth a verb."""


@dataclass(frozen=True, slots=True)
class PeerWords:
    """``first`` opens the paragraph and gives the reason; ``more`` are (rank, sentence) in the order of reading.

    The sentence with the lowest rank is the last to be left out of a full letter.
    """

    first: str
    more: tuple[tuple[int, str], ...]
    contact: str

    def paragraph(self, extra: int) -> str:
        """The paragraph with the ``extra`` most telling of the further sentences, then the contact line."""
        kept = sorted(rank for rank, _sentence in self.more)[:extra]
        words = " ".join((self.first, *(sentence for rank, sentence in self.more if rank in kept)))
        return f"{words}\n{self.contact}" if self.contact else words


def supported(ranked: RankedPeer) -> frozenset[str]:
    """The criteria on which the record supports a reason for this peer."""
    by_value = {line.criterion for line in ranked.contributions if line.finding.value.low >= SUPPORTED - 1e-9}
    return frozenset(by_value | {reason.criterion for reason in ranked.reasons if not ranked.contributions})


def fitting_topics(ranked: RankedPeer, facts: LetterFacts) -> tuple[Topic, ...]:
    """The peer's topics that the client asks for, at depth 2 or more, deepest first."""
    solid = [topic for topic in ranked.offering.topics if topic.depth >= 2]
    language = facts.inquiry.language
    matches = (best_match(wanted, solid, language) for wanted in wanted_topics(facts))
    found = dict.fromkeys(match.topic for match in matches if match is not None)
    return tuple(sorted(found, key=lambda topic: -topic.depth)[:_MOST_TOPICS])


def _deepest(ranked: RankedPeer) -> tuple[Topic, ...]:
    deepest = max((topic.depth for topic in ranked.offering.topics), default=0)
    return tuple(topic for topic in ranked.offering.topics if topic.depth == deepest >= 2)[:_MOST_TOPICS]


def contact_line(ranked: RankedPeer) -> str:
    """Phone, e-mail and website as on record, each said once."""
    peer = ranked.peer
    website = re.sub(r"^https?://(?:www\.)?|/$", "", peer.website.strip(), flags=re.IGNORECASE)
    return " · ".join(part for part in (say_phone(peer.phone), peer.email.strip(), website) if part)


@lru_cache(maxsize=256)
def say_phone(phone: str) -> str:
    """A phone number as it is dialled from abroad, in groups: "+33 4 55 50 01 42"; one that is not E.164 as written."""
    digits = phone.strip()
    if not re.fullmatch(r"\+\d{6,15}", digits):
        return digits
    import phonenumbers  # costs 43 ms: not before the first letter

    try:
        number = phonenumbers.parse(digits)
    except phonenumbers.NumberParseException:
        return digits
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def peer_words(ranked: RankedPeer, place: int, facts: LetterFacts, voice: Voice) -> PeerWords:
    """The words on the peer who stands at ``place`` (0, 1, 2) in the letter; each place takes the next variant."""
    criteria = supported(ranked)
    fields = _fields(ranked, facts, criteria)
    details = voice.say("peer.details", fields, place) if fields["details"] else ""
    first = _opening(ranked, place, facts, voice, fields)
    if "goal" not in criteria and details:
        first, details = f"{first} {details}", ""
    differs = _sentences(ranked.peer.differs)
    more = (
        (1 if _is_telling(facts, criteria) else 3, details),
        (4, voice.say("peer.jobs", fields, place) if fields["jobs"] else ""),
        (0, differs[0] if differs else ""),
        (5, " ".join(differs[1:])),
        (2, voice.say("peer.belief_style" if fields["style"] else "peer.belief", fields, place)),
    )
    return PeerWords(first, tuple(one for one in more if one[1]), contact_line(ranked))


def _is_telling(facts: LetterFacts, criteria: frozenset[str]) -> bool:
    """Whether the details matter here: another language than English, or where the owner falls short."""
    if "language" in criteria and facts.inquiry.event.language not in (None, "en"):
        return True
    return any(reason.criterion in criteria & {"language", "audience"} for reason in facts.reasons)


def _opening(ranked: RankedPeer, place: int, facts: LetterFacts, voice: Voice, fields: dict[str, str]) -> str:
    """Who it is, and why this peer for this event."""
    depth = 0
    if "goal" in supported(ranked):
        depth = max((topic.depth for topic in fitting_topics(ranked, facts)), default=0)
    if fields["headline"]:
        opening = voice.say("peer.person" if fields["a_headline"] else "peer.headline", fields)
        if depth < 2 or stems(fields["headline"]) & stems(fields["topics"]):
            return opening
        return f"{opening} {voice.say('peer.fit_deep' if depth >= 3 else 'peer.fit_solid', fields, place)}"
    if fields["topics"]:
        return voice.say(f"peer.{'deep' if depth >= 3 else 'solid' if depth == 2 else 'known'}", fields, place)
    fields["reason"] = _recorded_reason(ranked)
    return voice.say("peer.reason" if fields["reason"] else "peer.plain", fields, place)


def _fields(ranked: RankedPeer, facts: LetterFacts, criteria: frozenset[str]) -> dict[str, str]:
    town = place_of(ranked).city or ""
    topics = fitting_topics(ranked, facts) or _deepest(ranked)
    style = style_gaps(facts.inquiry.style, facts.assessment.offering) if facts.assessment else ""
    return (
        pronouns(ranked.peer.pronoun_subject)
        | {
            "name": f"{_unmarked(ranked.peer.name)}",
            "town": "" if town.casefold() in ranked.peer.name.casefold() else town,
            "topics": join(topic_names(topics, depth=0)),
            "details": _details(ranked, facts, criteria),
            "style": style if "style" in criteria and not ranked.peer.differs.strip() else "",
            "reason": "",
            "jobs": _jobs(ranked, criteria),
        }
        | _headline(ranked.peer.headline)
    )


def _jobs(ranked: RankedPeer, criteria: frozenset[str]) -> str:
    done = ranked.offering.similar_jobs or 0
    return in_words(done) if done >= _MANY_JOBS and "overdeliver" in criteria else ""


def _headline(written: str) -> dict[str, str]:
    """What the peer is in a few words: ``a_headline`` with an article when it names a person, as "is a …" wants it."""
    words = mid_sentence(" ".join(written.split()).strip(" ."))
    if len(words.split()) > _LONGEST_HEADLINE:
        words = words.split(",")[0]
    if not words or len(words.split()) > _LONGEST_HEADLINE or re.search(r"\b(I|my|me|we|our)\b", words):
        return {"headline": "", "a_headline": ""}
    if re.match(r"(an?|the)\s", words):
        return {"headline": words, "a_headline": words}
    head = re.split(r"[,;:(]|\s(?:who|whose|with|on|for|from|in|at|of|and|to|that)\s", words)[0]
    return {"headline": words, "a_headline": with_article(words) if _PERSON.search(head) else ""}


def _unmarked(name: str) -> str:
    return " ".join(name.replace("*", "").split())


def _details(ranked: RankedPeer, facts: LetterFacts, criteria: frozenset[str]) -> str:
    """What else the record supports and this event needs: "gives keynotes in French, for groups of 100 to 500"."""
    event, offering = facts.inquiry.event, ranked.offering
    missing = {reason.criterion for reason in facts.reasons}
    form = event.format
    verb = _GIVES.get(form) if form and "format" in criteria else None
    code = event.language
    is_telling = code is not None and (code != "en" or "language" in missing)
    spoken = language_name(code) if code and is_telling and "language" in criteria else ""
    if spoken and spoken not in fluent_languages(offering):
        spoken = ""
    size = group_size(offering.audience_min, offering.audience_max) if "audience" in criteria else ""
    if not spoken and not size and ("goal" in criteria or not verb):
        return ""  # that a trainer gives training is no news
    s = pronouns(ranked.peer.pronoun_subject)["s"]
    words = [f"{verb.replace('{s}', s)} {PLURALS[form]}" if verb and form else f"work{s}"]
    if spoken:
        words.append(f"in {spoken}")
    if size:
        words.append(f"{'for' if verb else 'with'} {size}")
    return " ".join(words)


def _recorded_reason(ranked: RankedPeer) -> str:
    return mid_sentence(sentence(ranked.reasons[0].sentence)) if ranked.reasons else ""


def _sentences(text: str) -> list[str]:
    """The sentences of a text the owner wrote, each with a capital and a stop."""
    parts = re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“‘])", " ".join(text.split()))
    return [sentence(part) for part in parts if part.strip()]
