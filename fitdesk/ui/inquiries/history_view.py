"""What happened with an inquiry so far: decisions, letters and follow-ups, the owner's notes, and the original text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.past_words import reason_words
from fitdesk.domain.wording import listed
from fitdesk.i18n import _
from fitdesk.ui.format import ago
from fitdesk.ui.inquiries.change_words import change_words
from fitdesk.ui.inquiries.look_back_words import look_back_words
from fitdesk.ui.inquiries.original_view import unwrapped
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.fields import TextField
from fitdesk.ui.widgets.page import PlainLabel, empty_layout, plain_tooltip
from fitdesk.ui.widgets.quiet_button import QuietButton

FOLDED_LINES = 6
FOLDED_CHARACTERS = 480
LONGEST_SHOWN = 20_000
MOST_EVENTS = 40
_ENDLESS = re.compile(r"\S{61,}")


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the history: when, what, and the owner's words on it."""

    at: date
    what: str
    words: str = ""


def happenings(inquiry: Inquiry, others: Sequence[Happening], today: date) -> tuple[Happening, ...]:
    """The decisions on ``inquiry`` with their reasons, the look back, and ``others``, newest first."""
    own = [
        Happening(change.at.date(), _what(change, today, is_first=number == 0), _why(change))
        for number, change in enumerate(inquiry.history)
    ]
    if inquiry.post_mortem is not None:
        own.append(Happening(inquiry.post_mortem.day, _("Looked back"), look_back_words(inquiry.post_mortem)))
    own += [Happening(signal.day, _("Noted"), signal.fact) for signal in inquiry.stalls]
    in_order = sorted(enumerate([*own, *others]), key=lambda one: (one[1].at, one[0]), reverse=True)
    return tuple(happening for _number, happening in in_order[:MOST_EVENTS])


def _what(change: StatusChange, today: date, *, is_first: bool) -> str:
    if change.status is Status.NEW:
        return _("Came in") if is_first else _("Opened again")
    return change_words(change, today)


def _why(change: StatusChange) -> str:
    """The reasons chosen, then the owner's own words: "fee and journey. An old friend asked"."""
    return ". ".join(part for part in (listed(reason_words(change.reasons)), change.reason) if part)


class HistoryView(QWidget):
    """``note_changed(str)`` after the owner's notes have settled."""

    note_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._is_open = False
        self._note_before = ""
        self._told: tuple[tuple[Happening, ...], date | None] = ((), None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(PlainLabel(_("What they wrote"), "section"))
        self.original = PlainLabel("", wraps=True, selectable=True)
        self.original.setProperty("role", "secondary")
        column.addWidget(self.original)
        self.more = QuietButton()
        self.more.clicked.connect(self._turn)
        column.addWidget(self.more)
        column.addSpacing(SPACE)
        column.addWidget(PlainLabel(_("Notes"), "section"))
        self.note = TextField(lines=2, hint=_("Only you see this"))
        self.note.set_name(_("Notes"))
        self.note.left.connect(self.keep_note)
        column.addWidget(self.note)
        column.addSpacing(SPACE)
        column.addWidget(PlainLabel(_("History"), "section"))
        self._events = QVBoxLayout()
        self._events.setSpacing(4)
        column.addLayout(self._events)

    def show_inquiry(self, inquiry: Inquiry, others: Sequence[Happening], today: date) -> None:
        """Show the original, the notes and what happened; ``others`` are letters, referrals and follow-ups."""
        text = unwrapped(inquiry.text[:LONGEST_SHOWN])
        if text != self._text:
            self._is_open = False
        self._text = text
        self._show_text()
        self._note_before = inquiry.note
        if (self.note.value() or "") != inquiry.note:
            self.note.set_value(inquiry.note or None)
        told = happenings(inquiry, others, today)
        if (told, today) != self._told:
            self._told = (told, today)
            self._show_events(told, today)

    def open_original(self) -> None:
        """Unfold the original text."""
        if not self._is_open:
            self._turn()

    def keep_note(self) -> None:
        """Tell about the notes now if they were changed."""
        note = self.note.value() or ""
        if note != self._note_before:
            self._note_before = note
            self.note_changed.emit(note)

    def _show_text(self) -> None:
        folded = _folded(self._text)
        shown = self._text if self._is_open else folded
        self.original.setText(_breakable(shown) or _("Nothing was written; this came in another way."))
        self.more.setVisible(folded != self._text)
        self.more.set_words(_("Show less") if self._is_open else _("Show all of it"))

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_text()

    def _show_events(self, events: Sequence[Happening], today: date) -> None:
        empty_layout(self._events)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 106)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(events):
            when = PlainLabel(ago(one.at, today), "secondary")
            when.setToolTip(plain_tooltip(one.at.isoformat()))
            grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(": ".join(part for part in (one.what, one.words) if part), wraps=True), row, 1)
        self._events.addWidget(table)


def _folded(text: str) -> str:
    lines = text.strip().split("\n")
    short = "\n".join(lines[:FOLDED_LINES])[:FOLDED_CHARACTERS]
    return text if len(short) >= len(text.strip()) else short.rstrip() + " …"


def _breakable(text: str) -> str:
    """``text`` with a chance to break inside words that are longer than a line."""
    return _ENDLESS.sub(lambda found: "\u200b".join(wrap(found[0], 60)), text)
