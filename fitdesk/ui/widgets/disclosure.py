"""A folded part of a form: one quiet line that opens what is seldom needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE


class Disclosure(QWidget):
    """A triangle with a title; ``content`` is the layout of what it hides."""

    def __init__(self, title: str, summary: str = "", *, parent: QWidget | None = None) -> None:
        """``summary`` says in a few words what is inside, so that nobody has to open it to find out."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE)
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setText(title)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setProperty("role", "disclosure")
        self.button.setAccessibleName(title)
        self.button.setAccessibleDescription(summary)
        self.button.toggled.connect(self._turn)
        head.addWidget(self.button)
        self.summary = QLabel(summary)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("role", "caption")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.addWidget(self.summary, 1)
        column.addLayout(head)
        self._body = QWidget()
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(SPACE * 2)
        self._body.hide()
        column.addWidget(self._body)

    def is_open(self) -> bool:
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self.button.setChecked(is_open)

    def set_summary(self, text: str) -> None:
        """What is inside, in a few words."""
        self.summary.setText(text)
        self.button.setAccessibleDescription(text)

    def _turn(self, is_open: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.button.setToolTip(_("Fold") if is_open else "")
        self.summary.setVisible(not is_open)
        self._body.setVisible(is_open)
