"""Amounts of money in running text: "£8–10k", "between 5,000 and 7,000 EUR", "Rs. 1,50,000/-"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from fitdesk.intake.words import alternatives, words_of

DOLLARS = {
    "US": "USD",
    "CA": "CAD",
    "AU": "AUD",
    "NZ": "NZD",
    "SG": "SGD",
    "HK": "HKD",
    "MX": "MXN",
    "AR": "ARS",
    "CL": "CLP",
    "CO": "COP",
}
CROWNS = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK", "CZ": "CZK"}


MOST_AMOUNTS = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount or a range; ``low`` or ``high`` is None where only the other bound was named."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    currency: str | None
    has_currency: bool


_FIGURE = r"\d{{1,3}}(?:[,.' ]\d{{2,3}})*(?:[.,]\d{{1,2}})?(?!\d)|\d{{1,9}}(?:[.,]\d{{1,2}})?(?!\d)"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    sign = alternatives(
        [*words.table("money").get("currencies", {}), r"\$", "dollars?", "bucks", "kr\\.?", "R(?=\\s?\\d)"]
    )
    scale = alternatives(
        [*words.list("money", "thousand"), *words.list("money", "hundred_thousand"), *words.list("money", "million")]
    )
    to = alternatives(words.list("money", "range"))
    figure = _FIGURE.format()
    one = (
        rf"(?P<sign{{0}}>(?<![a-z]){sign}\s?)?(?P<n{{0}}>{figure})(?:\s?(?P<k{{0}}>{scale})(?!\w))?"
        rf"(?:/-|[.,]-(?!\d))?(?P<after{{0}}>\s?{sign}(?![\w]))?"
    )
    first, second = one.replace("{0}", "1"), one.replace("{0}", "2")
    return re.compile(rf"(?<![\w.,/:#-])(?:{first})(?:\s*(?:-|—|(?<!\w){to}(?!\w))\s*(?:{second}))?", re.I)


@cache
def _currencies(language: str) -> list[tuple[re.Pattern[str], str]]:
    table = words_of(language).table("money").get("currencies", {})
    return [(re.compile(written, re.I), str(code)) for written, code in table.items()]


def amounts(text: str, language: str, country: str | None, start: int = 0, end: int | None = None) -> list[Amount]:
    """The amounts in ``text[start:end]``, those without a currency sign too; ``country`` says which dollar or crown."""
    found = []
    for match in _pattern(language).finditer(text, start, len(text) if end is None else end):
        amount = _amount(match, language, country)
        if amount:
            found.append(amount)
        if len(found) >= MOST_AMOUNTS:
            break
    return found


def _amount(match: re.Match[str], language: str, country: str | None) -> Amount | None:
    scales = [_scale(match[name], words_of(language).table("money")) for name in ("k1", "k2")]
    if None in scales:
        return None
    low = _number(match["n1"])
    high = _number(match["n2"]) if match["n2"] else None
    scale1, scale2 = scales[0] or 1, scales[1] or 1
    if low is None:
        return None
    end = match.end()
    if high is not None:
        if scale1 == 1 and scale2 > 1 and low < 1000:
            scale1 = scale2
        low, high = low * scale1, high * scale2
        if low < 100 and high >= 1000 and low * 1000 <= high:  # "£3-4,000"
            low *= 1000
        if low >= high:
            high, end = None, match.end("after1") if match["after1"] else match.end("n1")
    else:
        low *= scale1
    signs = [match[name].strip() for name in ("sign1", "after1", "sign2", "after2") if match[name]]
    signs.sort(key=lambda sign: sign == "$")  # "$4,000 - $5,000 CAD"
    currency = _currency(signs[0], language, country) if signs else None
    return Amount(match.start(), end, _whole(low), _whole(low if high is None else high), currency, bool(signs))


def _whole(number: Decimal) -> Decimal:
    """150000.0 as 150000."""
    return Decimal(int(number)) if number == int(number) else number


def _scale(word: str | None, table: dict[str, object]) -> int | None:
    """What "k" or "lakh" multiplies by; 1 for none, None for millions, which are no fee."""
    if not word:
        return 1
    for key, factor in (("thousand", 1_000), ("hundred_thousand", 100_000)):
        entries = table.get(key, [])
        if isinstance(entries, list) and re.fullmatch(alternatives(entries), word, re.I):
            return factor
    return None


def _number(written: str) -> Decimal | None:
    """ "7,500", "7.500", "7 500", "4'500", "1,50,000" and "12.50" as a number."""
    digits = written.replace(" ", "").replace("'", "")
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    if decimals and len(re.findall(r"[.,]", digits)) > 1 and digits[decimals.start()] in digits[: decimals.start()]:
        decimals = None
    whole = re.sub(r"\D", "", digits[: decimals.start()] if decimals else digits)
    if not whole or len(whole) > 9:
        return None
    return Decimal(f"{whole}.{decimals.group(1)}" if decimals else whole)


def _currency(sign: str, language: str, country: str | None) -> str | None:
    for pattern, code in _currencies(language):
        if pattern.fullmatch(sign):
            return code
    if sign == "$" or sign.lower() in ("dollar", "dollars", "bucks"):
        return DOLLARS.get(country or "")
    if sign.lower().startswith("kr"):
        return CROWNS.get(country or "")
    return "ZAR" if sign.upper() == "R" and country == "ZA" else None
