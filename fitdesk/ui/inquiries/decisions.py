"""What happens when a button at the foot of an inquiry is pressed: reasons asked, decisions written, undo offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from fitdesk.domain.decision_days import was_accepted
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import LetterKind
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.answers import Choice, as_before, keep_choice
from fitdesk.ui.inquiries.as_text import as_text
from fitdesk.ui.inquiries.decide_asks import what_to_ask
from fitdesk.ui.inquiries.decide_panel import Answer
from fitdesk.ui.inquiries.decided_words import said, short
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.look_backs import LookBacks
from fitdesk.ui.inquiries.questions import Questions
from fitdesk.workflows import decide as deciding
from fitdesk.workflows.letter_choice import fitting_kinds
from fitdesk.workflows.referral_reasons import keep_referral_reasons
from fitdesk.workflows.triage import Triage

STATUS_OF = {
    Act.ACCEPT: Status.ACCEPTED,
    Act.HOLD: Status.HELD,
    Act.NOT_NOW: Status.NOT_NOW,
    Act.DECLINE: Status.DECLINED,
    Act.REOPEN: Status.NEW,
    Act.WITHDRAWN: Status.WITHDRAWN,
}
DAY_OF = {Status.HELD: "until", Status.ACCEPTED: "on"}
"""What the day of an answer is for."""


class Decisions(QObject):
    """Carries out acts on the inquiry in ``view``. ``notice(text, undo)`` for the quiet bar.

    ``letter_wanted(LetterKind, int)`` and ``edit_wanted(int)`` are for others to do; ``answering()`` before an answer
    is kept, which has everything judged again and the answer's button gone.
    """

    notice = Signal(str, object)
    letter_wanted = Signal(object, int)
    edit_wanted = Signal(int)
    answering = Signal()

    def __init__(
        self, store: Store, clock: Clock, view: DetailView, owner: Callable[[], Owner], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._view = view
        self._owner = owner
        self.look_backs = LookBacks(store, clock, view, self._tell, self._back_to_buttons, self)
        self.questions = Questions(store, clock, view, owner, self._decide, self._tell, self._back_to_buttons, self)
        self.questions.letter_wanted.connect(lambda: self.write(LetterKind.QUESTIONS))
        view.acted.connect(self.act)
        view.decisions.letter_wanted.connect(self.write)
        view.decide.given.connect(self._with_answer)
        view.decide.dropped.connect(self._back_to_buttons)
        view.decide.turned.connect(self._turn_to)
        view.free.first_client_asked.connect(self._ask_first_client)
        view.ask.answered.connect(self.answer)
        view.ask.copied.connect(self._copy_question)
        view.ask.details_wanted.connect(lambda: self.act(Act.EDIT))
        view.history.note_changed.connect(self._keep_note)

    def act(self, act: Act) -> None:
        """Begin ``act``: at once, or after asking for reasons, a sentence or a day."""
        triage = self._view.triage()
        if triage is None or triage.inquiry.id is None:
            return
        number = triage.inquiry.id
        if act is Act.EDIT:
            self.edit_wanted.emit(number)
        elif act is Act.ORIGINAL:
            self._view.show_original()
        elif act is Act.COPY:
            QGuiApplication.clipboard().setText(as_text(triage, self._clock.today()))
            self.notice.emit(_("Copied as text."), None)
        elif act in (Act.TRASH, Act.RESTORE):
            self._move(triage.inquiry, to_trash=act is Act.TRASH)
        elif act is Act.ASK:
            self.questions.ask(triage)
        elif act is Act.STILL_WANTED:
            self.questions.ask_if_wanted(triage.inquiry, is_wanted=False)
        elif act is Act.LOOK_BACK:
            self.look_backs.begin(number)
        elif act is Act.RELEASE:
            self._release(triage.inquiry)
        elif not self._asks(act, triage):
            self._carry_out(Answer(act), triage)

    def _turn_to(self, act: Act) -> None:
        """Another act instead of the one that was asked about."""
        triage = self._view.triage()
        if act is Act.STILL_WANTED and triage is not None and triage.first_clients:
            self._ask_first_client(triage.first_clients[0].inquiry_id)
        else:
            self.act(act)

    def _ask_first_client(self, number: int) -> None:
        """Show the mail to the client whose hold stands in the way of the inquiry on display."""
        try:
            self.questions.ask_if_wanted(inquiries.get(self._store, number), is_wanted=True)
        except StoreError as error:
            self.notice.emit(str(error), None)

    def act_if_offered(self, act: Act) -> None:
        """As by a shortcut: only what the inquiry offers now."""
        view = self._view
        if view.decisions.offers(act) and any(
            part.isVisible() for part in (view.decisions, view.decide, view.question)
        ):
            self.act(act)

    def write(self, kind: LetterKind) -> None:
        """Begin a letter of ``kind`` about the inquiry on display; a referral asks for its reasons first."""
        triage = self._view.triage()
        if triage is None or triage.inquiry.id is None:
            return
        if kind is LetterKind.REFERRAL and triage.inquiry.status.is_open:
            self.act(Act.REFER)
        else:
            self.letter_wanted.emit(kind, triage.inquiry.id)

    def answer(self, choice: Choice) -> None:
        """Keep the owner's answer; the change has everything judged again."""
        triage, shown = self._view.triage(), self._view.fit.assessment()
        if triage is None or shown is None:
            return
        before = as_before(choice, triage.inquiry, shown.offering, self._owner())
        self.answering.emit()
        try:
            keep_choice(self._store, choice)
        except StoreError as error:
            self._tell(str(error))
            return
        self._tell(_("Noted, and judged again."), lambda: keep_choice(self._store, before))

    def _asks(self, act: Act, triage: Triage) -> bool:
        """Whether something is asked first; the panel is open then."""
        shown = self._view.fit.assessment()
        led = next((one for one in triage.assessments if shown and one.offering.id == shown.offering.id), triage.best)
        asked = what_to_ask(act, triage, led, self._clock.today(), self._owner().locale)
        if asked is None:
            return False
        self._view.show_foot(self._view.decide)
        self._view.decide.ask(asked)
        return True

    def _with_answer(self, answer: Answer) -> None:
        triage = self._view.triage()
        if triage is not None:
            self._carry_out(answer, triage)

    def _carry_out(self, answer: Answer, triage: Triage) -> None:
        inquiry = triage.inquiry
        if answer.act is Act.REFER:
            try:
                keep_referral_reasons(self._store, inquiry.id or 0, answer.reasons, answer.words)
            except StoreError as error:
                self._refuse(str(error))
                return
            self._back_to_buttons()
            self.letter_wanted.emit(LetterKind.REFERRAL, inquiry.id or 0)
            return
        shown = self._view.fit.assessment()
        self._decide(inquiry, STATUS_OF[answer.act], answer, shown.offering.id if shown is not None else None)

    def _decide(self, before: Inquiry, status: Status, answer: Answer, offering_id: int | None = None) -> None:
        number, now = before.id, self._clock.now()
        if number is None:
            return
        try:
            stood = deciding.standing(self._store, number)
            day = {DAY_OF.get(status, "come_back"): answer.day}
            decided = deciding.decide(
                self._store, number, status, answer.words, now, reasons=answer.reasons, offering_id=offering_id, **day
            )
        except (StoreError, deciding.DecisionError) as error:
            self._refuse(str(error))
            return
        self._back_to_buttons()
        self._tell(
            said(decided, now.date()), lambda: self._undo(lambda: deciding.undo(self._store, before, now, stood))
        )
        if status is Status.WITHDRAWN and was_accepted(decided):
            self.look_backs.begin(number)
        triage = self._view.triage()
        if answer.writes:
            best = triage.best if triage is not None else None
            self.letter_wanted.emit(fitting_kinds(decided, best, now.date())[0], number)

    def _release(self, before: Inquiry) -> None:
        number, now = before.id or 0, self._clock.now()
        try:
            stood = deciding.standing(self._store, number)
            deciding.release_hold(self._store, number, now)
        except StoreError as error:
            self._tell(str(error))
            return
        words = _("The day of “{title}” is free again.").replace("{title}", short(before.title))
        self._tell(words, lambda: self._undo(lambda: deciding.undo(self._store, before, now, stood)))

    def _undo(self, take_back: Callable[[], object]) -> None:
        try:
            take_back()
        except StoreError as error:
            self._tell(str(error))

    def _move(self, inquiry: Inquiry, *, to_trash: bool) -> None:
        number = inquiry.id
        if number is None:
            return

        def move(into: bool) -> None:
            if into:
                inquiries.trash(self._store, number, self._clock.now())
            else:
                inquiries.untrash(self._store, number)

        try:
            move(to_trash)
        except StoreError as error:
            self._tell(str(error))
            return
        words = _("“{title}” is in the trash.") if to_trash else _("“{title}” is back.")
        self._tell(words.replace("{title}", short(inquiry.title)), lambda: move(not to_trash))

    def _copy_question(self, question: str) -> None:
        QGuiApplication.clipboard().setText(question)
        self._tell(_("Question copied."))

    def _keep_note(self, note: str) -> None:
        triage = self._view.triage()
        if triage is None:
            return
        try:
            inquiries.save(self._store, replace(triage.inquiry, note=note))
        except StoreError as error:
            self._tell(str(error))

    def _refuse(self, sentence: str) -> None:
        if self._view.decide.isVisible():
            self._view.decide.refuse(sentence)
        else:
            self._tell(sentence)

    def _tell(self, words: str, undo: Callable[[], object] | None = None) -> None:
        self.notice.emit(words, undo)

    def _back_to_buttons(self) -> None:
        self._view.show_foot(self._view.decisions)
        self._view.decisions.focus_primary()
