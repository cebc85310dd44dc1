"""How the bars of a month are painted: each kind has its own shape, so that none rests on colour alone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.ui.colours import Colours
from fitdesk.ui.widgets.row_painting import one_line

_RADIUS = 4.0
_EDGE = 3.0


class Look(Enum):
    """Booked is solid, held hatched in a dashed frame, blocked a grey slab with a cross, a calendar file's entry an
    open frame, and a day kept free around an entry a dotted line frame.
    """

    BOOKED = "booked"
    HELD = "held"
    BLOCKED = "blocked"
    LINKED = "linked"
    AROUND = "around"


def look_of(entry: CalendarEntry, *, is_around: bool = False) -> Look:
    """Which shape stands for ``entry``."""
    if is_around:
        return Look.AROUND
    if entry.calendar_id is not None:
        return Look.LINKED
    return {EntryKind.BOOKED: Look.BOOKED, EntryKind.HELD: Look.HELD, EntryKind.BLOCKED: Look.BLOCKED}[entry.kind]


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    look: Look,
    colours: Colours,
    *,
    begins: bool = True,
    ends: bool = True,
    faded: bool = False,
) -> None:
    """The ground of a bar in ``rect``; where it goes on beyond the week its end is cut straight."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if faded:
        painter.setOpacity(0.5)
    shape = _shape(rect.adjusted(0.5, 0.5, -0.5, -0.5), begins=begins, ends=ends)
    painter.fillPath(shape, QColor(colours.window))
    accent, grey = QColor(colours.accent), QColor(colours.hatch)
    if look is Look.BOOKED:
        painter.fillPath(shape, QColor(colours.sidebar_selected))
        if begins:
            painter.setClipPath(shape)
            painter.fillRect(QRectF(rect.left(), rect.top(), _EDGE + 0.5, rect.height()), accent)
    elif look is Look.HELD:
        painter.setClipPath(shape)
        hatch(painter, rect, QColor(colours.track))
        painter.setClipping(False)
        _frame(painter, shape, accent, Qt.PenStyle.DashLine)
    elif look is Look.BLOCKED:
        painter.fillPath(shape, QColor(colours.track))
    elif look is Look.LINKED:
        _frame(painter, shape, grey, Qt.PenStyle.SolidLine)
    else:
        _frame(painter, shape, grey, Qt.PenStyle.DotLine)
    painter.restore()


def paint_words(
    painter: QPainter, rect: QRectF, look: Look, words: str, font: QFont, colours: Colours, *, faded: bool = False
) -> None:
    """``words`` on one line in a bar, behind the sign of its kind."""
    inner = rect.adjusted(_EDGE + 4, 0, -4, 0)
    quiet = faded or look in (Look.LINKED, Look.AROUND)
    colour = QColor(colours.dimmed if quiet else colours.text)
    if look in (Look.HELD, Look.BLOCKED) and inner.width() > 24:
        paint_sign(painter, QPointF(inner.left() + 4, rect.center().y()), look, colour)
        inner.adjust(13, 0, 0, 0)
    painter.setFont(font)
    painter.setPen(colour)
    room = max(0, int(inner.width()))
    shown = QFontMetrics(font).elidedText(one_line(words), Qt.TextElideMode.ElideRight, room)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def paint_sign(painter: QPainter, middle: QPointF, look: Look, colour: QColor) -> None:
    """The small sign of a kind, if it has one: an open ring for held, a cross for blocked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look is Look.HELD:
        painter.drawEllipse(middle, 3.4, 3.4)
    elif look is Look.BLOCKED:
        painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3))
        painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3))
    painter.restore()


def paint_flag(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """The small flag of a follow-up; ``at`` is the foot of its staff, 10 px below its top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(at, at + QPointF(0, -10))
    flag = QPainterPath(at + QPointF(0.6, -10))
    flag.lineTo(at + QPointF(7, -7.5))
    flag.lineTo(at + QPointF(0.6, -5))
    painter.fillPath(flag, colour)
    painter.restore()


def hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Slanted strokes, 5 px apart, over ``rect`` (clip first)."""
    painter.setPen(QPen(colour, 2.0))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += 5.0


def _frame(painter: QPainter, shape: QPainterPath, colour: QColor, style: Qt.PenStyle) -> None:
    pen = QPen(colour, 1.0, style)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def _shape(rect: QRectF, *, begins: bool, ends: bool) -> QPainterPath:
    shape = QPainterPath()
    shape.addRoundedRect(rect, _RADIUS, _RADIUS)
    shape.setFillRule(Qt.FillRule.WindingFill)
    half = rect.width() / 2
    if not begins:
        shape.addRect(QRectF(rect.left(), rect.top(), half, rect.height()))
    if not ends:
        shape.addRect(QRectF(rect.right() - half, rect.top(), half, rect.height()))
    return shape if begins and ends else shape.simplified()
