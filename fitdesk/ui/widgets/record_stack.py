"""The right side of a page of records: the editor, the page's own entries, or a word on what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from fitdesk.ui.widgets.empty_state import EmptyState
from fitdesk.ui.widgets.page import scrolled
from fitdesk.ui.widgets.record_editor import RecordEditor
from fitdesk.ui.widgets.record_source import OwnEntry, RecordWords


class RecordStack(QStackedWidget):
    """Shows one of them at a time."""

    def __init__(self, words: RecordWords, editor: RecordEditor[Any], own_entries: Sequence[OwnEntry]) -> None:
        super().__init__()
        self._words, self._editor = words, editor
        self.empty = EmptyState(words.empty_title, words.empty_text, words.new)
        self.addWidget(self.empty)
        self._areas: dict[QWidget, QWidget] = {widget: scrolled(widget) for widget in (editor, *own_entries)}
        for area in self._areas.values():
            self.addWidget(area)

    def is_empty(self) -> bool:
        """Whether nothing is open."""
        return self.currentWidget() is self.empty

    def show_editor(self) -> None:
        """Show the record's editor."""
        self.setCurrentWidget(self._areas[self._editor])

    def show_own(self, entry: OwnEntry) -> None:
        """Show one of the page's own entries."""
        self.setCurrentWidget(self._areas[entry])

    def show_empty(self, *, has_some: bool) -> None:
        """Say what to do first, or to choose one where there are some."""
        words = self._words
        if has_some:
            self.empty.set_words(words.pick_title, words.pick_text)
        else:
            self.empty.set_words(words.empty_title, words.empty_text, words.new)
        self.setCurrentWidget(self.empty)

    def focus_shown(self) -> None:
        """Put the focus into the first field of what is shown."""
        for widget, area in self._areas.items():
            if area is self.currentWidget() and isinstance(widget, RecordEditor | OwnEntry):
                widget.focus_first()
