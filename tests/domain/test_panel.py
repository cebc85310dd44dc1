"""Thousands of offerings at once: the same as one by one, and nothing depends on what is not declared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given

from build import TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from domain.dice import Dice, thrown
from domain.strategies import any_diary, any_inquiry, any_offering, any_owner, many
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.case import case_for
from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.event import Budget, Event
from fitdesk.domain.fit import cases_of, score_all
from fitdesk.domain.inquiry import Inquiry, OwnersWord, StyleWish
from fitdesk.domain.offering import Offering, Topic
from fitdesk.domain.owner import Owner
from fitdesk.domain.panel import Panel, panel_for
from fitdesk.domain.scoring import score

Practice = tuple[tuple[Inquiry, Inquiry], tuple[Offering, ...], Owner, Sequence[CalendarEntry]]


def a_practice(dice: Dice) -> Practice:
    asked_for = (any_inquiry(dice), any_inquiry(dice))
    several = tuple(replace(any_offering(dice), id=number) for number in range(1 + dice.below(4)))
    return asked_for, several, any_owner(dice), any_diary(dice)


@many
@given(thrown(a_practice, 700))
def test_a_panel_gives_what_scoring_one_by_one_gives(practice: Practice) -> None:
    inquiries, several, owner, known = practice
    panel = Panel(several, owner, known, TODAY)
    for inquiry in inquiries:
        one_by_one = {case.offering.id: score(case) for case in cases_of(inquiry, several, owner, known, TODAY)}
        found = panel.score(inquiry)
        assert len(found) == len(one_by_one)
        for judged, findings in zip(found, found.breakdowns(), strict=True):
            assert judged == one_by_one[judged.offering.id]
            assert findings == tuple(line.finding for line in judged.contributions)


class Pair:
    """Two of a kind, and one that has some fields of each."""

    def __init__(self, dice: Dice) -> None:
        self.inquiry, self.offering, self.owner = any_inquiry(dice), any_offering(dice), any_owner(dice)
        self.known = any_diary(dice)
        other, thing = any_inquiry(dice), any_offering(dice)
        told: dict[str, Any] = {name: getattr(other, name) for name in _some_fields(dice, Inquiry)}
        told["event"] = replace(
            self.inquiry.event, **{name: getattr(other.event, name) for name in _some_fields(dice, Event)}
        )
        word = {name: getattr(other.owners_word, name) for name in _some_fields(dice, OwnersWord)}
        told["owners_word"] = replace(self.inquiry.owners_word, **word)
        self.other_inquiry: Inquiry = replace(self.inquiry, **told)
        self.other_offering: Offering = replace(
            self.offering, **{name: getattr(thing, name) for name in _some_fields(dice, Offering)}
        )


def _some_fields(dice: Dice, kind: type) -> tuple[str, ...]:
    names = [field.name for field in fields(kind) if field.name not in ("event", "owners_word", "id")]
    return tuple(name for name in names if dice.below(4) == 0)


@many
@given(thrown(Pair, 600))
def test_a_judge_depends_on_nothing_but_what_it_declares(pair: Pair) -> None:
    """Judged for two inquiries and two offerings that differ only in what the criterion says it does not look at."""
    base = case_for(pair.inquiry, pair.offering, pair.owner, pair.known, TODAY)
    for criterion in CRITERIA:
        of_request, of_offering = attrgetter(*criterion.asks), attrgetter(*criterion.reads, "curves", "vetoes_off")
        inquiry, offering = pair.inquiry, pair.offering
        if of_request(pair.other_inquiry) == of_request(pair.inquiry):
            inquiry = pair.other_inquiry
        if of_offering(pair.other_offering) == of_offering(pair.offering):
            offering = pair.other_offering
        if inquiry is not pair.inquiry or offering is not pair.offering:
            other = case_for(inquiry, offering, pair.owner, pair.known, TODAY)
            assert criterion.judge(other) == criterion.judge(base), criterion.key


def test_scores_are_a_sequence_whose_lines_are_made_when_looked_at() -> None:
    several = [an_offering(id=n, title=f"Talk {n}", fee_floor=Decimal(3000 + 400 * n)) for n in range(9)]
    found = score_all(an_inquiry(), several, an_owner(), (), TODAY)
    assert len(found) == 9
    assert found[0] is found[0]
    assert [one.offering.id for one in found[2:4]] == [found[2].offering.id, found[3].offering.id]
    assert found[-1].fit.low <= found[0].fit.low
    with pytest.raises(IndexError):
        found[9]


def test_nothing_on_offer_gives_no_score() -> None:
    assert len(score_all(an_inquiry(), [an_offering(active=False)], an_owner(), (), TODAY)) == 0


def test_a_panel_is_kept_as_long_as_it_is_of_the_same_things() -> None:
    several, owner = [an_offering()], an_owner()
    panel = panel_for(several, owner, (), TODAY)
    assert panel_for(list(several), owner, (), TODAY) is panel
    assert panel_for([an_offering()], owner, (), TODAY) is not panel
    assert panel_for(several, replace(owner, focus=()), (), TODAY) is not panel
    assert panel_for(several, owner, (), TODAY.replace(year=2028)) is not panel


def test_a_topic_of_one_offering_is_found_for_all_the_others() -> None:
    several = [an_offering(id=n, title=f"Talk {n}", topics=(Topic(f"matter {n}", 3),)) for n in range(30)]
    several.append(an_offering(id=99, title="Roses", topics=(Topic("gardening", 2, ("Gartenarbeit",)),)))
    for wanted in (
        asked(topics=("gardening",)),
        an_inquiry(event=an_event(topics=()), goal="We want to learn gardening", subject=""),
        an_inquiry(event=an_event(topics=("Gartenarbeit",)), language="de"),
    ):
        found = score_all(wanted, several, an_owner(), (), TODAY)
        assert found[0].offering.title == "Roses"
        for one in found[1:]:
            assert "your other offering “Roses” covers it" in one.contribution("goal").finding.sentence


def test_what_was_judged_for_one_request_is_not_told_of_another() -> None:
    panel = Panel([an_offering()], an_owner(), (), TODAY)
    rich = an_inquiry()
    poor = replace(rich, budget=Budget(Decimal(10), Decimal(10), "GBP"), style=StyleWish(0, 4, 0, 4))
    first = panel.score(rich)[0]
    assert panel.score(poor)[0] == score(cases_of(poor, [an_offering()], an_owner(), (), TODAY)[0])
    assert panel.score(rich)[0] == first
