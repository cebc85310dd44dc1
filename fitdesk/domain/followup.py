"""Follow-ups: what the owner promised to do, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FollowUp:
    id: int | None = None
    due: date = date.min
    what: str = ""
    inquiry_id: int | None = None
    peer_id: int | None = None
    done: date | None = None
