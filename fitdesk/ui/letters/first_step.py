"""What every first step of a letter is: the little that only this kind needs to be asked before it is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.ui.widgets.page import PlainLabel, scrolled
from fitdesk.workflows.letter_facts import LetterOrder

WIDEST = 640


class FirstStep(QWidget):
    """``changed()`` when the owner said something else; ``put_into`` gives the order with what stands here."""

    changed = Signal()

    def __init__(self, explanation: str = "", parent: QWidget | None = None, *, widest: int = WIDEST) -> None:
        super().__init__(parent)
        self.explanation = PlainLabel(explanation, "secondary", wraps=True)
        content = QWidget()
        content.setMaximumWidth(widest)
        self.fields = QVBoxLayout(content)
        self.fields.setContentsMargins(0, 8, 8, 8)
        self.fields.setSpacing(12)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.explanation)
        self.column.addWidget(scrolled(content), 1)

    def put_into(self, order: LetterOrder) -> LetterOrder:
        """``order`` with what was said here."""
        raise NotImplementedError

    def error(self) -> str:
        """What cannot be read, in a plain sentence; "" when all is well."""
        return ""

    def is_dead_end(self) -> bool:
        """Whether nothing that could be said here would lead to a letter; the explanation says why."""
        return False

    def focus_first(self) -> None:
        """Put the focus on the first thing to say."""
