"""Days of the demo practice: they move with the day of opening and are written in the right language."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitdesk.workflows.demo_days import calendar_text, moved, moved_day, moved_text, next_clock_change

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("today", SUNDAY),
        ("today-12", date(2026, 11, 10)),
        ("today+3 16:05", datetime(2026, 11, 25, 16, 5)),
        ("mon+0", date(2026, 11, 16)),
        ("thu+14", date(2027, 2, 25)),
        ("fri-3 09:40", datetime(2026, 10, 30, 9, 40)),
        ("Today is a good day", "Today is a good day"),
        ("thu +14", "thu +14"),
        (["today", {"day": "sun+1"}], [SUNDAY, {"day": date(2026, 11, 29)}]),
        (12, 12),
    ],
)
def test_a_moving_day_is_replaced_wherever_it_stands(written: object, meant: object) -> None:
    assert moved(written, SUNDAY) == meant


@given(
    today=st.dates(date(2020, 1, 1), date(2060, 1, 1)),
    weeks=st.integers(1, 60),
    weekday=st.sampled_from(["mon", "thu", "sun"]),
)
def test_a_weekday_weeks_ahead_is_that_weekday_and_ahead(today: date, weeks: int, weekday: str) -> None:
    day = moved_day(weekday, weeks, today)
    assert day.weekday() == {"mon": 0, "thu": 3, "sun": 6}[weekday]
    assert day > today
    assert (day - moved_day("mon", 0, today)).days == 7 * weeks + day.weekday()


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "4 March"), (None, "4 March"), ("de", "4. März"), ("fr", "4 mars"), ("nl", "4 maart")],
)
def test_a_day_in_a_text_speaks_the_language_of_the_text(language: str | None, written: str) -> None:
    assert moved_text("{thu+15}", SUNDAY, language) == written


def test_parts_of_a_day_can_be_named() -> None:
    text = moved_text("On {thu+15 weekday}, {thu+15} {thu+15 year}; since {mon-20 month}.", SUNDAY, "en")
    assert text == "On Thursday, 4 March 2027; since June."


@pytest.mark.parametrize("text", ["{thu15}", "{thu+15 century}", "{someday}", "a } alone"])
def test_a_misspelt_day_in_a_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="misspelt"):
        moved_text(text, SUNDAY, "en")


@pytest.mark.parametrize(
    ("today", "change"),
    [
        (SUNDAY, date(2027, 3, 28)),
        (date(2027, 3, 27), date(2027, 3, 28)),
        (date(2027, 3, 28), date(2027, 10, 31)),
        (date(2027, 10, 31), date(2028, 3, 26)),
    ],
)
def test_the_next_clock_change_is_a_day_to_come(today: date, change: date) -> None:
    assert next_clock_change(today) == change


def test_days_in_a_calendar_file_are_bare_digits() -> None:
    made = calendar_text("DTSTART:{mon-8}T193000\nDTEND;VALUE=DATE:{today}\nX:{change-8}", SUNDAY)
    assert made == "DTSTART:20260921T193000\nDTEND;VALUE=DATE:20261122\nX:20270320"
    with pytest.raises(ValueError, match="misspelt"):
        calendar_text("DTSTART:{mon 8}", SUNDAY)
