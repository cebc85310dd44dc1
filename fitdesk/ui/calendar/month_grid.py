"""The month as a grid of days: bars for what stands there, moved through by keys, wheel and mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip, QWidget

from fitdesk.domain.availability import CalendarEntry
from fitdesk.i18n import _
from fitdesk.ui.calendar.month import Month
from fitdesk.ui.calendar.month_cells import MonthCells
from fitdesk.ui.calendar.month_painting import MonthPainting
from fitdesk.ui.calendar.weeks import days_on
from fitdesk.ui.theme import KEYBOARD
from fitdesk.ui.widgets.page import plain_tooltip

_NOTCH = 120
"""A turn of the wheel by one notch, in Qt's eighths of a degree."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthGrid(QTableView):
    """``day_chosen(date)`` by key or mouse, also beyond the month shown: whoever owns the grid turns it.

    ``day_opened(date)`` is Enter or a double click beside the bars, ``entry_opened(entry)`` one on a bar. Dragging or
    Shift and the arrows choose several days: ``days()``. The keys N, H and Delete ask for what their signals say.
    """

    day_chosen = Signal(object)
    day_opened = Signal(object)
    entry_opened = Signal(object)
    month_turned = Signal(int)
    today_wanted = Signal()
    block_wanted = Signal()
    hold_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MonthCells()
        self.cells.setParent(self)
        self.painting = MonthPainting()
        self._day = self._anchor = date(2000, 1, 1)
        self._turned = 0
        self._shows_focus = False
        self.setModel(self.cells)
        self.setAccessibleName(_("Month"))
        self._look_like_a_month()

    def show_month(
        self, month: Month, day: date, today: date, names: Mapping[int, str], locale: str, *, until: date | None = None
    ) -> None:
        """Show ``month`` with ``day`` chosen (``until``: the other end of several chosen days)."""
        self.cells.show(month, today, names, locale)
        self.painting.show(month, today, names, locale)
        self._day, self._anchor = day, until or day
        self.setCurrentIndex(self.cells.place_of(day))
        self.viewport().update()

    def day(self) -> date:
        """The day that keys act on."""
        return self._day

    def days(self) -> tuple[date, date]:
        """First and last of the chosen days."""
        return min(self._day, self._anchor), max(self._day, self._anchor)

    def show_week_numbers(self, shown: bool) -> None:
        """Whether each row says which week it is."""
        self.painting.has_numbers = shown
        self.viewport().update()

    def entry_at(self, place: QPoint) -> CalendarEntry | None:
        """The entry whose bar lies under ``place`` in the viewport."""
        return self.painting.entry_at(self.viewport().rect(), place)

    # ---- keys, wheel and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shows_focus = True
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        asks: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_PageUp: lambda: self.month_turned.emit(-1),
            Qt.Key.Key_PageDown: lambda: self.month_turned.emit(1),
            Qt.Key.Key_Home: lambda: self.today_wanted.emit(),
            Qt.Key.Key_Return: lambda: self.day_opened.emit(self._day),
            Qt.Key.Key_Enter: lambda: self.day_opened.emit(self._day),
            Qt.Key.Key_N: lambda: self.block_wanted.emit(),
            Qt.Key.Key_H: lambda: self.hold_wanted.emit(),
            Qt.Key.Key_Delete: lambda: self.delete_wanted.emit(),
            Qt.Key.Key_Backspace: lambda: self.delete_wanted.emit(),
        }
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif key in _STEPS:
            self._go(days_on(self._day, _STEPS[key]), keeps_anchor=shift)
        elif key in asks:
            asks[key]()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.phase() is not Qt.ScrollPhase.ScrollMomentum:  # one push of the finger is one month, not a year
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _NOTCH)
            if steps:
                self._turned -= steps * _NOTCH
                self.month_turned.emit(-steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._shows_focus = False
        day = self._day_under(event.position().toPoint())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(day, keeps_anchor=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            day = self._day_under(place)
            if day is not None and day != self._day:
                self._go(day, keeps_anchor=True, within=True)
        else:
            is_on_bar = self.entry_at(place) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_on_bar else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        entry = self.entry_at(place)
        if entry is not None:
            self.entry_opened.emit(entry)
        elif self._day_under(place) is not None:
            self.block_wanted.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_under(event.pos())
            lines = [line for line, _is_around in self.cells.lines(day)] if day is not None else []
            QToolTip.showText(event.globalPos(), plain_tooltip("\n".join(lines)), self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = self._shows_focus or event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: letters are keys of their own here."""

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        rings = self.hasFocus() and self._shows_focus
        self.painting.paint(painter, self.viewport().rect(), self.font(), self.palette(), self.days(), self._day, rings)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    def _day_under(self, place: QPoint) -> date | None:
        return self.painting.day_at(self.viewport().rect(), place)

    def _go(self, day: date, *, keeps_anchor: bool = False, within: bool = False) -> None:
        if within and not self.cells.place_of(day).isValid():
            return
        self._day = day
        if not keeps_anchor:
            self._anchor = day
        index = self.cells.place_of(day)
        if index.isValid():
            self.setCurrentIndex(index)
        self.viewport().update()
        self.day_chosen.emit(day)

    def _look_like_a_month(self) -> None:
        self.setProperty("role", "rows")
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(240)
