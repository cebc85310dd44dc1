"""All or nothing, and one word to everybody after the commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from build_store import NOW, a_peer, an_inquiry, an_offering, fill
from fitdesk.domain.availability import CalendarEntry
from fitdesk.store import calendar, drafts, health, inquiries, offerings, owner, peers
from fitdesk.store.errors import CannotWrite, StoreError
from fitdesk.store.kinds import Kind
from fitdesk.store.store import Store


@pytest.fixture
def heard(store: Store) -> Iterator[list[frozenset[Kind]]]:
    heard: list[frozenset[Kind]] = []
    stop = store.subscribe(heard.append)
    yield heard
    stop()


def test_one_call_after_the_outermost_commit(store: Store, heard: list[frozenset[Kind]]) -> None:
    with store.transaction():
        peers.save(store, a_peer())
        with store.transaction():
            owner.save(store, owner.get(store))
        assert heard == []
    assert heard == [frozenset({Kind.PEERS, Kind.OWNER, Kind.INQUIRIES})]


def save_and_fail(store: Store) -> None:
    with store.transaction():
        peers.save(store, a_peer())
        _ = 1 / 0


def test_no_call_and_no_change_after_a_rollback(store: Store, heard: list[frozenset[Kind]]) -> None:
    with pytest.raises(ZeroDivisionError):
        save_and_fail(store)
    assert heard == []
    assert peers.every(store) == ()
    peers.save(store, a_peer())
    assert heard == [frozenset({Kind.PEERS})]


def test_an_inner_failure_undoes_only_the_inner_part(store: Store, heard: list[frozenset[Kind]]) -> None:
    with store.transaction():
        offerings.save(store, an_offering())
        with pytest.raises(ZeroDivisionError):
            save_and_fail(store)
        calendar.every(store)
    assert len(offerings.every(store)) == 1
    assert peers.every(store) == ()
    assert heard == [frozenset({Kind.OFFERINGS, Kind.INQUIRIES})]


def test_nothing_is_said_of_reading_and_of_half_typed_forms(store: Store, heard: list[frozenset[Kind]]) -> None:
    drafts.keep(store, "inquiry/1", "half")
    assert drafts.find(store, "inquiry/1") == "half"
    drafts.keep(store, "inquiry/1", "half a")
    assert drafts.find(store, "inquiry/1") == "half a"
    drafts.drop(store, "inquiry/1")
    assert drafts.find(store, "inquiry/1") is None
    assert heard == []


def test_a_listener_may_write_and_may_leave(store: Store) -> None:
    heard: list[frozenset[Kind]] = []

    def listen(kinds: frozenset[Kind]) -> None:
        heard.append(kinds)
        if len(heard) == 1:
            peers.save(store, a_peer())
            stop()

    stop = store.subscribe(listen)
    offerings.save(store, an_offering())
    offerings.save(store, an_offering())
    stop()
    assert heard == [frozenset({Kind.OFFERINGS, Kind.INQUIRIES}), frozenset({Kind.PEERS})]


def test_two_stores_at_once(tmp_path: Path) -> None:
    with (
        closing(Store.open(tmp_path / "a.sqlite3", now=NOW)) as one,
        closing(Store.open(tmp_path / "b.sqlite3", now=NOW)) as two,
        closing(Store.open(None, now=NOW)) as three,
    ):
        with one.transaction(), two.transaction():
            first = offerings.save(one, an_offering("one"))
            second = offerings.save(two, an_offering("two"))
        for store, wanted in ((one, [first]), (two, [second]), (three, [])):
            assert list(offerings.every(store)) == wanted
        assert inquiries.save(three, an_inquiry()).id == 1
        assert inquiries.counts(one)["open"] == 0


def test_a_full_disk_changes_nothing_and_says_so(filed: Store) -> None:
    kept = fill(filed)
    heard: list[frozenset[Kind]] = []
    filed.subscribe(heard.append)
    pages = filed.rows("PRAGMA page_count")[0][0]
    filed.rows(f"PRAGMA max_page_count = {pages}")
    big = replace(kept.inquiry, id=None, text="word " * 100_000)
    with pytest.raises(CannotWrite, match="The disk is full, so nothing was saved"):
        inquiries.save(filed, big, original=b"x" * 500_000)

    def save_both() -> None:
        with filed.transaction():
            offerings.save(filed, replace(kept.offering, title="Half"))
            inquiries.save(filed, big)

    with pytest.raises(CannotWrite, match="The disk is full"):
        save_both()
    assert heard == []
    assert inquiries.all_open(filed) == (kept.inquiry,)
    assert offerings.every(filed) == (kept.offering,)
    filed.rows("PRAGMA max_page_count = 1073741823")
    assert inquiries.get(filed, inquiries.save(filed, big).id or 0).text == big.text
    assert len(list(filed.check_health(NOW))) > 20


def test_a_transaction_that_sqlite_ended_by_itself_takes_no_more_changes(store: Store) -> None:
    def go_on() -> None:
        with store.transaction():
            offerings.save(store, an_offering())
            store.connection.execute("ROLLBACK")  # what SQLite does on an I/O error
            with pytest.raises(CannotWrite, match="half-way"):
                offerings.save(store, an_offering())

    with pytest.raises(CannotWrite, match="half-way"):
        go_on()
    assert offerings.every(store) == ()
    assert offerings.save(store, an_offering()).id is not None


def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    entry = CalendarEntry(None, NOW.date(), NOW.date(), "x", inquiry_id=99)
    with pytest.raises(StoreError, match="no longer there"):
        calendar.save(store, entry)
    assert calendar.every(store) == ()


def test_health_is_full_once_a_week(filed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    check = health.check

    def noting(connection: sqlite3.Connection, *, full: bool) -> Iterator[str]:
        asked.append(full)
        return check(connection, full=full)

    monkeypatch.setattr(health, "check", noting)
    for day in (1, 2, 8, 9, 10):
        assert "inquiries" in list(filed.check_health(datetime(2026, 11, day)))
    list(filed.check_health(datetime(2020, 1, 1)))  # the clock was ahead before
    assert asked == [True, False, False, True, False, True]


def test_a_search_index_that_lags_is_made_anew(filed: Store) -> None:
    kept = fill(filed)
    with filed.transaction():
        filed.run("INSERT INTO inquiries_words (inquiries_words) VALUES ('delete-all')")
    assert inquiries.ids(filed, inquiries.InquiryQuery(search="summit")) == []
    list(filed.check_health(NOW))
    assert inquiries.ids(filed, inquiries.InquiryQuery(search="summit")) == [kept.inquiry.id]
