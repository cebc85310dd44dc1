"""The editor of one value function: plot and exact fields, or a slider per case, with what is wrong beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from fitdesk.domain.curves import Curve, CurveKind, trouble_with
from fitdesk.domain.values import Points
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.curve_fields import CurveFields
from fitdesk.ui.widgets.curve_levels import CurveLevels
from fitdesk.ui.widgets.curve_plot import CurvePlot
from fitdesk.ui.widgets.curve_words import axis_words
from fitdesk.ui.widgets.page import PlainLabel

_SIDE_BY_SIDE = 460
"""Pixels from which plot and fields stand beside each other."""


class CurveEditor(QWidget):
    """``edited()`` when the points have been changed by hand and make a value function; ``points()`` is that one."""

    edited = Signal()

    def __init__(self, curve: Curve, points: Points, usual: Points, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve = curve
        self._good = points
        self.trouble = PlainLabel("", "error", wraps=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(axis_words(curve), "secondary", wraps=True))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(SPACE * 2)
        column.addLayout(self._body)
        column.addWidget(self.trouble)
        self.plot: CurvePlot | None = None
        self.fields: CurveFields | None = None
        self.levels: CurveLevels | None = None
        if curve.kind is CurveKind.LEVELS:
            self.levels = CurveLevels(curve, points, usual)
            self.levels.edited.connect(self._take_levels)
            self.levels.unread.connect(self._tell)
            self._body.addWidget(self.levels, 1)
        else:
            self._add_line(curve, points, usual)

    def points(self) -> Points:
        """The last points that make a value function."""
        return self._good

    def set_points(self, points: Points) -> None:
        """Show ``points``, silently."""
        self._good = points
        for part in (self.plot, self.fields, self.levels):
            if part is not None and part.points() != points:
                part.set_points(points)
        self._tell("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.plot is not None:
            wide = self.width() >= _SIDE_BY_SIDE
            way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            if self._body.direction() != way:
                self._body.setDirection(way)

    def _add_line(self, curve: Curve, points: Points, usual: Points) -> None:
        plot, fields = CurvePlot(curve, points, usual), CurveFields(curve, points)
        plot.edited.connect(lambda: self._take(plot.points()))
        fields.edited.connect(lambda: self._take(fields.points()))
        fields.unread.connect(self._tell)
        fields.entered.connect(lambda index: plot.choose(min(index, len(plot.points()) - 1)))
        self._body.addWidget(plot, 1)
        self._body.addWidget(fields)
        fields.follow(plot)
        self.plot, self.fields = plot, fields

    def _take_levels(self) -> None:
        if self.levels is not None:
            self._take(self.levels.points())

    def _take(self, points: Points) -> None:
        """Points set by hand: shown everywhere, and told when they make a value function."""
        trouble = trouble_with(self.curve, points)
        self._tell(trouble)
        if trouble:
            return
        self._good = points
        if self.plot is not None and self.plot.points() != points:
            self.plot.set_points(points)
        if self.fields is not None and self.fields.points() != points:
            self.fields.set_points(points)
        self.edited.emit()

    def _tell(self, trouble: str) -> None:
        self.trouble.setText(
            _("{trouble} Until then the last good curve stays.").format(trouble=trouble) if trouble else ""
        )
        self.trouble.setVisible(bool(trouble))
