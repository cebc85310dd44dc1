"""How a domain value lies in columns: one column per field, JSON where a field has parts of its own."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar

from fitdesk.i18n import _
from fitdesk.store.errors import DamagedDatabase

type_hints = typing.get_type_hints
T = TypeVar("T")
SqlValue = str | int | float | bytes | None


class Misfit(ValueError):
    """A stored value is not what its column should hold."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field: its column and the way there (``keep``) and back (``load``, which raises ValueError)."""

    name: str
    may_be_none: bool
    keep: Callable[[object], SqlValue]
    load: Callable[[object], object]


class Shape(Generic[T]):
    """The columns of the dataclass ``kind``, without the fields that are kept elsewhere."""

    def __init__(self, kind: type[T], without: tuple[str, ...]) -> None:
        hints = type_hints(kind)
        self.kind = kind
        self.parts = tuple(
            _part(field.name, hints[field.name])
            for field in fields(kind)  # type: ignore[arg-type]  # T is a dataclass; typing has no word for it
            if field.name not in without
        )
        self.columns = tuple(part.name for part in self.parts)

    def part(self, name: str) -> Part:
        """The part named ``name``. Raises KeyError."""
        return {part.name: part for part in self.parts}[name]

    def values(self, value: T) -> dict[str, SqlValue]:
        """Column → what SQLite keeps."""
        kept: dict[str, SqlValue] = {}
        for part in self.parts:
            field = getattr(value, part.name)
            kept[part.name] = None if field is None else part.keep(field)
        return kept

    def build(self, row: Mapping[str, object], **elsewhere: object) -> T:
        """The value in ``row``; ``elsewhere`` gives the fields kept in other tables. Raises DamagedDatabase."""
        found: dict[str, object] = {}
        for part in self.parts:
            raw = row[part.name]
            if raw is None and part.may_be_none:
                found[part.name] = None
                continue
            try:
                found[part.name] = part.load(raw)
            except (ValueError, TypeError, KeyError, InvalidOperation) as wrong:
                raise damaged(self.kind.__name__, row.get("id"), part.name) from wrong
        return self.kind(**found, **elsewhere)


def damaged(what: str, number: object, column: str) -> DamagedDatabase:
    """The error for one entry that cannot be understood any more."""
    sentence = _("One entry cannot be read any more ({entry}). Bring back a backup from before it was damaged.")
    return DamagedDatabase(sentence.replace("{entry}", f"{what.lower()} {number}, {column}"))


@cache
def shape_of(kind: type[T], *without: str) -> Shape[T]:
    """The shape of ``kind``; made once."""
    return Shape(kind, without)


def _part(name: str, hint: object) -> Part:
    args = typing.get_args(hint)
    may_be_none = isinstance(hint, types.UnionType) and type(None) in args
    if may_be_none:
        (hint,) = (arg for arg in args if arg is not type(None))
    keep, load = _way(hint)
    return Part(name, may_be_none, keep, load)


def _way(hint: object) -> tuple[Callable[[object], SqlValue], Callable[[object], object]]:
    if isinstance(hint, type):
        if hint in _WAYS:
            return _WAYS[hint]
        if issubclass(hint, StrEnum):
            return str, hint
    return _json_way(hint)


def _json_way(hint: object) -> tuple[Callable[[object], SqlValue], Callable[[object], object]]:
    import msgspec  # 12 ms that lists do not need

    encode = msgspec.json.encode
    decode: Callable[[str], object] = msgspec.json.Decoder(hint).decode
    return (lambda value: encode(value).decode(), lambda raw: decode(_exactly(str, raw)))


def _exactly(kind: type[T], raw: object) -> T:
    """``raw`` if SQLite gave back a value of ``kind``. Raises Misfit."""
    if type(raw) is not kind:
        raise Misfit(f"{kind.__name__} expected")
    return typing.cast(T, raw)


def _yes_or_no(raw: object) -> bool:
    return {0: False, 1: True}[_exactly(int, raw)]


def _decimal(raw: object) -> Decimal:
    return Decimal(_exactly(str, raw))


_WAYS: dict[type, tuple[Callable[[object], SqlValue], Callable[[object], object]]] = {
    str: (lambda value: typing.cast(str, value), lambda raw: _exactly(str, raw)),
    bool: (lambda value: int(typing.cast(bool, value)), _yes_or_no),
    int: (lambda value: typing.cast(int, value), lambda raw: _exactly(int, raw)),
    float: (lambda value: typing.cast(float, value), lambda raw: _exactly(float, raw)),
    bytes: (lambda value: typing.cast(bytes, value), lambda raw: _exactly(bytes, raw)),
    date: (lambda value: typing.cast(date, value).isoformat(), lambda raw: date.fromisoformat(_exactly(str, raw))),
    time: (lambda value: typing.cast(time, value).isoformat(), lambda raw: time.fromisoformat(_exactly(str, raw))),
    datetime: (
        lambda value: typing.cast(datetime, value).isoformat(),
        lambda raw: datetime.fromisoformat(_exactly(str, raw)),
    ),
    Decimal: (str, _decimal),
}
