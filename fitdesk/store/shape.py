"""How a domain value lies in columns: one column per field, JSON where a field has parts of its own."""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast, get_args, get_type_hints

from fitdesk.i18n import _
from fitdesk.store.errors import DamagedDatabase
from fitdesk.store.faults import plain_words

T = TypeVar("T")
SqlValue = str | int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Part:
    """One field: its column and the way there (``keep``) and back (``load``, which raises ValueError)."""

    name: str
    may_be_none: bool
    keep: Callable[[Any], SqlValue]
    load: Callable[[Any], object]


class Shape(Generic[T]):
    """The columns of the dataclass ``kind``, without the fields that are kept elsewhere."""

    def __init__(self, kind: type[T], without: tuple[str, ...]) -> None:
        hints = get_type_hints(kind)
        self.kind = kind
        self.parts = tuple(
            _part(field.name, hints[field.name])
            for field in fields(cast(Any, kind))  # a dataclass, for which typing has no word
            if field.name not in without
        )
        self.columns = tuple(part.name for part in self.parts)
        self.listed = ", ".join(self.columns)

    def part(self, name: str) -> Part:
        """The part named ``name``. Raises KeyError."""
        return {part.name: part for part in self.parts}[name]

    def values(self, value: T) -> dict[str, SqlValue]:
        """Column → what SQLite keeps. Raises StoreError for text that cannot be written in UTF-8."""
        kept: dict[str, SqlValue] = {}
        with plain_words():
            for part in self.parts:
                field = getattr(value, part.name)
                kept[part.name] = None if field is None else part.keep(field)
        return kept

    def build(self, row: Sequence[object], **elsewhere: object) -> T:
        """The value whose columns are ``row``; ``elsewhere`` gives the other fields. Raises DamagedDatabase."""
        found: dict[str, object] = {}
        for part, raw in zip(self.parts, row, strict=True):
            if raw is None and part.may_be_none:
                found[part.name] = None
                continue
            try:
                found[part.name] = part.load(raw)
            except (ValueError, KeyError, InvalidOperation) as wrong:
                raise _damaged(self.kind, found.get("id"), part.name) from wrong
        return self.kind(**found, **elsewhere)


def shape_of(kind: type[T], *without: str) -> Shape[T]:
    """The shape of ``kind``; made once."""
    key = (kind, without)
    if key not in _MADE:
        _MADE[key] = Shape(kind, without)
    return cast(Shape[T], _MADE[key])


_MADE: dict[tuple[type[Any], tuple[str, ...]], Shape[Any]] = {}


def _damaged(kind: type[object], number: object, column: str) -> DamagedDatabase:
    entry = f"{kind.__name__}, {column}" if number is None else f"{kind.__name__} {number}, {column}"
    sentence = _("One entry cannot be read any more ({entry}). Bring back a backup from before it was damaged.")
    return DamagedDatabase(sentence.replace("{entry}", entry))


def _part(name: str, hint: object) -> Part:
    may_be_none = isinstance(hint, types.UnionType) and type(None) in get_args(hint)
    if may_be_none:
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
    keep, load = _way(hint)
    return Part(name, may_be_none, keep, load)


def _way(hint: object) -> tuple[Callable[[Any], SqlValue], Callable[[Any], object]]:
    if isinstance(hint, type):
        if hint in _WAYS:
            return _WAYS[hint]
        if issubclass(hint, StrEnum):
            return str, hint
    return _json_way(hint)


def _json_way(hint: object) -> tuple[Callable[[Any], SqlValue], Callable[[Any], object]]:
    import msgspec  # costs 12 ms; lists of inquiries do without

    encode, decode = msgspec.json.encode, msgspec.json.Decoder(hint).decode

    def load(raw: object) -> object:
        try:
            return decode(_exactly(str, raw))
        except msgspec.MsgspecError as wrong:
            raise ValueError(str(wrong)) from wrong

    return lambda value: encode(value).decode(), load


def _exactly(kind: type[T], raw: object) -> T:
    """``raw`` if SQLite gave back a value of ``kind``. Raises ValueError: the file is damaged."""
    if type(raw) is not kind:
        raise ValueError(f"{kind.__name__} expected, {type(raw).__name__} found")
    return raw


def _itself(value: SqlValue) -> SqlValue:
    return value


_WAYS: dict[type, tuple[Callable[[Any], SqlValue], Callable[[Any], object]]] = {
    str: (_itself, lambda raw: _exactly(str, raw)),
    bool: (int, lambda raw: {0: False, 1: True}[_exactly(int, raw)]),
    int: (_itself, lambda raw: _exactly(int, raw)),
    float: (_itself, lambda raw: _exactly(float, raw)),
    bytes: (_itself, lambda raw: _exactly(bytes, raw)),
    date: (date.isoformat, lambda raw: date.fromisoformat(_exactly(str, raw))),
    time: (time.isoformat, lambda raw: time.fromisoformat(_exactly(str, raw))),
    datetime: (datetime.isoformat, lambda raw: datetime.fromisoformat(_exactly(str, raw))),
    Decimal: (str, lambda raw: Decimal(_exactly(str, raw))),
}
