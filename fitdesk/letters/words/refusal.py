"""The Noes without a referral: I am wrong for you, it is not for me, not now."""

from __future__ import annotations

from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.parts import (
    SECOND,
    asked_topics,
    door,
    goal_words,
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

_WISHES, _JUDGEMENT = 70, 75


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
    first, no = opening(voice), refusal_paragraph(stated, voice)
    nobody = voice.say("decline.nobody") if voice.facts.particulars.knows_nobody else ""
    return [
        first,
        (*no, Piece(_no_judgement(voice), _JUDGEMENT if voice.is_brief else 0)),
        (Piece(nobody, SECOND if voice.is_brief else 0),),
        (Piece(voice.say("decline.wishes", voice.event), _WISHES if voice.is_brief else 0), *door(stated, voice)),
    ]


def _no_judgement(voice: Voice) -> str:
    """That it is about the owner and not about the plans; their subject is named where nothing else has said it."""
    if speaks_against_the_match(voice):
        return ""
    said_before = not goal_words(voice).wish and not goal_words(voice).quote
    return voice.say("decline.not_you", {"topics": "" if said_before else asked_topics(voice)})


def not_now(voice: Voice) -> list[Paragraph]:
    """The right match at the wrong time, and from when on it would suit.

    That they suit each other is not said where neither a reason nor a better time can be: it would only hurt."""
    facts, stated = voice.facts, stated_reasons(voice)
    first, match = opening(voice), ""
    if not speaks_against_the_match(voice) and (stated or facts.particulars.come_back):
        match = voice.say("not_now.match", {**voice.event, "my_work": _shared_work(voice)})
    if not stated:  # what is not on record is not said: neither that it fails on the day, nor that it does not
        no, reason = voice.say("not_now.unsaid"), ""
    elif match:
        no, reason = voice.say("not_now.refusal"), say_reason(stated[0], voice)
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
