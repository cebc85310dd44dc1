"""Writes the calendar samples beside it: python tests/samples/make_calendars.py. Written for these tests alone."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "calendars"
BERLIN = """BEGIN:VTIMEZONE
TZID:House time
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


def event(summary: str, *lines: str, uid: str = "") -> str:
    return "\n".join(
        ["BEGIN:VEVENT", f"UID:{uid or summary}@fitdesk.example", f"SUMMARY:{summary}", *lines, "END:VEVENT"]
    )


def calendar(*pieces: str, head: tuple[str, ...] = ()) -> str:
    return "\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//FitDesk tests//EN", *head, *pieces, "END:VCALENDAR", ""]
    )


SAMPLES = {
    "summer_time": calendar(
        BERLIN,
        event("Choir", "DTSTART;TZID=Europe/Berlin:20270322T190000", "DTEND;TZID=Europe/Berlin:20270322T210000",
              "RRULE:FREQ=WEEKLY;COUNT=3"),
        event("New York call", "DTSTART;TZID=America/New_York:20270315T090000", "DURATION:PT1H",
              "RRULE:FREQ=WEEKLY;COUNT=4"),
        event("House meeting", "DTSTART;TZID=House time:20270329T080000", "DTEND;TZID=House time:20270329T090000"),
        event("Night shift", "DTSTART;TZID=Europe/Berlin:20270327T220000", "DTEND;TZID=Europe/Berlin:20270328T060000"),
    ),
    "all_day": calendar(
        event("Holiday", "DTSTART;VALUE=DATE:20270705", "DTEND;VALUE=DATE:20270710"),
        event("One day", "DTSTART;VALUE=DATE:20270712"),
        event("Birthday", "DTSTART;VALUE=DATE:20270713", "TRANSP:TRANSPARENT"),
        event("Fair", "DTSTART;TZID=Europe/Berlin:20270714T180000", "DTEND;TZID=Europe/Berlin:20270716T160000"),
        event("Until midnight", "DTSTART;TZID=Europe/Berlin:20270719T200000", "DURATION:PT4H"),
    ),
    "exceptions": calendar(
        event("Lesson", "DTSTART;TZID=Europe/Berlin:20270503T090000", "DTEND;TZID=Europe/Berlin:20270503T110000",
              "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;TZID=Europe/Berlin:20270510T090000",
              "RDATE;TZID=Europe/Berlin:20270505T090000"),
        event("Lesson, moved", "RECURRENCE-ID;TZID=Europe/Berlin:20270517T090000",
              "DTSTART;TZID=Europe/Berlin:20270518T140000", "DTEND;TZID=Europe/Berlin:20270518T160000", uid="Lesson"),
        event("Lesson", "RECURRENCE-ID;TZID=Europe/Berlin:20270524T090000", "STATUS:CANCELLED",
              "DTSTART;TZID=Europe/Berlin:20270524T090000", "DTEND;TZID=Europe/Berlin:20270524T110000", uid="Lesson"),
    ),
    "broken": calendar(
        event("Broken zone", "DTSTART;TZID=Mars/Olympus:20270601T090000", "DTEND;TZID=Mars/Olympus:20270601T100000"),
        event("Windows zone", "DTSTART;TZID=W. Europe Standard Time:20270602T090000", "DURATION:PT1H"),
        event("Floating", "DTSTART:20270603T090000", "DTEND:20270603T100000"),
        event("No start", "DTEND:20270604T100000"),
        event("Odd start", "DTSTART:tomorrow"),
        event("Odd rule", "DTSTART:20270607T090000Z", "RRULE:FREQ=SOMETIMES"),
        event("Odd end", "DTSTART:20270608T090000Z", "DTEND:later"),
        event("Never matches", "DTSTART:20270609T090000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        event("Every second", "DTSTART:20270610T090000Z", "RRULE:FREQ=SECONDLY"),
        event("", "DTSTART;VALUE=DATE:20270611"),
        event("Maybe", "DTSTART;VALUE=DATE:20270614", "STATUS:TENTATIVE"),
        event("Off", "DTSTART;VALUE=DATE:20270615", "STATUS:CANCELLED"),
        "BEGIN:VEVENT\nSUMMARY:Not closed\nDTSTART;VALUE=DATE:20270616",
        event("Fine", "DTSTART;VALUE=DATE:20270617"),
        head=("X-WR-CALNAME:Home\\, sweet home", "X-WR-TIMEZONE:Europe/London"),
    ),
}  # fmt: skip


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in SAMPLES.items():
        (FOLDER / f"{name}.ics").write_bytes(text.replace("\n", "\r\n").encode())


if __name__ == "__main__":
    main()
