"""What the two entries about the owner share: a heading, a form, and keeping what is typed by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from fitdesk.store.errors import StoreError
from fitdesk.ui.theme import MARGIN, SPACE
from fitdesk.ui.widgets.form import WIDEST, Form
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.record_source import OwnEntry

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class OwnerForm(OwnEntry):
    """A form over a part of the owner's profile. ``failed(sentence)`` when it could not be kept."""

    failed = Signal(str)

    def __init__(self, store: Store, title: str, explanation: str) -> None:
        super().__init__()
        self.store = store
        self.title = title
        self.form = Form()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN + SPACE, MARGIN, MARGIN + SPACE, MARGIN * 2)
        self.column.setSpacing(SPACE // 2)
        self.column.addWidget(PlainLabel(title, "title", wraps=True))
        text = PlainLabel(explanation, "secondary", wraps=True)
        text.setMaximumWidth(WIDEST)
        self.column.addWidget(text)
        self.column.addSpacing(SPACE * 2)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.form.settled.connect(self._keep)

    def fill(self) -> None:
        """Show what the store has."""
        raise NotImplementedError

    def keep(self) -> None:
        """Save what the form says. May raise StoreError."""
        raise NotImplementedError

    def refresh(self) -> None:
        if self.form.is_resting():
            self.fill()

    def settle(self) -> None:
        self.form.settle()

    def focus_first(self) -> None:
        self.form.go_to(self.form.keys()[0])

    def _keep(self) -> None:
        try:
            self.keep()
        except StoreError as problem:
            self.failed.emit(str(problem))
