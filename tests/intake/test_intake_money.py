"""Amounts, and which of them is the fee."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from fitdesk.domain.event import Budget
from fitdesk.intake.fields.money import amounts
from fitdesk.intake.readers import read


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("£8–10k gross".replace("–", "-"), 8000, 10000, "GBP"),
        ("£3-4,000", 3000, 4000, "GBP"),
        ("$5,000 - $7,500", 5000, 7500, "USD"),
        ("$4,000 - $5,000 CAD", 4000, 5000, "CAD"),
        ("between 5,000 and 7,000 euros", 5000, 7000, "EUR"),
        ("Rs. 1.5 lakh", 150000, 150000, "INR"),
        ("Rs. 1,50,000/- only", 150000, 150000, "INR"),
        ("CHF 4'500.- excl.", 4500, 4500, "CHF"),
        ("5.000 € net", 5000, 5000, "EUR"),
        ("3 500 $", 3500, 3500, "USD"),
        ("EUR 5k.", 5000, 5000, "EUR"),
        ("US$ 2,500", 2500, 2500, "USD"),
    ],
)
def test_amounts(text: str, low: int, high: int, currency: str) -> None:
    (amount,) = amounts(text, "en", "US")
    assert (amount.low, amount.high, amount.currency) == (Decimal(low), Decimal(high), currency)


def test_millions_are_no_fee_and_a_dollar_needs_a_country() -> None:
    assert amounts("budgets of £60m", "en", "GB") == []
    assert amounts("$2,000", "en", None)[0].currency is None
    assert amounts("$2,000", "en", "AU")[0].currency == "AUD"
    assert amounts("8 000 kr", "en", "NO")[0].currency == "NOK"


def budget_of(sentence: str) -> Budget:
    text = f"Hello,\n\nwould you give a keynote in Leeds on 4 May 2027? {sentence}\n\nRegards\nAnn Lee"
    return read(text.encode(), "pasted.txt", received=datetime(2027, 1, 4, tzinfo=UTC)).inquiry.budget


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("We can pay £2,000.", 2000, 2000),
        ("We have up to £3k for the fee.", None, 3000),
        ("We have at least £3k for the fee.", 3000, None),
        ("Our budget is £1,500-2,000.", 1500, 2000),
        ("We raised £11,200 at last year's raffle. The fee is £900.", 900, 900),
        ("Tickets are £45 each and last year's speaker charged £6,000.", None, None),
        ("We pay £500 per session for three sessions.", 1500, 1500),
    ],
)
def test_the_fee_among_the_amounts(sentence: str, low: int | None, high: int | None) -> None:
    budget = budget_of(sentence)
    assert (budget.min, budget.max) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "covered", "unpaid"),
    [
        ("The fee is £900 plus travel.", True, False),
        ("The fee is £900 including travel.", False, False),
        ("The fee is £900, all inclusive.", False, False),
        ("We can't pay a fee but will refund your train ticket.", True, True),
        ("There is no fee, I am afraid.", None, True),
        ("We have no fixed budget yet.", None, None),
        ("What do you charge?", None, None),
    ],
)
def test_expenses_and_whether_it_is_paid(sentence: str, covered: bool | None, unpaid: bool | None) -> None:
    budget = budget_of(sentence)
    assert (budget.expenses_covered, budget.unpaid) == (covered, unpaid)
