"""A slider of whole points with a notch where it usually stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from fitdesk.ui.theme import colours_of

_EDGE = 10


class NotchSlider(QSlider):
    """0 to ``most``; a notch marks the usual value, Backspace or Delete goes back to it. Up and Down leave it."""

    def __init__(self, usual: int, most: int, *, step: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._usual, self._most = usual, most
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setPageStep(5 * step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_usual(self, usual: int) -> None:
        """Move the notch."""
        if usual != self._usual:
            self._usual = usual
            self.update()

    def show_value(self, value: int) -> None:
        """Move the handle, silently."""
        self.blockSignals(True)
        self.setValue(min(max(value, 0), self._most))
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.setValue(self._usual)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setValue(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._at(event.position().x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        middle = self.height() / 2
        handle = QColor(colours.accent if self.isEnabled() else colours.dimmed)
        for colour, value in ((QColor(colours.track), self._most), (handle, self.value())):
            painter.setPen(QPen(colour, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(_EDGE, middle), QPointF(self._x(value), middle))
        painter.setPen(QPen(QColor(colours.dimmed), 1.5))
        notch = self._x(self._usual)
        painter.drawLine(QPointF(notch, middle - 8), QPointF(notch, middle + 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(handle)
        painter.drawEllipse(QPointF(self._x(self.value()), middle), 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _x(self, value: int) -> float:
        return _EDGE + value * (self.width() - 2 * _EDGE) / self._most

    def _at(self, x: float) -> int:
        whole = (x - _EDGE) * self._most / max(1, self.width() - 2 * _EDGE)
        step = self.singleStep()
        return min(self._most, max(0, round(whole / step) * step))
