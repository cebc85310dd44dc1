"""What is saved comes back equal: every field, any text, any number, unknown or known."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_store import NOW, an_inquiry, an_offering, fill
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.contact import Contact, Organization
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import Letter, LetterStatus
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Peer
from fitdesk.domain.rule_change import RuleChange
from fitdesk.domain.second_look import SecondLook
from fitdesk.store import (
    calendar,
    contacts,
    follow_ups,
    inquiries,
    letters,
    linked_calendars,
    offerings,
    owner,
    peers,
    rule_changes,
    second_looks,
)
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store

# Emoji, right-to-left marks and NUL included; only halves of surrogate pairs are no text at all.
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
st.register_type_strategy(datetime, st.datetimes(timezones=st.none() | OFFSETS))
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))

every_field = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@every_field
@given(st.builds(Owner))
def test_owner(store: Store, value: Owner) -> None:
    owner.save(store, value)
    assert owner.get(store) == value


@every_field
@given(st.builds(Offering, id=st.none()))
def test_offering(store: Store, value: Offering) -> None:
    saved = offerings.save(store, value)
    assert offerings.get(store, saved.id or 0) == saved == replace(value, id=saved.id)
    changed = replace(value, id=saved.id, title=value.title + "!", minutes=None)
    assert offerings.save(store, changed) == changed == offerings.get(store, saved.id or 0)


PEERS = st.builds(
    Peer,
    id=st.none(),
    offerings=st.lists(st.builds(Offering, id=st.none()), max_size=3).map(tuple),
    last_referred=st.none(),
    given=st.just(0),
    received=st.just(0),
)


@every_field
@given(PEERS, PEERS)
def test_peer(store: Store, value: Peer, other: Peer) -> None:
    saved = peers.save(store, value)
    assert [replace(one, id=None) for one in saved.offerings] == list(value.offerings)
    assert peers.get(store, saved.id or 0) == saved == replace(value, id=saved.id, offerings=saved.offerings)
    changed = peers.save(store, replace(other, id=saved.id))
    assert peers.get(store, saved.id or 0) == changed == replace(other, id=saved.id, offerings=changed.offerings)


INQUIRIES = st.builds(Inquiry, id=st.none(), contact=st.builds(Contact, id=st.none()))


@every_field
@given(INQUIRIES, INQUIRIES)
def test_inquiry(store: Store, value: Inquiry, other: Inquiry) -> None:
    saved = inquiries.save(store, value, original=value.text.encode(), original_name=value.subject)
    assert saved == replace(value, id=saved.id, contact=replace(value.contact, id=saved.contact.id))
    assert inquiries.get(store, saved.id or 0) == saved
    assert inquiries.original(store, saved.id or 0) == (value.subject, value.text.encode())
    changed = inquiries.save(store, replace(other, id=saved.id, contact=replace(other.contact, id=saved.contact.id)))
    assert inquiries.get(store, saved.id or 0) == changed
    assert replace(changed, contact=replace(changed.contact, id=None)) == replace(other, id=saved.id)


@every_field
@given(st.builds(Letter, id=st.none(), status=st.just(LetterStatus.DRAFT), inquiry_id=st.none(), peer_ids=st.just(())))
def test_letter(store: Store, value: Letter) -> None:
    saved = letters.save_draft(store, value)
    assert letters.get(store, saved.id or 0) == saved == replace(value, id=saved.id)


@every_field
@given(
    st.builds(CalendarEntry, id=st.none(), inquiry_id=st.none(), start=st.none(), end=st.none(), calendar_id=st.none()),
    st.builds(FollowUp, id=st.none(), inquiry_id=st.none(), peer_id=st.none()),
    st.builds(Contact, id=st.none()),
    st.builds(Organization, id=st.none()),
)
def test_small_ones(
    store: Store, entry: CalendarEntry, follow_up: FollowUp, contact: Contact, organization: Organization
) -> None:
    kept = calendar.save(store, entry)
    assert kept in calendar.every(store)
    assert replace(kept, id=None) == entry
    to_do = follow_ups.save(store, follow_up)
    assert follow_ups.get(store, to_do.id or 0) == to_do == replace(follow_up, id=to_do.id)
    person = contacts.save(store, contact)
    assert contacts.get(store, person.id or 0) == person == replace(contact, id=person.id)
    company = contacts.save_organization(store, organization)
    assert contacts.get_organization(store, company.id or 0) == company == replace(organization, id=company.id)


OCCURRENCES = st.lists(
    st.builds(
        CalendarEntry,
        id=st.none(),
        inquiry_id=st.none(),
        note=st.just(""),
        expires=st.none(),
        before=st.just(0),
        after=st.just(0),
        calendar_id=st.none(),
    ),
    max_size=4,
)


@every_field
@given(st.builds(LinkedCalendar, id=st.none()), OCCURRENCES, OCCURRENCES)
def test_linked_calendar(
    store: Store, value: LinkedCalendar, first: list[CalendarEntry], second: list[CalendarEntry]
) -> None:
    for old in linked_calendars.every(store):
        linked_calendars.remove(store, old.id or 0)
    kept = linked_calendars.save(store, value)
    number = kept.id or 0
    assert linked_calendars.get(store, number) == kept == replace(value, id=kept.id)
    for found in (first, second):
        linked_calendars.keep_occurrences(store, number, found)
        wanted = [replace(entry, calendar_id=number) for entry in found]
        assert sorted(calendar.occurrences(store, number), key=repr) == sorted(wanted, key=repr)
    assert not linked_calendars.keep_occurrences(store, number, reversed(second))


@every_field
@given(st.builds(RuleChange, id=st.none(), offering_id=st.none()), st.booleans(), st.booleans())
def test_changes_and_looks(store: Store, change: RuleChange, would: bool, did: bool) -> None:
    written = rule_changes.add(store, change)
    assert written in rule_changes.every(store)
    assert replace(written, id=None) == change
    about = inquiries.save(store, an_inquiry())
    look = second_looks.add(store, SecondLook(about.id or 0, change.at, would, did))
    assert look in second_looks.every(store)
    assert replace(look, id=None) == SecondLook(about.id or 0, change.at, would, did)


def test_very_long_text_and_nul(store: Store) -> None:
    text = "x" * 3_000_000 + "\x00 after NUL \U0001f600"
    saved = inquiries.save(store, replace(an_inquiry(), text=text, note="\x00", goal="a\x00b"))
    found = inquiries.get(store, saved.id or 0)
    assert (found.text, found.note, found.goal) == (text, "\x00", "a\x00b")


@pytest.mark.parametrize("broken", ["\ud800", "half \udcff of a pair"])
def test_a_broken_character_is_refused_and_nothing_is_changed(store: Store, broken: str) -> None:
    for value in (replace(an_inquiry(), text=broken), replace(an_inquiry(), contact=Contact(name=broken))):
        with pytest.raises(StoreError, match="broken character"):
            inquiries.save(store, value)
    with pytest.raises(StoreError, match="broken character"):
        offerings.save(store, an_offering(broken))
    assert inquiries.counts(store)["open"] == 0
    assert offerings.every(store) == ()
    assert store.rows("SELECT count(*) FROM contacts") == [(0,)]


def test_a_number_too_large_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="too large"):
        offerings.save(store, replace(an_offering(), confidence=2**63))
    assert offerings.every(store) == ()


def test_a_whole_practice_outlives_the_program(path: Path) -> None:
    with closing(Store.open(path, now=NOW)) as store:
        kept = fill(store)
    with closing(Store.open(path, now=NOW)) as store:
        assert owner.get(store) == kept.owner
        assert offerings.every(store) == (kept.offering,)
        assert peers.every(store) == (kept.peer,)
        assert inquiries.get(store, kept.inquiry.id or 0) == kept.inquiry
        assert inquiries.all_open(store) == (kept.inquiry,)
        assert calendar.every(store) == (kept.occurrence, kept.entry)
        assert calendar.own(store) == (kept.entry,)
        assert linked_calendars.every(store) == (kept.calendar,)
        assert rule_changes.every(store) == (kept.rule_change,)
        assert second_looks.every(store) == (kept.second_look,)
        assert letters.get(store, kept.draft.id or 0) == kept.draft
        assert letters.get(store, kept.sent.id or 0) == kept.sent
