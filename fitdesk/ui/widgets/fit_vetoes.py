"""What rules a request out, or could: a short list above the other lines, each under a heading with shape and word."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment, Contribution, VetoState
from fitdesk.domain.whole_points import WholePoints
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE, font_of
from fitdesk.ui.widgets.fit_lines import FitGrid, FitLine
from fitdesk.ui.widgets.page import PlainLabel


class VetoGroup(QWidget):
    """One heading and the lines below it; hidden while there are none."""

    def __init__(self, heading: str, role: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE + 4)
        column.setSpacing(SPACE + 2)
        self.heading = PlainLabel(heading, role)
        self.heading.setFont(font_of(self.heading.font(), weight=QFont.Weight.DemiBold))
        self.grid = FitGrid(SPACE + 4)
        column.addWidget(self.heading)
        column.addWidget(self.grid)
        self.hide()

    def show_lines(self, lines: tuple[Contribution, ...], points: WholePoints) -> None:
        self.grid.show_contributions(lines, points)
        if self.isHidden() == bool(lines):
            self.setVisible(bool(lines))


class FitVetoes(QWidget):
    """The confirmed vetoes first, then those that an answer could still bring or clear."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.confirmed = VetoGroup("✕ " + _("What rules it out"), "error")
        self.possible = VetoGroup("? " + _("What could rule it out"), "warning")
        column.addWidget(self.confirmed)
        column.addWidget(self.possible)
        self.hide()

    def show_assessment(self, assessment: Assessment, points: WholePoints) -> None:
        """List the vetoes of ``assessment`` in the order of the criteria."""
        for group, state in ((self.confirmed, VetoState.CONFIRMED), (self.possible, VetoState.POSSIBLE)):
            lines = tuple(line for line in assessment.contributions if line.finding.veto is state)
            group.show_lines(lines, points)
        if self.isHidden() == bool(assessment.vetoes):
            self.setVisible(bool(assessment.vetoes))

    def shown(self) -> dict[str, FitLine]:
        """The lines on display, by the key of their criterion."""
        groups = [group for group in (self.confirmed, self.possible) if not group.isHidden()]
        return {key: line for group in groups for key, line in group.grid.shown().items()}
