"""A box to tick with words beside it that wrap; its edge can be seen on every ground, light and dark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from fitdesk.ui.theme import SPACE, colours_of

BOX = 18
"""Width and height of the box."""
INDENT = BOX + SPACE
"""From the left edge to the words; what belongs to the box begins there too."""
_EDGE = 2
"""Room around box and words for the focus ring."""
_WRAPS = Qt.TextFlag.TextWordWrap


class TickBox(QCheckBox):
    """A QCheckBox that paints itself: the style's own box is lost on a dark card, and its words do not wrap."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().size(0, self._words).width() + INDENT + 2 * _EDGE
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(INDENT * 3, BOX + 2 * _EDGE)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(BOX, self._words_in(width).height()) + 2 * _EDGE

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        line = self.fontMetrics().height()
        top = _EDGE + max(0, line - BOX) / 2
        box = QRectF(0, top, BOX, BOX).adjusted(1, 1, -1, -1)
        ticked, focused = self.isChecked(), self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if ticked or focused else colours.dimmed), 2 if focused else 1.2))
        painter.setBrush(QColor(colours.accent if ticked else colours.window))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(QColor(colours.on_accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            middle = box.center()
            painter.drawPolyline([middle + QPointF(-4, 0), middle + QPointF(-1, 3), middle + QPointF(4, -3.5)])
        painter.setPen(QColor(colours.text))
        words = QRect(INDENT, _EDGE + max(0, BOX - line) // 2, self.width() - INDENT, self.height())
        painter.drawText(words, int(_WRAPS), self._words)
        if focused:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            under = words.top() + self.fontMetrics().ascent() + 3.0
            wide = min(words.width(), self.fontMetrics().size(0, self._words).width())
            painter.drawLine(QPointF(INDENT, under), QPointF(INDENT + wide, under))

    def _words_in(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - INDENT), 10_000)
        return self.fontMetrics().boundingRect(room, int(_WRAPS), self._words)
