"""The small button that puts something off: tomorrow, next week, in a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QMenu, QPushButton

from fitdesk.i18n import _
from fitdesk.ui.today.waiting_row import row_button


def later_button(today: date, put_off: Callable[[date | None], object], *, never: str = "") -> QPushButton:
    """``put_off`` gets the day chosen; with ``never``, a last entry of these words gives it None."""
    button = row_button(_("Later"))
    button.setProperty("menu", True)
    menu = QMenu(button)
    for words, day in (
        (_("Tomorrow"), today + timedelta(days=1)),
        (_("Next week"), today + timedelta(days=7 - today.weekday())),
        (_("In a month"), month_later(today)),
    ):
        menu.addAction(words).triggered.connect(lambda _checked, to=day: put_off(to))
    if never:
        menu.addSeparator()
        menu.addAction(never).triggered.connect(lambda *_: put_off(None))
    button.setMenu(menu)
    return button


def month_later(day: date) -> date:
    """The same day next month, or that month's last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    first_after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), first_after - timedelta(days=1))
