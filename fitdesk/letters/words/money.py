"""What the client set aside, as a noun phrase for a reason: "the limit of £5,000 you named"."""

from __future__ import annotations

from fitdesk.domain.event import Budget
from fitdesk.letters.languages.language import Language


def say_limit(budget: Budget, speech: Language, locale: str) -> str:
    """The amount or range the client named, in the words of ``speech``; "" when no amount is known."""
    if budget.currency is None or (budget.min is None and budget.max is None):
        return ""
    low, high = (
        speech.amount(amount, budget.currency, locale, in_prose=True) if amount is not None else ""
        for amount in (budget.min, budget.max)
    )
    if not high:
        return speech.term("limit_from", low=low)
    if low == high:
        return speech.term("limit_exact", high=high)
    return speech.term("limit_range", low=low, high=high) if low else speech.term("limit_up_to", high=high)
