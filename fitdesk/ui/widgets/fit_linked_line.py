"""A sentence with one quiet thing to do behind it; a click anywhere on the line does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel


class LinkedLine(QWidget):
    """``followed()`` after a click, Enter or Space. ``words`` name what happens ("Open")."""

    followed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self.sentence = PlainLabel("", "secondary", wraps=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.link = QPushButton(words)
        self.link.setProperty("role", "link")
        self.link.clicked.connect(lambda *_: self.followed.emit())
        row.addWidget(self.sentence, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_words(self, sentence: str) -> None:
        """Show ``sentence``; nothing at all when it is empty."""
        self.sentence.setText(sentence)
        self.link.setAccessibleName(f"{self.link.text()}: {sentence}")
        if self.isHidden() == bool(sentence):
            self.setVisible(bool(sentence))

    def words(self) -> str:
        return self.sentence.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._underline(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._underline(False)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.followed.emit()

    def _underline(self, is_under: bool) -> None:
        font = QFont(self.sentence.font())
        font.setUnderline(is_under)
        self.sentence.setFont(font)
