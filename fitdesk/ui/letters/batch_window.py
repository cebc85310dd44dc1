"""Print several letters in one go: letters, envelopes and labels, looked at before they go to the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fitdesk.domain.letter import Letter, LetterStatus
from fitdesk.i18n import _, plural
from fitdesk.store.errors import StoreError
from fitdesk.store.letters import LetterLine
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import joined
from fitdesk.ui.letters import out
from fitdesk.ui.letters.in_turn import InTurn
from fitdesk.ui.letters.kind_words import kind_words
from fitdesk.ui.letters.page_preview import PagePreview
from fitdesk.ui.letters.paper_choice import PaperChoice
from fitdesk.ui.letters.pictures import joined_pdf, page_count, page_pictures
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.ui.theme import MARGIN, SPACE
from fitdesk.ui.widgets.page import PlainLabel, scrolled
from fitdesk.ui.widgets.tick_box import TickBox
from fitdesk.workflows.letter_words import LetterError
from fitdesk.workflows.print_job import PrintJob, keep_printed, leaving, on_today, typeset
from fitdesk.workflows.whole_file import write_whole

if TYPE_CHECKING:
    from fitdesk.store.store import Store

REST_MS = 250
MOST = 200
"""Letters in one job: more than that is not looked through any more."""
SHOWN = 20
"""Pages that are pictured; all of them together would fill the memory."""


class BatchWindow(QDialog):
    """``printed(int)`` with how many drafts left the house; nothing is recorded before a printer or a file took it."""

    printed = Signal(int)

    def __init__(self, store: Store, clock: Clock, lines: Sequence[LetterLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._job: PrintJob | None = None
        self._task: Task | None = None
        self._letters: dict[int, Letter] = {}
        self._refused: dict[int, tuple[str, str]] = {}
        self._is_out = False
        self._kept, self._failed = list[int](), list[str]()
        self.setWindowTitle(_("Print several letters"))
        self._names = {line.id: line.recipient or line.subject for line in lines}
        self.boxes = {line.id: _box(line) for line in lines[:MOST]}
        self.paper = PaperChoice()
        self.count, self.message = PlainLabel("", "secondary", wraps=True), PlainLabel("", "error", wraps=True)
        self.message.hide()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(_("How far the pages are set"))
        self.preview = PagePreview(whole_page=True)
        self.print_button, self.save_button = QPushButton(_("Print…")), QPushButton(_("Save as one PDF…"))
        self.close_button = QPushButton(_("Close"))
        self.every, self.none = _link(_("Tick all")), _link(_("Tick none"))
        self.print_button.setProperty("primary", True)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._turns = InTurn(self._tell, self)
        self._lay_out()
        self._connect()
        next(iter(self.boxes.values()), self.close_button).setFocus()
        self._rest.start()

    def _lay_out(self) -> None:
        self.resize(1040, 720)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(PlainLabel(_("Print several letters"), "title"))
        left.addWidget(PlainLabel(_explained(len(self._names)), "secondary", wraps=True))
        ticks = QHBoxLayout()
        ticks.addWidget(self.every)
        ticks.addWidget(self.none)
        ticks.addStretch(1)
        left.addLayout(ticks)
        left.addWidget(self._list(), 1)
        left.addWidget(PlainLabel(_("On paper"), "section"))
        left.addWidget(self.paper)
        for part in (self.message, self.count, self.bar):
            left.addWidget(part)
        left.addSpacing(SPACE)
        buttons = QHBoxLayout()
        for button in (self.print_button, self.save_button, self.close_button):
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
        self.every.clicked.connect(lambda *_: self._tick(ticked=True))
        self.none.clicked.connect(lambda *_: self._tick(ticked=False))

    def chosen(self) -> list[int]:
        """The ids of the ticked letters, in the order of the list."""
        return [number for number, box in self.boxes.items() if box.isChecked()]

    def _tick(self, *, ticked: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(ticked)

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
        """Set the pages; a newer choice drops the work under way, and what was set before is not set again."""
        if self._is_out:
            return
        if self._task is not None and not self._task.is_over:
            self._task.progress.cancel()
        self._job = None
        self._enable()
        self._turns.start([one for one in self.chosen() if one not in self._letters], self._bring_up, self._typeset)

    def _bring_up(self, number: int) -> bool:
        """Put one letter on today's facts, or note why that cannot be done."""
        self._refused.pop(number, None)
        try:
            self._letters[number] = on_today(self._store, number, self._clock.today())
        except (LetterError, StoreError) as error:
            self._refused[number] = (self._names[number], str(error))
        return True

    def _typeset(self) -> None:
        chosen = self.chosen()
        found = [self._letters[number] for number in chosen if number in self._letters]
        refused = tuple(self._refused[number] for number in chosen if number in self._refused)
        wish, dots = self.paper.wish(), self.preview.dots_per_inch()

        def work(progress: Progress) -> tuple[PrintJob, tuple[QImage, ...], int]:
            job = typeset(found, wish, progress.report)
            pictures = list[QImage]()
            for part in job.parts:
                pictures += page_pictures(part, dots, most=SHOWN - len(pictures))
            pages = sum(page_count(part) for part in job.parts)
            return PrintJob(job.parts, job.ready, (*refused, *job.refused)), tuple(pictures), pages

        self._task = run_task(work, self._show, self._fail, parent=self)
        self._task.progressed.connect(self._tell)

    def _tell(self, done: int, total: int) -> None:
        said = _("Setting letter {n} of {all}") if not self._is_out else _("Keeping letter {n} of {all}")
        self.count.setText(said.replace("{n}", str(done + 1)).replace("{all}", str(total)))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show(self, made: tuple[PrintJob, tuple[QImage, ...], int]) -> None:
        self._job, pictures, pages = made
        self._letters.update({letter.id: letter for letter in self._job.ready if letter.id is not None})
        self.preview.show_pages(pictures)
        drafts = len(leaving(self._job)) if self.paper.wish().letters else 0
        shown = _("the first {n} are shown").replace("{n}", str(SHOWN)) if pages > len(pictures) else ""
        counts = plural("{n} draft will count as sent", "{n} drafts will count as sent", drafts) if drafts else ""
        nothing = _("Tick at least one letter, and what of it goes on paper.") if not self._job.parts else ""
        self.count.setText(nothing or joined(plural("{n} page", "{n} pages", pages), shown, counts))
        self._say("\n".join(f"{name}: {why}" for name, why in self._job.refused))
        self._enable()

    def _fail(self, sentence: str) -> None:
        self.count.setText("")
        self.bar.hide()
        self._say(sentence)

    # ---- out

    def _print(self) -> None:
        self._let_out(lambda job: out.print_parts(self, job.parts, _("Letters")))

    def _save(self) -> None:
        self._let_out(self._saved)

    def _let_out(self, way: Callable[[PrintJob], bool]) -> None:
        """Nothing is set anew meanwhile, though the window stays alive: what was printed is what is kept as sent."""
        job = self._job
        if job is None or self._is_out:
            return
        self._is_out = True
        try:
            is_out = way(job)
        except OSError as error:
            is_out = False
            self._say(str(error))
        finally:
            self._is_out = False
        if is_out:
            self._finish(job)

    def _saved(self, job: PrintJob) -> bool:
        path = out.ask_where(self, _("Letters"), ending=".pdf", kind=_("PDF document"))
        return path is not None and self._write(path, job)

    def _write(self, path: Path, job: PrintJob) -> bool:
        """Write the whole job; a file that stood there before stays as it was unless all of it could be written."""
        try:
            write_whole(path, joined_pdf(job.parts))
        except OSError as error:
            said = _("The file could not be written ({why}). Choose another place; nothing is lost.")
            self._say(said.replace("{why}", error.strerror or str(error)))
            return False
        return True

    def _finish(self, job: PrintJob) -> None:
        """The paper is out: the drafts count as sent, if they were printed as letters."""
        if not self.paper.wish().letters:
            self.accept()
            return
        self._is_out, self._job = True, None
        self._enable()
        drafts = {letter.id: letter for letter in leaving(job) if letter.id is not None}
        self._turns.start(list(drafts), lambda number: self._keep(number, drafts[number]), self._end)

    def _keep(self, number: int, letter: Letter) -> bool:
        """Keep what is on paper as sent; the others are kept also where one cannot be."""
        self._letters.pop(number, None)
        try:
            keep_printed(self._store, letter, self._clock.now())
            self._kept.append(number)
        except (LetterError, StoreError) as error:
            self._failed.append(f"{self._names[number]}: {error}")
        return True

    def _end(self) -> None:
        self._is_out = False
        self.printed.emit(len(self._kept))
        if not self._failed:
            self.accept()
            return
        said = _("Printed, but not kept as sent. Look at each under Letters before you print it again.")
        self.count.setText("")
        self.bar.hide()
        self._say("\n".join((said, *self._failed)))
        self._enable()

    def _enable(self) -> None:
        ready = self._job is not None and bool(self._job.parts)
        for button in (self.print_button, self.save_button):
            button.setEnabled(ready)
        self.bar.setVisible(self._job is None)
        self.close_button.setEnabled(not self._is_out)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def done(self, result: int) -> None:
        """However the window goes, no work goes on behind it; but what is on paper is kept as sent first."""
        if self._is_out:
            return
        self._rest.stop()
        self._turns.stop()
        if self._task is not None and not self._task.is_over:
            self._task.progress.cancel()
        super().done(result)


def _box(line: LetterLine) -> TickBox:
    """A letter to tick; drafts are ticked, what was sent can go out again."""
    is_draft = line.status is LetterStatus.DRAFT
    state = _("draft") if is_draft else _("void") if line.is_void else _("sent")
    box = TickBox(joined(line.recipient or line.subject, kind_words(line.kind), state))
    box.setChecked(is_draft)
    return box


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "link")
    button.setProperty("flush", True)
    button.setAutoDefault(False)
    return button


def _explained(count: int) -> str:
    """Which letters these are."""
    if count > MOST:
        said = _("The newest {n} of the {all} letters on the page. Search there to have others here.")
        return said.replace("{n}", str(MOST)).replace("{all}", str(count))
    return _("The letters that the page lists now. A draft that goes on paper counts as sent.")
