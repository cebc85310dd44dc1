"""The owner's profile: one record, there from the first start."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.owner import Owner
from fitdesk.store import fits, records
from fitdesk.store.kinds import Kind
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


def get(store: Store) -> Owner:
    """The owner as saved; an empty Owner before anything was. Read without peewee, for the first page."""
    shape = shape_of(Owner)
    found = store.rows(f"SELECT logo, signature, {shape.listed} FROM owner")
    if not found:
        return Owner()
    logo, signature, *row = found[0]
    owner = shape.build(row)
    return replace(owner, letterhead=replace(owner.letterhead, logo=logo, signature=signature))


def save(store: Store, owner: Owner) -> None:
    """Keep the profile. The two pictures have columns of their own; the scores of open inquiries are dropped."""
    head = owner.letterhead
    bare = replace(owner, letterhead=replace(head, logo=None, signature=None))
    values = {**shape_of(Owner).values(bare), "logo": head.logo, "signature": head.signature}
    with store.transaction(Kind.OWNER, Kind.INQUIRIES):
        if store.rows("SELECT 1 FROM owner"):
            records.update(store, Table.OWNER, 1, values)
        else:
            records.insert(store, Table.OWNER, {"id": 1, **values})
        fits.drop(store)
