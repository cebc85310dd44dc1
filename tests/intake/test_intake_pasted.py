"""A mail pasted with its header lines: they say who wrote and what about, and are no part of the text."""

from __future__ import annotations

from datetime import datetime

import pytest

from fitdesk.intake.pasted import split_headers
from fitdesk.intake.readers import read

NOW = datetime(2026, 11, 22, 9)
BODY = """Dear Ms Vale,

We would love a 45 minute keynote on rebuilding trust after a merger for our 250 managers.

Kind regards,
Hannah Fields
Head of Events, Brightwater Housing
"""


@pytest.mark.parametrize("subject", ["Subject", "Betreff"])
def test_copied_header_lines_are_headers(subject: str) -> None:
    text = f"From: Hannah Fields <hannah.fields@brightwater.example>\n{subject}: Keynote for our conference\n\n{BODY}"
    inquiry = read(text.encode(), "pasted.txt", received=NOW).inquiry
    assert inquiry.contact.name == "Hannah Fields"
    assert inquiry.contact.email == "hannah.fields@brightwater.example"
    assert inquiry.subject == "Keynote for our conference"
    assert inquiry.event.topics == ("rebuilding trust after a merger",)
    assert inquiry.text.startswith("Dear Ms Vale")


def test_the_length_of_the_talk_goes_before_that_of_the_day() -> None:
    text = "We would love a 45 minute keynote on trust on 18 March 2027, 10:00 to 12:00, for our managers."
    assert read(text.encode(), "pasted.txt", received=NOW).inquiry.event.duration_minutes == 45


def test_a_single_subject_line_will_do() -> None:
    block, rest = split_headers(f"Subject: Gala MC wanted\n\n{BODY}")
    assert block == b"Subject: Gala MC wanted"
    assert rest.startswith("Dear Ms Vale")


@pytest.mark.parametrize(
    "text",
    [
        "Name: Ada Byron\nSubject: keynote on trust\nBudget: 500\n\nPlease call.",
        "To: do\n\nBuy milk",
        BODY,
        "From: here",
    ],
)
def test_forms_and_letters_stay_whole(text: str) -> None:
    assert split_headers(text) == (b"", text)
