"""Checks 2 and 11: amounts read back equal to the record; what the owner gets for a referral is said openly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Final

from fitdesk.domain.peer import Peer
from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Repair, Severity
from fitdesk.letters.checks.heard_patterns import searched
from fitdesk.letters.checks.number_words import may_hold, written_amounts
from fitdesk.letters.checks.read_letter import Found, Mend, ReadLetter, Where, contains_words, found
from fitdesk.letters.checks.repairs import put, put_paragraph, put_sentence, raw_of, take_out_sentence, usual

_SIGNS: Final = {"£": {"GBP"}, "€": {"EUR"}, "$": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"}}
_CODES: Final = "EUR|GBP|USD|CHF|CAD|AUD|NZD|INR|MXN|SEK|NOK|DKK|PLN|CZK|HUF|JPY|ZAR|SGD|HKD"
_FIGURES: Final = r"\d{1,3}(?:[.,' ]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
_FIGURE: Final = re.compile(r"\d")
_SAID: Final = 0.7
"""Share of a benefit's words in one sentence from which it is told."""


@cache
def _amounts(words: tuple[str, ...]) -> re.Pattern[str]:
    units = "|".join((_CODES, *(re.escape(word) for word in sorted(words, key=len, reverse=True))))
    return re.compile(
        rf"(?:(?P<sign>[£€$]) ?|\b(?P<code>{_CODES}) ?)(?P<number>{_FIGURES})(?P<k>k\b)?"
        rf"|(?<![\d.,])(?P<number2>{_FIGURES})(?P<k2>k\b)? ?(?:(?P<sign2>[£€$])|(?P<code2>(?:{units}))\b)",
        re.IGNORECASE,
    )


def amounts_in(letter: ReadLetter, where: Where) -> Iterator[tuple[re.Match[str], Decimal | None, set[str]]]:
    """(where, how much, in which currencies it may be meant) of every amount of money."""
    money = letter.heard.money
    text = where.heard.plain.text.replace("\n", "|")
    if may_hold(text, letter.code):
        yield from ((hit, number, {code}) for hit, number, code in written_amounts(text, letter.code))
    if not _FIGURE.search(text):
        return
    for hit in _amounts(tuple(money)).finditer(text):
        code = (hit["code"] or hit["code2"] or "").casefold()
        sign = hit["sign"] or hit["sign2"]
        currencies = _SIGNS[sign] if sign else {money.get(code, code.upper())}
        yield hit, read_number(hit["number"] or hit["number2"], is_thousands=bool(hit["k"] or hit["k2"])), currencies


def read_number(written: str, *, is_thousands: bool = False) -> Decimal | None:
    """The number of "7,500.00", "7.500,00", "7 500" or "7500,5": one or two figures behind the last mark are parts."""
    whole, mark, parts = re.match(r"(.*?)(?:([.,])(\d{1,2}))?$", written).groups()  # type: ignore[union-attr]
    try:
        number = Decimal(re.sub(r"\D", "", whole) + (f".{parts}" if mark else ""))
    except InvalidOperation:
        return None
    return number * 1000 if is_thousands else number


def _known(letter: ReadLetter) -> list[tuple[Decimal, str]]:
    facts = letter.facts
    budget, of_kind = facts.inquiry.budget, facts.particulars
    known: list[tuple[Decimal | None, str | None]] = [(budget.min, budget.currency), (budget.max, budget.currency)]
    known.append((of_kind.agreed_fee, of_kind.fee_currency))
    if facts.assessment is not None:
        known.append((facts.assessment.offering.fee_list, facts.assessment.offering.currency))
    return [(amount, currency) for amount, currency in known if amount is not None and currency]


def check_amounts(letter: ReadLetter) -> Iterator[Found]:
    """2: every amount of money is the client's budget, the owner's list fee, or what is agreed."""
    known = _known(letter)
    for where in letter.parts:
        for hit, number, currencies in amounts_in(letter, where):
            if letter.is_recorded(hit.group()) or any(one == number and code in currencies for one, code in known):
                continue
            said = _("“{words}” is not in the record of this request. Correct it here, or there.")
            span = where.heard.plain.span(*hit.span())
            mend = _nearest(letter, where, span, number, known)
            yield found(2, Severity.BLOCKS, said.replace("{words}", hit.group().strip(" .")), where, span, mend)


def _nearest(
    letter: ReadLetter, where: Where, span: tuple[int, int], number: Decimal | None, known: list[tuple[Decimal, str]]
) -> Mend | None:
    if number is None or not known:
        return None
    amount, currency = min(known, key=lambda one: abs(one[0] - number))
    has_parts = re.search(r"[.,]\d\d\b(?!\d)", where.heard.raw[slice(*span)]) is not None
    return put(letter, where, span, letter.language.amount(amount, currency, letter.locale, in_prose=not has_parts))


def check_disclosure(letter: ReadLetter) -> Iterator[Found]:
    """11: a benefit is disclosed exactly when one is recorded."""
    heard = letter.heard.patterns
    paid = [ranked.peer for ranked in letter.named_peers if ranked.peer.benefit.strip()]
    whole = list(letter.every_sentence())
    for peer in paid:
        if not any(_tells(sentence.text, peer, letter) for _where, sentence in whole):
            said = _("Say openly what you have agreed with {name}: {benefit}.").replace("{name}", peer.name)
            yield found(
                11,
                Severity.BLOCKS,
                said.replace("{benefit}", peer.benefit.rstrip(".")),
                None,
                None,
                _told(letter, peer),
            )
    unpaid = [ranked.peer.name for ranked in letter.named_peers if ranked.peer not in paid]
    for where, sentence in whole:
        nothing = searched(heard["nothing"], sentence.text)
        gain = searched(heard["gain"], sentence.text)
        if paid and nothing and not any(contains_words(sentence.text, name) for name in unpaid):
            said = _("The letter says that you receive nothing, but a benefit is recorded. Name it.")
            mend = take_out_sentence(letter, where, sentence)
            if not any(_tells(other.text, peer, letter) for _where, other in whole for peer in paid):
                mend = put(letter, where, sentence.span(0, len(sentence.text)), _disclosure(letter, paid))
            yield found(11, Severity.BLOCKS, said, where, sentence.span(*nothing.span()), mend)
        if not paid and gain and not nothing and not letter.is_recorded(sentence.text.rstrip(".")):
            said = _("The letter speaks of a benefit, but none is recorded. Record it with the peer, or take it out.")
            mend = take_out_sentence(letter, where, sentence)
            yield found(11, Severity.BLOCKS, said, where, sentence.span(*gain.span()), mend)


def _tells(sentence: str, peer: Peer, letter: ReadLetter) -> bool:
    """Whether ``sentence`` names the benefit, in the language of the record or of the letter."""
    for code in {letter.facts.owner.records_language, letter.code}:
        wanted = stems(peer.benefit, code)
        if wanted and len(wanted & stems(sentence, code)) >= _SAID * len(wanted):
            return True
    return False


def _disclosure(letter: ReadLetter, paid: list[Peer]) -> str:
    """The sentences of the usual letter that name the benefits."""
    as_usual = usual(letter)
    every = list(as_usual.every_sentence()) if as_usual else []
    said = [raw_of(where, one) for where, one in every if any(_tells(one.text, peer, letter) for peer in paid)]
    return " ".join(dict.fromkeys(said))


def _told(letter: ReadLetter, peer: Peer) -> Mend:
    """Puts the disclosure where the usual letter has it: with the last words before the door."""

    def mend() -> Repair | None:
        new = _disclosure(letter, [peer])
        place = len(letter.body) - 2
        is_free = place > max((at for _ranked, at in letter.peer_at), default=-1)
        text = put_sentence(letter, place, new) if is_free else put_paragraph(letter, max(place + 1, 0), new)
        return Repair(_("Put in: “{new}”").replace("{new}", new), text) if new else None

    return mend
