"""A damaged entry is a plain sentence that names it, never a crash or a wrong value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_store import fill
from fitdesk.store import calendar, inquiries, letters, offerings, owner, peers
from fitdesk.store.errors import DamagedDatabase, StoreError
from fitdesk.store.inquiries import InquiryQuery
from fitdesk.store.store import Store


def first_line(store: Store) -> object:
    return inquiries.first_lines(store, InquiryQuery(), 5)


@pytest.mark.parametrize(
    ("sql", "read", "named"),
    [
        ("UPDATE offerings SET topics = '[{'", lambda s: offerings.every(s), "Offering 1, topics"),
        ("UPDATE offerings SET topics = '[{\"name\": 7}]'", lambda s: peers.every(s), "Offering 2, topics"),
        ("UPDATE offerings SET fee_list = 'much'", lambda s: offerings.every(s), "Offering 1, fee_list"),
        ("UPDATE offerings SET active = 2", lambda s: offerings.get(s, 1), "Offering 1, active"),
        ("UPDATE peers SET seen = '2026-13-40'", lambda s: peers.get(s, 1), "Peer 1, seen"),
        ("UPDATE consents SET given = 'long ago'", lambda s: peers.every(s), "Consent, given"),
        ("UPDATE owner SET rates = '{}'", lambda s: owner.get(s), "Owner, rates"),
        ("UPDATE inquiries SET mode = 'underwater'", first_line, "InquiryLine 1, mode"),
        ("UPDATE inquiries SET event = '[]'", lambda s: inquiries.get(s, 1), "Inquiry 1, event"),
        ("UPDATE inquiries SET channel = ''", lambda s: inquiries.all_open(s), "Inquiry 1, channel"),
        ("UPDATE status_changes SET at = ''", lambda s: inquiries.get(s, 1), "StatusChange, at"),
        ("UPDATE calendar_entries SET kind = 'x'", lambda s: calendar.every(s), "CalendarEntry 1, kind"),
        ("UPDATE letters SET text = '{\"body\": 1}'", lambda s: letters.get(s, 1), "Letter 1, text"),
    ],
)
def test_one_entry(store: Store, sql: str, read: Callable[[Store], object], named: str) -> None:
    fill(store)
    store.connection.execute("DROP TRIGGER sent_letters_stay")
    with store.transaction():
        store.run(sql)
    with pytest.raises(DamagedDatabase) as caught:
        read(store)
    assert f"({named})" in str(caught.value)
    assert "Bring back a backup" in str(caught.value)


def test_text_that_is_no_utf_8(store: Store) -> None:
    fill(store)
    with store.transaction():
        store.run("UPDATE offerings SET title = CAST(x'c3c3c3' AS TEXT)")
    with pytest.raises(DamagedDatabase):
        offerings.every(store)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE offerings SET confidence = 'high'",
        "UPDATE offerings SET title = NULL",
        "UPDATE inquiries SET shelf = 'trash'",
        "UPDATE inquiries SET status = 'declined'",
        "UPDATE letters SET status = 'sent'",
        "UPDATE owner SET id = 2",
    ],
)
def test_the_database_itself_refuses_what_does_not_fit(store: Store, sql: str) -> None:
    fill(store)

    def change() -> None:
        with store.transaction():
            store.run(sql)

    with pytest.raises(StoreError, match="missing or does not fit together"):
        change()
