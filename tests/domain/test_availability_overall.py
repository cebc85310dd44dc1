"""One answer to "am I free?" for dates, stretches of days, and what is past."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from build import TODAY, an_event
from fitdesk.domain.availability import Availability, CalendarEntry, EntryKind, candidate_days, for_event, overall
from fitdesk.domain.event import Event

D1, D2, D3 = date(2027, 6, 1), date(2027, 6, 2), date(2027, 6, 3)
FREE, HELD, BUSY, UNKNOWN = Availability.FREE, Availability.HELD, Availability.BUSY, Availability.UNKNOWN


def entry(day: date, kind: EntryKind = EntryKind.BOOKED, inquiry_id: int | None = None) -> CalendarEntry:
    return CalendarEntry(first=day, last=day, kind=kind, inquiry_id=inquiry_id)


@pytest.mark.parametrize(
    ("dates", "entries", "expected"),
    [
        ((D1,), (), FREE),
        ((D1,), (entry(D1),), BUSY),
        ((D1,), (entry(D1, EntryKind.BLOCKED),), BUSY),
        ((D1,), (entry(D1, EntryKind.HELD),), HELD),
        ((D1,), (entry(D1, inquiry_id=5),), FREE),
        ((D1, D2), (entry(D1),), FREE),
        ((D1, D2), (entry(D1), entry(D2, EntryKind.HELD)), HELD),
        ((D1, D2), (entry(D1), entry(D2)), BUSY),
        ((TODAY - timedelta(days=1),), (), BUSY),
        ((TODAY - timedelta(days=1), D1), (), FREE),
        ((), (), UNKNOWN),
    ],
)
def test_single_days_are_alternatives(
    dates: tuple[date, ...], entries: tuple[CalendarEntry, ...], expected: Availability
) -> None:
    event = an_event(dates=dates)
    assert overall(event, entries, today=TODAY, except_inquiry=5) is expected
    assert overall(event, entries[::-1], today=TODAY, except_inquiry=5) is expected


@pytest.mark.parametrize(
    ("entries", "flexible", "expected"),
    [
        ((), None, FREE),
        ((entry(D2),), None, UNKNOWN),
        ((entry(D2),), False, UNKNOWN),
        ((entry(D2),), True, FREE),
        ((entry(D1), entry(D2), entry(D3)), True, BUSY),
        ((entry(D1), entry(D2), entry(D3)), None, BUSY),
        ((entry(D2, EntryKind.HELD),), None, HELD),
        ((entry(D1), entry(D2, EntryKind.HELD), entry(D3)), True, HELD),
        ((entry(D1), entry(D2, EntryKind.HELD), entry(D3)), None, UNKNOWN),
    ],
)
def test_a_stretch_must_be_free_as_a_whole_unless_the_client_is_flexible(
    entries: tuple[CalendarEntry, ...], flexible: bool | None, expected: Availability
) -> None:
    assert overall(Event(date_range=(D1, D3), date_flexible=flexible), entries, today=TODAY) is expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), FREE),
        ((entry(D1),), BUSY),
        ((entry(D3),), BUSY),
        ((entry(D2, EntryKind.HELD),), HELD),
        ((entry(D2, EntryKind.HELD), entry(D3)), BUSY),
    ],
)
def test_an_event_of_several_days_needs_them_all(entries: tuple[CalendarEntry, ...], expected: Availability) -> None:
    """Intake and forms may name its first day and the whole stretch: the days after it count all the same."""
    assert overall(Event(dates=(D1,), date_range=(D1, D3)), entries, today=TODAY) is expected
    assert candidate_days(Event(dates=(D1,), date_range=(D1, D3))) == (D1, D2, D3)
    assert candidate_days(Event(dates=(D2,), date_range=(D1, D3))) == (D2,), "a day chosen within a vague time"


def test_a_long_or_past_stretch() -> None:
    assert overall(Event(date_range=(D1, D1 + timedelta(days=200))), (), today=TODAY) is UNKNOWN
    assert overall(Event(date_range=(date(2026, 1, 1), date(2026, 12, 1))), (), today=TODAY) is BUSY
    assert overall(Event(date_range=(date(2026, 1, 1), date(2026, 1, 2))), (), today=TODAY) is BUSY
    assert overall(Event(dates=(date(2026, 1, 1),)), ()) is FREE


def test_each_day_by_itself_and_nothing_said_of_the_past() -> None:
    event = an_event(dates=(TODAY - timedelta(days=1), TODAY, D1, D2))
    found = for_event(event, (entry(D1), entry(D2, inquiry_id=5)), today=TODAY, except_inquiry=5)
    assert list(found.items()) == [(TODAY - timedelta(days=1), UNKNOWN), (TODAY, FREE), (D1, BUSY), (D2, FREE)]
