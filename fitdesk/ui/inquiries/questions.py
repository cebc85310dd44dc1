"""Putting a question to a client: the draft is shown, and once it went out the inquiry says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.availability import EntryKind
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.decide_panel import Answer
from fitdesk.ui.inquiries.decided_words import short
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.question_mail import question_mail, still_wanted_mail
from fitdesk.workflows.decide import note_asked, standing, undo_line
from fitdesk.workflows.triage import Triage

Decide = Callable[[Inquiry, Status, Answer], None]
Tell = Callable[[str, Callable[[], object] | None], None]


class Questions(QObject):
    """Drives the question panel of ``view``; ``decide`` writes that it was asked, ``done()`` puts the buttons back.

    ``letter_wanted()``: the questions are to be asked by a letter.
    """

    letter_wanted = Signal()

    def __init__(
        self,
        store: Store,
        clock: Clock,
        view: DetailView,
        owner: Callable[[], Owner],
        decide: Decide,
        tell: Tell,
        done: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._clock, self._view = store, clock, view
        self._owner, self._decide, self._back = owner, decide, done
        self._tell = tell
        self._once_asked: Callable[[], None] | None = None
        view.question.asked.connect(self._mark_asked)
        view.question.dropped.connect(done)
        view.question.letter_wanted.connect(self._ask_by_letter)

    def ask(self, triage: Triage) -> None:
        """Show the next question as a mail."""
        question = triage.next_question
        if question is None:
            return
        answer = Answer(Act.ASK, words=question.text)
        self._once_asked = lambda: self._decide(triage.inquiry, Status.ASKED, answer)
        self._view.show_foot(self._view.question)
        self._view.question.show_mail(
            question_mail(triage.inquiry, self._owner(), question), self._owner(), has_letter=True
        )

    def ask_if_wanted(self, held: Inquiry, *, is_wanted: bool) -> None:
        """Show the mail that asks whether they still take the day that is held for them; the hold stays as it is.

        ``is_wanted``: because somebody else asks for it.
        """
        until = [entry.expires for entry in standing(self._store, held.id or 0) if entry.kind is EntryKind.HELD]
        self._once_asked = lambda: self._note(held)
        self._view.show_foot(self._view.question)
        mail = still_wanted_mail(
            held,
            self._owner(),
            self._clock.today(),
            until=max((day for day in until if day is not None), default=None),
            is_wanted=is_wanted,
        )
        self._view.question.show_mail(mail, self._owner())

    def _ask_by_letter(self) -> None:
        self._back()
        self.letter_wanted.emit()

    def _note(self, held: Inquiry) -> None:
        try:
            before = inquiries.get(self._store, held.id or 0)
            note_asked(self._store, before.id or 0, _("asked whether they still take the day"), self._clock.now())
        except StoreError as error:
            self._tell(str(error), None)
            return
        self._back()
        words = _("Noted: “{title}” was asked.").replace("{title}", short(held.title))
        self._tell(words, lambda: undo_line(self._store, before))

    def _mark_asked(self) -> None:
        if self._once_asked is not None:
            once_asked, self._once_asked = self._once_asked, None
            once_asked()
