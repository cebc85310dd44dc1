"""Fields for days: one day, several days, a period; typed as people write them, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.chips import ChipsField
from fitdesk.ui.widgets.field import ReadingError
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.read_dates import read_date, read_days, read_period, write_date, write_period

Today = Callable[[], date]


class DateField(ParsedField[date]):
    """One day. ``past``: a day without a year is the last such day, not the next."""

    def __init__(
        self,
        today: Today,
        *,
        past: bool = False,
        month_first: bool = False,
        hint: str = "",
        needed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            lambda text: read_date(text, today(), past=past, month_first=month_first),
            write_date, hint=hint, needed=needed, width=200, parent=parent,
        )  # fmt: skip
        self._today = today
        self._picker = QAction(_calendar_icon(self.edit.palette()), _("Pick from a calendar"), self.edit)
        self._picker.triggered.connect(self._pick)
        self.edit.addAction(self._picker, QLineEdit.ActionPosition.TrailingPosition)

    def _pick(self) -> None:
        popup = CalendarPopup(self.value() or self._today(), self)
        popup.calendar.clicked.connect(self._take_picked)
        popup.calendar.activated.connect(self._take_picked)
        popup.show_below(self.edit)

    def _take_picked(self, picked: QDate) -> None:
        popup = self.findChild(CalendarPopup)
        if popup is not None:
            popup.close()
        self.set_value(date(picked.year(), picked.month(), picked.day()))
        self.changed.emit()


class PeriodField(ParsedField[tuple[date, date]]):
    """First and last day of a stretch of days, or of a vague time such as "June 2027"."""

    def __init__(
        self, today: Today, *, month_first: bool = False, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            lambda text: read_period(text, today(), month_first=month_first), write_period, hint=hint, parent=parent
        )


class DatesField(ChipsField):
    """Several days as chips: "12 or 13 June 2027" and Enter gives two. ``days()`` and ``set_days()`` are typed."""

    def __init__(
        self, today: Today, *, month_first: bool = False, hint: str = "", parent: QWidget | None = None
    ) -> None:
        self._today, self._month_first = today, month_first
        super().__init__(hint=hint, read=self._read_days, separators="", parent=parent)

    def days(self) -> tuple[date, ...]:
        """The days, in order; empty when none is known."""
        return tuple(sorted(self._read_one(word) for word in self.value() or ()))

    def set_days(self, days: tuple[date, ...]) -> None:
        """Show ``days``."""
        self.set_value(tuple(write_date(day) for day in sorted(days)))

    def _read_days(self, text: str) -> list[str]:
        return [write_date(day) for day in read_days(text, self._today(), month_first=self._month_first)]

    def _read_one(self, word: str) -> date:
        try:
            return read_date(word, self._today())
        except ReadingError as problem:  # a chip is written by write_date and always reads back
            raise AssertionError(word) from problem


class CalendarPopup(QWidget):
    """A month to pick a day from; Escape closes it."""

    def __init__(self, shown: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        column.addWidget(self.calendar)

    def show_below(self, widget: QWidget) -> None:
        """Open under ``widget``, and take the keys."""
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self.calendar.setFocus()


def _calendar_icon(palette: QPalette) -> QIcon:
    """A small calendar leaf in the colour of quiet text."""
    pixmap = QPixmap(48, 48)
    pixmap.setDevicePixelRatio(3)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.color(QPalette.ColorRole.PlaceholderText)), 1.3))
    painter.drawRoundedRect(2, 3, 12, 11, 2, 2)
    painter.drawLine(2, 7, 14, 7)
    painter.drawLine(5, 1, 5, 4)
    painter.drawLine(11, 1, 11, 4)
    painter.end()
    return QIcon(pixmap)
