"""Second looks: which inquiries are shown, what is hidden of them, and what the answers say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import an_event, an_inquiry
from build_decided import a_decided, a_snapshot, many_decided
from domain.strategies import inquiries, many
from fitdesk.domain.consistency import AT_ONCE, OLD_ENOUGH, choose, compare
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.masking import mask
from fitdesk.domain.second_look import SecondLook
from fitdesk.domain.terms import Status, Verdict

TODAY = date(2026, 11, 22)
PAST = many_decided(300)


def look(inquiry_id: int, would: bool, accepted: bool, at: datetime = datetime(2026, 11, 1)) -> SecondLook:
    return SecondLook(inquiry_id, at, would, accepted)


def test_the_same_all_day_and_others_tomorrow() -> None:
    chosen = choose(PAST, (), TODAY)
    assert len(chosen) == AT_ONCE
    assert choose(reversed(PAST), (), TODAY) == chosen
    assert choose(PAST, (), TODAY + timedelta(days=1)) != chosen


def test_chosen_ones_are_old_and_spread_over_verdicts_and_decisions() -> None:
    chosen = choose(PAST, (), TODAY)
    assert all(TODAY - one.at.date() >= OLD_ENOUGH for one in chosen)
    assert set(Counter(one.verdict for one in chosen)) == {Verdict.ACCEPT, Verdict.YOUR_CALL}
    assert 3 <= sum(one.status is Status.ACCEPTED for one in chosen) <= 7


@pytest.mark.parametrize(
    "unfit",
    [
        a_decided(at=datetime(2026, 10, 1)),
        a_decided(status=Status.WITHDRAWN),
        a_decided(status=Status.NOT_NOW),
        a_decided(status=Status.DECLINED, reasons=("date",)),
        a_decided(snapshot=None),
    ],
)
def test_what_cannot_be_judged_again_is_left_out(unfit: object) -> None:
    assert isinstance(unfit, type(a_decided()))
    assert choose([unfit], (), TODAY) == ()
    assert choose([a_decided()], (), TODAY) == (a_decided(),)


def test_what_was_looked_at_lately_rests() -> None:
    one = a_decided()
    assert choose([one], [look(one.inquiry_id, True, True)], TODAY) == ()
    assert choose([one], [look(one.inquiry_id, True, True, datetime(2026, 5, 1))], TODAY) == (one,)


def a_telling_inquiry() -> Inquiry:
    """Names wherever a name can be."""
    contact = replace(
        an_inquiry().contact,
        name="Priya Raman",
        organization="Northbridge Health Trust",
        email="priya@northbridge.example",
    )
    event = an_event(
        name="Nordlicht Days",
        venue="Colston Hall",
        topics=("trust at Northbridge after 2027", "what Priya calls safety", "after Nordlicht", "Bristol"),
        audience_level="Northbridge nurses",
    )
    return replace(
        an_inquiry(),
        id=5,
        contact=contact,
        event=event,
        goal="Northbridge wants Priya to win.",
        subject="Priya at Colston Hall",
        text="Dear Jo, Northbridge …",
        note="Priya is nice",
    )


def test_no_name_is_left_in_what_is_shown() -> None:
    shown = " ".join(words for _label, words in mask(a_telling_inquiry()).facts).casefold()
    for word in ("priya", "raman", "northbridge", "nordlicht", "colston", "bristol", "2027", "september", "16"):
        assert word not in shown, shown
    for word in ("trust at", "safety", "nurses", "keynote", "60 minutes", "300", "english", "£7,500", "in person"):
        assert word in shown, shown


def test_the_lead_time_is_told_roughly() -> None:
    assert ("Lead time", "about 6 months") in mask(an_inquiry()).facts
    soon = an_inquiry(event=an_event(dates=(date(2027, 3, 10),)))
    assert ("Lead time", "less than two weeks") in mask(soon).facts


@many
@given(inquiries)
def test_masks_never_tell_who_where_or_when(inquiry: Inquiry) -> None:
    told = replace(
        inquiry,
        contact=replace(inquiry.contact, name="Zuleika Quint", organization="Quibble Works"),
        event=replace(inquiry.event, topics=(*inquiry.event.topics, "risk at Quibble"), venue="Xanadu"),
        goal="Zuleika at Quibble",
    )
    facts = mask(told).facts
    shown = " ".join(words for _label, words in facts).casefold()
    assert not any(word in shown for word in ("zuleika", "quint", "quibble", "xanadu"))
    assert all(words for _label, words in facts)


def test_agreement_and_kappa() -> None:
    looks = (
        [look(n, True, True) for n in range(20)]
        + [look(100 + n, True, False) for n in range(5)]
        + [look(200 + n, False, True) for n in range(10)]
        + [look(300 + n, False, False) for n in range(15)]
    )
    found = compare(looks, ())
    assert (found.looks, found.agreed, found.softer, found.harder) == (50, 35, 5, 10)
    assert found.kappa == pytest.approx(0.4)
    assert found.interval.low < 0.7 < found.interval.high


def test_too_few_looks_give_no_kappa_and_one_kind_alone_none_either() -> None:
    assert compare([look(1, True, True), look(2, False, False)], ()).kappa is None
    assert compare([look(n, True, True) for n in range(20)], ()).kappa is None
    assert not compare([look(1, True, True)], ()).is_enough


def test_the_last_look_at_an_inquiry_counts() -> None:
    looks = [look(1, False, True, datetime(2026, 1, 1)), look(1, True, True, datetime(2026, 9, 1))]
    found = compare(looks, ())
    assert (found.looks, found.agreed) == (1, 1)


def test_which_criteria_differ_where_the_mind_changed() -> None:
    moved = [a_decided(inquiry_id=n, snapshot=a_snapshot(fee=0.3, style=(0.0, 1.0))) for n in range(4)]
    kept = [a_decided(inquiry_id=10 + n, snapshot=a_snapshot(fee=0.9)) for n in range(4)]
    looks = [look(one.inquiry_id, False, True) for one in moved] + [look(one.inquiry_id, True, True) for one in kept]
    (only,) = compare(looks, moved + kept).differences
    assert only.criterion == "fee"
    assert only.sentence == "Fee: 30 of 100 where you changed your mind, 90 where you did not"
    assert compare(looks[:2] + looks[4:], moved + kept).differences == ()  # two cases say nothing


@many
@given(st.permutations(range(len(PAST))), st.integers(0, 300))
def test_the_choice_knows_no_order(order: list[int], days: int) -> None:
    today = TODAY + timedelta(days=days)
    assert choose([PAST[at] for at in order], (), today) == choose(PAST, (), today)
