"""The cases that fit-model.md tried by hand, and the two Noes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from build import EVENT_DAY, TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import AskWhom, Assessment, Verdict, VetoState, WhichNo
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Budget, Mode
from fitdesk.domain.fit import assess, assess_all
from fitdesk.domain.inquiry import Inquiry, OwnersWord, StyleWish
from fitdesk.domain.offering import Offering, Topic
from fitdesk.domain.owner import Owner, Thresholds
from fitdesk.domain.scoring import out_of_100

TAKEN = (CalendarEntry(first=EVENT_DAY, last=EVENT_DAY, title="Board day"),)


def judged(inquiry: Inquiry, *, entries: tuple[CalendarEntry, ...] = (), owner: Owner | None = None) -> Assessment:
    """As the offering of the worked example would be judged: 90 % sure, nothing said about the owner's strategy."""
    return assess(inquiry, an_offering(confidence=90), owner or an_owner(focus=()), entries, TODAY)


def usual(**changes: object) -> Inquiry:
    """Deepest topic, all stated and inside; style, must-haves and scope unknown; a sponsor writes."""
    inquiry = an_inquiry(style=StyleWish(), must_haves=None, scope=None, contact=Contact(role="Events manager"))
    return replace(inquiry, **changes)  # type: ignore[arg-type]  # fields of Inquiry


def test_deepest_topic_is_accepted_although_four_things_are_unknown() -> None:
    found = judged(usual())
    assert found.verdict is Verdict.ACCEPT
    assert 52 <= found.for_them.low < found.for_them.high <= 59.3
    assert 80 <= found.fit.low <= 83
    assert 96 <= found.fit.high <= 98
    assert found.next_question is None


def test_without_a_fee_the_fee_is_asked_for_and_settles_it() -> None:
    found = judged(usual(budget=Budget()))
    assert found.verdict is Verdict.ASK
    question = found.next_question
    assert question is not None
    assert (question.criterion, question.whom, question.settles) == ("fee", AskWhom.CLIENT, True)
    assert question.effect == "a good fit from £4,500; a no below it"
    paid = replace(usual().budget, min=Decimal(4499), max=Decimal(4499))
    assert judged(usual(budget=paid)).verdict is Verdict.DECLINE
    paid = replace(paid, min=Decimal(4500), max=Decimal(4500))
    assert judged(usual(budget=paid)).verdict is Verdict.ACCEPT


def test_a_topic_only_touched_on_is_declined_whatever_else_is_right() -> None:
    found = assess(asked(topics=("forecasting",)), an_offering(), an_owner(), (), TODAY)
    assert found.verdict is Verdict.DECLINE
    assert found.which_no is WhichNo.WRONG_FOR_THEM
    assert found.for_them.high == pytest.approx(35.6)
    assert out_of_100(found.for_them, found.contributions).high == pytest.approx(59.3, abs=0.1)
    assert found.for_me.low == 40


def test_a_solid_topic_is_accepted_and_with_a_wrong_audience_asked_about() -> None:
    solid = usual(event=an_event(topics=("risk",)))
    assert judged(solid).verdict is Verdict.ACCEPT
    wrong = replace(solid, event=replace(solid.event, audience_min=900, audience_max=900))
    found = judged(wrong)
    assert found.contribution("audience").finding.value.high == 0
    assert found.verdict is Verdict.ASK
    known = replace(wrong, style=StyleWish(0, 4, 0, 4), must_haves=("simultaneous role play",))
    known = replace(known, scope=an_inquiry().scope, contact=Contact(role="Head of Learning"))
    assert judged(known, owner=an_owner()).verdict is Verdict.YOUR_CALL


def test_money_cannot_buy_out_what_is_wrong_for_them() -> None:
    rich = Budget(min=Decimal(90000), max=Decimal(90000), currency="GBP", expenses_covered=True)
    found = assess(
        an_inquiry(budget=rich, event=an_event(topics=("forecasting",))), an_offering(), an_owner(), (), TODAY
    )
    assert (found.verdict, found.which_no) == (Verdict.DECLINE, WhichNo.WRONG_FOR_THEM)


def test_a_fee_below_the_floor_is_wrong_for_me() -> None:
    found = judged(an_inquiry(budget=Budget(max=Decimal(3000), currency="GBP", expenses_covered=True)))
    assert (found.verdict, found.which_no) == (Verdict.DECLINE, WhichNo.WRONG_FOR_ME)
    assert [change.sentence for change in found.counterfactuals] == ["It would be a good fit if the fee were £4,500"]


def test_a_taken_day_is_a_no_only_when_it_cannot_move() -> None:
    firm = judged(asked(date_flexible=False), entries=TAKEN)
    assert (firm.verdict, firm.which_no) == (Verdict.DECLINE, WhichNo.NOT_FREE)
    assert firm.fit.low > 90
    said = judged(an_inquiry(owners_word=OwnersWord(date_can_move=False)), entries=TAKEN)
    assert said.which_no is WhichNo.NOT_FREE
    open_ = judged(an_inquiry(), entries=TAKEN)
    assert open_.verdict is Verdict.ASK
    assert open_.next_question is not None
    assert open_.next_question.criterion == "date"
    assert open_.next_question.text == ("Could the day move? 15 September 2027 or 17 September 2027 would work here.")
    assert not open_.next_question.settles
    movable = judged(asked(date_flexible=True), entries=TAKEN)
    assert movable.next_question is not None
    assert movable.next_question.text.startswith("Which other day would suit you?")
    assert movable.next_question.settles


def test_a_held_day_may_be_accepted() -> None:
    held = (CalendarEntry(first=EVENT_DAY, last=EVENT_DAY, kind=EntryKind.HELD),)
    assert judged(an_inquiry(), entries=held).verdict is Verdict.ACCEPT


def test_no_day_means_one_question_about_the_day() -> None:
    found = judged(asked(dates=()))
    assert found.verdict is Verdict.ASK
    assert found.contribution("leadtime").finding.veto is VetoState.POSSIBLE
    assert found.next_question is not None
    assert (found.next_question.criterion, found.next_question.text) == ("date", "Which day is it?")


def test_an_empty_request_beside_an_empty_offering_says_nothing() -> None:
    found = assess(Inquiry(), Offering(), Owner(), (), TODAY)
    assert (found.fit.low, found.fit.high) == (0, 100)
    assert found.verdict is Verdict.ASK
    assert found.next_question is not None


def test_a_fresh_request_already_scores_on_what_the_offering_says() -> None:
    """Overdeliver, capacity and margin need no word of the owner's on this request."""
    found = judged(an_inquiry())
    for key in ("overdeliver", "capacity", "margin", "access"):
        assert found.contribution(key).finding.is_known, key


def test_the_owner_may_move_the_lines_and_the_weights() -> None:
    strict = an_owner(thresholds=Thresholds(accept_fit=99))
    assert judged(usual(), owner=strict).verdict is not Verdict.ACCEPT
    heavy = judged(an_inquiry(), owner=an_owner(weights=(("fee", 61.0),)))
    assert heavy.contribution("fee").weight == pytest.approx(61 / 150 * 100)
    assert sum(line.weight for line in heavy.contributions) == pytest.approx(100)
    assert heavy.contribution("goal").weight == pytest.approx(20 / 150 * 100)


def test_the_best_offering_leads_and_retired_ones_are_left_out() -> None:
    good, poor = an_offering(id=1, title="A"), an_offering(id=2, title="B", topics=(Topic("gardening", 3),))
    retired = an_offering(id=3, title="C", active=False)
    found = assess_all(an_inquiry(), [poor, retired, good], an_owner(), (), TODAY)
    assert [one.offering.title for one in found] == ["A", "B"]
    assert found[1].contribution("goal").finding.sentence == (
        "“decisions with incomplete information”: your other offering “A” covers it"
    )


def test_when_no_answer_can_change_it_nothing_is_asked() -> None:
    """One unknown of four points is left, and neither end of it reaches a line: it is the owner's call."""
    middling = asked(topics=("risk",), audience_min=900, audience_max=900, mode=Mode.VIRTUAL)
    middling = replace(middling, style=StyleWish(0, 4, 0, 4), must_haves=("simultaneous role play",), scope=None)
    found = assess(middling, an_offering(), an_owner(), (), TODAY)
    assert not found.contribution("scope").finding.is_known
    assert found.verdict is Verdict.ASK
    assert found.next_question is None
