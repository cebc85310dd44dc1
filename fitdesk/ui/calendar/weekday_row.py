"""The names of the weekdays above a month, and below it what its shapes mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitdesk.i18n import _
from fitdesk.ui.calendar.bar_painting import Look, paint_bar, paint_flag, paint_sign
from fitdesk.ui.calendar.weeks import DAYS, first_weekday
from fitdesk.ui.theme import colours_of, font_of

_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SWATCH = 18
_GAP = 20


def weekday_word(weekday: int) -> str:
    """ "Mon" for 0."""
    return _(_NAMES[weekday])


class WeekdayRow(QWidget):
    """Seven names over seven columns, beginning with the first day of the owner's week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_locale(self, locale: str) -> None:
        self._first = first_weekday(locale)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, QFontMetrics(font_of(self.font(), larger=-1.0)).height() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font_of(self.font(), larger=-1.0))
        painter.setPen(QColor(colours_of(self.palette()).dimmed))
        for column in range(DAYS):
            left = round(self.width() * column / DAYS)
            room = QRectF(left + 8, 0, self.width() / DAYS - 8, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, weekday_word((self._first + column) % DAYS))
        painter.end()


class Legend(QWidget):
    """What each shape in the grid stands for; those that find no room are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[tuple[Look | None, str], ...] = (
            (Look.BOOKED, _("Booked")),
            (Look.HELD, _("Held")),
            (Look.BLOCKED, _("Blocked")),
            (Look.LINKED, _("Calendar file")),
            (Look.AROUND, _("Kept free")),
            (None, _("Follow-up")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("What the shapes mean"))

    def sizeHint(self) -> QSize:
        return QSize(300, QFontMetrics(font_of(self.font(), larger=-1.0)).height() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self.palette())
        font = font_of(self.font(), larger=-1.0)
        painter.setFont(font)
        x, middle = 8.0, self.height() / 2
        gap = self._gap(QFontMetrics(font))
        for look, words in self._words:
            wide = QFontMetrics(font).horizontalAdvance(words)
            if x + _SWATCH + 6 + wide > self.width():
                break
            swatch = QRectF(x, middle - 6, _SWATCH, 12)
            if look is None:
                paint_flag(painter, QPointF(x + 6, middle + 5), QColor(colours.ask))
            else:
                paint_bar(painter, swatch, look, colours)
                if look in (Look.HELD, Look.BLOCKED):
                    paint_sign(painter, swatch.center(), look, QColor(colours.text))
            painter.setPen(QColor(colours.dimmed))
            room = QRectF(x + _SWATCH + 6, 0, wide + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            x += _SWATCH + 6 + wide + gap
        painter.end()

    def _gap(self, metrics: QFontMetrics) -> float:
        """As wide as usual, or as narrow as lets all words in."""
        used = sum(_SWATCH + 6 + metrics.horizontalAdvance(words) for _look, words in self._words) + 8
        return max(8.0, min(float(_GAP), (self.width() - used) / (len(self._words) - 1)))
