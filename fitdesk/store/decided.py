"""Decided inquiries as later judgements look back on them, without their texts: slice by slice, or all at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from fitdesk.domain.decided import Decided
from fitdesk.domain.terms import Status
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

AT_ONCE = 200
"""Inquiries in a slice: about 10 ms, so that a window can read one after the other between two frames."""


@dataclass(frozen=True, slots=True)
class _About:
    """What of an event is looked back on; the rest of its JSON is skipped."""

    topics: tuple[str, ...] = ()
    sector: str | None = None
    audience_min: int | None = None
    audience_max: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _EventColumn:
    event: _About


_ELSEWHERE = ("topics", "sector", "audience", "language")
_COLUMN_OF = {"inquiry_id": "i.id", "day": "i.first_date", "title": "i.title", "status": "i.status"}
_OF_THE_INQUIRY = ("post_mortem", "format", "organization")
# The last line of the history is the decision; an inquiry that has none was never decided here.
_FROM = (
    "inquiries i JOIN status_changes c ON c.inquiry_id = i.id"
    " AND c.position = (SELECT max(position) FROM status_changes WHERE inquiry_id = i.id)"
)


def every(store: Store) -> tuple[Decided, ...]:
    """All decided inquiries that are not in the trash, the newest decision first."""
    found = chain.from_iterable(in_slices(store))
    return tuple(sorted(found, key=lambda one: (one.at.isoformat(), one.inquiry_id), reverse=True))


def in_slices(store: Store, at_once: int = AT_ONCE) -> Iterator[tuple[Decided, ...]]:
    """The same in slices that each take a moment, by the day on which they were received, newest first."""
    asked = "SELECT id FROM inquiries WHERE shelf = 'decided' ORDER BY received DESC, id DESC"
    numbers = [number for (number,) in store.rows(asked)]
    columns = ", ".join(_column(part.name) for part in shape_of(Decided, *_ELSEWHERE).parts)
    for start in range(0, len(numbers), at_once):
        chunk = numbers[start : start + at_once]
        marks = ", ".join("?" * len(chunk))
        sql = f"SELECT i.event, i.language, {columns} FROM {_FROM} WHERE i.id IN ({marks})"
        yield tuple(_build(event, language, row) for event, language, *row in store.rows(sql, chunk))


def latest_ids(store: Store, statuses: Collection[Status], most: int) -> tuple[int, ...]:
    """The inquiries that were decided so last, the newest decision first."""
    marks = ", ".join("?" * len(statuses))
    sql = (  # walked from the newest decision, which meets them at once
        "SELECT c.inquiry_id FROM status_changes c INDEXED BY status_changes_newest"
        " CROSS JOIN inquiries i ON i.id = c.inquiry_id"
        f" WHERE i.shelf = 'decided' AND i.status IN ({marks})"
        " AND c.position = (SELECT max(position) FROM status_changes WHERE inquiry_id = i.id)"
        " ORDER BY c.at DESC, c.inquiry_id DESC LIMIT ?"
    )
    return tuple(number for (number,) in store.rows(sql, (*statuses, most)))


def _build(event: object, language: str | None, row: list[object]) -> Decided:
    about = shape_of(_EventColumn).build((event,)).event
    return shape_of(Decided, *_ELSEWHERE).build(
        row,
        topics=about.topics,
        sector=about.sector,
        audience=about.audience_min if about.audience_max is None else about.audience_max,
        language=about.language or language,
    )


def _column(name: str) -> str:
    return _COLUMN_OF.get(name) or f"{'i' if name in _OF_THE_INQUIRY else 'c'}.{name}"
