"""Paints the grid of a month: grounds, day numbers, flags of follow-ups, bars, and how many more there are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen

from fitdesk.domain.availability import CalendarEntry
from fitdesk.i18n import _
from fitdesk.ui.calendar.bar_painting import look_of, paint_bar, paint_flag, paint_words
from fitdesk.ui.calendar.entry_words import Names, around_words, bar_words, has_run_out
from fitdesk.ui.calendar.month import Month
from fitdesk.ui.calendar.weeks import DAYS, Bar, Week, days_on, lay_out, week_number
from fitdesk.ui.colours import Colours, colours_of
from fitdesk.ui.format import day as day_words
from fitdesk.ui.theme import font_of

_PADDING = 4
_GAP = 2


class MonthPainting:
    """Knows where everything lies; weeks are laid out anew only when the month or the room for bars changes."""

    def __init__(self) -> None:
        self.has_numbers = False
        self._month: Month | None = None
        self._today = date.min
        self._names: Names = {}
        self._locale = "en_GB"
        self._weeks: tuple[Week, ...] = ()
        self._lanes = -1
        self._head = self._step = 20.0

    def show(self, month: Month, today: date, names: Mapping[int, str], locale: str) -> None:
        self._month, self._today, self._names, self._locale = month, today, names, locale
        self._lanes = -1

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        palette: QPalette,
        chosen: tuple[date, date],
        day: date,
        rings: bool,
    ) -> None:
        """All of it into ``area``; ``chosen``: first and last chosen day. ``rings``: whether ``day`` has a ring."""
        if self._month is None or not self._month.weeks:
            return
        colours, small = colours_of(palette), font_of(font, larger=-1.0)
        self._make_room(area, font, small)
        for row, week in enumerate(self._weeks):
            for column in range(DAYS):
                self._paint_day(painter, self._cell(area, row, column), days_on(week.first, column), chosen, colours)
        self._paint_lines(painter, area, colours)
        for row, week in enumerate(self._weeks):
            for column in range(DAYS):
                box, one = self._cell(area, row, column), days_on(week.first, column)
                self._paint_head(painter, box, one, font, small, colours)
                if week.hidden[column]:
                    self._paint_more(painter, box, week.hidden[column], small, colours)
            for bar in week.bars:
                self._paint_bar(painter, area, row, bar, small, colours)
        if rings:
            self._paint_ring(painter, area, day, colours)

    def day_at(self, area: QRect, place: QPoint) -> date | None:
        """The day under ``place``."""
        if self._month is None or not self._month.weeks or not area.contains(place):
            return None
        row = place.y() * len(self._month.weeks) // area.height()
        return days_on(self._month.weeks[row], place.x() * DAYS // area.width())

    def entry_at(self, area: QRect, place: QPoint) -> CalendarEntry | None:
        """The entry whose bar lies under ``place``."""
        for row, week in enumerate(self._weeks):
            for bar in week.bars:
                if self._bar_box(area, row, bar).contains(QPointF(place)):
                    return bar.entry
        return None

    # ---- where things lie

    def _make_room(self, area: QRect, font: QFont, small: QFont) -> None:
        assert self._month is not None
        self._head = QFontMetrics(font).height() + 10.0
        self._step = QFontMetrics(small).height() + 4.0 + _GAP
        lanes = max(1, int((area.height() / len(self._month.weeks) - self._head - 2) / self._step))
        if lanes != self._lanes:
            self._lanes = lanes
            of_week = zip(self._month.weeks, self._month.by_week, strict=True)
            self._weeks = tuple(lay_out(first, entries, lanes) for first, entries in of_week)

    def _cell(self, area: QRect, row: int, column: int, last: int | None = None) -> QRectF:
        rows = len(self._month.weeks) if self._month else 1
        left, right = (round(area.width() * at / DAYS) for at in (column, (column if last is None else last) + 1))
        top, bottom = (round(area.height() * at / rows) for at in (row, row + 1))
        return QRectF(left, top, right - left, bottom - top)

    def _bar_box(self, area: QRect, row: int, bar: Bar) -> QRectF:
        span = self._cell(area, row, bar.first, bar.last)
        left = _PADDING if bar.begins else 0
        right = _PADDING if bar.ends else 0
        top = span.top() + self._head + bar.lane * self._step
        return QRectF(span.left() + left, top, span.width() - left - right, self._step - _GAP)

    # ---- what they look like

    def _paint_day(
        self, painter: QPainter, box: QRectF, day: date, chosen: tuple[date, date], colours: Colours
    ) -> None:
        if chosen[0] <= day <= chosen[1]:
            painter.fillRect(box, QColor(colours.selected))
        elif day.weekday() >= 5:
            painter.fillRect(box, QColor(colours.field))

    def _paint_lines(self, painter: QPainter, area: QRect, colours: Colours) -> None:
        painter.setPen(QPen(QColor(colours.border), 1))
        for row in range(len(self._weeks)):
            top = self._cell(area, row, 0).top()
            painter.drawLine(QPointF(0, top), QPointF(area.width(), top))
        for column in range(1, DAYS):
            left = self._cell(area, 0, column).left()
            painter.drawLine(QPointF(left, 0), QPointF(left, area.height()))

    def _paint_head(
        self, painter: QPainter, box: QRectF, day: date, font: QFont, small: QFont, colours: Colours
    ) -> None:
        assert self._month is not None
        is_today, is_here = (
            day == self._today,
            (day.year, day.month) == (self._month.first.year, self._month.first.month),
        )
        words = str(day.day) if day.day > 1 else day_words(day, day, locale=self._locale)
        used = font_of(font, weight=QFont.Weight.DemiBold if is_today else QFont.Weight.Normal)
        metrics = QFontMetrics(used)
        height = metrics.height() + 2.0
        pill = QRectF(box.left() + 4, box.top() + 4, max(height, metrics.horizontalAdvance(words) + 10.0), height)
        painter.setFont(used)
        if is_today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(colours.on_accent if is_today else colours.text if is_here else colours.dimmed))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        right = self._paint_follow_ups(painter, box, day, small, colours)
        if self.has_numbers and day == days_on(
            self._month.weeks[0], ((day - self._month.weeks[0]).days // DAYS) * DAYS
        ):
            self._paint_number(
                painter, QRectF(pill.right() + 6, pill.top(), right - pill.right() - 8, height), day, small, colours
            )

    def _paint_number(self, painter: QPainter, room: QRectF, day: date, small: QFont, colours: Colours) -> None:
        number = str(week_number(day))
        words = _("week {n}").replace("{n}", number)
        if QFontMetrics(small).horizontalAdvance(words) > room.width():
            words = _("w{n}").replace("{n}", number)
        painter.setFont(small)
        painter.setPen(QColor(colours.dimmed))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_follow_ups(self, painter: QPainter, box: QRectF, day: date, small: QFont, colours: Colours) -> float:
        """A flag, and how many where there are several. Returns the left end of what it took."""
        assert self._month is not None
        promised = len(self._month.follow_ups.get(day, ()))
        if not promised:
            return box.right() - 6
        left = box.right() - 14.0
        number = str(promised) if promised > 1 else ""
        left -= QFontMetrics(small).horizontalAdvance(number) + (3 if number else 0)
        paint_flag(painter, QPointF(left, box.top() + self._head / 2 + 5), QColor(colours.ask))
        painter.setFont(small)
        painter.setPen(QColor(colours.dimmed))
        painter.drawText(QRectF(left + 10, box.top() + 4, 30, self._head - 8), Qt.AlignmentFlag.AlignVCenter, number)
        return left

    def _paint_bar(self, painter: QPainter, area: QRect, row: int, bar: Bar, small: QFont, colours: Colours) -> None:
        box, entry = self._bar_box(area, row, bar), bar.entry
        look, faded = look_of(entry, is_around=bar.is_around), has_run_out(entry, self._today)
        paint_bar(painter, box, look, colours, begins=bar.begins, ends=bar.ends, faded=faded)
        if bar.is_around:
            words = around_words(entry, is_before=days_on(self._weeks[row].first, bar.last) < entry.first)
        else:
            words = bar_words(entry, self._today, self._names, self._locale)
        paint_words(painter, box, look, words, small, colours, faded=faded)

    def _paint_more(self, painter: QPainter, box: QRectF, count: int, small: QFont, colours: Colours) -> None:
        top = box.top() + self._head + (self._lanes - 1) * self._step
        painter.setFont(small)
        painter.setPen(QColor(colours.dimmed))
        room = QRectF(box.left() + _PADDING + 4, top, box.width() - 2 * _PADDING - 4, self._step - _GAP)
        words = _("+{n} more").replace("{n}", f"{count:,}")
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ring(self, painter: QPainter, area: QRect, day: date, colours: Colours) -> None:
        assert self._month is not None
        row, column = divmod((day - self._month.weeks[0]).days, DAYS)
        if 0 <= row < len(self._month.weeks):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(self._cell(area, row, column).adjusted(2, 2, -1, -1), 4, 4)
