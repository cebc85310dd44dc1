"""A second look: an old inquiry, its names masked, judged again by its owner; how steady is the own judgement?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SecondLook:
    """``would_accept``: what the owner said this time; ``accepted``: what they had decided then."""

    inquiry_id: int
    at: datetime
    would_accept: bool
    accepted: bool
    id: int | None = None
