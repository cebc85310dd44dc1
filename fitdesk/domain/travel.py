"""How long a journey is, estimated from two places on the map."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from fitdesk.domain.event import Place
from fitdesk.domain.ranges import Range

EARTH_RADIUS = 6371.0
"""Kilometres, mean radius."""
GROUND_REACH = 350.0
"""Kilometres up to which people rather take train or car."""
UNSURE = 0.15
"""Real journeys differ from the estimate by about this share either way."""


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

    Ground: half an hour and 80 km/h, up to 350 km. Air: 3.5 hours and 750 km/h. The same town is no journey.
    """
    if _same_town(a, b):
        return Range.exactly(0.0)
    distance = kilometres(a, b)
    if distance is None:
        return None
    hours = 3.5 + distance / 750
    if distance <= GROUND_REACH:
        hours = min(hours, 0.5 + distance / 80)
    return Range(hours * (1 - UNSURE), hours * (1 + UNSURE))


def _same_town(a: Place, b: Place) -> bool:
    if not a.city or not b.city or a.city.casefold() != b.city.casefold():
        return False
    if a.country and b.country:
        return a.country.upper() == b.country.upper()
    # Two towns may share a name: without both countries, only the map may say that they are one.
    return (kilometres(a, b) or 0.0) < 30 and kilometres(a, b) is not None
