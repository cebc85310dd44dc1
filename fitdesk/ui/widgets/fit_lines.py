"""The lines of a fit panel: a name, a bar and a sentence in three columns that stay aligned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fitdesk.domain.assessment import Contribution, VetoState
from fitdesk.domain.ranges import Range
from fitdesk.domain.whole_points import Share, WholePoints
from fitdesk.ui.colours import colours_of
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.fit_words import gain_words, points_words, veto_words
from fitdesk.ui.widgets.marked_sentence import MarkedSentence
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip
from fitdesk.ui.widgets.range_bar import RangeBar, paint_known_unknown

NAME_WIDTH = 106
WIDEST = 170
NARROWEST = 88
ROOMY = 560
"""Pixels from which bars have their full width."""


class CriterionBar(RangeBar):
    """The bar of one criterion on a scale of 1; what is ruled out stands in the colour of a veto."""

    def __init__(self) -> None:
        super().__init__()
        self._is_ruled_out = False

    def set_value(self, value: Range, *, is_ruled_out: bool) -> None:
        if is_ruled_out != self._is_ruled_out:
            self._is_ruled_out = is_ruled_out
            self.update()
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
    """The three widgets of one line: name, bar and sentence. The points behind it are told on hover."""

    def __init__(self, name: str = "", *, is_strong: bool = False) -> None:
        self.name = PlainLabel(name, "strong" if is_strong else None)
        self.bar = RangeBar(thick=True) if is_strong else CriterionBar()
        self.saying = MarkedSentence(larger=0 if is_strong else -1)
        height = self.name.fontMetrics().height()
        self.bar.setFixedHeight(height)  # bar, name and the sentence's first line stand side by side
        self.saying.setContentsMargins(0, max(0, (height - self.saying.line_height()) // 2), 0, 0)
        self._points = ""

    def widgets(self) -> tuple[QWidget, QWidget, QWidget]:
        return (self.name, self.bar, self.saying)

    def set_visible(self, is_visible: bool) -> None:
        for widget in self.widgets():
            if widget.isHidden() == is_visible:  # showing again what is shown lays everything out once more
                widget.setVisible(is_visible)

    def points(self) -> str:
        """The points behind the line, in words."""
        return self._points

    def show_side(self, gain: Range, whole: float, share: Share) -> None:
        """A side as a whole: "42–52 of 60"."""
        self.bar.set_score(gain, whole)
        self.saying.say(gain_words(share))
        self._tell_points(self.name.text(), points_words(share), "")

    def show_contribution(self, line: Contribution, share: Share, *, is_marked: bool = False) -> None:
        """A criterion: its value as a bar and its sentence; a veto is named to those who listen.

        ``is_marked``: the veto stands before the sentence too, where no heading says it.
        """
        value, veto = line.finding.value, line.finding.veto
        self.name.setText(line.label)
        if isinstance(self.bar, CriterionBar):
            self.bar.set_value(value, is_ruled_out=veto is VetoState.CONFIRMED)
        sentence = line.finding.sentence
        mark = veto_words(veto)
        self.saying.say(sentence, mark if is_marked else "", "decline" if veto is VetoState.CONFIRMED else "ask")
        self._tell_points(line.label, points_words(share), f"{mark}: {sentence}" if mark else sentence)

    def _tell_points(self, name: str, words: str, sentence: str) -> None:
        said = f"{name}: {words}. {sentence}".rstrip()
        if self.bar.accessibleName() == said:
            return
        self._points = words
        self.bar.setAccessibleName(said)
        for widget in self.widgets():
            widget.setToolTip(plain_tooltip(words))


class FitGrid(QWidget):
    """Lines one below the other; the bars grow narrower where there is little room."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FitLine] = []
        self._keys: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE * 2)
        self._grid.setVerticalSpacing(spacing)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(2, 1)

    def lines(self) -> tuple[FitLine, ...]:
        return tuple(self._lines)

    def shown(self) -> dict[str, FitLine]:
        """The lines on display, by the key of their criterion."""
        return dict(zip(self._keys, self._lines, strict=False))

    def add(self, line: FitLine) -> FitLine:
        top = Qt.AlignmentFlag.AlignTop
        row = len(self._lines)
        for place, widget in enumerate(line.widgets()):
            self._grid.addWidget(widget, row, place, top)
        line.bar.setFixedWidth(self._bar_width())
        self._lines.append(line)
        return line

    def show_contributions(
        self, lines: Sequence[Contribution], points: WholePoints, *, is_marked: bool = False
    ) -> None:
        """Show ``lines`` and no others; with none, the grid hides."""
        while len(self._lines) < len(lines):
            self.add(FitLine())
        self._keys = tuple(line.criterion for line in lines)
        for index, line in enumerate(self._lines):
            if index < len(lines):
                line.show_contribution(lines[index], points.lines[lines[index].criterion], is_marked=is_marked)
            line.set_visible(index < len(lines))
        if self.isHidden() == bool(lines):
            self.setVisible(bool(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for line in self._lines:
            line.bar.setFixedWidth(self._bar_width())
        super().resizeEvent(event)

    def _bar_width(self) -> int:
        return WIDEST if self.width() >= ROOMY else max(NARROWEST, WIDEST - (ROOMY - self.width()))
