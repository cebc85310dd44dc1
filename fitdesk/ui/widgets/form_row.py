"""One row of a form: the label above, the field, and below it what helps or what is wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.ui.theme import SPACE, colours_of, set_style
from fitdesk.ui.widgets.field import Field
from fitdesk.ui.widgets.page import PlainLabel


class ErrorMark(QWidget):
    """A small ring with an exclamation stroke: the shape that stands beside an error's words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(14, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(colours_of(self.palette()).decline)
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = self.height() / 2
        painter.drawEllipse(QRectF(1, middle - 6, 12, 12))
        painter.drawLine(QPointF(7, middle - 3), QPointF(7, middle + 0.6))
        painter.drawPoint(QPointF(7, middle + 3))


class FormRow(QWidget):
    """A labelled field. ``entered`` and ``left_by_mouse`` tell when the pointer rests on it."""

    entered = Signal()
    left_by_mouse = Signal()

    def __init__(
        self,
        label: str,
        field: Field[Any],
        *,
        helper: str = "",
        placed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``placed``: the field already stands elsewhere; this row only keeps its name and error, unseen."""
        super().__init__(parent)
        if placed:
            self.hide()
        self.field = field
        self._helper = helper
        self._error = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = PlainLabel(label, "caption")
        if not placed:
            self.label.setBuddy(field.targets()[0])
        column.addWidget(self.label)
        self.label.setVisible(bool(label))
        narrow = field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum
        if not placed:
            column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        self._below = QWidget(self)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        self._mark = ErrorMark(self._below)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.message = PlainLabel("", "caption", wraps=True)
        self.message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        below.addWidget(self.message, 1)
        column.addWidget(self._below)
        field.set_name(label.replace("&", ""))
        self._write_below()

    @property
    def shown_error(self) -> str:
        """The error on display, or ""."""
        return self._error

    def show_error(self, error: str) -> None:
        """Show ``error`` in place of the helper text; "" takes it away."""
        if error != self._error:
            self._error = error
            self.field.set_invalid(bool(error))
            self._write_below()

    def set_helper(self, text: str) -> None:
        """The quiet line below the field, seen while nothing is wrong."""
        if text != self._helper:
            self._helper = text
            self._write_below()

    def _write_below(self) -> None:
        text = self._error or self._helper
        self.message.setText(text)
        set_style(self.message, "role", "error" if self._error else "caption")
        self._mark.setVisible(bool(self._error))
        self._below.setVisible(bool(text))
        self.field.set_description(text)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self.entered.emit()

    def leaveEvent(self, _event: QEvent) -> None:
        self.left_by_mouse.emit()


class RowLine(QWidget):
    """Related rows side by side while there is room for ``least`` pixels each, else one above the other."""

    def __init__(self, rows: list[tuple[FormRow, int]], *, least: int = 140, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed = least * len(rows) + SPACE * 2 * (len(rows) - 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE * 2)
        for row, stretch in rows:
            self._box.addWidget(row, stretch, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        upright = self.width() < self._needed
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)
