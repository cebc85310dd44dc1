"""A calendar of 2,000 events beside icalendar + recurring-ical-events alone, and a judgement beside 5,000 occurrences.

    pytest tests/benchmarks/test_calendar_benchmark.py -s

Interleaved in one run; prints medians and ratios.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from statistics import median
from time import perf_counter

import icalendar
import pytest
import recurring_ical_events

from build import LEEDS, TODAY, an_offering, an_owner, asked
from fitdesk.domain.availability import Availability, CalendarEntry, EntryKind, answers_for
from fitdesk.domain.diary import Diary
from fitdesk.domain.fit import assess_all, score_all
from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.intake.ics import read_calendar
from fitdesk.intake.worker import read_calendar_safely

ROUNDS = 5
EVENTS = 2_000
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
HERE = "Europe/Berlin"


def timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1e3


def a_calendar(*, spread: int) -> bytes:
    """2,000 appointments over ``spread`` days up to the end of 2027, one in ten weekly, with texts and guests."""
    chance = random.Random(5)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number in range(EVENTS):
        day = LAST - timedelta(days=chance.randrange(spread))
        lines += ["BEGIN:VEVENT", f"UID:{number}", "DTSTAMP:20260101T000000Z", f"SUMMARY:Event {number}"]
        lines += [f"DTSTART;TZID=Europe/Berlin:{day:%Y%m%d}T{chance.randrange(8, 18):02}0000", "DURATION:PT1H"]
        lines += ["DESCRIPTION:What it is about and where to dial in", "LOCATION:Room 3"]
        lines += [f"ATTENDEE;CN=Guest {n};PARTSTAT=ACCEPTED:mailto:guest{n}@guests.example" for n in range(3)]
        lines += ["RRULE:FREQ=WEEKLY;COUNT=30"] if number % 10 == 0 else []
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR"]).encode()


def by_the_libraries(data: bytes) -> int:
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    return len(query.between(FIRST, LAST + timedelta(days=1)))


@pytest.mark.parametrize(("words", "spread"), [("all within a year", 365), ("over five years", 1826)])
def test_a_calendar_of_two_thousand_events(words: str, spread: int) -> None:
    data = a_calendar(spread=spread)
    figures: dict[str, list[float]] = {"alone": [], "ours": [], "worker": []}
    for _round in range(ROUNDS):
        figures["alone"].append(timed(lambda: by_the_libraries(data)))
        figures["ours"].append(timed(lambda: read_calendar(data, timezone=HERE, first=FIRST, last=LAST)))
        figures["worker"].append(timed(lambda: read_calendar_safely(data, timezone=HERE, first=FIRST, last=LAST)))
    alone, ours, worker = (median(figures[name]) for name in ("alone", "ours", "worker"))
    print(
        f"\n2,000 events {words}: {ours:.0f} ms, {ours / alone:.2f}x the libraries alone ({alone:.0f} ms);"
        f" in the worker process {worker:.0f} ms, {worker / alone:.2f}x"
    )
    found = read_calendar(data, timezone=HERE, first=FIRST, last=LAST)
    assert len(found.entries) == by_the_libraries(data)


def test_days_beside_five_thousand_occurrences() -> None:
    chance = random.Random(3)
    known = [
        CalendarEntry(first=day, last=day, title="Call", kind=EntryKind.BLOCKED, start=time(9), end=time(9, 20))
        for day in (TODAY + timedelta(days=chance.randrange(730)) for _ in range(5_000))
    ]
    linked = (LinkedCalendar(id=1, name="Home", covers_until=TODAY + timedelta(days=730)),)
    owner = an_owner(travel_before_from=Decimal("2.5"))
    several = [an_offering(id=n, title=f"Offering {n}", preparation_days=n % 3) for n in range(19)]
    stretch = (TODAY + timedelta(days=100), TODAY + timedelta(days=161))
    inquiry = asked(dates=(), date_range=stretch, place=LEEDS)
    figures: dict[str, list[float]] = {"make": [], "answers": [], "score": [], "assess": [], "empty": []}
    for _round in range(ROUNDS):
        figures["make"].append(timed(lambda: Diary.of(known, linked, today=TODAY).on_day(TODAY)))
        diary = Diary.of(known, linked, today=TODAY)
        diary.on_day(TODAY)
        figures["answers"].append(timed(partial(answers_for, inquiry, several[1], owner, diary, TODAY)))
        figures["score"].append(timed(partial(score_all, inquiry, several, owner, diary, TODAY)))
        figures["assess"].append(timed(partial(assess_all, inquiry, several, owner, diary, TODAY)))
        figures["empty"].append(timed(lambda: assess_all(inquiry, several, owner, (), TODAY)))
    made = {name: median(values) for name, values in figures.items()}
    print(
        f"\n5,000 occurrences: sorted by day in {made['make']:.1f} ms, once; 62 days answered in"
        f" {made['answers']:.1f} ms; 19 offerings scored in {made['score']:.1f} ms, explained in"
        f" {made['assess']:.1f} ms ({made['empty']:.1f} ms with an empty calendar)"
    )
    assert {one.availability for one in answers_for(inquiry, several[1], owner, diary, TODAY)} == {Availability.FREE}
