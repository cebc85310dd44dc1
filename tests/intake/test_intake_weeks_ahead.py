"""A weekday so many weeks ahead, counted in weeks from Monday to Sunday."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fitdesk.intake.readers import read

ASKED = "Dear Ms Vale,\n\n{day} our managers meet in Munich. Would you give the keynote?\n\nKind regards\nTom Harber\n"


@pytest.mark.parametrize(
    "said", ["On Thursday in 14 weeks", "In 14 weeks on Thursday", "On Thursday in fourteen weeks' time,"]
)
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (date(2026, 11, 22), date(2027, 2, 25)),
        (date(2026, 11, 23), date(2027, 3, 4)),
        (date(2028, 2, 29), date(2028, 6, 8)),
    ],
)
def test_a_weekday_weeks_ahead_is_read(said: str, asked: date, meant: date) -> None:
    received = datetime(asked.year, asked.month, asked.day, 9)
    assert read(ASKED.format(day=said).encode(), "pasted.txt", received=received).inquiry.event.dates == (meant,)
