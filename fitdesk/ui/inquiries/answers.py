"""What the owner can answer with one click: each choice with the inquiry as it stands once it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from fitdesk.domain.assessment import AskWhom, Assessment, Question
from fitdesk.domain.inquiry import DecisionPower, Inquiry, OwnersWord
from fitdesk.i18n import _, plural


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice on a button, and the owner's word it stands for."""

    label: str
    word: OwnersWord


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """One question with its choices. ``prompt`` says in a few words what is chosen; empty when the question does."""

    prompt: str
    answers: tuple[Answer, ...]


NOTHING = AnswerSet("", ())
EFFORT_DAYS = (Decimal("0.5"), Decimal(1), Decimal(2), Decimal(3), Decimal(5))
TRAVEL_HOURS = (1, 2, 4, 8)


def answers_to(question: Question | None, assessment: Assessment | None, inquiry: Inquiry) -> AnswerSet:
    """The choices for a question the owner can answer; none for a question to the client or one without choices."""
    if question is None or assessment is None or question.whom is not AskWhom.OWNER:
        return NOTHING
    word = inquiry.owners_word
    match question.criterion:
        case "goal":
            return _depth(inquiry, word)
        case "overdeliver":
            return _confidence(assessment, word)
        case "capacity" | "margin":
            return _effort(word)
        case "access":
            return _power(word)
        case "travel":
            return _travel(word)
    return NOTHING


def _depth(inquiry: Inquiry, word: OwnersWord) -> AnswerSet:
    """One depth for all that the client wants: each topic they named, or their goal when they named none."""
    wanted = inquiry.event.topics or ((inquiry.goal,) if inquiry.goal else ())
    if not wanted:
        return NOTHING
    labels = (_("Not mine"), _("Touched on"), _("Solid"), _("My deepest work"))
    said = {topic for topic, _depth_said in word.topic_depths}
    fresh = tuple(topic for topic in wanted if topic not in said) or wanted
    kept = tuple(pair for pair in word.topic_depths if pair[0] not in fresh)
    return AnswerSet(
        _("“{topic}” is").replace("{topic}", fresh[0]) if len(fresh) == 1 else _("These topics are"),
        tuple(
            Answer(label, replace(word, topic_depths=(*kept, *((topic, depth) for topic in fresh))))
            for depth, label in enumerate(labels)
        ),
    )


def _confidence(assessment: Assessment, word: OwnersWord) -> AnswerSet:
    if word.confidence is None and assessment.offering.confidence is None:
        levels = ((_("Yes, surely"), 95), (_("Very likely"), 80), (_("Perhaps"), 60), (_("No"), 30))
        return AnswerSet("", tuple(Answer(label, replace(word, confidence=percent)) for label, percent in levels))
    counts = ((_("None yet"), 0), (_("One"), 1), (_("Two or three"), 2), (_("More"), 5))
    return AnswerSet(
        _("Similar jobs done:"), tuple(Answer(label, replace(word, similar_jobs=count)) for label, count in counts)
    )


def _effort(word: OwnersWord) -> AnswerSet:
    return AnswerSet("", tuple(Answer(_days(days), replace(word, effort_days=days)) for days in EFFORT_DAYS))


def _days(days: Decimal) -> str:
    return _("Half a day") if days < 1 else plural("{n} day", "{n} days", int(days))


def _power(word: OwnersWord) -> AnswerSet:
    powers = (
        (_("They decide"), DecisionPower.DECIDER),
        (_("They recommend"), DecisionPower.SPONSOR),
        (_("Neither"), DecisionPower.NEITHER),
    )
    return AnswerSet("", tuple(Answer(label, replace(word, power=power)) for label, power in powers))


def _travel(word: OwnersWord) -> AnswerSet:
    return AnswerSet(
        _("One way:"),
        tuple(
            Answer(plural("{n} hour", "{n} hours", hours), replace(word, travel_hours=Decimal(hours)))
            for hours in TRAVEL_HOURS
        ),
    )
