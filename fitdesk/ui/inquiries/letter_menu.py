"""The letters that can be begun from an inquiry: a button with a menu, the fitting kind first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from fitdesk.domain.letter import LetterKind
from fitdesk.i18n import _
from fitdesk.ui.letter_kinds import begin_words


class LetterMenu(QPushButton):
    """``chosen(LetterKind)`` from the menu."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Letter"), parent)
        self.setProperty("menu", True)
        self.setAccessibleName(_("Write a letter about this inquiry"))
        self._menu = QMenu(self)
        self._kinds: tuple[LetterKind, ...] = ()
        self.setMenu(self._menu)

    def kinds(self) -> tuple[LetterKind, ...]:
        return self._kinds

    def set_kinds(self, kinds: Sequence[LetterKind]) -> None:
        """Offer ``kinds``, the fitting one first and apart from the others."""
        if tuple(kinds) == self._kinds:
            return
        self._kinds = tuple(kinds)
        self._menu.clear()
        for place, kind in enumerate(self._kinds):
            action = self._menu.addAction(begin_words(kind))
            action.triggered.connect(partial(self._tell, kind))
            if place == 0 and len(self._kinds) > 1:
                self._menu.addSeparator()

    def _tell(self, kind: LetterKind, _checked: bool = False) -> None:
        self.chosen.emit(kind)
