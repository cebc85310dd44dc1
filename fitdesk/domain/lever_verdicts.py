"""Where along a lever the verdict changes, each place found by the whole rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.case import Case
from fitdesk.domain.lever import Lever, LeverKind
from fitdesk.domain.ranges import Range
from fitdesk.domain.scoring import rescore
from fitdesk.domain.wording import money, verdict_word
from fitdesk.i18n import _

SAMPLES = 24
"""Places at which the whole slider is tried; between two that differ the turn is found by halving."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``low`` to ``high`` (both places of the slider) the verdict is ``verdict``."""

    low: float
    high: float
    verdict: Verdict


def verdicts_along(case: Case, judged: Assessment, lever: Lever) -> tuple[Stretch, ...]:
    """The stretches of an amount or a number, from its low to its high end; none for other levers.

    A turn and back between two of the places tried may be missed; what is told was judged.
    """
    if lever.kind not in (LeverKind.AMOUNT, LeverKind.NUMBER):
        return ()
    last = round((lever.high - lever.low) / lever.step)
    known: dict[int, Verdict] = {}

    def at(place: int) -> Verdict:
        if place not in known:
            value = lever.at(lever.low + place * lever.step)
            moved = case.changed(inquiry=lever.apply(case.inquiry, value))
            known[place] = rescore(moved, judged, lever.criterion).verdict
        return known[place]

    tried = sorted({round(last * n / SAMPLES) for n in range(SAMPLES + 1)})
    for low, high in pairwise(tried):
        _halve(low, high, at)
    return _joined(sorted(known.items()), lever)


def _halve(low: int, high: int, at: Callable[[int], Verdict]) -> None:
    """Try places between two that differ until every turn between them lies between neighbours."""
    if at(low) is at(high) or high - low <= 1:
        return
    middle = (low + high) // 2
    _halve(low, middle, at)
    _halve(middle, high, at)


def _joined(known: list[tuple[int, Verdict]], lever: Lever) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for place, verdict in known:
        where = lever.low + place * lever.step
        if found and found[-1].verdict is verdict:
            found[-1] = Stretch(found[-1].low, where, verdict)
        else:
            found.append(Stretch(where, where, verdict))
    return tuple(found)


def turn_words(lever: Lever, stretches: tuple[Stretch, ...]) -> str:
    """ "a good fit from £6,500", "a good fit between 40 and 600", "a no below £4,400"; empty when nothing turns."""
    if len(stretches) < 2:
        return ""
    good = [one for one in stretches if one.verdict is Verdict.ACCEPT]
    if len(good) == 1:
        return _where(lever, good[0], _("a good fit"))
    bad = [one for one in stretches if one.verdict is Verdict.DECLINE]
    if not good and bad == [stretches[0]]:
        return _("a no below {low}").format(low=place_words(lever, stretches[1].low))
    if not good and len(bad) == 1:
        return _where(lever, bad[0], _("a no"))
    return _where(lever, stretches[-1], _("“{verdict}”").format(verdict=verdict_word(stretches[-1].verdict)))


def _where(lever: Lever, stretch: Stretch, what: str) -> str:
    low, high = place_words(lever, stretch.low), place_words(lever, stretch.high)
    if stretch.high >= lever.high:
        return _("{what} from {low}").format(what=what, low=low)
    if stretch.low <= lever.low:
        return _("{what} up to {high}").format(what=what, high=high)
    if stretch.low == stretch.high:
        return _("{what} at {low}").format(what=what, low=low)
    return _("{what} from {low} to {high}").format(what=what, low=low, high=high)


def place_words(lever: Lever, place: float) -> str:
    """ "£6,500", "60 minutes", "80 %", "300"."""
    if lever.kind is LeverKind.AMOUNT:
        return money(place, lever.unit)
    return f"{place:,g} {lever.unit}".strip()


def range_words(lever: Lever, where: Range) -> str:
    """ "£6,500", "£5,000–£7,000", "up to £5,000", "50 or more"."""
    low, high = place_words(lever, where.low), "" if where.high == inf else place_words(lever, where.high)
    if where.is_exact:
        return low
    if where.high == inf:
        return _("{low} or more").format(low=low)
    return _("up to {high}").format(high=high) if where.low <= 0 else f"{low}–{high}"
