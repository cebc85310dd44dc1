"""The fit panel: am I right for it? Two sides, what rules it out, every criterion with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment, Contribution, Side, VetoState
from fitdesk.domain.whole_points import WholePoints, whole_points
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.fit_lines import FitGrid, FitLine
from fitdesk.ui.widgets.fit_vetoes import FitVetoes
from fitdesk.ui.widgets.fit_words import rest_words
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.quiet_button import QuietButton

ALWAYS_TOLD = ("goal", "overdeliver", "audience")
MOST_TOLD = 9
"""Lines shown at once; the rest says only that it is good, and opens on request."""


def telling(lines: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """The lines that carry the verdict, in their own order: vetoes, unknowns and losses before what is simply good."""

    def rank(line: Contribution) -> tuple[int, float, float]:
        vetoes = (VetoState.CONFIRMED, VetoState.POSSIBLE, VetoState.CLEAR)
        is_told = line.criterion in ALWAYS_TOLD
        return (0 if is_told else 1 + vetoes.index(line.finding.veto), -line.gain.width, -line.loss.high)

    worth = [
        line
        for line in lines
        if line.criterion in ALWAYS_TOLD or not line.finding.is_known or line.loss.high >= 0.5
        or line.finding.veto is not VetoState.CLEAR
    ]  # fmt: skip
    chosen = sorted(worth, key=rank)[:MOST_TOLD]
    return tuple(line for line in lines if line in chosen)


class FitPanel(QWidget):
    """Shows one assessment of several. ``offering_changed(int)`` tells which one the owner looks at.

    ``comparison_wanted()`` when the owner wants to see all of them side by side.
    """

    offering_changed = Signal(int)
    comparison_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessments: tuple[Assessment, ...] = ()
        self._at = 0
        self._shows_all = False
        self._is_steady = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        head = QHBoxLayout()
        head.setSpacing(5)
        self.heading = PlainLabel(_("Am I right for it?"), "section")
        self.offering = QuietButton(larger=2)
        self.offering.clicked.connect(self._press_offering)
        head.addWidget(self.heading)
        head.addWidget(self.offering)
        head.addStretch(1)
        column.addLayout(head)
        sides = FitGrid(SPACE * 2)
        self.for_them = sides.add(FitLine(_("Right for them"), is_strong=True))
        self.for_me = sides.add(FitLine(_("Right for me"), is_strong=True))
        column.addSpacing(SPACE // 2)
        column.addWidget(sides)
        column.addSpacing(SPACE)
        self.vetoes = FitVetoes()
        column.addWidget(self.vetoes)
        self.criteria = FitGrid(SPACE + 4)
        column.addWidget(self.criteria)
        self.more = QuietButton()
        self.more.clicked.connect(self._turn)
        column.addWidget(self.more)

    def set_assessments(self, assessments: Sequence[Assessment], *, at: int = 0) -> None:
        """Show ``assessments[at]``; best first. With none, the panel hides."""
        self._shows_all = False
        self.show_again(assessments, at=at)

    def show_again(self, assessments: Sequence[Assessment], *, at: int) -> None:
        """The same request judged anew: as ``set_assessments``, but lines that were unfolded stay so."""
        self._assessments = tuple(assessments)
        if self.isHidden() == bool(self._assessments):
            self.setVisible(bool(self._assessments))
        if self._assessments:
            self._show(min(at, len(self._assessments) - 1))

    def take_explained(self, assessment: Assessment) -> None:
        """The assessment on display in full: the same lines, now with its question and what would turn it."""
        if self._assessments and self._assessments[self._at].offering == assessment.offering:
            everything = list(self._assessments)
            everything[self._at] = assessment
            self._assessments = tuple(everything)

    def set_steady(self, is_steady: bool) -> None:
        """While facts are tried out every line stays in its place: what moves is only what follows from them."""
        self._is_steady = is_steady
        assessment = self.assessment()
        if assessment is not None:
            self._show_lines(assessment, whole_points(assessment))
        for line in self.criteria.lines():
            line.saying.set_steady(is_steady)

    def assessment(self) -> Assessment | None:
        """The assessment on display."""
        return self._assessments[self._at] if self._assessments else None

    def assessments(self) -> tuple[Assessment, ...]:
        """All of them, best first."""
        return self._assessments

    def at(self) -> int:
        """The place of the assessment on display among all."""
        return self._at

    def shown(self) -> dict[str, FitLine]:
        """Every criterion on display with its line, what rules it out first."""
        above = {} if self.vetoes.isHidden() else self.vetoes.shown()
        return {**above, **self.criteria.shown()}

    def choose(self, at: int) -> None:
        """Look at another offering and tell so."""
        if at != self._at and 0 <= at < len(self._assessments):
            self._show(at)
            self.offering_changed.emit(at)

    def _show(self, at: int) -> None:
        self._at = at
        assessment = self._assessments[at]
        points = whole_points(assessment)
        self.offering.set_words(self._offering_words(assessment))
        for line, side, gain in (
            (self.for_them, Side.FOR_THEM, assessment.for_them),
            (self.for_me, Side.FOR_ME, assessment.for_me),
        ):
            weight = sum(one.weight for one in assessment.contributions if one.side is side)
            line.show_side(gain, weight, points.sides[side])
        self._show_lines(assessment, points)

    def _offering_words(self, assessment: Assessment) -> str:
        title = assessment.offering.title or _("an offering without a name")
        count = len(self._assessments)
        if count == 1:
            return _("with “{title}”").replace("{title}", title)
        place = _("best of {n} offerings") if self._at == 0 else _("number {at} of {n} offerings")
        place = place.replace("{n}", str(count)).replace("{at}", str(self._at + 1))
        return _("with “{title}”, {place}").replace("{title}", title).replace("{place}", place) + " ▾"

    def _show_lines(self, assessment: Assessment, points: WholePoints) -> None:
        everything = assessment.contributions
        told = telling(everything)
        shown = everything if self._shows_all else told
        if self._is_steady:
            self.vetoes.hide()
            self.criteria.show_contributions(everything, points, is_marked=True)
        else:
            self.vetoes.show_assessment(assessment, points)
            self.criteria.show_contributions([one for one in shown if one.finding.veto is VetoState.CLEAR], points)
        rest = [line for line in everything if line not in told]
        is_folding = bool(rest) and not self._is_steady
        if self.more.isHidden() == is_folding:
            self.more.setVisible(is_folding)
        self.more.set_words(_("Show fewer lines") + " ▴" if self._shows_all else rest_words(rest) + " ▾")

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        assessment = self.assessment()
        if assessment is not None:
            self._show_lines(assessment, whole_points(assessment))

    def _press_offering(self) -> None:
        """With a single offering there is nothing to compare; pressing its name opens the rest of the lines instead."""
        if len(self._assessments) > 1:
            self.comparison_wanted.emit()
        elif not self._shows_all:
            self._turn()
