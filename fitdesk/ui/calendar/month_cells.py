"""The days of a month as a table of weeks, in words for screen readers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fitdesk.i18n import _, plural
from fitdesk.ui.calendar.entry_words import Names, around_words, hold_words, hours_words, kind_word, title_of
from fitdesk.ui.calendar.month import Month
from fitdesk.ui.calendar.weeks import DAYS, days_on
from fitdesk.ui.format import joined, long_day
from fitdesk.ui.widgets.row_delegate import one_line

_MOST_SAID = 12
Index = QModelIndex | QPersistentModelIndex


class MonthCells(QAbstractTableModel):
    """A row for each week shown; the grid paints it, this says it."""

    def __init__(self) -> None:
        super().__init__()
        self.month = Month(date(2000, 1, 1), (), (), ())
        self._today = date.min
        self._names: Names = {}
        self._locale = "en_GB"

    def show(self, month: Month, today: date, names: Mapping[int, str], locale: str) -> None:
        """Another month, or the same one read again."""
        self.beginResetModel()
        self.month, self._today, self._names, self._locale = month, today, names, locale
        self.endResetModel()

    def day_at(self, row: int, column: int) -> date:
        return days_on(self.month.weeks[row], column)

    def place_of(self, day: date) -> QModelIndex:
        """Where ``day`` stands; an invalid index when it is not shown."""
        if not self.month.weeks:
            return QModelIndex()
        row, column = divmod((day - self.month.weeks[0]).days, DAYS)
        return self.index(row, column) if 0 <= row < len(self.month.weeks) else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.month.weeks)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        return self.said(self.day_at(index.row(), index.column()))

    def said(self, day: date) -> str:
        """ "Thursday, 3 December, today: Workshop Basel, booked; 1 follow-up"."""
        words = long_day(day, locale=self._locale) + (f", {_('today')}" if day == self._today else "")
        what = [line for line, _is_around in self.lines(day)]
        promised = len(self.month.follow_ups.get(day, ()))
        if promised:
            what.append(plural("{n} follow-up", "{n} follow-ups", promised))
        return f"{words}: {'; '.join(what)}" if what else words

    def lines(self, day: date) -> list[tuple[str, bool]]:
        """What stands on ``day``, a line each; at most a dozen, and how many more."""
        entries = self.month.on(day)
        lines = []
        for entry in entries[:_MOST_SAID]:
            if entry.covers(day):
                when = joined(hours_words(entry, self._locale), hold_words(entry, self._today, self._locale))
                said = ", ".join(
                    part for part in (title_of(entry, self._names), kind_word(entry, self._names).lower(), when) if part
                )
                lines.append((one_line(said), False))
            else:
                lines.append((one_line(around_words(entry, is_before=day < entry.first)), True))
        if len(entries) > _MOST_SAID:
            lines.append((_("and {n} more").replace("{n}", str(len(entries) - _MOST_SAID)), False))
        return lines
