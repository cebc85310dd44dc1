"""The Letters page: every letter ever produced, exactly as it was sent, and the drafts that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fitdesk.domain.letter import LetterKind, LetterStatus
from fitdesk.i18n import _, plural
from fitdesk.store import letters
from fitdesk.store.errors import StoreError
from fitdesk.store.kinds import Kind
from fitdesk.store.letters import LetterLine, Shelf
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.format import day, joined
from fitdesk.ui.letters.batch_window import BatchWindow
from fitdesk.ui.letters.filters import LetterFilters
from fitdesk.ui.letters.kind_words import kind_words
from fitdesk.ui.letters.letter_view import LetterView
from fitdesk.ui.letters.letter_window import LetterWindow
from fitdesk.ui.letters.opening import LetterOpener
from fitdesk.ui.letters.sending import send
from fitdesk.ui.letters.ways import Way
from fitdesk.ui.table import LazyRows, RowList
from fitdesk.ui.widgets.empty_state import EmptyState
from fitdesk.ui.widgets.page import Page
from fitdesk.ui.widgets.quiet_button import QuietButton
from fitdesk.ui.widgets.row_delegate import Row
from fitdesk.ui.widgets.search_field import SearchField
from fitdesk.workflows.letter_begin import write_again
from fitdesk.workflows.letter_words import LetterError
from fitdesk.workflows.send import void_letter

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class LettersPage(Page):
    """``inquiry_wanted(int)`` asks the window to show a letter's inquiry."""

    watched = frozenset({Kind.LETTERS})
    inquiry_wanted = Signal(int)

    def __init__(self, store: Store, changes: Changes, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(store, changes, clock, parent)
        self._lines: dict[int, LetterLine] = {}
        self.search = SearchField(_("Search letters"))
        self.search.searched.connect(lambda _text: self.refresh())
        self.search.left_down.connect(lambda: self.list.setFocus())
        self.filters = LetterFilters()
        self.filters.changed.connect(self.refresh)
        self.new = QPushButton(_("New"))
        self.new.setProperty("menu", True)
        self._menu = QMenu(self.new)
        self.opener = LetterOpener(store, clock, self)
        self.opener.notice.connect(self.notice)
        self._menu.aboutToShow.connect(lambda: self.opener.fill_menu(self._menu))
        self.new.setMenu(self._menu)
        self.rows = LazyRows(lambda ids: [self._lines[i] for i in ids if i in self._lines], self._describe)
        self.list: RowList = RowList(self.rows)
        self.list.setAccessibleName(_("Letters"))
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _id: self._continue())
        self.view = LetterView()
        self.empty = EmptyState(
            _("No letters yet"),
            _("Open an inquiry and choose Refer… to write the first one. What you send is kept here."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        self.several = QuietButton(_("Print several…"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.search, 1)
        top.addWidget(self.new)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 16, 0, 8)
        column.setSpacing(8)
        top.setContentsMargins(16, 0, 16, 0)
        column.addLayout(top)
        self.filters.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.several)
        foot.addStretch(1)
        column.addLayout(foot)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.stack)
        split.setStretchFactor(1, 1)
        split.setSizes([356, 700])
        left.setMinimumWidth(280)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(split)

    def _connect(self) -> None:
        self.several.clicked.connect(lambda *_: self.print_several())
        self.add_action(_("Print several letters"), self.print_several)
        self.view.continued.connect(self._continue)
        self.view.duplicated.connect(self._duplicate)
        self.view.trashed.connect(self._trash)
        self.view.restored.connect(self._restore)
        self.view.sent_again.connect(self._send_again)
        self.view.voided.connect(self._void)
        self.view.inquiry_wanted.connect(self.inquiry_wanted)
        self.add_action(_("Search letters"), self.search.setFocus, QKeySequence.StandardKey.Find)
        self.add_action(_("Move this draft to the trash"), self._trash, QKeySequence.StandardKey.Delete)
        self.add_action(_("Write again from this letter"), self._duplicate, "Ctrl+D")

    # ---- showing

    def refresh(self) -> None:
        lines = letters.lines(self.store, self.filters.query(self.search.text()))
        self._lines = {line.id: line for line in lines}
        self.list.show_ids([line.id for line in lines])
        self.rows.forget()
        self.several.setVisible(bool(lines) and self.filters.shelf() is not Shelf.TRASH)
        if self.list.chosen_id() is None and lines:
            self.list.choose_first()
        self._show(self.list.chosen_id())

    def open_record(self, letter_id: int) -> None:
        """Show this letter, whatever is searched for at the moment."""
        self.search.clear()
        self.filters.clear()
        self.refresh()
        self.list.choose(letter_id)

    def _show(self, letter_id: int | None) -> None:
        if letter_id is None:
            searching = bool(self.search.text()) or self.filters.is_narrow()
            self.empty.set_words(*(_nothing_found if searching else _NOTHING_HERE[self.filters.shelf()])())
            self.stack.setCurrentWidget(self.empty)
            return
        try:
            letter = letters.get(self.store, letter_id)
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        self.stack.setCurrentWidget(self.view)
        in_trash = self.filters.shelf() is Shelf.TRASH
        peers = ", ".join(self._lines[letter_id].peers)
        self.view.set_letter(
            letter, peers, self.clock.today(), void=letters.voided(self.store, letter_id), in_trash=in_trash
        )

    def _describe(self, line: LetterLine) -> Row:
        mark = (
            _("Draft") if line.status is LetterStatus.DRAFT else "✕ " + _("Void") if line.is_void else "✓ " + _("Sent")
        )
        return Row(
            title=line.recipient or line.subject or _("Letter"),
            detail=joined(kind_words(line.kind), line.subject, ", ".join(line.peers)),
            mark=_("Draft") if line.status is LetterStatus.DRAFT else mark,
            detail_mark=day(line.day, self.clock.today()),
        )

    # ---- doing

    def begin_letter(
        self, kind: LetterKind, inquiry_id: int | None = None, peer_id: int | None = None
    ) -> LetterWindow | None:
        """Open the window for a letter of ``kind``; a draft begun for it before is gone on with."""
        return self.opener.begin(kind, inquiry_id, peer_id)

    def _continue(self) -> None:
        letter = self.view.letter()
        if letter is not None and self.filters.shelf() is not Shelf.TRASH:
            self.opener.go_on(letter)

    def _duplicate(self) -> None:
        letter = self.view.letter()
        if letter is None:
            return
        try:
            copy = write_again(self.store, letter, self.clock.today())
        except (LetterError, StoreError) as error:
            self.view.show_message(str(error))
            return
        if copy.id is not None:
            self.open_record(copy.id)

    def _trash(self) -> None:
        letter = self.view.letter()
        if letter is None or letter.id is None or letter.status is not LetterStatus.DRAFT:
            return
        letter_id = letter.id
        try:
            letters.trash(self.store, letter_id, self.clock.now())
        except StoreError as error:
            self.view.show_message(str(error))
            return
        self.list.setFocus()  # the button hides: the focus would go to the sidebar
        self.notice.emit(_("Draft moved to the trash."), lambda: letters.untrash(self.store, letter_id))

    def _restore(self) -> None:
        letter = self.view.letter()
        if letter is not None and letter.id is not None:
            letters.untrash(self.store, letter.id)
            self.list.setFocus()
            self.notice.emit(_("Draft brought back."), None)

    def print_several(self) -> BatchWindow:
        """Open the window that prints the letters listed now, with envelopes and labels, in one go."""
        self.refresh()
        shown = [line for line in self._lines.values() if self.filters.shelf() is not Shelf.TRASH]
        window = BatchWindow(self.store, self.clock, shown, self.window())
        window.printed.connect(self._tell_printed)
        window.finished.connect(window.deleteLater)  # with all the pictures it holds
        window.open()
        return window

    def _tell_printed(self, sent: int) -> None:
        self.notice.emit(plural("{n} letter is kept as sent.", "{n} letters are kept as sent.", sent), None)

    def _void(self, reason: str) -> None:
        letter = self.view.letter()
        if letter is None or letter.id is None:
            return
        try:
            void_letter(self.store, letter.id, reason, self.clock.now())
        except (LetterError, StoreError) as error:
            self.view.show_message(str(error))
            return
        self.list.setFocus()
        self.notice.emit(_("The letter is void. It stays under Void as it was."), None)

    def _send_again(self, way: Way) -> None:
        letter = self.view.letter()
        if letter is None:
            return
        try:
            done = send(self, self.store, letter, way, self.clock.now())
        except (LetterError, StoreError, OSError) as error:
            self.view.show_message(str(error))
            return
        if done is not None:
            self.notice.emit(done[1], None)


def _nothing_found() -> tuple[str, str]:
    return _("Nothing found"), _("Try fewer letters of the word, another kind or another tab.")


def _no_letters() -> tuple[str, str]:
    said = _("Open an inquiry and choose Refer… to write one. What you send is kept here for ever.")
    return _("No letters here"), said


def _no_void() -> tuple[str, str]:
    return _("No void letters"), _("A sent letter that no longer stands can be declared void. It is then listed here.")


def _no_trash() -> tuple[str, str]:
    return _("The trash is empty"), _("Drafts that you move to the trash wait here until you bring them back.")


_NOTHING_HERE = {
    Shelf.ALL: _no_letters,
    Shelf.DRAFTS: _no_letters,
    Shelf.SENT: _no_letters,
    Shelf.VOID: _no_void,
    Shelf.TRASH: _no_trash,
}
