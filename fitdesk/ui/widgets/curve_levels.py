"""A value function over a few named cases: one slider for each, with its exact figure."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from fitdesk.domain.curves import Curve
from fitdesk.domain.values import Points
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.curve_fields import small_number
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.notch_slider import NotchSlider
from fitdesk.ui.widgets.page import PlainLabel

_STEP = 5


class CurveLevels(QWidget):
    """``edited()`` after each change by hand."""

    edited = Signal()
    unread = Signal(str)
    """What is written is no number that can be used; a plain sentence says so."""

    def __init__(self, curve: Curve, points: Points, usual: Points, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = points
        self.sliders: list[NotchSlider] = []
        self.fields: list[ParsedField[Decimal]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for index, name in enumerate(curve.levels):
            slider = NotchSlider(round(usual[index][1] * 100), 100, step=_STEP)
            slider.setAccessibleName(_(name))
            slider.valueChanged.connect(lambda value, index=index: self._take(index, value / 100))
            label = PlainLabel(_(name), wraps=True)
            label.setMinimumWidth(120)
            field = small_number(
                points[index][1] * 100,
                100,
                _("{level}: percent").replace("{level}", _(name)),
                lambda number, index=index: self._take(index, number / 100),  # type: ignore[misc]  # bound early
                self.unread.emit,
            )
            for column, part in enumerate((label, slider, field, PlainLabel("%", "caption"))):
                grid.addWidget(part, index, column)
            self.sliders.append(slider)
            self.fields.append(field)
        self.set_points(points)

    def points(self) -> Points:
        """The points as they are set, good ones or not."""
        return self._points

    def set_points(self, points: Points) -> None:
        """Show ``points``, silently; what is being typed stays as it is typed."""
        self._points = points
        for slider, field, (_x, y) in zip(self.sliders, self.fields, points, strict=True):
            slider.show_value(round(y * 100))
            slider.setAccessibleDescription(f"{round(y * 100)} %")
            if not field.edit.hasFocus():
                field.set_value(Decimal(str(round(y * 100, 2))))
                field.set_invalid(False)

    def _take(self, index: int, y: float) -> None:
        x = self._points[index][0]
        self.set_points((*self._points[:index], (x, y), *self._points[index + 1 :]))
        self.edited.emit()
