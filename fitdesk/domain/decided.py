"""A decided inquiry as later judgements look back on it: what was said, what was decided, how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fitdesk.domain.post_mortem import PostMortem
from fitdesk.domain.ranges import Range
from fitdesk.domain.snapshot import Snapshot
from fitdesk.domain.terms import Format, Status, Verdict


@dataclass(frozen=True, slots=True)
class Decided:
    """The last decision on one inquiry. ``fit``, ``verdict`` and ``snapshot`` are those of that moment.

    audience: people in the room as far as stated. day: the (first) day of the event. reasons: as in StatusChange.
    """

    inquiry_id: int
    title: str
    status: Status
    at: datetime
    fit: Range | None = None
    verdict: Verdict | None = None
    against: bool = False
    reason: str = ""
    reasons: tuple[str, ...] = ()
    snapshot: Snapshot | None = None
    post_mortem: PostMortem | None = None
    topics: tuple[str, ...] = ()
    format: Format | None = None
    sector: str | None = None
    audience: int | None = None
    day: date | None = None
    language: str | None = None
    organization: str = ""
