"""What-if in the detail of an inquiry: the facts become levers, the foot tells the outcome, Escape leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment
from fitdesk.domain.inquiry import Inquiry
from fitdesk.ui.inquiries.what_if import Tried, WhatIf
from fitdesk.ui.inquiries.what_if_bar import WhatIfBar
from fitdesk.ui.inquiries.what_if_panel import WhatIfPanel

if TYPE_CHECKING:
    from fitdesk.ui.inquiries.detail import DetailView

BESIDE = 980
"""Pixels of the detail from which the history, or the levers, stand beside the judgement."""
WIDEST = 480


class WhatIfMode(QObject):
    """Turns ``view`` into what-if and back. ``kept()`` when the values on display are to be written.

    The levers stand ``above`` the judgement, in the place of the facts, or ``beside`` it in that of the history.
    """

    kept = Signal()

    def __init__(self, view: DetailView) -> None:
        super().__init__(view)
        self._view = view
        self.levers = WhatIfPanel(view.today)
        self.outcome = WhatIfBar()
        self.trial = WhatIf(self.levers, self)
        self.above, self.beside = _slot(), _slot()
        self.beside.setMaximumWidth(WIDEST)
        self.trial.tried.connect(self._show)
        self.trial.explained.connect(self._show_explained)
        self.outcome.left.connect(self.back_to_facts)
        self.outcome.kept.connect(self.kept)

    def is_on(self) -> bool:
        return self.trial.is_on()

    def begin(self, after: Inquiry | None = None) -> None:
        """Make the facts levers; ``after`` is the request with some of them moved already. Nothing is saved."""
        triage, practice, shown = self._view.triage(), self._view.practice(), self._view.fit.assessment()
        if triage is None or practice is None or shown is None:
            return
        was_on = self.is_on()
        self._view.fit.set_steady(True)
        self.trial.begin(triage, practice, self._view.today(), shown.offering, after)
        if not was_on:
            self._turn(True)
            self.levers.focus_first()

    def try_facts(self) -> None:
        """As by a shortcut: only where an inquiry is in sight, and not twice."""
        if self._view.isVisible() and not self.is_on():
            self.begin()

    def rebase(self) -> None:
        """The facts on display were judged anew: what was moved stays moved."""
        triage, practice = self._view.triage(), self._view.practice()
        if triage is not None and practice is not None:
            self.trial.rebase(triage, practice)

    def choose(self) -> None:
        """The same values beside the offering now on display."""
        shown = self._view.fit.assessment()
        if shown is not None:
            self.trial.choose(shown.offering)

    def leave(self) -> None:
        """Out of what-if; the view shows something else next."""
        if self.is_on():
            self.trial.end()
            self._view.fit.set_steady(False)
            self._turn(False)

    def back_to_facts(self) -> None:
        """Out of what-if, to the facts as they stand."""
        view, triage, shown = self._view, self._view.triage(), self._view.fit.assessment()
        if not self.is_on() or triage is None:
            return
        self.leave()
        at = next((at for at, one in enumerate(triage.assessments) if shown and one.offering == shown.offering), 0)
        view.show_facts(triage)
        view.head.show_inquiry(triage.inquiry, triage.verdict, view.today())
        view.fit.set_assessments(triage.assessments, at=at)
        view.show_judgement(triage.assessments[at] if triage.assessments else None, triage.inquiry)
        view.head.what_if.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Put the levers where there is room for them."""
        is_on, is_beside = self.is_on(), self._view.width() >= BESIDE
        slot = self.beside if is_beside else self.above
        layout = slot.layout()
        if is_on and layout is not None and self.levers.parentWidget() is not slot:
            layout.addWidget(self.levers)
        self.beside.setVisible(is_on and is_beside)
        self.above.setVisible(is_on and not is_beside)
        self.outcome.sides.setVisible(not is_beside)  # beside the levers the judgement itself is in sight
        self._view.facts.setVisible(not is_on)

    def _turn(self, is_on: bool) -> None:
        view = self._view
        view.show_foot(self.outcome if is_on else view.decisions)
        view.history.setVisible(not is_on)
        view.precedents.setVisible(not is_on and bool(view.precedents.texts()))
        view.head.what_if.setVisible(not is_on)
        for part in (view.ask, view.upshot):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(is_on)  # they go with each move and come back in each rest
            part.setSizePolicy(policy)
        view.free.setMinimumHeight(0)
        self.place()

    def _show(self, tried: Tried) -> None:
        """The quick half of a judgement of what is tried out; what takes longer is hidden meanwhile."""
        view, facts = self._view, self._view.triage()
        view.free.setMinimumHeight(max(view.free.minimumHeight(), view.free.height()))  # nothing below it jumps
        view.show_facts(tried.triage)
        view.head.verdict.set_verdict(tried.triage.verdict)
        view.fit.show_again(tried.triage.assessments, at=tried.at)
        now = tried.assessment
        known = facts.assessments if facts is not None else ()
        before = next((one for one in known if one.offering == now.offering), now)
        self.outcome.show_outcome(now, before, is_moved=tried.is_moved)
        for part in (view.ask, view.upshot):
            part.hide()

    def _show_explained(self, assessment: Assessment) -> None:
        view, inquiry = self._view, self.trial.inquiry()
        if inquiry is None:
            return
        view.fit.take_explained(assessment)
        question = assessment.next_question if inquiry.status.is_open else None
        view.ask.set_question(question, (), client=inquiry.contact.name or "", is_tried=True)
        view.upshot.show_assessment(assessment)
        view.upshot.setVisible(not view.upshot.is_silent())


def _slot() -> QWidget:
    """A place that the levers may move into."""
    slot = QWidget()
    column = QVBoxLayout(slot)
    column.setContentsMargins(0, 0, 0, 0)
    slot.hide()
    return slot
