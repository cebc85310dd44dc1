"""Correcting an inquiry that is kept already, and handing the editor's signals to whoever began."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.inquiry import Inquiry
from fitdesk.i18n import _
from fitdesk.store import drafts
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.arrivals import Arrivals
from fitdesk.ui.inquiries.editor import InquiryEditor
from fitdesk.workflows.correct import correct


def draft_key(number: int) -> str:
    """Where the half-typed form of an inquiry is kept."""
    return f"inquiry/{number}"


class Editing(QObject):
    """``shown(QWidget or None)``: the editor, or None for the list. ``notice(text, undo)`` for the quiet bar."""

    shown = Signal(object)
    notice = Signal(str, object)

    def __init__(
        self, store: Store, clock: Clock, editor: InquiryEditor, arrivals: Arrivals, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._editor = editor
        self._arrivals = arrivals
        self._before: Inquiry | None = None
        editor.kept.connect(self._keep)
        editor.left.connect(self._leave)
        editor.half_typed.connect(self._keep_draft)
        editor.dropped.connect(self._drop)
        arrivals.shown.connect(lambda _part: self._forget())

    def begin(self, inquiry: Inquiry) -> None:
        """Open ``inquiry`` for correcting, and offer what was half typed on it before."""
        if inquiry.id is None:
            return
        self._before = inquiry
        self.shown.emit(self._editor)
        half_typed = drafts.find(self._store, draft_key(inquiry.id))
        self._editor.begin(inquiry, title=_("Correct the request"), half_typed=half_typed)

    def _keep(self, inquiry: Inquiry) -> None:
        before = self._before
        if before is None:
            self._arrivals.take(inquiry)
            return
        try:
            undo = correct(self._store, inquiry, self._clock.now())
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        self._drop()
        self._before = None
        self.shown.emit(None)
        if inquiry != before:
            self.notice.emit(_("Corrected, and judged again."), undo)

    def _leave(self) -> None:
        if self._before is None:
            self._arrivals.leave()
            return
        self._drop()
        self._before = None
        self.shown.emit(None)

    def _keep_draft(self, typed: str) -> None:
        if self._before is None:
            self._arrivals.note_typing(typed)
        elif self._before.id is not None and not self._store.read_only:
            try:
                drafts.keep(self._store, draft_key(self._before.id), typed)
            except StoreError as error:
                self.notice.emit(str(error), None)

    def _drop(self) -> None:
        if self._before is not None and self._before.id is not None and not self._store.read_only:
            drafts.drop(self._store, draft_key(self._before.id))

    def _forget(self) -> None:
        self._before = None
