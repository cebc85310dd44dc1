"""What the verdict comes to, in a sentence, and what would turn it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment, Verdict, WhichNo
from fitdesk.i18n import _
from fitdesk.ui.widgets.page import PlainLabel

MOST_TURNS = 3


def upshot(assessment: Assessment | None) -> str:
    """One plain sentence on the verdict; empty where the question to ask already says it."""
    if assessment is None:
        return _("Describe what you offer on the Offerings page, and FitDesk can judge this request.")
    if assessment.verdict is Verdict.DECLINE:
        return {
            WhichNo.WRONG_FOR_THEM: _("Somebody else will serve them better: refer them."),
            WhichNo.WRONG_FOR_ME: _("You could serve them, but not on these terms: leave politely."),
            WhichNo.NOT_FREE: _("Right match, wrong time."),
            None: "",
        }[assessment.which_no]
    if assessment.verdict is Verdict.ACCEPT:
        return _("Nothing speaks against it.")
    if assessment.verdict is Verdict.YOUR_CALL:
        return _("Everything is known, and it lies between yes and no.")
    return "" if assessment.next_question else _("No single answer would change this any more.")


class Upshot(QWidget):
    """The sentence, and below it up to three changes that would turn the verdict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.sentence = PlainLabel("", "strong", wraps=True)
        self.turns = PlainLabel("", "secondary", wraps=True, selectable=True)
        column.addWidget(self.sentence)
        column.addWidget(self.turns)

    def show_assessment(self, assessment: Assessment | None) -> None:
        self.sentence.setText(upshot(assessment))
        self.sentence.setVisible(bool(self.sentence.text()))
        turns = assessment.counterfactuals[:MOST_TURNS] if assessment is not None else ()
        self.turns.setText("\n".join(turn.sentence for turn in turns))
        self.turns.setVisible(bool(turns))

    def is_silent(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.sentence.text() or self.turns.text())
