"""Puts the chosen inquiry on display: quickly first, then judged in full; a settled one as it was judged then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.inquiry import Inquiry
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.browse import Browse
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.judging import Judging, preview
from fitdesk.ui.inquiries.past import past_of, written_about
from fitdesk.workflows.judged_then import judged_then
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage


class Display(QObject):
    """``notice(text, undo)`` for the quiet bar; ``judged()`` once the chosen inquiry is on display, judged in full."""

    notice = Signal(str, object)
    judged = Signal()

    def __init__(
        self, store: Store, clock: Clock, browse: Browse, detail: DetailView, practice: Callable[[], Practice]
    ) -> None:
        super().__init__(browse)
        self._store, self._clock, self._browse, self._detail, self._practice = store, clock, browse, detail, practice
        self._wanted: int | None = None
        self._is_trashed = False
        self._as_of_today: int | None = None
        self._focus_wanted = False
        self.judging = Judging(self)
        self.judging.judged.connect(self._show_judged)
        self.judging.failed.connect(lambda sentence: self.notice.emit(sentence, None))
        detail.turned.connect(self._turn)

    def show_inquiry(self, number: int, *, is_trashed: bool) -> None:
        """Show the inquiry ``number``, and its judgement as soon as it is there."""
        try:
            inquiry = inquiries.get(self._store, number)
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        if number != self._wanted:
            self._as_of_today = None
        self._wanted, self._is_trashed = number, is_trashed
        then = judged_then(inquiry, self._practice()) if self._as_of_today != number else None
        if then is not None:
            self.judging.forget()
            self._show_judged(then)
            return
        shown = self._detail.triage()
        is_as_shown = shown is not None and replace(shown.inquiry, note=inquiry.note) == inquiry
        if not is_as_shown or (shown is not None and shown.judged_on is not None):
            self._show(preview(inquiry, self._practice(), self._clock.today()), is_preview=True)
        self.judging.judge(inquiry, self._practice(), self._clock.today())

    def forget(self) -> None:
        """Nothing is chosen."""
        self._wanted = None
        self.judging.forget()

    def want_focus(self, is_wanted: bool = True) -> None:
        """Step into the inquiry once it is judged."""
        self._focus_wanted = is_wanted

    def enter(self, number: int) -> None:
        """To the next step of the inquiry ``number``: now, or once it is judged."""
        shown = self._detail.triage()
        if shown is not None and shown.inquiry.id == number:
            self._detail.focus_in()
        else:
            self._focus_wanted = True

    def _show(self, triage: Triage, *, is_preview: bool = False) -> None:
        inquiry: Inquiry = triage.inquiry
        if inquiry.id is None:
            return
        self._detail.show_triage(
            triage,
            past_of(self._store, inquiry.id),
            self._practice(),
            self._clock.today(),
            is_trashed=self._is_trashed,
            is_preview=is_preview,
            written=written_about(self._store, inquiry.id),
        )
        self._browse.right.setCurrentWidget(self._detail)

    def _show_judged(self, triage: Triage) -> None:
        if triage.inquiry.id != self._wanted:
            return
        self._show(triage)
        if self._focus_wanted:
            self._focus_wanted = False
            self._detail.focus_in()
        self.judged.emit()

    def _turn(self) -> None:
        """A settled inquiry as of today, or again as it was judged then."""
        if self._wanted is not None:
            self._as_of_today = None if self._as_of_today == self._wanted else self._wanted
            self.show_inquiry(self._wanted, is_trashed=self._is_trashed)
