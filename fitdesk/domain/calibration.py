"""Calibration: how work ended by the score it had when it was accepted, and how overrides ended beside the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from fitdesk.domain.decided import Decided
from fitdesk.domain.proportions import difference, wilson
from fitdesk.domain.ranges import Range
from fitdesk.domain.terms import Status
from fitdesk.i18n import _

EDGES = (0.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0)
"""Points at which one band ends and the next begins; a score on an edge belongs to the higher band."""
ENOUGH = 10
"""Cases from which a band has a figure."""
FEWEST = 5
"""Cases on each side below which overrides and the rest are not compared in words, however far apart they are."""
LINE = 70.0
"""The accept line: work above and below it is compared."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Work of which is known how it ended: ``well`` of ``cases``."""

    cases: int
    well: int

    @property
    def interval(self) -> Range:
        """Wilson's interval of the share that ends well, in [0, 1]."""
        return wilson(self.well, self.cases)

    @property
    def is_enough(self) -> bool:
        return self.cases >= ENOUGH


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from ``low`` up to ``high`` points."""

    low: float
    high: float
    ended: Ended


@dataclass(frozen=True, slots=True)
class Calibration:
    """``bands`` from low to high. ``against`` were accepted against the verdict, ``with_it`` are the rest.

    ``unknown``: accepted work without a look back or whose end nobody knows.
    """

    bands: tuple[Band, ...]
    above: Ended
    below: Ended
    against: Ended
    with_it: Ended
    unknown: int

    @property
    def cases(self) -> int:
        return self.above.cases + self.below.cases

    @property
    def missing(self) -> int:
        """Look-backs missing until the first band can have a figure; 0 when one has."""
        return max(0, ENOUGH - max(band.ended.cases for band in self.bands))

    @property
    def score_sentence(self) -> str:
        """What the score was worth; says so where the intervals do not tell."""
        words = {"well": self.above.well, "cases": self.above.cases, "others": self.below.well, "of": self.below.cases}
        gap = _gap(self.above, self.below)
        if gap.low > 0:
            text = _("From 70 points work ended well more often: {well} of {cases}, below it {others} of {of}.")
        elif gap.high < 0:
            text = _("Mistrust the score: from 70 points {well} of {cases} ended well, below it {others} of {of}.")
        elif self.below.cases == 0:
            text = _("From 70 points {well} of {cases} ended well; nothing below is there to compare.")
        elif self.above.cases == 0:
            text = _("Below 70 points {others} of {of} ended well; nothing above is there to compare.")
        else:
            text = _(
                "From 70 points {well} of {cases} ended well, below it {others} of {of}: "
                "too close or too few to say that the score tells them apart."
            )
        return text.format(**words)

    @property
    def against_sentence(self) -> str:
        """How overrides compare; empty while the intervals say nothing."""
        gap = _gap(self.against, self.with_it)
        if gap.low <= 0 <= gap.high or min(self.against.cases, self.with_it.cases) < FEWEST:
            return ""
        text = _("It ended well less often than the rest: {well} of {cases}, against {others} of {of}.")
        if gap.low > 0:
            text = _("It ended well more often than the rest: {well} of {cases}, against {others} of {of}.")
        return text.format(
            well=self.against.well, cases=self.against.cases, others=self.with_it.well, of=self.with_it.cases
        )


def calibrate(decided: Iterable[Decided]) -> Calibration:
    """Every accepted inquiry with a score and a known end, by the middle of its range at the decision."""
    accepted = [one for one in decided if one.status is Status.ACCEPTED and one.fit is not None]
    known = [(_middle(one), one.against, well) for one in accepted if (well := _went_well(one)) is not None]
    bands = tuple(
        Band(low, high, _ended(well for at, _against, well in known if _band_of(at) == number))
        for number, (low, high) in enumerate(pairwise(EDGES))
    )
    return Calibration(
        bands,
        above=_ended(well for at, _against, well in known if at >= LINE),
        below=_ended(well for at, _against, well in known if at < LINE),
        against=_ended(well for _at, against, well in known if against),
        with_it=_ended(well for _at, against, well in known if not against),
        unknown=len(accepted) - len(known),
    )


def _middle(one: Decided) -> float:
    return (one.fit.low + one.fit.high) / 2 if one.fit is not None else 0.0


def _went_well(one: Decided) -> bool | None:
    return one.post_mortem.went_well if one.post_mortem is not None else None


def _band_of(points: float) -> int:
    return next(number for number in reversed(range(len(EDGES) - 1)) if points >= EDGES[number] or number == 0)


def _ended(outcomes: Iterable[bool]) -> Ended:
    found = list(outcomes)
    return Ended(len(found), sum(found))


def _gap(first: Ended, second: Ended) -> Range:
    return difference(first.well, first.cases, second.well, second.cases)
