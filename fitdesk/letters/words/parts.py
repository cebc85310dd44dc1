"""What several kinds of letters share: thanks and goal, the clear no with reasons, the open door, lists of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fitdesk.domain.assessment import Side
from fitdesk.domain.letter import LetterKind
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.languages.language import GoalWords
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.reasons import DATE, Reason, choose_reasons
from fitdesk.letters.words.plan import Paragraph, Piece
from fitdesk.letters.words.reason_words import my_work, reason_words
from fitdesk.letters.words.sayable import (
    client_language,
    client_speaks,
    offering_of,
    records_speak,
    said_topics,
    topic_names,
)

GOAL, SECOND = 60, 50
"""When they are left out: the goal first of a brief letter, the second reason before the last words on a peer."""

_OF_TIME: Final = frozenset({DATE, "leadtime", "capacity"})
_OF_MATCH: Final = frozenset({"goal", "overdeliver", "audience", "format", "language", "style", "churn", "scope"})


def opening(voice: Voice) -> Paragraph:
    """Thanks, and the client's goal in the client's own words; of a brief letter the goal goes first."""
    return Piece(voice.say("thanks", voice.event)), Piece(say_goal(voice), GOAL if voice.is_brief else 0)


def goal_words(voice: Voice) -> GoalWords:
    """The client's goal for a sentence; in another language than the letter's it can only be quoted."""
    goal = voice.facts.inquiry.goal
    said = voice.speech.goal(goal, client_language(voice.facts), voice.manner)
    return said if client_speaks(voice.facts, voice.manner) else GoalWords(quote=said.quote)


def asked_topics(voice: Voice) -> str:
    """What the client wants it to be about, as a list; "" when unknown or in another language."""
    return voice.speech.join(said_topics(voice.facts, voice.manner, voice.speech))


def say_goal(voice: Voice) -> str:
    """The goal woven in, quoted, or named by its topics; where nothing is known, that the request was read with care.

    Who only has questions owes no answer yet, and says nothing then.
    """
    words, topics = goal_words(voice), asked_topics(voice)
    if words.wish:
        return voice.say("goal.woven", {"goal_wish": words.wish})
    if words.quote:
        return voice.say("goal.quoted", {"goal_quote": words.quote})
    if topics:
        return voice.say("goal.topics", {"topics": topics})
    return voice.say("goal.none") if voice.kind is not LetterKind.QUESTIONS else ""


def recall(voice: Voice, told: str, topics: str) -> str:
    """What it was about, in a letter written later: the block ``told`` with the goal, else ``topics``, else ""."""
    quote, asked = goal_words(voice).quote, asked_topics(voice)
    if quote:
        return voice.say(told, {"goal_quote": quote})
    return voice.say(topics, {"topics": asked}) if asked else ""


def stated_reasons(voice: Voice) -> tuple[Reason, ...]:
    """The one or two reasons that a No of this kind states, of those that are recorded."""
    reasons = _consistent(voice.facts)
    if voice.kind is LetterKind.NOT_FOR_ME:
        mine = [reason for reason in reasons if reason.side is Side.FOR_ME][:1]
        busy = [reason for reason in reasons if reason.criterion == DATE]
        return tuple((busy or mine) if busy or mine else choose_reasons(reasons))
    if voice.kind is LetterKind.NOT_NOW:
        of_time = [reason for reason in reasons if reason.criterion in _OF_TIME]
        # Where it would suit later, only what passes with time can stand against it now.
        return choose_reasons(of_time if of_time or voice.facts.particulars.come_back else reasons)
    return choose_reasons(reasons)


def _consistent(facts: LetterFacts) -> list[Reason]:
    """Whose field it is not cannot say that the result would come close."""
    is_foreign = any(reason.criterion == "goal" for reason in facts.reasons)
    return [one for one in facts.reasons if one.criterion != "overdeliver" or one.is_veto or not is_foreign]


def speaks_against_the_match(voice: Voice) -> bool:
    """Whether a recorded reason says that the work itself does not fit."""
    return any(reason.criterion in _OF_MATCH for reason in voice.facts.reasons)


def say_reason(reason: Reason, voice: Voice) -> str:
    """A reason that stands for itself."""
    words = reason_words(reason.criterion, voice.facts, voice.manner)
    return voice.say(f"reason.{words.case}", words.fields) or voice.say(f"reason.{words.plain}")


def second_reason(stated: Sequence[Reason], voice: Voice) -> str:
    """The second reason, led in by its noun where it has one; "" when there is one reason only."""
    if len(stated) < 2:
        return ""
    criterion = stated[1].criterion
    words = reason_words(criterion, voice.facts, voice.manner)
    block = f"reason.{words.case}"
    noun = voice.speech.term(f"noun_{criterion}") if f"noun_{criterion}" in voice.speech.book.terms else ""
    options = voice.options(block, words.fields) or voice.options(f"reason.{words.plain}", {})
    single = tuple(option for option in options if ":" not in option and ". " not in option) if noun else ()
    said = voice.choose(single, block)
    if not said:
        return voice.choose(options, block)
    return voice.say("reason.second", {"noun": noun, "reason": voice.speech.mid_sentence(said)})


def refusal(stated: Sequence[Reason], voice: Voice) -> tuple[str, str]:
    """The clear no, and its first reason (or "")."""
    if not stated:
        return voice.say(f"refusal.{'unsaid' if voice.facts.peers else 'plain'}"), ""
    case = "them"
    if all(reason.criterion in (_OF_TIME if voice.kind is LetterKind.NOT_NOW else (DATE,)) for reason in stated):
        case = "date"
    elif voice.kind is LetterKind.NOT_FOR_ME or stated[0].side is Side.FOR_ME:
        case = "me"
    return voice.say(f"refusal.{case}"), say_reason(stated[0], voice)


def refusal_paragraph(stated: Sequence[Reason], voice: Voice, *more: Piece) -> Paragraph:
    """The no, its reason, in a full letter the second one, and ``more``."""
    no, first = refusal(stated, voice)
    second = "" if voice.is_brief else second_reason(stated, voice)
    return Piece(no), Piece(first), Piece(second, SECOND), *more


def door(stated: Sequence[Reason], voice: Voice) -> Paragraph:
    """The open door: for the owner's own topic, for another date, or in general."""
    if voice.is_brief:
        return (Piece(voice.say("door.brief")),)
    criteria = {reason.criterion for reason in stated}
    is_asked_to_wait = voice.kind is LetterKind.NOT_NOW and voice.facts.particulars.come_back is not None
    if criteria == {DATE} and not is_asked_to_wait:
        return (Piece(voice.say("door.date")),)
    if "goal" in criteria and records_speak(voice.facts, voice.manner):
        wanted = set(said_topics(voice.facts, voice.manner, voice.speech))
        mine = topic_names(offering_of(voice.facts).topics, voice.speech, depth=2)
        own = next((name for name in mine if name not in wanted), "")
        if own:
            return (Piece(voice.say("door.topic", {"my_topic": own})),)
    return (Piece(voice.say("door.plain")),)


def work_of(voice: Voice) -> str:
    """What the owner's offering is about, in the letter's language."""
    return my_work(voice.facts, voice.manner, voice.speech)


def fact_list(facts: Sequence[tuple[str, str]], voice: Voice) -> str:
    """Labelled facts, each on a line of its own: "Place: Lyon"; those without a value are left out."""
    return "".join(f"\n{voice.speech.labelled(voice.speech.term(label), value)}" for label, value in facts if value)
