"""Rules of judging: what a change would do, the written history, taking back, and that only what counts is changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from build import TODAY, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.curves import CURVE
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.offering import Offering
from fitdesk.domain.rule_change import RuleChange, Rules
from fitdesk.domain.terms import Verdict
from fitdesk.store import inquiries, linked_calendars, offerings, owner, rule_changes
from fitdesk.store.errors import NotFound
from fitdesk.store.store import Store
from fitdesk.ui.tasks import Cancelled
from fitdesk.workflows.judging_rules import (
    agrees,
    as_then,
    change_rules,
    effects,
    judged_on,
    last_decided,
    practice_with,
    standing_rules,
    take_back,
    without,
)
from fitdesk.workflows.practice import Practice, load_practice

NOW = datetime(2027, 3, 1, 9, 0)
FLAT = ((0.0, 0.0), (1.0, 0.0))
NO_FEE = Rules((("fee", 100.0),), (("fee", FLAT),), ())
FRUGAL = Budget(min=Decimal(4500), max=Decimal(4500), currency="GBP", expenses_covered=True)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        owner.save(store, an_owner())
        offerings.save(store, an_offering(id=None))
        yield store


def keep(store: Store, inquiry: Inquiry, status: Status = Status.NEW, at: datetime = NOW) -> Inquiry:
    history = () if status is Status.NEW else (StatusChange(at, status, ""),)
    return inquiries.save(store, replace(inquiry, status=status, history=history))


def offering_of(store: Store) -> Offering:
    return offerings.every(store)[0]


# ---- effects


def test_effects_say_what_each_practice_says_by_itself(store: Store) -> None:
    waiting = (keep(store, an_inquiry(budget=FRUGAL)), keep(store, asked(topics=("stand-up comedy",))))
    before = load_practice(store)
    after = practice_with(before, NO_FEE, None)
    found = effects(waiting, before, after, TODAY)
    for inquiry, effect in zip(waiting, found, strict=True):
        for practice, verdict, fit in (
            (before, effect.verdict_before, effect.fit_before),
            (after, effect.verdict_after, effect.fit_after),
        ):
            best = score_all(inquiry, practice.offerings, practice.owner, practice.entries, TODAY)[0]
            assert (verdict, fit) == (best.verdict, best.fit)
    assert [effect.title for effect in found] == [inquiry.title for inquiry in waiting]
    assert [(effect.verdict_before, effect.flips) for effect in found] == [
        (Verdict.ACCEPT, True),
        (Verdict.DECLINE, False),
    ]


def test_without_an_offering_there_is_nothing_to_judge_against(store: Store) -> None:
    empty = Practice(an_owner(), (), (), ())
    (effect,) = effects((an_inquiry(id=3),), empty, empty, TODAY)
    assert (effect.verdict_before, effect.fit_after, effect.flips) == (Verdict.ASK, None, False)


def test_a_settled_inquiry_is_judged_as_of_the_day_of_its_decision(store: Store) -> None:
    late = TODAY + timedelta(days=400)  # the day of the event has passed
    settled = keep(store, an_inquiry(), Status.ACCEPTED)
    assert judged_on(settled, late) == TODAY
    assert judged_on(replace(settled, status=Status.ASKED), late) == late
    practice = load_practice(store)
    (effect,) = effects((settled,), practice, practice, late)
    assert (effect.verdict_before, effect.agrees) == (Verdict.ACCEPT, True)
    (waiting,) = effects((replace(settled, status=Status.NEW),), practice, practice, late)
    assert waiting.verdict_before is not Verdict.ACCEPT


def test_effects_tell_how_far_they_are_and_can_be_stopped(store: Store) -> None:
    practice = load_practice(store)
    told: list[float] = []

    def progress(done: int, total: int) -> None:
        told.append(done / total)
        if len(told) == stop_after:
            raise Cancelled

    stop_after = 0
    other = practice_with(practice, Rules(curves=(("fee", ((0.0, 0.0), (1.0, 1.0))),)), None)
    effects((an_inquiry(),) * 120, practice, other, TODAY, progress)
    assert told[0] == 0
    assert told == sorted(told)
    assert 0.9 < told[-1] <= 1
    stop_after = len(told) + 3
    with pytest.raises(Cancelled):
        effects((an_inquiry(),) * 120, practice, practice, TODAY, progress)
    assert len(told) == stop_after


@pytest.mark.parametrize(
    ("status", "agreeing"),
    [
        (Status.ACCEPTED, {Verdict.ACCEPT}),
        (Status.DECLINED, {Verdict.DECLINE}),
        (Status.REFERRED, {Verdict.DECLINE}),
        (Status.NOT_NOW, set()),
        (Status.WITHDRAWN, set()),
    ],
)
def test_which_verdicts_say_what_was_decided(status: Status, agreeing: set[Verdict]) -> None:
    assert {verdict for verdict in Verdict if agrees(status, verdict)} == agreeing


def test_the_last_decided_stand_newest_decision_first_and_only_those_that_speak_of_the_fit(store: Store) -> None:
    first = keep(store, an_inquiry(subject="first"), Status.DECLINED, NOW)
    keep(store, an_inquiry(subject="later"), Status.NOT_NOW, NOW + timedelta(days=3))
    keep(store, an_inquiry(subject="gone"), Status.WITHDRAWN, NOW + timedelta(days=3))
    keep(store, an_inquiry(subject="open"))
    last = keep(store, an_inquiry(subject="last"), Status.ACCEPTED, NOW + timedelta(days=1))
    assert [one.id for one in last_decided(store)] == [last.id, first.id]
    assert [one.id for one in last_decided(store, most=1)] == [last.id]


# ---- changing


def test_a_change_counts_at_once_and_stands_in_the_history(store: Store) -> None:
    waiting = keep(store, an_inquiry())
    inquiries.cache_fit(store, waiting.id or 0, 90.0, 92.0, Verdict.ACCEPT)
    assert inquiries.stale_ids(store, 10) == []
    change = change_rules(store, NO_FEE, None, " fees matter ", NOW, flipped=1)
    assert (owner.get(store).weights, owner.get(store).curves) == (NO_FEE.weights, NO_FEE.curves)
    assert inquiries.stale_ids(store, 10) == [waiting.id]
    assert rule_changes.every(store) == (change,)
    assert change == RuleChange(NOW, Rules(vetoes_off=()), NO_FEE, None, 1, "fees matter", change.id)


def test_a_change_for_one_offering_leaves_the_others(store: Store) -> None:
    other = offerings.save(store, an_offering(id=None, title="Other"))
    number = offering_of(store).id
    rules = Rules((("travel", 20.0),), (), ("fee",))
    change_rules(store, rules, number, "", NOW)
    assert standing_rules(store, number) == rules
    assert offerings.get(store, other.id or 0) == other
    assert owner.get(store) == an_owner()
    assert practice_with(load_practice(store), rules, other.id).offerings[1].vetoes_off == ("fee",)


def test_a_change_for_an_offering_that_is_gone_changes_nothing(store: Store) -> None:
    with pytest.raises(NotFound):
        change_rules(store, NO_FEE, 99, "", NOW)
    assert rule_changes.every(store) == ()


# ---- taking back


def test_taking_back_restores_exactly_and_is_a_change_itself(store: Store) -> None:
    before = owner.get(store)
    change = change_rules(store, NO_FEE, None, "", NOW)
    back = take_back(store, change, NOW + timedelta(days=1), reason="too strict", flipped=2)
    assert owner.get(store) == before
    assert rule_changes.every(store) == (back, change)
    assert (back.before, back.after, back.reason, back.flipped) == (NO_FEE, Rules(vetoes_off=()), "too strict", 2)
    take_back(store, back, NOW + timedelta(days=2))
    assert standing_rules(store, None) == NO_FEE


def test_taking_back_an_older_change_leaves_what_changed_since(store: Store) -> None:
    first = change_rules(store, Rules((("fee", 20.0), ("goal", 30.0)), (), ("fee",)), None, "", NOW)
    later = Rules((("fee", 25.0), ("goal", 30.0), ("style", 9.0)), (("travel", CURVE["travel"].points[:2]),), ())
    change_rules(store, later, None, "", NOW)
    take_back(store, first, NOW)
    rules = standing_rules(store, None)
    assert dict(rules.weights) == {"style": 9.0}  # fee and goal were the first change's
    assert rules.curves == later.curves
    assert rules.vetoes_off == ()


@pytest.mark.parametrize(
    ("before", "after", "now", "expected"),
    [
        ((), ("fee",), ("fee", "margin"), ("margin",)),
        (("fee",), (), (), ("fee",)),
        (None, ("fee",), ("fee",), None),
        (("fee",), None, None, ("fee",)),
        (("fee",), ("fee",), ("margin",), ("margin",)),
    ],
)
def test_vetoes_are_taken_back_one_by_one(
    before: tuple[str, ...] | None,
    after: tuple[str, ...] | None,
    now: tuple[str, ...] | None,
    expected: tuple[str, ...] | None,
) -> None:
    change = RuleChange(NOW, Rules(vetoes_off=before), Rules(vetoes_off=after))
    assert without(Rules(vetoes_off=now), change) == Rules(vetoes_off=expected)


def test_purging_an_offering_takes_its_changes_along(store: Store) -> None:
    number = offering_of(store).id or 0
    change_rules(store, Rules((("travel", 20.0),)), number, "", NOW)
    with store.transaction():
        store.run("DELETE FROM offerings WHERE id = ?", (number,))
    assert rule_changes.every(store) == ()


def test_a_calendar_file_that_is_gone_today_does_not_turn_what_was_decided(store: Store) -> None:
    kept = keep(store, asked(), Status.ACCEPTED)
    linked_calendars.save(store, LinkedCalendar(path="/gone.ics", trouble="This file is gone."))
    practice = load_practice(store)
    (today,) = effects([kept], practice, practice, TODAY)
    then = as_then(practice)
    (before,) = effects([kept], then, then, TODAY)
    assert (today.verdict_after, before.verdict_after) == (Verdict.ASK, Verdict.ACCEPT)


def test_the_day_of_a_decision_needs_a_history() -> None:
    undated = replace(an_inquiry(), status=Status.DECLINED)
    assert judged_on(undated, date(2027, 5, 1)) == date(2027, 5, 1)
