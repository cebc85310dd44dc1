"""The list of inquiries: search, New, what to show and in which order, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.event import Format
from fitdesk.domain.inquiry import Status
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _
from fitdesk.store.inquiries import InquiryLine, InquiryQuery, Order, View
from fitdesk.ui.format import ago, day_span, format_word, joined, mode_word, status_word
from fitdesk.ui.table import LazyRows, RowList
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.quiet_button import QuietButton
from fitdesk.ui.widgets.row_delegate import Row
from fitdesk.ui.widgets.search_field import SearchField


def describe(line: InquiryLine, today: date, *, locale: str = "en_GB") -> Row:
    """A line as a row of the list: an open one with its verdict, a decided one with what was decided."""
    when = day_span(line.first_date, line.last_date, today, locale=locale)
    kind = format_word(line.format) if line.format is not Format.OTHER else ""
    detail = joined(kind, when, line.city or mode_word(line.mode)) or joined(line.who, line.organization)
    fit = Range(line.low, line.high) if line.low is not None and line.high is not None else None
    if line.status is Status.NEW:
        return Row(line.title, detail, verdict=line.verdict, fit=fit)
    if line.status.is_open:
        return Row(line.title, detail, fit=fit, mark=status_word(line.status))
    beside = _("against the verdict") if line.against else ago(line.received, today)
    return Row(line.title, detail, mark=status_word(line.status), detail_mark=beside)


class ListPane(QWidget):
    """``query_changed()`` when something else should be listed; ``chosen(id or None)`` and ``opened(id)`` as rows go.

    ``paste_wanted()``, ``import_wanted()`` and ``call_wanted()`` come from New.
    """

    query_changed = Signal()
    chosen = Signal(object)
    opened = Signal(int)
    paste_wanted = Signal()
    import_wanted = Signal()
    call_wanted = Signal()

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[InquiryLine]],
        row_for: Callable[[InquiryLine], Row],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = View.OPEN
        self._order = Order.NEWEST
        self.search = SearchField(_("Search inquiries"))
        self.new = QPushButton(_("New"))
        self.new.setAccessibleName(_("New inquiry"))
        self.new.setMenu(self._new_menu())
        self.new.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.rows: LazyRows[InquiryLine] = LazyRows(fetch, row_for)
        self.list = RowList(self.rows)
        self.list.setAccessibleName(_("Inquiries"))
        self.list.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.nothing = PlainLabel("", "secondary", wraps=True)
        self.nothing.setContentsMargins(20, 12, 20, 0)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._search_line())
        column.addLayout(self._tabs())
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(8, 0, 8, 0)
        column.addLayout(self._notes)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.search.searched.connect(lambda _text: self.query_changed.emit())
        self.search.left_down.connect(self.focus_list)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)

    def query(self) -> InquiryQuery:
        """What should be listed now."""
        return InquiryQuery(self._view, self.search.text().strip(), self._order)

    def show_ids(self, ids: Sequence[int], *, is_new: bool = False) -> None:
        """List ``ids``; when there are none, say why. ``is_new``: there never was one, said elsewhere."""
        self.list.show_ids(ids)
        self.nothing.setText("" if ids or is_new else self._why_empty())
        self.nothing.setVisible(bool(self.nothing.text()))

    def show_view(self, view: View) -> None:
        """Switch to ``view``."""
        self._view = view
        if view in self.tabs:
            self.tabs[view].setChecked(True)
        else:
            self._uncheck_tabs()
        self._show_order()
        self.query_changed.emit()

    def show_order(self, order: Order) -> None:
        self._order = order
        self._show_order()
        self.query_changed.emit()

    def focus_list(self) -> None:
        """Put the focus on the rows, on the first one when none is chosen."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.chosen_id() is None:
            self.list.choose_first()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def put_above_list(self, widget: QWidget) -> None:
        """Put ``widget`` between the tabs and the rows."""
        self._notes.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(356, 400)

    def _search_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.search, 1)
        row.addWidget(self.new)
        return row

    def _tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 15, 0)
        row.setSpacing(4)
        self.tabs: dict[View, QPushButton] = {}
        self._group = QButtonGroup(self)
        for view, words in ((View.OPEN, _("Open")), (View.WAITING, _("Waiting")), (View.DECIDED, _("Decided"))):
            tab = QPushButton(words)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setChecked(view is self._view)
            tab.clicked.connect(lambda *_, view=view: self.show_view(view))
            self._group.addButton(tab)
            self.tabs[view] = tab
            row.addWidget(tab)
        row.addStretch(1)
        self.order = QuietButton()
        self.order.drop(self._order_menu())
        self._show_order()
        row.addWidget(self.order)
        return row

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, signal in (
            (_("Paste a request…"), self.paste_wanted),
            (_("Import mail files…"), self.import_wanted),
            (_("Phone call…"), self.call_wanted),
        ):
            menu.addAction(words).triggered.connect(lambda *_, signal=signal: signal.emit())
        return menu

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._order_actions: dict[Order, QAction] = {}
        for order in Order:
            action = menu.addAction(_order_words(order).capitalize())
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda *_, order=order: self.show_order(order))
            self._order_actions[order] = action
        menu.addSeparator()
        menu.addAction(_("Trash")).triggered.connect(lambda *_: self.show_view(View.TRASH))
        return menu

    def _show_order(self) -> None:
        words = _order_words(self._order)
        self.order.set_words((_("trash") if self._view is View.TRASH else words) + " ▾")
        self.order.setAccessibleName(_("Order: {order}").replace("{order}", words))
        self._order_actions[self._order].setChecked(True)

    def _uncheck_tabs(self) -> None:
        self._group.setExclusive(False)
        for tab in self.tabs.values():
            tab.setChecked(False)
        self._group.setExclusive(True)

    def _why_empty(self) -> str:
        search = self.search.text().strip()
        if search:
            return _("Nothing found for “{words}”.").replace("{words}", search[:60])
        return {
            View.OPEN: _("No open inquiry: everything is answered."),
            View.WAITING: _("You wait for nobody’s answer."),
            View.DECIDED: _("Nothing decided yet."),
            View.TRASH: _("The trash is empty."),
        }[self._view]


def _order_words(order: Order) -> str:
    return {
        Order.NEWEST: _("newest"),
        Order.FIT: _("by fit"),
        Order.EVENT_DATE: _("by event date"),
        Order.NAME: _("by name"),
    }[order]
