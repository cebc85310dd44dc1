"""Several of a short list at once: pills that are ticked or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import colours_of
from fitdesk.ui.widgets.field import Field, Typed, required
from fitdesk.ui.widgets.flow_layout import FlowLayout

V = TypeVar("V")
_HEIGHT = 30
_TICK = 16


class TogglePill(QAbstractButton):
    """A word that is ticked or not; the tick is a shape, not only a colour."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 24 + _TICK, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        ticked = self.isChecked()
        edge = colours.accent if ticked or self.hasFocus() else colours.border
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colours.selected if ticked else colours.hover if self.underMouse() else colours.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        ink = QColor(colours.text if ticked else colours.dimmed)
        painter.setPen(QPen(QColor(colours.accent if ticked else colours.hatch), 1.8, Qt.PenStyle.SolidLine,
                            Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))  # fmt: skip
        middle = self.height() / 2
        if ticked:
            painter.drawPolyline([QPointF(11, middle), QPointF(14, middle + 3), QPointF(20, middle - 4)])
        else:
            painter.drawLine(QPointF(11, middle), QPointF(19, middle))
            painter.drawLine(QPointF(15, middle - 4), QPointF(15, middle + 4))
        painter.setPen(ink)
        painter.drawText(QRectF(9 + _TICK, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())


class TogglesField(Field[tuple[V, ...]], Generic[V]):
    """All ticked values, in the order of the list; empty is unknown."""

    def __init__(self, options: Sequence[tuple[V, str]], *, needed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed = needed
        self._flow = FlowLayout(self, gap=8)
        self._pills: list[tuple[V, TogglePill]] = [(value, TogglePill(words)) for value, words in options]
        for _value, pill in self._pills:
            self._flow.addWidget(pill)
            pill.clicked.connect(self.changed)
        self.setFocusProxy(self._pills[0][1])
        self.watch(*self.targets())

    def targets(self) -> tuple[QWidget, ...]:
        return tuple(pill for _value, pill in self._pills)

    def set_name(self, name: str) -> None:
        for _value, pill in self._pills:
            pill.setAccessibleName(_("{field}: {choice}").format(field=name, choice=pill.text()))

    def pill(self, value: V) -> TogglePill:
        """The pill of ``value``. Raises KeyError."""
        return dict(self._pills)[value]

    def value(self) -> tuple[V, ...]:
        return tuple(value for value, pill in self._pills if pill.isChecked())

    def set_value(self, value: tuple[V, ...]) -> None:
        for option, pill in self._pills:
            pill.setChecked(option in value)

    def error(self) -> str:
        return required(self.value(), self._needed)

    def typed(self) -> Typed:
        return [place for place, (_value, pill) in enumerate(self._pills) if pill.isChecked()]

    def set_typed(self, typed: Typed) -> None:
        for place, (_value, pill) in enumerate(self._pills):
            pill.setChecked(place in typed)
