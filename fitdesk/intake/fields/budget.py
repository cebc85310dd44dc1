"""What the client would pay: the fee among all the amounts a mail names, expenses, and whether it is paid at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.fields.money import Amount, amounts
from fitdesk.intake.page import Found, Page, Sentence, clause

_SMALLEST = Decimal(50)


@dataclass(frozen=True, slots=True)
class _Fee:
    amount: Amount
    score: int
    sentence: Sentence


def read_budget(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put budget.min, .max, .currency, .expenses_covered and .unpaid into ``found``."""
    lines = values_of(page, labelled, "money")
    fee = _fee(page, lines)
    if fee and fee.score < 4 and page.words.pattern("money", "unpaid").search(page.text):
        fee = None
    if fee and not found.has("budget.min", "budget.max", "budget.unpaid"):
        amount = _times(page, fee.amount, fee.sentence)
        place = (amount.start, amount.end)
        low, high = _bounds(page, amount)
        if low == high and (ceiling := _ceiling(page, amount, fee.sentence)):
            high = ceiling
        currency = amount.currency or _label_currency(lines)
        found.put("budget.min", low, page, place)
        found.put("budget.max", high, page, place)
        found.put("budget.currency", currency, page, place)
        found.put("budget.unpaid", False, page, place)
    elif not found.has("budget.unpaid"):
        _unpaid(page, lines, found)
    _expenses(page, fee, lines, found)


def _fee(page: Page, lines: list[Labelled]) -> _Fee | None:
    """The amount most likely the fee; earlier ones win."""
    best: _Fee | None = None
    for amount in amounts(page.text, page.words.language, page.country):
        labelled = any(line.start <= amount.start < line.end for line in lines)
        sentence = page.sentence_at(amount.start)
        if not labelled and not amount.has_currency and not _plain_amount(page, amount, sentence):
            continue
        score = _weighed(page, amount, sentence, labelled)
        if score > 0 and (best is None or score > best.score):
            best = _Fee(amount, score, sentence)
    return best


def _plain_amount(page: Page, amount: Amount, sentence: Sentence) -> bool:
    """A number without a currency is money only beside a word for the fee, and not as a year or a count of people."""
    if amount.low is None or amount.low < 500 or (1990 <= amount.low <= 2100 and amount.low == amount.high):
        return False
    before = page.text[max(sentence.start, amount.start - 40) : amount.start]
    after = page.text[amount.end : amount.end + 25]
    if re.match(r"\s*(?:\w+\s+)?" + page.words.any_of("audience", "people") + r"\b", after, re.I):
        return False
    return bool(page.words.pattern("money", "labels").search(before))


def _weighed(page: Page, amount: Amount, sentence: Sentence, labelled: bool) -> int:
    if amount.low is None or amount.low < _SMALLEST:
        return 0
    words, place = page.words, amount.start - sentence.start
    length = amount.end - amount.start
    near = sentence.text[max(0, place - 60) : place + length + 45]
    score = 5 if labelled else 1
    score += 2 * bool(words.pattern("money", "offer").search(near))
    score += bool(words.pattern("money", "offer").search(sentence.text[max(0, place - 25) : place]))
    score += bool(words.pattern("money", "labels").search(sentence.text[:place]))
    close = clause(sentence.text, place, place + length)
    close = close if len(close) < 90 else sentence.text[max(0, place - 40) : place + length + 28]
    if words.pattern("money", "not_offer").search(close):
        score -= 5
    if words.pattern("dates", "past").search(sentence.text[:place]):
        score -= 4
    return score


def _bounds(page: Page, amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most: "up to 5k" has no least, "over 10k" no most."""
    if amount.low != amount.high:
        return amount.low, amount.high
    before = page.text[max(0, amount.start - 40) : amount.start]
    about = page.words.any_of("money", "about")
    tail = rf"\s*(?:{about}\s*)?(?:\w+\s){{0,1}}$"
    if re.search(page.words.any_of("money", "up_to") + r"\W*" + tail, before, re.I):
        return None, amount.high
    if re.match(rf"\s*{page.words.any_of('money', 'up_to_after')}", page.text[amount.end : amount.end + 25], re.I):
        return None, amount.high
    if (
        re.search(rf"(?<!\w){page.words.any_of('money', 'at_least')}\W*$", before, re.I)
        or page.text[amount.end : amount.end + 1] == "+"
    ):
        return amount.low, None
    return amount.low, amount.high


def _ceiling(page: Page, amount: Amount, sentence: Sentence) -> Decimal | None:
    """A larger amount in the same sentence that is called the limit: "about $4k, ceiling is $5,000"."""
    for other in amounts(page.text, page.words.language, page.country, amount.end, sentence.end):
        if other.has_currency and other.high and amount.high and amount.high < other.high < 3 * amount.high:
            low, high = _bounds(page, other)
            if low is None:
                return high
    return None


def _times(page: Page, amount: Amount, sentence: Sentence) -> Amount:
    """The total of "three workshops at £500 each"."""
    words = page.words
    if not re.match(rf"\s*,?\s*{words.any_of('money', 'per_unit')}", page.text[amount.end : amount.end + 25], re.I):
        return amount
    numbers = "|".join([r"\d{1,2}", *(re.escape(word) for word in words.numbers)])
    counted = rf"(?<![\w-])({numbers})\s+(?:[\w-]+\s+){{0,2}}{words.any_of('money', 'units')}(?!\w)"
    count = re.search(counted, sentence.text, re.I) or re.search(counted, page.text, re.I)
    if not count:
        return amount
    said = count.group(1).lower()
    factor = int(said) if said.isdigit() else words.numbers[said]
    low, high = (part * factor if part is not None else None for part in (amount.low, amount.high))
    return replace(amount, low=low, high=high)


def _label_currency(lines: list[Labelled]) -> str | None:
    """The currency in "Speaker budget (USD)"."""
    for line in lines:
        found = re.search(r"\b(EUR|GBP|USD|CHF|AUD|CAD|NZD|INR|SEK|NOK|DKK|AED|ZAR|SGD|[€£])", line.label, re.I)
        if found:
            return {"€": "EUR", "£": "GBP"}.get(found.group(), found.group().upper())
    return None


def _unpaid(page: Page, lines: list[Labelled], found: Found) -> None:
    for line in lines:
        if page.words.pattern("money", "unpaid_labels").fullmatch(line.text.strip(" .")):
            found.put("budget.unpaid", True, page, (line.start, line.end))
            return
    said = page.words.pattern("money", "unpaid").search(page.text)
    if said:
        found.put("budget.unpaid", True, page, said.span())
        return
    said = page.words.pattern("money", "paid").search(page.text)
    if said:
        found.put("budget.unpaid", False, page, said.span(), sure=0.8)


def _expenses(page: Page, fee: _Fee | None, lines: list[Labelled], found: Found) -> None:
    """expenses_covered: False when the fee includes them, True when any travel or stay is paid on top."""
    words = page.words
    travel = words.any_of("money", "travel")
    inside = [
        rf"{words.any_of('money', 'inside')}\s+(?:\w+\s+){{0,2}}{travel}",
        rf"{travel}\s+(?:\w+\s+){{0,2}}{words.any_of('money', 'inside_after')}",
        words.any_of("money", "all_inclusive"),
    ]
    for sentence in page.sentences:
        if said := words.pattern("money", "in_the_fee").search(sentence.text):
            found.put(
                "budget.expenses_covered", False, page, (sentence.start + said.start(), sentence.start + said.end())
            )
            return
        if not fee or not _near_fee(fee, sentence, lines):
            continue
        said = re.search("|".join(rf"(?<!\w){pattern}(?!\w)" for pattern in inside), sentence.text, re.I)
        if said:
            place = (sentence.start + said.start(), sentence.start + said.end())
            found.put("budget.expenses_covered", False, page, place)
            return
    for sentence in page.sentences:
        covered = _covered(page, sentence)
        if covered:
            found.put("budget.expenses_covered", True, page, covered)
            return


def _near_fee(fee: _Fee, sentence: Sentence, lines: list[Labelled]) -> bool:
    """The fee's own sentence or the one after it, or a labelled line."""
    return 0 <= sentence.start - fee.sentence.end <= 2 or sentence.start == fee.sentence.start or any(
        line.start <= sentence.end and sentence.start <= line.end for line in lines
    )  # fmt: skip


def _covered(page: Page, sentence: Sentence) -> tuple[int, int] | None:
    words = page.words
    travel = words.pattern("money", "travel").search(sentence.text)
    if not travel or words.pattern("money", "not_covered").search(sentence.text):
        return None
    if re.search(
        rf"{words.any_of('money', 'inside')}\s+(?:\w+\s+){{0,2}}{words.any_of('money', 'travel')}", sentence.text, re.I
    ):
        return None
    for travel in words.pattern("money", "travel").finditer(sentence.text):
        near = sentence.text[max(0, travel.start() - 70) : travel.end() + 60]
        if words.pattern("money", "covered").search(near) or re.search(r"\+\s*(?:\w+\s+)?$", near[:72]):
            return sentence.start + travel.start(), sentence.start + travel.end()
    return None
