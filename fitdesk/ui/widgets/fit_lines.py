"""The lines of a fit panel: a name, a bar and a sentence in three columns that stay aligned."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fitdesk.domain.assessment import Contribution, VetoState
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _
from fitdesk.ui.colours import colours_of
from fitdesk.ui.format import points
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.marked_sentence import MarkedSentence
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.range_bar import RangeBar, paint_known_unknown

NAME_WIDTH = 106
WIDEST = 170
NARROWEST = 88
ROOMY = 560
"""Pixels from which bars have their full width."""


def veto_words(state: VetoState) -> str:
    """Shape and word of a veto; nothing when it is clear."""
    return {
        VetoState.CONFIRMED: "✕ " + _("Rules it out"),
        VetoState.POSSIBLE: "? " + _("Could rule it out"),
        VetoState.CLEAR: "",
    }[state]


class CriterionBar(RangeBar):
    """The bar of one criterion on a scale of 1; what is ruled out stands in the colour of a veto."""

    def __init__(self) -> None:
        super().__init__()
        self._is_ruled_out = False

    def set_value(self, value: Range, *, is_ruled_out: bool) -> None:
        self._is_ruled_out = is_ruled_out
        self.set_score(value, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_ruled_out:
            super().paintEvent(event)
            return
        colours = colours_of(self.palette())
        painter = QPainter(self)
        rect = QRectF(0, (self.height() - self._height) / 2, self.width(), self._height)
        paint_known_unknown(painter, rect, self.score(), 1.0, colours, colours.decline)
        painter.end()


class FitLine:
    """The three widgets of one line: name, bar and sentence."""

    def __init__(self, name: str = "", *, is_strong: bool = False) -> None:
        self.name = PlainLabel(name, "strong" if is_strong else None)
        self.bar = RangeBar(thick=True) if is_strong else CriterionBar()
        self.saying = MarkedSentence(larger=0 if is_strong else -1)
        height = self.name.fontMetrics().height()
        self.bar.setFixedHeight(height)  # bar, name and the sentence's first line stand side by side
        self.saying.setContentsMargins(0, max(0, (height - self.saying.line_height()) // 2), 0, 0)

    def set_visible(self, is_visible: bool) -> None:
        for widget in (self.name, self.bar, self.saying):
            if widget.isHidden() == is_visible:  # showing again what is shown lays everything out once more
                widget.setVisible(is_visible)

    def show_points(self, gain: Range, whole: float) -> None:
        """A side as a whole: "42–52 of 60"."""
        self.bar.set_score(gain, whole)
        words = _("{points} of {whole}").replace("{points}", points(gain)).replace("{whole}", f"{whole:.0f}")
        self.saying.say(words)
        self.bar.setAccessibleName(f"{self.name.text()}: {words}")

    def show_contribution(self, line: Contribution) -> None:
        """A criterion: its value as a bar, its veto by shape and word, its sentence."""
        value, veto = line.finding.value, line.finding.veto
        self.name.setText(line.label)
        if isinstance(self.bar, CriterionBar):
            self.bar.set_value(value, is_ruled_out=veto is VetoState.CONFIRMED)
        self.saying.say(line.finding.sentence, veto_words(veto), "decline" if veto is VetoState.CONFIRMED else "ask")
        percent = f"{value.low:.0%}" if value.is_exact else f"{value.low:.0%}–{value.high:.0%}"
        self.bar.setAccessibleName(f"{line.label}: {percent}. {self.saying.text()}")


class FitGrid(QWidget):
    """Lines one below the other; the bars grow narrower where there is little room."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FitLine] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE * 2)
        self._grid.setVerticalSpacing(spacing)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(2, 1)

    def lines(self) -> tuple[FitLine, ...]:
        return tuple(self._lines)

    def add(self, line: FitLine) -> FitLine:
        top = Qt.AlignmentFlag.AlignTop
        row = len(self._lines)
        for place, widget in enumerate((line.name, line.bar, line.saying)):
            self._grid.addWidget(widget, row, place, top)
        self._lines.append(line)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = WIDEST if self.width() >= ROOMY else max(NARROWEST, WIDEST - (ROOMY - self.width()))
        for line in self._lines:
            line.bar.setFixedWidth(width)
        super().resizeEvent(event)
