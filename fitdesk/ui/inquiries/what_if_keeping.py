"""Writes the values that were tried out into the request, on the owner's word only; Undo takes them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.lever import Lever, Value
from fitdesk.domain.levers import applied
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.what_if_words import value_words
from fitdesk.workflows.correct import correct

MOST_NAMED = 3


class Keeping(QObject):
    """Listens to what-if in ``view``. ``notice(text, undo)`` for the quiet bar."""

    notice = Signal(str, object)

    def __init__(self, store: Store, clock: Clock, view: DetailView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock, self._view = store, clock, view
        view.what_if.kept.connect(self._keep)

    def _keep(self) -> None:
        triage, practice, trial = self._view.triage(), self._view.practice(), self._view.what_if.trial
        if triage is None or triage.inquiry.id is None or practice is None:
            return
        known, values = trial.levers(), trial.values()
        try:
            before = inquiries.get(self._store, triage.inquiry.id)
            correct(self._store, applied(before, known, values), self._clock.now())
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        self._view.what_if.leave()
        words = kept_words(known, values, self._view.today(), practice.owner.locale)
        self.notice.emit(words, self._undo(before))

    def _undo(self, before: Inquiry) -> Callable[[], None]:
        def undo() -> None:
            now = inquiries.get(self._store, before.id or 0)
            told = replace(
                now, event=before.event, budget=before.budget, scope=before.scope, must_haves=before.must_haves,
                owners_word=before.owners_word,
            )  # fmt: skip
            correct(self._store, told, self._clock.now())

        return undo


def kept_words(levers: Sequence[Lever], values: dict[str, Value | None], today: date, locale: str) -> str:
    """ "Kept: fee offered £6,500, day 12 June." """
    moved = [
        f"{lever.label[:1].lower()}{lever.label[1:]} {value_words(lever, values[lever.key], today, locale)}"
        for lever in levers
        if lever.key in values
    ]
    if len(moved) > MOST_NAMED:
        return _("Kept: {n} values.").replace("{n}", str(len(moved)))
    return _("Kept: {values}.").replace("{values}", ", ".join(moved))
