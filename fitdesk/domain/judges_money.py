"""Does it pay? The criteria fee and margin, in intervals: "up to 5,000" is anything from nothing to 5,000."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import inf

from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.event import Budget
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.wording import days_words, listed, money, money_range
from fitdesk.domain.worth import worth, worth_at, worth_from_zero
from fitdesk.i18n import _

NO_FEE = Range.exactly(0.0)
ANY_FEE = Range(0.0, inf)
ANYWHERE = Range(0.0, 1.0)
"""The whole way from floor to list fee."""
BELOW, AT_THE_TOP = -1.0, 1.0


def offered_amounts(case: Case) -> Range:
    """The budget in the offering's currency; anything at all when it is not stated or cannot be converted."""
    budget = case.inquiry.budget
    if budget.unpaid is True:
        return NO_FEE
    amounts = _amounts(budget)
    if amounts is None or budget.currency is None:
        return ANY_FEE
    if budget.currency == case.offering.currency:
        return amounts
    rate = case.rate(budget.currency, case.offering.currency)
    return ANY_FEE if rate is None else amounts.scaled(float(rate))


@dataclass(frozen=True, slots=True)
class Fee:
    """What the client would pay, in the offering's currency; ``words`` as the client put it."""

    amounts: Range
    words: str

    @property
    def is_stated(self) -> bool:
        return self.amounts != ANY_FEE


def offered_fee(case: Case) -> Fee:
    """``offered_amounts`` with the words for it."""
    return Fee(offered_amounts(case), _offer_words(case))


def _offer_words(case: Case) -> str:
    budget, currency = case.inquiry.budget, case.offering.currency
    if budget.unpaid is True:
        return _("no fee offered")
    amounts = _amounts(budget)
    if amounts is None:
        return _("fee offered, amount not stated") if budget.unpaid is False else _("fee not stated")
    if budget.currency is None:
        return _("{amount} without a currency").format(amount=money_range(amounts, ""))
    stated = money_range(amounts, budget.currency)
    if budget.currency == currency:
        return stated
    rate = case.rate(budget.currency, currency)
    if rate is None:
        return f"{stated}: {_rate_words(budget.currency, currency, case)}"
    return f"{stated} ({_about(_whole(amounts.scaled(float(rate))), currency)})"


def _about(amounts: Range, currency: str) -> str:
    """ "about €4,872", "about €4,000–€4,872": which end it is stands beside it in the client's own currency."""
    one_end = amounts.low if amounts.high == inf else amounts.high if amounts.low <= 0 else None
    words = money_range(amounts, currency) if one_end is None else money(one_end, currency)
    return _("about {amount}").format(amount=words)


def named_fee(case: Case) -> str:
    """The fee in the client's own words and currency: "€3,400–€4,500", "up to €5,000"; empty when none is named."""
    amounts = _amounts(case.inquiry.budget)
    return "" if amounts is None else money_range(amounts, case.inquiry.budget.currency or "")


def _rate_words(theirs: str, mine: str, case: Case) -> str:
    text = _("enter what one {lacking} is worth in {own} under Settings")
    return text.format(lacking=listed(without_rate(theirs, mine, case)), own=case.owner.currency)


def without_rate(theirs: str, mine: str, case: Case) -> tuple[str, ...]:
    """The currencies whose rate the owner would have to enter; rates are kept against the owner's own currency."""
    own = case.owner.currency
    return tuple(currency for currency in (theirs, mine) if case.rate(currency, own) is None)


def _amounts(budget: Budget) -> Range | None:
    if budget.min is None and budget.max is None:
        return None
    low = 0.0 if budget.min is None else float(budget.min)
    high = inf if budget.max is None else float(budget.max)
    return Range(min(low, high), max(low, high))


def _whole(amounts: Range) -> Range:
    return Range(round(amounts.low), amounts.high if amounts.high == inf else round(amounts.high))


def judge_fee(case: Case) -> Finding:
    """From .3 at the floor to 1 at the list fee; below the floor a veto."""
    offering, fee = case.offering, offered_amounts(case)
    floor = None if offering.fee_floor is None else float(offering.fee_floor)
    usual = None if offering.fee_list is None else float(offering.fee_list)
    return Finding(_fee_value(fee, floor, usual, case), lambda: _fee_words(case), _fee_veto(fee, floor, usual))


def _fee_value(fee: Range, floor: float | None, usual: float | None, case: Case) -> Range:
    """The value function takes the share of the way from floor to list fee; below the floor, and for nothing, 0."""
    if fee == NO_FEE:
        return NO_FEE
    if floor is None and usual is None:
        return UNKNOWN_VALUE
    if floor is None or usual is None:
        return _half_known_value(fee, floor, usual, case)
    value = worth_from_zero("fee", Range(_way(fee.low, floor, usual), _way(fee.high, floor, usual)), case)
    return Range(0.0, value.high) if fee.low <= 0 else value


def _half_known_value(fee: Range, floor: float | None, usual: float | None, case: Case) -> Range:
    if floor is not None:
        # Without a list fee it may stand anywhere on the way, once it reaches the floor.
        possible = worth("fee", ANYWHERE, case)
        is_above = fee.low >= floor and fee.low > 0
        return Range(possible.low if is_above else 0.0, possible.high if fee.high >= floor else 0.0)
    # Somewhere between nothing and this fee there is a floor; the way is furthest gone when the floor is lowest.
    usual = max(usual or 0.0, 0.01)
    if fee.low >= usual:
        return worth_at("fee", AT_THE_TOP, case)
    return Range(0.0, worth("fee", Range(0.0, min(fee.high / usual, AT_THE_TOP)), case).high)


def _way(fee: float, floor: float, usual: float) -> float:
    """Share of the way from floor to list fee, at most 1; below 0 under the floor."""
    if fee < floor:
        return BELOW
    return AT_THE_TOP if fee >= usual else (fee - floor) / (usual - floor)


def _fee_veto(fee: Range, floor: float | None, usual: float | None) -> VetoState:
    if floor is None:
        return VetoState.CLEAR if usual is not None and fee.low >= usual > 0 else VetoState.POSSIBLE
    if fee.high < floor:
        return VetoState.CONFIRMED
    return VetoState.POSSIBLE if fee.low < floor else VetoState.CLEAR


def _fee_words(case: Case) -> str:
    offering = case.offering
    parts = []
    if offering.fee_floor is not None:
        text = _("your floor is {amount}") if case.is_owner else _("their floor is {amount}")
        parts.append(text.format(amount=money(offering.fee_floor, offering.currency)))
    if offering.fee_list is not None:
        text = _("your list fee is {amount}") if case.is_owner else _("their list fee is {amount}")
        parts.append(text.format(amount=money(offering.fee_list, offering.currency)))
    return "; ".join([_offer_words(case), ", ".join(parts) or _("fee of the offering not stated")])


def net_fee(case: Case) -> Range:
    """What is left of the fee once expenses that nobody pays back are taken off, in the offering's currency."""
    fee, costs = offered_amounts(case), case.offering.expenses
    covered = case.inquiry.budget.expenses_covered
    if covered is True:
        return fee
    if costs is None:
        return Range(-inf, fee.high)
    return Range(fee.low - float(costs), fee.high if covered is None else fee.high - float(costs))


def judge_margin(case: Case) -> Finding:
    """Earnings per day of work: a loss is a veto, break-even 0, the target rate 1."""
    net, days, target = net_fee(case), case.effort_days, target_in_currency(case)
    veto = VetoState.CLEAR
    if net.high < 0:
        veto = VetoState.CONFIRMED
    elif net.low < 0:
        veto = VetoState.POSSIBLE
    if net.high <= 0:
        # Below or at break-even however many days it takes.
        value = worth_from_zero("margin", Range(BELOW if net.low < 0 else 0.0, 0.0 if net.high == 0 else BELOW), case)
    elif days is None or target is None or days <= 0:
        value = UNKNOWN_VALUE
    else:
        full = float(days) * max(float(target), 0.01)
        value = worth_from_zero("margin", Range(net.low / full, net.high / full), case)
    return Finding(value, lambda: _margin_words(net, days, target, case), veto)


def target_in_currency(case: Case) -> Decimal | None:
    """The owner's target rate in the offering's currency."""
    rate = case.rate(case.owner.currency, case.offering.currency)
    return None if case.owner.target_rate is None or rate is None else case.owner.target_rate * rate


def _margin_words(net: Range, days: Decimal | None, target: Decimal | None, case: Case) -> str:
    currency = case.offering.currency
    if net.high < 0:
        costs = money(case.offering.expenses or 0, currency)
        return _("{costs} of expenses, more than the fee").format(costs=costs)
    if net.high == 0:
        return _("nothing is left for the work itself")
    if not offered_fee(case).is_stated:
        return _("fee not known")
    if days is None or days <= 0:
        return _("days of work not stated")
    if target is None and case.owner.target_rate is not None:
        return _rate_words(case.owner.currency, currency, case)
    if target is None:
        return _("target rate not stated")
    if net.low == -inf:
        return _("expenses not stated")
    per_day = _whole(Range(max(net.low, 0.0) / float(days), max(net.high, 0.0) / float(days)))
    text = _("{rate} a day over {days}; your target is {target}")
    if days == 1:
        text = _("{rate} for one day of work; your target is {target}")
    words = text.format(
        rate=money_range(per_day, currency), days=days_words(days), target=money(round(target), currency)
    )
    return f"{words}; {said}" if (said := _expenses_words(case)) else words


def _expenses_words(case: Case) -> str:
    """What the expenses come to, and whether they come off the fee; empty when they do not."""
    covered, expenses = case.inquiry.budget.expenses_covered, case.offering.expenses
    if covered or not expenses:
        return ""
    costs = money(expenses, case.offering.currency)
    if covered is None:
        return _("whether {costs} of expenses come off it is not stated").format(costs=costs)
    return _("{costs} of expenses taken off").format(costs=costs)
