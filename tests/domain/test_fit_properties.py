"""What must hold for every request, offering and owner (the list at the end of fit-model.md)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from math import fsum
from typing import TypeVar

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from build import TODAY
from domain.strategies import cases, diaries, entries, inquiries, many, offerings, owners
from fitdesk.domain.assessment import AskWhom, Assessment, Side, Verdict, VetoState
from fitdesk.domain.availability import Availability, CalendarEntry
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess, assess_all, explained, score_all
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.questions import askings
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import rescore, score, total

T = TypeVar("T")


@many
@given(cases)
def test_contributions_add_up_and_stay_in_range_and_a_confirmed_veto_declines(case: Case) -> None:
    judged = score(case)
    lines = judged.contributions
    assert judged.fit == Range(fsum(line.gain.low for line in lines), fsum(line.gain.high for line in lines))
    for side, total_of_side in ((Side.FOR_THEM, judged.for_them), (Side.FOR_ME, judged.for_me)):
        mine = [line for line in lines if line.side is side]
        assert total_of_side == Range(fsum(line.gain.low for line in mine), fsum(line.gain.high for line in mine))
    assert judged.fit == judged.for_them + judged.for_me, "to the last bit: gains are multiples of one grain"
    assert fsum(line.weight for line in lines) == pytest.approx(100, abs=1e-9)
    for line in lines:
        assert line.weight >= 0
        assert 0 <= line.finding.value.low <= line.finding.value.high <= 1
        assert line.finding.sentence
        assert line.gain.low + line.loss.high == pytest.approx(line.weight, abs=1e-9)
    if any(line.finding.veto is VetoState.CONFIRMED for line in lines):
        assert judged.verdict is Verdict.DECLINE
        assert judged.which_no is not None
    if judged.verdict is Verdict.ACCEPT:
        assert not judged.vetoes


@many
@given(inquiries, inquiries, offerings(), owners, entries)
def test_scoring_one_inquiry_never_changes_another(
    one: Inquiry, other: Inquiry, offering: Offering, owner: Owner, known: tuple[CalendarEntry, ...]
) -> None:
    several = [offering]
    before = score_all(one, several, owner, known, TODAY)[0]
    assess(other, offering, owner, known, TODAY)
    score_all(other, several, owner, known, TODAY)
    assert (
        score_all(one, several, owner, known, TODAY)[0] == before == score(case_for(one, offering, owner, known, TODAY))
    )


@many
@given(cases, st.integers(0, 14), st.floats(0, 1), st.randoms(use_true_random=False))
def test_a_better_value_never_lowers_the_fit_and_no_order_changes_it(
    case: Case, place: int, better: float, chance: random.Random
) -> None:
    lines = list(score(case).contributions)
    before = total(tuple(lines))
    assert total(tuple(_shuffled(lines, chance))) == before
    line = lines[place]
    value = line.finding.value
    low = value.low + better * (1 - value.low)
    raised = Range(low, max(low, value.high + better * (1 - value.high)))
    lines[place] = replace(line, finding=replace(line.finding, value=raised))
    after = total(tuple(lines))
    assert after.low >= before.low
    assert after.high >= before.high


@many
@given(cases, st.integers(0, 12000), st.integers(0, 5000))
def test_a_higher_fee_never_lowers_the_fit(case: Case, amount: int, more: int) -> None:
    def paid(fee: int) -> Assessment:
        budget = replace(case.inquiry.budget, min=Decimal(fee), max=Decimal(fee), currency="GBP", unpaid=None)
        return score(case.changed(inquiry=replace(case.inquiry, budget=budget)))

    case = _with_usual_curves(case, "fee", "margin")
    low, high = paid(amount).fit, paid(amount + more).fit
    assert low.low <= high.low + 1e-9
    assert low.high <= high.high + 1e-9


def _with_usual_curves(case: Case, *keys: str) -> Case:
    """A curve of the owner's own may fall where the usual one rises."""
    owner, offering = case.owner, case.offering
    return case.changed(
        owner=replace(owner, curves=tuple(one for one in owner.curves if one[0] not in keys)),
        offering=replace(offering, curves=tuple(one for one in offering.curves if one[0] not in keys)),
    )


@many
@given(cases)
def test_better_values_all_over_never_lower_the_fit(case: Case) -> None:
    """By value, not by fact: with a curve of the owner's own more of something may well be worse."""
    judged = score(case)
    for asking, _veto, _stake in askings(case, judged):
        for answer in asking.answers:
            after = score(answer.case)
            pairs = list(zip(judged.contributions, after.contributions, strict=True))
            if all(one.weight == other.weight for one, other in pairs):
                if all(one.finding.value.low <= other.finding.value.low for one, other in pairs):
                    assert judged.fit.low <= after.fit.low
                if all(one.finding.value.high <= other.finding.value.high for one, other in pairs):
                    assert judged.fit.high <= after.fit.high


@many
@given(inquiries, st.lists(offerings(), max_size=4, unique_by=lambda o: (o.title, o.id)), owners, entries, st.randoms())
def test_the_order_of_offerings_and_entries_changes_nothing(
    inquiry: Inquiry, several: list[Offering], owner: Owner, known: tuple[CalendarEntry, ...], chance: random.Random
) -> None:
    before = score_all(inquiry, several, owner, known, TODAY)
    shuffled, mixed = _shuffled(several, chance), _shuffled(known, chance)
    after = score_all(inquiry, shuffled, owner, mixed, TODAY)
    assert [(a.offering, a.fit, a.verdict) for a in after] == [(a.offering, a.fit, a.verdict) for a in before]
    declined = [a.verdict is Verdict.DECLINE for a in before]
    assert declined == sorted(declined), "a declined offering never leads one that is not"
    for group in (True, False):
        ranked = [
            (-a.fit.low, -a.fit.high, a.offering.title) for a in before if (a.verdict is Verdict.DECLINE) is group
        ]
        assert ranked == sorted(ranked)


def _shuffled(things: Sequence[T], chance: random.Random) -> list[T]:
    mixed = list(things)
    chance.shuffle(mixed)
    return mixed


@many
@given(cases)
def test_a_counterfactual_keeps_its_promise(case: Case) -> None:
    judged = explained(case)
    event(judged.verdict)
    for change in judged.counterfactuals:
        event(change.criterion)
        assert change.inquiry is not None
        assert change.inquiry != case.inquiry
        again = assess(change.inquiry, case.offering, case.owner, case.entries, TODAY)
        assert again.verdict is change.verdict
        assert change.verdict is not Verdict.DECLINE
        assert change.verdict is Verdict.ACCEPT or judged.verdict is Verdict.DECLINE
    assert judged.verdict is not Verdict.ACCEPT or not judged.counterfactuals


@many
@given(cases)
def test_a_question_said_to_settle_the_matter_does(case: Case) -> None:
    judged = explained(case)
    question = judged.next_question
    if question is None:
        if judged.verdict is Verdict.ASK:
            _check_that_nothing_is_left_to_ask(case, judged)
        return
    assert judged.verdict is Verdict.ASK
    asked = next(one for one, _veto, _stake in askings(case, judged) if one.criterion == question.criterion)
    verdicts = [score(answer.case).verdict for answer in asked.answers]
    assert question.settles is False or Verdict.ASK not in verdicts


def _check_that_nothing_is_left_to_ask(case: Case, judged: Assessment) -> None:
    """Saying that no answer can change the verdict any more: none of those that could be asked for does."""
    for asking, _veto, _stake in askings(case, judged):
        for answer in asking.answers:
            assert score(answer.case).verdict in (Verdict.ASK, Verdict.YOUR_CALL), (asking.text, answer.words)


@many
@given(cases, st.lists(st.integers(0, 20000), min_size=1, max_size=20))
def test_a_fee_question_that_settles_does_so_for_any_fee(case: Case, fees: list[int]) -> None:
    silent = Budget(expenses_covered=case.inquiry.budget.expenses_covered)
    judged = explained(case.changed(inquiry=replace(case.inquiry, budget=silent)))
    question = judged.next_question
    if question is None or question.criterion != "fee" or question.whom is not AskWhom.CLIENT or not question.settles:
        return
    for fee in fees:
        paid = replace(silent, min=Decimal(fee), max=Decimal(fee), currency=case.offering.currency)
        told = score(case.changed(inquiry=replace(case.inquiry, budget=paid)))
        assert told.verdict is not Verdict.ASK


@many
@given(cases)
def test_answers_stay_within_what_is_possible(case: Case) -> None:
    judged = score(case)
    for asking, _veto, _stake in askings(case, judged):
        key = "leadtime" if asking.criterion == "date" else asking.criterion
        before = judged.contribution(key).finding.value
        for answer in asking.answers:
            full = score(answer.case)
            assert rescore(answer.case, judged, asking.criterion) == full, (asking.text, answer.words)
            after = full.contribution(key).finding.value
            if case.availability not in (Availability.BUSY,):
                assert before.low - 1e-9 <= after.low, (asking.text, answer.words)
                assert after.high <= before.high + 1e-9, (asking.text, answer.words)


@many
@given(inquiries, st.lists(offerings(), min_size=1, max_size=2, unique_by=lambda o: (o.title, o.id)), owners, diaries)
def test_all_agrees_with_one_by_one(
    inquiry: Inquiry, several: list[Offering], owner: Owner, known: Sequence[CalendarEntry]
) -> None:
    quick = score_all(inquiry, several, owner, known, TODAY)
    in_full = assess_all(inquiry, several, owner, known, TODAY)
    assert [replace(one, next_question=None, counterfactuals=()) for one in in_full] == list(quick)
    judged = in_full[0]
    others = [other for other in several if other is not judged.offering]
    assert assess(inquiry, judged.offering, owner, known, TODAY, siblings=others) == judged


@many
@given(cases, st.lists(st.integers(0, 500), min_size=1, max_size=20))
def test_a_date_question_that_settles_does_so_for_any_day(case: Case, ahead: list[int]) -> None:
    undated = case.changed(
        inquiry=replace(case.inquiry, event=replace(case.inquiry.event, dates=(), date_range=None, date_flexible=False))
    )
    judged = explained(undated)
    question = judged.next_question
    if question is None or question.criterion != "date" or not question.settles:
        return
    for number in ahead:
        day = TODAY + timedelta(days=number)
        told = undated.changed(inquiry=replace(case.inquiry, event=replace(undated.inquiry.event, dates=(day,))))
        assert score(told).verdict is not Verdict.ASK, day
