"""A folded part of a form: one quiet line that opens what is seldom needed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.ui.theme import SPACE, colours_of, font_of

_HEIGHT = 32
_TEXT_AT = 20


class FoldButton(QAbstractButton):
    """A chevron, a title and, while folded, a few dimmed words on what is inside."""

    def __init__(self, title: str, summary: str = "", parent: QWidget | None = None, *, strong: bool = True) -> None:
        """``strong`` is False for one of many in a list, whose titles are not headings."""
        super().__init__(parent)
        self.summary = summary
        self._weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_TEXT_AT + QFontMetrics(self._strong()).horizontalAdvance(self.text()) + SPACE, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_chevron(painter, QColor(colours.text if self.underMouse() else colours.dimmed))
        painter.setFont(self._strong())
        painter.setPen(QColor(colours.text))
        area = QRectF(self.rect()).adjusted(_TEXT_AT, 0, -4, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            area, middle, painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
        )
        if self.summary and not self.isChecked():
            area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(self.text()) + 12)
            painter.setFont(font_of(self.font(), larger=-1))
            painter.setPen(QColor(colours.dimmed))
            room = max(0, int(area.width()))
            painter.drawText(
                area, middle, painter.fontMetrics().elidedText(self.summary, Qt.TextElideMode.ElideRight, room)
            )

    def _paint_chevron(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        x, y = 8.0, self.height() / 2
        if self.isChecked():
            points = [QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]
        else:
            points = [QPointF(x - 2, y - 4), QPointF(x + 2, y), QPointF(x - 2, y + 4)]
        painter.drawPolyline(points)

    def _strong(self) -> QFont:
        return font_of(self.font(), weight=self._weight)


class Disclosure(QWidget):
    """A ``button`` that folds and unfolds; ``content`` is the layout of what it hides."""

    def __init__(self, title: str, summary: str = "", *, parent: QWidget | None = None) -> None:
        """``summary`` says in a few words what is inside, so that nobody has to open it to find out."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.button = FoldButton(title)
        self.button.toggled.connect(self._turn)
        column.addWidget(self.button)
        self._body = QWidget()
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(0, 0, 0, SPACE)
        self.content.setSpacing(SPACE * 2)
        self._body.hide()
        column.addWidget(self._body)
        self.set_summary(summary)

    def is_open(self) -> bool:
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self.button.setChecked(is_open)

    def set_summary(self, text: str) -> None:
        """What is inside, in a few words."""
        self.button.summary = " ".join(text.split())
        self.button.setAccessibleDescription(text)
        self.button.update()

    def _turn(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
