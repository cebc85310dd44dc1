"""What happens when a button at the foot of an inquiry is pressed: reasons asked, decisions written, undo offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.answers import Choice, as_before, keep_choice
from fitdesk.ui.inquiries.as_text import as_text
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.question_mail import question_mail
from fitdesk.workflows import decide as deciding
from fitdesk.workflows.triage import Triage

STATUS_OF = {
    Act.ASK: Status.ASKED,
    Act.ACCEPT: Status.ACCEPTED,
    Act.HOLD: Status.HELD,
    Act.NOT_NOW: Status.NOT_NOW,
    Act.DECLINE: Status.DECLINED,
    Act.REOPEN: Status.NEW,
    Act.WITHDRAWN: Status.WITHDRAWN,
}


class Decisions(QObject):
    """Carries out acts on the inquiry in ``view``. ``notice(text, undo)`` for the quiet bar.

    ``refer_wanted(int)`` and ``edit_wanted(int)`` are for others to do; ``answering()`` before an answer is kept, which
    has everything judged again and the answer's button gone.
    """

    notice = Signal(str, object)
    refer_wanted = Signal(int)
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
        self._asked_for: Act | None = None
        view.acted.connect(self.act)
        view.reason.given.connect(self._with_reason)
        view.reason.dropped.connect(self._back_to_buttons)
        view.question.dropped.connect(self._back_to_buttons)
        view.question.asked.connect(self._mark_asked)
        view.ask.answered.connect(self.answer)
        view.ask.copied.connect(self._copy_question)
        view.ask.details_wanted.connect(lambda: self.act(Act.EDIT))
        view.history.note_changed.connect(self._keep_note)

    def act(self, act: Act) -> None:
        """Begin ``act``: at once, or after asking for a reason or showing the question."""
        triage = self._view.triage()
        if triage is None or triage.inquiry.id is None:
            return
        number = triage.inquiry.id
        if act is Act.REFER:
            self.refer_wanted.emit(number)
        elif act is Act.EDIT:
            self.edit_wanted.emit(number)
        elif act is Act.ORIGINAL:
            self._view.show_original()
        elif act is Act.COPY:
            QGuiApplication.clipboard().setText(as_text(triage, self._clock.today()))
            self.notice.emit(_("Copied as text."), None)
        elif act in (Act.TRASH, Act.RESTORE):
            self._move(triage.inquiry, to_trash=act is Act.TRASH)
        elif act is Act.ASK:
            self._show_question(triage)
        elif not self._asks_reason(act, triage):
            self._decide(triage.inquiry, STATUS_OF[act], "")

    def act_if_offered(self, act: Act) -> None:
        """As by a shortcut: only what the inquiry offers now."""
        if self._view.decisions.offers(act):
            self.act(act)

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
            self.notice.emit(str(error), None)
            return
        self.notice.emit(_("Noted, and judged again."), lambda: keep_choice(self._store, before))

    def _asks_reason(self, act: Act, triage: Triage) -> bool:
        """Whether a reason is asked for first; the panel is open then."""
        if act is Act.ACCEPT and triage.verdict is not Verdict.ACCEPT and triage.best is not None:
            question, hint = _temptation(triage), _("the fee, a favour, the room, the people…")
            needed = True
        elif act in (Act.DECLINE, Act.NOT_NOW):
            question = _("Why not? (only for you; may stay empty)")
            hint, needed = _("in a few words"), False
        else:
            return False
        self._asked_for = act
        self._view.show_foot(self._view.reason)
        labels = {Act.ACCEPT: _("Accept all the same"), Act.DECLINE: _("Decline"), Act.NOT_NOW: _("Not now")}
        self._view.reason.ask(question, hint=hint, button=labels[act], needed=needed)
        return True

    def _with_reason(self, reason: str) -> None:
        triage, act = self._view.triage(), self._asked_for
        self._asked_for = None
        if triage is not None and act is not None:
            self._decide(triage.inquiry, STATUS_OF[act], reason)

    def _decide(self, before: Inquiry, status: Status, reason: str) -> None:
        if before.id is None:
            return
        try:
            deciding.decide(self._store, before.id, status, reason, self._clock.now())
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        self._back_to_buttons()
        self.notice.emit(_said(status, before), lambda: self._undo(before))

    def _undo(self, before: Inquiry) -> None:
        try:
            deciding.undo(self._store, before, self._clock.now())
        except StoreError as error:
            self.notice.emit(str(error), None)

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
            self.notice.emit(str(error), None)
            return
        words = _("“{title}” is in the trash.") if to_trash else _("“{title}” is back.")
        self.notice.emit(words.replace("{title}", _short(inquiry.title)), lambda: move(not to_trash))

    def _show_question(self, triage: Triage) -> None:
        question = triage.next_question
        if question is None:
            return
        owner = self._owner()
        self._view.show_foot(self._view.question)
        self._view.question.show_mail(question_mail(triage.inquiry, owner, question), owner)

    def _mark_asked(self) -> None:
        triage = self._view.triage()
        if triage is not None:
            question = triage.next_question
            self._decide(triage.inquiry, Status.ASKED, question.text if question else "")

    def _copy_question(self, question: str) -> None:
        QGuiApplication.clipboard().setText(question)
        self.notice.emit(_("Question copied."), None)

    def _keep_note(self, note: str) -> None:
        triage = self._view.triage()
        if triage is None:
            return
        try:
            inquiries.save(self._store, replace(triage.inquiry, note=note))
        except StoreError as error:
            self.notice.emit(str(error), None)

    def _back_to_buttons(self) -> None:
        self._asked_for = None
        self._view.show_foot(self._view.decisions)
        self._view.decisions.focus_primary()


def _temptation(triage: Triage) -> str:
    if triage.verdict is Verdict.DECLINE:
        return _("The judgement says no. What makes you accept all the same?")
    return _("The judgement is not at yes. What makes you accept now?")


def _said(status: Status, inquiry: Inquiry) -> str:
    days = len(set(inquiry.event.dates))
    accepted = _("“{title}” is accepted, and in the calendar.") if days == 1 else _("“{title}” is accepted.")
    held = _("“{title}” is held, and the calendar with it.") if days else _("“{title}” is held.")
    words = {
        Status.NEW: _("“{title}” is open again."),
        Status.ASKED: _("“{title}” waits for their answer."),
        Status.HELD: held,
        Status.ACCEPTED: accepted,
        Status.NOT_NOW: _("“{title}”: not now."),
        Status.DECLINED: _("“{title}” is declined."),
        Status.REFERRED: _("“{title}” is referred."),
        Status.WITHDRAWN: _("“{title}” is withdrawn."),
    }[status]
    return words.replace("{title}", _short(inquiry.title))


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:59] + "…"
