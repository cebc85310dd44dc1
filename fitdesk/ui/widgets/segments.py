"""A few words side by side of which one is chosen (or none): yes, no, not stated; the depths of a topic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import colours_of, font_of
from fitdesk.ui.widgets.field import Field, Typed, required

V = TypeVar("V")
_HEIGHT = 34
_GROUP_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Segment(QAbstractButton):
    """One of the words; the chosen one is raised, bold and underlined by a short bar."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        strong = font_of(self.font(), weight=QFont.Weight.DemiBold)
        return QSize(QFontMetrics(strong).horizontalAdvance(self.text()) + 22, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _GROUP_KEYS:
            event.ignore()  # the group chooses; a button would only pass the focus on
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        chosen = self.isChecked()
        if chosen:
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font_of(self.font(), weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        quiet = colours.text if self.underMouse() else colours.dimmed
        painter.setPen(QColor(colours.accent if chosen else quiet))
        room = self.width() - 10
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


class Segments(QWidget):
    """Words in one frame. Arrow keys choose; Backspace or a second click takes the choice back (if ``clears``)."""

    chosen = Signal()

    def __init__(self, words: Sequence[str], *, clears: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clears = clears
        self._index: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = [Segment(word) for word in words]
        for place, button in enumerate(self.buttons):
            row.addWidget(button)
            button.clicked.connect(lambda _checked, place=place: self._click(place))
        self._show()

    def index(self) -> int | None:
        """Which word is chosen; None when none is."""
        return self._index

    def set_index(self, index: int | None) -> None:
        """Choose silently."""
        self._index = index
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            here = -1 if self._index is None else self._index
            self._choose(min(max(here + steps[key], 0), len(self.buttons) - 1))
            if self._index is not None:
                self.buttons[self._index].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._clears:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        painter.setPen(QPen(QColor(colours.decline if self.property("invalid") else colours.border), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _click(self, place: int) -> None:
        self._choose(None if self._clears and place == self._index else place)

    def _choose(self, index: int | None) -> None:
        changed = index != self._index
        self._index = index
        self._show()
        if changed:
            self.chosen.emit()

    def _show(self) -> None:
        """Check the chosen word; Tab stops at one word only, as in any group."""
        for place, button in enumerate(self.buttons):
            button.setChecked(place == self._index)
            stop = place == (self._index or 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)


class SegmentsField(Field[V | None], Generic[V]):
    """One of two to five options, all in sight; None until one is chosen, and again after Backspace."""

    def __init__(
        self, options: Sequence[tuple[V, str]], *, clears: bool = True, needed: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _words in options]
        self._needed = needed
        self.segments = Segments([words for _value, words in options], clears=clears)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addStretch(1)
        self.segments.chosen.connect(self.changed)
        self.watch(*self.segments.buttons)

    def targets(self) -> tuple[QWidget, ...]:
        index = self.segments.index() or 0
        return (self.segments.buttons[index], *self.segments.buttons)

    def set_name(self, name: str) -> None:
        for button in self.segments.buttons:
            button.setAccessibleName(f"{name}: {button.text()}")

    def set_invalid(self, invalid: bool) -> None:
        self.segments.setProperty("invalid", invalid)
        self.segments.update()

    def value(self) -> V | None:
        index = self.segments.index()
        return None if index is None else self._values[index]

    def set_value(self, value: V | None) -> None:
        self.segments.set_index(self._values.index(value) if value in self._values else None)

    def error(self) -> str:
        return required(self.value(), self._needed)

    def typed(self) -> Typed:
        return self.segments.index()

    def set_typed(self, typed: Typed) -> None:
        self.segments.set_index(typed if isinstance(typed, int) and 0 <= typed < len(self._values) else None)


class YesNoField(Field[bool | None]):
    """Yes, no, or not stated (None)."""

    def __init__(self, *, yes: str = "", no: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments([yes or _("Yes"), no or _("No"), _("Not stated")])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addStretch(1)
        self.set_value(None)
        self.segments.chosen.connect(self.changed)
        self.watch(*self.segments.buttons)

    def targets(self) -> tuple[QWidget, ...]:
        return (self.segments.buttons[self.segments.index() or 0], *self.segments.buttons)

    def set_name(self, name: str) -> None:
        for button in self.segments.buttons:
            button.setAccessibleName(f"{name}: {button.text()}")

    def value(self) -> bool | None:
        return (True, False, None)[self.segments.index() or 0]

    def set_value(self, value: bool | None) -> None:
        self.segments.set_index((True, False, None).index(value))

    def typed(self) -> Typed:
        return self.value()

    def set_typed(self, typed: Typed) -> None:
        self.set_value(typed if isinstance(typed, bool) else None)
