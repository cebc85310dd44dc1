"""What would have to be different: the smallest change by the client that turns the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from fitdesk.domain.answers_money import fee_of
from fitdesk.domain.asking import with_budget, with_event
from fitdesk.domain.assessment import Assessment, Counterfactual, Verdict, VetoState
from fitdesk.domain.availability import Availability, candidate_days, days_around
from fitdesk.domain.case import LOAD_WINDOW, Case, taken_days
from fitdesk.domain.event import Mode
from fitdesk.domain.fee_runs import fee_runs, nearest_to
from fitdesk.domain.inquiry import ScopeState
from fitdesk.domain.judges_for_them import is_mode_served
from fitdesk.domain.judges_money import ANY_FEE, offered_amounts
from fitdesk.domain.languages import language_name
from fitdesk.domain.offering import LanguageLevel
from fitdesk.domain.questions import rounded
from fitdesk.domain.scoring import rescore
from fitdesk.domain.wording import a_format, day_words, length_words, money
from fitdesk.i18n import _

REACH = 120
"""Days on either side of the day named within which another day is looked for."""
CHANGEABLE = frozenset({"format", "language", "leadtime", "fee", "capacity", "travel", "margin", "scope"})
"""Criteria that depend on what a client could change; a veto on any other stands whatever they offer."""

Option = tuple[str, Case]
"""A change in words that follow "if" ("the fee were £7,500"), and the case with that change."""


def counterfactuals(case: Case, judged: Assessment) -> tuple[Counterfactual, ...]:
    """For date, fee, expenses, format, place, language and scope: the smallest change that gives accept.

    Where none gives accept but the verdict is a no, the smallest change that ends the no. Nothing is promised that
    was not judged by the whole rule.
    """
    if judged.verdict is Verdict.ACCEPT or _stands(judged):
        return ()
    found = (_turn(criterion, options, case, judged) for criterion, options in OPTIONS.items())
    return tuple(one for one in found if one is not None)


def _stands(judged: Assessment) -> bool:
    return any(
        line.finding.veto is VetoState.CONFIRMED and line.criterion not in CHANGEABLE for line in judged.contributions
    )


def _turn(
    criterion: str, options: Callable[[Case, Assessment], Iterator[Option]], case: Case, judged: Assessment
) -> Counterfactual | None:
    second: Counterfactual | None = None
    for words, changed in options(case, judged):
        verdict = rescore(changed, judged, criterion).verdict
        if verdict is Verdict.ACCEPT:
            sentence = _("It would be a good fit if {change}").format(change=words)
            return Counterfactual(criterion, sentence, verdict, changed.inquiry)
        if judged.verdict is Verdict.DECLINE and verdict is not Verdict.DECLINE and second is None:
            text = _("It would be your call if {change}")
            if verdict is Verdict.ASK:
                text = _("It would be worth asking further if {change}")
            second = Counterfactual(criterion, text.format(change=words), verdict, changed.inquiry)
    return second


def _other_days(case: Case, judged: Assessment) -> Iterator[Option]:
    named = candidate_days(case.inquiry.event)
    suffers = any(judged.contribution(key).finding.value.low < 1.0 for key in ("leadtime", "capacity"))
    if not named or not (suffers or case.availability is Availability.BUSY):
        return
    for day in _nearest(case, max(named[0], case.today)):
        moved = with_event(case, dates=(day,), date_range=None)
        yield _("the date were {day}").format(day=day_words(day, case.owner.locale)), moved


def _nearest(case: Case, named: date) -> Iterator[date]:
    """Free working days by distance, of each kind the nearest: a day counts by how far off and how full it is."""
    soonest = case.today + timedelta(days=case.offering.lead_minimum)
    enough = max(case.offering.lead_ideal, case.offering.lead_minimum)
    first, last = days_around(named, REACH + LOAD_WINDOW)[0], days_around(named, REACH)[-1]
    taken = taken_days(case, first, last)
    seen: set[tuple[int, int]] = set()
    for step in range(1, REACH + 1):
        for day in days_around(named, step):
            if day < soonest or day.weekday() > 4 or case.on_day(day) is not Availability.FREE:
                continue
            number = day.toordinal()
            kind = (
                min((day - case.today).days, enough),
                sum(1 for before in range(number - LOAD_WINDOW, number) if before in taken),
            )
            if kind not in seen:
                seen.add(kind)
                yield day


def _other_fee(case: Case, judged: Assessment) -> Iterator[Option]:
    stated = offered_amounts(case)
    if stated == ANY_FEE or all(judged.contribution(key).finding.value.low == 1.0 for key in ("fee", "margin")):
        return
    runs = fee_runs(with_budget(case, min=Decimal(0), max=None, currency=case.offering.currency, unpaid=None), judged)
    for wanted in ((Verdict.ACCEPT,), (Verdict.ASK, Verdict.YOUR_CALL)):
        fee = nearest_to(runs, stated, *wanted)
        if fee is not None and fee > 0:
            for amount in (rounded(Decimal(fee)), Decimal(fee)):
                words = _("the fee were {amount}").format(amount=money(amount, case.offering.currency))
                yield words, fee_of(case, amount).case


def _paid_expenses(case: Case, judged: Assessment) -> Iterator[Option]:
    if case.inquiry.budget.expenses_covered is False and judged.contribution("margin").finding.value.low < 1.0:
        yield _("travel and stay were paid on top"), with_budget(case, expenses_covered=True)


def _other_format(case: Case, judged: Assessment) -> Iterator[Option]:
    event, offering = case.inquiry.event, case.offering
    if event.format is None or judged.contribution("format").finding.value.high == 1.0:
        return
    minutes = event.duration_minutes
    if minutes is not None and offering.minutes is not None:
        minutes = min(max(minutes, offering.minutes[0]), offering.minutes[1])
    kinds = sorted(offering.formats, key=lambda kind: kind is not event.format)
    for kind in kinds:
        words = _("they wanted {format}").format(format=a_format(kind))
        if minutes is not None and minutes != event.duration_minutes:
            length = length_words(minutes)
            words = _("{change} for {length}").format(change=words, length=length)
            if kind is event.format:
                words = _("it took {length}").format(length=length)
        yield words, with_event(case, format=kind, duration_minutes=minutes)


def _online(case: Case, judged: Assessment) -> Iterator[Option]:
    mode, travel = case.inquiry.event.mode, judged.contribution("travel").finding.value
    if mode is not Mode.VIRTUAL and travel.low < 1.0 and is_mode_served(Mode.VIRTUAL, case.offering.modes):
        yield _("it were held online"), with_event(case, mode=Mode.VIRTUAL)


def _other_language(case: Case, judged: Assessment) -> Iterator[Option]:
    if case.inquiry.event.language is None or judged.contribution("language").finding.value.low == 1.0:
        return
    for code, level in case.offering.languages:
        if level is LanguageLevel.FLUENT:
            yield (
                _("it could be held in {language}").format(language=language_name(code)),
                with_event(case, language=code),
            )


def _fixed_scope(case: Case, judged: Assessment) -> Iterator[Option]:
    if case.inquiry.scope is not None and judged.contribution("scope").finding.value.high < 1.0:
        yield _("the scope were fixed"), case.changed(inquiry=replace(case.inquiry, scope=ScopeState.FIXED))


OPTIONS: dict[str, Callable[[Case, Assessment], Iterator[Option]]] = {
    "date": _other_days,
    "fee": _other_fee,
    "margin": _paid_expenses,
    "format": _other_format,
    "travel": _online,
    "language": _other_language,
    "scope": _fixed_scope,
}
"""What can be changed, in the order in which it is named; each function gives its smallest change first."""
