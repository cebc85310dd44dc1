"""A value function in the size of a word, beside the weight of its criterion."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitdesk.domain.curves import Curve, CurveKind
from fitdesk.domain.values import Points
from fitdesk.ui.theme import colours_of
from fitdesk.ui.widgets.curve_painting import CurveScale, paint_area, paint_levels, paint_line

_TINT = 34


class CurvePicture(QWidget):
    """``set_curve(curve, points, is_own)``: in the accent where it is not the usual one, grey where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: Curve | None = None
        self._points: Points = ()
        self._is_own = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_curve(self, curve: Curve | None, points: Points, *, is_own: bool) -> None:
        """Show ``points``; nothing for None."""
        if (curve, points, is_own) != (self._curve, self._points, self._is_own):
            self._curve, self._points, self._is_own = curve, points, is_own
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(44, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._curve is None or not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        colour = QColor(colours.accent if self._is_own else colours.hatch)
        box = QRectF(self.rect()).adjusted(2, 4, -2, -4)
        if self._curve.kind is CurveKind.LEVELS:
            paint_levels(painter, box, self._points, colour, QColor(colours.track))
            return
        scale = CurveScale(box, self._curve.low, self._curve.high)
        tint = QColor(colour)
        tint.setAlpha(_TINT)
        paint_area(painter, scale, self._points, tint)
        paint_line(painter, scale, self._points, QPen(colour, 1.5))
