"""Questions and counterfactuals under rules of the owner's own, and about money in other currencies."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from build import TODAY, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import AskWhom, Verdict
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.event import Budget
from fitdesk.domain.fee_runs import Run, fee_runs, good_from, nearest_to, no_below
from fitdesk.domain.fit import assess
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner, Thresholds
from fitdesk.domain.questions import askings
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import score

NO, ASK, YES, YOURS = Verdict.DECLINE, Verdict.ASK, Verdict.ACCEPT, Verdict.YOUR_CALL


def a_case(inquiry: Inquiry, owner: Owner | None = None, offering: Offering | None = None) -> Case:
    return case_for(inquiry, offering or an_offering(), owner or an_owner(), (), TODAY)


def paying(amount: int, currency: str = "GBP") -> Inquiry:
    return an_inquiry(budget=Budget(Decimal(amount), Decimal(amount), currency, expenses_covered=True))


def question_of(case: Case, criterion: str) -> tuple[str, AskWhom, list[str]]:
    found = next(one for one, _veto, _stake in askings(case, score(case)) if one.criterion == criterion)
    return found.text, found.whom, [answer.words for answer in found.answers]


def test_a_currency_without_a_rate_is_asked_for_by_name() -> None:
    case = a_case(paying(9000, "CHF"))
    assert question_of(case, "fee")[:2] == ("What is one CHF worth in GBP?", AskWhom.OWNER)
    both = a_case(paying(9000, "CHF"), offering=an_offering(currency="USD"))
    assert question_of(both, "fee")[0] == "What is one CHF and USD worth in GBP?"
    said = score(both).contribution("fee").finding.sentence
    assert said.startswith("CHF 9,000: enter what one CHF and USD is worth in GBP under Settings; your floor is $4,500")


def test_rates_cross_through_the_owners_currency() -> None:
    rich = an_owner(rates=(("EUR", Decimal("0.8")), ("USD", Decimal("0.5"))))
    finding = score(a_case(paying(3750, "EUR"), rich, an_offering(currency="USD"))).contribution("fee").finding
    assert finding.value.low == pytest.approx(0.65)
    assert finding.sentence.startswith("€3,750 (about $6,000)")


@pytest.mark.parametrize("rate", [Decimal(0), Decimal(-1)])
def test_a_rate_that_cannot_be_is_none(rate: Decimal) -> None:
    finding = score(a_case(paying(9000, "EUR"), an_owner(rates=(("EUR", rate),)))).contribution("fee").finding
    assert finding.value == Range(0, 1)
    assert "enter what one EUR is worth in GBP" in finding.sentence


def test_ones_own_currency_has_no_rate() -> None:
    odd = an_owner(rates=(("GBP", Decimal(2)), ("EUR", Decimal("0.85"))))
    assert score(a_case(paying(10000, "EUR"), odd)).contribution("fee").finding.value == Range(1, 1)
    assert score(a_case(paying(6000), odd)).contribution("fee").finding.value.low == pytest.approx(0.65)


def test_a_target_in_another_currency_is_unknown_until_its_rate_is_entered() -> None:
    abroad = an_offering(currency="USD")
    case = a_case(paying(9000, "USD"), offering=abroad)
    finding = score(case).contribution("margin").finding
    assert (finding.value, finding.sentence) == (Range(0, 1), "enter what one USD is worth in GBP under Settings")
    text, whom, answers = question_of(case, "margin")
    assert (text, whom) == ("What is one USD worth in GBP?", AskWhom.OWNER)
    assert len(answers) == 4
    assert answers[0].startswith("one USD at 0.")
    entered = replace(case.owner, rates=(*case.owner.rates, ("USD", Decimal("0.8"))))
    assert score(a_case(paying(9000, "USD"), entered, abroad)).contribution("margin").finding.value.is_exact


def test_the_runs_of_all_fees() -> None:
    strict = an_owner(thresholds=Thresholds(accept_fit=97))
    silent = a_case(an_inquiry(budget=Budget(expenses_covered=True)), strict)
    runs = fee_runs(silent, score(silent))
    assert [run.verdict for run in runs] == [NO, YOURS, YES]
    assert (runs[0].first, runs[0].last, runs[1].first) == (0, 4499, 4500)
    assert runs[2].last >= 4 * 7500
    assert good_from(runs) == runs[2].first
    assert no_below(runs) == 4500


def test_a_curve_that_falls_again_is_followed() -> None:
    """Somebody who finds the full fee a burden: best halfway, and no good fit at the end."""
    tent = an_owner(
        curves=(("fee", ((0.0, 0.0), (0.5, 1.0), (1.0, 0.0))), ("margin", ((0.0, 1.0), (2.0, 1.0)))),
        thresholds=Thresholds(accept_fit=96),
    )
    silent = a_case(an_inquiry(budget=Budget(expenses_covered=True)), tent)
    judged = score(silent)
    runs = fee_runs(silent, judged)
    assert [run.verdict for run in runs] == [NO, YOURS, YES, YOURS]
    assert good_from(runs) is None
    for run in runs:
        for fee in (run.first, (run.first + run.last) // 2, run.last):
            assert score(a_case(paying(fee), tent)).verdict is run.verdict
    full = assess(paying(7500), an_offering(), tent, (), TODAY)
    assert full.verdict is YOURS
    (change,) = [one for one in full.counterfactuals if one.criterion == "fee"]
    assert change.verdict is YES
    assert change.inquiry is not None
    assert change.inquiry.budget.min is not None
    assert 6000 < change.inquiry.budget.min < 7500, "the nearest, which is less than was offered"


def test_the_nearest_fee_with_a_verdict() -> None:
    runs = (Run(0, 99, NO), Run(100, 199, YES), Run(200, 299, ASK), Run(300, 999, YES))
    assert nearest_to(runs, Range(210, 210), YES) == 199
    assert nearest_to(runs, Range(290, 290), YES) == 300
    assert nearest_to(runs, Range(50, 60), YES) == 100
    assert nearest_to(runs, Range(50, 60), YOURS) is None


def test_when_only_the_margin_is_thin_a_higher_fee_is_named() -> None:
    greedy = an_owner(target_rate=Decimal(4000), thresholds=Thresholds(accept_fit=99))
    found = assess(paying(7500), an_offering(), greedy, (), TODAY)
    assert found.contribution("fee").finding.value.low == 1
    (change,) = [one for one in found.counterfactuals if one.criterion == "fee"]
    assert change.sentence == "It would be a good fit if the fee were £9,600"


def test_a_veto_switched_off_is_not_asked_about_as_one() -> None:
    silent = an_inquiry(budget=Budget())
    first = assess(silent, an_offering(), an_owner(), (), TODAY)
    assert first.next_question is not None
    assert first.next_question.effect == "a good fit from £4,500; a no below it"
    lenient = an_owner(vetoes_off=("fee", "margin"))
    assert assess(silent, an_offering(), lenient, (), TODAY).verdict is YES


def test_a_day_is_no_longer_a_no_for_being_near_when_that_veto_is_off() -> None:
    undated = asked(dates=(), date_flexible=False)
    found = assess(undated, an_offering(), an_owner(), (), TODAY)
    assert found.next_question is not None
    assert found.next_question.effect == "a good fit on any free day from 29 March 2027 on; a no before that"
    lenient = assess(undated, an_offering(), an_owner(vetoes_off=("leadtime",)), (), TODAY)
    assert lenient.next_question is not None
    assert lenient.next_question.effect == "a good fit on any free day from 29 March 2027 on"
