"""The owner's word on a request: how sure, how many days of work, how deep in each stated topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from math import ceil

from fitdesk.domain.answers_goal import DEPTHS, depth_words
from fitdesk.domain.case import case_for
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.judges_goal import stated_topics
from fitdesk.domain.lever import Lever, LeverChoice, LeverKind, Value
from fitdesk.domain.levers_of_clients import exact_decimal
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.ranges import Range
from fitdesk.domain.wording import days_words
from fitdesk.i18n import _

LEAST_SURE = 30
MOST_TOPICS = 3
"""Stated topics that get a lever each; more would be a form."""
USUAL_EFFORT = Decimal(5)


def owner_levers(
    inquiry: Inquiry, offering: Offering, owner: Owner, today: date, siblings: Sequence[Offering]
) -> tuple[Lever, ...]:
    """Confidence, effort, and the depth of the first topics that the client stated."""
    case = case_for(inquiry, offering, owner, (), today, siblings=siblings)
    topics = dict.fromkeys(stated_topics(case))
    return (
        _confidence(offering),
        _effort(inquiry, offering, owner),
        *(_depth(phrase, len(topics) > 1) for phrase in list(topics)[:MOST_TOPICS]),
    )


def _confidence(offering: Offering) -> Lever:
    usual = offering.confidence
    unknown = _("not stated") if usual is None else _("the offering’s {n} %").format(n=usual)
    return Lever(
        "confidence", _("Sure to delight"), "overdeliver", LeverKind.NUMBER, _read_confidence, _write_confidence,
        float(LEAST_SURE), 100.0, 5.0, unit="%", unknown=unknown, is_owners=True,
    )  # fmt: skip


def _read_confidence(inquiry: Inquiry) -> Value | None:
    said = inquiry.owners_word.confidence
    return None if said is None else Range.exactly(float(said))


def _write_confidence(inquiry: Inquiry, value: Value | None) -> Inquiry:
    return _with_word(inquiry, confidence=round(value.low) if isinstance(value, Range) else None)


def _effort(inquiry: Inquiry, offering: Offering, owner: Owner) -> Lever:
    usual = offering.effort_days
    known = max(usual or USUAL_EFFORT, inquiry.owners_word.effort_days or Decimal(0))
    top = max(2.5 * float(known), min(float(owner.capacity_days or 0), 2 * float(known)))
    step = 0.5 if top <= 40 else 1.0
    unknown = _("not stated") if usual is None else _("the offering’s {days}").format(days=days_words(usual))
    return Lever(
        "effort", _("Days of work"), "capacity", LeverKind.NUMBER, _read_effort, _write_effort,
        step, float(ceil(top)), step, unit=_("days"), unknown=unknown, is_owners=True,
    )  # fmt: skip


def _read_effort(inquiry: Inquiry) -> Value | None:
    said = inquiry.owners_word.effort_days
    return None if said is None else Range.exactly(float(said))


def _write_effort(inquiry: Inquiry, value: Value | None) -> Inquiry:
    return _with_word(inquiry, effort_days=exact_decimal(value.low) if isinstance(value, Range) else None)


def _depth(phrase: str, is_one_of_several: bool) -> Lever:
    label = _("Depth in “{topic}”").format(topic=phrase) if is_one_of_several else _("Depth in the topic")
    return Lever(
        f"depth:{phrase}", label, "goal", LeverKind.CHOICE, partial(_read_depth, phrase), partial(_write_depth, phrase),
        choices=tuple(LeverChoice(depth, depth_words(depth)[:1].upper() + depth_words(depth)[1:]) for depth in DEPTHS),
        unknown=_("as the offering says"), is_owners=True,
    )  # fmt: skip


def _read_depth(phrase: str, inquiry: Inquiry) -> Value | None:
    return next((depth for topic, depth in inquiry.owners_word.topic_depths if topic == phrase), None)


def _write_depth(phrase: str, inquiry: Inquiry, value: Value | None) -> Inquiry:
    others = tuple(one for one in inquiry.owners_word.topic_depths if one[0] != phrase)
    said = ((phrase, value),) if isinstance(value, int) else ()
    return _with_word(inquiry, topic_depths=(*said, *others))


def _with_word(inquiry: Inquiry, **said: object) -> Inquiry:
    return replace(inquiry, owners_word=replace(inquiry.owners_word, **said))  # type: ignore[arg-type]
