"""The fit panel: am I right for it? Two sides, every criterion with its reason, and the other offerings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment, Contribution, Side, VetoState
from fitdesk.i18n import _, plural
from fitdesk.ui.format import points
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.fit_lines import FitGrid, FitLine
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
    """Shows one assessment of several. ``offering_changed(int)`` tells which one the owner looks at."""

    offering_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessments: tuple[Assessment, ...] = ()
        self._at = 0
        self._shows_all = False
        self._shown_lines: tuple[Contribution, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        head = QHBoxLayout()
        head.setSpacing(5)
        self.heading = PlainLabel(_("Am I right for it?"), "section")
        self.offering = QuietButton(larger=2)
        self._menu = QMenu(self.offering)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.offering.clicked.connect(self._nothing_to_choose)
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
        self.criteria = FitGrid(SPACE + 4)
        column.addWidget(self.criteria)
        self.more = QuietButton()
        self.more.clicked.connect(self._turn)
        column.addWidget(self.more)

    def set_assessments(self, assessments: Sequence[Assessment], *, at: int = 0) -> None:
        """Show ``assessments[at]``; best first. With none, the panel hides."""
        self._assessments = tuple(assessments)
        self._shows_all = False
        self.setVisible(bool(self._assessments))
        if self._assessments:
            self._show(min(at, len(self._assessments) - 1))

    def assessment(self) -> Assessment | None:
        """The assessment on display."""
        return self._assessments[self._at] if self._assessments else None

    def choose(self, at: int) -> None:
        """Look at another offering and tell so."""
        if at != self._at:
            self._show(at)
            self.offering_changed.emit(at)

    def _show(self, at: int) -> None:
        self._at = at
        assessment = self._assessments[at]
        self.offering.set_words(self._offering_words(assessment))
        self.offering.drop(self._menu if len(self._assessments) > 1 else None)
        weights = {side: sum(c.weight for c in assessment.contributions if c.side is side) for side in Side}
        self.for_them.show_points(assessment.for_them, weights[Side.FOR_THEM])
        self.for_me.show_points(assessment.for_me, weights[Side.FOR_ME])
        self._show_lines(assessment)

    def _offering_words(self, assessment: Assessment) -> str:
        title = assessment.offering.title or _("an offering without a name")
        count = len(self._assessments)
        if count == 1:
            return _("with “{title}”").replace("{title}", title)
        place = _("best of {n} offerings") if self._at == 0 else _("number {at} of {n} offerings")
        place = place.replace("{n}", str(count)).replace("{at}", str(self._at + 1))
        return _("with “{title}”, {place}").replace("{title}", title).replace("{place}", place) + " ▾"

    def _fill_menu(self) -> None:
        """Write the offerings into the menu just before it drops."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for at, assessment in enumerate(self._assessments):
            title = (assessment.offering.title or _("Without a name")).replace("&", "&&")
            shown = title if len(title) <= 60 else title[:59] + "…"
            action = self._menu.addAction(f"{shown}\t{points(assessment.fit)}")
            action.setCheckable(True)
            action.setChecked(at == self._at)
            action.triggered.connect(lambda _checked, index=at: self.choose(index))
            group.addAction(action)

    def _show_lines(self, assessment: Assessment) -> None:
        everything = assessment.contributions
        told = telling(everything)
        shown = everything if self._shows_all else told
        if shown != self._shown_lines:
            self._shown_lines = shown
            self._fill_lines(shown)
        rest = [line for line in everything if line not in told]
        self.more.setVisible(bool(rest))
        self.more.set_words(_("Show fewer lines") + " ▴" if self._shows_all else _rest_words(rest) + " ▾")

    def _fill_lines(self, shown: Sequence[Contribution]) -> None:
        while len(self.criteria.lines()) < len(shown):
            self.criteria.add(FitLine())
        for index, line in enumerate(self.criteria.lines()):
            if index < len(shown):
                line.show_contribution(shown[index])
            line.set_visible(index < len(shown))

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        assessment = self.assessment()
        if assessment is not None:
            self._show_lines(assessment)

    def _nothing_to_choose(self) -> None:
        """With a single offering the words are no menu; pressing them opens the rest of the lines instead."""
        if not self._shows_all:
            self._turn()


def _rest_words(rest: Sequence[Contribution]) -> str:
    names = ", ".join(line.label.lower() for line in rest)
    is_fine = all(line.finding.value.low >= 0.8 for line in rest)
    words = plural("{n} more, all good: {names}", "{n} more, all good: {names}", len(rest)) if is_fine else plural(
        "{n} more: {names}", "{n} more: {names}", len(rest)
    )  # fmt: skip
    return words.replace("{names}", names)
