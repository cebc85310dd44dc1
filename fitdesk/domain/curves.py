"""CURVES: the value function of every criterion as data that the owner can change, with the usual ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from math import isfinite

from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.values import Piecewise, Points
from fitdesk.i18n import _

MOST_POINTS = 12
"""More corners than anybody can mean."""


class CurveKind(StrEnum):
    """LINE: through points that can be moved both ways. LEVELS: one value for each of a few named cases."""

    LINE = "line"
    LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class Curve:
    """One value function. ``key`` is what stands in ``Owner.curves`` and ``Offering.curves``.

    axis: what x is, in plain words; unit: "%", "hours", "steps" or "times", and "share" where x = 1 is 100 % of it.
    points: the usual ones (fit-model.md), y in [0, 1]. low, high and step: the fixed range of x and how fine it goes.
    levels: names of x = 0, 1, 2 …, of which only y can be changed. Words are in the source language.
    """

    key: str
    criterion: str
    kind: CurveKind
    axis: str
    unit: str
    points: Points
    low: float
    high: float
    step: float
    levels: tuple[str, ...] = ()


def _levels(key: str, axis: str, *named: tuple[str, float]) -> Curve:
    points = tuple((float(x), y) for x, (_name, y) in enumerate(named))
    names = tuple(name for name, _y in named)
    return Curve(key, key.partition(".")[0], CurveKind.LEVELS, axis, "", points, 0.0, len(named) - 1.0, 1.0, names)


def _line(key: str, axis: str, unit: str, reach: tuple[float, float, float], *points: tuple[float, float]) -> Curve:
    usual = tuple((float(x), float(y)) for x, y in points)
    return Curve(key, key.partition(".")[0], CurveKind.LINE, axis, unit, usual, *reach)


CURVES: tuple[Curve, ...] = (
    _levels(
        "goal", "how deep your work on the topic goes",
        ("not mine", 0.0), ("touched on", 0.3), ("solid work", 0.8), ("my deepest work", 1.0),
    ),
    _line(
        "overdeliver", "how sure you are of delighting them", "%", (0, 100, 5),
        (50, 0), (80, 0.8), (95, 1),
    ),
    _levels(
        "overdeliver.jobs", "the most it can count with so many similar jobs done",
        ("none", 0.6), ("one", 0.6), ("two or more", 1.0),
    ),
    _line(
        "audience.size", "size of the group: 1 is your range, 0.5 half your smallest, 2 twice your largest",
        "times", (0, 4, 0.25),
        (0.5, 0), (1, 1), (2, 0),
    ),
    _levels(
        "audience.level", "what is left of the value with such people in the room",
        ("those it is made for", 1.0), ("others", 0.5),
    ),
    _levels(
        "audience.sector", "what is left of the value in such a sector",
        ("those it is made for", 1.0), ("others", 0.7),
    ),
    _levels(
        "format", "the length they want beside yours",
        ("inside yours", 1.0), ("within a quarter", 0.6), ("further off", 0.0),
    ),
    _levels(
        "language", "how you speak the language on stage",
        ("fluently", 1.0), ("with an interpreter", 0.4), ("not at all", 0.0),
    ),
    _line(
        "leadtime", "time left, on the way from your least to your ideal", "share", (0, 1, 0.05),
        (0, 0), (1, 1),
    ),
    _line("style", "how far their wish is from your style, on average", "steps", (0, 4, 0.25), (0, 1), (2, 0)),
    _levels(
        "churn", "must-haves that you cannot meet",
        ("none", 1.0), ("one", 0.4), ("two or more", 0.0),
    ),
    _line("fee", "fee, on the way from your floor to your list fee", "share", (0, 1, 0.05), (0, 0.3), (1, 1)),
    _line(
        "capacity", "load of the month before it, with this work", "%", (0, 200, 5),
        (80, 1), (100, 0.4), (110, 0),
    ),
    _line(
        "travel", "journey one way; your limit ends it at nothing", "hours", (0, 24, 0.5),
        (2, 1), (4, 0.7), (8, 0.3),
    ),
    _line("margin", "earned in a day, beside your target", "share", (0, 2, 0.05), (0, 0), (1, 1)),
    _levels(
        "scope", "how firmly it is said what is to be delivered",
        ("fixed", 1.0), ("one or two points open", 0.6), ("three or more open", 0.2), ("no limit", 0.0),
    ),
    _levels(
        "strategic", "whether it is the work you want now",
        ("not on your focus list", 0.0), ("not on it, but a series", 0.5), ("on your focus list", 1.0),
    ),
    _levels(
        "access", "what the person who writes may decide",
        ("decides", 1.0), ("speaks for it", 0.6), ("neither", 0.2),
    ),
    _levels("access.stall", "what each recorded stall takes away", ("each stall", 0.2)),
)  # fmt: skip

CURVE = {curve.key: curve for curve in CURVES}


def curves_of(criterion_key: str) -> tuple[Curve, ...]:
    """The value functions of one criterion, one for most."""
    return tuple(curve for curve in CURVES if curve.criterion == criterion_key)


def points_of(key: str, owner: Owner, offering: Offering | None = None) -> Points:
    """The points that count: the offering's, else the owner's, else the usual ones.

    Points that make no value function (a file edited by hand) do not count; ``unsound`` names them.
    """
    if offering is not None and offering.curves:
        for name, points in offering.curves:
            if name == key and _is_sound(key, points):
                return points
    if owner.curves:
        for name, points in owner.curves:
            if name == key and _is_sound(key, points):
                return points
    return CURVE[key].points


def unsound(owner: Owner, offering: Offering | None = None) -> tuple[tuple[Curve, str], ...]:
    """Stored value functions that do not count, each with what is wrong with it."""
    stored = (*(offering.curves if offering else ()), *owner.curves)
    return tuple(
        (CURVE[key], trouble_with(CURVE[key], points) or _("Every point needs two numbers."))
        for key, points in stored
        if not _is_sound(key, points)
    )


def _is_sound(key: str, points: Points) -> bool:
    try:
        return _trouble(key, points) == "" if key in CURVE else True
    except TypeError:  # a list where a tuple belongs
        return False


def trouble_with(curve: Curve, points: Points) -> str:
    """What is wrong with ``points`` as the value function ``curve``, in a plain sentence; empty when nothing is."""
    try:
        pairs = [(float(x), float(y)) for x, y in points]
    except (TypeError, ValueError):
        return _("Every point needs two numbers.")
    if any(not isfinite(x) or not isfinite(y) for x, y in pairs):
        return _("Every point needs two numbers.")
    if any(not 0.0 <= y <= 1.0 for _x, y in pairs):
        return _("The value must lie between 0 and 1 everywhere.")
    xs = [x for x, _y in pairs]
    if curve.kind is CurveKind.LEVELS:
        usual = [x for x, _y in curve.points]
        return "" if xs == usual else _("Each of the {n} cases needs one value.").format(n=len(usual))
    if not 2 <= len(xs) <= MOST_POINTS:
        return _("A curve needs two to {n} points.").format(n=MOST_POINTS)
    if any(not curve.low <= x <= curve.high for x in xs):
        return _("The points must lie between {low} and {high}.").format(low=f"{curve.low:g}", high=f"{curve.high:g}")
    if any(a >= b for a, b in pairwise(xs)):
        return _("Each point must lie to the right of the one before it.")
    return ""


@lru_cache(maxsize=1024)
def _trouble(key: str, points: Points) -> str:
    return trouble_with(CURVE[key], points)


@lru_cache(maxsize=1024)
def function(points: Sequence[tuple[float, float]]) -> Piecewise:
    """The function through ``points``, made once."""
    return Piecewise(tuple(points))


@lru_cache(maxsize=1024)
def from_zero(points: Points) -> Piecewise:
    """The function through ``points`` for x from 0 on, and no value below that: under one's floor there is none."""
    start = function(points)(0.0)
    return Piecewise(((0.0, 0.0), (0.0, start), *(point for point in points if point[0] > 0.0)))
