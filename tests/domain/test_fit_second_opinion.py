"""The judgement against a second reading of fit-model.md, written without the first: the same to 1e-9."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, datetime, time

import pytest
from hypothesis import assume, given, settings

from domain.second_opinion_for_me import ForMe
from domain.second_opinion_for_them import FOR_ME, FOR_THEM, ForThem, Opinion, Span
from domain.strategies import cases
from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.availability import Availability
from fitdesk.domain.case import Case
from fitdesk.domain.fit import cases_of, score_all
from fitdesk.domain.scoring import score
from fitdesk.store import inquiries
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.practice import load_practice

TODAY = date(2026, 11, 22)


class SecondOpinion(ForThem, ForMe):
    """``lines`` by criterion, ``fit`` and ``for_them`` in points, and the verdict."""

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.lines = {key: self._judged(key) for key in (*FOR_THEM, *FOR_ME)}
        weights = self._weights()
        self.for_them = self._sum(weights, FOR_THEM)
        self.fit = self._sum(weights, weights)
        self.scale = sum(weights[key] for key in FOR_THEM)

    def _judged(self, key: str) -> Opinion:
        judge: Callable[[], Opinion] = getattr(self, key)
        value, veto = judge()
        off = self.owner.vetoes_off if self.offering.vetoes_off is None else self.offering.vetoes_off
        return value, "clear" if key in off and key != "goal" else veto

    def _weights(self) -> dict[str, float]:
        mine = {**FOR_THEM, **FOR_ME, **dict(self.owner.weights), **dict(self.offering.weights)}
        return {key: 100 * weight / sum(mine.values()) for key, weight in mine.items()}

    def _sum(self, weights: dict[str, float], keys: Iterable[str]) -> Span:
        chosen = [(weights[key], self.lines[key][0]) for key in keys]
        return sum(weight * low for weight, (low, _) in chosen), sum(weight * high for weight, (_, high) in chosen)

    @property
    def verdict(self) -> str:
        lines, limits = self.lines.values(), self.owner.thresholds
        low, high = (100 * end / self.scale if self.scale else 100.0 for end in self.for_them)
        vetoes, day = {veto for _value, veto in lines}, self.case.availability
        if "confirmed" in vetoes or (day is Availability.BUSY and self.can_move is False):
            return "decline"
        if self.fit[1] < limits.decline_fit - 1e-9 or high < limits.decline_for_them - 1e-9:
            return "decline"
        is_free = day in (Availability.FREE, Availability.HELD)
        is_good = self.fit[0] >= limits.accept_fit - 1e-9 and low >= limits.accept_for_them - 1e-9
        if "possible" not in vetoes and is_free and is_good:
            return "accept"
        is_known = is_free and all(low == high for (low, high), _veto in lines) and "possible" not in vetoes
        return "your_call" if is_known else "ask"

    @property
    def which_no(self) -> str | None:
        """Wrong for them comes first, whatever they pay; a taken day is the last of the three Noes."""
        if self.verdict != "decline":
            return None
        high = 100 * self.for_them[1] / self.scale if self.scale else 100.0
        confirmed = {key for key, (_value, veto) in self.lines.items() if veto == "confirmed"}
        if confirmed & set(FOR_THEM) or high < self.owner.thresholds.decline_for_them - 1e-9:
            return "wrong_for_them"
        is_poor = self.fit[1] < self.owner.thresholds.decline_fit - 1e-9
        return "wrong_for_me" if confirmed or is_poor else "not_free"

    @property
    def can_move(self) -> bool | None:
        said = (self.word.date_can_move, self.event.date_flexible)
        return False if False in said else True if True in said else None


def check(assessment: Assessment, case: Case) -> None:
    """The same values, vetoes, sums, verdict and kind of No by both readings."""
    second, where = SecondOpinion(case), f"{case.inquiry.title} / {case.offering.title}"
    for line in assessment.contributions:
        (low, high), veto = second.lines[line.criterion]
        first = line.finding
        about = f"{where}: {line.criterion}: {first.sentence}"
        assert (first.value.low, first.value.high) == pytest.approx((low, high), abs=1e-9), about
        assert first.veto == veto, about
    assert (assessment.fit.low, assessment.fit.high) == pytest.approx(second.fit, abs=1e-9), where
    assert (assessment.for_them.low, assessment.for_them.high) == pytest.approx(second.for_them, abs=1e-9), where
    assert (assessment.verdict, assessment.which_no) == (second.verdict, second.which_no), where


def test_every_open_request_of_the_demo_is_judged_the_same_by_a_second_reading() -> None:
    with closing(Store.open(None, now=datetime.combine(TODAY, time(9)))) as store:
        demo.fill(store, TODAY)
        practice, requests = load_practice(store), inquiries.all_open(store)
    assert len(requests) >= 10
    verdicts = set()
    for inquiry in requests:
        known = (inquiry, practice.offerings, practice.owner, practice.entries, TODAY)
        ranked = score_all(*known)
        cases_by_id = {case.offering.id: case for case in cases_of(*known)}
        for assessment in ranked:
            check(assessment, cases_by_id[assessment.offering.id])
        verdicts.add(ranked[0].verdict)
    assert verdicts == set(Verdict)


@settings(max_examples=400, deadline=None)
@given(cases)
def test_any_request_is_judged_the_same_by_a_second_reading(case: Case) -> None:
    least, most = case.offering.audience_min, case.offering.audience_max
    assume(least is None or most is None or least <= most)
    check(score(case), case)
