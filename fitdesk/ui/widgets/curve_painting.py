"""How a value function is drawn: in the plot of its editor, and small beside the weight."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from fitdesk.domain.curves import Curve
from fitdesk.domain.values import Points
from fitdesk.ui.colours import Colours
from fitdesk.ui.widgets.curve_words import meant, percent, shown, unit_words

POINT_RADIUS = 5.5


@dataclass(frozen=True, slots=True)
class CurveScale:
    """Where values lie in ``rect``: x from ``low`` to ``high``, y from 0 at the bottom to 1 at the top."""

    rect: QRectF
    low: float
    high: float

    def at(self, x: float, y: float) -> QPointF:
        """The pixel of a value."""
        across = (x - self.low) / (self.high - self.low) if self.high > self.low else 0.0
        return QPointF(
            self.rect.left() + min(max(across, 0.0), 1.0) * self.rect.width(),
            self.rect.bottom() - min(max(y, 0.0), 1.0) * self.rect.height(),
        )

    def value(self, place: QPointF) -> tuple[float, float]:
        """The value at a pixel; may lie outside the plot."""
        across = (place.x() - self.rect.left()) / max(1.0, self.rect.width())
        return self.low + across * (self.high - self.low), (self.rect.bottom() - place.y()) / max(
            1.0, self.rect.height()
        )


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Round numbers from ``low`` to ``high``, at most ``most`` of them: 0, 50, 100 …"""
    span = high - low
    if span <= 0:
        return (low,)
    raw = span / max(1, most - 1)
    size = 10.0 ** floor(log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw * 0.999)
    first = -(-low // step) * step
    return tuple(round(first + n * step, 6) for n in range(int((high - first) / step + 1e-9) + 1))


def path_of(scale: CurveScale, points: Points) -> QPainterPath:
    """The line through ``points``, level to both edges."""
    path = QPainterPath(scale.at(scale.low, points[0][1]))
    for x, y in points:
        path.lineTo(scale.at(x, y))
    path.lineTo(scale.at(scale.high, points[-1][1]))
    return path


def paint_area(painter: QPainter, scale: CurveScale, points: Points, colour: QColor) -> None:
    """The tint under the line."""
    path = path_of(scale, points)
    path.lineTo(scale.rect.bottomRight())
    path.lineTo(scale.rect.bottomLeft())
    path.closeSubpath()
    painter.fillPath(path, colour)


def paint_line(painter: QPainter, scale: CurveScale, points: Points, pen: QPen) -> None:
    """The line itself."""
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(scale, points))


def paint_levels(painter: QPainter, rect: QRectF, points: Points, colour: QColor, track: QColor) -> None:
    """A column per level, for a picture of a function over named levels."""
    wide = rect.width() / len(points)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, (_x, y) in enumerate(points):
        box = QRectF(rect.left() + place * wide + 1, rect.top(), max(1.0, wide - 2), rect.height())
        painter.setBrush(track)
        painter.drawRoundedRect(box, 1.5, 1.5)
        high = max(1.5, box.height() * min(max(y, 0.0), 1.0))
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(box.left(), box.bottom() - high, box.width(), high), 1.5, 1.5)


def paint_frame(painter: QPainter, scale: CurveScale, colours: Colours, font: QFont, curve: Curve) -> None:
    """Grid and the numbers of both scales; the last number below has its unit."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for y in (0.0, 0.5, 1.0):
        left, right = scale.at(scale.low, y), scale.at(scale.high, y)
        painter.setPen(QPen(QColor(colours.track), 1))
        painter.drawLine(left, right)
        painter.setPen(QColor(colours.dimmed))
        box = QRectF(0, left.y() - metrics.height() / 2, scale.rect.left() - 10, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(y))
    below = scale.rect.bottom() + 6 + metrics.ascent()
    places = ticks(shown(curve, scale.low), shown(curve, scale.high), max(2, int(scale.rect.width() / 52)))
    last = f"{places[-1]:g} {unit_words(curve)}".strip()
    edge = scale.rect.right() + 8 - metrics.horizontalAdvance(last)
    for number in places:
        at = scale.at(meant(curve, number), 0.0)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(at, at + QPointF(0, 4))
        painter.setPen(QColor(colours.dimmed))
        words = last if number == places[-1] else f"{number:g}"
        left_edge = at.x() - metrics.horizontalAdvance(f"{number:g}") / 2
        if number == places[-1]:
            painter.drawText(QPointF(min(left_edge, edge), below), words)
        elif left_edge + metrics.horizontalAdvance(words) + 8 < edge:
            painter.drawText(QPointF(left_edge, below), words)


def paint_points(
    painter: QPainter, scale: CurveScale, points: Points, colours: Colours, chosen: int, ring: bool
) -> None:
    """The handles; the chosen one is filled, and ringed while the plot has the focus."""
    for index, (x, y) in enumerate(points):
        at = scale.at(x, y)
        is_chosen = index == chosen
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.accent if is_chosen else colours.window))
        painter.drawEllipse(at, POINT_RADIUS, POINT_RADIUS)
        if is_chosen and ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawEllipse(at, POINT_RADIUS + 4, POINT_RADIUS + 4)
