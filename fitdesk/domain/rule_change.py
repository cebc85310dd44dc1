"""A change of the rules by which requests are judged, written down so that one can read back why verdicts differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fitdesk.domain.values import Curves


@dataclass(frozen=True, slots=True)
class Rules:
    """What can be changed about the judging: weights in points, value functions, vetoes that are switched off."""

    weights: tuple[tuple[str, float], ...] = ()
    curves: Curves = ()
    vetoes_off: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """``offering_id`` None: for all offerings. ``flipped``: open inquiries whose verdict changed with it.

    ``reason`` is the owner's sentence, or where the change came from ("suggested from 42 decisions").
    """

    at: datetime
    before: Rules
    after: Rules
    offering_id: int | None = None
    flipped: int = 0
    reason: str = ""
    id: int | None = None
