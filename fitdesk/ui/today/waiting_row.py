"""One thing that waits: a row that opens on a click or Enter, with its own small buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QStyle, QWidget

from fitdesk.ui.colours import colours_of
from fitdesk.ui.theme import KEYBOARD
from fitdesk.ui.widgets.page import plain_tooltip
from fitdesk.ui.widgets.row_painting import Row, one_line, paint_ground, paint_row, row_height

_PADDING = 12


class WaitingRow(QAbstractButton):
    """Shows ``row``; ``clicked`` opens it. Up and Down go to the row before and after."""

    def __init__(self, row: Row, buttons: tuple[QPushButton, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._buttons = buttons
        self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(one_line(row.spoken))
        line = QHBoxLayout(self)
        line.setContentsMargins(_PADDING, 0, _PADDING, 0)
        line.setSpacing(8)
        line.addStretch(1)
        for button in buttons:
            button.setProperty("small", True)
            line.addWidget(button)

    def row(self) -> Row:
        return self._row

    def sizeHint(self) -> QSize:
        return QSize(320, row_height(self.font()) - 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = self._by_keyboard or event.reason() in KEYBOARD
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        state = QStyle.StateFlag.State_None
        if self.underMouse():
            state |= QStyle.StateFlag.State_MouseOver
        if self.hasFocus() and self._by_keyboard:
            state |= QStyle.StateFlag.State_HasFocus
        colours = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_ground(painter, box, state, colours)
        taken = sum(button.width() + 8 for button in self._buttons)
        inner = box.adjusted(_PADDING, 8, -_PADDING - taken - (8 if taken else 0), -8)
        paint_row(painter, inner, self._row, self.font(), colours)
        painter.end()

    def _step(self, by: int) -> None:
        rows = [row for row in self.window().findChildren(WaitingRow) if row.isVisible()]
        place = rows.index(self) + by
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)


def row_button(text: str, tooltip: str = "") -> QPushButton:
    """A small button for a row."""
    button = QPushButton(text)
    button.setToolTip(plain_tooltip(tooltip))
    return button
