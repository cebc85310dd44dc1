"""Calendar files: summer time, whole days, exceptions, broken zones and everything else that other programs write."""

from __future__ import annotations

import os
from datetime import date, time
from pathlib import Path

import pytest

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.intake.calendar_reading import CalendarReading
from fitdesk.intake.errors import ReadError
from fitdesk.intake.ics import read_calendar

OWN = Path(__file__).parent.parent / "samples" / "calendars"
SHARED = Path(os.environ.get("FITDESK_SAMPLES", "")) / "calendars"
FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
Line = tuple[str, str, str]


def read(data: bytes | str, timezone: str = "Europe/Berlin", first: date = FIRST, last: date = LAST) -> CalendarReading:
    return read_calendar(data.encode() if isinstance(data, str) else data, timezone=timezone, first=first, last=last)


def own(name: str, timezone: str = "Europe/Berlin") -> CalendarReading:
    return read((OWN / f"{name}.ics").read_bytes(), timezone)


def line(entry: CalendarEntry) -> Line:
    """("2027-07-05 2027-07-09", "09:00 10:00", "Holiday"); no hours for whole days, one day for a single one."""
    days = f"{entry.first}" if entry.first == entry.last else f"{entry.first} {entry.last}"
    hours = f"{entry.start:%H:%M} {entry.end:%H:%M}" if entry.start is not None and entry.end is not None else ""
    return days, hours, entry.title


def lines(reading: CalendarReading) -> list[Line]:
    return [line(entry) for entry in reading.entries]


def event(*wanted: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", *wanted, "END:VEVENT", "END:VCALENDAR"])


def test_a_date_in_a_week_of_summer_time() -> None:
    # Clocks go forward in New York on 14 March 2027 and in Berlin on 28 March 2027.
    assert lines(own("summer_time")) == [
        ("2027-03-15", "14:00 15:00", "New York call"),
        ("2027-03-22", "14:00 15:00", "New York call"),
        ("2027-03-22", "19:00 21:00", "Choir"),
        ("2027-03-27", "22:00 00:00", "Night shift"),
        ("2027-03-28", "00:00 06:00", "Night shift"),
        ("2027-03-29", "08:00 09:00", "House meeting"),
        ("2027-03-29", "15:00 16:00", "New York call"),
        ("2027-03-29", "19:00 21:00", "Choir"),
        ("2027-04-05", "15:00 16:00", "New York call"),
        ("2027-04-05", "19:00 21:00", "Choir"),
    ]
    in_london = own("summer_time", "Europe/London")
    assert ("2027-03-22", "18:00 20:00", "Choir") in lines(in_london)
    assert ("2027-03-29", "18:00 20:00", "Choir") in lines(in_london)
    assert ("2027-03-29", "07:00 08:00", "House meeting") in lines(in_london)
    assert in_london.notes == ()


def test_whole_days_end_before_their_end_and_midnight_takes_no_day() -> None:
    assert lines(own("all_day")) == [
        ("2027-07-05 2027-07-09", "", "Holiday"),
        ("2027-07-12", "", "One day"),
        ("2027-07-14", "18:00 00:00", "Fair"),
        ("2027-07-15", "", "Fair"),
        ("2027-07-16", "00:00 16:00", "Fair"),
        ("2027-07-19", "20:00 00:00", "Until midnight"),
    ]


def test_a_weekly_event_with_exceptions() -> None:
    assert lines(own("exceptions")) == [
        ("2027-05-03", "09:00 11:00", "Lesson"),
        ("2027-05-05", "09:00 11:00", "Lesson"),
        ("2027-05-18", "14:00 16:00", "Lesson, moved"),
        ("2027-05-31", "09:00 11:00", "Lesson"),
        ("2027-06-07", "09:00 11:00", "Lesson"),
    ]


def test_a_broken_zone_and_other_broken_events_lose_nothing_else() -> None:
    reading = own("broken")
    # Mars/Olympus and the floating hours count by the calendar's own zone, London: one hour behind Berlin.
    assert lines(reading) == [
        ("2027-06-01", "10:00 11:00", "Broken zone"),
        ("2027-06-02", "09:00 10:00", "Windows zone"),
        ("2027-06-03", "10:00 11:00", "Floating"),
        ("2027-06-07", "11:00 11:00", "Odd rule"),
        ("2027-06-08", "11:00 11:00", "Odd end"),
        ("2027-06-09", "11:00 11:00", "Never matches"),
        ("2027-06-10", "11:00 11:00", "Every second"),
        ("2027-06-11", "", ""),
        ("2027-06-14", "", "Maybe"),
        ("2027-06-16", "", "Not closed"),
        ("2027-06-17", "", "Fine"),
    ]
    assert {entry.title for entry in reading.entries if entry.kind is EntryKind.HELD} == {"Maybe"}
    assert reading.name == "Home, sweet home"
    assert reading.notes == (
        "Nobody knows the time zone “Mars/Olympus”; its hours are read as Europe/London.",
        "“No start”, “Odd start” cannot be read and are left out.",
        "How “Odd rule”, “Every second” repeat cannot be worked out; they are counted once.",
        "When “Odd end” ends cannot be read; only its beginning is counted.",
    )
    assert reading.covers_until == LAST


def test_hours_without_a_zone_are_the_owners() -> None:
    text = event("SUMMARY:Floating", "DTSTART:20270603T090000", "DTEND:20270603T100000")
    assert lines(read(text, "America/New_York")) == [("2027-06-03", "09:00 10:00", "Floating")]
    broken = event("SUMMARY:Broken", "DTSTART;TZID=Nowhere:20270603T090000", "DTEND;TZID=Nowhere:20270603T100000")
    assert lines(read(broken, "America/New_York")) == [("2027-06-03", "09:00 10:00", "Broken")]
    assert read(broken, "").notes == ("Nobody knows the time zone “Nowhere”; its hours are read as your own.",)


@pytest.mark.parametrize("zone", ["", "Not/A_Zone", "../../etc/passwd", "\0"])
def test_without_a_zone_of_ones_own_the_computers_counts(zone: str) -> None:
    text = event("DTSTART:20270603T090000Z", "DTEND:20270603T093000Z")
    (entry,) = read(text, zone).entries
    assert entry.start is not None
    assert entry.start.minute in (0, 15, 30, 45)


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        ((), EntryKind.BLOCKED),
        (("STATUS:CONFIRMED", "TRANSP:OPAQUE"), EntryKind.BLOCKED),
        (("STATUS:tentative",), EntryKind.HELD),
        (("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",), EntryKind.HELD),
        (("X-MICROSOFT-CDO-BUSYSTATUS:OOF",), EntryKind.BLOCKED),
        (("STATUS:CANCELLED",), None),
        (("TRANSP:TRANSPARENT",), None),
        (("X-MICROSOFT-CDO-BUSYSTATUS:FREE",), None),
    ],
)
def test_what_takes_the_time_and_what_does_not(extra: tuple[str, ...], kind: EntryKind | None) -> None:
    kinds = [entry.kind for entry in read(event("DTSTART;VALUE=DATE:20270603", *extra)).entries]
    assert kinds == ([kind] if kind else [])


def test_a_calendar_of_cancellations_takes_nothing() -> None:
    text = event("DTSTART;VALUE=DATE:20270603").replace("BEGIN:VEVENT", "METHOD:CANCEL\r\nBEGIN:VEVENT", 1)
    assert read(text).entries == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + event("DTSTART;VALUE=DATE:20270603", "SUMMARY:Café").encode(),
        event("DTSTART;VALUE=DATE:20270603", "SUMMARY:Café").encode("utf-16"),
        event("DTSTART;VALUE=DATE:20270603", "SUMMARY:Café").encode("cp1252"),
        event("DTSTART;VALUE=DATE:20270603", "SUMMARY:Café").replace("\r\n", "\n").encode(),
        event("DTSTART;VALUE=DATE:20270603", "SUMMARY:Café").replace("\r\n", "\r").encode(),
        event("DTSTART;VALUE=DATE:20270603", "SUMMARY:Ca\r\n fé").encode(),
        event("DTSTART;VALUE=DATE:20270603").encode().replace(b"UID", b"SUMMARY:Caf\xc3\r\n \xa9\r\nUID"),
        event("dtstart;value=date:20270603", "Summary:Café").lower().replace("café", "Café").encode(),
        event("DTSTART;VALUE=DATE:20270603", "SUMMARY:\u202eCafé\x07").encode(),
        b"BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270603\nSUMMARY:Caf\xc3\xa9\nEND:VEVENT",
    ],
)
def test_however_it_is_written_down(data: bytes) -> None:
    assert lines(read(data)) == [("2027-06-03", "", "Café")]


def test_several_calendars_in_one_file_keep_their_zones_apart() -> None:
    texts = [
        f"BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:{zone}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{zone}\r\n"
        "DTSTART:20270603T090000\r\nDTEND:20270603T100000\r\nEND:VEVENT\r\nEND:VCALENDAR"
        for zone in ("Europe/London", "Asia/Tokyo")
    ]
    assert lines(read("\r\n".join(texts))) == [
        ("2027-06-03", "02:00 03:00", "Asia/Tokyo"),
        ("2027-06-03", "10:00 11:00", "Europe/London"),
    ]


def test_one_uid_for_many_events_loses_none_and_a_newer_version_replaces_the_old() -> None:
    pieces = [f"BEGIN:VEVENT\r\nUID:same\r\nDTSTART;VALUE=DATE:2027060{day}\r\nEND:VEVENT" for day in (1, 2, 3)]
    assert [entry.first.day for entry in read("\r\n".join(pieces)).entries] == [1, 2, 3]
    versions = [piece.replace("UID", f"SEQUENCE:{n}\r\nUID", 1) for n, piece in enumerate(pieces)]
    assert [entry.first.day for entry in read("\r\n".join(versions)).entries] == [3]


def test_what_lies_outside_the_days_asked_for_is_left_out() -> None:
    text = event("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20270104", "RRULE:FREQ=YEARLY")
    reading = read(text, first=date(2027, 1, 3), last=date(2027, 12, 26))
    assert lines(reading) == [("2026-12-25 2027-01-03", "", ""), ("2027-12-25 2028-01-03", "", "")]
    assert read(text, first=date(2027, 1, 4), last=date(2027, 12, 24)).entries == ()


def test_a_daily_event_of_two_years_is_counted_whole() -> None:
    reading = read(event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY"), first=FIRST, last=LAST)
    assert (len(reading.entries), reading.covers_until, reading.notes) == (731, LAST, ())


def test_an_hourly_one_is_cut_and_says_how_far_it_is_known() -> None:
    reading = read(event("SUMMARY:Pill", "DTSTART:20261201T090000Z", "DURATION:PT5M", "RRULE:FREQ=HOURLY"))
    assert reading.notes == ("“Pill” repeats too often to be counted to the end.",)
    assert date(2027, 3, 1) < reading.covers_until < date(2027, 5, 1)
    days = {entry.first for entry in reading.entries}
    assert {date.fromordinal(n) for n in range(FIRST.toordinal(), reading.covers_until.toordinal() + 1)} <= days


def test_an_end_before_its_beginning_and_none_at_all() -> None:
    assert lines(read(event("DTSTART:20270603T070000Z", "SUMMARY:Reminder"))) == [
        ("2027-06-03", "09:00 09:00", "Reminder")
    ]
    (entry,) = read(event("DTSTART;VALUE=DATE:20270603", "DTEND;VALUE=DATE:20270603")).entries
    assert (entry.first, entry.last) == (date(2027, 6, 3), date(2027, 6, 3))
    (mixed,) = read(event("DTSTART;VALUE=DATE:20270603", "DTEND:20270603T150000Z")).entries
    assert (mixed.first, mixed.last, mixed.start, mixed.end) == (date(2027, 6, 3),) * 2 + (time(0), time(17))


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"Hello", b"BEGIN:VCARD\r\nEND:VCARD", b"X:Y\n" * 10])
def test_what_is_no_calendar_is_said(data: bytes) -> None:
    with pytest.raises(ReadError, match="no calendar in this file"):
        read(data)


def test_too_large_is_said() -> None:
    with pytest.raises(ReadError, match="20 MB"):
        read(b"x" * 21_000_000)
    with pytest.raises(ReadError, match="20,000 events to come"):
        read(b"BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270603\n" * 20_001)


@pytest.mark.skipif(not SHARED.is_dir(), reason="FITDESK_SAMPLES does not name the shared samples")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.ics")), ids=lambda path: path.stem)
def test_every_shared_sample_is_read(path: Path) -> None:
    reading = read(path.read_bytes(), first=date(1996, 1, 1), last=date(2030, 1, 1))
    texts = path.read_bytes().count(b"BEGIN:VEVENT")
    assert bool(reading.entries) or bool(reading.notes) or texts == 0, "no event is lost without a word"
    expected = {
        "event_with_recurrence": 97,
        "event_with_recurrence_exdates_on_different_lines": 10,
        "issue_112_missing_tzinfo_on_exdate": 11,
        "issue_218_bad_tzid": 1,
        "america_new_york": 1,
        "pacific_fiji": 1,
        "alarm_google_future": 1,
        "issue_104_broken_calendar": 1,
    }
    assert len(reading.entries) == expected.get(path.stem, len(reading.entries))
