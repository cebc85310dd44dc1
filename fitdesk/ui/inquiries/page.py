"""The Inquiries page: requests on the left, the judgement of one of them on the right, and how new ones come in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from fitdesk.domain.inquiry import Inquiry
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.store.errors import StoreError
from fitdesk.store.inquiries import View
from fitdesk.store.kinds import Kind
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.arrivals import Arrivals
from fitdesk.ui.inquiries.browse import Browse
from fitdesk.ui.inquiries.capture import CapturePanel
from fitdesk.ui.inquiries.decision_bar import SHORTCUTS, Act, label_of
from fitdesk.ui.inquiries.decisions import Decisions
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.display import Display
from fitdesk.ui.inquiries.editing import Editing
from fitdesk.ui.inquiries.editor import InquiryEditor
from fitdesk.ui.inquiries.fit_warmer import FitWarmer
from fitdesk.ui.inquiries.list_pane import ListPane, describe
from fitdesk.ui.inquiries.precedents_finder import PrecedentsFinder
from fitdesk.ui.inquiries.waiting_box import WaitingBox
from fitdesk.ui.inquiries.wanted import Wanted
from fitdesk.ui.inquiries.what_if_keeping import Keeping
from fitdesk.ui.widgets.empty_state import EmptyState
from fitdesk.ui.widgets.page import Page
from fitdesk.workflows.practice import Practice, load_practice

MAIL_FILES = "*.eml *.txt"
PRACTICE_KINDS = frozenset({Kind.OWNER, Kind.OFFERINGS, Kind.PEERS, Kind.CALENDAR, Kind.REFERRALS})


class InquiriesPage(Page):
    """``letter_requested(LetterKind, int)`` asks for the window of a letter about an inquiry."""

    watched = PRACTICE_KINDS | {Kind.INQUIRIES, Kind.CONTACTS, Kind.LETTERS, Kind.FOLLOW_UPS}
    letter_requested = Signal(object, int)

    def __init__(self, store: Store, changes: Changes, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(store, changes, clock, parent)
        self._practice: Practice | None = None
        self.pane = ListPane(
            lambda ids: inquiries.lines(store, ids),
            lambda line: describe(line, clock.today(), locale=self.practice().owner.locale),
        )
        self.detail = DetailView()
        self.editor = InquiryEditor(clock.today, locale=self.practice().owner.locale)
        self.capture = CapturePanel()
        self.empty = EmptyState(
            _("No inquiries yet"),
            _("Paste the text of a request, or drop a mail here."),
            _("Paste a request"),
            _("Import mail files…"),
        )
        self.unsaved = WaitingBox(_("A request was not kept yet."))
        self.arrivals = Arrivals(store, clock, self.capture, self.editor, self)
        self.editing = Editing(store, clock, self.editor, self.arrivals, self)
        self.decisions = Decisions(store, clock, self.detail, lambda: self.practice().owner, self)
        self.wanted = Wanted(self.detail, self.decisions)
        self.browse = self._side_by_side()
        self.right = self.browse.right
        self.display = Display(store, clock, self.browse, self.detail, self.practice)
        self.judging = self.display.judging
        self.precedents = PrecedentsFinder(store, changes, self.detail, self)
        self.keeping = Keeping(store, clock, self.detail, self)
        self.warmer = FitWarmer(store, clock, self.practice, self)
        self._lay_out()
        self._connect()
        self._add_actions()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.pane.list)

    # ---- for other pages

    def open_inquiry(self, number: int) -> None:
        """Show one inquiry, whichever list it is on."""
        self._show_browse()
        if self.pane.list.choose(number):
            return
        try:
            inquiry = inquiries.get(self.store, number)
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        self.pane.search.clear()
        self.pane.show_view(View.OPEN if inquiry.status.is_open else View.DECIDED)
        if not self.pane.list.choose(number):
            self.pane.show_view(View.TRASH)
            self.pane.list.choose(number)

    def begin_look_back(self, number: int) -> None:
        """Show an inquiry and ask how it went."""
        self._open_for(number, Act.LOOK_BACK)

    def ask_if_still_wanted(self, number: int) -> None:
        """Show an inquiry for which a day is held, with the mail that asks whether they still take it."""
        self._open_for(number, Act.STILL_WANTED)

    def open_record(self, record_id: int) -> None:
        self.open_inquiry(record_id)

    def begin_paste(self, text: str = "") -> None:
        """Open the large field; ``text`` is read at once."""
        self.arrivals.paste(text)

    def read_files(self, paths: Sequence[Path | str]) -> None:
        """Read mail files: a single one into the form, several straight into the list."""
        self.arrivals.read_files([Path(path) for path in paths])

    # ---- showing

    def practice(self) -> Practice:
        """The practice, read again after a change of it."""
        if self._practice is None:
            self._practice = load_practice(self.store)
        return self._practice

    def refresh(self) -> None:
        ids = inquiries.ids(self.store, self.pane.query())
        before, row = self.pane.list.chosen_id(), max(self.pane.list.currentIndex().row(), 0)
        self.pane.show_ids(ids, is_new=not ids and not any(inquiries.counts(self.store).values()))
        now = self.pane.list.chosen_id()
        if now is None and ids:
            self.pane.list.choose(ids[min(row, len(ids) - 1)])  # the one below what has just left the list
        elif now is None or now == before:
            self._show_chosen(now)
        self.unsaved.setVisible(self.arrivals.is_waiting() and self.stack.currentWidget() is self.browse)
        self.warmer.start()

    def _ask_anew(self) -> None:
        """Another tab, search or order: from the top, but for a chosen row that is still there."""
        self.pane.list.verticalScrollBar().setValue(0)
        before = self.pane.list.chosen_id()
        ids = inquiries.ids(self.store, self.pane.query())
        if ids and before not in ids:
            self.pane.show_ids(ids)
            self.pane.list.choose(ids[0])
        else:
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasText() or any(url.isLocalFile() for url in mime.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.read_files(paths)
        elif event.mimeData().text().strip():
            self.begin_paste(event.mimeData().text())

    def _show_chosen(self, number: int | None) -> None:
        if number is None:
            self.display.forget()
            if self.pane.rows.rowCount():
                return
            is_new = not any(inquiries.counts(self.store).values())
            self.right.setCurrentWidget(self.empty if is_new else self.browse.blank)
            return
        self.display.show_inquiry(number, is_trashed=self.pane.query().view is View.TRASH)

    def _open_for(self, number: int, act: Act) -> None:
        self.wanted.note(number, act)
        self.open_inquiry(number)
        self.wanted.carry_out()

    def _show_browse(self) -> None:
        self.stack.setCurrentWidget(self.browse)

    def _show(self, part: QWidget | None) -> None:
        """Show the large field or the form over the whole page; None for list and detail."""
        self.stack.setCurrentWidget(part or self.browse)
        if part is None:
            self.refresh()
            self.pane.focus_list()

    def _show_new(self, number: int) -> None:
        self._show_browse()
        self.pane.search.clear()
        self.pane.show_view(View.OPEN)
        self.display.want_focus()
        if not self.pane.list.choose(number):
            self.display.want_focus(False)

    def _note_change(self, kinds: frozenset[Kind]) -> None:
        if kinds & PRACTICE_KINDS:
            self._practice = None
        if not self.warmer.is_writing:
            super()._note_change(kinds)

    # ---- building

    def _side_by_side(self) -> Browse:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        self.pane.put_above_list(self.unsaved)
        return Browse(left, self.detail, self.empty)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for part in (self.browse, self.capture, self.editor):
            self.stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        self.pane.query_changed.connect(self._ask_anew)
        self.pane.chosen.connect(self._show_chosen)
        self.pane.opened.connect(self.display.enter)
        self.pane.paste_wanted.connect(self.begin_paste)
        self.pane.import_wanted.connect(self.choose_files)
        self.pane.call_wanted.connect(self.arrivals.call)
        self.capture.import_wanted.connect(self.choose_files)
        self.empty.acted.connect(self.begin_paste)
        self.empty.second_acted.connect(self.choose_files)
        self.unsaved.continued.connect(self.arrivals.resume)
        self.unsaved.discarded.connect(self.arrivals.leave)
        self.detail.left.connect(self.pane.focus_list)
        self.arrivals.shown.connect(self._show)
        self.arrivals.kept.connect(self._show_new)
        self.arrivals.working.connect(self.working)
        self.editing.shown.connect(self._show)
        self.decisions.letter_wanted.connect(self.letter_requested)
        self.decisions.edit_wanted.connect(self._edit)
        self.decisions.answering.connect(self.display.want_focus)
        self.display.judged.connect(self.wanted.carry_out)
        self.warmer.warmed.connect(self._show_warmed)
        self.detail.precedents.opened.connect(self.open_inquiry)
        for part in (self.arrivals, self.display, self.editing, self.decisions, self.keeping):
            part.notice.connect(self.notice)

    def _add_actions(self) -> None:
        self.add_action(_("New inquiry: paste a request"), self.begin_paste, QKeySequence.StandardKey.New)
        self.add_action(_("Paste as a new inquiry"), self._paste_clipboard, QKeySequence.StandardKey.Paste)
        self.add_action(_("Import mail files…"), self.choose_files, QKeySequence.StandardKey.Open)
        self.add_action(_("New inquiry: phone call"), self.arrivals.call)
        self.add_action(_("Search inquiries"), self._search, QKeySequence.StandardKey.Find)
        for act, shortcut in SHORTCUTS.items():
            words = _("Inquiry: {what}").replace("{what}", label_of(act))
            self.add_action(words, partial(self._act, act), shortcut)
        self.add_action(_("Inquiry: what if…"), self.detail.what_if.try_facts, "Ctrl+Shift+W")

    def choose_files(self) -> None:
        """The native file dialog for mails."""
        names, _filter = QFileDialog.getOpenFileNames(
            self, _("Import mail files"), "", f"{_('Mails and texts')} ({MAIL_FILES});;{_('All files')} (*)"
        )
        if names:
            self.read_files(names)

    def _act(self, act: Act) -> None:
        if self.detail.isVisible() and not self.detail.what_if.is_on():  # what is decided is decided on the facts
            self.decisions.act_if_offered(act)

    def _edit(self, number: int) -> None:
        inquiry: Inquiry = inquiries.get(self.store, number)
        self.editing.begin(inquiry)

    def _search(self) -> None:
        self._show_browse()
        self.pane.focus_search()

    def _paste_clipboard(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.read_files(paths)
        elif self.stack.currentWidget() is self.browse:
            self.begin_paste(mime.text())

    def _show_warmed(self) -> None:
        self.pane.rows.forget()
