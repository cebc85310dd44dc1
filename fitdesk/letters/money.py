"""Amounts as an English letter says them: £7,500.00 in a table, £7,500 in a sentence."""

from __future__ import annotations

from decimal import Decimal

from fitdesk.domain.event import Budget


def say_amount(amount: Decimal, currency: str, locale: str) -> str:
    """An amount in full, as letters.md has it: "£7,500.00", "CHF 7,500.00" with a no-break space."""
    from babel.numbers import format_currency  # costs 31 ms: not before the first letter

    return _with_space_after_code(str(format_currency(amount, currency, locale=locale)), currency)


def say_amount_in_prose(amount: Decimal, currency: str, locale: str) -> str:
    """The same without the hundredths of a whole amount: "£7,500"."""
    from babel.numbers import format_currency

    if amount != amount.to_integral_value():
        return say_amount(amount, currency, locale)
    said = format_currency(amount, currency, locale=locale, currency_digits=False, format="¤#,##0")
    return _with_space_after_code(str(said), currency)


def _with_space_after_code(said: str, currency: str) -> str:
    """Babel prints "CHF7,500" in English; a code of letters wants a no-break space."""
    rest = said.removeprefix(currency)
    return f"{currency}\u00a0{rest.lstrip()}" if rest != said else said


def say_limit(budget: Budget, locale: str) -> str:
    """What the client set aside, as a noun phrase: "the £5,000 you named"; "" when no amount is known."""
    if budget.currency is None or (budget.min is None and budget.max is None):
        return ""
    low = say_amount_in_prose(budget.min, budget.currency, locale) if budget.min is not None else ""
    high = say_amount_in_prose(budget.max, budget.currency, locale) if budget.max is not None else ""
    if low and high and low != high:
        return f"the range you named, {low} to {high}"
    if not high:
        return f"the {low} you named"
    return f"the {high} you named" if low == high else f"the limit of {high} you named"
