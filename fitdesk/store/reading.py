"""Lists of domain values by plain SQL on the store's connection: no peewee, so that the first page shows early."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

T = TypeVar("T")


def read(
    store: Store, kind: type[T], rest: str, parameters: Sequence[object] = (), *, without: tuple[str, ...] = ()
) -> tuple[T, ...]:
    """All values of ``kind`` whose fields, but those ``without``, are the columns of "SELECT … FROM ``rest``"."""
    shape = shape_of(kind, *without)
    rows = store.rows(f"SELECT {shape.listed} FROM {rest}", parameters)
    return tuple(shape.build(row) for row in rows)


def read_by(
    store: Store, kind: type[T], owner: str, rest: str, parameters: Sequence[object] = ()
) -> dict[int | None, tuple[T, ...]]:
    """The same, gathered by the number in column ``owner``, in the order of the question."""
    shape = shape_of(kind)
    found: defaultdict[int | None, list[T]] = defaultdict(list)
    for whose, *row in store.rows(f"SELECT {owner}, {shape.listed} FROM {rest}", parameters):
        found[whose].append(shape.build(row))
    return {whose: tuple(values) for whose, values in found.items()}
