"""Which days a phrase stands for."""

from __future__ import annotations

from datetime import date

import pytest

from fitdesk.intake.fields.day_tokens import Tokenizer
from fitdesk.intake.fields.days import Mention, Reading, mentions
from fitdesk.intake.words import words_of

WEDNESDAY = date(2026, 7, 15)


def days_in(text: str, today: date = WEDNESDAY, country: str | None = "GB") -> list[Mention]:
    return mentions(text, Tokenizer(words_of("en")), Reading(today, country))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on Thursday, March 18, 2027.", ["2027-03-18"]),
        ("3 Feb, 10 Feb or 17 Feb 2027", ["2027-02-03", "2027-02-10", "2027-02-17"]),
        ("either 4 or 11 June 2027", ["2027-06-04", "2027-06-11"]),
        ("May 4th and 11th, 2027", ["2027-05-04", "2027-05-11"]),
        ("Saturday 8th May '27", ["2027-05-08"]),
        ("2027-04-03", ["2027-04-03"]),
        ("a week from Saturday", ["2026-07-25"]),
        ("Saturday week", ["2026-07-25"]),
        ("tomorrow", ["2026-07-16"]),
        ("next Thursday", ["2026-07-16"]),
        ("Friday of next week", ["2026-07-24"]),
        ("the second Tuesday in May", ["2027-05-11"]),
        ("the last Friday of September", ["2026-09-25"]),
        ("before the 9th", ["2026-08-09"]),
        ("Friday, June 4", ["2027-06-04"]),
        ("Friday 19 February", ["2027-02-19"]),
    ],
)
def test_single_days(text: str, days: list[str]) -> None:
    assert [day.isoformat() for mention in days_in(text) for day in mention.days] == days


@pytest.mark.parametrize(
    ("text", "first", "last", "vague"),
    [
        ("12-13 October", "2026-10-12", "2026-10-13", False),
        ("5th and 6th February 2027", "2027-02-05", "2027-02-06", False),
        ("March 18-20, 2027", "2027-03-18", "2027-03-20", False),
        ("from 28 February to 2 March 2027", "2027-02-28", "2027-03-02", False),
        ("Monday 11 January 2027, through to Friday 9 April", "2027-01-11", "2027-04-09", False),
        ("between May 3 and May 7, 2027", "2027-05-03", "2027-05-07", False),
        ("first weekend of March 2027", "2027-03-06", "2027-03-07", False),
        ("2nd week of March 2027", "2027-03-08", "2027-03-14", True),
        ("early March 2027", "2027-03-01", "2027-03-10", True),
        ("mid-January 2027", "2027-01-11", "2027-01-20", True),
        ("late February 2028", "2028-02-21", "2028-02-29", True),
        ("early to mid-September 2027", "2027-09-01", "2027-09-20", True),
        ("week 12 of 2027", "2027-03-22", "2027-03-28", True),
        ("w/c 8 March 2027", "2027-03-08", "2027-03-14", True),
        ("sometime in May or June 2027", "2027-05-01", "2027-06-30", True),
        ("Q2 2027", "2027-04-01", "2027-06-30", True),
        ("in March", "2027-03-01", "2027-03-31", True),
        ("the end of the month", "2026-07-21", "2026-07-31", True),
    ],
)
def test_stretches_of_time(text: str, first: str, last: str, vague: bool) -> None:
    (mention,) = days_in(text)
    assert mention.range == (date.fromisoformat(first), date.fromisoformat(last))
    assert mention.vague is vague


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("4/9/27", "US", "2027-04-09"),
        ("4/9/27", "GB", "2027-09-04"),
        ("4.9.2027", "DE", "2027-09-04"),
        ("20/12/2026", "US", "2026-12-20"),
        ("02-06-2027", "NL", "2027-06-02"),
        ("Wed. 5/12/27", "GB", "2027-05-12"),
        ("4/9/27", None, "2027-09-04"),
    ],
)
def test_figures_by_the_senders_country(text: str, country: str | None, day: str) -> None:
    (mention,) = days_in(text, country=country)
    assert [d.isoformat() for d in mention.days] == [day]


@pytest.mark.parametrize(
    "text",
    ["you may 2 times ask", "we march on", "4 June and 20 people", "on 31 February 2027", "Section 12.30", "24/7"],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    found = [day for mention in days_in(text) for day in mention.days]
    assert found in ([], [date(2027, 6, 4)])


def test_without_a_day_to_count_from_yearless_dates_stay_unknown() -> None:
    assert mentions("on 4 June", Tokenizer(words_of("en")), Reading(None)) == []
    (dated,) = mentions("on 4 June 2027", Tokenizer(words_of("en")), Reading(None))
    assert dated.days == (date(2027, 6, 4),)
