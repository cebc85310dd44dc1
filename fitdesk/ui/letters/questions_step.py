"""First step of a letter with questions: which of the open ones to ask, up to four."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fitdesk.i18n import _
from fitdesk.letters.facts import Particulars
from fitdesk.ui.letters.first_step import FirstStep
from fitdesk.ui.widgets.tick_box import TickBox
from fitdesk.workflows.letter_facts import LetterOrder
from fitdesk.workflows.letter_prefill import MOST_QUESTIONS


class QuestionsStep(FirstStep):
    """``questions``: (key of the criterion, words) that the judgement would ask the client, the first one first."""

    def __init__(self, said: Particulars, questions: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.boxes: dict[str, TickBox] = {}
        for key, words in questions:
            box = TickBox(words)
            box.setChecked(key in said.questions)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes[key] = box
            self.fields.addWidget(box)
        self.fields.addStretch(1)
        self.explanation.setText(
            _("What their answers would settle, the most telling first. Two or three are answered sooner than four.")
            if questions
            else _("Nothing is open that the client could settle. Decide on the inquiry's page.")
        )

    def put_into(self, order: LetterOrder) -> LetterOrder:
        ticked = tuple(key for key, box in self.boxes.items() if box.isChecked())
        return replace(order, particulars=replace(order.particulars, questions=ticked))

    def is_dead_end(self) -> bool:
        return not self.boxes

    def error(self) -> str:
        ticked = sum(box.isChecked() for box in self.boxes.values())
        return _("At most four questions in one letter. Take one away.") if ticked > MOST_QUESTIONS else ""

    def focus_first(self) -> None:
        for box in list(self.boxes.values())[:1]:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
