"""What is said about fee and margin follows from the figures, and names what comes off."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from build import TODAY, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess_all


def judged(budget: Budget, **offering: Any) -> Assessment:
    (found,) = assess_all(an_inquiry(budget=budget), (an_offering(**offering),), an_owner(), (), TODAY)
    return found


def pounds(low: int | None, high: int | None, *, covered: bool | None = True) -> Budget:
    return Budget(
        min=None if low is None else Decimal(low),
        max=None if high is None else Decimal(high),
        currency="GBP",
        expenses_covered=covered,
    )


@pytest.mark.parametrize(
    ("low", "high", "question"),
    [
        (None, 6000, "You named up to £6,000: may I count on all of it?"),
        (4000, 7500, "You named £4,000–£7,500: which fee may I count on?"),
        (3000, None, "You named £3,000 or more: how far could it go?"),
    ],
)
def test_a_fee_that_was_named_is_not_asked_again(low: int | None, high: int | None, question: str) -> None:
    found = judged(pounds(low, high))
    assert found.verdict is Verdict.ASK
    assert found.next_question is not None
    assert found.next_question.text == question


def test_the_question_names_the_fee_in_the_currency_of_the_client() -> None:
    budget = Budget(min=Decimal(4000), max=Decimal(8000), currency="EUR", expenses_covered=True)
    question = judged(budget).next_question
    assert question is not None
    assert question.text == "You named €4,000–€8,000: which fee may I count on?"


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (pounds(7500, 7500), "£2,500 a day over 3 days; your target is £2,000"),
        (
            pounds(7500, 7500, covered=False),
            "£2,367 a day over 3 days; your target is £2,000; £400 of expenses taken off",
        ),
        (
            pounds(7500, 7500, covered=None),
            "£2,367–£2,500 a day over 3 days; your target is £2,000; "
            "whether £400 of expenses come off it is not stated",
        ),
        (pounds(300, 300, covered=False), "£400 of expenses, more than the fee"),
        (pounds(400, 400, covered=False), "nothing is left for the work itself"),
        (Budget(unpaid=True, expenses_covered=True), "nothing is left for the work itself"),
    ],
)
def test_the_margin_names_the_expenses_that_come_off(budget: Budget, said: str) -> None:
    assert judged(budget).contribution("margin").finding.sentence == said


def test_a_converted_fee_is_about_one_figure() -> None:
    euros = Budget(max=Decimal(7000), currency="EUR", expenses_covered=True)
    said = judged(euros).contribution("fee").finding.sentence
    assert said == "up to €7,000 (about £5,950); your floor is £4,500, your list fee is £7,500"
