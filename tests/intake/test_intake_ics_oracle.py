"""Occurrences beside recurring-ical-events reading the whole file by itself: same days, same hours."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from fitdesk.intake.ics import read_calendar
from fitdesk.intake.ics_series import Occurrence, days_of

many = settings(max_examples=int(os.environ.get("FITDESK_EXAMPLES", "60")), deadline=None)
FIRST, LAST = date(2027, 2, 1), date(2028, 4, 30)
HERE = "Europe/Berlin"
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC", "")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def stamp(moment: datetime, zone: str) -> str:
    return f"{moment:%Y%m%dT%H%M%S}" + ("Z" if zone == "UTC" else "")


@st.composite
def rules(draw: st.DrawFn, start: datetime, zone: str, is_day: bool) -> str:
    """A rule of the kinds that people's calendars have, at most once a day."""
    kind = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={kind}", f"INTERVAL={draw(st.integers(1, 4))}"]
    if kind == "WEEKLY" and draw(st.booleans()):
        parts.append("BYDAY=" + ",".join(sorted(draw(st.sets(st.sampled_from(DAYS), min_size=1, max_size=4)))))
    if kind in ("MONTHLY", "YEARLY"):
        choice = draw(st.sampled_from(("", "BYMONTHDAY=31", "BYMONTHDAY=-1", "BYDAY=2TU", "BYDAY=-1FR")))
        if kind == "YEARLY" and choice:
            parts.append(f"BYMONTH={draw(st.integers(1, 12))}")
        parts += [choice] if choice else []
    bound = draw(st.sampled_from(("", "COUNT", "UNTIL")))
    if bound == "COUNT":
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    elif bound == "UNTIL":
        until = start + timedelta(days=draw(st.integers(0, 700)))
        parts.append(f"UNTIL={until:%Y%m%d}" if is_day else f"UNTIL={until:%Y%m%dT%H%M%S}" + ("Z" if zone else ""))
    return "RRULE:" + ";".join(parts)


@st.composite
def calendars(draw: st.DrawFn) -> str:
    """Up to four events, single or repeating, with exceptions, moved dates and extra ones."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number in range(draw(st.integers(1, 4))):
        zone, is_day = draw(st.sampled_from(ZONES)), draw(st.booleans())
        start = datetime(2026, 6, 1) + timedelta(
            days=draw(st.integers(0, 700)), minutes=0 if is_day else 15 * draw(st.integers(0, 95))
        )
        form = ";VALUE=DATE:" if is_day else f";TZID={zone}:" if zone not in ("UTC", "") else ":"

        def said(moment: datetime, form: str = form, zone: str = zone, is_day: bool = is_day) -> str:
            return f"{form}{moment:%Y%m%d}" if is_day else form + stamp(moment, zone)

        length = (
            timedelta(days=draw(st.integers(1, 4))) if is_day else timedelta(minutes=15 * draw(st.integers(0, 200)))
        )
        event = ["BEGIN:VEVENT", f"UID:{number}", f"SUMMARY:E{number}", "DTSTART" + said(start)]
        event.append("DTEND" + said(start + length))
        moved: list[str] = []
        if draw(st.booleans()):
            event.append(draw(rules(start, zone, is_day)))
            steps = draw(st.lists(st.integers(0, 60), max_size=3, unique=True))
            for kind, step in zip(("EXDATE", "RDATE", "MOVED"), steps, strict=False):
                other = start + timedelta(days=7 * step)
                if kind != "MOVED":
                    event.append(kind + said(other))
                    continue
                later = other + timedelta(days=1)
                moved = ["BEGIN:VEVENT", f"UID:{number}", f"SUMMARY:E{number} moved", "RECURRENCE-ID" + said(other)]
                moved += ["DTSTART" + said(later), "DTEND" + said(later + length), "END:VEVENT"]
        lines += [*event, "END:VEVENT", *moved]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def local(moment: date) -> date:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(ZoneInfo(HERE)).replace(tzinfo=None)
    return moment


def by_the_library(text: str) -> Counter[tuple[object, ...]]:
    """The days and hours of every occurrence that the library finds in the whole file."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(text.encode()))
    found: Counter[tuple[object, ...]] = Counter()
    for event in query.between(FIRST - timedelta(days=2), LAST + timedelta(days=3)):
        start, end = local(event["DTSTART"].dt), local(event["DTEND"].dt)
        for first, last, begins, ends in days_of(Occurrence(event, start, max(start, end))):
            if last >= FIRST and first <= LAST:
                hours = (begins.time(), ends.time()) if begins and ends else (None, None)
                found[str(event["SUMMARY"]), first, last, *hours] += 1
    return found


@many
@given(calendars())
def test_the_same_days_as_the_library(text: str) -> None:
    reading = read_calendar(text.encode(), timezone=HERE, first=FIRST, last=LAST)
    assert reading.notes == ()
    assert reading.covers_until == LAST
    ours = Counter((one.title, one.first, one.last, one.start, one.end) for one in reading.entries)
    assert ours == by_the_library(text)


@many
@given(
    st.datetimes(datetime(2027, 1, 1), datetime(2027, 12, 31)),
    st.integers(0, 6 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)),
)
def test_the_days_of_a_stretch_cover_it_exactly(start: datetime, length: timedelta) -> None:
    start = start.replace(second=0, microsecond=0)
    covered = timedelta(0)
    before: date | None = None
    for first, last, begins, ends in days_of(Occurrence(icalendar.Event(), start, start + length)):
        assert before is None or first == before + timedelta(days=1), "no day twice, none left out"
        before = last
        if begins is None or ends is None:
            covered += timedelta(days=(last - first).days + 1)
            continue
        assert first == last == begins.date()
        assert begins <= ends <= datetime.combine(first, datetime.min.time()) + timedelta(days=1)
        covered += ends - begins
    assert covered == length


@pytest.mark.parametrize("zone", ZONES[:5])
def test_a_weekly_hour_keeps_its_own_clock_through_both_changes(zone: str) -> None:
    text = "\r\n".join(
        [
            "BEGIN:VEVENT",
            "UID:1",
            f"DTSTART;TZID={zone}:20270104T120000",
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY",
            "END:VEVENT",
        ]
    )
    there = read_calendar(text.encode(), timezone=zone, first=FIRST, last=LAST)
    assert {f"{one.start:%H:%M}" for one in there.entries} == {"12:00"}
    assert {one.first.weekday() for one in there.entries} == {0}
    assert len(there.entries) == 65
