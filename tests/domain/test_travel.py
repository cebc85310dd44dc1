"""Estimated journeys beside what people know them to take from door to door, in round figures."""

from __future__ import annotations

import pytest

from build import BERLIN, BRISTOL, LEEDS
from fitdesk.domain.event import Place
from fitdesk.domain.ranges import Range
from fitdesk.domain.travel import hours_between, kilometres

TOWNS = {
    "London": (51.51, -0.13), "Manchester": (53.48, -2.24), "Edinburgh": (55.95, -3.19), "Leeds": (53.80, -1.55),
    "Bristol": (51.45, -2.59), "Oxford": (51.75, -1.26), "Cambridge": (52.21, 0.12), "Dublin": (53.35, -6.26),
    "Paris": (48.86, 2.35), "Brussels": (50.85, 4.35), "Amsterdam": (52.37, 4.90), "Berlin": (52.52, 13.41),
    "Hamburg": (53.55, 9.99), "Munich": (48.14, 11.58), "Frankfurt": (50.11, 8.68), "Cologne": (50.94, 6.96),
    "Vienna": (48.21, 16.37), "Madrid": (40.42, -3.70), "Barcelona": (41.39, 2.17), "Milan": (45.46, 9.19),
    "Rome": (41.90, 12.50), "Lisbon": (38.72, -9.14), "New York": (40.71, -74.01), "Boston": (42.36, -71.06),
    "Chicago": (41.88, -87.63), "San Francisco": (37.77, -122.42), "Dubai": (25.20, 55.27), "Tokyo": (35.68, 139.65),
    "Singapore": (1.35, 103.82), "Sydney": (-33.87, 151.21),
}  # fmt: skip
JOURNEYS = (
    ("London", "Oxford", 1.7), ("London", "Cambridge", 1.6), ("London", "Bristol", 2.4), ("London", "Leeds", 3.1),
    ("London", "Manchester", 3.0), ("London", "Edinburgh", 5.2), ("Bristol", "Leeds", 4.25), ("London", "Dublin", 4.7),
    ("London", "Paris", 4.0), ("London", "Brussels", 3.7), ("Paris", "Amsterdam", 4.2), ("Frankfurt", "Cologne", 2.0),
    ("Berlin", "Hamburg", 2.6), ("Berlin", "Munich", 4.8), ("Hamburg", "Munich", 5.3), ("Frankfurt", "Berlin", 4.9),
    ("Munich", "Vienna", 4.8), ("Madrid", "Barcelona", 3.5), ("Milan", "Rome", 3.9), ("London", "Berlin", 5.2),
    ("London", "Rome", 5.8), ("London", "Madrid", 5.7), ("Berlin", "Lisbon", 7.0), ("New York", "Boston", 4.5),
    ("New York", "Chicago", 6.0), ("New York", "San Francisco", 9.3), ("London", "New York", 11.0),
    ("London", "Dubai", 10.5), ("London", "Tokyo", 17.0), ("London", "Singapore", 16.5), ("London", "Sydney", 26.0),
)  # fmt: skip


def town(name: str) -> Place:
    latitude, longitude = TOWNS[name]
    return Place(name, "XX", latitude, longitude)


@pytest.mark.parametrize(("a", "b", "hours"), JOURNEYS)
def test_real_journeys_lie_within_the_estimate(a: str, b: str, hours: float) -> None:
    found = hours_between(town(a), town(b))
    assert found is not None
    assert found.low <= hours <= found.high


def test_farther_takes_longer() -> None:
    middles = [
        (found.low + found.high) / 2
        for name in ("Oxford", "Bristol", "Manchester", "Berlin", "Lisbon", "New York", "Tokyo", "Sydney")
        if (found := hours_between(town("London"), town(name))) is not None
    ]
    assert len(middles) == 8
    assert middles == sorted(middles)
    assert kilometres(BRISTOL, LEEDS) == pytest.approx(271, abs=5)


def test_there_is_as_far_as_back() -> None:
    assert hours_between(LEEDS, BRISTOL) == hours_between(BRISTOL, LEEDS)
    assert hours_between(BERLIN, BRISTOL) == hours_between(BRISTOL, BERLIN)


def test_the_same_town_is_no_journey_and_an_unknown_one_unknown() -> None:
    assert hours_between(BRISTOL, Place("bristol", "GB")) == Range.exactly(0)
    assert hours_between(BRISTOL, Place("Bristol", "US")) is None
    assert hours_between(BRISTOL, Place("Bristol")) is None
    assert hours_between(BRISTOL, Place("Bristol", None, 51.45, -2.59)) == Range.exactly(0)
    assert hours_between(BRISTOL, Place()) is None
