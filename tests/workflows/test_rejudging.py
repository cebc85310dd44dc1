"""Judging the same requests under other rules: quick, and always what judging them from scratch says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import EVENT_DAY, TODAY, an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.curves import CURVES
from fitdesk.domain.event import Budget, Format, Place
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange, StyleWish
from fitdesk.domain.offering import Topic
from fitdesk.domain.rule_change import Rules
from fitdesk.domain.rules import VETO_CRITERIA
from fitdesk.ui.tasks import Cancelled
from fitdesk.workflows.judging_rules import effects, practice_with
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.rejudging import Rejudging
from fitdesk.workflows.rules_draft import RulesDraft

OFFERINGS = (
    an_offering(),
    an_offering(
        id=2, title="Risk day", formats=(Format.WORKSHOP,), topics=(Topic("risk", 3),), fee_list=Decimal(5000),
        fee_floor=Decimal(3000), preparation_days=2,
    ),
    an_offering(id=3, title="Baking", topics=(Topic("baking bread", 2), Topic("risk", 0)), confidence=None),
    an_offering(id=4, title="Retired", active=False),
)  # fmt: skip
TAKEN = CalendarEntry(1, EVENT_DAY - timedelta(days=1), EVENT_DAY - timedelta(days=1), "Other work", EntryKind.BOOKED)
PRACTICE = Practice(an_owner(), OFFERINGS, (), (TAKEN,))
SETTLED = (StatusChange(datetime(2027, 2, 1, 9, 0), Status.DECLINED, ""),)
ASKED: tuple[Inquiry, ...] = (
    an_inquiry(id=1),
    an_inquiry(id=2, budget=Budget(min=Decimal(2000), max=Decimal(4800), currency="GBP")),
    an_inquiry(id=3, event=an_event(topics=("risk",), language="fr", audience_min=900, audience_max=None)),
    an_inquiry(id=4, event=an_event(dates=(), place=Place(), mode=None), status=Status.DECLINED, history=SETTLED),
    an_inquiry(id=5, event=an_event(topics=("sour dough",), dates=(TODAY + timedelta(days=9),)), style=StyleWish()),
)

keys = st.sampled_from([one.key for one in CRITERIA])
curves = st.sampled_from(CURVES)


@st.composite
def changed(draw: st.DrawFn) -> Practice:
    """The practice with drawn rules for all offerings and for one."""
    practice = PRACTICE
    for number in (None, draw(st.sampled_from([1, 2, 3, 4]))):
        offering = next((one for one in practice.offerings if one.id == number), None)
        draft = RulesDraft.of(practice.owner, offering)
        for _n in range(draw(st.integers(0, 3))):
            draft = draft.with_weight(draw(keys), draw(st.integers(0, 40)))
            curve = draw(curves)
            draft = draft.with_points(curve, tuple((x, draw(st.floats(0, 1))) for x, _y in curve.points))
            draft = draft.with_veto(draw(st.sampled_from(VETO_CRITERIA)), draw(st.booleans()))
        practice = practice_with(practice, draft.rules, number)
    return practice


@given(st.lists(changed(), min_size=1, max_size=3))
def test_it_says_what_judging_from_scratch_says_whatever_was_asked_before(wanted: list[Practice]) -> None:
    quick = Rejudging(ASKED, PRACTICE, TODAY)
    for practice in (*wanted, PRACTICE):
        assert quick.effects(practice) == effects(ASKED, PRACTICE, practice, TODAY)


def test_some_verdicts_really_turn() -> None:
    harsh = practice_with(PRACTICE, Rules((("fee", 100.0),), (("fee", ((0.0, 0.0), (1.0, 0.1))),)), None)
    found = Rejudging(ASKED, PRACTICE, TODAY).effects(harsh)
    assert any(one.flips for one in found)
    assert any(one.fit_before != one.fit_after for one in found)


def test_without_offerings_or_requests_there_is_nothing_to_say() -> None:
    empty = replace(PRACTICE, offerings=())
    (one,) = Rejudging(ASKED[:1], empty, TODAY).effects(empty)
    assert one.fit_after is None
    assert Rejudging((), PRACTICE, TODAY).effects(PRACTICE) == ()


def test_making_it_can_be_stopped() -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        Rejudging(ASKED, PRACTICE, TODAY, stop)


def test_a_weight_is_tried_between_two_frames() -> None:
    asked = [replace(one, id=n) for n, one in enumerate(ASKED * 4)]
    quick = Rejudging(asked, PRACTICE, TODAY)
    assert quick.size == 20 * 3
    spent = []
    for weight in range(20):
        practice = practice_with(PRACTICE, Rules((("fee", float(weight)),)), None)
        start = perf_counter()
        quick.effects(practice)
        spent.append(perf_counter() - start)
    assert min(spent) < 0.008
