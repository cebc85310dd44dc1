"""How full a month is: days of work booked and held beside the days a month the owner sells.

The judgement counts the thirty days before an event (judges_for_me.judge_capacity): that is when it is prepared, and a
calendar month would call the 1st empty after the fullest of weeks. The Calendar counts calendar months: that is how
work is sold and looked at, and a rolling figure would change with every day. Both count the same days of work
(Diary.sold_days) against the same figure of the owner's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fitdesk.domain.availability import EntryKind
from fitdesk.domain.diary import Diary
from fitdesk.domain.owner import Owner
from fitdesk.domain.ranges import Range


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """Whole days; ``held`` are those on which nothing is booked. ``sells`` is None while the owner has not said."""

    booked: int
    held: int
    sells: Decimal | None = None
    cap: int | None = None

    @property
    def days(self) -> Range:
        """From what is booked to what would be taken if every hold came true."""
        return Range(float(self.booked), float(self.booked + self.held))

    @property
    def share(self) -> Range | None:
        """The same in percent of the days the owner sells; None while that is not stated."""
        if self.sells is None or self.sells <= 0:
            return None
        return Range(self.days.low / float(self.sells) * 100, self.days.high / float(self.sells) * 100)

    @property
    def is_over_cap(self) -> bool:
        """Whether what is booked alone passes the share the owner never wants to pass."""
        return self.cap is not None and self.share is not None and self.share.low > self.cap


def month_load(diary: Diary, month: date, owner: Owner) -> MonthLoad:
    """The load of the calendar month of ``month``; days kept for journeys and preparing count as work."""
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    booked = Diary.of([entry for entry in diary if entry.kind is EntryKind.BOOKED]).sold_days(first, last)
    held = diary.sold_days(first, last) - booked
    return MonthLoad(len(booked), len(held), owner.capacity_days, owner.capacity_cap)
