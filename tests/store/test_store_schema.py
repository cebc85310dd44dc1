"""The three lists of columns agree: the database, peewee's rows, and the fields of the domain values."""

from __future__ import annotations

import pytest

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.contact import Contact, Organization
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Inquiry, StatusChange
from fitdesk.domain.letter import Disclosure, Letter
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Consent, Peer, TrustEvidence
from fitdesk.domain.referral import Referral
from fitdesk.domain.rule_change import RuleChange
from fitdesk.domain.second_look import SecondLook
from fitdesk.store import calendar, peers, rows
from fitdesk.store.records import Table
from fitdesk.store.schema import MIGRATIONS, SCHEMA
from fitdesk.store.search import SEARCHED
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

KINDS: list[tuple[str, type[object], tuple[str, ...]]] = [
    ("owner", Owner, ()),
    ("offerings", Offering, ()),
    ("peers", Peer, peers._ELSEWHERE),
    ("consents", Consent, ()),
    ("evidence", TrustEvidence, ()),
    ("contacts", Contact, ()),
    ("organizations", Organization, ()),
    ("inquiries", Inquiry, ("history",)),
    ("status_changes", StatusChange, ()),
    ("calendar_entries", CalendarEntry, calendar.ELSEWHERE_IN_ENTRIES),
    ("letters", Letter, ()),
    ("disclosures", Disclosure, ()),
    ("referrals", Referral, ()),
    ("follow_ups", FollowUp, ()),
    ("linked_calendars", LinkedCalendar, ()),
    ("occurrences", CalendarEntry, calendar.ELSEWHERE_IN_OCCURRENCES),
    ("rule_changes", RuleChange, ()),
    ("second_looks", SecondLook, ()),
]


def columns(store: Store, table: str) -> dict[str, bool]:
    """Column → whether it may be unknown."""
    found = store.rows('SELECT name, "notnull" OR pk FROM pragma_table_xinfo(?) WHERE hidden < 2', (table,))
    return {name: not required for name, required in found}


@pytest.mark.parametrize("table", list(Table))
def test_rows_name_every_column(store: Store, table: Table) -> None:
    meta = getattr(rows, table.value)._meta
    assert {field.column_name: field.null for field in meta.sorted_fields} == columns(store, meta.table_name)


@pytest.mark.parametrize(("table", "kind", "elsewhere"), KINDS, ids=[table for table, _kind, _without in KINDS])
def test_every_field_has_its_column(store: Store, table: str, kind: type[object], elsewhere: tuple[str, ...]) -> None:
    found = columns(store, table)
    for part in shape_of(kind, *elsewhere).parts:
        assert part.name in found
        assert found[part.name] == part.may_be_none or part.name == "id", part.name


@pytest.mark.parametrize("table", list(SEARCHED))
def test_search_indexes_hold_the_columns_the_program_writes(store: Store, table: str) -> None:
    assert tuple(columns(store, f"{table}_words"))[: len(SEARCHED[table])] == SEARCHED[table]
    assert set(SEARCHED[table]) <= set(columns(store, table))


def test_every_table_is_strict(store: Store) -> None:
    loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    assert {name for (name,) in store.rows(loose)} == {"schema_migration", "sqlite_schema", "sqlite_sequence"}


def test_foreign_keys_have_an_index(store: Store) -> None:
    """Without one, removing a row reads the whole table that points to it."""
    for (table,) in store.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"):
        leading = {
            first
            for (index,) in store.rows("SELECT name FROM pragma_index_list(?)", (table,))
            for (first,) in store.rows("SELECT name FROM pragma_index_info(?) WHERE seqno = 0", (index,))
        } | {name for (name,) in store.rows("SELECT name FROM pragma_table_info(?) WHERE pk = 1", (table,))}
        pointing = {name for (name,) in store.rows('SELECT "from" FROM pragma_foreign_key_list(?)', (table,))}
        assert pointing <= leading, table


def test_the_schema_number_is_that_of_the_newest_script(store: Store) -> None:
    numbers = sorted(int(path.name[:4]) for path in MIGRATIONS.glob("[0-9]*.py"))
    assert numbers == list(range(1, SCHEMA + 1))
    assert store.rows("SELECT count(*) FROM schema_migration") == [(SCHEMA,)]
