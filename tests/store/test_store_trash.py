"""The trash is emptied of what is truly over 30 days old, and of nothing that something kept rests on."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from build_store import NOW, a_peer, an_inquiry, an_offering, fill
from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.letter import Letter
from fitdesk.domain.rule_change import RuleChange, Rules
from fitdesk.domain.second_look import SecondLook
from fitdesk.store import (
    calendar,
    contacts,
    follow_ups,
    inquiries,
    letters,
    offerings,
    peers,
    rule_changes,
    second_looks,
)
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.store.store import Store

TABLES = ("inquiries", "offerings", "peers", "calendar_entries", "letters")


def throw_everything_away(path: Path, when: datetime) -> None:
    with closing(Store.open(path, now=when)) as store:
        inquiry = inquiries.save(store, an_inquiry(), original=b"x")
        follow_ups.save(store, FollowUp(None, date(2026, 12, 1), "Ask", inquiry.id))
        second_looks.add(store, SecondLook(inquiry.id or 0, when, would_accept=True, accepted=False))
        inquiries.trash(store, inquiry.id or 0, when)
        offering = offerings.save(store, an_offering()).id or 0
        rule_changes.add(store, RuleChange(when, Rules(), Rules((("fee", 9.0),)), offering))
        offerings.trash(store, offering, when)
        peers.trash(store, peers.save(store, a_peer()).id or 0, when)
        calendar.trash(store, calendar.save(store, CalendarEntry(None, when.date(), when.date(), "x")).id or 0, when)
        letters.trash(store, letters.save_draft(store, Letter()).id or 0, when)


def left(path: Path, when: datetime) -> list[int]:
    with closing(Store.open(path, now=when)) as store:
        return [store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES]


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        (timedelta(), True),
        (timedelta(days=30), True),
        (timedelta(days=30, seconds=1), False),
        (timedelta(days=400), False),
        (timedelta(days=-400), True),  # thrown away in the future: some clock is wrong
    ],
)
def test_thirty_days(path: Path, later: timedelta, kept: bool) -> None:
    throw_everything_away(path, NOW)
    found = left(path, NOW + later)
    assert found == ([1, 3, 1, 1, 1] if kept else [0, 0, 0, 0, 0])  # a peer's two offerings go with the peer


def test_nothing_is_left_behind(path: Path) -> None:
    throw_everything_away(path, NOW)
    with closing(Store.open(path, now=NOW + timedelta(days=31))) as store:
        for table in (
            "originals",
            "follow_ups",
            "status_changes",
            "consents",
            "evidence",
            "second_looks",
            "rule_changes",
        ):
            assert store.rows(f"SELECT count(*) FROM {table}") == [(0,)]
        assert inquiries.ids(store, InquiryQuery(View.TRASH, "summit")) == []
        assert store.rows("SELECT count(*) FROM inquiries_words_docsize") == [(0,)]
        assert contacts.find(store, "zoe")  # a person is not thrown away with one request


@pytest.mark.parametrize("zones", [(None, UTC), (UTC, None)])
def test_with_and_without_a_time_zone(path: Path, zones: tuple[None, None]) -> None:
    throw_everything_away(path, NOW.replace(tzinfo=zones[0]))
    assert left(path, (NOW + timedelta(days=30, hours=23)).replace(tzinfo=zones[1]))[0] == 1
    assert left(path, (NOW + timedelta(days=31, hours=1)).replace(tzinfo=zones[1]))[0] == 0


def test_what_a_letter_or_a_referral_rests_on_stays(path: Path) -> None:
    with closing(Store.open(path, now=NOW)) as store:
        kept = fill(store)
        inquiries.trash(store, kept.inquiry.id or 0, NOW)
        peers.trash(store, kept.peer.id or 0, NOW)
        assert follow_ups.due(store, date(2099, 1, 1)) == ()
    with closing(Store.open(path, now=NOW + timedelta(days=99))) as store:
        assert inquiries.get(store, kept.inquiry.id or 0) == kept.inquiry
        assert peers.every(store, trashed=True) == (kept.peer,)
        assert letters.get(store, kept.sent.id or 0) == kept.sent
        inquiries.untrash(store, kept.inquiry.id or 0)
        peers.untrash(store, kept.peer.id or 0)
        assert follow_ups.due(store, date(2099, 1, 1)) == (kept.follow_up,)


def test_only_the_rules_of_what_is_gone_go_with_it(path: Path) -> None:
    throw_everything_away(path, NOW)
    with closing(Store.open(path, now=NOW)) as store:
        of_all = rule_changes.add(store, RuleChange(NOW, Rules(), Rules((("goal", 25.0),)), reason="Goals first."))
        assert len(rule_changes.every(store)) == 2
    with closing(Store.open(path, now=NOW + timedelta(days=31))) as store:
        assert rule_changes.every(store) == (of_all,)


def test_an_unreadable_day_stays(path: Path) -> None:
    throw_everything_away(path, NOW)
    with closing(Store.open(path, now=NOW)) as store, store.transaction():
        store.run("UPDATE inquiries SET trashed_at = 'some day'")
    assert left(path, NOW + timedelta(days=99)) == [1, 0, 0, 0, 0]
