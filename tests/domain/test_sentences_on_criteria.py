"""The sentence of each criterion follows from the figures that decide it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from build import BERLIN, TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.event import Format, Mode
from fitdesk.domain.fit import assess_all
from fitdesk.domain.inquiry import Inquiry, OwnersWord, StyleWish
from fitdesk.domain.offering import LanguageLevel, Offering


def finding(key: str, inquiry: Inquiry, offering: Offering, **owner: Any) -> Finding:
    (found,) = assess_all(inquiry, (offering,), an_owner(**owner), (), TODAY)
    return found.contribution(key).finding


def test_work_without_a_month_names_the_load_that_it_brings_by_itself() -> None:
    undated = asked(dates=())
    long = finding("capacity", undated, an_offering(effort_days=Decimal(14)), capacity_cap=Decimal(110))
    assert long.value.high == 0
    assert long.sentence == "14 days of work, 117 % of what you sell in a month; which month is not known"


def test_similar_jobs_are_not_counted_for_what_is_not_ones_work() -> None:
    foreign = an_inquiry(event=an_event(topics=("stand-up comedy",)))
    assert finding("overdeliver", foreign, an_offering()).sentence == "nothing to stake a testimonial on"


def test_what_follows_from_a_depth_is_told_in_steps_of_five() -> None:
    either_way = an_inquiry(event=an_event(topics=("risk", "beekeeping")))
    assert finding("overdeliver", either_way, an_offering(confidence=92)).sentence.startswith(
        "55–90 % sure, depending on the depth"
    )
    deep = an_inquiry(
        event=an_event(topics=("risk", "beekeeping")), owners_word=OwnersWord(topic_depths=(("beekeeping", 3),))
    )
    assert finding("overdeliver", deep, an_offering()).sentence.startswith("no more than 90 % sure at this depth")


def test_what_the_owner_stated_is_told_as_stated() -> None:
    assert finding("overdeliver", an_inquiry(), an_offering(confidence=92)).sentence == (
        "92 % sure of delighting them, 24 similar jobs done"
    )


@pytest.mark.parametrize(
    ("package", "said"),
    [
        ("Twelve days over a year, one quarter at a time.", "“Twelve days over a year, one quarter at a time”"),
        ("One talk", "“One talk”"),
    ],
)
def test_a_package_stands_in_the_sentence_as_a_quotation(package: str, said: str) -> None:
    offering = an_offering(fixed_package=True, package=package)
    assert finding("scope", an_inquiry(scope=None), offering).sentence == f"a fixed package: {said}"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (StyleWish(4, 3, 2, 3), "tone stated on 4 of 4 scales, 1 step apart on average"),
        (StyleWish(1, 3, 2, 0), "tone stated on 4 of 4 scales, 1.5 steps apart on average"),
        (StyleWish(energy=3), "tone stated on 1 of 4 scales, no step apart"),
        (StyleWish(), "tone wanted not stated"),
    ],
)  # fmt: skip
def test_steps_are_counted_as_one_says_them(style: StyleWish, said: str) -> None:
    assert finding("style", an_inquiry(style=style), an_offering()).sentence == said


def test_a_language_that_nobody_stated_is_one_or_the_other() -> None:
    from_berlin = an_inquiry(event=an_event(language=None, place=BERLIN), language="en")
    offering = an_offering(languages=(("en", LanguageLevel.FLUENT), ("de", LanguageLevel.FLUENT)))
    assert (
        finding("language", from_berlin, offering).sentence == "not stated; where it is held, German or English will do"
    )


def test_a_journey_to_what_is_only_given_online_is_told_as_such() -> None:
    there = an_inquiry(event=an_event(place=BERLIN, mode=Mode.IN_PERSON))
    said = finding("travel", there, an_offering(modes=(Mode.VIRTUAL,))).sentence
    assert said.startswith("only given online; on site Berlin would be about ")
    assert finding("travel", there, an_offering()).sentence.startswith("Berlin: about ")


def test_what_rules_the_work_out_is_not_rounded_to_enough() -> None:
    topics = ("beekeeping", "chess", "opera", "sailing", "pottery", "tango", "falconry", "origami")
    word = OwnersWord(topic_depths=tuple((topic, 0 if n == 0 else 1) for n, topic in enumerate(topics)))
    found = finding("overdeliver", an_inquiry(event=an_event(topics=topics), owners_word=word), an_offering())
    assert found.veto is VetoState.CONFIRMED
    assert found.sentence == "no more than 45 % sure at this depth, 24 similar jobs done"


def test_another_kind_of_session_is_named_as_one_says_it() -> None:
    wanted = asked(format=Format.WORKSHOP)
    offering = an_offering(formats=(Format.KEYNOTE, Format.MODERATION))
    assert finding("format", wanted, offering).sentence == "a workshop wanted; this is a keynote or moderation"


def test_what_one_day_earns_is_not_told_as_a_rate() -> None:
    found = finding("margin", an_inquiry(), an_offering(effort_days=Decimal(1)))
    assert found.sentence == "£7,500 for one day of work; your target is £2,000"
