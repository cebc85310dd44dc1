"""Decisions with the judgement behind them: frozen as it was, accepts against it marked, holds, not now, undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from build import EVENT_DAY, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.availability import EntryKind
from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry, OwnersWord, Status
from fitdesk.domain.rules import weights_for
from fitdesk.store import calendar, inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.workflows.decide import DecisionError, decide, hold_longer, put_off, release_hold, standing, undo
from fitdesk.workflows.referral_reasons import keep_referral_reasons

NOW = datetime(2026, 11, 22, 9, 30)
TODAY = NOW.date()
CHEAP = Budget(max=Decimal(1000), currency="GBP", expenses_covered=True)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        owner.save(store, an_owner())
        offerings.save(store, an_offering(id=None))
        yield store


def keep(store: Store, inquiry: Inquiry | None = None) -> int:
    return inquiries.save(store, inquiry or an_inquiry()).id or 0


def held_until(store: Store) -> list[date | None]:
    return [entry.expires for entry in calendar.every(store) if entry.kind is EntryKind.HELD]


def test_the_judgement_is_frozen_with_the_decision(store: Store) -> None:
    number = keep(store)
    decide(store, number, Status.ACCEPTED, "", NOW, reasons=("goal", "fee"))
    last = inquiries.get(store, number).history[-1]
    (offering,) = offerings.every(store)
    assert (last.verdict, last.against, last.reasons) == (Verdict.ACCEPT, False, ("goal", "fee"))
    frozen = last.snapshot
    assert frozen is not None
    assert (frozen.offering_id, frozen.offering_title) == (offering.id, offering.title)
    assert [key for key, _weight in frozen.weights] == [criterion.key for criterion in CRITERIA]
    assert [weight for _key, weight in frozen.weights] == list(weights_for(an_owner(), offering))
    gains = sum(dict(frozen.weights)[key] * low for key, low, _high in frozen.values)
    assert last.fit is not None
    assert gains == pytest.approx(last.fit.low)
    assert frozen.for_them.low + frozen.for_me.low == pytest.approx(last.fit.low)
    assert frozen.vetoes == ()
    offerings.save(store, replace(offering, fee_floor=Decimal(9000), confidence=10))
    assert inquiries.get(store, number).history[-1].snapshot == frozen


def test_confirmed_vetoes_are_frozen_too(store: Store) -> None:
    decided = decide(store, keep(store, an_inquiry(budget=CHEAP)), Status.DECLINED, "", NOW, reasons=("fee",))
    last = decided.history[-1]
    assert last.snapshot is not None
    assert last.snapshot.vetoes == ("fee",)
    assert (last.reasons, last.against) == (("fee",), False)


def test_an_accept_against_the_verdict_needs_a_sentence_and_is_marked(store: Store) -> None:
    number = keep(store, an_inquiry(budget=CHEAP))
    for empty in ("", "   "):
        with pytest.raises(DecisionError, match="one reason"):
            decide(store, number, Status.ACCEPTED, empty, NOW)
    assert inquiries.get(store, number).status is Status.NEW
    assert calendar.every(store) == ()
    decide(store, number, Status.ACCEPTED, "an old friend asked", NOW)
    last = inquiries.get(store, number).history[-1]
    assert (last.against, last.verdict, last.reason) == (True, Verdict.DECLINE, "an old friend asked")
    assert inquiries.lines(store, [number])[0].against
    decide(store, number, Status.NEW, "", NOW)
    assert not inquiries.lines(store, [number])[0].against


def test_a_yes_is_to_the_offering_looked_at_and_a_no_to_the_best_one(store: Store) -> None:
    other = offerings.save(store, an_offering(id=None, title="The cheap one", fee_floor=Decimal(9000)))
    number = keep(store)
    with pytest.raises(DecisionError):
        decide(store, number, Status.ACCEPTED, "", NOW, offering_id=other.id)
    yes = decide(store, number, Status.ACCEPTED, "they insist", NOW, offering_id=other.id).history[-1]
    no = decide(store, number, Status.DECLINED, "", NOW, offering_id=other.id).history[-1]
    assert yes.snapshot is not None
    assert no.snapshot is not None
    assert (yes.snapshot.offering_id, yes.against) == (other.id, True)
    assert (no.snapshot.offering_title, no.verdict) == ("Deciding without knowing everything", Verdict.ACCEPT)


def test_accepted_work_takes_the_days_around_it(store: Store) -> None:
    (offering,) = offerings.every(store)
    offerings.save(store, replace(offering, preparation_days=2))
    owner.save(store, an_owner(travel_before_from=Decimal(4), travel_after_from=Decimal(4)))
    far = an_inquiry(owners_word=OwnersWord(travel_hours=Decimal(6)))
    decide(store, keep(store, far), Status.ACCEPTED, "worth the journey", NOW)
    (entry,) = calendar.every(store)
    assert (entry.first, entry.last, entry.kind) == (EVENT_DAY, EVENT_DAY, EntryKind.BOOKED)
    assert (entry.before, entry.after) == (3, 1)
    assert entry.expires is None


def test_a_hold_runs_out_after_two_weeks_or_when_the_owner_says(store: Store) -> None:
    number = keep(store)
    assert decide(store, number, Status.HELD, "", NOW).history[-1].come_back == date(2026, 12, 6)
    assert held_until(store) == [date(2026, 12, 6)]
    decide(store, number, Status.HELD, "", NOW, until=date(2027, 1, 8))
    assert held_until(store) == [date(2027, 1, 8)]


@pytest.mark.parametrize("until", [TODAY - timedelta(days=1), EVENT_DAY + timedelta(days=1)])
def test_a_hold_in_the_past_or_after_the_event_changes_nothing(store: Store, until: date) -> None:
    number = keep(store)
    with pytest.raises(DecisionError):
        decide(store, number, Status.HELD, "", NOW, until=until)
    assert inquiries.get(store, number).history == ()
    assert calendar.every(store) == ()


def test_a_hold_can_last_longer_and_be_released(store: Store) -> None:
    number = keep(store)
    decide(store, number, Status.HELD, "", NOW)
    hold_longer(store, number, date(2026, 12, 20), NOW)
    assert held_until(store) == [date(2026, 12, 20)]
    with pytest.raises(DecisionError):
        hold_longer(store, number, EVENT_DAY + timedelta(days=1), NOW)
    released = release_hold(store, number, NOW)
    assert (released.status, calendar.every(store)) == (Status.NEW, ())


def test_a_question_leaves_the_hold_and_both_can_be_settled_apart(store: Store) -> None:
    number = keep(store)
    decide(store, number, Status.HELD, "", NOW)
    decide(store, number, Status.ASKED, "What range is set aside?", NOW)
    assert held_until(store) == [date(2026, 12, 6)]
    hold_longer(store, number, date(2026, 12, 20), NOW)
    assert held_until(store) == [date(2026, 12, 20)]
    assert release_hold(store, number, NOW).status is Status.ASKED
    assert calendar.every(store) == ()


def test_not_now_keeps_the_day_to_come_back_and_can_be_put_off(store: Store) -> None:
    number = keep(store)
    decide(store, number, Status.NOT_NOW, "too full", NOW, reasons=("capacity",), come_back=date(2027, 1, 11))
    put_off(store, number, date(2027, 2, 1), NOW)
    last = inquiries.get(store, number).history[-1]
    assert (last.come_back, last.reason, last.reasons) == (date(2027, 2, 1), "too full", ("capacity",))
    with pytest.raises(DecisionError):
        put_off(store, number, TODAY, NOW)
    assert put_off(store, number, None, NOW).history[-1].come_back is None
    with pytest.raises(DecisionError):
        decide(store, number, Status.NOT_NOW, "", NOW, come_back=TODAY)


@pytest.mark.parametrize(
    "status", [Status.ACCEPTED, Status.ASKED, Status.HELD, Status.NOT_NOW, Status.DECLINED, Status.REFERRED]
)
def test_undo_brings_everything_back_notes_and_all(store: Store, status: Status) -> None:
    number = keep(store)
    decide(store, number, Status.HELD, "", NOW, until=date(2026, 12, 1))
    (entry,) = standing(store, number)
    calendar.save(store, replace(entry, note="hers until the board meets", before=1))
    before, stood = inquiries.get(store, number), standing(store, number)
    decide(store, number, status, "because", NOW)
    undone = undo(store, before, NOW, stood)
    assert undone == before
    assert standing(store, number) == stood


def test_booking_a_held_day_keeps_the_owners_note_on_it(store: Store) -> None:
    number = keep(store)
    decide(store, number, Status.HELD, "", NOW)
    (held,) = standing(store, number)
    calendar.save(store, replace(held, note="parking at the back"))
    decide(store, number, Status.ACCEPTED, "", NOW)
    (booked,) = standing(store, number)
    assert (booked.id, booked.kind, booked.note, booked.expires) == (
        held.id,
        EntryKind.BOOKED,
        "parking at the back",
        None,
    )


def test_reasons_for_a_referral_wait_for_its_letter(store: Store) -> None:
    number = keep(store)
    keep_referral_reasons(store, number, ("goal",))
    keep_referral_reasons(store, number, ("goal", "audience"), "she knows \n nurses")
    decide(store, number, Status.HELD, "", NOW)
    last = decide(store, number, Status.REFERRED, "Mira", NOW).history[-1]
    assert (last.reasons, last.reason) == (("goal", "audience"), "Mira. she knows nurses")
    last = decide(store, number, Status.REFERRED, "Mira", NOW).history[-1]
    assert (last.reasons, last.reason) == ((), "Mira")


def test_without_an_offering_nothing_is_against_anything(store: Store) -> None:
    (offering,) = offerings.every(store)
    offerings.save(store, replace(offering, active=False))
    last = decide(store, keep(store), Status.ACCEPTED, "", NOW).history[-1]
    assert (last.against, last.snapshot, last.verdict) == (False, None, None)
