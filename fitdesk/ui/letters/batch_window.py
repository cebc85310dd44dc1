"""Print several letters in one go: letters, envelopes and labels, looked at before they go to the printer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fitdesk.domain.letter import LetterStatus
from fitdesk.i18n import _, plural
from fitdesk.store.errors import StoreError
from fitdesk.store.letters import LetterLine
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import joined
from fitdesk.ui.letters import out
from fitdesk.ui.letters.kind_words import kind_words
from fitdesk.ui.letters.page_preview import PagePreview
from fitdesk.ui.letters.paper_choice import PaperChoice
from fitdesk.ui.letters.pictures import joined_pdf, page_pictures
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.ui.theme import MARGIN, SPACE
from fitdesk.ui.widgets.page import PlainLabel, scrolled
from fitdesk.ui.widgets.tick_box import TickBox
from fitdesk.workflows.letter_words import LetterError
from fitdesk.workflows.print_job import PrintJob, finish, gather, typeset

if TYPE_CHECKING:
    from fitdesk.store.store import Store

REST_MS = 250


class BatchWindow(QDialog):
    """``printed(int)`` with how many drafts left the house; nothing is recorded before a printer or a file took it."""

    printed = Signal(int)

    def __init__(self, store: Store, clock: Clock, lines: Sequence[LetterLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._job: PrintJob | None = None
        self._task: Task | None = None
        self.setWindowTitle(_("Print several letters"))
        self.boxes = {line.id: _box(line) for line in lines}
        self.paper = PaperChoice()
        self.count, self.message = PlainLabel("", "secondary", wraps=True), PlainLabel("", "error", wraps=True)
        self.preview = PagePreview(whole_page=True)
        self.print_button, self.save_button = QPushButton(_("Print…")), QPushButton(_("Save as one PDF…"))
        self.close_button = QPushButton(_("Close"))
        self.print_button.setProperty("primary", True)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._connect()
        self._rest.start()

    def _lay_out(self) -> None:
        self.resize(1040, 720)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(PlainLabel(_("Print several letters"), "title"))
        left.addWidget(self._list(), 1)
        left.addWidget(self.paper)
        left.addWidget(self.count)
        left.addWidget(self.message)
        buttons = QHBoxLayout()
        for button in (self.close_button, self.save_button, self.print_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        left.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        row.setSpacing(MARGIN)
        row.addLayout(left, 4)
        row.addWidget(self.preview, 5)

    def _connect(self) -> None:
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self._rest.start())
        self.paper.changed.connect(self._rest.start)
        self.preview.sharper_wanted.connect(lambda _dots: self._rest.start())
        self._rest.timeout.connect(self._set)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)

    def chosen(self) -> list[int]:
        """The ids of the ticked letters, in the order of the list."""
        return [number for number, box in self.boxes.items() if box.isChecked()]

    def _list(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addStretch(1)
        area = scrolled(inside)
        area.setAccessibleName(_("Letters to print"))
        return area

    # ---- setting the pages

    def _set(self) -> None:
        """Set the pages beside the window; a newer choice drops the work under way."""
        if self._task is not None and not self._task.is_over:
            self._task.progress.cancel()
        self._job = None
        self._enable()
        found, refused = gather(self._store, self.chosen(), self._clock.today())
        wish, dots = self.paper.wish(), self.preview.dots_per_inch()

        def work(progress: Progress) -> tuple[PrintJob, tuple[QImage, ...]]:
            job = typeset(found, wish, progress.report)
            pictures = [picture for part in job.parts for picture in page_pictures(part, dots)]
            return PrintJob(job.parts, job.ready, (*refused, *job.refused)), tuple(pictures)

        self._task = run_task(work, self._show, self._fail, parent=self)
        self._task.progressed.connect(self._tell)

    def _tell(self, done: int, total: int) -> None:
        said = _("Setting letter {n} of {all}").replace("{n}", str(done + 1))
        self.count.setText(said.replace("{all}", str(total)))

    def _show(self, made: tuple[PrintJob, tuple[QImage, ...]]) -> None:
        self._job, pictures = made
        self.preview.show_pages(pictures)
        drafts = sum(1 for letter in self._job.ready if letter.status is LetterStatus.DRAFT)
        pages = plural("{n} page", "{n} pages", len(pictures))
        leaving = plural("{n} draft will count as sent", "{n} drafts will count as sent", drafts) if drafts else ""
        self.count.setText(joined(pages, leaving))
        self._say("\n".join(f"{name}: {why}" for name, why in self._job.refused))
        self._enable()

    def _fail(self, sentence: str) -> None:
        self._say(sentence)

    # ---- out

    def _print(self) -> None:
        if self._job is not None and out.print_parts(self, self._job.parts, _("Letters")):
            self._finish()

    def _save(self) -> None:
        if self._job is None:
            return
        path = out.ask_where(self, _("Letters"), ending=".pdf", kind=_("PDF document"))
        if path is not None and self._write(path):
            self._finish()

    def _write(self, path: Path) -> bool:
        assert self._job is not None
        try:
            path.write_bytes(joined_pdf(self._job.parts))
        except OSError as error:
            said = _("The file could not be written ({why}). Choose another place; nothing is lost.")
            self._say(said.replace("{why}", error.strerror or str(error)))
            return False
        return True

    def _finish(self) -> None:
        """The paper is out: the drafts count as sent, if they were printed as letters."""
        job = self._job
        if job is None or not self.paper.wish().letters:
            self.accept()
            return
        try:
            sent = finish(self._store, job, self._clock.now())
        except (LetterError, StoreError) as error:
            self._say(str(error))
            return
        self.printed.emit(len(sent))
        self.accept()

    def _enable(self) -> None:
        ready = self._job is not None and bool(self._job.parts)
        for button in (self.print_button, self.save_button):
            button.setEnabled(ready)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def done(self, result: int) -> None:
        """However the window goes, no work goes on behind it."""
        self._rest.stop()
        if self._task is not None and not self._task.is_over:
            self._task.progress.cancel()
        super().done(result)


def _box(line: LetterLine) -> TickBox:
    """A letter to tick; drafts are ticked, what was sent can go out again."""
    is_draft = line.status is LetterStatus.DRAFT
    state = _("draft") if is_draft else _("sent")
    box = TickBox(joined(line.recipient or line.subject, kind_words(line.kind), state))
    box.setChecked(is_draft)
    return box
