"""Peers and offerings: ids that stay, consent on record, a balance that is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from build_store import NOW, a_peer, an_offering
from fitdesk.domain.peer import Consent, Outcome
from fitdesk.domain.referral import Direction, Referral
from fitdesk.store import at_a_glance, offerings, peers, referrals
from fitdesk.store.errors import NotFound, StoreError
from fitdesk.store.store import Store


def test_saving_a_peer_keeps_the_ids_of_the_offerings(store: Store) -> None:
    peer = peers.save(store, a_peer())
    first, second = peer.offerings
    assert None not in (first.id, second.id)
    turned = (replace(second, title="Renamed"), an_offering("New"), first)
    saved = peers.save(store, replace(peer, offerings=turned))
    assert [one.id for one in saved.offerings][::2] == [second.id, first.id]
    assert peers.get(store, peer.id or 0) == saved
    assert [one.title for one in saved.offerings] == ["Renamed", "New", "Safety first"]


def test_an_offering_that_was_removed_comes_back_with_its_id(store: Store) -> None:
    peer = peers.save(store, a_peer())
    peers.save(store, replace(peer, offerings=peer.offerings[:1]))
    assert len(peers.get(store, peer.id or 0).offerings) == 1
    assert peers.save(store, peer) == peer == peers.get(store, peer.id or 0)


def test_a_copy_of_a_peer_gets_offerings_of_its_own(store: Store) -> None:
    mine = offerings.save(store, an_offering())
    peer = peers.save(store, a_peer())
    copy = peers.save(store, replace(peer, id=None, name="Copy", offerings=(*peer.offerings, mine, peer.offerings[0])))
    assert peers.get(store, peer.id or 0) == peer
    assert offerings.every(store) == (mine,)
    numbers = [one.id for one in (*peer.offerings, mine, *copy.offerings)]
    assert len(set(numbers)) == 7
    assert peers.get(store, copy.id or 0) == copy


def test_offerings_of_peers_are_not_the_owners(store: Store) -> None:
    peer = peers.save(store, a_peer())
    number = peer.offerings[0].id or 0
    assert offerings.every(store) == ()
    asks: tuple[Callable[[], object], ...] = (
        lambda: offerings.get(store, number),
        lambda: offerings.save(store, replace(an_offering(), id=number)),
        lambda: offerings.save(store, replace(an_offering(), id=99)),
    )
    for ask in asks:
        with pytest.raises(NotFound):
            ask()
    assert peers.every(store) == (peer,)


def test_offerings_keep_their_order_and_their_place_in_the_trash(store: Store) -> None:
    a, b, c = (offerings.save(store, an_offering(title)) for title in ("b", "a", "c"))
    offerings.save(store, replace(a, title="z"))
    offerings.trash(store, b.id or 0, NOW)
    assert [one.title for one in offerings.every(store)] == ["z", "c"]
    assert offerings.every(store, trashed=True) == (b,)
    assert offerings.get(store, b.id or 0) == b
    offerings.untrash(store, b.id or 0)
    assert [one.id for one in offerings.every(store)] == [a.id, b.id, c.id]
    with pytest.raises(NotFound):
        offerings.trash(store, 99, NOW)


def test_the_trash_gives_a_peer_back_whole(store: Store) -> None:
    peer = peers.save(store, a_peer())
    peers.trash(store, peer.id or 0, NOW)
    assert peers.every(store) == ()
    assert at_a_glance.peer_count(store) == 0
    assert peers.every(store, trashed=True) == (peer,)
    assert peers.get(store, peer.id or 0) == peer
    peers.untrash(store, peer.id or 0)
    assert peers.every(store) == (peer,)
    assert at_a_glance.peer_count(store) == 1
    for ask in (lambda: peers.trash(store, 99, NOW), lambda: peers.untrash(store, 99), lambda: peers.get(store, 99)):
        with pytest.raises(NotFound):
            ask()


def test_earlier_consents_stay_on_record(store: Store) -> None:
    peer = peers.save(store, a_peer())
    for consent in (
        Consent(date(2026, 5, 1), "by mail", date(2026, 8, 1)),  # withdrawn
        Consent(date(2026, 9, 1), "by phone"),  # given again
        None,
        Consent(date(2026, 10, 1), "in a letter"),
    ):
        assert peers.save(store, replace(peer, consent=consent)).consent == consent
        assert peers.get(store, peer.id or 0).consent == consent
    record = store.rows("SELECT given, withdrawn, is_current FROM consents ORDER BY id")
    assert record == [("2026-05-01", "2026-08-01", 0), ("2026-09-01", None, 0), ("2026-10-01", None, 1)]


def test_the_balance_is_counted_from_the_ledger(store: Store) -> None:
    peer, other = peers.save(store, a_peer()), peers.save(store, a_peer("Aaron"))
    assert peers.save(store, replace(peer, given=9, received=9, last_referred=date(2020, 1, 1))) == peer
    for direction, day in ((Direction.GIVEN, 1), (Direction.GIVEN, 5), (Direction.RECEIVED, 9)):
        referrals.add(store, Referral(direction=direction, peer_id=peer.id or 0, day=date(2026, 11, day)))
    known = peers.get(store, peer.id or 0)
    assert (known.given, known.received, known.last_referred) == (2, 1, date(2026, 11, 5))
    assert peers.every(store) == (other, known)  # by name


def test_referrals(store: Store) -> None:
    peer = peers.save(store, a_peer())
    with pytest.raises(StoreError, match="no longer there"):
        referrals.add(store, Referral(peer_id=99))
    made = referrals.add(store, Referral(peer_id=peer.id or 0, day=NOW.date(), note="by phone"))
    assert made.peer_name == peer.name
    assert referrals.get(store, made.id or 0) == made
    ended = referrals.record_outcome(store, made.id or 0, Outcome.DELIGHTED)
    assert ended == replace(made, outcome=Outcome.DELIGHTED)
    assert referrals.for_peer(store, peer.id or 0) == (ended,)
    ended = referrals.record_outcome(store, made.id or 0, None, "never heard again")
    assert referrals.for_peer(store, peer.id or 0) == (replace(made, note="never heard again"),) == (ended,)
    assert referrals.for_inquiry(store, 1) == ()
