"""The drawn plot of a value function: its points are dragged with the mouse and moved with the keys."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitdesk.domain.curves import Curve
from fitdesk.domain.values import Points
from fitdesk.i18n import _
from fitdesk.ui.theme import colours_of, font_of
from fitdesk.ui.widgets.curve_edits import Y_STEP, added, dragged, removed
from fitdesk.ui.widgets.curve_painting import CurveScale, paint_area, paint_frame, paint_line, paint_points
from fitdesk.ui.widgets.curve_words import axis_words, percent, x_words

_REACH = 14.0
"""Pixels around a point within which a press takes hold of it."""
_ROOM = 10.0
"""Pixels around the plot in which the ring of a point has room."""
_TINT = 34


class CurvePlot(QWidget):
    """Tab goes from point to point, arrows move (Shift: finer), Insert adds one, Delete takes one away.

    ``edited()`` after each change by hand; ``chosen(index)`` when another point is meant.
    """

    edited = Signal()
    chosen = Signal(int)

    def __init__(self, curve: Curve, points: Points, usual: Points, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve, self._points, self._usual = curve, points, usual
        self._index = 0
        self._held: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def points(self) -> Points:
        """The points as they are drawn."""
        return self._points

    def set_points(self, points: Points) -> None:
        """Draw ``points``, silently."""
        self._points = points
        self._index = min(self._index, len(points) - 1)
        self._describe()
        self.update()

    def index(self) -> int:
        """Which point the keys move."""
        return self._index

    def choose(self, index: int) -> None:
        """Let the keys move this point."""
        if index != self._index:
            self._index = index
            self._describe()
            self.update()
            self.chosen.emit(index)

    def place_of(self, index: int) -> QPointF:
        """The pixel at which a point is drawn."""
        return self._scale().at(*self._points[index])

    def sizeHint(self) -> QSize:
        return QSize(320, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 190)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._held = self._under(event.position())
        if self._held is not None:
            self.choose(self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._under(event.position()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        x, y = self._scale().value(event.position())
        self._change(dragged(self._curve, self._points, self._held, x, y, fine=fine))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position()) is None:
            x, _y = self._scale().value(event.position())
            before = max((n for n, (at, _v) in enumerate(self._points) if at <= x), default=0)
            self._insert(min(before, len(self._points) - 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if key in steps:
            across, up = steps[key]
            x, y = self._points[self._index]
            rise = up * (Y_STEP / 5 if fine else Y_STEP)
            self._change(
                dragged(self._curve, self._points, self._index, x + across * self._curve.step, y + rise, fine=True)
            )
        elif key == Qt.Key.Key_Insert:
            self._insert(self._index)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._change(removed(self._points, self._index))
        elif key == Qt.Key.Key_Home:
            self.choose(0)
        elif key == Qt.Key.Key_End:
            self.choose(len(self._points) - 1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks over the points before it leaves the plot."""
        index = self._index + (1 if forward else -1)
        if 0 <= index < len(self._points):
            self.choose(index)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.choose(0)
        elif event.reason() is Qt.FocusReason.BacktabFocusReason:
            self.choose(len(self._points) - 1)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        scale = self._scale()
        paint_frame(painter, scale, colours, font_of(self.font(), larger=-1.5), self._curve)
        tint = QColor(colours.accent)
        tint.setAlpha(_TINT)
        paint_area(painter, scale, self._points, tint)
        if self._usual != self._points:
            paint_line(painter, scale, self._usual, QPen(QColor(colours.hatch), 1.5, Qt.PenStyle.DashLine))
        paint_line(painter, scale, self._points, QPen(QColor(colours.accent), 2))
        paint_points(painter, scale, self._points, colours, self._index, ring=self.hasFocus())

    def _scale(self) -> CurveScale:
        metrics = QFontMetricsF(font_of(self.font(), larger=-1.5))
        left = metrics.horizontalAdvance("100 %") + 12
        below = metrics.height() + 10
        box = QRectF(self.rect()).adjusted(left, _ROOM, -_ROOM, -below)
        return CurveScale(box, self._curve.low, self._curve.high)

    def _under(self, place: QPointF) -> int | None:
        """The point under the pointer."""
        scale, found, nearest = self._scale(), None, _REACH
        for index, point in enumerate(self._points):
            gap = scale.at(*point) - place
            far = hypot(gap.x(), gap.y())
            if far <= nearest:
                found, nearest = index, far
        return found

    def _insert(self, index: int) -> None:
        points, place = added(self._curve, self._points, index)
        if points != self._points:
            self._points = points
            self._index = place
            self._changed()

    def _change(self, points: Points) -> None:
        if points != self._points:
            self._points = points
            self._index = min(self._index, len(points) - 1)
            self._changed()

    def _changed(self) -> None:
        self._describe()
        self.update()
        self.edited.emit()

    def _describe(self) -> None:
        x, y = self._points[self._index]
        self.setAccessibleName(axis_words(self._curve))
        self.setAccessibleDescription(
            _("Point {n} of {all}: {x} counts {y}").format(
                n=self._index + 1, all=len(self._points), x=x_words(self._curve, x), y=percent(y)
            )
        )
