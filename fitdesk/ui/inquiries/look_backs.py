"""Asking how it went: opens the look back on an inquiry, keeps what is said, offers Undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.post_mortem import PostMortem
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.decided_words import short
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.workflows.look_back import look_back, undo_look_back

Tell = Callable[[str, Callable[[], object] | None], None]


class LookBacks(QObject):
    """Drives the look back panel of ``view``; ``done()`` puts the buttons back."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        view: DetailView,
        tell: Tell,
        done: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._clock, self._view = store, clock, view
        self._tell, self._back = tell, done
        self._about: Inquiry | None = None
        view.look_back.kept.connect(self._keep)
        view.look_back.dropped.connect(done)

    def begin(self, number: int) -> None:
        """Open the panel for an inquiry, with what was said before."""
        try:
            inquiry = inquiries.get(self._store, number)
        except StoreError as error:
            self._tell(str(error), None)
            return
        self._about = inquiry
        self._view.show_foot(self._view.look_back)
        self._view.look_back.ask(inquiry.post_mortem, was_lost=inquiry.status is Status.WITHDRAWN)

    def _keep(self, post_mortem: PostMortem) -> None:
        before = self._about
        if before is None or before.id is None:
            return
        try:
            look_back(self._store, before.id, post_mortem, self._clock.now())
        except StoreError as error:
            self._view.look_back.refuse()
            self._tell(str(error), None)
            return
        self._about = None
        self._back()
        words = _("What became of “{title}” is kept.").replace("{title}", short(before.title))
        self._tell(words, lambda: undo_look_back(self._store, before))
