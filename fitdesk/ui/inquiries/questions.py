"""Putting a question to a client: the draft is shown, and once it went out the inquiry says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from fitdesk.domain.decision_days import last_change
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.decide_panel import Answer
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.question_mail import question_mail, still_wanted_mail
from fitdesk.workflows.triage import Triage

Decide = Callable[[Inquiry, Status, Answer], None]


class Questions(QObject):
    """Drives the question panel of ``view``; ``decide`` writes that it was asked, ``done()`` puts the buttons back."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        view: DetailView,
        owner: Callable[[], Owner],
        decide: Decide,
        done: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._clock, self._view = store, clock, view
        self._owner, self._decide = owner, decide
        self._asking: tuple[Inquiry, Status, Answer] | None = None
        view.question.asked.connect(self._mark_asked)
        view.question.dropped.connect(done)

    def ask(self, triage: Triage) -> None:
        """Show the next question as a mail."""
        question = triage.next_question
        if question is None:
            return
        self._asking = (triage.inquiry, Status.ASKED, Answer(Act.ASK, words=question.text))
        self._view.show_foot(self._view.question)
        self._view.question.show_mail(question_mail(triage.inquiry, self._owner(), question), self._owner())

    def ask_if_wanted(self, held: Inquiry, *, is_wanted: bool) -> None:
        """Show the mail that asks whether they still take the day that is held for them; the hold stays as it is.

        ``is_wanted``: because somebody else asks for it.
        """
        last, today = last_change(held), self._clock.today()
        until = last.come_back if last is not None else None
        kept = until if until is not None and until >= today else None  # one that ran out begins again
        words = _("asked whether they still take the day")
        self._asking = (held, Status.HELD, Answer(Act.HOLD, words=words, day=kept))
        self._view.show_foot(self._view.question)
        mail = still_wanted_mail(held, self._owner(), today, until=until, is_wanted=is_wanted)
        self._view.question.show_mail(mail, self._owner())

    def _mark_asked(self) -> None:
        if self._asking is not None:
            asking, self._asking = self._asking, None
            self._decide(*asking)
