"""Referrals, given and received: goodwill is tracked so that it can come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fitdesk.domain.peer import Outcome


class Direction(StrEnum):
    GIVEN = "given"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Referral:
    """One inquiry sent on to one peer (given), or one that a peer sent here (received)."""

    id: int | None = None
    direction: Direction = Direction.GIVEN
    peer_id: int = 0
    peer_name: str = ""
    inquiry_id: int | None = None
    letter_id: int | None = None
    day: date = date.min
    outcome: Outcome | None = None
    note: str = ""
