"""Which backups may go: all of 2 days stay, then one a day for 12 days, one a week for 10, one a month for 9."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

ALL = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9


def superfluous(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """The backups, by the time they were made, that the rule lets go.

    The clock alone never decides: the two days count back from the newest backup, and only days, weeks and months
    that have a backup are counted, so a clock that is years ahead removes nothing more. Backups from the future are
    left alone and not counted.
    """
    known = sorted((when for when in made if when <= now), reverse=True)
    if not known:
        return set()
    kept = {when for when in known if known[0] - when <= ALL}
    older = [when for when in known if when not in kept]
    kept |= _newest_of_each(older, DAYS, datetime.date)
    kept |= _newest_of_each(older, WEEKS, lambda when: when.isocalendar()[:2])
    kept |= _newest_of_each(older, MONTHS, lambda when: (when.year, when.month))
    return set(known) - kept


def _newest_of_each(newest_first: list[datetime], count: int, period: Callable[[datetime], Hashable]) -> set[datetime]:
    kept: dict[Hashable, datetime] = {}
    for when in newest_first:
        if len(kept) < count:
            kept.setdefault(period(when), when)
    return set(kept.values())
