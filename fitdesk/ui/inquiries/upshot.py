"""What the verdict comes to, in a sentence, and what would turn it: each change can be tried at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment, Counterfactual, Side, Verdict, VetoState, WhichNo
from fitdesk.domain.availability import Availability, DayAnswer
from fitdesk.domain.owner import Thresholds
from fitdesk.domain.scoring import out_of_100
from fitdesk.domain.verdict import is_below
from fitdesk.domain.wording import either, listed
from fitdesk.i18n import _
from fitdesk.ui.widgets.fit_linked_line import LinkedLine
from fitdesk.ui.widgets.fit_words import spoken
from fitdesk.ui.widgets.page import PlainLabel

MOST_TURNS = 3
USUAL = Thresholds()
AGAINST = 0.5
"""A value that cannot reach it speaks against the work, whatever the sum says."""


def upshot(assessment: Assessment | None, days: Sequence[DayAnswer] = (), between: Thresholds = USUAL) -> str:
    """One or two plain sentences on the verdict; empty where the question to ask already says it.

    ``days``: how the days asked for stand. ``between``: the owner's lines between verdicts.
    """
    if assessment is None:
        return _("Describe what you offer on the Offerings page, and FitDesk can judge this request.")
    is_open = any(not line.finding.is_known for line in assessment.contributions)
    if assessment.verdict is Verdict.DECLINE:
        said = _which_no(assessment, between)
        return f"{said} {_still(assessment)}".strip() if is_open else said
    if assessment.verdict is Verdict.ACCEPT:
        return _accepted(against(assessment, days), is_open)
    if assessment.verdict is Verdict.YOUR_CALL:
        return _("Everything is known, and it lies between yes and no.")
    return "" if assessment.next_question else _("No single answer would change this any more.")


def against(assessment: Assessment, days: Sequence[DayAnswer]) -> tuple[str, ...]:
    """What speaks against the work whatever is still open, in a word or two each; the day first."""
    said = []
    states = {one.availability for one in days}
    if Availability.HELD in states and Availability.FREE not in states:
        said.append(_("a day on hold"))
    lost = [line for line in assessment.contributions if line.weight > 0 and line.finding.value.high < AGAINST]
    return (*said, *map(spoken, lost))


def _accepted(spoken: Sequence[str], is_open: bool) -> str:
    if not spoken and not is_open:
        return _("Nothing speaks against it.")
    good = _("It is a good fit, and no open answer can change that.") if is_open else _("It is a good fit.")
    return f"{good} {_('Against it: {what}.').replace('{what}', listed(spoken))}" if spoken else good


def _which_no(assessment: Assessment, between: Thresholds) -> str:
    for_them = out_of_100(assessment.for_them, assessment.contributions)
    is_right = not is_below(for_them.low, between.accept_for_them) and not any(
        line.finding.veto is not VetoState.CLEAR for line in assessment.contributions if line.side is Side.FOR_THEM
    )
    match assessment.which_no:
        case WhichNo.WRONG_FOR_THEM:
            return _("Somebody else will serve them better: refer them.")
        case WhichNo.WRONG_FOR_ME if is_right:
            return _("You could serve them, but not on these terms: leave politely.")
        case WhichNo.WRONG_FOR_ME:
            return _("Not on these terms: leave politely.")
        case WhichNo.NOT_FREE:
            is_match = is_right and not is_below(assessment.fit.low, between.accept_fit)
            is_match = is_match and all(line.finding.veto is VetoState.CLEAR for line in assessment.contributions)
            return _("Right match, wrong time.") if is_match else _("The day is taken and cannot move.")
    return ""


def _still(assessment: Assessment) -> str:
    """That no answer changes the no, and which other terms would."""
    terms = dict.fromkeys(_other_terms(one.criterion) for one in assessment.counterfactuals[:MOST_TURNS])
    if not terms:
        return _("No open answer changes this.")
    return _("No open answer changes this; {terms} would.").replace("{terms}", either(list(terms)))


def _other_terms(criterion: str) -> str:
    """What a counterfactual of that kind changes."""
    return {
        "date": _("another day"),
        "fee": _("another fee"),
        "margin": _("expenses paid on top"),
        "format": _("another format or length"),
        "travel": _("holding it online"),
        "language": _("another language"),
        "scope": _("a fixed scope"),
    }[criterion]


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
        self._days: Sequence[DayAnswer] = ()
        self._between = USUAL
        for place, line in enumerate(self.turns):
            column.addWidget(line)
            line.followed.connect(lambda place=place: self.tried.emit(self._shown[place]))

    def take_days(self, days: Sequence[DayAnswer], between: Thresholds) -> None:
        """How the days stand and where the owner draws the lines; counts from the next assessment on."""
        self._days, self._between = days, between

    def show_assessment(self, assessment: Assessment | None) -> None:
        self.sentence.setText(upshot(assessment, self._days, self._between))
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
