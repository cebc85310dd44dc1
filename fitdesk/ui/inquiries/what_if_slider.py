"""A slider on which "not stated" is a place of its own, left of the track; what stood before stays in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from fitdesk.domain.lever import Lever
from fitdesk.domain.lever_verdicts import Stretch
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _
from fitdesk.ui.colours import Colours, colours_of

UNKNOWN = -1
UNKNOWN_AT = 12.0
TRACK_FROM = 32.0
END = 10.0
"""Pixels: the middle of the place for "not stated", where the track begins, and what is kept free right of it."""
KNOB = 7.0
PAGE = 10
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: PAGE, Qt.Key.Key_PageDown: -PAGE}


class LeverSlider(QSlider):
    """``moved(place)`` when a person moved it: a place of the lever, or None for "not stated".

    Backspace or Delete takes the fact away, a click left of the track too; arrows move by a step, Page keys by ten.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._low, self._step = 0.0, 1.0
        self._where: Range | None = None
        self._before: Range | None = None
        self._turns: tuple[Stretch, ...] = ()
        self._taken: tuple[tuple[float, str], ...] = ()
        self._is_silent = False
        self._is_owners = False
        self.setPageStep(PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.valueChanged.connect(self._tell)

    def sizeHint(self) -> QSize:
        return QSize(220, 30)

    def set_lever(self, lever: Lever) -> None:
        """Reach from the lever's low to its high end."""
        self._low, self._step = lever.low, lever.step
        self._is_owners = lever.is_owners
        self._turns, self._taken = (), ()
        self._is_silent = True
        self.setRange(UNKNOWN, round((lever.high - lever.low) / lever.step))
        self._is_silent = False
        self.setAccessibleName(lever.label)

    def show_place(self, where: Range | None, before: Range | None, words: str) -> None:
        """Stand at ``where`` (a stretch while the fact is a range); ``before``: where it stood in the facts."""
        self._where, self._before = where, before
        self._is_silent = True
        self.setValue(UNKNOWN if where is None else self._nearest_to((where.low + min(where.high, self._high())) / 2))
        self._is_silent = False
        self.setAccessibleDescription(words)
        self.update()

    def show_turns(self, turns: Sequence[Stretch]) -> None:
        """Mark where the verdict turns."""
        self._turns = tuple(turns)
        self.update()

    def show_taken(self, taken: Sequence[tuple[float, str]]) -> None:
        """Mark single places in a colour of the theme: days that are taken or held."""
        self._taken = tuple(taken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.setValue(UNKNOWN)
        elif key in STEPS:
            self._step_by(STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.setValue(0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        middle = self.height() / 2
        self._paint_track(painter, colours, middle)
        self._paint_unknown(painter, colours, middle)
        if self._before is not None and self._before != self._where:
            painter.setPen(QPen(QColor(colours.dimmed), 1.5))
            painter.setBrush(QColor(colours.window))
            for end in {self._before.low, min(self._before.high, self._high())}:
                painter.drawEllipse(QPointF(self._x(end), middle), 4, 4)
        if self._where is not None:
            self._paint_place(painter, colours, middle)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def _paint_track(self, painter: QPainter, colours: Colours, middle: float) -> None:
        left, right = TRACK_FROM, self.width() - END
        painter.setPen(QPen(QColor(colours.track), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        scale = (right - left) / max(self._high() - self._low, 1)
        half = max(0.75, self._step / 2 * scale)
        for colour in dict.fromkeys(colour for _place, colour in self._taken):
            painter.setPen(QPen(QColor(getattr(colours, colour)), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            at = [left + (place - self._low) * scale for place, one in self._taken if one == colour]
            painter.drawLines([QLineF(x - half, middle, x + half, middle) for x in at])
        for turn in self._turns if len(self._turns) > 1 else ():
            tint = QColor(colours.of_verdict(turn.verdict))
            painter.setPen(QPen(tint, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            start = left if turn.low <= self._low else self._x(turn.low - self._step / 2)
            end = right if turn.high >= self._high() else self._x(turn.high + self._step / 2)
            painter.drawLine(QPointF(start, middle + 11), QPointF(end, middle + 11))
            if turn.low > self._low:
                painter.drawLine(QPointF(start, middle + 6), QPointF(start, middle + 12))

    def _paint_unknown(self, painter: QPainter, colours: Colours, middle: float) -> None:
        """The place for "not stated": a ring with a question mark, filled while the fact is unknown.

        For the owner's own word it stands for "the offering's figure", which is no open question.
        """
        is_here = self._where is None
        here, ground = (colours.accent, colours.selected) if self._is_owners else (colours.ask, colours.notice)
        painter.setPen(QPen(QColor(here if is_here else colours.hatch), 1.5))
        painter.setBrush(QColor(ground) if is_here else Qt.BrushStyle.NoBrush)
        circle = QRectF(UNKNOWN_AT - KNOB, middle - KNOB, 2 * KNOB, 2 * KNOB)
        painter.drawEllipse(circle)
        font = painter.font()
        font.setPointSizeF(max(6.0, font.pointSizeF() - 2))
        painter.setFont(font)
        painter.setPen(QColor(here if is_here else colours.dimmed))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "=" if self._is_owners else "?")

    def _paint_place(self, painter: QPainter, colours: Colours, middle: float) -> None:
        where = self._where
        assert where is not None
        low, high = self._x(where.low), self._x(min(where.high, self._high()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        if where.is_exact:
            painter.drawEllipse(QPointF(low, middle), KNOB, KNOB)
        else:
            painter.drawRoundedRect(QRectF(low - 3, middle - 4, high - low + 6, 8), 4, 4)

    def _go(self, x: float) -> None:
        if x < (UNKNOWN_AT + KNOB + TRACK_FROM) / 2:
            self.setValue(UNKNOWN)
            return
        share = (x - TRACK_FROM) / max(1.0, self.width() - TRACK_FROM - END)
        place = min(max(round(share * self.maximum()), 0), self.maximum())
        if place == self.value() and self._where is not None and not self._where.is_exact:
            self._tell(place)  # a range stands around this place: now it is exactly here
        self.setValue(place)

    def _step_by(self, steps: int) -> None:
        start = self.value()
        if start == UNKNOWN:
            start = self._nearest_to(self._before.low) if self._before is not None else self.maximum() // 2
            steps = 0
        self.setValue(min(max(start + steps, 0), self.maximum()))

    def _tell(self, place: int) -> None:
        if not self._is_silent:
            self.moved.emit(None if place == UNKNOWN else self._low + place * self._step)

    def _high(self) -> float:
        return self._low + self.maximum() * self._step

    def _nearest_to(self, place: float) -> int:
        return min(max(round((place - self._low) / self._step), 0), self.maximum())

    def _x(self, place: float) -> float:
        share = (place - self._low) / max(self._high() - self._low, self._step)
        return TRACK_FROM + min(max(share, 0.0), 1.0) * (self.width() - TRACK_FROM - END)


def unknown_tip(words: str) -> str:
    """What the place left of the track is for."""
    return _("The ring at the left: {words}").replace("{words}", words)
