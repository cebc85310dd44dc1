"""Calendar files that mean harm or are merely broken: read in bearable time, never a crash, nothing else lost."""

from __future__ import annotations

import gc
import os
import random
import time
from datetime import date
from pathlib import Path

import pytest

from fitdesk.intake import worker
from fitdesk.intake.budget import TooSlowError, at_most
from fitdesk.intake.errors import ReadError
from fitdesk.intake.ics import read_calendar
from fitdesk.intake.worker import read_calendar_safely

OWN = sorted((Path(__file__).parent.parent / "samples" / "calendars").glob("*.ics"))
FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
FILES = int(os.environ.get("FITDESK_FUZZ", "200"))
LINES = (
    b"BEGIN:VEVENT", b"END:VEVENT", b"BEGIN:VCALENDAR", b"END:VCALENDAR", b"BEGIN:VALARM", b"BEGIN:VTIMEZONE",
    b"RRULE:FREQ=DAILY;COUNT=-5", b"RRULE:FREQ=WEEKLY;BYDAY=XX", b"RRULE:", b"RRULE:FREQ=YEARLY;INTERVAL=0",
    b"DTSTART;VALUE=DATE:99991231", b"DTSTART:00010101T000000Z", b"DTEND;TZID=:20270101T000000", b"DURATION:P99999999D",
    b"DURATION:-PT1H", b"EXDATE:", b"RDATE;VALUE=PERIOD:20270601T090000Z/PT1H", b"SUMMARY;LANGUAGE=\"", b"TZID:X", b" ",
    b"X-WR-TIMEZONE:\xff\xfe", b"RECURRENCE-ID;RANGE=THISANDFUTURE:20270510T070000Z", b"SEQUENCE:one", b":", b";;;",
)  # fmt: skip


def broken(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a few bytes changed, cut out or doubled, or with odd lines put in."""
    for _change in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        elif kind == 1:
            data = data[:at] + data[at + chance.randrange(40) :]
        elif kind == 2:
            data = data[:at] + data[at : at + chance.randrange(200)] * 2 + data[at:]
        else:
            lines = data.split(b"\r\n")
            lines.insert(chance.randrange(len(lines) + 1), chance.choice(LINES))
            data = b"\r\n".join(lines)
    return data


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(4))
def test_broken_files_never_crash(seed: int) -> None:
    chance = random.Random(seed)
    samples = [path.read_bytes() for path in OWN]
    for _file in range(FILES // 4):
        data = broken(chance.choice(samples), chance)
        try:
            reading = read_calendar(data, timezone="Europe/Berlin", first=FIRST, last=LAST)
        except ReadError:
            continue
        assert all(entry.first <= entry.last and entry.last >= FIRST for entry in reading.entries)
        assert all(len(note) < 5_000 for note in reading.notes)


def with_rule(rule: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Odd", "DTSTART:20200106T090000Z", rule, "END:VEVENT"]
    lines += ["BEGIN:VEVENT", "UID:2", "SUMMARY:Fine", "DTSTART;VALUE=DATE:20270617", "END:VEVENT", "END:VCALENDAR"]
    return "\r\n".join(lines).encode()


@pytest.mark.skipif(os.name != "posix", reason="without interval timers only the clock of the worker bounds a rule")
@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=SECONDLY;UNTIL=99991231T235959Z",
        "RRULE:FREQ=MINUTELY;INTERVAL=7",
        "RRULE:FREQ=DAILY;BYHOUR=25",
        "RRULE:FREQ=DAILY;BYDAY=MO;BYSETPOS=366",
        "RRULE:FREQ=DAILY;COUNT=999999999",
        "RRULE:FREQ=DAILY;INTERVAL=999999999",
        "RRULE:FREQ=YEARLY;BYYEARDAY=400",
        "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8;BYMINUTE=1,2,3,4,5,6,7,8,9;BYSECOND=1,2,3,4,5,6,7,8,9",
        "RRULE:FREQ=DAILY\r\nEXDATE:" + ",".join(f"2020{n % 12 + 1:02}{n % 28 + 1:02}T090000Z" for n in range(20_000)),
        "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "RDATE:" + "20270101T090000Z," * 20_000 + "20270102T090000Z",
    ],
    ids=lambda rule: rule[:50],
)
def test_a_rule_without_end_costs_a_moment_and_no_other_event(rule: str) -> None:
    began = time.process_time()
    reading = read_calendar(with_rule(rule), timezone="Europe/Berlin", first=FIRST, last=LAST)
    assert time.process_time() - began < 8
    assert [entry.first for entry in reading.entries if entry.title == "Fine"] == [date(2027, 6, 17)]


@pytest.mark.skipif(os.name != "posix", reason="without interval timers only the clock of the worker bounds a rule")
def test_many_slow_rules_do_not_add_up() -> None:
    slow = b"BEGIN:VEVENT\r\nDTSTART:20200106T090000Z\r\nRRULE:FREQ=DAILY;BYDAY=MO;BYSETPOS=366\r\nEND:VEVENT\r\n"
    began = time.process_time()
    reading = read_calendar(slow * 15, timezone="Europe/Berlin", first=FIRST, last=LAST)
    assert time.process_time() - began < worker.CALENDAR_SECONDS
    assert reading.notes == ("How an event without a title (×15) repeat cannot be worked out; they are counted once.",)


@pytest.mark.skipif(os.name != "posix", reason="the system has no interval timers")
def test_what_takes_too_long_is_interrupted_and_what_does_not_is_not() -> None:
    def spin(steps: int) -> int:
        return sum(number % 7 for number in range(steps))

    was_interrupted = False
    try:
        with at_most(0.05):
            spin(10**9)
    except TooSlowError:
        was_interrupted = True
    assert was_interrupted
    with at_most(5):
        assert spin(8) == 21
    was_interrupted = False
    try:
        with at_most(0.2):
            with at_most(5):
                spin(8)
            spin(10**9)
    except TooSlowError:
        was_interrupted = True
    assert was_interrupted, "a block within it must not stop the clock of the outer one"


@pytest.mark.skipif(os.name != "posix", reason="the system has no interval timers")
def test_a_stop_that_falls_into_a_clean_up_is_not_lost() -> None:
    """An exception raised in a callback of the garbage collector is only reported; the next try must stop the work."""

    def slow_clean_up(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            sum(number % 7 for number in range(20_000))

    gc.callbacks.append(slow_clean_up)
    began = time.process_time()

    def work() -> None:
        with at_most(0.05):
            while time.process_time() - began < 5:
                gc.collect(0)
                sum(number % 7 for number in range(20_000))

    try:
        with pytest.raises(TooSlowError):
            work()
    finally:
        gc.callbacks.remove(slow_clean_up)
    assert time.process_time() - began < 4


def test_ten_megabytes_of_anything() -> None:
    start, end = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    day = b"DTSTART;VALUE=DATE:20270617\r\n"
    for middle in (
        day + b"DESCRIPTION:" + b"x" * 10_000_000,
        day + b"SUMMARY:" + b"x" * 10_000_000,
        day + b"ATTENDEE:" + b"x\r\n " * 2_500_000,
    ):
        reading = read_calendar(start + middle + end, timezone="", first=FIRST, last=LAST)
        assert [entry.first for entry in reading.entries] == [date(2027, 6, 17)]
        assert len(reading.entries[0].title) <= 200


def test_the_worker_reads_what_this_process_would() -> None:
    for path in OWN:
        data = path.read_bytes()
        there = read_calendar_safely(data, timezone="Europe/Berlin", first=FIRST, last=LAST)
        assert there == read_calendar(data, timezone="Europe/Berlin", first=FIRST, last=LAST)


def test_the_worker_says_what_is_wrong_and_can_be_cancelled() -> None:
    with pytest.raises(ReadError, match="no calendar in this file"):
        read_calendar_safely(b"Hello", timezone="", first=FIRST, last=LAST)
    with pytest.raises(ReadError, match="20 MB"):
        read_calendar_safely(b"x" * 21_000_000, timezone="", first=FIRST, last=LAST)
    large = with_rule("RRULE:FREQ=HOURLY") * 30
    assert read_calendar_safely(large, timezone="", first=FIRST, last=LAST, is_cancelled=lambda: True) is None


@pytest.mark.skipif(os.name != "posix", reason="the system bounds neither time nor memory")
def test_a_calendar_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "CALENDAR_WAIT", 0.2)
    many = b"".join(with_rule("RRULE:FREQ=DAILY").replace(b"UID:", b"UID:%d-" % n) for n in range(300))
    with pytest.raises(ReadError, match="calendar is too large or too tangled"):
        read_calendar_safely(many, timezone="", first=FIRST, last=LAST)
