"""Finds precedents beside the window: the past is read in slices between two frames and kept until it changes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from fitdesk.domain.assessment import Assessment
from fitdesk.domain.decided import Decided
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.precedents import PastWork, Precedent, precedents
from fitdesk.store import decided
from fitdesk.store.kinds import Kind
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.tasks import Task, run_task

PAUSE_MS = 400
"""How long the store must be quiet before the past is read again: scores are remembered one after the other."""
Found = tuple[PastWork, tuple[Precedent, ...]]


class PrecedentsFinder(QObject):
    """Fills the precedents of ``detail`` once it shows a full judgement."""

    def __init__(self, store: Store, changes: Changes, detail: DetailView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._view = store, detail.precedents
        self._past: PastWork | None = None
        self._slices: Iterator[tuple[Decided, ...]] | None = None
        self._read: list[Decided] = []
        self._wanted: tuple[Inquiry, Assessment | None] | None = None
        self._shown_id: int | None = None
        self._task: Task | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._read_on)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE_MS)
        self._again.timeout.connect(self._go_on)
        changes.changed.connect(self._note_change)
        detail.judged.connect(lambda triage: self.find(triage.inquiry, triage.best))

    def find(self, inquiry: Inquiry, assessment: Assessment | None) -> None:
        """Look for what is like ``inquiry``; until it is found, another's precedents are not shown."""
        if inquiry.id != self._shown_id:
            self._view.show_precedents(())
        self._shown_id = inquiry.id
        self._wanted = (inquiry, assessment)
        self._go_on()

    def forget(self) -> None:
        """Nothing is wanted any more; before the store is closed."""
        self._wanted, self._slices = None, None
        self._next.stop()
        self._again.stop()
        self._drop_task()

    def _go_on(self) -> None:
        if self._wanted is None:
            return
        if self._past is None and self._slices is None:
            self._read, self._slices = [], decided.in_slices(self._store)
        if self._slices is not None:
            self._next.start()
        else:
            self._compare()

    def _read_on(self) -> None:
        if self._slices is None:
            return
        part = next(self._slices, None)
        if part is None:
            self._slices = None
            self._compare()
        else:
            self._read.extend(part)
            self._next.start()

    def _compare(self) -> None:
        if self._wanted is None:
            return
        (inquiry, assessment), past, read = self._wanted, self._past, tuple(self._read)
        self._drop_task()

        def work(_progress: object) -> Found:
            known = past if past is not None else PastWork.of(read)
            return known, precedents(inquiry, assessment, known)

        self._task = run_task(work, lambda found: self._show(inquiry, found), lambda _words: None, parent=self)

    def _show(self, inquiry: Inquiry, found: Found) -> None:
        self._task = None
        self._past, self._read = found[0], []
        if self._wanted is not None and self._wanted[0].id == inquiry.id:
            self._view.show_precedents(found[1])

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _note_change(self, kinds: frozenset[Kind]) -> None:
        if Kind.INQUIRIES in kinds:
            self._past, self._slices = None, None
            self._next.stop()
            self._drop_task()
            self._again.start()
