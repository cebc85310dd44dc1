"""Many requests scored again after a change of the rules: the same as scoring each of them, and only what must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from build import TODAY, an_inquiry, an_offering, an_owner, asked
from domain.dice import Dice, thrown
from domain.strategies import any_diary, any_inquiry, any_offering, any_owner, any_rules, many
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.criteria import CRITERIA, Criterion
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering, Topic
from fitdesk.domain.owner import Owner, Thresholds
from fitdesk.domain.rescoring import Rescored, Rescoring

Practice = tuple[tuple[Inquiry, ...], tuple[Offering, ...], tuple[Owner, ...], Sequence[CalendarEntry]]


def a_practice(dice: Dice) -> Practice:
    """Requests, offerings, and an owner before and after a change of the rules, and after quite another change."""
    owner = any_owner(dice)
    owners = (owner, replace(owner, **any_rules(dice)), replace(owner, focus=("energy",)))
    several = tuple(replace(any_offering(dice), id=number) for number in range(1 + dice.below(2)))
    return tuple(any_inquiry(dice) for _ in range(1 + dice.below(2))), several, owners, any_diary(dice)


def check(found: Rescored, inquiries: Sequence[Inquiry], several: Sequence[Offering], owner: Owner,
          known: Sequence[CalendarEntry]) -> None:  # fmt: skip
    for inquiry, leading in zip(inquiries, found, strict=True):
        best = score_all(inquiry, several, owner, known, TODAY)[0]
        assert leading.offering == best.offering
        assert leading.outcome == (best.verdict, best.which_no)
        assert leading.fit == best.fit


@many
@given(thrown(a_practice, 700))
def test_rescoring_gives_what_scoring_each_gives(practice: Practice) -> None:
    inquiries, several, owners, known = practice
    again = Rescoring(inquiries, known, TODAY)
    for owner in owners:
        check(again.score(owner, several), inquiries, several, owner, known)


INQUIRIES = tuple(
    replace(
        asked(audience_min=people, audience_max=people, topics=(topic,)),
        id=people,
        budget=Budget(Decimal(fee), Decimal(fee), "GBP"),
    )
    for people, topic, fee in (
        (30, "risk", 4000),
        (300, "forecasting", 7000),
        (900, "gardening", 9000),
        (90, "risk", 0),
    )
)
OFFERINGS = (
    an_offering(id=1, title="A"),
    an_offering(id=2, title="B", fee_floor=Decimal(2000), topics=(Topic("risk", 3),)),
)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The criteria asked, in order."""
    asked_of: list[str] = []
    judge = Criterion.judge

    def counting(criterion: Criterion, case: object) -> object:
        asked_of.append(criterion.key)
        return judge(criterion, case)  # type: ignore[arg-type]  # a case

    monkeypatch.setattr(Criterion, "judge", counting)
    return asked_of


def test_only_what_a_change_touches_is_judged_again(judged: list[str]) -> None:
    again = Rescoring(INQUIRIES, (), TODAY)
    again.score(an_owner(), OFFERINGS)
    assert set(judged) == {criterion.key for criterion in CRITERIA}
    assert judged.count("style") == len(INQUIRIES), "both offerings have one style"
    assert judged.count("fee") == 2 * len(INQUIRIES)
    judged.clear()
    again.score(an_owner(weights=(("fee", 30.0),)), OFFERINGS)
    again.score(an_owner(thresholds=Thresholds(accept_fit=90)), OFFERINGS)
    assert judged == [], "weights and thresholds need sums only"
    again.score(an_owner(curves=(("style", ((0.0, 1.0), (4.0, 0.5))),)), OFFERINGS)
    assert judged == ["style"] * len(INQUIRIES)
    judged.clear()
    again.score(an_owner(vetoes_off=("fee",)), OFFERINGS)
    assert judged == ["fee"] * 2 * len(INQUIRIES)
    judged.clear()
    again.score(an_owner(), OFFERINGS)
    assert judged == [], "taking it back needs nothing"
    again.score(an_owner(), (replace(OFFERINGS[0], curves=(("fee", ((0.0, 1.0), (1.0, 1.0))),)), OFFERINGS[1]))
    assert judged == ["fee"] * len(INQUIRIES), "only for the offering that has it otherwise"


class Stopped(Exception):  # noqa: N818 - not an error
    """As a cancelled task says it."""


def test_it_tells_its_progress_and_can_be_stopped_and_gone_on_with(judged: list[str]) -> None:
    inquiries = [replace(an_inquiry(), id=number) for number in range(120)]
    again, steps = Rescoring(inquiries, (), TODAY), []

    def stop(done: int, total: int) -> None:
        steps.append((done, total))
        if len(judged) > 400:
            raise Stopped

    with pytest.raises(Stopped):
        again.score(an_owner(), OFFERINGS, stop)
    before = len(judged)
    found = again.score(an_owner(), OFFERINGS, lambda done, total: steps.append((done, total)))
    assert len(found) == 120
    assert len(judged) < before + len(CRITERIA) * 2 * 120, "what was judged is kept"
    assert all(0 <= done <= total for done, total in steps)
    check(found, inquiries, OFFERINGS, an_owner(), ())


def test_without_offerings_or_requests_there_is_nothing() -> None:
    assert len(Rescoring(INQUIRIES, (), TODAY).score(an_owner(), [an_offering(active=False)])) == 0
    assert len(Rescoring((), (), TODAY).score(an_owner(), OFFERINGS)) == 0
    found = Rescoring(INQUIRIES, (), TODAY).score(an_owner(), OFFERINGS)
    assert [one.outcome[0] for one in found] == found.verdicts()
    assert found[1:3] == (found[1], found[2])
