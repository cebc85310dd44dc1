"""What the Today page reads in short lines: the same as the whole records say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from build_store import NOW, a_peer, an_inquiry, an_offering
from fitdesk.domain.contact import Address
from fitdesk.domain.inquiry import Status
from fitdesk.domain.letter import Letter, LetterText
from fitdesk.domain.owner import Owner
from fitdesk.store import at_a_glance, inquiries, inquiry_lists, letters, offerings, owner, peers
from fitdesk.store.at_a_glance import DraftLine, PeerLine, Standing
from fitdesk.store.store import Store

DAY = date(2026, 11, 22)


def test_drafts_are_listed_oldest_first_without_those_in_the_trash(store: Store) -> None:
    newer = letters.save_draft(store, Letter(recipient="Ada", day=DAY, text=LetterText(subject="Your request")))
    older = letters.save_draft(store, Letter(recipient="Bo", day=DAY - timedelta(days=3)))
    gone = letters.save_draft(store, Letter(recipient="Cy", day=DAY))
    letters.trash(store, gone.id or 0, NOW)
    assert at_a_glance.drafts(store) == (
        DraftLine(older.id or 0, "Bo", "", DAY - timedelta(days=3)),
        DraftLine(newer.id or 0, "Ada", "Your request", DAY),
    )


def test_peers_not_checked_until_a_day_come_never_checked_first(store: Store) -> None:
    def kept(name: str, verified: date | None, *, active: bool = True) -> int:
        return peers.save(store, replace(a_peer(), id=None, name=name, verified=verified, active=active)).id or 0

    late, never = kept("Late", DAY), kept("Never", None)
    kept("Fresh", DAY + timedelta(days=1))
    kept("Retired", None, active=False)
    peers.trash(store, kept("Trashed", None), NOW)
    headline = a_peer().headline
    assert at_a_glance.unchecked_peers(store, DAY) == (
        PeerLine(never, "Never", headline, None),
        PeerLine(late, "Late", headline, DAY),
    )
    assert at_a_glance.peer_count(store) == 4
    assert at_a_glance.peer_names(store, {late, 99}) == {late: "Late"}


def test_the_standing_follows_each_first_step(store: Store) -> None:
    assert at_a_glance.standing(store) == Standing(False, False, False, False)
    owner.save(store, Owner(name="Ada", address=Address()))
    assert not at_a_glance.standing(store).has_profile
    owner.save(store, Owner(name="Ada", address=Address(lines=("1 Main Street",))))
    peers.save(store, a_peer())
    assert at_a_glance.standing(store) == Standing(True, False, True, False)  # a peer's offerings are not the owner's
    offerings.save(store, an_offering("Talk"))
    inquiries.save(store, an_inquiry())
    assert at_a_glance.standing(store).is_complete


def test_new_and_asked_ones_come_oldest_first_and_cut(store: Store) -> None:
    def kept(days_ago: int, status: Status) -> int:
        inquiry = replace(an_inquiry(), id=None, received=NOW - timedelta(days=days_ago), status=status)
        return inquiries.save(store, inquiry).id or 0

    young, old, middle = kept(1, Status.NEW), kept(9, Status.NEW), kept(5, Status.NEW)
    asked_late, asked_early = kept(2, Status.ASKED), kept(8, Status.ASKED)
    kept(3, Status.HELD)
    kept(4, Status.DECLINED)
    assert [line.id for line in inquiry_lists.oldest_new(store, 9)] == [old, middle, young]
    assert [line.id for line in inquiry_lists.oldest_new(store, 2)] == [old, middle]
    assert [line.id for line in inquiry_lists.oldest_asked(store, 9)] == [asked_early, asked_late]
