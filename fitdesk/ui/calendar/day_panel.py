"""The chosen day at the right of the month: how it stands, what stands there, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.availability import Availability, CalendarEntry
from fitdesk.domain.followup import FollowUp
from fitdesk.i18n import _
from fitdesk.ui.calendar.bar_painting import look_of
from fitdesk.ui.calendar.chosen_day import ChosenDay
from fitdesk.ui.calendar.entry_row import EntryRow
from fitdesk.ui.calendar.entry_words import around_words, detail_words, kept_free_words, title_of
from fitdesk.ui.format import ago, day_span, joined, long_day
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel, empty_layout, plain_tooltip

MOST_ROWS = 20
"""Rows on one day; a day with more shows these and says how many there are."""


class DayPanel(QWidget):
    """What is asked for on the day: ``edit_wanted`` and ``trash_wanted(entry)``, ``inquiry_opened`` and
    ``peer_opened(int)``, ``block_wanted()`` and ``hold_wanted()`` for new days.
    """

    edit_wanted = Signal(object)
    trash_wanted = Signal(object)
    inquiry_opened = Signal(int)
    peer_opened = Signal(int)
    block_wanted = Signal()
    hold_wanted = Signal()
    rebuilt = Signal()
    """The rows are others now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ChosenDay | None = None
        self.heading = PlainLabel("", "section", wraps=True)
        self.state = PlainLabel("", "secondary", wraps=True)
        self.block, self.hold = QPushButton(_("Block days…")), QPushButton(_("Hold days…"))
        self.block.setProperty("primary", True)
        self.block.setToolTip(plain_tooltip("N"))
        self.hold.setToolTip(plain_tooltip("H"))
        self.block.clicked.connect(self.block_wanted)
        self.hold.clicked.connect(self.hold_wanted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE + 4)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.block)
        buttons.addWidget(self.hold)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.state)
        column.addSpacing(SPACE)
        column.addLayout(self._rows)
        column.addSpacing(SPACE)
        column.addLayout(buttons)

    def show_day(self, chosen: ChosenDay) -> None:
        """Show ``chosen``; what reads the same is not built again."""
        if chosen == self._shown:
            return
        self._shown = chosen
        several = chosen.last > chosen.first
        span = day_span(chosen.first, chosen.last, chosen.today, locale=chosen.locale)
        year = "" if chosen.first.year == chosen.today.year else f" {chosen.first.year}"
        self.heading.setText(span if several else long_day(chosen.first, locale=chosen.locale) + year)
        self.state.setText(state_words(chosen))
        empty_layout(self._rows)
        for entry in chosen.entries[:MOST_ROWS]:
            self._rows.addWidget(self._entry_row(entry, chosen))
        if len(chosen.entries) > MOST_ROWS:
            rest = _("and {n} more; search for them in the list").replace("{n}", str(len(chosen.entries) - MOST_ROWS))
            self._rows.addWidget(PlainLabel(rest, "secondary", wraps=True))
        for one in chosen.follow_ups[:MOST_ROWS]:
            self._rows.addWidget(self._follow_up_row(one))
        self.rebuilt.emit()

    def rows(self) -> list[EntryRow]:
        """The rows shown, entries before follow-ups."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, EntryRow)]

    def targets(self) -> list[QWidget]:
        """What takes the focus, in the order seen."""
        parts = [part for row in self.rows() for part in (row.open, row.edit, row.remove) if part is not None]
        return [*parts, self.block, self.hold]

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done."""
        buttons = [button for row in self.rows() for button in (row.open, row.edit) if button is not None]
        (buttons[0] if buttons else self.block).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _entry_row(self, entry: CalendarEntry, chosen: ChosenDay) -> EntryRow:
        names = chosen.names
        is_around = not (entry.first <= chosen.last and entry.last >= chosen.first)
        on = chosen.first if chosen.first == chosen.last else None
        details = [detail_words(entry, chosen.today, names, chosen.locale, on=on), kept_free_words(entry), entry.note]
        title = title_of(entry, names)
        if is_around:
            title = around_words(entry, is_before=chosen.last < entry.first)
        row = EntryRow(
            look_of(entry, is_around=is_around),
            title,
            tuple(words.strip() for words in details if words != title),
            open_words=_("Open the inquiry") if entry.inquiry_id is not None else "",
            editable=entry.id in chosen.editable,
        )
        row.opened.connect(lambda: self.inquiry_opened.emit(entry.inquiry_id))
        row.edit_wanted.connect(partial(self.edit_wanted.emit, entry))
        row.trash_wanted.connect(partial(self.trash_wanted.emit, entry))
        return row

    def _follow_up_row(self, one: FollowUp) -> EntryRow:
        words = _("Open the inquiry") if one.inquiry_id is not None else _("Open the peer") if one.peer_id else ""
        row = EntryRow(None, one.what or _("Follow-up"), (_("Follow-up"),), open_words=words)
        if one.inquiry_id is not None:
            row.opened.connect(lambda: self.inquiry_opened.emit(one.inquiry_id))
        else:
            row.opened.connect(lambda: self.peer_opened.emit(one.peer_id))
        return row


def state_words(chosen: ChosenDay) -> str:
    """ "In 11 days · free"; why it is not known where a calendar file could not tell."""
    if chosen.last > chosen.first:
        days = (chosen.last - chosen.first).days + 1
        return _("{n} days chosen").replace("{n}", str(days))
    when = ago(chosen.first, chosen.today)
    when = when[:1].upper() + when[1:]
    if chosen.first < chosen.today:
        return when
    states = {
        Availability.FREE: _("free"),
        Availability.HELD: _("held"),
        Availability.BUSY: _("taken"),
        Availability.UNKNOWN: _("not known: {why}").replace("{why}", chosen.trouble),
    }
    return joined(when, states[chosen.state])
