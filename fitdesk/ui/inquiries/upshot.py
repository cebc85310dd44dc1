"""What the verdict comes to, in a sentence, and what would turn it: each change can be tried at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment, Counterfactual, Verdict, WhichNo
from fitdesk.i18n import _
from fitdesk.ui.widgets.fit_linked_line import LinkedLine
from fitdesk.ui.widgets.page import PlainLabel

MOST_TURNS = 3


def upshot(assessment: Assessment | None) -> str:
    """One plain sentence on the verdict; empty where the question to ask already says it."""
    if assessment is None:
        return _("Describe what you offer on the Offerings page, and FitDesk can judge this request.")
    is_open = any(not line.finding.is_known for line in assessment.contributions)
    if assessment.verdict is Verdict.DECLINE:
        said = {
            WhichNo.WRONG_FOR_THEM: _("Somebody else will serve them better: refer them."),
            WhichNo.WRONG_FOR_ME: _("You could serve them, but not on these terms: leave politely."),
            WhichNo.NOT_FREE: _("Right match, wrong time."),
            None: "",
        }[assessment.which_no]
        still = _("Whatever is still open, no answer can change this any more.")
        return f"{said} {still}".strip() if is_open else said
    if assessment.verdict is Verdict.ACCEPT:
        if is_open:
            return _("Nothing speaks against it, and no answer that is still open can change that.")
        return _("Nothing speaks against it.")
    if assessment.verdict is Verdict.YOUR_CALL:
        return _("Everything is known, and it lies between yes and no.")
    return "" if assessment.next_question else _("No single answer would change this any more.")


class Upshot(QWidget):
    """The sentence, and below it up to three changes that would turn the verdict. ``tried(Counterfactual)``."""

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.sentence = PlainLabel("", "strong", wraps=True)
        column.addWidget(self.sentence)
        self.turns = [LinkedLine(_("Try it")) for _place in range(MOST_TURNS)]
        self._shown: tuple[Counterfactual, ...] = ()
        for place, line in enumerate(self.turns):
            column.addWidget(line)
            line.followed.connect(lambda place=place: self.tried.emit(self._shown[place]))

    def show_assessment(self, assessment: Assessment | None) -> None:
        self.sentence.setText(upshot(assessment))
        self.sentence.setVisible(bool(self.sentence.text()))
        self._shown = assessment.counterfactuals[:MOST_TURNS] if assessment is not None else ()
        for place, line in enumerate(self.turns):
            line.show_words(self._shown[place].sentence if place < len(self._shown) else "")

    def texts(self) -> list[str]:
        """The changes on display, in words."""
        return [turn.sentence for turn in self._shown]

    def is_silent(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.sentence.text() or self._shown)
