"""What could be answered about fee and margin."""

from __future__ import annotations

from decimal import Decimal
from math import inf

from fitdesk.domain.answers_for_me import ask_effort
from fitdesk.domain.asking import Answer, Asking, with_budget, with_offering, with_owner
from fitdesk.domain.assessment import AskWhom
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.judges_money import named_fee, net_fee, offered_fee, target_in_currency, without_rate
from fitdesk.domain.wording import listed, money
from fitdesk.i18n import _

STEPS = 4
"""Parts into which the way from floor to list fee is cut when fees are tried."""

RATE_STEPS = (Decimal("0.25"), Decimal("0.5"), Decimal(1), Decimal(2))


def ask_fee(case: Case) -> Asking:
    """The client for the fee; the owner for floor, list fee or rate when those are missing."""
    offering, fee, budget = case.offering, offered_fee(case), case.inquiry.budget
    if offering.fee_floor is None and offering.fee_list is None:
        return _ask_own_fee(case, _("What do you charge for this, and what is the least?"))
    if not fee.is_stated:
        text, whom = BY_KEY["fee"].question, AskWhom.CLIENT
        if budget.is_stated and budget.currency is None:
            text = _("In which currency is that?")
        elif budget.is_stated:
            text = _rate_question(budget.currency or "", case)
            whom = AskWhom.OWNER
        return Asking("fee", whom, text, fees(case))
    if not fee.amounts.is_exact:
        return Asking("fee", AskWhom.CLIENT, _narrower(case), fees(case))
    if offering.fee_floor is None:
        return _ask_own_fee(case, _("What is the least you would do this for?"))
    return _ask_own_fee(case, _("What is your list fee for this?"))


def _narrower(case: Case) -> str:
    """What is still missing once a fee was named: how much of it, its upper end, or where within it."""
    amounts = offered_fee(case).amounts
    text = _("You named {fee}: which fee may I count on?")
    if amounts.high == inf:
        text = _("You named {fee}: how far could it go?")
    elif amounts.low <= 0:
        text = _("You named {fee}: may I count on all of it?")
    return text.format(fee=named_fee(case))


def fees(case: Case) -> tuple[Answer, ...]:
    """Fees worth trying: below the floor, the floor, steps up to the list fee, all within what was stated."""
    offering, stated = case.offering, offered_fee(case).amounts
    usual = offering.fee_list if offering.fee_list is not None else (offering.fee_floor or Decimal(0)) * 2
    floor = offering.fee_floor if offering.fee_floor is not None else usual / 4
    tried = [floor / 2, floor - 1, *(floor + (usual - floor) * n / STEPS for n in range(STEPS + 1))]
    low = Decimal(str(max(stated.low, 0.0)))
    high = None if stated.high == inf else Decimal(str(stated.high))
    inside = {min(max(amount, low), high if high is not None else max(amount, low)) for amount in tried}
    return tuple(fee_of(case, amount) for amount in sorted(inside))


def fee_of(case: Case, amount: Decimal) -> Answer:
    """As if the client had named just this fee, in the offering's currency."""
    currency = case.offering.currency
    paid = with_budget(case, min=amount, max=amount, currency=currency, unpaid=None)
    return Answer(money(round(amount), currency), paid)


def _ask_own_fee(case: Case, text: str) -> Asking:
    offering, stated = case.offering, offered_fee(case).amounts
    middle = stated.low if stated.high == inf else (stated.low + stated.high) / 2
    amount = Decimal(str(round(middle))) or Decimal(1000)
    usual, floor = offering.fee_list, offering.fee_floor
    answers = [
        _own(money(own, offering.currency), with_offering(
            case,
            fee_floor=own if floor is None else floor,
            fee_list=max(own, floor or own) if usual is None else usual,
        ))
        for own in (round(amount / 2), amount, round(amount * 2))
        if usual is None or own <= usual
    ]  # fmt: skip
    return Asking("fee", AskWhom.OWNER, text, tuple(answers))


def _own(amount: str, case: Case) -> Answer:
    return Answer(amount, case, _("it is {amount}").format(amount=amount))


def ask_margin(case: Case) -> Asking | None:
    """Whatever is missing beside the fee itself; None when only the fee is (fee asks for that)."""
    offering, budget, owner = case.offering, case.inquiry.budget, case.owner
    net = net_fee(case)
    if case.effort_days is None:
        return ask_effort(case, "margin") if owner.capacity_days is None else None
    if not offered_fee(case).is_stated:
        return None
    top = net.high if net.high < inf else max(net.low, 1000.0)
    if owner.target_rate is not None and target_in_currency(case) is None:
        return _ask_rate(case, top)
    if owner.target_rate is None:
        a_day = max(1, round(top / float(case.effort_days or 1)))
        return Asking("margin", AskWhom.OWNER, _("What would you like to earn in a day?"), tuple(
            _own(money(rate, owner.currency), with_owner(case, target_rate=Decimal(rate)))
            for rate in (a_day // 2 or 1, a_day, 2 * a_day, 5 * a_day)
        ))  # fmt: skip
    if budget.expenses_covered is None:
        return Asking("margin", AskWhom.CLIENT, BY_KEY["margin"].question, (
            Answer(_("expenses paid on top"), with_budget(case, expenses_covered=True)),
            Answer(_("expenses within the fee"), with_budget(case, expenses_covered=False)),
        ))  # fmt: skip
    if offering.expenses is None:
        return Asking("margin", AskWhom.OWNER, _("What do you usually spend on a job like this?"), tuple(
            _own(money(cost, offering.currency), with_offering(case, expenses=Decimal(cost)))
            for cost in (0, round(max(top, 0) / 4), round(max(top, 0) / 2), round(max(top, 0) * 1.2) + 1)
        ))  # fmt: skip
    return None


def _rate_question(theirs: str, case: Case) -> str:
    text = _("What is one {lacking} worth in {own}?")
    return text.format(lacking=listed(without_rate(theirs, case.offering.currency, case)), own=case.owner.currency)


def _ask_rate(case: Case, top: float) -> Asking:
    """What the offering's currency is worth: rates with which this would earn a half, once and twice the target."""
    owner, offering = case.owner, case.offering
    even = Decimal(str(max(top, 1.0))) / (case.effort_days or Decimal(1)) / max(owner.target_rate or 0, Decimal(1))
    kept = tuple(pair for pair in owner.rates if pair[0] != offering.currency)
    rates = sorted({max(Decimal("0.0001"), (1 / even * part).quantize(Decimal("0.0001"))) for part in RATE_STEPS})
    text = _("one {theirs} at {rate} {own}")
    return Asking("margin", AskWhom.OWNER, _rate_question(owner.currency, case), tuple(
        Answer(
            text.format(theirs=offering.currency, rate=rate.normalize(), own=owner.currency),
            with_owner(case, rates=(*kept, (offering.currency, rate))),
        )
        for rate in rates
    ))  # fmt: skip
