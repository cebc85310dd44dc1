"""What an event asks of the days around it: the journey, the preparation, its hours."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fitdesk.domain.event import Mode
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.ranges import Range
from fitdesk.domain.travel import hours_between

MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class DayNeeds:
    """travel_before and travel_after: whether the journey takes the day before or after; None when that cannot be told.

    preparation: days to be free before it. session: (start, end) in minutes of the day, the journey of the same day
    included; None when the client named no hour. length: minutes of the session and that journey as far as known.
    """

    travel_before: bool | None = False
    travel_after: bool | None = False
    preparation: int = 0
    session: tuple[int, int] | None = None
    length: int = 0

    @property
    def is_journey_open(self) -> bool:
        """Whether some day around it may be needed for the journey, and nobody can tell yet."""
        return self.travel_before is None or self.travel_after is None


NOTHING = DayNeeds()
"""An event that asks for its own day only."""


def days_needed(inquiry: Inquiry, offering: Offering | None, owner: Owner) -> tuple[int, int]:
    """Days to keep free (before, after) once ``inquiry`` is booked or held: the journey, and preparing before that.

    Where the estimate lies about where the owner's travel days begin, its middle decides, as it is shown. A journey
    that is not known, or not known to be made, takes no day: that is asked for, not blocked.
    """
    hours = hours_between(owner.home, inquiry.event.place)
    if hours is not None:
        hours = Range.exactly((hours.low + hours.high) / 2)
    needs = needs_of(inquiry, offering, owner, hours)
    return needs.preparation + (needs.travel_before is True), int(needs.travel_after is True)


def needs_of(inquiry: Inquiry, offering: Offering | None, owner: Owner, hours: Range | None) -> DayNeeds:
    """What ``inquiry`` asks of the days around it; ``hours`` is the estimated journey one way, None when unknown.

    The owner's word on the journey overrides the estimate.
    """
    said = inquiry.owners_word.travel_hours
    journey = hours if said is None else Range.exactly(float(said))
    mode = inquiry.event.mode
    before = _is_travel_day(mode, journey, owner.travel_before_from)
    after = _is_travel_day(mode, journey, owner.travel_after_from)
    same_day = 0.0 if mode is None or mode is Mode.VIRTUAL or journey is None else journey.low * 60
    there = 0 if before else round(same_day)
    back = 0 if after else round(same_day)
    return DayNeeds(
        before,
        after,
        offering.preparation_days if offering is not None else 0,
        _session(inquiry, there, back),
        (inquiry.event.duration_minutes or 0) + there + back,
    )


def _is_travel_day(mode: Mode | None, hours: Range | None, since: Decimal | None) -> bool | None:
    """Whether the journey takes a day of its own, as the owner counts it from ``since`` hours on."""
    if since is None or mode is Mode.VIRTUAL:
        return False
    if hours is None:
        return None
    if hours.high < since:
        return False
    # The estimate is a range: only a journey that is surely long enough takes the day for certain.
    return True if hours.low >= since and mode is not None else None


def _session(inquiry: Inquiry, there: int, back: int) -> tuple[int, int] | None:
    start = inquiry.event.start_time
    if start is None:
        return None
    begins = start.hour * 60 + start.minute
    ends = begins + max(1, inquiry.event.duration_minutes or 0)
    return max(0, begins - there), min(MIDNIGHT, ends + back)
