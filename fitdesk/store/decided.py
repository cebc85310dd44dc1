"""Decided inquiries as later judgements look back on them, all at once and without their texts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fitdesk.domain.decided import Decided
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


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


_ELSEWHERE = ("topics", "sector", "audience")
_COLUMN_OF = {"inquiry_id": "i.id", "day": "i.first_date", "title": "i.title", "status": "i.status"}
_OF_THE_INQUIRY = ("post_mortem", "format", "language", "organization")
# The last line of the history is the decision; an inquiry that has none was never decided here.
_FROM = (
    "inquiries i JOIN status_changes c ON c.inquiry_id = i.id"
    " AND c.position = (SELECT max(position) FROM status_changes WHERE inquiry_id = i.id)"
    " WHERE i.shelf = 'decided' ORDER BY c.at DESC, i.id DESC"
)


def every(store: Store) -> tuple[Decided, ...]:
    """All decided inquiries that are not in the trash, the newest decision first. 10,000 take about 0.2 s."""
    columns = ", ".join(_column(part.name) for part in shape_of(Decided, *_ELSEWHERE).parts)
    shape, read_event = shape_of(Decided, *_ELSEWHERE), shape_of(_EventColumn)
    found = []
    for event, *row in store.rows(f"SELECT i.event, {columns} FROM {_FROM}"):
        about = read_event.build((event,)).event
        audience = about.audience_min if about.audience_max is None else about.audience_max
        decided = shape.build(row, topics=about.topics, sector=about.sector, audience=audience)
        found.append(decided if about.language is None else replace(decided, language=about.language))
    return tuple(found)


def _column(name: str) -> str:
    return _COLUMN_OF.get(name) or f"{'i' if name in _OF_THE_INQUIRY else 'c'}.{name}"
