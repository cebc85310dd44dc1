"""Reads and writes amounts of money as people type them: "7,500", "7.500,50 €", "7.5k"."""

from __future__ import annotations

import re
from decimal import Decimal

from fitdesk.i18n import _
from fitdesk.ui.widgets.field import ReadingError
from fitdesk.ui.widgets.read_words import read_words

SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "Fr.": "CHF", "zł": "PLN"}
"""Signs that stand for one currency only; "kr" and "¥" could be several and are not read."""
MOST = Decimal(100_000_000)

_NUMBER = re.compile(r"(?P<digits>\d[\d\s.,'’]*)(?P<thousand>k)?", re.IGNORECASE)


def read_amount(text: str, currency: str | None = None) -> Decimal:
    """The amount in ``text``. Raises ReadingError, also when another currency than ``currency`` is named."""
    amount, named = read_money(text)
    if named and currency and named != currency:
        raise ReadingError(_("This counts in {currency}: write the amount in it").replace("{currency}", currency))
    return amount


def read_money(text: str) -> tuple[Decimal, str | None]:
    """Amount and currency (None when none is named) of "EUR 7,500", "7.500,50 €", "7.5k". Raises ReadingError."""
    words = read_words(text).removesuffix(".-").removesuffix(",-").strip()
    found = _NUMBER.search(words)
    if found is None or "-" in words or "−" in words:
        raise ReadingError(_("Write an amount such as 7,500"))
    around = (words[: found.start()] + " " + words[found.end() :]).strip()
    currency = SIGNS.get(around) or (around.upper() if re.fullmatch(r"[A-Za-z]{3}", around) else None)
    if around and currency is None:
        raise ReadingError(_("Write an amount such as 7,500"))
    amount = _number(found["digits"].strip()) * (1000 if found["thousand"] else 1)
    if amount > MOST:
        raise ReadingError(_("Write an amount below 100 million"))
    return amount.quantize(Decimal("0.01")).normalize() + Decimal(0), currency


def write_amount(amount: Decimal) -> str:
    """ "7,500", or "7,500.50" where there are hundredths."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}" if whole else f"{amount:,.2f}"


def _number(digits: str) -> Decimal:
    """The last mark is a decimal point unless three digits follow it; every other mark parts thousands."""
    parts = [part for part in re.split(r"[\s.,'’]+", digits) if part]
    marks = re.findall(r"[.,]", digits)
    decimals = ""
    if marks and len(parts) > 1 and len(parts[-1]) != 3:
        decimals = parts.pop()
    thousands_are_sound = all(len(part) == 3 for part in parts[1:])
    if len(decimals) > 2 or not thousands_are_sound:
        raise ReadingError(_("Write an amount such as 7,500"))
    return Decimal(("".join(parts) or "0") + "." + (decimals or "0"))
