"""A share with what is sure about it: a stretch from the low to the high end, and a dot where the share stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitdesk.domain.ranges import Range
from fitdesk.ui.colours import colours_of

_HEIGHT = 8
_DOT = 6.0


class ShareBar(QWidget):
    """``show_share(share, interval)`` on a scale from 0 to 1; nothing after ``show_nothing``, for an empty track would
    say none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._interval = Range(0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, interval: Range) -> None:
        self._share, self._interval = share, interval
        self.update()

    def show_nothing(self) -> None:
        self._share = None
        self.update()

    def share(self) -> float | None:
        """What is shown, from 0 to 1; None when nothing is."""
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(220, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(_DOT, (self.height() - _HEIGHT) / 2, self.width() - 2 * _DOT, _HEIGHT)
        if self._share is not None:
            painter.setBrush(QColor(colours.track))
            painter.drawRoundedRect(rect, _HEIGHT / 2, _HEIGHT / 2)
            left = rect.left() + rect.width() * self._interval.low
            right = rect.left() + rect.width() * self._interval.high
            painter.setBrush(QColor(colours.hatch))
            painter.drawRoundedRect(QRectF(left, rect.top(), right - left, _HEIGHT), _HEIGHT / 2, _HEIGHT / 2)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(QPointF(rect.left() + rect.width() * self._share, rect.center().y()), _DOT, _DOT)
        painter.end()
