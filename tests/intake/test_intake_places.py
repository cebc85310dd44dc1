"""Names to places, and which namesake is meant."""

from __future__ import annotations

import time

import pytest

from fitdesk.intake import places
from fitdesk.intake.places import country_code, country_name, find_place, find_town


@pytest.mark.parametrize(
    ("name", "city", "country"),
    [
        ("London", "London", "GB"),
        ("SEVILLA", "Seville", "ES"),
        ("koln", "Cologne", "DE"),
        ("Lissabon", "Lisbon", "PT"),
        ("St. Étienne", "Saint-Étienne", "FR"),
        ("Bangalore", "Bengaluru", "IN"),
        ("Zwolle", "Zwolle", "NL"),
    ],
)
def test_names_in_any_case_accent_and_language(name: str, city: str, country: str) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.city, place.country) == (city, country)


def test_coordinates_have_two_decimals() -> None:
    place = find_place("Vienna")
    assert place is not None
    assert (place.latitude, place.longitude) == (48.21, 16.37)


def test_a_hint_decides_between_namesakes_but_not_against_a_far_larger_town() -> None:
    assert (birmingham := find_place("Birmingham", hints=("US",))) is not None
    assert birmingham.country == "US"
    assert (paris := find_place("Paris", hints=("US",))) is not None
    assert paris.country == "FR"


def test_country_and_region_bind() -> None:
    assert find_place("Portland", "AU") is None
    assert (paris := find_place("Paris", "US")) is not None
    assert paris.country == "US"
    assert (maine := find_town("Portland", "US", region="ME")) is not None
    assert maine.latitude < 44


@pytest.mark.parametrize("name", ["", "x", "Nowhereville", "東京", "a" * 500, "\t\n"])
def test_unknown_names(name: str) -> None:
    assert find_place(name) is None


def test_countries() -> None:
    assert country_code("U.A.E.") == "AE"
    assert country_code("Schweiz") == "CH"
    assert country_code("Narnia") is None
    assert country_name("gb") == "United Kingdom"
    assert country_name("QQ") == "QQ"


def test_every_line_of_the_table_is_found() -> None:
    table = places._table()
    lines = table.town_names.decode().splitlines()
    for line in lines[:: len(lines) // 500]:
        name, _, where = line.partition("\t")
        assert places._look_up(table.town_names, name) == where
        assert places.towns_called(name)


def test_the_table_is_unpacked_quickly() -> None:
    places._table.cache_clear()
    began = time.process_time()
    find_place("Vienna")
    assert time.process_time() - began < 0.15  # 0.02 s on a quiet machine
