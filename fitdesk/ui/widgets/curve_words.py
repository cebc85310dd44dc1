"""How the numbers of a value function read and are read: 0.8 as "80 %", a share of 1 as 100 %."""

from __future__ import annotations

from fitdesk.domain.curves import Curve
from fitdesk.i18n import _

_FACTORS = {"share": 100.0}


def unit_words(curve: Curve) -> str:
    """The unit behind a number: "%", "hours"; empty where there is none to name."""
    return {"share": "%", "%": "%", "hours": _("hours"), "steps": _("steps"), "times": _("times")}.get(curve.unit, "")


def shown(curve: Curve, x: float) -> float:
    """``x`` as the screen has it."""
    return round(x * _FACTORS.get(curve.unit, 1.0), 6)


def meant(curve: Curve, number: float) -> float:
    """The x of a number on the screen."""
    return round(number / _FACTORS.get(curve.unit, 1.0), 8)


def x_words(curve: Curve, x: float) -> str:
    """ "4 hours", "100 %", "1.5 times"."""
    unit = unit_words(curve)
    return f"{shown(curve, x):g} {unit}".strip()


def percent(y: float) -> str:
    """ "80 %", with a decimal where there is one: "62.5 %"."""
    return f"{round(y * 100, 1):g} %"


def axis_words(curve: Curve) -> str:
    """What x is, as a line of its own."""
    words = _(curve.axis)
    return words[:1].upper() + words[1:]
