"""Sliders from 0 to 4 with both ends named, for how somebody works; "not stated" is a place of its own."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSlider, QWidget

from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.offering import Style
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE, colours_of
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.page import PlainLabel

W = TypeVar("W")
Steps = tuple[int | None, int | None, int | None, int | None]
"""energy, humour, practice, challenge; each 0–4, or None when not stated."""
_NOT_STATED = -1
_MIDDLE = 2


class StepSlider(QSlider):
    """Five stops, or none; arrows choose, Backspace or Delete takes it back, a click chooses the nearest stop."""

    def __init__(self, low: str, high: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ends = (low, high)
        self.setRange(_NOT_STATED, 4)
        self.setValue(_NOT_STATED)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(110)
        self.valueChanged.connect(self._describe)
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(220, 28)

    def step(self) -> int | None:
        """0–4, or None when not stated."""
        return None if self.value() == _NOT_STATED else self.value()

    def set_step(self, step: int | None) -> None:
        """Show ``step``."""
        self.setValue(_NOT_STATED if step is None else step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.setValue(_NOT_STATED)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.step() is None:
            self.setValue(_MIDDLE)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Home):
            self.setValue(0 if key == Qt.Key.Key_Home else max(0, self.value() - 1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        nearest = self._nearest(event.position().x())
        self.setFocus()
        self.setValue(_NOT_STATED if nearest == self.value() else nearest)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._nearest(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        middle = self.height() / 2
        painter.setPen(QPen(QColor(colours.track), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(0), middle), QPointF(self._x(4), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.hatch))
        for stop in range(5):
            painter.drawEllipse(QPointF(self._x(stop), middle), 3, 3)
        if self.step() is not None:
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(QPointF(self._x(self.value()), middle), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _x(self, stop: int) -> float:
        return 14 + stop * (self.width() - 28) / 4

    def _nearest(self, x: float) -> int:
        return min(4, max(0, round((x - 14) * 4 / max(1, self.width() - 28))))

    def _describe(self) -> None:
        low, high = self._ends
        step = self.step()
        said = _("not stated") if step is None else _("{step} of 4").replace("{step}", str(step))
        self.setAccessibleName(_("{low} to {high}").format(low=low, high=high))
        self.setAccessibleDescription(said)


class _Sliders(Field[W], Generic[W]):
    """Four sliders under each other, the ends at the left and right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.sliders: list[StepSlider] = []
        self.notes: list[PlainLabel] = []
        for row, (low, high) in enumerate(style_ends()):
            slider, note = StepSlider(low, high), PlainLabel(_("not stated"), "caption")
            self.sliders.append(slider)
            self.notes.append(note)
            for column, widget in enumerate((PlainLabel(low), slider, PlainLabel(high), note)):
                grid.addWidget(widget, row, column)
            slider.valueChanged.connect(self._note_change)
        self._silent = False
        self.watch(*self.sliders)

    def targets(self) -> tuple[QWidget, ...]:
        return tuple(self.sliders)

    def set_name(self, name: str) -> None:
        """Each slider is called by its ends."""

    def set_description(self, text: str) -> None:
        """Each slider describes its own place."""

    def steps(self) -> Steps:
        energy, humour, practice, challenge = (slider.step() for slider in self.sliders)
        return energy, humour, practice, challenge

    def set_steps(self, steps: Steps) -> None:
        self._silent = True
        for slider, step in zip(self.sliders, steps, strict=True):
            slider.set_step(step)
        self._silent = False
        self._show_notes()

    def typed(self) -> Typed:
        return list(self.steps())

    def set_typed(self, typed: Typed) -> None:
        energy, humour, practice, challenge = typed
        self.set_steps((energy, humour, practice, challenge))

    def _note_change(self) -> None:
        if not self._silent:
            self._show_notes()
            self.changed.emit()

    def _show_notes(self) -> None:
        for slider, note in zip(self.sliders, self.notes, strict=True):
            note.setText(_("not stated") if slider.step() is None else "")


class StyleWishField(_Sliders[StyleWish]):
    """The tone a client wants; each slider may be not stated."""

    def value(self) -> StyleWish:
        return StyleWish(*self.steps())

    def set_value(self, value: StyleWish) -> None:
        self.set_steps((value.energy, value.humour, value.practice, value.challenge))


class StyleField(_Sliders[Style | None]):
    """How somebody works: all four are stated or none is; the first one moved sets the others to the middle."""

    _was_stated = False

    def value(self) -> Style | None:
        steps = [step for step in self.steps() if step is not None]
        return Style(*steps) if len(steps) == len(self.sliders) else None

    def set_value(self, value: Style | None) -> None:
        unknown = (None, None, None, None)
        self.set_steps((value.energy, value.humour, value.practice, value.challenge) if value else unknown)

    def _note_change(self) -> None:
        if not self._silent:
            taken_back = self._was_stated and any(step is None for step in self.steps())
            filled = [None if taken_back else _MIDDLE if step is None else step for step in self.steps()]
            self.set_typed(filled)
            self.changed.emit()

    def set_steps(self, steps: Steps) -> None:
        super().set_steps(steps)
        self._was_stated = None not in steps


def style_ends() -> tuple[tuple[str, str], ...]:
    """The two ends of energy, humour, practice and challenge, as they read on the screen."""
    return (
        (_("quiet"), _("energetic")),
        (_("serious"), _("playful")),
        (_("abstract"), _("hands-on")),
        (_("gentle"), _("challenging")),
    )
