"""How a verdict came about, frozen beside a decision: what later learning, precedents and calibration stand on."""

from __future__ import annotations

from dataclasses import dataclass

from fitdesk.domain.ranges import Range


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The offering that led, its weights in points of 100, and the value of every criterion at that moment.

    ``values`` are (criterion key, low, high) with values in [0, 1].
    """

    offering_id: int | None
    offering_title: str
    for_them: Range
    for_me: Range
    weights: tuple[tuple[str, float], ...]
    values: tuple[tuple[str, float, float], ...]
    vetoes: tuple[str, ...] = ()
    """Criteria whose veto was confirmed."""
