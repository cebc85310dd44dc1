"""How the Calendar page is laid out: head, month or list, and at the right the day, the form and the files."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fitdesk.i18n import _
from fitdesk.ui.calendar.agenda import Agenda
from fitdesk.ui.calendar.capacity_line import CapacityLine
from fitdesk.ui.calendar.day_panel import DayPanel
from fitdesk.ui.calendar.entry_form import EntryForm
from fitdesk.ui.calendar.linked_list import LinkedList
from fitdesk.ui.calendar.month_grid import MonthGrid
from fitdesk.ui.calendar.month_head import MonthHead
from fitdesk.ui.calendar.weekday_row import Legend, WeekdayRow
from fitdesk.ui.theme import MARGIN, SPACE, colours_of, set_style
from fitdesk.ui.widgets.page import PlainLabel, line, scrolled

_NARROW, _WIDE = 280, 336
"""The right side, in pixels, in a small window and in a large one."""
_LARGE = 1200
_LEFT = MARGIN - 8


class FirstStep(QFrame):
    """What to do first while nothing stands in the calendar. ``acted()`` asks for a calendar file."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.button = QPushButton(_("Link a calendar file…"))
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self.acted)
        words = _(
            "So far every day counts as free. Link the calendar that you keep already, as an .ics file,"
            " or block the days on which you cannot work."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 14)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(_("When are you taken?"), "strong"))
        column.addWidget(PlainLabel(words, "secondary", wraps=True))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)


class UprightLine(QWidget):
    """A hairline between the month and the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colours_of(self.palette()).border))
        painter.end()


class CalendarPanes:
    """Makes the parts in ``page`` and shows or hides them."""

    def __init__(self, page: QWidget, form: EntryForm) -> None:
        self.form = form
        self.head, self.capacity, self.weekdays = MonthHead(), CapacityLine(), WeekdayRow()
        self.grid, self.legend, self.agenda = MonthGrid(), Legend(), Agenda()
        self.first_step, self.panel, self.linked = FirstStep(), DayPanel(), LinkedList()
        self._views = QStackedWidget()
        self._side = self._make_side()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._make_main(), 1)
        row.addWidget(UprightLine())
        row.addWidget(self._side)
        self.show_form(False)
        self.panel.rebuilt.connect(self._order_tabs)
        self.linked.rebuilt.connect(self._order_tabs)

    def is_list(self) -> bool:
        return self._views.currentWidget() is self.agenda

    def show_list(self, is_list: bool) -> None:
        self._views.setCurrentIndex(1 if is_list else 0)
        self.head.show_list(is_list)
        self.capacity.setVisible(not is_list)

    def show_form(self, is_shown: bool) -> None:
        """The form in place of the chosen day."""
        self.form.setVisible(is_shown)
        self.panel.setVisible(not is_shown)
        self._let_a_double_click_pass()
        if is_shown:
            self._side.verticalScrollBar().setValue(0)

    def _let_a_double_click_pass(self) -> None:
        """The second half of a double click on Save, or on what opened the form, is not meant for what comes there."""
        for part in (self.form, self.panel, self.linked):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            clear = partial(part.setAttribute, Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
            QTimer.singleShot(QApplication.doubleClickInterval(), part, clear)

    def show_emptiness(self, *, is_empty: bool) -> None:
        """Say what to do first; that is the primary button then, and the list of files need not say it again."""
        self.first_step.setVisible(is_empty)
        self.linked.setVisible(not is_empty)
        set_style(self.panel.block, "primary", not is_empty)

    def fit(self, width: int) -> None:
        self._side.setFixedWidth(_WIDE if width >= _LARGE else _NARROW)

    def _order_tabs(self) -> None:
        """Let Tab go down the right side as it is read: rows made later would come last."""
        for order in (
            [self.agenda.list, self.first_step.button, *self.panel.targets()],
            [self.form.cancel, *self.linked.targets()],
        ):
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)

    def _make_main(self) -> QVBoxLayout:
        month = QWidget()
        inner = QVBoxLayout(month)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.weekdays)
        inner.addWidget(self.grid, 1)
        inner.addWidget(line())
        inner.addWidget(self.legend)
        self._views.addWidget(month)
        self._views.addWidget(self.agenda)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(2)
        head.addWidget(self.head)
        head.addWidget(self.capacity)
        column = QVBoxLayout()
        column.setContentsMargins(_LEFT, MARGIN - 4, _LEFT, SPACE)
        column.setSpacing(SPACE + 4)
        column.addLayout(head)
        column.addWidget(self._views, 1)
        return column

    def _make_side(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN - 4, MARGIN, MARGIN - 4, MARGIN)
        column.setSpacing(MARGIN)
        for part in (self.first_step, self.panel, self.form, self.linked):
            column.addWidget(part)
        column.addStretch(1)
        area = scrolled(content)
        area.setAlignment(Qt.AlignmentFlag.AlignTop)
        area.setFixedWidth(_NARROW)
        return area
