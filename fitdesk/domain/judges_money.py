"""Does it pay? The criteria fee and margin, in intervals: "up to 5,000" is anything from nothing to 5,000."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import inf

from fitdesk.domain.assessment import Finding, VetoState
from fitdesk.domain.case import Case
from fitdesk.domain.event import Budget
from fitdesk.domain.ranges import UNKNOWN_VALUE, Range
from fitdesk.domain.values import Piecewise
from fitdesk.domain.wording import days_words, money, money_range
from fitdesk.i18n import _

AT_FLOOR = 0.3
NO_FEE = Range.exactly(0.0)
ANY_FEE = Range(0.0, inf)


@dataclass(frozen=True, slots=True)
class Fee:
    """What the client would pay, in the offering's currency; ``words`` as the client put it."""

    amounts: Range
    words: str

    @property
    def is_stated(self) -> bool:
        return self.amounts != ANY_FEE


def offered_fee(case: Case) -> Fee:
    """The budget in the offering's currency; anything at all when it is not stated or cannot be converted."""
    budget, currency = case.inquiry.budget, case.offering.currency
    if budget.unpaid is True:
        return Fee(NO_FEE, _("no fee offered"))
    amounts = _amounts(budget)
    if amounts is None:
        return Fee(ANY_FEE, _("fee offered, amount not stated") if budget.unpaid is False else _("fee not stated"))
    if budget.currency is None:
        return Fee(ANY_FEE, _("{amount} without a currency").format(amount=money_range(amounts, "")))
    stated = money_range(amounts, budget.currency)
    rate = case.rate(budget.currency, currency)
    if rate is None:
        text = _("{amount}: no rate from {their} to {mine} in your settings")
        return Fee(ANY_FEE, text.format(amount=stated, their=budget.currency, mine=currency))
    if budget.currency == currency:
        return Fee(amounts, stated)
    amounts = amounts.scaled(float(rate))
    return Fee(amounts, f"{stated} (≈ {money_range(_whole(amounts), currency)})")


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
    offering, fee = case.offering, offered_fee(case)
    floor = None if offering.fee_floor is None else float(offering.fee_floor)
    usual = None if offering.fee_list is None else float(offering.fee_list)
    value = _fee_value(fee.amounts, floor, usual)
    return Finding(value, _fee_words(fee, case), _fee_veto(fee.amounts, floor, usual))


def _fee_value(fee: Range, floor: float | None, usual: float | None) -> Range:
    if fee == NO_FEE:
        return NO_FEE
    if floor is None:
        # Somewhere between nothing and this fee there is a floor; the value is highest when the floor is lowest.
        if usual is None:
            return UNKNOWN_VALUE
        if fee.low >= usual and fee.low > 0:
            return Range.exactly(1.0)
        return Range(0.0, Piecewise(((0, AT_FLOOR), (max(usual, 0.01), 1.0)))(fee.high))
    if usual is None:
        low = AT_FLOOR if fee.low >= floor and fee.low > 0 else 0.0
        return Range(low, 1.0 if fee.high >= floor else 0.0)
    steps = [(floor, 0.0), (floor, AT_FLOOR), (usual, 1.0)] if usual > floor else [(floor, 0.0), (floor, 1.0)]
    value = Piecewise(tuple(steps)).over(fee)
    return Range(0.0, value.high) if fee.low <= 0 else value


def _fee_veto(fee: Range, floor: float | None, usual: float | None) -> VetoState:
    if floor is None:
        return VetoState.CLEAR if usual is not None and fee.low >= usual > 0 else VetoState.POSSIBLE
    if fee.high < floor:
        return VetoState.CONFIRMED
    return VetoState.POSSIBLE if fee.low < floor else VetoState.CLEAR


def _fee_words(fee: Fee, case: Case) -> str:
    offering = case.offering
    parts = []
    if offering.fee_floor is not None:
        text = _("your floor is {amount}") if case.is_owner else _("their floor is {amount}")
        parts.append(text.format(amount=money(offering.fee_floor, offering.currency)))
    if offering.fee_list is not None:
        text = _("your list fee is {amount}") if case.is_owner else _("their list fee is {amount}")
        parts.append(text.format(amount=money(offering.fee_list, offering.currency)))
    return "; ".join([fee.words, ", ".join(parts) or _("fee of the offering not stated")])


def net_fee(case: Case) -> Range:
    """What is left of the fee once expenses that nobody pays back are taken off, in the offering's currency."""
    fee, costs = offered_fee(case).amounts, case.offering.expenses
    covered = case.inquiry.budget.expenses_covered
    if covered is True:
        return fee
    if costs is None:
        return Range(-inf, fee.high)
    return Range(fee.low - float(costs), fee.high if covered is None else fee.high - float(costs))


def judge_margin(case: Case) -> Finding:
    """Earnings per day of work: a loss is a veto, break-even 0, the target rate 1."""
    net, days, target = net_fee(case), case.effort_days, _target(case)
    veto = VetoState.CLEAR
    if net.high < 0:
        veto = VetoState.CONFIRMED
    elif net.low < 0:
        veto = VetoState.POSSIBLE
    if net.high <= 0:
        value = Range.exactly(0.0)
    elif days is None or target is None or days <= 0:
        value = UNKNOWN_VALUE
    else:
        per_day = Range(net.low / float(days), net.high / float(days))
        value = Piecewise(((0.0, 0.0), (max(float(target), 0.01), 1.0))).over(per_day)
    return Finding(value, _margin_words(net, days, target, case), veto)


def _target(case: Case) -> Decimal | None:
    """The owner's target rate in the offering's currency."""
    rate = case.rate(case.owner.currency, case.offering.currency)
    return None if case.owner.target_rate is None or rate is None else case.owner.target_rate * rate


def _margin_words(net: Range, days: Decimal | None, target: Decimal | None, case: Case) -> str:
    currency = case.offering.currency
    if net.high < 0:
        return _("the costs are higher than the fee")
    if not offered_fee(case).is_stated:
        return _("fee not known")
    if days is None or days <= 0:
        return _("days of work not stated")
    if target is None:
        return _("target rate not stated")
    if net.low == -inf:
        return _("expenses not stated")
    per_day = _whole(Range(max(net.low, 0.0) / float(days), max(net.high, 0.0) / float(days)))
    text = _("{rate} a day over {days}; your target is {target}")
    words = text.format(
        rate=money_range(per_day, currency), days=days_words(days), target=money(round(target), currency)
    )
    if case.inquiry.budget.expenses_covered is not None:
        return words
    return f"{words}; {_('whether expenses are paid on top is not stated')}"
