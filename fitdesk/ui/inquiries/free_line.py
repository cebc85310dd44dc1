"""Am I free? A heading, and the answer in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.inquiries.free_words import Said
from fitdesk.ui.widgets.page import PlainLabel


class FreeLine(QWidget):
    """Shows the sentences one after the other, wrapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.heading = PlainLabel(_("Am I free?"), "section")
        self.answer = PlainLabel("", wraps=True, selectable=True)
        column.addWidget(self.heading)
        column.addWidget(self.answer)

    def set_sentences(self, said: Sequence[Said]) -> None:
        self.answer.setText("  ".join(one.sentence for one in said))
