"""Levers: reading and applying undo each other, the unknown only widens, and a slider reaches what matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import EVENT_DAY, TODAY, an_event, an_inquiry, an_offering, an_owner
from domain.strategies import cases, many
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.case import Case, case_for
from fitdesk.domain.event import Budget, Format, Mode
from fitdesk.domain.inquiry import Inquiry, OwnersWord
from fitdesk.domain.lever import Days, Lever, LeverKind, Value
from fitdesk.domain.lever_verdicts import range_words, turn_words, verdicts_along
from fitdesk.domain.levers import applied, levers, moved_between
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import score

SLIDERS = (LeverKind.AMOUNT, LeverKind.NUMBER, LeverKind.DAY)


def levers_of(case: Case) -> tuple[Lever, ...]:
    return levers(case.inquiry, case.offering, case.owner, case.today, siblings=case.family.offerings)


def lever(key: str, inquiry: Inquiry | None = None) -> Lever:
    known = levers(inquiry or an_inquiry(), an_offering(), an_owner(), TODAY)
    return next(one for one in known if one.key == key)


def places(one: Lever, share: float) -> Value:
    """A value that the lever can be set to, ``share`` of the way along."""
    if one.kind is LeverKind.CHOICE:
        return one.choices[min(int(share * len(one.choices)), len(one.choices) - 1)].value
    steps = round((one.high - one.low) / one.step)
    return one.at(one.low + one.step * round(share * steps))


@many
@given(cases)
def test_applying_what_was_read_changes_nothing(case: Case) -> None:
    for one in levers_of(case):
        assert one.apply(case.inquiry, one.read(case.inquiry)) is case.inquiry


@many
@given(cases, st.floats(0, 1))
def test_what_is_applied_is_read_again(case: Case, share: float) -> None:
    for one in levers_of(case):
        value = places(one, share)
        assert one.read(one.apply(case.inquiry, value)) == value, one.key
        assert one.read(one.apply(case.inquiry, None)) is None, one.key


@many
@given(cases, st.floats(0, 1))
def test_a_lever_moves_nothing_but_itself(case: Case, share: float) -> None:
    known = levers_of(case)
    for one in known:
        after = one.apply(case.inquiry, places(one, share))
        assert set(moved_between(case.inquiry, after, known)) <= {one.key}


@many
@given(cases, st.floats(0, 1))
def test_what_a_client_no_longer_states_only_widens_its_line(case: Case, share: float) -> None:
    for one in levers_of(case):
        if one.is_owners or one.key == "language" or (one.key == "scope" and case.offering.fixed_package):
            continue  # there the offering, or the place of the event, speaks when nothing is stated
        if places(one, share) is Format.OTHER:
            continue  # "another format" says less than silence: anything may stand behind it
        known = score(case.changed(inquiry=one.apply(case.inquiry, places(one, share))))
        open_ = score(case.changed(inquiry=one.apply(case.inquiry, None)))
        value, widest = known.contribution(one.criterion).finding.value, open_.contribution(one.criterion).finding.value
        assert widest.low <= value.low + 1e-9, one.key
        assert widest.high >= value.high - 1e-9, one.key


@many
@given(cases, st.lists(st.floats(0, 1), min_size=13, max_size=13))
def test_several_levers_together_are_what_moved_between_says(case: Case, shares: list[float]) -> None:
    known = levers_of(case)
    values = {one.key: places(one, share) for one, share in zip(known, shares, strict=False)}
    after = applied(case.inquiry, known, values)
    assert applied(case.inquiry, known, moved_between(case.inquiry, after, known)) == after


def test_sliders_reach_floor_and_list_fee_double_the_room_and_the_day() -> None:
    for one in levers(an_inquiry(), an_offering(), an_owner(), TODAY):
        if one.kind in SLIDERS:
            assert one.low < one.high, one.key
            assert one.step > 0, one.key
    fee, people, day = lever("fee"), lever("audience"), lever("day")
    assert fee.high >= 2 * 7500
    assert fee.unit == "GBP"
    assert people.high >= 2 * 400
    assert day.low == TODAY.toordinal()
    assert day.high > EVENT_DAY.toordinal()


@pytest.mark.parametrize(
    ("budget", "stands_at"),
    [
        (Budget(), None),
        (Budget(unpaid=True), Range.exactly(0.0)),
        (Budget(max=Decimal(5000), currency="GBP"), Range(0.0, 5000.0)),
        (Budget(min=Decimal(5000), currency="GBP"), Range(5000.0, inf)),
        (Budget(min=Decimal(5000), max=Decimal(7000), currency="EUR"), Range(5000.0, 7000.0)),
        (Budget(min=Decimal(5000), max=Decimal(5000), currency="JPY"), None),
        (Budget(min=Decimal(5000), max=Decimal(5000)), None),
    ],
)
def test_a_fee_is_read_in_money_that_the_owner_can_compare(budget: Budget, stands_at: Range | None) -> None:
    inquiry = an_inquiry(budget=budget)
    one = lever("fee", inquiry)
    assert one.read(inquiry) == stands_at
    told = one.apply(inquiry, Range.exactly(6500.0))
    assert (told.budget.min, told.budget.max) == (Decimal(6500), Decimal(6500))
    assert told.budget.currency == one.unit
    assert told.budget.unpaid is None


def test_a_day_replaces_all_days_named() -> None:
    two = an_inquiry(event=an_event(dates=(EVENT_DAY, EVENT_DAY + timedelta(days=1))))
    one = lever("day", two)
    assert one.read(two) == Days((EVENT_DAY, EVENT_DAY + timedelta(days=1)))
    assert one.stretch(one.read(two)) == Range(EVENT_DAY.toordinal(), EVENT_DAY.toordinal() + 1)
    moved = one.apply(two, one.at(date(2027, 6, 12).toordinal()))
    assert moved.event.dates == (date(2027, 6, 12),)
    assert one.apply(moved, one.read(two)).event.dates == two.event.dates
    assert one.apply(two, None).event.dates == ()


def test_must_haves_can_be_dropped_one_by_one() -> None:
    inquiry = an_inquiry(must_haves=("a recording", "simultaneous role play"))
    one = lever("must_haves", inquiry)
    words = {choice.words: choice.value for choice in one.choices}
    assert words["As they wrote"] == ("a recording", "simultaneous role play")
    assert words["All but “simultaneous role play”"] == ("a recording",)
    assert words["Nothing further"] == ()


def test_the_owners_word_says_what_counts_without_it() -> None:
    assert lever("confidence").unknown == "the offering’s 95 %"
    assert lever("effort").unknown == "the offering’s 3 days"
    depth = lever("depth:decisions with incomplete information")
    inquiry = an_inquiry(owners_word=OwnersWord(topic_depths=(("risk", 1),)))
    told = depth.apply(inquiry, 2)
    assert told.owners_word.topic_depths == (("decisions with incomplete information", 2), ("risk", 1))
    assert depth.apply(told, None) == inquiry


def test_only_the_place_moves_with_the_place() -> None:
    inquiry = an_inquiry()
    online = lever("mode").apply(inquiry, Mode.VIRTUAL)
    assert online == replace(inquiry, event=replace(inquiry.event, mode=Mode.VIRTUAL))


@many
@given(cases, st.sampled_from(("fee", "audience", "minutes", "confidence", "effort")))
def test_where_the_verdict_turns_is_where_it_turns(case: Case, key: str) -> None:
    one = next(each for each in levers_of(case) if each.key == key)
    stretches = verdicts_along(case, score(case), one)
    assert (stretches[0].low, stretches[-1].high) == (one.low, one.high)
    for stretch in stretches:
        for place in {stretch.low, stretch.high}:
            told = score(case.changed(inquiry=one.apply(case.inquiry, one.at(place))))
            assert told.verdict is stretch.verdict, (one.key, place)
    for before, after in pairwise(stretches):
        assert before.verdict is not after.verdict
        assert after.low == pytest.approx(before.high + one.step)


def test_only_amounts_and_numbers_have_turns() -> None:
    case = case_for(an_inquiry(), an_offering(), an_owner(), (), TODAY)
    for one in levers_of(case):
        assert bool(verdicts_along(case, score(case), one)) is (one.kind in (LeverKind.AMOUNT, LeverKind.NUMBER))


def test_a_fee_lever_says_from_where_on_it_is_a_good_fit() -> None:
    case = case_for(an_inquiry(budget=Budget(expenses_covered=True)), an_offering(), an_owner(), (), TODAY)
    one = lever("fee", case.inquiry)
    stretches = verdicts_along(case, score(case), one)
    assert [stretch.verdict for stretch in stretches] == [Verdict.DECLINE, Verdict.ACCEPT]
    assert stretches[1].low == 4600
    assert turn_words(one, stretches) == "a good fit from £4,600"
    assert range_words(one, Range(0, 5000)) == "up to £5,000"
    assert range_words(lever("audience"), Range(50, inf)) == "50 or more"
