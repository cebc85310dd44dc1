"""What the Today page reads in short lines: the same as the whole records say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from build_store import NOW, a_peer, an_inquiry, an_offering
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.contact import Address
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.letter import Letter, LetterText
from fitdesk.domain.owner import Owner
from fitdesk.domain.post_mortem import PostMortem
from fitdesk.store import at_a_glance, calendar, inquiries, inquiry_lists, letters, offerings, owner, peers
from fitdesk.store.at_a_glance import ComeBackLine, DoneLine, DraftLine, HoldLine, PeerLine, Standing
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


def done(status: Status, days_ago: int, **changes: object) -> Inquiry:
    event = Event(name=f"{days_ago} days ago", dates=(DAY - timedelta(days=days_ago),))
    return replace(an_inquiry(), id=None, status=status, event=event, post_mortem=None, **changes)  # type: ignore[arg-type]


def test_accepted_work_whose_day_is_past_waits_for_a_look_back(store: Store) -> None:
    yesterday = inquiries.save(store, done(Status.ACCEPTED, 1))
    long_ago = inquiries.save(store, done(Status.ACCEPTED, 180))
    inquiries.save(store, done(Status.ACCEPTED, 0))  # today: it is not over
    inquiries.save(store, done(Status.ACCEPTED, 181))  # nobody remembers
    inquiries.save(store, done(Status.WITHDRAWN, 5))
    inquiries.save(store, replace(done(Status.ACCEPTED, 5), post_mortem=PostMortem(DAY)))
    running = replace(done(Status.ACCEPTED, 5), event=Event(date_range=(DAY - timedelta(5), DAY + timedelta(5))))
    inquiries.save(store, running)
    series = inquiries.save(store, done(Status.ACCEPTED, 7))
    last = calendar.save(store, CalendarEntry(None, DAY, DAY, "Last day of it", inquiry_id=series.id))
    calendar.save(store, CalendarEntry(None, DAY - timedelta(7), DAY - timedelta(7), "First", inquiry_id=yesterday.id))
    gone = inquiries.save(store, done(Status.ACCEPTED, 6))
    inquiries.trash(store, gone.id or 0, NOW)
    assert at_a_glance.to_look_back_on(store, DAY) == (
        DoneLine(long_ago.id or 0, "180 days ago", "HealthNet", DAY - timedelta(days=180)),
        DoneLine(yesterday.id or 0, "1 days ago", "HealthNet", DAY - timedelta(days=1)),
    )
    inquiries.save(store, replace(long_ago, post_mortem=PostMortem(DAY)))
    assert [line.id for line in at_a_glance.to_look_back_on(store, DAY)] == [yesterday.id]
    calendar.trash(store, last.id or 0, NOW)
    assert [line.id for line in at_a_glance.to_look_back_on(store, DAY)] == [series.id, yesterday.id]


def test_holds_that_run_out(store: Store) -> None:
    def held(expires: int | None, day: int = 30, kind: EntryKind = EntryKind.HELD) -> int:
        runs_out = None if expires is None else DAY + timedelta(days=expires)
        first = DAY + timedelta(days=day)
        return calendar.save(store, CalendarEntry(None, first, first, "Hold", kind, expires=runs_out)).id or 0

    soon, over, today = held(3), held(-40), held(0)
    held(4)
    held(None)
    held(1, kind=EntryKind.BOOKED)
    held(-9, day=-1)  # the day itself is past
    calendar.trash(store, held(1), NOW)
    found = at_a_glance.holds_running_out(store, DAY)
    assert [line.id for line in found] == [over, today, soon]
    day = DAY + timedelta(days=30)
    assert found[2] == HoldLine(soon, "Hold", day, day, DAY + timedelta(days=3), None)


def test_not_now_whose_day_has_come(store: Store) -> None:
    def put_off(days: int, status: Status = Status.NOT_NOW) -> Inquiry:
        change = StatusChange(NOW, Status.NOT_NOW, "Next year.", come_back=DAY + timedelta(days=days))
        return inquiries.save(store, replace(an_inquiry(), id=None, status=status, history=(change,)))

    late, now = put_off(-30), put_off(0)
    put_off(1)
    accepted_since = put_off(-1)
    inquiries.set_status(store, accepted_since.id or 0, Status.ACCEPTED, "", NOW)
    put_off_again = put_off(-1)
    again = StatusChange(NOW, Status.NOT_NOW, "Later still.", come_back=DAY + timedelta(days=9))
    inquiries.save(store, replace(put_off_again, history=(*put_off_again.history, again)))
    inquiries.trash(store, put_off(-2).id or 0, NOW)
    assert at_a_glance.coming_back(store, DAY) == (
        ComeBackLine(late.id or 0, late.title, "Zoë Müller", "HealthNet", DAY - timedelta(days=30), "Next year."),
        ComeBackLine(now.id or 0, now.title, "Zoë Müller", "HealthNet", DAY, "Next year."),
    )
