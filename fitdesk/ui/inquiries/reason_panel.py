"""Asks for one written reason before a decision, in the place of the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import set_style
from fitdesk.ui.widgets.page import PlainLabel

LONGEST = 500


class ReasonPanel(QFrame):
    """``given(str)`` with the reason; ``dropped()`` when the owner thinks better of it."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._is_needed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.question = PlainLabel("", "strong", wraps=True)
        column.addWidget(self.question)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST)
        self.edit.returnPressed.connect(self._give)
        self.edit.textEdited.connect(lambda *_: self._complain(""))
        self.go = QPushButton()
        self.go.setProperty("primary", True)
        self.go.clicked.connect(self._give)
        self.leave = QPushButton(_("Cancel"))
        self.leave.clicked.connect(self.dropped)
        for widget in (self.edit, self.go, self.leave):
            row.addWidget(widget)
        column.addLayout(row)
        self.error = PlainLabel("", "error", wraps=True)
        self.error.hide()
        column.addWidget(self.error)

    def ask(self, question: str, *, hint: str, button: str, needed: bool) -> None:
        """Show ``question`` and wait; with ``needed`` an empty reason is not taken."""
        self._is_needed = needed
        self.question.setText(question)
        self.edit.setAccessibleName(question)
        self.edit.setPlaceholderText(hint)
        self.edit.clear()
        self.go.setText(button)
        self._complain("")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self.edit.text().strip()
        if self._is_needed and not reason:
            self._complain(_("Write one reason in your own words; a few are enough."))
            self.edit.setFocus()
            return
        self.given.emit(reason)

    def _complain(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        set_style(self.edit, "invalid", bool(sentence))
