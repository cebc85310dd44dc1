"""The written history of the rules: dated, in plain words, each change to be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.rule_change import RuleChange
from fitdesk.i18n import _, plural
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.disclosure import Disclosure
from fitdesk.ui.widgets.page import PlainLabel, empty_layout

AT_FIRST = 10
_MORE = 50


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change in words; ``can_go_back`` is False where nothing of it counts any more."""

    change: RuleChange
    words: str
    can_go_back: bool


class RuleHistory(Disclosure):
    """Folded at first. ``back_wanted(change)`` at a click."""

    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("History of changes"), parent=parent)
        self._entries: tuple[HistoryEntry, ...] = ()
        self._most = AT_FIRST
        self.rows = QVBoxLayout()
        self.rows.setSpacing(SPACE + 4)
        self.content.addLayout(self.rows)
        self.more = QPushButton(_("Show earlier ones"))
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_more)
        self.content.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.toggled.connect(lambda _open: self._fill())

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Show ``entries``, newest first."""
        self._entries = tuple(entries)
        count = len(self._entries)
        self.set_summary(plural("{n} change", "{n} changes", count) if count else _("nothing has been changed yet"))
        self._fill()

    def _fill(self) -> None:
        empty_layout(self.rows)
        self.more.setVisible(len(self._entries) > self._most)
        if not self.is_open():
            return
        if not self._entries:
            self.rows.addWidget(PlainLabel(_("Every change will stand here with its day and reason."), "secondary"))
        for entry in self._entries[: self._most]:
            self.rows.addWidget(self._row(entry))

    def _row(self, entry: HistoryEntry) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(entry.words, wraps=True, selectable=True))
        if entry.change.reason:
            words.addWidget(PlainLabel(entry.change.reason, "caption", wraps=True, selectable=True))
        across.addLayout(words, 1)
        if entry.can_go_back:
            back = QPushButton(_("Take back"))
            back.setProperty("role", "link")
            back.setAccessibleDescription(entry.words)
            back.clicked.connect(lambda: self.back_wanted.emit(entry.change))
            across.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_more(self) -> None:
        self._most += _MORE
        self._fill()
