"""One criterion's weight: its name, a slider with a notch at the usual value, and the share that comes of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE, colours_of
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.page import PlainLabel

MOST = 40
"""Points; a criterion that counts for more would drown the rest."""
_EDGE = 10


class WeightSlider(QSlider):
    """0 to 40 points; a notch marks the usual value, Backspace or Delete goes back to it."""

    def __init__(self, usual: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._usual = usual
        self.setRange(0, MOST)
        self.setPageStep(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 30)

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
        self.setFocus()
        self.setValue(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._at(event.position().x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        middle = self.height() / 2
        for colour, value in ((colours.track, MOST), (colours.accent, self.value())):
            painter.setPen(QPen(QColor(colour), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(_EDGE, middle), QPointF(self._x(value), middle))
        painter.setPen(QPen(QColor(colours.dimmed), 1.5))
        notch = self._x(self._usual)
        painter.drawLine(QPointF(notch, middle - 8), QPointF(notch, middle + 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QPointF(self._x(self.value()), middle), 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _x(self, value: int) -> float:
        return _EDGE + value * (self.width() - 2 * _EDGE) / MOST

    def _at(self, x: float) -> int:
        return min(MOST, max(0, round((x - _EDGE) * MOST / max(1, self.width() - 2 * _EDGE))))


class WeightField(Field[float]):
    """A weight in points. What the store has between two points (it may) stays until the slider is moved."""

    def __init__(self, name: str, usual: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual, self._value, self._name = usual, usual, name
        self.slider = WeightSlider(round(usual))
        self.share = PlainLabel("", "caption")
        self.share.setFixedWidth(120)
        label = ElidedLabel(name)
        label.setFixedWidth(140)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.share)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._take)
        self.watch(self.slider)
        self.set_value(usual)

    def targets(self) -> tuple[QWidget, ...]:
        return (self.slider,)

    def value(self) -> float:
        return self._value

    def set_value(self, value: float) -> None:
        self._value = value
        self.slider.blockSignals(True)
        self.slider.setValue(round(min(MOST, max(0.0, value))))
        self.slider.blockSignals(False)

    def typed(self) -> Typed:
        return self._value

    def set_typed(self, typed: Typed) -> None:
        self.set_value(float(typed))

    def show_share(self, share: float) -> None:
        """Say what share of 100 the weight comes to, and what is usual where it differs."""
        words = _("{share} of 100").replace("{share}", f"{share:.1f}".removesuffix(".0"))
        if self._value != self._usual:
            words = _("{share}, usually {usual}").format(
                share=f"{share:.1f}".removesuffix(".0"), usual=f"{self._usual:g}"
            )
        self.share.setText(words)
        self.slider.setAccessibleDescription(words)

    def _take(self, value: int) -> None:
        self._value = float(value)
        self.changed.emit()
