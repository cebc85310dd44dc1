"""The call card: what to say on the telephone, for the owner's own desk; it never leaves the house."""

from __future__ import annotations

from fitdesk.letters.phrases.book import plain
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.parts import asked_topics, goal_words, say_reason, stated_reasons
from fitdesk.letters.words.peer_words import contact_line, peer_fields, unmarked_name
from fitdesk.letters.words.sayable import records_speak


def card_title(voice: Voice) -> str:
    """ "Call with Maria Fontaine: a leadership summit"."""
    contact = voice.facts.inquiry.contact
    client = plain(contact.name or contact.organization or "")
    return voice.say("card.title", {**voice.event, "client": client})


def call_card(voice: Voice) -> tuple[str, ...]:
    """Goal, limit, who fits, objections, next step: each a heading in bold and lines below it."""
    facts = voice.facts
    peers = [ranked.peer for ranked in facts.peers]
    many = voice.speech.company_fields(peers)
    objections = [voice.say("card.still_you"), voice.say("card.cheaper")]
    if peers:
        objections += [voice.say("card.promise", many), _why(voice)]
    sections = (
        ("card_goal", [_goal(voice)]),
        ("card_limit", [voice.say("card.no"), *(say_reason(reason, voice) for reason in stated_reasons(voice))]),
        ("card_who", _people(voice)),
        ("card_objections", objections),
        ("card_next", [voice.say("card.next", many) if peers else voice.say("card.next_nobody")]),
    )
    return tuple(
        "\n".join((f"**{voice.speech.term(heading)}**", *said))
        for heading, lines in sections
        if (said := [line for line in lines if line.strip()])
    )


def _goal(voice: Voice) -> str:
    quote, topics = goal_words(voice).quote, asked_topics(voice)
    if not quote and not topics:
        return voice.say("card.goal_unknown")
    return voice.say("card.goal", {"goal_quote": quote, "topics": topics})


def _why(voice: Voice) -> str:
    """What is in it for the owner: nothing, or each benefit as it is recorded."""
    paid = [ranked.peer for ranked in voice.facts.peers if ranked.peer.benefit.strip(" .")]
    if not paid:
        return voice.say("card.why")
    own_words = records_speak(voice.facts, voice.manner)
    said = [
        (unmarked_name(peer.name), voice.speech.mid_sentence(words) if own_words else voice.speech.quoted(words))
        for peer in paid
        if (words := peer.benefit.strip(" ."))
    ]
    return voice.say("card.why_benefit", {"benefit": "; ".join(voice.speech.labelled(*one) for one in said)})


def _people(voice: Voice) -> list[str]:
    """Each peer with why and how to reach them; that nobody is known only where the owner said so."""
    if not voice.facts.peers:
        return [voice.say("card.nobody")] if voice.facts.particulars.knows_nobody else []
    lines = []
    for place, ranked in enumerate(voice.facts.peers):
        fields = peer_fields(ranked, voice)
        why = voice.say("card.peer_why", fields, place) if fields["topics"] else ""
        lines += [" ".join(filter(None, (voice.say("card.peer", fields, place), why))), contact_line(ranked.peer)]
    return lines
