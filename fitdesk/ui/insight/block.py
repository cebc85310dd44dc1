"""One section of the page: a heading, a sentence that says what matters, and what it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel


class Block(QWidget):
    """``say(sentence)`` sets the sentence; further widgets go into ``column``."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(title, "section")
        self.sentence = PlainLabel("", wraps=True, selectable=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE)
        self.column.addWidget(self.title)
        self.column.addWidget(self.sentence)
        self.setAccessibleName(title)

    def say(self, sentence: str) -> None:
        """What matters, in one or two plain sentences."""
        self.sentence.setText(sentence)
        self.setAccessibleDescription(sentence)
