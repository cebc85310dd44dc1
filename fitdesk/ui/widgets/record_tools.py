"""What can be done with the open record: actions for the palette and the keys, and the menu behind the three dots."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from fitdesk.i18n import _


class Actor(Protocol):
    """The page, as far as its tools need it."""

    def begin_new(self) -> None: ...
    def duplicate(self) -> None: ...
    def take_back(self) -> None: ...
    def throw_away(self) -> None: ...
    def focus_search(self) -> None: ...
    def abilities(self) -> tuple[bool, bool, bool]:
        """Whether the open record can be duplicated, stepped back, thrown away."""
        ...


AddAction = Callable[..., QAction]


class RecordTools:
    """Adds the actions with ``add`` (the page's) and the menu to ``place``."""

    def __init__(self, page: QWidget, actor: Actor, add: AddAction, place: QHBoxLayout, new: str, search: str) -> None:
        self._actor = actor
        self.new = add(new, actor.begin_new, QKeySequence.StandardKey.New)
        self.copy = add(_("Duplicate"), actor.duplicate, "Ctrl+D")
        self.back = add(_("Undo the last change"), actor.take_back)
        self.trash = add(_("Move to the trash"), actor.throw_away)
        add(search, actor.focus_search, QKeySequence.StandardKey.Find)
        self.menu = QMenu(page)
        self.menu.addActions([self.copy, self.back, self.trash])
        self.menu.aboutToShow.connect(self._enable)
        self.menu.aboutToHide.connect(lambda: self._enable_all())
        self.more = QPushButton("⋯")
        self.more.setAccessibleName(_("More actions"))
        self.more.setToolTip(_("More actions"))
        self.more.setFixedWidth(44)
        self.more.clicked.connect(self._drop)
        place.addWidget(self.more)

    def _drop(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _enable(self) -> None:
        for action, able in zip((self.copy, self.back, self.trash), self._actor.abilities(), strict=True):
            action.setEnabled(able)

    def _enable_all(self) -> None:
        """Outside the menu the actions stay on: each looks for itself whether there is anything to do."""
        for action in (self.copy, self.back, self.trash):
            action.setEnabled(True)
