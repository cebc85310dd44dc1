"""The list of pages at the left, with what waits on each, and Settings at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.ui.colours import colours_of
from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip

_INSET = 12
_PADDING = 12
_HEIGHT = 34


class SidebarItem(QAbstractButton):
    """One page: its name, and a number where something waits."""

    def __init__(self, name: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setText(name)
        self.setCheckable(True)
        self.setToolTip(plain_tooltip(shortcut))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """The number at the right; none for 0."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def count(self) -> int:
        return self._count

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font_of(self.font(), weight=QFont.Weight.DemiBold))
        return QSize(
            metrics.horizontalAdvance(self.text() + " 9,999") + 3 * _PADDING, max(_HEIGHT, metrics.height() + 16)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(colours.sidebar_selected))
            painter.drawRoundedRect(box, 8, 8)
        elif self.underMouse():
            painter.setBrush(QColor(colours.track))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(font_of(self.font(), weight=weight))
        painter.setPen(QColor(colours.accent if self.isChecked() else colours.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, self.text())
        if self._count:
            painter.setFont(font_of(self.font(), larger=-1.0))
            painter.setPen(QColor(colours.dimmed))
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, f"{self._count:,}")
        painter.end()


class Sidebar(QWidget):
    """``page_chosen(key)`` when the owner picks a page; ``set_current`` and ``set_count`` show the state."""

    page_chosen = Signal(str)

    def __init__(self, pages: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """``pages``: (key, name, shortcut as shown), the last one at the bottom."""
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("FitDesk")
        self._items: dict[str, SidebarItem] = {}
        self._group = QButtonGroup(self)
        self._note = PlainLabel("", "caption", wraps=True)
        self._note.setContentsMargins(_PADDING, 0, _PADDING, 8)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, 20, _INSET, 16)
        column.setSpacing(2)
        for key, name, shortcut in pages:
            item = SidebarItem(name, shortcut, self)
            item.clicked.connect(lambda _checked, chosen=key: self.page_chosen.emit(chosen))
            self._items[key] = item
            self._group.addButton(item)
            if key == pages[-1][0]:
                column.addStretch(1)
                column.addWidget(self._note)
            column.addWidget(item)
        self.setFixedWidth(max(176, self.sizeHint().width()))

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        self._items[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        """What waits on a page."""
        self._items[key].set_count(count)

    def item(self, key: str) -> SidebarItem:
        """The entry of a page. Raises KeyError."""
        return self._items[key]

    def set_note(self, text: str) -> None:
        """A quiet line above the last entry ("Demo practice"); none when empty."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
