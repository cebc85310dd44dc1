"""Says whether a settled inquiry is shown as it was judged then or as of today, with a way to the other of the two."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from fitdesk.domain.decision_days import last_change
from fitdesk.domain.inquiry import Inquiry
from fitdesk.i18n import _
from fitdesk.ui.inquiries.day_words import day_in_words
from fitdesk.ui.widgets.fit_linked_line import LinkedLine
from fitdesk.workflows.judged_then import decided_on


class ThenLine(LinkedLine):
    """``followed()`` wants the other of the two. Nothing is shown for an open inquiry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Judge as of today"), parent)
        self._is_then = False

    def show_for(self, inquiry: Inquiry, judged_on: date | None, today: date, locale: str) -> None:
        """``judged_on``: the day of the judgement on display; None for today's."""
        then = decided_on(inquiry)
        self._is_then = judged_on is not None
        if then is None or then == today:  # then is now
            self.show_words("")
            return
        day = day_in_words(then, today, locale)
        if judged_on is not None:
            self.link.setText(_("Judge as of today"))
            last = last_change(inquiry)
            is_kept = last is not None and last.snapshot is not None
            words = _("As judged on {day}, when it was decided.")
            if not is_kept:
                words = _("As it would be judged on {day}, when it was decided; nothing was kept of it then.")
            self.show_words(words.replace("{day}", day))
        else:
            self.link.setText(_("As judged then"))
            self.show_words(_("Judged as of today; it was decided on {day}.").replace("{day}", day))

    def is_then(self) -> bool:
        """Whether what is on display is what was judged then."""
        return self._is_then
