"""Letters written later: after the event, and before the next planning season."""

from __future__ import annotations

from fitdesk.letters.compose_parts import work_of
from fitdesk.letters.peer_words import unmarked_name
from fitdesk.letters.plan import Paragraph, Piece
from fitdesk.letters.voice import Voice


def after_event(voice: Voice) -> list[Paragraph]:
    """How did it go: with the peer who was named, or with the owner."""
    facts = voice.facts
    peers = [ranked.peer for ranked in facts.peers]
    who = ""
    if facts.particulars.was_mine:
        who = voice.say("after_event.own")
    elif len(peers) == 1:
        name = unmarked_name(peers[0].name)
        who = voice.say("after_event.peer", {**voice.speech.company_fields(peers), "name": name})
    elif peers:
        who = voice.say("after_event.peers")
    opened = voice.say("after_event.open", voice.event)
    return [
        (Piece(opened), Piece(who)),
        (Piece(voice.say("after_event.ask")),),
        (Piece(voice.say("after_event.door")),),
    ]


def season_of(voice: Voice) -> str:
    """The year that is planned next."""
    return str(voice.facts.day.year + 1)


def next_season(voice: Voice) -> list[Paragraph]:
    """A sign of life to somebody who wrote before, when plans are made."""
    received, today = voice.facts.inquiry.received, voice.facts.day
    year = str(received.year) if received and received.year != today.year else ""
    opened = voice.say("next_season.open", {**voice.event, "year": year})
    now = voice.say("next_season.now", {"season": season_of(voice)})
    mine = work_of(voice)
    work = voice.say("next_season.work", {"my_work": mine}) if mine else voice.say("next_season.plain")
    return [
        (Piece(opened), Piece(now)),
        (Piece(work), Piece(voice.say("next_season.offer"))),
    ]
