"""One word in a pill that can be taken away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import colours_of
from fitdesk.ui.widgets.page import plain_tooltip

CHIP_HEIGHT = 24
_WIDEST_WORD = 420


class Chip(QAbstractButton):
    """One word in a pill with a cross; a click on the cross removes it, a click elsewhere marks it."""

    removed = Signal()

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(word.replace("&", "&&"))
        self.word = word
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("{word}, remove").replace("{word}", word))
        self.setToolTip(plain_tooltip(word))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.marked = False

    def sizeHint(self) -> QSize:
        return QSize(min(QFontMetrics(self.font()).horizontalAdvance(self.word), _WIDEST_WORD) + 38, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, CHIP_HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() >= self.width() - 26 and self.rect().contains(event.position().toPoint()):
            self.removed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        painter.setPen(QPen(QColor(colours.accent if self.marked else colours.border), 2 if self.marked else 1))
        painter.setBrush(QColor(colours.selected if self.marked else colours.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
        painter.setPen(QColor(colours.text))
        room = self.width() - 36
        shown = painter.fontMetrics().elidedText(self.word, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(10, 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(QColor(colours.text if self.underMouse() else colours.dimmed), 1.4))
        x, y = self.width() - 16.0, self.height() / 2
        painter.drawLine(QPointF(x - 3, y - 3), QPointF(x + 3, y + 3))
        painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3))
