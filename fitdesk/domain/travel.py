"""How long a journey is, estimated from two places on the map."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from fitdesk.domain.event import Place
from fitdesk.domain.ranges import Range

EARTH_RADIUS = 6371.0
"""Kilometres, mean radius."""
GROUND_START, GROUND_SPEED = 0.75, 100.0
"""Hours to and from station or car, and kilometres an hour as the crow flies: 130 on a way 1.3 times as long, which
is what fast trains and motorways give. (Ways are 1.2 to 1.4 times the straight line in most countries: Ballou,
Rahardja and Sakai, "Selected country circuity factors", 2002.)"""
AIR_START, AIR_SPEED = 3.75, 750.0
"""Hours to and from airports, with check-in and security, and kilometres an hour with climb and descent."""
UNSURE, MOST_UNSURE = 0.25, 2.0
"""Share of the estimate, and hours at most, by which real journeys differ: a line may be fast or slow, a flight direct
or not. Held against thirty journeys that people know (tests/domain/test_travel.py)."""


def kilometres(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine); None when a place has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north = radians(b.latitude - a.latitude)
    east = radians(b.longitude - a.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(chord)))


def hours_between(a: Place, b: Place) -> Range | None:
    """Hours one way from door to door, by ground or air, whichever is quicker; None when it cannot be told.

    The same town is no journey. Water between two near places is not known here: the owner's word on the hours
    overrides the estimate.
    """
    if _same_town(a, b):
        return Range.exactly(0.0)
    distance = kilometres(a, b)
    if distance is None:
        return None
    hours = min(GROUND_START + distance / GROUND_SPEED, AIR_START + distance / AIR_SPEED)
    unsure = min(hours * UNSURE, MOST_UNSURE)
    return Range(hours - unsure, hours + unsure)


def _same_town(a: Place, b: Place) -> bool:
    if not a.city or not b.city or a.city.casefold() != b.city.casefold():
        return False
    if a.country and b.country:
        return a.country.upper() == b.country.upper()
    # Two towns may share a name: without both countries, only the map may say that they are one.
    return (kilometres(a, b) or 0.0) < 30 and kilometres(a, b) is not None
