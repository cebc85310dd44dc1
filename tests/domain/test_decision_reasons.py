"""Reasons proposed for a decision: vetoes first, then the calendar, then what is certainly lost; the two Noes apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from build import EVENT_DAY, TODAY, an_event, an_inquiry, an_offering, an_owner
from domain.strategies import cases, many
from fitdesk.domain.assessment import Assessment, Side, Verdict, VetoState
from fitdesk.domain.availability import Availability, DayAnswer
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.decision_reasons import (
    DATE,
    LEAST_LOSS,
    MOST_PROPOSED,
    against_it,
    is_against,
    other_no,
    proposed,
)
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.scoring import score

BUSY = DayAnswer(EVENT_DAY, Availability.BUSY, because="taken by Workshop Basel")
FREE = DayAnswer(date(2027, 9, 17), Availability.FREE)
CHEAP = Budget(max=Decimal(1000), currency="GBP", expenses_covered=True)


def judged(inquiry: Inquiry | None = None) -> Assessment:
    return assess(inquiry or an_inquiry(), an_offering(), an_owner(), (), TODAY)


def keys(assessment: Assessment, status: Status, *days: DayAnswer) -> list[str]:
    return [reason.key for reason in proposed(assessment, status, days)]


def test_a_decline_rests_on_what_is_wrong_for_the_owner_vetoes_first() -> None:
    found = proposed(judged(an_inquiry(budget=CHEAP)), Status.DECLINED, (BUSY,))
    assert [reason.key for reason in found][:3] == ["fee", DATE, "margin"]
    assert found[0].sentence.startswith("Fee: up to £1,000; your floor is £4,500")
    assert found[1].sentence == "16 September 2027: taken by Workshop Basel"
    assert [reason.is_usual for reason in found][:3] == [True, True, False]


def test_a_referral_rests_on_what_is_wrong_for_the_client() -> None:
    comedy = judged(an_inquiry(event=an_event(topics=("stand-up comedy",)), budget=CHEAP))
    found = keys(comedy, Status.REFERRED)
    assert found[0] == "goal"
    assert "fee" not in found
    assert "goal" not in keys(comedy, Status.DECLINED)


def test_the_calendar_is_a_reason_only_when_every_day_is_taken() -> None:
    assert DATE in keys(judged(), Status.NOT_NOW, BUSY)
    assert DATE not in keys(judged(), Status.NOT_NOW, BUSY, FREE)
    assert DATE not in keys(judged(), Status.NOT_NOW)
    two = proposed(judged(), Status.REFERRED, (BUSY, BUSY))
    assert two[0].sentence == "Every day they named is taken."


def test_not_now_knows_only_reasons_of_the_moment() -> None:
    poor = an_inquiry(event=an_event(topics=("stand-up comedy",), dates=(date(2027, 3, 9),)), budget=CHEAP)
    assert keys(judged(poor), Status.NOT_NOW) == ["leadtime"]


def test_where_it_is_the_other_no_nothing_is_ticked() -> None:
    comedy = judged(an_inquiry(event=an_event(topics=("stand-up comedy",)), budget=CHEAP))
    assert other_no(comedy, Status.DECLINED) is Status.REFERRED
    assert [reason.is_usual for reason in proposed(comedy, Status.DECLINED)] == [False] * len(
        proposed(comedy, Status.DECLINED)
    )
    assert other_no(comedy, Status.REFERRED) is None
    cheap = judged(an_inquiry(budget=CHEAP))
    assert other_no(cheap, Status.REFERRED) is Status.DECLINED
    assert other_no(None, Status.REFERRED) is None


def test_an_accept_against_the_verdict_is_known_and_names_what_speaks_against_it() -> None:
    cheap = judged(an_inquiry(budget=CHEAP))
    assert is_against(cheap, Status.ACCEPTED)
    assert not is_against(cheap, Status.DECLINED)
    assert not is_against(judged(), Status.ACCEPTED)
    assert not is_against(None, Status.ACCEPTED)
    assert against_it(cheap)[0].startswith("Fee: up to £1,000")
    assert [reason.is_usual for reason in proposed(cheap, Status.ACCEPTED)] == [False] * MOST_PROPOSED


@pytest.mark.parametrize("status", [Status.HELD, Status.ASKED, Status.WITHDRAWN, Status.NEW])
def test_other_decisions_need_no_reason(status: Status) -> None:
    assert proposed(judged(an_inquiry(budget=CHEAP)), status, (BUSY,)) == ()


@many
@given(cases)
def test_a_reason_is_always_certain_and_of_its_own_side(case: Case) -> None:
    assessment = score(case)
    for status, side in ((Status.DECLINED, Side.FOR_ME), (Status.REFERRED, Side.FOR_THEM)):
        found = proposed(assessment, status, (BUSY,))
        assert len(found) <= MOST_PROPOSED
        assert len({reason.key for reason in found}) == len(found)
        for reason in found:
            if reason.key == DATE:
                continue
            line = assessment.contribution(reason.key)
            assert BY_KEY[reason.key].side is side
            assert line.finding.veto is VetoState.CONFIRMED or line.loss.low >= LEAST_LOSS - 1e-9
            assert line.finding.sentence in reason.sentence
    for reason in proposed(assessment, Status.ACCEPTED):
        assert assessment.contribution(reason.key).finding.value.low >= 0.75
    assert is_against(assessment, Status.ACCEPTED) is (assessment.verdict is not Verdict.ACCEPT)
