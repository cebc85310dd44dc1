"""One paragraph per peer: who, where, why they fit this event, and how to reach them; only what the record supports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.event import Format
from fitdesk.domain.offering import Topic
from fitdesk.domain.topics import best_match
from fitdesk.letters.event_words import PLURALS
from fitdesk.letters.facts import LetterFacts, place_of
from fitdesk.letters.names import pronouns
from fitdesk.letters.plain_words import join, mid_sentence, sentence
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
    """``first`` opens the paragraph with the name; ``more`` are further sentences, the most dispensable last."""

    first: str
    more: tuple[str, ...]
    contact: str

    def paragraph(self, extra: int) -> str:
        """The paragraph with at most ``extra`` of the further sentences, then the contact line."""
        words = " ".join((self.first, *self.more[:extra]))
        return f"{words}\n{self.contact}" if self.contact else words


def supported(ranked: RankedPeer) -> frozenset[str]:
    """The criteria on which the record supports a reason for this peer."""
    by_value = {line.criterion for line in ranked.contributions if line.finding.value.low >= SUPPORTED - 1e-9}
    return frozenset(by_value | {reason.criterion for reason in ranked.reasons if not ranked.contributions})


def fitting_topics(ranked: RankedPeer, facts: LetterFacts) -> tuple[Topic, ...]:
    """The peer's topics that the client asks for, at depth 2 or more, deepest first; else the peer's deepest ones."""
    solid = [topic for topic in ranked.offering.topics if topic.depth >= 2]
    language = facts.inquiry.language
    matches = (best_match(wanted, solid, language) for wanted in wanted_topics(facts))
    found = list(dict.fromkeys(match.topic for match in matches if match is not None))
    deepest = max((topic.depth for topic in solid), default=0)
    chosen = found or [topic for topic in solid if topic.depth == deepest]
    return tuple(sorted(chosen, key=lambda topic: -topic.depth)[:_MOST_TOPICS])


def contact_line(ranked: RankedPeer) -> str:
    """Phone, e-mail and website as on record, each said once."""
    peer = ranked.peer
    website = re.sub(r"^https?://(?:www\.)?|/$", "", peer.website.strip(), flags=re.IGNORECASE)
    return " · ".join(part for part in (say_phone(peer.phone), peer.email.strip(), website) if part)


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
    opening = ""
    if fields["topics"]:
        depth = max(topic.depth for topic in fitting_topics(ranked, facts)) if "goal" in criteria else 0
        block = "deep" if depth >= 3 else "solid" if depth == 2 else "known"
        opening = voice.say(f"peer.{block}", fields, place)
    else:
        fields["reason"] = _recorded_reason(ranked)
        opening = voice.say("peer.reason" if fields["reason"] else "peer.plain", fields, place)
    differs = _sentences(ranked.peer.differs)
    more = [
        voice.say("peer.details", fields, place) if fields["details"] else "",
        differs[0] if differs else "",
        voice.say("peer.belief_style" if fields["style"] else "peer.belief", fields, place),
        *differs[1:],
    ]
    return PeerWords(opening, tuple(part for part in more if part), contact_line(ranked))


def _fields(ranked: RankedPeer, facts: LetterFacts, criteria: frozenset[str]) -> dict[str, str]:
    town = place_of(ranked).city or ""
    topics = fitting_topics(ranked, facts)
    style = style_gaps(facts.inquiry.style, facts.assessment.offering) if facts.assessment else ""
    return pronouns(ranked.peer.pronoun_subject) | {
        "name": f"{_unmarked(ranked.peer.name)}",
        "town": "" if town.casefold() in ranked.peer.name.casefold() else town,
        "topics": join(topic_names(topics, depth=0)),
        "details": _details(ranked, facts, criteria),
        "style": style if "style" in criteria else "",
        "reason": "",
    }


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
    if not verb and not spoken and not size:
        return ""
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
