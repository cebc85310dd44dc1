"""The head of the Calendar page: the month, the way to others, and the choice between month and list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from fitdesk.domain.wording import month_name
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip


class MonthHead(QWidget):
    """``turned(int)`` by months, ``today_wanted()``, and ``view_chosen(bool)``: True for the list."""

    turned = Signal(int)
    today_wanted = Signal()
    view_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "title")
        self.before = _small("‹", _("Month before"), _("Page Up"))
        self.today = _small(_("Today"), _("Go to today"), _("Home"))
        self.after = _small("›", _("Month after"), _("Page Down"))
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.month_tab, self.list_tab = _tab(_("Month")), _tab(_("List"))
        self._tabs = QButtonGroup(self)
        for tab in (self.month_tab, self.list_tab):
            self._tabs.addButton(tab)
        self.month_tab.setChecked(True)
        self.month_tab.clicked.connect(lambda: self.view_chosen.emit(False))
        self.list_tab.clicked.connect(lambda: self.view_chosen.emit(True))
        for button in (self.before, self.today, self.after):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the tabs stay under the pointer
            button.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.month_tab)
        row.addWidget(self.list_tab)
        row.addSpacing(SPACE * 2)
        for button in (self.before, self.today, self.after):
            row.addWidget(button)

    def show_month(self, month: date) -> None:
        """ "November 2026"."""
        self.title.setText(f"{month_name(month.month)} {month.year}")

    def show_list(self, is_list: bool) -> None:
        """Mark the view that is shown; a list is not turned by months."""
        (self.list_tab if is_list else self.month_tab).setChecked(True)
        for button in (self.before, self.today, self.after):
            button.setVisible(not is_list)
        if is_list:
            self.title.setText(_("All entries"))


def _small(words: str, name: str, key: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", True)
    button.setAccessibleName(name)
    button.setToolTip(plain_tooltip(f"{name} ({key})"))
    return button


def _tab(words: str) -> QPushButton:
    tab = QPushButton(words)
    tab.setProperty("role", "tab")
    tab.setCheckable(True)
    tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tab
