"""The demo practice in a store: complete, varied, believable, and fresh on whatever day it is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from itertools import combinations
from pathlib import Path

import phonenumbers
import pytest

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.availability import Availability, EntryKind
from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.event import Event
from fitdesk.domain.fit import score_all
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.learning import Suggestion, suggest_weights
from fitdesk.domain.letter import LetterKind
from fitdesk.domain.matching import consent_is_valid
from fitdesk.domain.peer import Outcome
from fitdesk.domain.referral import Direction
from fitdesk.domain.rules import weights_for
from fitdesk.store import (
    at_a_glance,
    calendar,
    decided,
    follow_ups,
    inquiries,
    letters,
    offerings,
    owner,
    peers,
    referrals,
    rule_changes,
)
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.store.letters import LetterQuery, Shelf
from fitdesk.store.store import Store
from fitdesk.workflows import demo
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.triage import triage

TODAY = date(2026, 11, 22)
DAYS = (TODAY, date(2028, 2, 29), date(2026, 12, 31), date(2027, 6, 30), date(2031, 3, 1))


def opened(today: date) -> Store:
    store = Store.open(None, now=datetime.combine(today, time(9)))
    demo.fill(store, today)
    return store


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """The practice on one day; only read in these tests."""
    store = opened(TODAY)
    yield store
    store.close()


@pytest.fixture(params=DAYS, ids=str)
def fresh(request: pytest.FixtureRequest) -> Iterator[tuple[Store, date]]:
    store = opened(request.param)
    yield store, request.param
    store.close()


def every_inquiry(store: Store) -> tuple[Inquiry, ...]:
    ids = [number for view in (View.OPEN, View.DECIDED) for number in inquiries.ids(store, InquiryQuery(view=view))]
    return tuple(inquiries.get(store, number) for number in ids)


def last_day(event: Event) -> date | None:
    return max((*event.dates, *(event.date_range or ())), default=None)


def test_everything_is_there(store: Store) -> None:
    assert len(offerings.every(store)) == 6
    assert len(peers.every(store)) == 12
    assert len(every_inquiry(store)) == 85
    assert Counter(inquiry.status for inquiry in every_inquiry(store)) == {
        Status.NEW: 10, Status.ASKED: 5, Status.HELD: 3, Status.ACCEPTED: 26, Status.NOT_NOW: 4,
        Status.DECLINED: 22, Status.REFERRED: 12, Status.WITHDRAWN: 3,
    }  # fmt: skip
    assert len(demo.requests()) == 5
    profile = owner.get(store)
    assert profile.not_good_at
    assert profile.home.latitude is not None
    assert profile.letterhead.logo
    assert profile.letterhead.signature


def test_letters_of_several_kinds_and_languages_are_begun(store: Store) -> None:
    drafts = letters.lines(store, LetterQuery(shelf=Shelf.DRAFTS))
    assert {(line.recipient, line.kind, line.locale, line.peers) for line in drafts} == {
        ("Graham Postlethwaite", LetterKind.REFERRAL, "en_GB", ("Fergus Teague", "Chiara Bellandi")),
        ("Sister Maureen Adeyemi", LetterKind.REFERRAL, "en_GB", ("Dr Amara Whitcombe",)),
        ("Holger Brinkmeier", LetterKind.WRONG_FOR_YOU, "de_DE", ()),
        ("Annika Brügger", LetterKind.CONSENT, "en_GB", ()),
    }
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []


def test_a_practice_is_filled_all_or_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise RuntimeError("the last step fails")

    monkeypatch.setattr(demo, "begin_letter", fail)
    with closing(Store.open(tmp_path / "practice.sqlite3", now=datetime.combine(TODAY, time(9)))) as store:
        with pytest.raises(RuntimeError):
            demo.fill(store, TODAY)
        assert offerings.every(store) == ()
        assert inquiries.counts(store)["open"] == 0


def test_open_inquiries_show_all_four_verdicts(fresh: tuple[Store, date]) -> None:
    store, today = fresh
    practice = load_practice(store)
    found = Counter(
        score_all(inquiry, practice.offerings, practice.owner, practice.entries, today)[0].verdict
        for inquiry in inquiries.all_open(store)
    )
    assert set(found) == set(Verdict)
    assert found[Verdict.DECLINE] >= 4
    assert found[Verdict.ASK] >= 4
    assert found[Verdict.ACCEPT] >= 3


def test_verdicts_are_the_same_on_every_day() -> None:
    def verdicts(today: date) -> dict[str, Verdict | None]:
        with closing(opened(today)) as store:
            lines = inquiries.lines(store, inquiries.ids(store, InquiryQuery(view=View.OPEN)))
            return {line.who: line.verdict for line in lines}

    first, *others = (verdicts(TODAY + timedelta(days=days)) for days in (0, 1, 3, 101, 466))
    assert None not in first.values()
    assert all(other == first for other in others)


def test_nothing_is_stale(fresh: tuple[Store, date]) -> None:
    store, today = fresh
    for inquiry in every_inquiry(store):
        assert inquiry.received is not None
        assert inquiry.received.date() <= today
        last = last_day(inquiry.event)
        if inquiry.status.is_open:
            assert last is None or last > today + timedelta(days=28), inquiry.title
            assert inquiry.reply_by is None or inquiry.reply_by >= today
            assert inquiry.received.date() >= today - timedelta(days=40)
    due = follow_ups.due(store, today + timedelta(days=45))
    assert any(one.due < today for one in due)
    assert any(one.due == today for one in due)
    assert any(one.due > today for one in due)


def test_histories_run_forward_from_the_day_of_arrival(store: Store) -> None:
    for inquiry in every_inquiry(store):
        moments = [change.at for change in inquiry.history]
        assert moments == sorted(moments), inquiry.title
        assert moments[0] == inquiry.received
        assert inquiry.history[0].status is Status.NEW
        assert inquiry.history[-1].status is inquiry.status
        assert moments[-1].date() <= TODAY
        assert all(change.reason for change in inquiry.history[1:])
        assert all(change.verdict for change in inquiry.history[1:])


def test_decisions_stand_in_the_calendar(fresh: tuple[Store, date]) -> None:
    store, today = fresh
    entries = calendar.every(store)
    wanted = {Status.ACCEPTED: EntryKind.BOOKED, Status.HELD: EntryKind.HELD}
    for inquiry in every_inquiry(store):
        own = [entry for entry in entries if entry.inquiry_id == inquiry.id]
        is_lost = inquiry.post_mortem is not None and not inquiry.post_mortem.took_place
        kind = None if is_lost else wanted.get(inquiry.status)
        assert bool(own) is (kind is not None), inquiry.title
        for day in inquiry.event.dates if own else ():
            assert any(entry.covers(day) and entry.kind is kind for entry in own), inquiry.title
    assert min(entry.first for entry in entries) < today - timedelta(days=120)
    assert max(entry.last for entry in entries) > today + timedelta(days=240)
    assert {entry.kind for entry in entries} == set(EntryKind)
    assert all(entry.title for entry in entries)


def test_no_two_entries_take_the_same_day(store: Store) -> None:
    for one, other in combinations([entry for entry in calendar.every(store) if entry.minutes is None], 2):
        assert one.last < other.first or other.last < one.first, (one.title, other.title)


def test_the_past_is_long_enough_to_learn_from(store: Store) -> None:
    """Thirty decisions with ten of the rarer kind (fit-model.md), judged on their day, some against the judgement."""
    past = decided.every(store)
    assert len(past) >= 44
    assert all(one.snapshot is not None and one.verdict is not None for one in past)
    told = [
        one for one in past if one.status in (Status.ACCEPTED, Status.DECLINED, Status.REFERRED) and not one.against
    ]
    accepted = sum(one.status is Status.ACCEPTED for one in told)
    assert len(told) >= 30
    assert min(accepted, len(told) - accepted) >= 10
    assert (past[0].at - past[-1].at).days > 2 * 365
    shot = past[0].snapshot
    assert shot is not None
    assert shot.offering_id in {offering.id for offering in offerings.every(store)}
    assert {key for one in past for key in one.reasons} <= {criterion.key for criterion in CRITERIA} | {"date"}


def test_her_decisions_say_that_the_journey_matters_more_than_her_weights_do(store: Store) -> None:
    found = suggest_weights(decided.every(store), weights_for(owner.get(store)))
    assert isinstance(found, Suggestion)
    assert found.is_better
    assert found.changes[0].criterion == "travel"
    assert found.changes[0].suggested > 2 * found.changes[0].now


def test_overrides_ended_worse_than_the_rest(store: Store) -> None:
    past = decided.every(store)
    overrides = {one.title: one.post_mortem for one in past if one.against}
    assert set(overrides) == {
        "Gala dinner, forty years", "Two days sales academy", "Our staff day, if you dare", "Vortrag KI im Handwerk",
        "Motivation for our sales kick-off",
    }  # fmt: skip
    ended = [mortem.went_well for mortem in overrides.values() if mortem is not None]
    assert ended.count(False) == 4
    others = [one.post_mortem for one in past if one.post_mortem is not None and not one.against]
    assert sum(mortem.went_well is True for mortem in others) > len(others) / 2
    assert [mortem.took_place for mortem in others].count(False) == 1
    assert all(mortem.lesson for mortem in (*others, *filter(None, overrides.values())))


def test_verdicts_of_the_past_came_by_the_rules_of_their_day(store: Store) -> None:
    newest, oldest = rule_changes.every(store)
    profile = owner.get(store)
    assert profile.weights == oldest.after.weights
    (online,) = [offering for offering in offerings.every(store) if offering.weights]
    assert (newest.offering_id, newest.after.weights) == (online.id, online.weights)
    seen = set()
    for one in decided.every(store):
        assert one.snapshot is not None
        style = dict(one.snapshot.weights)["style"]
        seen.add(style)
        if one.snapshot.offering_id != online.id:
            assert style == pytest.approx(4.0 if one.at < oldest.at else 5.0), one.title
    assert len(seen) > 1


def test_today_has_something_to_look_back_on_to_hold_and_to_come_back_to(fresh: tuple[Store, date]) -> None:
    store, today = fresh
    assert [line.title for line in at_a_glance.to_look_back_on(store, today)] == ["Führungskräftetag Emsaue"]
    assert [line.come_back for line in at_a_glance.coming_back(store, today)] == [today]
    (hold,) = at_a_glance.holds_running_out(store, today)
    assert hold.expires == today + timedelta(days=2)


def test_a_newer_request_wants_a_day_that_is_held(fresh: tuple[Store, date]) -> None:
    store, today = fresh
    (number,) = [i.id for i in inquiries.all_open(store) if i.contact.organization == "Leiebank"]
    answer = triage(inquiries.get(store, number or 0), load_practice(store), today)
    assert set(answer.availability.values()) == {Availability.HELD}
    assert [held.who for held in answer.first_clients] == ["Schelde Museum Network"]


def test_days_for_the_journey_and_for_preparing_are_kept(store: Store) -> None:
    profile = owner.get(store)
    assert profile.travel_before_from is not None
    assert profile.travel_after_from is not None
    assert [offering.title for offering in offerings.every(store) if offering.preparation_days] == [
        "Workshop: Deciding together"
    ]
    assert any(entry.before for entry in calendar.own(store))


def test_peers_truly_differ(store: Store) -> None:
    found = peers.every(store)
    topics = [frozenset(t.name for o in peer.offerings for t in o.topics if t.depth == 3) for peer in found]
    assert all(not one & other for one, other in combinations(topics, 2))
    assert len({peer.home.city for peer in found}) == 12
    assert len({peer.differs for peer in found}) == 12
    assert len({offering.style for peer in found for offering in peer.offerings}) >= 9
    assert {peer.pronoun_subject for peer in found} == {"she", "he", "they"}
    assert {"GB", "US", "FR", "DE"} <= {peer.home.country for peer in found}
    assert all(peer.differs.endswith(".") and peer.not_good_at and peer.offerings for peer in found)


def test_peers_stand_in_every_state_of_consent(store: Store) -> None:
    profile, found = owner.get(store), peers.every(store)
    valid = [peer for peer in found if consent_is_valid(peer, profile, TODAY)]
    assert len(valid) == 9
    others = {peer.name: peer.consent for peer in found if peer not in valid}
    assert others.pop("Annika Brügger") is None
    withdrawn, expired = others.pop("Núria Aragonés"), others.pop("Joris Vandaele")
    assert withdrawn is not None
    assert withdrawn.withdrawn is not None
    assert expired is not None
    assert expired.withdrawn is None
    assert not others
    overdue = [peer.name for peer in found if peer.verified and (TODAY - peer.verified).days > 365]
    assert len(overdue) == 3
    outcomes = {proof.outcome for peer in found for proof in peer.evidence}
    assert outcomes == {None, *Outcome}


def test_the_ledger_agrees_with_the_inquiries(store: Store) -> None:
    entries = [entry for peer in peers.every(store) if peer.id for entry in referrals.for_peer(store, peer.id)]
    given = [entry for entry in entries if entry.direction is Direction.GIVEN]
    assert {entry.inquiry_id for entry in given} == {i.id for i in every_inquiry(store) if i.status is Status.REFERRED}
    assert len(entries) - len(given) == 3
    assert {entry.outcome for entry in given} == {None, Outcome.DELIGHTED, Outcome.FINE}


def test_contact_data_are_reserved_for_fiction(store: Store) -> None:
    profile = owner.get(store)
    people = [(profile.email, profile.phone)]
    people += [(peer.email, peer.phone) for peer in peers.every(store)]
    people += [(i.contact.email or "", i.contact.phone or "") for i in every_inquiry(store)]
    for mail, phone in people:
        assert not mail or mail.endswith(".example")
        assert not phone or phonenumbers.is_valid_number(phonenumbers.parse(phone)), phone


def test_texts_are_worth_reading(store: Store) -> None:
    found = every_inquiry(store)
    texts = [inquiry.text for inquiry in found]
    assert len(set(texts)) == len(found)
    assert {"en", "de", "fr"} <= {inquiry.language for inquiry in found}
    assert all(len(text) > 100 for text in texts)
    for inquiry in found:
        if inquiry.goal and inquiry.channel.value in ("mail", "form"):
            words = inquiry.goal.split()
            assert sum(word in inquiry.text for word in words) >= 0.6 * len(words), inquiry.title
        original = inquiries.original(store, inquiry.id or 0)
        assert original is not None
        assert original[1].decode() == inquiry.text
