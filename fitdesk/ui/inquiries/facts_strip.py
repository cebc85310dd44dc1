"""The strip of facts under the title: each with its name above; what the client did not say stands in amber."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.inquiries.phrases import Fact
from fitdesk.ui.theme import font_of, set_style
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel

WIDEST = 260
BELOW = 22


class FactCell(QWidget):
    """One fact: label above, value below."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 20, 2)
        column.setSpacing(2)
        self.label = PlainLabel("", "caption")
        self.value = ElidedLabel()
        self.value.setFont(font_of(self.value.font(), weight=QFont.Weight.Medium))
        column.addWidget(self.label)
        column.addWidget(self.value)

    def show_fact(self, fact: Fact) -> None:
        self.label.setText(fact.label)
        set_style(self.value, "role", None if fact.text else "warning")
        self.value.set_words(fact.text or _("not stated"))
        self.value.setAccessibleName(f"{fact.label}: {self.value.words()}")


class FactsStrip(QWidget):
    """The facts side by side, on a second line where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[FactCell] = []
        self._flow = FlowLayout(self, gap=8)
        self._flow.setContentsMargins(0, 0, 0, BELOW)  # goes with the facts when they make room for levers

    def set_facts(self, facts: Sequence[Fact]) -> None:
        while len(self._cells) < len(facts):
            cell = FactCell()
            self._cells.append(cell)
            self._flow.addWidget(cell)
        for index, cell in enumerate(self._cells):
            cell.setVisible(index < len(facts))
            if index < len(facts):
                cell.show_fact(facts[index])

    def texts(self) -> dict[str, str]:
        """What is shown, by label."""
        return {cell.label.text(): cell.value.words() for cell in self._cells if not cell.isHidden()}
