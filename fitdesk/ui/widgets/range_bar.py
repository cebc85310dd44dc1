"""A score as a bar: what is known solid, what an unknown could still add hatched; and the short bar of a list row."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitdesk.domain.ranges import Range
from fitdesk.i18n import _
from fitdesk.ui.colours import Colours, colours_of
from fitdesk.ui.format import points


def paint_interval(painter: QPainter, rect: QRectF, score: Range, of: float, colours: Colours, colour: str) -> None:
    """The short bar of a list row: only the stretch from low to high is filled, at least as wide as it is high."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(QColor(colours.track))
    painter.drawRoundedRect(rect, radius, radius)
    left, right = _ends(rect, score, of)
    if right - left < rect.height():
        middle = min(max((left + right) / 2, rect.left() + radius), rect.right() - radius)
        left, right = middle - radius, middle + radius
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(left, rect.top(), right - left, rect.height()), radius, radius)
    painter.restore()


def paint_known_unknown(
    painter: QPainter, rect: QRectF, score: Range, of: float, colours: Colours, colour: str
) -> None:
    """The bar of a fit panel: solid from 0 to low, hatched from low to high, the track beyond."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = rect.height() / 2
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    painter.fillPath(shape, QColor(colours.track))
    left, right = _ends(rect, score, of)
    if right > left:
        painter.setClipPath(shape)
        # The hatching begins under the round end of the solid part, so that no gap shows between them.
        start = max(rect.left(), left - radius)
        painter.setClipRect(QRectF(start, rect.top(), right - start, rect.height()), Qt.ClipOperation.IntersectClip)
        _hatch(painter, QRectF(start, rect.top(), right - start, rect.height()), QColor(colours.hatch))
        painter.setClipPath(shape)
    if left > rect.left():
        known = QPainterPath()
        width = max(left - rect.left(), rect.height())
        known.addRoundedRect(QRectF(rect.left(), rect.top(), width, rect.height()), radius, radius)
        painter.fillPath(known, QColor(colour))
    painter.restore()


def _ends(rect: QRectF, score: Range, of: float) -> tuple[float, float]:
    def at(number: float) -> float:
        return rect.left() + rect.width() * min(max(number / of if of else 0.0, 0.0), 1.0)

    return at(score.low), at(score.high)


def _hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Slanted strokes, 4 px apart, over ``rect`` (clip first)."""
    painter.setPen(QPen(colour, 1.5))
    height, left = rect.height(), rect.left() - rect.height()
    low, high = rect.bottom() + 0.5, rect.top() - 0.5
    count = int((rect.width() + 2 * height) / 4) + 1
    starts = [left + 4.0 * n for n in range(count)]
    painter.drawLines([QLineF(x, low, x + height + 1, high) for x in starts])  # one call, not forty


class RangeBar(QWidget):
    """A bar of a fit panel: ``set_score(score, of)``; ``thick`` (10 px) for the two sums, thin (7 px) for the lines."""

    def __init__(self, *, thick: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = 10 if thick else 7
        self._score = Range(0.0, 1.0)
        self._of = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_score(self, score: Range, of: float) -> None:
        """Show ``score`` on a scale from 0 to ``of``."""
        if (score, of) == (self._score, self._of) and self.accessibleName():
            return
        self._score, self._of = score, of
        self.setAccessibleName(_("{score} of {of}").format(score=points(score), of=round(of)))
        self.update()

    def score(self) -> Range:
        return self._score

    def sizeHint(self) -> QSize:
        return QSize(170, self._height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        rect = QRectF(0, (self.height() - self._height) / 2, self.width(), self._height)
        paint_known_unknown(painter, rect, self._score, self._of, colours, colours.accent)
        painter.end()
