"""The Noes without a referral: I am wrong for you, it is not for me, not now."""

from __future__ import annotations

from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.parts import (
    SECOND,
    door,
    opening,
    refusal,
    refusal_paragraph,
    say_reason,
    speaks_against_the_match,
    stated_reasons,
)
from fitdesk.letters.words.plan import Paragraph, Piece
from fitdesk.letters.words.reason_words import MOST_TOPICS, needed_topics
from fitdesk.letters.words.sayable import matching_topics, offering_of, records_speak, topic_names

_WISHES = 70


def wrong_for_you(voice: Voice) -> list[Paragraph]:
    """I am not right for you: what to look for in somebody else, and good wishes."""
    facts, speech, stated = voice.facts, voice.speech, stated_reasons(voice)
    needs = speech.join(needed_topics(facts, voice.manner, speech)[:MOST_TOPICS])
    nobody = voice.say("decline.nobody") if facts.particulars.knows_nobody else ""
    return [
        opening(voice),
        refusal_paragraph(stated, voice),
        (
            Piece(nobody, SECOND if voice.is_brief else 0),
            Piece(
                voice.say("decline.look_for", {"needs": needs}) if needs else "", SECOND - 5 if voice.is_brief else 0
            ),
        ),
        (Piece(voice.say("decline.wishes", voice.event), _WISHES if voice.is_brief else 0), *door(stated, voice)),
    ]


def not_for_me(voice: Voice) -> list[Paragraph]:
    """The work is not for me, with the one reason for it."""
    stated = stated_reasons(voice)
    return [
        opening(voice),
        refusal_paragraph(stated, voice),
        (Piece(voice.say("decline.wishes", voice.event), _WISHES if voice.is_brief else 0), *door(stated, voice)),
    ]


def not_now(voice: Voice) -> list[Paragraph]:
    """The right match at the wrong time, and from when on it would suit.

    That they suit each other is not said where neither a reason nor a better time can be: it would only hurt."""
    facts, stated = voice.facts, stated_reasons(voice)
    first, match = opening(voice), ""
    if not speaks_against_the_match(voice) and (stated or facts.particulars.come_back):
        match = voice.say("not_now.match", {**voice.event, "my_work": _shared_work(voice)})
    if match:
        no = voice.say("not_now.refusal")
        reason = say_reason(stated[0], voice) if stated else ""
    else:
        no, reason = refusal(stated, voice)
    again = offer = ""
    if facts.particulars.come_back:
        day = voice.speech.say_day(facts.particulars.come_back, voice.manner.locale, near=facts.day)
        again, offer = voice.say("not_now.again", {"come_back": day}), voice.say("not_now.offer")
    return [
        first,
        (Piece(match), Piece(no), Piece(reason)),
        (Piece(again), Piece(offer, 55 if voice.is_brief else 0)),
        door(stated, voice),
    ]


def _shared_work(voice: Voice) -> str:
    """What the client asks for and the owner knows well, in the owner's words; "" where the two do not meet."""
    found = (
        matching_topics(offering_of(voice.facts).topics, voice.facts)
        if records_speak(voice.facts, voice.manner)
        else {}
    )
    return voice.speech.join(topic_names(list(found.values())[:MOST_TOPICS], voice.speech, depth=0))
