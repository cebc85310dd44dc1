"""A Draft: what was read from a request, and where in the text each value stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fitdesk.domain.inquiry import Inquiry


class DraftKind(StrEnum):
    INQUIRY = "inquiry"
    NOT_INQUIRY = "not_inquiry"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value was read: characters ``start`` to ``end`` of the draft's text, and how sure the reading is (0–1).

    ``header`` names the mail header instead when the value came from one ("From"); start and end are then 0.
    """

    start: int
    end: int
    confidence: float = 1.0
    header: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An inquiry as read, not yet corrected by the owner.

    ``inquiry.text`` is the readable text that the spans point into. ``sources`` maps a field's path ("contact.name",
    "event.dates", "budget.min") to its places. ``warnings`` are plain sentences on what could not be read.
    """

    kind: DraftKind
    inquiry: Inquiry
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
