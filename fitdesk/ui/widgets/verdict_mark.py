"""A verdict as shape, word and colour: never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitdesk.domain.terms import Verdict
from fitdesk.ui.colours import colours_of
from fitdesk.ui.format import verdict_word
from fitdesk.ui.theme import font_of

_GAP = 5.0


def paint_verdict(painter: QPainter, rect: QRectF, verdict: Verdict, colour: str, font: QFont) -> float:
    """Shape and word at the right end of ``rect``, centred in its height. Returns the width used."""
    word = verdict_word(verdict)
    metrics = QFontMetricsF(font)
    size = metrics.capHeight() + 1.0
    width = metrics.horizontalAdvance(word) + _GAP + size
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
    middle = rect.center().y() + (metrics.ascent() - metrics.descent() - metrics.capHeight()) / 2
    paint_shape(painter, QRectF(rect.right() - width, middle - size / 2, size, size), verdict, colour, font)
    painter.restore()
    return width


def paint_shape(painter: QPainter, box: QRectF, verdict: Verdict, colour: str, font: QFont) -> None:
    """✓, ?, ✕ or ◇ in ``box``; drawn, because not every font has them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if verdict is Verdict.ASK:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(box.adjusted(-2, -4, 2, 4), Qt.AlignmentFlag.AlignCenter, "?")
        return
    pen = QPen(QColor(colour), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

    if verdict is Verdict.ACCEPT:
        painter.drawPolyline(QPolygonF([at(0.08, 0.55), at(0.38, 0.85), at(0.92, 0.2)]))
    elif verdict is Verdict.DECLINE:
        painter.drawLine(at(0.14, 0.14), at(0.86, 0.86))
        painter.drawLine(at(0.86, 0.14), at(0.14, 0.86))
    else:
        painter.drawPolygon(QPolygonF([at(0.5, -0.06), at(1.06, 0.5), at(0.5, 1.06), at(-0.06, 0.5)]))


class VerdictMark(QWidget):
    """Shape and word, right-aligned, for the head of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Show ``verdict``; nothing for None."""
        if verdict is self._verdict and verdict is not None:
            return
        self._verdict = verdict
        self.setAccessibleName(verdict_word(verdict) if verdict else "")
        self.updateGeometry()
        self.update()

    def verdict(self) -> Verdict | None:
        return self._verdict

    def _font(self) -> QFont:
        return font_of(self.font(), weight=QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        word = verdict_word(self._verdict) if self._verdict else ""
        return QSize(
            round(metrics.horizontalAdvance(word) + _GAP + metrics.capHeight() + 6), round(metrics.height() + 6)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        painter = QPainter(self)
        colour = colours_of(self.palette()).of_verdict(self._verdict)
        paint_verdict(painter, QRectF(self.rect()).adjusted(0, 0, -1, 0), self._verdict, colour, self._font())
        painter.end()
