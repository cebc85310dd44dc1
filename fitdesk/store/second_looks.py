"""What the owner said when judging old inquiries again."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.second_look import SecondLook
from fitdesk.store import records
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


def add(store: Store, look: SecondLook) -> SecondLook:
    """Write a second look down; returned with its id. Raises StoreError when its inquiry is gone."""
    values = shape_of(SecondLook).values(look)
    del values["id"]
    with store.transaction(Kind.SECOND_LOOKS):
        return replace(look, id=records.insert(store, Table.SECOND_LOOKS, values))


def every(store: Store) -> tuple[SecondLook, ...]:
    """All second looks, newest first."""
    return read(store, SecondLook, "second_looks ORDER BY at DESC, id DESC")
