"""One paragraph per peer: who, where, why they fit this event, and how to reach them; only what the record supports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.offering import Topic
from fitdesk.domain.peer import Peer
from fitdesk.domain.topics import stems
from fitdesk.letters.facts import LetterFacts, place_of
from fitdesk.letters.phrases.book import fill
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.plain_words import sentence
from fitdesk.letters.words.reason_words import fluent_codes, group_size, style_gaps
from fitdesk.letters.words.sayable import (
    SCREEN_LANGUAGE,
    client_speaks,
    matching_topics,
    offering_of,
    records_speak,
    topic_names,
)

SUPPORTED: Final = 0.7
"""The value from which the record supports a reason (letters.md, check 9)."""

ONLY_TO_FILL: Final = 9
"""The rank of a sentence that is said only where the letter would be too short."""

_MOST_TOPICS: Final = 2
_MANY_JOBS: Final = 5


@dataclass(frozen=True, slots=True)
class PeerWords:
    """``first`` opens the paragraph and gives the reason; ``more`` are (rank, sentence) in the order of reading.

    The sentence with the lowest rank is the last to be left out of a full letter. ``has_details``: ``first`` tells
    of languages and groups, for want of anything else that speaks for this peer.
    """

    first: str
    more: tuple[tuple[int, str], ...]
    contact: str
    has_details: bool = False


def supported(ranked: RankedPeer) -> frozenset[str]:
    """The criteria on which the record supports a reason for this peer."""
    by_value = {line.criterion for line in ranked.contributions if line.finding.value.low >= SUPPORTED - 1e-9}
    return frozenset(by_value | {reason.criterion for reason in ranked.reasons if not ranked.contributions})


def contact_line(peer: Peer) -> str:
    """Phone, e-mail and website as on record, each said once."""
    return " · ".join(part for part in (say_phone(peer.phone), peer.email.strip(), say_website(peer.website)) if part)


def say_website(website: str) -> str:
    """A website as one writes it by hand: without protocol and www."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", website.strip(), flags=re.IGNORECASE)


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


def peer_words(ranked: RankedPeer, place: int, voice: Voice, *, is_told: bool = False) -> PeerWords:
    """The words on the peer who stands at ``place`` (0, 1, 2) in the letter; each place takes the next variant.

    ``is_told``: the details stand elsewhere in the letter; they are left out here unless nothing else speaks for them.
    """
    facts, criteria = voice.facts, supported(ranked)
    fields = peer_fields(ranked, voice)
    first = _opening(ranked, place, voice, fields)
    is_reasoned = "goal" in criteria and bool(fields["reason"] or stems(first) & stems(fields["topics"]))
    is_wanted = bool(fields["details"]) and not (is_told and is_reasoned)
    details = voice.say("peer.details", fields, place) if is_wanted else ""
    has_details = bool(details) and not is_reasoned
    if has_details:
        first, details = f"{first} {details}", ""
    own = dict(facts.particulars.own_sentences).get(ranked.peer.id or 0, "").strip()
    notes = _sentences(ranked.peer.differs) if records_speak(facts, voice.manner) and not own else []
    differs = [voice.speech.trait(ranked.peer, note) for note in notes]
    more = (
        (0, " ".join(_sentences(own))),
        (2 if _is_telling(voice, criteria) else 4, details),
        (5, voice.say("peer.jobs", fields, place) if fields["jobs"] and _tells_apart(ranked, voice) else ""),
        (1, differs[0] if differs else ""),
        (6, " ".join(differs[1:])),
        (
            3
            if fields["style"] or len(facts.peers) == 1
            else ONLY_TO_FILL,  # one belief after another convinces nobody
            voice.say("peer.belief_style" if fields["style"] else "peer.belief", fields, place),
        ),
    )
    return PeerWords(first, tuple(one for one in more if one[1]), contact_line(ranked.peer), has_details)


def _is_telling(voice: Voice, criteria: frozenset[str]) -> bool:
    """Whether the details matter here: another language than the letter's, or where the owner falls short."""
    if "language" in criteria and voice.facts.inquiry.event.language not in (None, voice.manner.language):
        return True
    return any(reason.criterion in criteria & {"language", "audience"} for reason in voice.facts.reasons)


def _opening(ranked: RankedPeer, place: int, voice: Voice, fields: dict[str, str]) -> str:
    """Who it is, and why this peer for this event."""
    depth = _fitting_depth(ranked, voice.facts) if "goal" in supported(ranked) else 0
    if fields["headline"] and not voice.is_brief:
        opening = voice.say("peer.person" if fields["a_headline"] else "peer.headline", fields)
        if depth < 2 or not fields["topics"] or stems(fields["headline"]) & stems(fields["topics"]):
            return opening
        return f"{opening} {voice.say('peer.fit_deep' if depth >= 3 else 'peer.fit_solid', fields, place)}"
    if fields["topics"]:
        return voice.say(f"peer.{'deep' if depth >= 3 else 'solid' if depth == 2 else 'known'}", fields, place)
    if ranked.reasons and voice.manner.language == SCREEN_LANGUAGE:
        fields["reason"] = voice.speech.mid_sentence(sentence(ranked.reasons[0].sentence))
    return voice.say("peer.reason" if fields["reason"] else "peer.plain", fields, place)


def _fitting_depth(ranked: RankedPeer, facts: LetterFacts) -> int:
    return max((topic.depth for topic in matching_topics(ranked.offering.topics, facts).values()), default=0)


def peer_fields(ranked: RankedPeer, voice: Voice) -> dict[str, str]:
    """A value, maybe "", for every field that a block on this peer may use."""
    facts, speech, criteria = voice.facts, voice.speech, supported(ranked)
    own_words = records_speak(facts, voice.manner)
    town = place_of(ranked).city or ""
    style = style_gaps(facts.inquiry.style, offering_of(facts), speech) if facts.assessment else ""
    is_described = own_words and bool(ranked.peer.differs.strip())
    headline = speech.headline(ranked.peer.headline) if own_words else {"headline": "", "a_headline": ""}
    return {
        **speech.peer_fields(ranked.peer),
        "name": unmarked_name(ranked.peer.name),
        "town": "" if town.casefold() in ranked.peer.name.casefold() else town,
        "topics": speech.join(said_peer_topics(ranked.offering.topics, voice)),
        "details": _details(ranked, voice, criteria),
        "style": style if "style" in criteria and not is_described else "",
        "reason": "",
        "jobs": _jobs(ranked, voice, criteria),
        **headline,
    }


def said_peer_topics(topics: tuple[Topic, ...], voice: Voice) -> tuple[str, ...]:
    """The topics of a peer that answer this request, else their deepest ones, in words of the letter's language.

    Where the records are in another language, a topic is named by the client's word for it, or not at all.
    """
    facts, manner, speech = voice.facts, voice.manner, voice.speech
    matched = matching_topics(topics, facts)
    if records_speak(facts, manner):
        deepest = max((topic.depth for topic in topics), default=0)
        found = tuple(matched.values()) or tuple(topic for topic in topics if topic.depth == deepest >= 2)
        return topic_names(found[:_MOST_TOPICS], speech, depth=0)
    if not facts.inquiry.event.topics or not client_speaks(facts, manner):
        return ()
    return tuple(map(speech.mid_sentence, list(matched)[:_MOST_TOPICS]))


def _jobs(ranked: RankedPeer, voice: Voice, criteria: frozenset[str]) -> str:
    done = ranked.offering.similar_jobs or 0
    return voice.speech.in_words(done) if done >= _MANY_JOBS and "overdeliver" in criteria else ""


def unmarked_name(name: str) -> str:
    """A name without marks that would be read as bold."""
    return " ".join(name.replace("*", "").split())


def shared_details(voice: Voice) -> str:
    """What all of two or three peers have in common beside their subject, for one sentence on all; else ""."""
    speech, found = voice.speech, {_language_and_size(ranked, voice) for ranked in voice.facts.peers}
    if len(voice.facts.peers) < 2 or len(found) > 1:
        return ""
    ((spoken, size),) = found
    return speech.details(speech.term("details_works"), spoken, size) if spoken or size else ""


def telling_details(ranked: RankedPeer, voice: Voice) -> str:
    """What a peer's details say of language and groups, by which those of two peers can be told apart."""
    return " ".join(_language_and_size(ranked, voice)).strip()


def _language_and_size(ranked: RankedPeer, voice: Voice) -> tuple[str, str]:
    """The language of the event and the groups, as far as they speak for this peer; each "" where it does not.

    That somebody speaks the letter's own language is no argument, unless the owner does not.
    """
    event, offering, speech, criteria = voice.facts.inquiry.event, ranked.offering, voice.speech, supported(ranked)
    missing = {reason.criterion for reason in voice.facts.reasons}
    code = event.language
    is_telling = code is not None and (code != voice.manner.language or "language" in missing)
    is_spoken = is_telling and "language" in criteria and code in fluent_codes(offering)
    low, high = offering.audience_min, offering.audience_max
    size = group_size(low, high, speech) if "audience" in criteria else ""
    return speech.language_name(code) if code and is_spoken else "", size


def _details(ranked: RankedPeer, voice: Voice, criteria: frozenset[str]) -> str:
    """What else the record supports and this event needs: "gives keynotes in French, for groups of 100 to 500"."""
    offering, speech, form = ranked.offering, voice.speech, voice.facts.inquiry.event.format
    pronouns = speech.peer_fields(ranked.peer)
    verb = speech.format_word(form, "gives") if form in offering.formats and form and "format" in criteria else ""
    spoken, size = _language_and_size(ranked, voice)
    if voice.is_brief and (verb or spoken):
        size = ""
    has_topics = "goal" in criteria and said_peer_topics(offering.topics, voice)
    if not spoken and not size and (has_topics or not verb):
        return ""  # that a trainer gives training is no news
    gives = fill(f"{verb} {{many}}", {**pronouns, "many": speech.format_word(form, "many")}) if verb and form else ""
    works = gives or speech.term("details_works", **pronouns)
    return speech.details(works, spoken, size)


def _tells_apart(ranked: RankedPeer, voice: Voice) -> bool:
    """Whether the number of jobs done is this peer's alone among those named."""
    done = ranked.offering.similar_jobs
    return all(other.offering.similar_jobs != done for other in voice.facts.peers if other is not ranked)


def _sentences(text: str) -> list[str]:
    """The sentences of a text the owner wrote, each with a capital and a stop."""
    parts = re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“‘«„¿])", " ".join(text.split()))
    return [sentence(part) for part in parts if part.strip()]
