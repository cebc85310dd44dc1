"""Offers what was half typed again: Continue or Discard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.page import PlainLabel


class WaitingBox(QFrame):
    """Hidden until there is something to offer."""

    continued = Signal()
    discarded = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(PlainLabel(words, "strong", wraps=True), 1)
        self.go_on = QPushButton(_("Continue"))
        self.discard = QPushButton(_("Discard"))
        for button, signal in ((self.go_on, self.continued), (self.discard, self.discarded)):
            button.setProperty("role", "link")
            button.clicked.connect(lambda *_, signal=signal: signal.emit())
            row.addWidget(button)
        self.hide()
