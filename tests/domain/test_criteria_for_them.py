"""Each criterion of "right for them", by example."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build import EVENT_DAY, TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.answers_goal import DEPTHS, ask_goal
from fitdesk.domain.assessment import AskWhom, Finding, Verdict, VetoState, WhichNo
from fitdesk.domain.case import case_for
from fitdesk.domain.criteria import BY_KEY, CRITERIA
from fitdesk.domain.event import Format, Mode, Place
from fitdesk.domain.fit import assess
from fitdesk.domain.inquiry import Inquiry, OwnersWord, StyleWish
from fitdesk.domain.offering import Offering, Topic

CONFIRMED, POSSIBLE, CLEAR = VetoState.CONFIRMED, VetoState.POSSIBLE, VetoState.CLEAR
ANY = (0.0, 1.0)


def judge(key: str, inquiry: Inquiry, siblings: tuple[Offering, ...] = (), **offering: Any) -> Finding:
    case = case_for(inquiry, an_offering(**offering), an_owner(), (), TODAY, siblings=siblings)
    return BY_KEY[key].judge(case)


def value(finding: Finding) -> object:
    """Both ends, to be compared with a pair of numbers."""
    return pytest.approx((finding.value.low, finding.value.high))


def test_the_list_is_that_of_the_fit_model() -> None:
    weights = {criterion.key: criterion.weight for criterion in CRITERIA}
    assert list(weights.values()) == [20, 12, 7, 6, 4, 4, 4, 3, 11, 6, 5, 5, 5, 4, 4]
    assert sum(weights.values()) == 100
    never_stated = {criterion.key for criterion in CRITERIA if not criterion.letter}
    assert never_stated == {"margin", "strategic", "access"}


@pytest.mark.parametrize(
    ("topics", "expected", "veto"),
    [
        (("decisions with incomplete information",), (1, 1), CLEAR),
        (("deciding under uncertainty",), (1, 1), CLEAR),
        (("risk",), (0.8, 0.8), CLEAR),
        (("forecasting",), (0.3, 0.3), CLEAR),
        (("stand-up comedy",), (0, 0), CONFIRMED),
        (("an evening of stand-up comedy",), (0, 0), CONFIRMED),
        (("quantum cooking",), ANY, POSSIBLE),
        (("risk", "forecasting"), (0.55, 0.55), CLEAR),
        (("risk", "stand-up comedy"), (0.4, 0.4), CONFIRMED),
        (("risk", "forecasting", "stand-up comedy"), (1.1 / 3, 1.1 / 3), CLEAR),
        (("risk", "forecasting", "quantum cooking"), (1.1 / 3, 2.1 / 3), CLEAR),
        (("risk", "quantum cooking"), (0.4, 0.9), POSSIBLE),
    ],
)
def test_goal_follows_the_depth(topics: tuple[str, ...], expected: tuple[float, float], veto: VetoState) -> None:
    finding = judge("goal", asked(topics=topics))
    assert value(finding) == expected
    assert finding.veto is veto


def test_goal_says_how_a_phrase_was_read() -> None:
    finding = judge("goal", asked(topics=("deciding under uncertainty",)))
    assert finding.sentence == (
        "“deciding under uncertainty” read as your topic “decisions with incomplete information”, your depth 3"
    )


def test_goal_is_heard_in_the_goal_then_in_the_subject() -> None:
    silent = an_inquiry(event=an_event(topics=()), subject="", goal="We want less forecasting and more risk")
    heard = "“{}”: your depth {}, if it is about that"
    assert set(judge("goal", silent).sentence.split("; ")) == {heard.format("risk", 2), heard.format("forecasting", 1)}
    silent = replace(silent, goal=None, subject="A keynote on risk")
    assert judge("goal", silent).sentence == heard.format("risk", 2)
    silent = replace(silent, subject="A keynote", goal="Happier gardeners")
    assert judge("goal", silent).sentence == "“Happier gardeners”: depth not known"
    silent = replace(silent, goal=None)
    assert judge("goal", silent).sentence == "no topic and no goal stated"


@pytest.mark.parametrize(
    "goal",
    [
        "Less selling, more honesty",
        "That people laugh less at stand-up comedy",
        "That we decide better with incomplete information",
        "That nobody touches the risk again",
    ],
)
def test_what_is_only_heard_in_a_goal_opens_and_closes_no_door(goal: str) -> None:
    """A client who wants less selling asks for no talk on it: a topic named or the owner’s word settles it."""
    topics = (*an_offering().topics, Topic("sales training", 0, ("selling",)))
    heard = an_inquiry(event=an_event(topics=()), subject="", goal=goal)
    finding = judge("goal", heard, topics=topics)
    assert (value(finding), finding.veto) == (ANY, POSSIBLE)
    assert judge("overdeliver", heard, topics=topics).veto is POSSIBLE
    case = case_for(heard, an_offering(topics=topics), an_owner(), (), TODAY)
    asking = ask_goal(case)
    assert asking.whom is AskWhom.OWNER
    settled = {
        value_of: BY_KEY["goal"].judge(answer.case) for value_of, answer in zip(DEPTHS, asking.answers, strict=True)
    }
    assert value(settled[3]) == (1, 1)
    assert settled[0].veto is CONFIRMED


def test_goal_takes_the_owners_word_first() -> None:
    wanted = replace(asked(topics=("quantum cooking",)), owners_word=OwnersWord(topic_depths=(("quantum cooking", 2),)))
    assert value(judge("goal", wanted)) == (0.8, 0.8)


def test_goal_looks_at_the_other_offerings() -> None:
    other = an_offering(id=2, title="Garden talk", topics=(Topic("gardening", 3), Topic("taxes", 0)))
    finding = judge("goal", asked(topics=("gardening",)), siblings=(other,))
    assert value(finding) == (0.3, 0.3)
    assert finding.sentence == "“gardening”: your other offering “Garden talk” covers it"
    assert judge("goal", asked(topics=("taxes",)), siblings=(other,)).veto is CONFIRMED


def test_a_wide_word_does_not_close_a_door() -> None:
    """ "training" is not "sales training", so a depth of 0 there says nothing."""
    narrow = (Topic("sales training", 0),)
    assert judge("goal", asked(topics=("training",)), topics=narrow).veto is POSSIBLE
    assert judge("goal", asked(topics=("sales training for nurses",)), topics=narrow).veto is CONFIRMED


@pytest.mark.parametrize(
    ("topic", "word", "offering", "expected", "veto"),
    [
        ("risk", {}, {"confidence": 95}, (0.8 * 25 / 30,) * 2, CLEAR),
        ("forecasting", {}, {"confidence": 95}, (0.8 * 5 / 30,) * 2, CLEAR),
        ("decisions with incomplete information", {}, {"confidence": 80}, (0.8, 0.8), CLEAR),
        ("decisions with incomplete information", {}, {"confidence": 45}, (0, 0), CONFIRMED),
        ("decisions with incomplete information", {}, {"confidence": None}, ANY, POSSIBLE),
        ("risk", {}, {"confidence": None}, (0, 0.8 * 25 / 30), POSSIBLE),
        ("stand-up comedy", {}, {}, (0, 0), CONFIRMED),
        ("quantum cooking", {}, {"confidence": 90}, (0, 0.8 + 0.2 * 10 / 15), POSSIBLE),
        ("risk", {"confidence": 95}, {}, (1, 1), CLEAR),
        ("risk", {"confidence": 49}, {}, (0, 0), CONFIRMED),
        ("decisions with incomplete information", {}, {"similar_jobs": 1}, (0.6, 0.6), CLEAR),
        ("decisions with incomplete information", {}, {"similar_jobs": None}, (0.6, 1), CLEAR),
        ("decisions with incomplete information", {"similar_jobs": 2}, {"similar_jobs": 0}, (1, 1), CLEAR),
    ],
)
def test_overdeliver_is_capped_by_depth_and_by_few_jobs(
    topic: str, word: dict[str, Any], offering: dict[str, Any], expected: tuple[float, float], veto: VetoState
) -> None:
    wanted = replace(asked(topics=(topic,)), owners_word=OwnersWord(**word))
    finding = judge("overdeliver", wanted, **offering)
    assert value(finding) == expected
    assert finding.veto is veto


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (300, 300, (1, 1)), (50, 400, (1, 1)), (25, 25, (0, 0)), (800, 900, (0, 0)), (600, 600, (0.5, 0.5)),
        (37, 38, (0.48, 0.52)), (300, 600, (0.5, 1)), (None, 400, (0, 1)), (None, None, ANY), (400, None, (0, 1)),
        (800, None, (0, 0)), (10, 1000, (0, 1)),
    ],
)  # fmt: skip
def test_audience_falls_to_nothing_at_half_and_double(
    low: int | None, high: int | None, expected: tuple[float, float]
) -> None:
    assert value(judge("audience", asked(audience_min=low, audience_max=high))) == expected


def test_audience_minds_who_they_are_only_when_the_offering_does() -> None:
    assert judge("audience", asked()).sentence.startswith("300 people, inside your 50–400")
    assert value(judge("audience", asked(audience_level="nurses"))) == (0.5, 0.5)
    assert value(judge("audience", asked(audience_level=None))) == (0.5, 1)
    assert value(judge("audience", asked(sector=None))) == (0.7, 1)
    assert value(judge("audience", asked(sector="mining"), sectors=())) == (1, 1)
    assert value(judge("audience", asked(), audience_min=None, audience_max=None)) == ANY
    assert value(judge("audience", asked(), audience_min=None)) == (1, 1)
    assert value(judge("audience", asked(), audience_min=400, audience_max=None)) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("facts", "offering", "expected"),
    [
        ({}, {}, (1, 1)),
        ({"format": Format.WORKSHOP}, {}, (0, 0)),
        ({"format": Format.OTHER}, {}, ANY),
        ({"format": Format.OTHER}, {"formats": (Format.OTHER,)}, (1, 1)),
        ({"format": Format.OTHER, "mode": Mode.VIRTUAL}, {"modes": (Mode.IN_PERSON,)}, (0, 0)),
        ({"format": Format.OTHER, "duration_minutes": 480}, {}, (0, 0)),
        ({"duration_minutes": 90}, {}, (0.6, 0.6)),
        ({"duration_minutes": 30}, {}, (0.6, 0.6)),
        ({"duration_minutes": 100}, {}, (0, 0)),
        ({"duration_minutes": None}, {}, ANY),
        ({"duration_minutes": None}, {"minutes": None}, (1, 1)),
        ({"format": None}, {}, ANY),
        ({"format": None, "duration_minutes": 90}, {}, (0, 0.6)),
        ({"format": None, "duration_minutes": 100}, {}, (0, 0)),
        ({"mode": Mode.VIRTUAL}, {"modes": (Mode.IN_PERSON,)}, (0, 0)),
        ({"mode": Mode.HYBRID}, {"modes": (Mode.IN_PERSON,)}, (1, 1)),
        ({"mode": Mode.HYBRID}, {"modes": (Mode.VIRTUAL,)}, (0, 0)),
        ({"mode": None}, {"modes": (Mode.IN_PERSON,)}, ANY),
        ({"mode": None}, {"modes": ()}, (1, 1)),
        ({}, {"formats": ()}, ANY),
        ({"duration_minutes": 480}, {"formats": ()}, (0, 0)),
    ],
)
def test_format_counts_kind_place_and_length(
    facts: dict[str, Any], offering: dict[str, Any], expected: tuple[float, float]
) -> None:
    assert value(judge("format", asked(**facts), **offering)) == expected


@pytest.mark.parametrize(
    ("facts", "request_language", "offering", "expected", "veto"),
    [
        ({"language": "en"}, None, {}, (1, 1), CLEAR),
        ({"language": "de"}, None, {}, (0.4, 0.4), CLEAR),
        ({"language": "fr"}, "en", {}, (0, 0), CONFIRMED),
        ({"language": None}, "en", {}, (1, 1), CLEAR),
        ({"language": None}, None, {}, ANY, POSSIBLE),
        ({"language": None}, "de", {}, ANY, POSSIBLE),
        ({"language": None, "place": Place("Berlin", "DE")}, "en", {}, ANY, POSSIBLE),
        ({"language": None, "place": Place()}, "en", {}, ANY, POSSIBLE),
        ({"language": "en"}, "en", {"languages": ()}, ANY, POSSIBLE),
    ],
)
def test_language_is_known_only_when_stated_or_when_all_agree(
    facts: dict[str, Any],
    request_language: str | None,
    offering: dict[str, Any],
    expected: tuple[float, float],
    veto: VetoState,
) -> None:
    finding = judge("language", an_inquiry(event=an_event(**facts), language=request_language), **offering)
    assert value(finding) == expected
    assert finding.veto is veto


def test_leadtime_rises_from_the_minimum_to_the_ideal() -> None:
    def ahead(*numbers: int) -> Finding:
        days = tuple(TODAY.fromordinal(TODAY.toordinal() + n) for n in numbers)
        return judge("leadtime", asked(dates=days))

    assert (value(ahead(27)), ahead(27).veto) == ((0, 0), CONFIRMED)
    assert (value(ahead(28)), ahead(28).veto) == ((0, 0), CLEAR)
    assert value(ahead(59)) == (0.5, 0.5)
    assert value(ahead(90)) == (1, 1)
    assert value(ahead(400)) == (1, 1)
    assert (value(ahead(20, 59)), ahead(20, 59).veto) == ((0, 0.5), POSSIBLE)
    assert value(ahead(-3, 59)) == (0.5, 0.5)
    assert (value(ahead(-3)), ahead(-3).sentence) == (ANY, "the day named is past")
    assert ahead(-3).veto is POSSIBLE


@pytest.mark.parametrize("flexible", [True, None, False])
def test_a_past_day_is_a_matter_of_the_date(flexible: bool | None) -> None:
    """Nobody could serve them better on a day that is gone: another day is asked for, if there may be one."""
    found = assess(asked(dates=(TODAY.replace(month=2),), date_flexible=flexible), an_offering(), an_owner(), (), TODAY)
    if flexible is False:
        assert (found.verdict, found.which_no) == (Verdict.DECLINE, WhichNo.NOT_FREE)
        assert any(one.criterion == "date" and one.verdict is Verdict.ACCEPT for one in found.counterfactuals)
    else:
        assert found.verdict is Verdict.ASK
        assert found.next_question is not None
        assert found.next_question.criterion == "date"
        assert found.next_question.text == "The day you named is past: which day is it?"


def test_leadtime_of_a_stretch_of_days_is_a_range() -> None:
    stretch = asked(dates=(), date_range=(TODAY.replace(month=4, day=29), EVENT_DAY))
    assert value(judge("leadtime", stretch)) == (0.5, 1)
    assert value(judge("leadtime", asked(dates=()))) == ANY
    at_once = judge("leadtime", asked(dates=(TODAY,)), lead_minimum=0, lead_ideal=0)
    assert (value(at_once), at_once.veto) == ((1, 1), CLEAR)


def test_style_is_the_mean_gap() -> None:
    def wish(*sliders: int | None) -> object:
        return value(judge("style", an_inquiry(style=StyleWish(*sliders))))

    assert wish(3, 2, 3, 2) == (1, 1)
    assert wish(4, 3, 4, 3) == (0.5, 0.5)
    assert wish(0, 0, 0, 0) == (0, 0)
    assert wish(None, None, None, None) == ANY
    assert wish(3, None, None, None) == (1 - 7 / 8, 1)
    assert value(judge("style", an_inquiry(), style=None)) == ANY


@pytest.mark.parametrize(
    ("musts", "limits", "expected"),
    [
        ((), ("a",), (1, 1)),
        (("a recording",), ("role play",), (1, 1)),
        (("a role play for all",), ("role play",), (0.4, 0.4)),
        (("role play", "a certificate"), ("role play", "certificates"), (0, 0)),
        (None, ("role play",), ANY),
        (("a recording",), None, (0.4, 1)),
        (("a recording", "a certificate"), None, ANY),
        ((), None, (1, 1)),
    ],
)
def test_churn_counts_needs_that_known_limits_leave_unmet(
    musts: tuple[str, ...] | None, limits: tuple[str, ...] | None, expected: tuple[float, float]
) -> None:
    assert value(judge("churn", an_inquiry(must_haves=musts), limits=limits)) == expected
