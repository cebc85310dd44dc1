"""What a page says while there is nothing on it: what this is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.ui.theme import MARGIN, SPACE
from fitdesk.ui.widgets.page import PlainLabel

_WIDEST = 400


class EmptyState(QWidget):
    """A heading, one or two sentences, and up to two buttons, in the middle of the free space.

    ``acted()`` is the first (primary) button, ``second_acted()`` the second.
    """

    acted = Signal()
    second_acted = Signal()

    def __init__(
        self, title: str, text: str, action: str = "", second: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = PlainLabel(title, "section", wraps=True)
        self.text = PlainLabel(text, "secondary", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACE)
        column.addStretch(2)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(_WIDEST)
            centred = QHBoxLayout()
            centred.addStretch(1)
            centred.addWidget(label, 100)
            centred.addStretch(1)
            column.addLayout(centred)
        column.addSpacing(SPACE)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        self.button = QPushButton(action)
        self.button.setProperty("primary", True)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        self.second_button = QPushButton(second)
        self.second_button.setVisible(bool(second))
        self.second_button.clicked.connect(self.second_acted)
        buttons.addWidget(self.button)
        buttons.addWidget(self.second_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)

    def set_words(self, title: str, text: str, action: str = "") -> None:
        """Say something else, as when a search finds nothing."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
