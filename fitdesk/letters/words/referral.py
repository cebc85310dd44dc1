"""The referral: thanks, a clear no, the peers with why they fit and how to reach them, hand-over, open door."""

from __future__ import annotations

from collections.abc import Sequence

from fitdesk.domain.peer import Peer
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.parts import (
    GOAL,
    SECOND,
    door,
    opening,
    refusal_paragraph,
    speaks_against_the_match,
    stated_reasons,
)
from fitdesk.letters.words.peer_words import (
    ONLY_TO_FILL,
    PeerWords,
    peer_words,
    shared_details,
    telling_details,
    unmarked_name,
)
from fitdesk.letters.words.plan import Paragraph, Piece
from fitdesk.letters.words.sayable import SCREEN_LANGUAGE, records_speak

_LAST_EXTRA = 40
"""The most telling sentence on each peer outlives the second reason; every further one goes before it."""


def referral(voice: Voice) -> list[Paragraph]:
    """The paragraphs of a referral."""
    facts, stated = voice.facts, stated_reasons(voice)
    many = voice.speech.company_fields([ranked.peer for ranked in facts.peers])
    group = "one" if len(facts.peers) == 1 else "many"
    first = opening(voice)
    no = refusal_paragraph(stated, voice)
    is_better = speaks_against_the_match(voice)
    intro = voice.say(f"intro.{group}" if is_better else f"intro.instead.{group}", many) if facts.peers else ""
    people, common = _people(voice)
    shared = voice.say("peer.shared", {**many, "details": common}) if common else ""
    unknown = _unknown({**voice.event, **many}, voice)
    handover = voice.say(f"handover.{group}", many)
    disclosed = disclosure(voice)
    end = door(stated, voice)
    extra = voice.say(f"extra.{group}", many)
    aim = voice.say("aim", voice.event) if is_better else ""
    way_on = (
        Piece(shared, GONE_WHEN_BRIEF - 5 if voice.is_brief else SHARED),
        Piece(unknown, GONE_WHEN_BRIEF if voice.is_brief else 0),
        Piece(handover, HANDOVER if voice.is_brief else 0),
        Piece(extra, fill=1),
        Piece(disclosed),
    )
    return [
        first,
        (*no, Piece(aim, fill=2)),
        (Piece(intro, INTRO if voice.is_brief else 0),),
        *people,
        way_on,
        end,
    ]


GONE_WHEN_BRIEF, INTRO, HANDOVER, SHARED = 90, GOAL + 5, 30, 45
"""What a brief letter leaves out: the unknown calendar, then the words that lead in the peers, then the goal."""


def _people(voice: Voice) -> tuple[list[Paragraph], str]:
    """A paragraph for each peer, and what all of them share, which is said once; nothing is said of each in turn."""
    common = shared_details(voice)
    told = {common} if common else set()
    people = []
    for place, ranked in enumerate(voice.facts.peers):
        details = telling_details(ranked, voice)
        people.append(peer_words(ranked, place, voice, is_told=bool(common) or details in told))
        told.add(details)
    is_said = any(words.has_details for words in people)
    return [_paragraph(words, voice) for words in people], "" if is_said else common


def _paragraph(words: PeerWords, voice: Voice) -> Paragraph:
    """The peer with reasons, the least telling to go first, and the contact line below."""
    order = sorted(rank for rank, _sentence in words.more)
    last = 80 if voice.is_brief else _LAST_EXTRA
    more = (
        Piece(said, fill=2)
        if rank == ONLY_TO_FILL
        else Piece(said, last if (at := order.index(rank)) == 0 else SECOND + 20 + at)
        for rank, said in words.more
    )
    return Piece(words.first), *more, Piece(f"\n{words.contact}" if words.contact else "")


def _unknown(fields: dict[str, str], voice: Voice) -> str:
    """The one sentence on what is not known: always the calendar, for a single peer one more thing."""
    if len(voice.facts.peers) != 1:
        return voice.say("unknown.many", fields)
    is_sayable = voice.manner.language == SCREEN_LANGUAGE and not voice.is_brief
    others = [phrase for phrase in voice.facts.peers[0].unknown if "calendar" not in phrase] if is_sayable else []
    if others:
        return voice.say("unknown.more", fields | {"other": others[0]})
    return voice.say("unknown.one", fields)


def disclosure(voice: Voice) -> str:
    """What the owner gets for it: each recorded benefit by name, else plainly nothing."""
    peers = [ranked.peer for ranked in voice.facts.peers]
    paid = [peer for peer in peers if peer.benefit.strip()]
    if not paid:
        return voice.say("disclosure.nothing") if peers else ""
    said = _benefits(paid, voice)
    others = [unmarked_name(peer.name) for peer in peers if peer not in paid]
    if others:
        said.append(voice.say("disclosure.rest", {"others": voice.speech.join(others)}))
    return " ".join(said)


def _benefits(paid: Sequence[Peer], voice: Voice) -> list[str]:
    """Each recorded benefit as a sentence, with all who share it; words in another language are quoted."""
    own_words = records_speak(voice.facts, voice.manner)
    said: list[str] = []
    shared: dict[str, list[str]] = {}
    for peer in paid:
        words = peer.benefit.strip(" .")
        whole = voice.speech.benefit_as_clause(peer, words) if own_words else ""
        if whole:
            said.append(voice.say("disclosure.said", {"benefit": whole}, len(said)))
        else:
            words = voice.speech.mid_sentence(words) if own_words else voice.speech.quoted(words)
            shared.setdefault(words, []).append(unmarked_name(peer.name))
    for turn, (words, names) in enumerate(shared.items(), len(said)):
        said.append(voice.say("disclosure.benefit", {"name": voice.speech.join(names), "benefit": words}, turn))
    return said
