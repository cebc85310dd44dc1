"""What went to and fro between owner, peers and clients: referrals by how they ended, and how soon was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

ENOUGH_ANSWERS = 5
"""Fewer say nothing about how soon the owner answers."""


@dataclass(frozen=True, slots=True)
class Goodwill:
    """Referrals of a time, counted. Those given that ended neither so nor so are not known yet.

    ``peers``: to how many a referral was given at any time; ``returning``: how many of these sent somebody here.
    """

    given: int = 0
    received: int = 0
    delighted: int = 0
    fine: int = 0
    disappointed: int = 0
    peers: int = 0
    returning: int = 0

    @property
    def untold(self) -> int:
        return self.given - self.delighted - self.fine - self.disappointed


def usual_wait(days: Sequence[int]) -> int | None:
    """Within so many days half of the requests were answered; None while there are too few to say."""
    return median_low(days) if len(days) >= ENOUGH_ANSWERS else None
