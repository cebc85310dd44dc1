"""What people type into fields: read, written back, or refused with a sentence that says what to write."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitdesk.ui.widgets.field import ReadingError
from fitdesk.ui.widgets.place_field import read_place, write_place
from fitdesk.ui.widgets.read_dates import read_date, read_days, read_period, write_date, write_period
from fitdesk.ui.widgets.read_money import read_amount, read_money, write_amount
from fitdesk.ui.widgets.read_words import (
    read_decimal,
    read_email,
    read_link,
    read_percent,
    read_phone,
    read_whole,
    read_words,
    write_decimal,
    write_phone,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("7500", 7500, None),
        ("7,500", 7500, None),
        ("7.500", 7500, None),
        ("7 500", 7500, None),
        ("7'500", 7500, None),
        ("1,250,000", 1250000, None),
        ("7.500,50 €", "7500.5", "EUR"),
        ("EUR 7,500.50", "7500.5", "EUR"),
        ("£12.5", "12.5", "GBP"),
        ("7.5k", 7500, None),
        ("chf 900.-", 900, "CHF"),
        ("0", 0, None),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, amount: object, currency: str | None) -> None:
    assert read_money(text) == (Decimal(str(amount)), currency)


@pytest.mark.parametrize("text", ["much", "-5", "12,34,5", "7500 doubloons", "1e9", "999999999999", ",", "12..", "k"])
def test_other_amounts_are_refused_or_read_exactly(text: str) -> None:
    if text == "12..":
        assert read_amount(text) == 12
        return
    with pytest.raises(ReadingError, match="Write an amount"):
        read_amount(text)


def test_an_amount_in_another_currency_is_not_taken_for_ours() -> None:
    assert read_amount("€100", "EUR") == 100
    with pytest.raises(ReadingError, match="counts in GBP"):
        read_amount("€100", "GBP")


@given(st.decimals(min_value=0, max_value=99_999_999, places=2))
def test_a_written_amount_reads_back(amount: Decimal) -> None:
    assert read_amount(write_amount(amount)) == amount


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 June 2027", date(2027, 6, 12)),
        ("12th of June, 2027", date(2027, 6, 12)),
        ("June 12, 2027", date(2027, 6, 12)),
        ("Sat, 12 Jun 2027", date(2027, 6, 12)),
        ("2027-06-12", date(2027, 6, 12)),
        ("12.6.2027", date(2027, 6, 12)),
        ("12/06/27", date(2027, 6, 12)),
        ("12 June", date(2027, 6, 12)),
        ("1.12.", date(2026, 12, 1)),
        ("22 Nov", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 23)),
        ("29 Feb 2028", date(2028, 2, 29)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


def test_a_day_of_the_past_is_the_last_such_day() -> None:
    assert read_date("12 June", TODAY, past=True) == date(2026, 6, 12)
    assert read_date("24 December", TODAY, past=True) == date(2025, 12, 24)


def test_americans_write_the_month_first() -> None:
    assert read_date("6/12/2027", TODAY, month_first=True) == date(2027, 6, 12)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("soon", "Write a date such as 12 June 2027"),
        ("12", "Write a date such as"),
        ("June 2027", "Write a date such as"),
        ("31 June 2027", "no such day"),
        ("29 February 2027", "no such day"),
        ("12 June 9999", "year from 1900"),
        ("0.0.2027", "Write a date such as"),
    ],
)
def test_what_is_no_day_is_said_plainly(text: str, problem: str) -> None:
    with pytest.raises(ReadingError, match=problem):
        read_date(text, TODAY)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_written_day_reads_back(day: date) -> None:
    assert read_date(write_date(day), TODAY) == day


@given(st.text(max_size=60))
def test_no_text_makes_the_readers_stumble(text: str) -> None:
    for read in (
        lambda: read_date(text, TODAY),
        lambda: read_days(text, TODAY),
        lambda: read_period(text, TODAY),
        lambda: read_money(text),
        lambda: read_whole(text),
        lambda: read_percent(text),
        lambda: read_decimal(text),
        lambda: read_email(text),
        lambda: read_link(text),
        lambda: read_phone(text),
        lambda: read_place(text),
    ):
        with suppress(ReadingError):
            read()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 or 13 June 2027", [(2027, 6, 12), (2027, 6, 13)]),
        ("12, 13 and 20 June 2027", [(2027, 6, 12), (2027, 6, 13), (2027, 6, 20)]),
        ("10–12 June 2027", [(2027, 6, 10), (2027, 6, 11), (2027, 6, 12)]),
        ("30 June - 1 July 2027", [(2027, 6, 30), (2027, 7, 1)]),
        ("12 June or 3 July", [(2027, 6, 12), (2027, 7, 3)]),
        ("2027-06-12", [(2027, 6, 12)]),
    ],
)
def test_several_days_are_read(text: str, days: list[tuple[int, int, int]]) -> None:
    assert read_days(text, TODAY) == tuple(date(*day) for day in days)


def test_a_long_stretch_is_a_period_and_no_list_of_days() -> None:
    with pytest.raises(ReadingError, match="period"):
        read_days("1 January – 31 March 2027", TODAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("June 2027", date(2027, 6, 1), date(2027, 6, 30)),
        ("May to June 2027", date(2027, 5, 1), date(2027, 6, 30)),
        ("10–14 June 2027", date(2027, 6, 10), date(2027, 6, 14)),
        ("10 June – 3 July 2027", date(2027, 6, 10), date(2027, 7, 3)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("February 2028", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_periods_are_read(text: str, first: date, last: date) -> None:
    assert read_period(text, TODAY) == (first, last)


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2190, 1, 1)), st.integers(0, 800))
def test_a_written_period_reads_back(first: date, length: int) -> None:
    period = (first, first + timedelta(days=length))
    assert read_period(write_period(period), TODAY) == period


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ReadingError, match="ends before it begins"):
        read_period("10 July 2027 – 3 June 2027", TODAY)


@pytest.mark.parametrize(
    ("text", "number"), [("300", 300), ("1,200", 1200), ("1 200", 1200), ("about 50", 50), ("0", 0)]
)
def test_whole_numbers_are_read(text: str, number: int) -> None:
    assert read_whole(text) == number


@pytest.mark.parametrize(
    ("text", "problem"),
    [("12a", "whole number such as 12"), ("2.5", "whole number"), ("-3", "0 or more"), ("900", "500 or less")],
)
def test_other_numbers_say_what_to_write(text: str, problem: str) -> None:
    with pytest.raises(ReadingError, match=problem):
        read_whole(text, 0, 500)


def test_percent_and_decimals() -> None:
    assert read_percent("80 %") == 80
    assert read_decimal("2,5") == read_decimal("2½") == Decimal("2.5")
    assert write_decimal(Decimal("10.00")) == "10"
    for text in ("101", "-1", "8o"):
        with pytest.raises(ReadingError, match="0 to 100"):
            read_percent(text)
    with pytest.raises(ReadingError, match="number such as"):
        read_decimal("two")


def test_contact_data_are_checked_for_their_form() -> None:
    assert read_email("  ann@example.org ") == "ann@example.org"
    assert read_link("www.example.org/talks") == "www.example.org/talks"
    assert read_phone("+44 (0)20 7946 0142") == "+442079460142"
    assert read_phone("020 7946 0142", "GB") == "+442079460142"
    assert write_phone("+442079460142") == "+44 20 7946 0142"
    assert write_phone("call the office") == "call the office"
    with pytest.raises(ReadingError, match=r"ann@example\.org"):
        read_email("ann at example")
    with pytest.raises(ReadingError, match="country"):
        read_phone("020 7946 0142")
    for text in ("javascript:alert(1)", "file:///etc/passwd", "nothing"):
        with pytest.raises(ReadingError, match="web address"):
            read_link(text)


def test_words_lose_their_line_breaks_and_controls() -> None:
    assert read_words(" one\ttwo\n\x00 three ") == "one two three"


def test_a_town_is_found_and_written_back() -> None:
    lyon = read_place("lyon")
    assert (lyon.city, lyon.country) == ("Lyon", "FR")
    assert lyon.latitude is not None
    assert read_place(write_place(lyon)) == lyon
    assert read_place("Cambridge, United States").country == "US"


def test_a_town_that_is_not_on_the_map_keeps_its_name() -> None:
    place = read_place("Kleinkleckersdorf, Germany")
    assert (place.city, place.country, place.latitude) == ("Kleinkleckersdorf", "DE", None)
