"""Letters written later: after the event, and before the next planning season."""

from __future__ import annotations

from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.parts import GOAL, recall, work_of
from fitdesk.letters.words.peer_words import unmarked_name
from fitdesk.letters.words.plan import Paragraph, Piece


def after_event(voice: Voice) -> list[Paragraph]:
    """How did it go: with the peers who were named, or what has stayed of the owner's own work."""
    if voice.facts.particulars.was_mine:  # who was there does not ask how it went
        first: Paragraph = (Piece(voice.say("after_event.own")),)
    else:
        first = Piece(voice.say("after_event.open", voice.event)), Piece(_recommended(voice))
    aim = recall(voice, "after_event.goal", "after_event.topics")
    return [
        first,
        (Piece(aim, GOAL if voice.is_brief else 0), Piece(voice.say("after_event.ask"))),
        (Piece(voice.say("after_event.door")),),
    ]


def _recommended(voice: Voice) -> str:
    """Whether the peers who were named were of use; "" when nobody was."""
    peers = [ranked.peer for ranked in voice.facts.peers]
    names = [unmarked_name(peer.name) for peer in peers]
    if len(peers) == 1:
        return voice.say("after_event.peer", {**voice.speech.company_fields(peers), "name": names[0]})
    return voice.say("after_event.peers", {"names": voice.speech.join(names)}) if peers else ""


def season_of(voice: Voice) -> str:
    """The year that is planned next."""
    return str(voice.facts.day.year + 1)


def next_season(voice: Voice) -> list[Paragraph]:
    """A sign of life to somebody who wrote before, when plans are made."""
    received, today = voice.facts.inquiry.received, voice.facts.day
    year = str(received.year) if received and received.year != today.year else ""
    opened = voice.say("next_season.open", {**voice.event, "year": year})
    aim = recall(voice, "next_season.goal", "next_season.topics")
    now = voice.say("next_season.now", {"season": season_of(voice)})
    mine = work_of(voice)
    work = voice.say("next_season.work", {"my_work": mine}) if mine else voice.say("next_season.plain")
    return [
        (Piece(opened), Piece(aim, GOAL if voice.is_brief else 0)),
        (Piece(now), Piece(work)),
        (Piece(voice.say("next_season.offer")),),
    ]
