"""The points of a value function as small exact fields, beside the plot."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.curves import MOST_POINTS, Curve
from fitdesk.domain.values import Points
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.curve_edits import FEWEST_POINTS, added, removed
from fitdesk.ui.widgets.curve_words import meant, shown, unit_words
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.page import PlainLabel, empty_layout
from fitdesk.ui.widgets.read_words import read_decimal, write_decimal
from fitdesk.ui.widgets.remove_button import RemoveButton

_WIDE = 64


def small_number(
    value: float, most: float, name: str, taken: Callable[[float], object], unread: Callable[[str], object]
) -> ParsedField[Decimal]:
    """A narrow field over a number; ``taken`` hears each good one that is typed, ``unread`` what is wrong else."""
    field: ParsedField[Decimal] = ParsedField(
        lambda text: read_decimal(text, Decimal(str(most))), write_decimal, needed=_("Write a number."), width=_WIDE
    )
    field.set_value(Decimal(str(round(value, 2))))
    field.set_name(name)
    field.edit.setAlignment(Qt.AlignmentFlag.AlignRight)

    def take() -> None:
        problem, number = field.error(), field.value()
        field.set_invalid(bool(problem))
        if problem or number is None:
            unread(problem if problem.endswith(".") else f"{problem}.")
        else:
            taken(float(number))

    field.changed.connect(take)
    return field


class CurveFields(QWidget):
    """A row per point: x, its unit, and how many percent it is worth. ``edited()`` after each change by hand."""

    edited = Signal()
    entered = Signal(int)
    """The fields of this point are being written in."""
    unread = Signal(str)
    """What is written is no number that can be used; a plain sentence says so."""

    def __init__(self, curve: Curve, points: Points, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve, self._points = curve, points
        self._before: QWidget | None = None
        self.rows: list[tuple[ParsedField[Decimal], ParsedField[Decimal], RemoveButton]] = []
        self.add = QPushButton(_("Add a point"))
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE // 2)
        self._box = QVBoxLayout()
        self._column.addLayout(self._box)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self._build()

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from ``before``, through the rows as they stand and on to the button below."""
        self._before = before
        parts = [before, *(part for x, y, remove in self.rows for part in (x.edit, y.edit, remove)), self.add]
        for first, second in pairwise(parts):
            QWidget.setTabOrder(first, second)

    def points(self) -> Points:
        """The points as they are written, good ones or not."""
        return self._points

    def set_points(self, points: Points) -> None:
        """Show ``points``, silently; what is being typed stays as it is typed."""
        same = len(points) == len(self._points)
        self._points = points
        if not same:
            self._build()
            return
        for (x_field, y_field, _remove), (x, y) in zip(self.rows, points, strict=True):
            for field, number in ((x_field, shown(self._curve, x)), (y_field, y * 100)):
                if not field.edit.hasFocus():
                    field.set_value(Decimal(str(round(number, 2))))
                    field.set_invalid(False)

    def _build(self) -> None:
        empty_layout(self._box)
        self.rows.clear()
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(5, 1)
        for index, (x, y) in enumerate(self._points):
            self._add_row(grid, index, x, y)
        self._box.addWidget(holder)
        holder.show()  # at once: the focus goes into a row that was just made
        self.add.setEnabled(len(self._points) < MOST_POINTS)
        if self._before is not None:
            self.follow(self._before)

    def _add_row(self, grid: QGridLayout, index: int, x: float, y: float) -> None:
        place = {"n": index + 1, "all": len(self._points)}
        x_field = small_number(
            shown(self._curve, x),
            shown(self._curve, self._curve.high),
            _("Point {n} of {all}: {axis}").format(**place, axis=_(self._curve.axis)),
            lambda number: self._take(index, meant(self._curve, number), None),
            self.unread.emit,
        )
        y_field = small_number(
            y * 100,
            100,
            _("Point {n} of {all}: percent").format(**place),
            lambda number: self._take(index, None, number / 100),
            self.unread.emit,
        )
        remove = RemoveButton(_("Remove point {n}").replace("{n}", str(index + 1)))
        remove.clicked.connect(lambda: self._remove(index))
        remove.setEnabled(len(self._points) > FEWEST_POINTS)
        remove.setVisible(len(self._points) > FEWEST_POINTS)
        unit, sign = PlainLabel(f"{unit_words(self._curve)}  →", "caption"), PlainLabel("%", "caption")
        parts: tuple[QWidget, ...] = (x_field, unit, y_field, sign, remove)
        for column, part in enumerate(parts):
            grid.addWidget(part, index, column)
        self.rows.append((x_field, y_field, remove))

    def _take(self, index: int, x: float | None, y: float | None) -> None:
        old_x, old_y = self._points[index]
        at = (old_x if x is None else x, old_y if y is None else y)
        self._points = (*self._points[:index], at, *self._points[index + 1 :])
        self.entered.emit(index)
        self.edited.emit()

    def _add(self) -> None:
        points, place = added(self._curve, self._points, len(self._points) - 1)
        self._change(points, place)

    def _remove(self, index: int) -> None:
        self._change(removed(self._points, index), index)

    def _change(self, points: Points, index: int) -> None:
        if points != self._points:
            self._points = points
            self._build()
            self.rows[min(index, len(self.rows) - 1)][0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()
