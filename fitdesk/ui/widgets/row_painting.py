"""What a two-line row says and how it is painted: in lists by the delegate, on the Today page by each row itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from fitdesk.domain.ranges import Range
from fitdesk.domain.terms import Verdict
from fitdesk.i18n import _
from fitdesk.ui.colours import Colours
from fitdesk.ui.format import points, verdict_word
from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.range_bar import paint_interval
from fitdesk.ui.widgets.verdict_mark import paint_verdict

_BAR_WIDTH = 64
_BAR_HEIGHT = 5


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows. ``fit`` is out of 100. ``mark`` stands at the right where there is no verdict ("Draft").

    ``detail_mark`` stands right of the second line where there is no fit. ``faded`` dims all of it (retired, trashed).
    """

    title: str
    detail: str = ""
    verdict: Verdict | None = None
    fit: Range | None = None
    mark: str = ""
    detail_mark: str = ""
    faded: bool = False

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        fit = _("fit {points} of 100").format(points=points(self.fit)) if self.fit is not None else ""
        verdict = verdict_word(self.verdict) if self.verdict is not None else self.mark
        return ", ".join(part for part in (self.title, self.detail, verdict, fit, self.detail_mark) if part)


def one_line(text: str) -> str:
    """``text`` on one line and not endless, so that a stranger's subject cannot slow down painting."""
    return " ".join(text[:300].split())


def paint_row(painter: QPainter, inner: QRectF, row: Row, font: QFont, colours: Colours) -> None:
    """Both lines of ``row`` inside ``inner``; also for widgets that are a row by themselves."""
    upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
    lower = upper.translated(0, inner.height() / 2)
    strong = font_of(font, weight=QFont.Weight.DemiBold)
    small = font_of(font, larger=-1.0)
    mark = font_of(small, weight=QFont.Weight.DemiBold)
    taken = paint_mark(painter, upper, row, colours, mark, small)
    colour = colours.dimmed if row.faded else colours.text
    paint_text(painter, upper.adjusted(0, 0, -taken, 0), row.title, strong, colour)
    taken = _paint_fit(painter, lower, row, colours, small)
    paint_text(painter, lower.adjusted(0, 0, -taken, 0), row.detail, small, colours.dimmed)


def row_height(font: QFont) -> int:
    """Height of a row with its gap, in pixels: a whole number of 4 px steps, at least 56."""
    wanted = QFontMetrics(font).height() + QFontMetrics(font_of(font, larger=-1.0)).height() + 27
    return max(56, -(-wanted // 4) * 4)


def paint_ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, colours: Colours) -> None:
    """The tint of a row that is selected or under the pointer, and the ring of the one that has the focus."""
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if selected or hovered:
        painter.setBrush(QColor(colours.selected if selected else colours.hover))
        painter.drawRoundedRect(box, 8, 8)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 7.5, 7.5)


def paint_text(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str) -> None:
    """``text`` on one line in ``rect``, cut with dots where it is too long."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, max(0, int(rect.width())))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, flags, shown)


def paint_mark(painter: QPainter, rect: QRectF, row: Row, colours: Colours, font: QFont, small: QFont) -> float:
    """Verdict or mark at the right of the first line. Returns the width it takes from the title."""
    if row.verdict is not None:
        colour = colours.dimmed if row.faded else colours.of_verdict(row.verdict)
        return paint_verdict(painter, rect, row.verdict, colour, font) + 16
    return _paint_right(painter, rect, row.mark, small, colours.dimmed)


def _paint_fit(painter: QPainter, rect: QRectF, row: Row, colours: Colours, small: QFont) -> float:
    """Range bar or mark at the right of the second line. Returns the width it takes from the detail."""
    if row.fit is None:
        return _paint_right(painter, rect, row.detail_mark, small, colours.dimmed)
    bar = QRectF(rect.right() - _BAR_WIDTH, rect.center().y() - _BAR_HEIGHT / 2 + 1, _BAR_WIDTH, _BAR_HEIGHT)
    colour = colours.dimmed if row.faded else colours.of_verdict(row.verdict)
    paint_interval(painter, bar, row.fit, 100.0, colours, colour)
    return _BAR_WIDTH + 16


def _paint_right(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str) -> float:
    if not text:
        return 0.0
    painter.setFont(font)
    painter.setPen(QColor(colour))
    width = min(QFontMetrics(font).horizontalAdvance(one_line(text)), int(rect.width() / 2))
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, width + 1)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    return width + 16.0
