"""How the owner answered in the last year: shares, and the reasons given for a No."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fitdesk.domain.past_answers import PastAnswers
from fitdesk.i18n import _, plural
from fitdesk.ui.format import status_word
from fitdesk.ui.insight.block import Block
from fitdesk.ui.widgets.page import PlainLabel

_MOST_REASONS = 5


class AnswersBlock(Block):
    """Hidden while nothing was decided within a year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How you answered in the last year"), parent)
        self.wait = PlainLabel("", wraps=True)
        self.reasons = PlainLabel("", "secondary", wraps=True)
        self.column.addWidget(self.wait)
        self.column.addWidget(self.reasons)

    def show_wait(self, days: int | None) -> None:
        """Within so many days half of the requests had an answer; None while that cannot be said."""
        text = plural(
            "Half of the inquiries had your first answer within {n} day.",
            "Half of the inquiries had your first answer within {n} days.",
            days or 0,
        )
        self.wait.setText(text if days else _("Half of the inquiries had your first answer on the same day."))
        self.wait.setVisible(days is not None)

    def show_answers(self, found: PastAnswers) -> None:
        kinds = [f"{status_word(kind)} {count}" for kind, count in found.kinds]
        number = plural("{n} decision", "{n} decisions", found.decisions)
        self.say(f"{number}: {', '.join(kinds)}.")
        reasons = ", ".join(f"{words} {count}" for words, count in found.reasons[:_MOST_REASONS])
        self.reasons.setText(_("Reasons you gave for a No: {reasons}.").format(reasons=reasons))
        self.reasons.setVisible(bool(reasons))
        self.setVisible(found.decisions > 0)
