"""Single records, written and read through peewee; the search index follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from fitdesk.i18n import _
from fitdesk.store import search
from fitdesk.store.errors import NotFound
from fitdesk.store.faults import plain_words
from fitdesk.store.shape import SqlValue, shape_of
from fitdesk.store.store import Store

if TYPE_CHECKING:
    from fitdesk.store.rows import Row

T = TypeVar("T")


class Table(Enum):
    """The tables whose records are kept here, by the name of their peewee class."""

    OWNER = "OwnerRow"
    PEERS = "PeerRow"
    OFFERINGS = "OfferingRow"
    CONSENTS = "ConsentRow"
    ORGANIZATIONS = "OrganizationRow"
    CONTACTS = "ContactRow"
    INQUIRIES = "InquiryRow"
    CALENDAR = "CalendarEntryRow"
    LETTERS = "LetterRow"
    DISCLOSURES = "DisclosureRow"
    REFERRALS = "ReferralRow"
    FOLLOW_UPS = "FollowUpRow"
    LINKED_CALENDARS = "LinkedCalendarRow"
    RULE_CHANGES = "RuleChangeRow"
    SECOND_LOOKS = "SecondLookRow"


def _row(table: Table) -> type[Row]:
    # Here and not above: peewee costs 30 ms warm and 130 ms cold (performance.md), and the first page shows without.
    from fitdesk.store import rows

    row: type[Row] = getattr(rows, table.value)
    return row


def insert(store: Store, table: Table, values: Mapping[str, SqlValue]) -> int:
    """Write a new record inside a transaction and return its id (the one in ``values`` if there is one)."""
    name = _row(table)._meta.table_name
    store.expect_transaction()
    # Values come as SQLite keeps them, so that peewee would only build this text anew each time, for 1 to 2 ms.
    columns = ", ".join(f'"{column}"' for column in values)
    sql = f'INSERT INTO "{name}" ({columns}) VALUES ({", ".join("?" * len(values))})'
    with plain_words():
        number = int(store.connection.execute(sql, tuple(values.values())).lastrowid or 0)
    _follow(store, search.learning(name), number)
    return number


def update(store: Store, table: Table, number: int, values: Mapping[str, SqlValue]) -> None:
    """Write over record ``number`` inside a transaction. Raises NotFound."""
    row = _row(table)
    store.expect_transaction()
    _follow(store, search.forgetting(row._meta.table_name), number)
    with plain_words(), row.bind_ctx(store.database):
        if row.update(**values).where(row.id == number).execute() != 1:
            raise missing()
    _follow(store, search.learning(row._meta.table_name), number)


def fetch(store: Store, table: Table, kind: type[T], number: int) -> T:
    """Record ``number`` as a ``kind``, every field of which is a column. Raises NotFound."""
    shape = shape_of(kind)
    return shape.build(fetch_columns(store, table, shape.columns, number))


def fetch_columns(store: Store, table: Table, columns: Sequence[str], number: int) -> tuple[object, ...]:
    """The ``columns`` of record ``number``. Raises NotFound."""
    row = _row(table)
    with plain_words(), row.bind_ctx(store.database):
        asked = row.select(*(getattr(row, column) for column in columns)).where(row.id == number)
        found: tuple[object, ...] | None = asked.tuples().first()
    if found is None:
        raise missing()
    return found


def _follow(store: Store, sql: str | None, number: int) -> None:
    if sql is not None:
        store.run(sql, (number,))


def missing() -> NotFound:
    """The error for a record that is not there."""
    return NotFound(_("This is no longer there. It may have been removed for good."))
