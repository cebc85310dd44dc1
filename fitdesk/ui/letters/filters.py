"""What the list of letters shows: drafts, sent, void or trash; every kind or one; every language or one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.languages import language_name
from fitdesk.domain.letter import LetterKind
from fitdesk.i18n import _
from fitdesk.letters.languages import LANGUAGES
from fitdesk.store.letters import LetterQuery, Shelf
from fitdesk.ui.letters.kind_words import kind_words
from fitdesk.ui.widgets.flow_layout import FlowLayout


class LetterFilters(QWidget):
    """``changed()`` when something else is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelves = QButtonGroup(self)
        self._shelves = tuple(Shelf)
        tabs = FlowLayout()
        for place, word in enumerate((_("All"), _("Drafts"), _("Sent"), _("Void"), _("Trash"))):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setProperty("role", "tab")
            self.shelves.addButton(button, place)
            tabs.addWidget(button)
        self.shelves.button(0).setChecked(True)
        self.kind = _choice(_("Kind of letter"), _("Any kind"), [(kind.value, kind_words(kind)) for kind in LetterKind])
        self.language = _choice(_("Language"), _("Any language"), [(code, language_name(code)) for code in LANGUAGES])
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.kind, 1)
        choices.addWidget(self.language, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tabs)
        column.addLayout(choices)
        self.shelves.idClicked.connect(lambda _place: self.changed.emit())
        for box in (self.kind, self.language):
            box.activated.connect(lambda _place: self.changed.emit())

    def query(self, search: str) -> LetterQuery:
        """What is asked for, together with ``search``."""
        kind = self.kind.currentData()
        return LetterQuery(search, self.shelf(), LetterKind(kind) if kind else None, self.language.currentData())

    def shelf(self) -> Shelf:
        return self._shelves[self.shelves.checkedId()]

    def is_narrow(self) -> bool:
        """Whether a kind or a language is chosen."""
        return bool(self.kind.currentData() or self.language.currentData())

    def clear(self) -> None:
        """Ask for every letter, silently."""
        self.shelves.button(0).setChecked(True)
        self.kind.setCurrentIndex(0)
        self.language.setCurrentIndex(0)


def _choice(name: str, every: str, options: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(every, None)
    for value, words in options:
        box.addItem(words, value)
    box.setMinimumContentsLength(6)
    return box
