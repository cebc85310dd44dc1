"""What an answer would do, and what would turn a verdict, in words that can be said aloud."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build import EVENT_DAY, TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import Assessment
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.event import Format
from fitdesk.domain.fit import assess_all
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.wording import length_words

BOOKED = CalendarEntry(first=EVENT_DAY, last=EVENT_DAY, title="Residential week")


def judged(
    inquiry: Inquiry, *entries: CalendarEntry, owner: dict[str, Any] | None = None, **offering: Any
) -> Assessment:
    (found,) = assess_all(inquiry, (an_offering(**offering),), an_owner(**(owner or {})), entries, TODAY)
    return found


def effect(found: Assessment) -> str:
    assert found.next_question is not None
    return found.next_question.effect


def test_a_depth_is_told_as_a_condition() -> None:
    found = judged(an_inquiry(event=an_event(topics=("beekeeping",))))
    assert effect(found) == (
        "a good fit if it is your deepest work or it is solid work; "
        "a no if you have only touched on it or it is not yours"
    )


def test_a_day_that_cannot_move_is_told_as_a_condition() -> None:
    assert "a no if it cannot move" in effect(judged(an_inquiry(), BOOKED))


def test_how_sure_one_is_is_told_as_a_condition() -> None:
    assert effect(judged(an_inquiry(), confidence=None)).startswith("a good fit if you are ")


def changes(found: Assessment) -> list[str]:
    return [one.sentence for one in found.counterfactuals if one.criterion == "format"]


def test_where_only_the_length_differs_only_the_length_is_said() -> None:
    strict = {"thresholds": replace(an_owner().thresholds, accept_fit=99.0)}
    long = judged(asked(format=Format.MODERATION, duration_minutes=600), owner=strict,
                  formats=(Format.MODERATION,), minutes=(60, 540))  # fmt: skip
    assert changes(long) == ["It would be a good fit if it took 9 hours"]
    short = judged(asked(duration_minutes=90), owner=strict)
    assert changes(short) == ["It would be a good fit if it took 75 minutes"]


def test_another_format_is_named_with_its_article() -> None:
    strict = {"thresholds": replace(an_owner().thresholds, accept_fit=96.0)}
    assert changes(judged(asked(format=Format.WORKSHOP), owner=strict)) == [
        "It would be a good fit if they wanted a keynote"
    ]
    assert changes(judged(asked(format=Format.WORKSHOP, duration_minutes=180), owner=strict)) == [
        "It would be a good fit if they wanted a keynote for 75 minutes"
    ]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (120, "120 minutes"), (150, "2½ hours"), (140, "2 hours 20 minutes"), (540, "9 hours")],
)
def test_lengths_above_two_hours_are_told_in_hours(minutes: int, words: str) -> None:
    assert length_words(minutes) == words
