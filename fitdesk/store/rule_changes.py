"""The written history of changes to the judging rules."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.rule_change import RuleChange
from fitdesk.store import records
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


def add(store: Store, change: RuleChange) -> RuleChange:
    """Write a change down; returned with its id. It is never edited afterwards."""
    values = shape_of(RuleChange).values(change)
    del values["id"]
    with store.transaction(Kind.RULES):
        return replace(change, id=records.insert(store, Table.RULE_CHANGES, values))


def every(store: Store) -> tuple[RuleChange, ...]:
    """All changes, newest first; those of an offering go with it when it is gone for good."""
    return read(store, RuleChange, "rule_changes ORDER BY at DESC, id DESC")
