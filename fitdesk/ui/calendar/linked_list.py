"""The calendar files that are read along: when each was last read, what is wrong with it, and how to stop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.linked_calendar import LinkedCalendar
from fitdesk.i18n import _
from fitdesk.ui.calendar.entry_words import breakable, clock
from fitdesk.ui.format import ago, day
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.page import PlainLabel, empty_layout, plain_tooltip

_MOST_NOTES = 4
"""Remarks on what could not be read of a file."""


class LinkedList(QWidget):
    """``file_wanted()`` asks for another file, ``reread_wanted(int)`` and ``unlink_wanted(int)`` name a calendar."""

    file_wanted = Signal()
    reread_wanted = Signal(int)
    unlink_wanted = Signal(int)
    rebuilt = Signal()
    """The rows are others now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE + 4)
        self.add = QPushButton(_("Link a calendar file…"))
        self.add.setToolTip(plain_tooltip(_("An .ics file that another calendar program keeps up to date")))
        self.add.clicked.connect(self.file_wanted)
        self.explanation = PlainLabel(
            _("What your other calendar has counts as taken here. FitDesk reads its .ics file and never changes it."),
            "caption",
            wraps=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(_("Calendar files"), "section"))
        column.addWidget(self.explanation)
        column.addLayout(self._rows)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)

    def show_calendars(
        self, calendars: Sequence[LinkedCalendar], now: datetime, locale: str, *, reading: frozenset[int] = frozenset()
    ) -> None:
        """Show ``calendars``; those whose ids are in ``reading`` are being read this moment."""
        shown = (tuple(calendars), now.date(), locale, reading)
        if shown == self._shown:
            return
        self._shown = shown
        self.explanation.setVisible(not calendars)
        empty_layout(self._rows)
        for calendar in calendars:
            self._rows.addWidget(self._row(calendar, now, locale, is_reading=calendar.id in reading))
        self.rebuilt.emit()

    def targets(self) -> list[QWidget]:
        """What takes the focus, in the order seen."""
        return [*(part for row in self.rows() for part in (row.reread, row.stop)), self.add]

    def rows(self) -> list[LinkedRow]:
        """The rows shown, in the order in which the files were linked."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, LinkedRow)]

    def _row(self, calendar: LinkedCalendar, now: datetime, locale: str, *, is_reading: bool) -> LinkedRow:
        row = LinkedRow(calendar, _("being read…") if is_reading else read_words(calendar, now, locale))
        number = calendar.id or 0
        row.reread.clicked.connect(partial(self.reread_wanted.emit, number))
        row.stop.clicked.connect(partial(self.unlink_wanted.emit, number))
        row.reread.setEnabled(not is_reading)
        return row


class LinkedRow(QWidget):
    """One calendar file."""

    def __init__(self, calendar: LinkedCalendar, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = calendar.name or calendar.path
        self.name = ElidedLabel(name, "strong")
        self.name.setToolTip(plain_tooltip(calendar.path))
        self.words = PlainLabel(words, "caption", wraps=True)
        self.trouble = PlainLabel(breakable(calendar.trouble), "warning", wraps=True)
        self.trouble.setVisible(bool(calendar.trouble))
        self.reread, self.stop = QPushButton(_("Read again")), QPushButton(_("Unlink"))
        self.notes = PlainLabel(breakable("\n".join(calendar.notes[:_MOST_NOTES])), "caption", wraps=True)
        self.notes.setVisible(bool(calendar.notes))
        links = QHBoxLayout()
        links.setSpacing(SPACE)
        tips = _("Read the file again, changed or not"), _("Its days count here no more; the file stays as it is")
        for button, tip in zip((self.reread, self.stop), tips, strict=True):
            button.setProperty("role", "link")
            button.setProperty("flush", True)
            button.setAccessibleName(f"{button.text()}: {name}")
            button.setToolTip(plain_tooltip(tip))
            links.addWidget(button)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.words)
        column.addWidget(self.trouble)
        column.addWidget(self.notes)
        column.addLayout(links)


def read_words(calendar: LinkedCalendar, now: datetime, locale: str = "en_GB") -> str:
    """ "read today at 9:12", "read 3 days ago", "not read yet"; and how far ahead it is known."""
    if calendar.read_at is None:
        return _("not read yet")
    when = ago(calendar.read_at, now.date())
    if calendar.read_at.date() == now.date():
        when = _("today at {time}").replace("{time}", clock(calendar.read_at.time(), locale))
    words = _("read {when}").replace("{when}", when)
    if calendar.covers_until is None:
        return words
    known = _("known until {day}").replace("{day}", day(calendar.covers_until, now.date(), locale=locale))
    return f"{words}, {known}"
