"""One inquiry on the right of the page: is it free, is it right, what to ask, what to do, what happened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from fitdesk.domain.assessment import AskWhom, Assessment, Counterfactual, Question, Verdict
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import LetterKind
from fitdesk.ui.format import ago
from fitdesk.ui.inquiries.answers import choices_for
from fitdesk.ui.inquiries.ask_box import AskBox
from fitdesk.ui.inquiries.comparison import Comparison
from fitdesk.ui.inquiries.decide_panel import DecidePanel
from fitdesk.ui.inquiries.decision_bar import Act, DecisionBar, suggested
from fitdesk.ui.inquiries.detail_head import DetailHead
from fitdesk.ui.inquiries.facts_strip import FactsStrip
from fitdesk.ui.inquiries.free_line import FreeLine
from fitdesk.ui.inquiries.free_words import free_sentences
from fitdesk.ui.inquiries.history_view import Happening, HistoryView
from fitdesk.ui.inquiries.look_back_panel import LookBackPanel
from fitdesk.ui.inquiries.phrases import facts
from fitdesk.ui.inquiries.precedents_view import PrecedentsView
from fitdesk.ui.inquiries.question_mail import question_mail
from fitdesk.ui.inquiries.question_panel import QuestionPanel
from fitdesk.ui.inquiries.then_line import ThenLine
from fitdesk.ui.inquiries.upshot import Upshot
from fitdesk.ui.inquiries.what_if_mode import BESIDE, WhatIfMode
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.fit_panel import FitPanel
from fitdesk.ui.widgets.page import scrolled
from fitdesk.workflows.letter_choice import fitting_kinds
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage

SIDE = 32
WIDEST = 760


class DetailView(QWidget):
    """Shows one triage. ``acted(Act)`` from the buttons; ``left()`` when Escape asks to go back to the list.

    ``judged(Triage)`` once a full judgement is on display. ``turned()``: a settled inquiry as of today, or as then.
    """

    acted = Signal(object)
    left = Signal()
    judged = Signal(object)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._triage: Triage | None = None
        self._shown_id: int | None = None
        self._practice: Practice | None = None
        self._today = date.min
        self._written: Collection[LetterKind] = ()
        self.head = DetailHead()
        self.facts = FactsStrip()
        self.then = ThenLine()
        self.free = FreeLine()
        self.fit = FitPanel()
        self.ask = AskBox()
        self.upshot = Upshot()
        self.history = HistoryView()
        self.decisions = DecisionBar()
        self.decide = DecidePanel(lambda: self._today)
        self.look_back = LookBackPanel()
        self.question = QuestionPanel()
        self.precedents = PrecedentsView()
        self.comparison = Comparison(self)
        self.what_if = WhatIfMode(self)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._all = self._content()
        self.area = scrolled(self._all)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot())
        self.show_foot(self.decisions)

    def show_triage(
        self,
        triage: Triage,
        others: Sequence[Happening],
        practice: Practice,
        today: date,
        *,
        is_trashed: bool = False,
        is_preview: bool = False,
        written: Collection[LetterKind] = (),
    ) -> None:
        """Show ``triage``; another inquiry than before starts at the top with the buttons.

        ``written``: the kinds of letters that were sent about it.
        ``is_preview``: question and counterfactuals are still to come; until then the buttons do nothing.
        """
        before, inquiry = self._shown_id, triage.inquiry
        if self.what_if.is_on() and inquiry.id == before and triage.best is not None and not is_trashed:
            if not is_preview:
                self._triage, self._practice = triage, practice
                self.what_if.rebase()
            return
        self.what_if.leave()
        self._triage = None if is_preview else triage
        self._practice, self._today = practice, today
        self._shown_id, self._written = inquiry.id, written
        self.head.show_inquiry(inquiry, triage.verdict if triage.best else None, today)
        self.then.show_for(inquiry, triage.judged_on, today, practice.owner.locale)
        self.show_facts(triage)
        self.fit.set_assessments(triage.assessments)
        self.show_judgement(triage.best, inquiry, is_preview=is_preview)
        self.history.show_inquiry(inquiry, others, today)
        self._show_decisions(triage, is_trashed=is_trashed, is_preview=is_preview)
        is_triable = triage.best is not None and triage.judged_on is None and not is_trashed
        self.head.what_if.setVisible(is_triable)
        if inquiry.id != before:
            self.area.verticalScrollBar().setValue(0)
            self.show_foot(self.decisions)
            self.precedents.show_precedents(())
        if not is_preview:
            self.judged.emit(triage)

    def show_facts(self, triage: Triage) -> None:
        """The facts of a request and whether its days are free, as it stands or as it is tried out."""
        if self._practice is None:
            return
        practice, today, locale = self._practice, self._today, self._practice.owner.locale
        if not self.what_if.is_on():  # else the levers show them
            self.facts.set_facts(facts(triage.inquiry, today, locale))
        self.free.setVisible(triage.judged_on is None)  # how the days stood then is no longer known
        own = [entry for entry in practice.entries if triage.inquiry.id and entry.inquiry_id == triage.inquiry.id]
        said = free_sentences(triage, today, locale, own=own, is_calendar_empty=not practice.entries)
        self.free.set_sentences(said, triage.first_clients)
        self.upshot.take_days(triage.days, practice.owner.thresholds)

    def practice(self) -> Practice | None:
        """The practice against which it was judged."""
        return self._practice

    def today(self) -> date:
        return self._today

    def triage(self) -> Triage | None:
        """What is shown; None while it is still being judged."""
        return self._triage

    def show_foot(self, part: QWidget) -> None:
        """Show the buttons, what is asked before a decision, the look back, or the question, at the foot."""
        for one in self._foot_parts():
            one.setVisible(one is part)

    def show_original(self) -> None:
        """Unfold the original text and bring it into view."""
        self.history.open_original()
        top = self.history.mapTo(self._all, QPoint(0, 0)).y()
        self.area.verticalScrollBar().setValue(max(0, top - SPACE))

    def focus_in(self) -> None:
        """Put the focus where the next step is: on an answer, else on the suggested button."""
        answers = self.ask.answer_buttons()
        if answers and self.ask.isVisible() and self.decisions.primary() is None:
            answers[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.decisions.focus_primary()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.what_if.is_on():
            self.what_if.back_to_facts()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.width() >= BESIDE
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            # Below one another, spare height belongs under the history, not between the judgement and their words.
            for place, share in enumerate((5, 3) if is_beside else (0, 1)):
                self._columns.setStretch(place, share)
        self._judgement.setMaximumWidth(WIDEST)
        self.history.setMaximumWidth(420 if is_beside else WIDEST)
        self.what_if.place()

    def _content(self) -> QWidget:
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self._columns.setContentsMargins(SIDE, 24, SIDE, 16)
        self._columns.setSpacing(SPACE * 4)
        self._judgement = QWidget()
        column = QVBoxLayout(self._judgement)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, space in (
            (self.head, 18),
            (self.facts, 0),
            (self.then, 0),
            (self.what_if.above, 0),
            (self.free, 20),
            (self.fit, 14),
            (self.ask, 12),
            (self.upshot, 0),
            (self.precedents, 0),
        ):
            column.addWidget(widget)
            column.addSpacing(space)
        column.addStretch(1)
        top = Qt.AlignmentFlag.AlignTop
        self._columns.addWidget(self._judgement)
        self._columns.addWidget(self.history, 1, top)
        self._columns.addWidget(self.what_if.beside, 4, top)
        return content

    def _connect(self) -> None:
        self.fit.offering_changed.connect(self._show_offering)
        self.fit.comparison_wanted.connect(self._compare)
        self.comparison.chosen.connect(self.fit.choose)
        self.decisions.acted.connect(self._act)
        self.then.followed.connect(self.turned)
        self.head.what_if_wanted.connect(lambda: self.what_if.begin())
        self.upshot.tried.connect(self._try_turn)

    def _foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(SIDE, 12, SIDE, 20)
        for part in self._foot_parts():
            part.setMaximumWidth(WIDEST)
            column.addWidget(part)
        return foot

    def _foot_parts(self) -> tuple[QWidget, ...]:
        return (self.decisions, self.decide, self.look_back, self.question, self.what_if.outcome)

    def _act(self, act: Act) -> None:
        if self._triage is not None:
            self.acted.emit(act)

    def _show_decisions(self, triage: Triage, *, is_trashed: bool, is_preview: bool) -> None:
        best, question = triage.best, triage.next_question
        primary = suggested(best.verdict, best.which_no, question) if best else None
        can_ask = question is not None and question.whom is AskWhom.CLIENT
        if is_preview and triage.verdict is Verdict.ASK and best is not None:
            primary, can_ask = Act.ASK, True  # most often so; nothing moves under the pointer a moment later
        self.decisions.show_for(triage.inquiry, primary, self._today, can_ask=can_ask, is_trashed=is_trashed)
        kinds = () if is_trashed else fitting_kinds(triage.inquiry, best, self._today)
        self.decisions.show_letters(kinds, self._written, is_settled=not triage.inquiry.status.is_open)

    def _show_offering(self, at: int) -> None:
        if self.what_if.is_on():
            self.what_if.choose()
        elif self._triage is not None:
            self.show_judgement(self._triage.assessments[at], self._triage.inquiry)

    def show_judgement(self, assessment: Assessment | None, inquiry: Inquiry, *, is_preview: bool = False) -> None:
        """What to ask next and what it comes to, beside one offering."""
        question = assessment.next_question if assessment else None
        if not inquiry.status.is_open or self._practice is None:
            question = None
        choices = choices_for(question, assessment, inquiry, self._practice, self._today) if self._practice else ()
        asked = _asked(question, inquiry, self._today) if question else ""
        mail = question_mail(inquiry, self._practice.owner, question).body if question and self._practice else ""
        self.ask.set_question(question, choices, asked=asked, client=inquiry.contact.name or "", mail=mail)
        self.upshot.show_assessment(assessment)
        is_then = self.then.is_then()
        self.upshot.setVisible(not is_preview and not is_then and not self.upshot.is_silent())

    def _compare(self) -> None:
        self.comparison.show_below(self.fit.offering, self.fit.assessments(), self.fit.at())

    def _try_turn(self, turn: Counterfactual) -> None:
        if turn.inquiry is not None:
            self.what_if.begin(turn.inquiry)
            self.area.verticalScrollBar().setValue(0)


def _asked(question: Question, inquiry: Inquiry, today: date) -> str:
    """When ``question`` was put to the client, while their answer is still awaited; empty when it was not."""
    last = inquiry.history[-1] if inquiry.history else None
    was_asked = last is not None and last.status is Status.ASKED and last.reason == question.text
    return ago(last.at, today) if last is not None and was_asked else ""
