"""A page of records: the list at the left, the editor at the right; edits are kept by themselves, without Save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence

from fitdesk.i18n import _
from fitdesk.store.errors import StoreError
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.widgets.open_record import OpenRecord
from fitdesk.ui.widgets.page import Page
from fitdesk.ui.widgets.record_editor import RecordEditor
from fitdesk.ui.widgets.record_list import RecordList
from fitdesk.ui.widgets.record_panes import RecordPanes
from fitdesk.ui.widgets.record_source import NEW, TRASH, Entry, OwnEntry, Records
from fitdesk.ui.widgets.record_stack import RecordStack
from fitdesk.ui.widgets.record_tools import RecordTools
from fitdesk.ui.widgets.row_delegate import Row

if TYPE_CHECKING:
    from fitdesk.store.store import Store

R = TypeVar("R")
R2 = TypeVar("R2")


class RecordPage(Page, Generic[R]):
    """Shows ``records`` and edits the chosen one in ``editor``; ``own_entries`` stand above them in the first view."""

    opened = Signal(int)
    """Another record is shown in the editor; 0 is a new one."""

    def __init__(
        self,
        store: Store,
        changes: Changes,
        clock: Clock,
        records: Records[R],
        editor: RecordEditor[R],
        own_entries: Sequence[OwnEntry] = (),
    ) -> None:
        super().__init__(store, changes, clock)
        self.records, self.editor = records, editor
        self._own = {entry.entry_id: entry for entry in own_entries}
        self._open = OpenRecord(store, records, editor)
        self._was_shown = False
        self._listing = False
        words = records.words
        self.list = RecordList(words, records.views)
        self._stack = RecordStack(words, editor, own_entries)
        self.panes = RecordPanes(self, self.list, self._stack, words.page)
        editor.set_up()
        self.tools = RecordTools(self, self, self.add_action, editor.tools, words.new, words.search)
        key = self.tools.new.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.list.new_button.setToolTip(key)
        self._connect()

    # ---- what the window asks for

    def refresh(self) -> None:
        """Read the store again; what is being typed stays."""
        self._show_list()
        for entry in self._own.values():
            entry.refresh()
        try:
            self._open.reload()
        except StoreError:
            self._close()
        if self._open.number is None and self._stack.is_empty():
            self._show_empty()
            self._choose_first()

    def open_record(self, record_id: int) -> None:
        """Show this record in the view that lists it."""
        try:
            record = self.records.get(record_id) if record_id > NEW else None
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return
        self.settle()
        self.list.search.clear()
        self.list.set_view(self.records.view_of(record) if record is not None else self.records.views[0].key)
        self._show_list()
        if not self.list.list.choose(record_id):
            self.list.set_view(TRASH)
            self._show_list()
            self.list.list.choose(record_id)
        self._choose(self.list.list.chosen_id())
        self.panes.show_editor()

    def open_number(self) -> int | None:
        """The id of the record in the editor; 0 for a new one, None when none is open."""
        return self._open.number

    def is_in_trash(self) -> bool:
        """Whether the record shown lies in the trash."""
        return self._open.in_trash

    def settle(self) -> None:
        """Keep what is typed now."""
        self.editor.form.settle()
        for entry in self._own.values():
            entry.settle()

    def begin_new(self) -> None:
        """Open a blank record (or the one that was begun and not finished) and put the focus into it."""
        self.settle()
        self.list.search.clear()
        self.list.set_view(self.records.views[0].key)
        self._open_number(NEW)
        self._show_list()
        self.list.list.choose(NEW)
        self.panes.show_editor()
        self.editor.focus_first()

    def duplicate(self) -> None:
        """Make a copy of the open record and open it."""
        self.settle()
        if not self._open.number or self._open.record is None or self._open.in_trash:
            return
        record = self._open.record
        copied = self._try(lambda: self.records.save(self.records.copy(record)))
        if copied is not None:
            number = self.records.id_of(copied) or NEW
            self.open_record(number)
            self.editor.focus_first()
            self.notice.emit(_("Duplicated"), lambda: self._done(lambda: self.records.trash(number)))

    def throw_away(self) -> None:
        """Move the chosen record to the trash, with Undo."""
        self.settle()
        number = self._open.number
        if number is None or self._open.in_trash:
            return
        if number == NEW:
            self._discard_new()
            return
        name = self.records.name(self.records.get(number)) or self.records.words.untitled
        after = self._neighbour(number)
        if not self._done(lambda: self.records.trash(number)):
            return
        self._close()
        if after is not None:
            self.list.list.choose(after)
        self.notice.emit(_("“{name}” is in the trash").replace("{name}", name), lambda: self._put_back(number))

    def restore(self) -> None:
        """Take the open record out of the trash."""
        if self._open.number and self._open.in_trash:
            number = self._open.number
            self._put_back(number)
            self.notice.emit(_("Put back"), lambda: self._done(lambda: self.records.trash(number)))

    def take_back(self) -> None:
        """Undo the last kept edit of the open record."""
        self.settle()
        if self._open.can_step_back() and self._done(self._open.step_back):
            self.notice.emit(_("The last change is taken back"), None)

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    # ---- building

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _id: self._enter_editor())
        self.list.list.clicked.connect(lambda _index: self.panes.show_editor())
        self.list.searched.connect(self._show_list)
        self.list.view_chosen.connect(self._change_view)
        self.list.new_wanted.connect(self.begin_new)
        self.list.delete_wanted.connect(self.throw_away)
        self._stack.empty.acted.connect(self.begin_new)
        self.editor.form.settled.connect(self._keep)
        self.editor.problem_clicked.connect(self._show_problem)
        self.editor.acted.connect(self._tell_action)
        self.editor.restore.clicked.connect(self.restore)
        self.panes.left_editor.connect(self._leave_editor)

    # ---- the list

    def _show_list(self) -> None:
        view, search = self.list.view(), self.list.search.text().strip()
        entries = list(self._try(lambda: self.records.entries(view, search)) or ())
        if view == self.records.views[0].key:
            entries = [*self._own_entries(search), *self._new_entry(), *entries]
        shown = {entry.id for entry in entries}
        nothing = self.records.words.empty_title if view == self.records.views[0].key else _("Nothing here.")
        if search:
            nothing = _("Nothing found for “{words}”").replace("{words}", search)
        self._listing = True
        self.list.show_entries(entries, nothing)
        here = self._open.number
        if here is not None and here in shown:
            self.list.list.choose(here)
        self._listing = False
        if here and here not in shown and self._is_trashed(here) != self._open.in_trash:
            self._close()

    def _choose_first(self) -> None:
        """At the first look at the page, open the first record rather than nothing."""
        first = next((entry.id for entry in self.list.entries() if entry.id > NEW), None)
        if first is not None and not self._was_shown:
            self.list.list.choose(first)
        self._was_shown = True

    def _is_trashed(self, number: int) -> bool:
        return any(entry.id == number for entry in self._try(lambda: self.records.entries(TRASH, "")) or ())

    def _own_entries(self, search: str) -> list[Entry]:
        rows = [Entry(number, entry.row()) for number, entry in self._own.items()]
        return [entry for entry in rows if search.casefold() in entry.row.title.casefold()]

    def _new_entry(self) -> list[Entry]:
        typing = self._open.number == NEW
        if not typing and not self._open.draft(NEW):
            return []
        return [Entry(NEW, Row(self.records.words.untitled, _("Being written"), faded=not typing))]

    def _neighbour(self, number: int) -> int | None:
        """The row that takes the place of ``number`` in the list."""
        ids = [entry.id for entry in self.list.entries()]
        if number not in ids:
            return None
        place = ids.index(number)
        rest = ids[place + 1 :] + ids[:place][::-1]
        return rest[0] if rest else None

    def _change_view(self) -> None:
        self.settle()
        self._close()
        self._show_list()
        self._show_empty()

    # ---- the editor

    def _choose(self, number: int | None) -> None:
        if self._listing or number is None or number == self._open.number:
            return
        self.settle()
        if number in self._own:
            self._open.close()
            self._own[number].refresh()
            self._stack.show_own(self._own[number])
        else:
            self._open_number(number)

    def _open_number(self, number: int) -> None:
        try:
            self._open.open(number, in_trash=self.list.view() == TRASH)
        except StoreError as problem:
            self._close()
            self.notice.emit(str(problem), None)
            return
        self._stack.show_editor()
        self.opened.emit(number)

    def _close(self) -> None:
        self._open.close()
        self._listing = True
        self.list.list.choose(None)
        self._listing = False
        self._show_empty()
        self.panes.show_list()

    def _show_empty(self) -> None:
        has_some = any(entry.id > NEW for entry in self.list.entries())
        self._stack.show_empty(has_some=has_some or self.list.view() == TRASH)

    def _keep(self) -> None:
        was_new = self._open.number == NEW
        try:
            changed = self._open.keep()
        except StoreError as problem:
            self.editor.tell_state(kept=False)
            self.notice.emit(str(problem), None)
            return
        if changed or was_new:
            self._show_list()

    def _tell_action(self, words: str) -> None:
        self.editor.form.settle()
        undo = self._open.undo_of_last() if self._open.can_step_back() else None
        self.notice.emit(words, (lambda: self._done(undo)) if undo else None)

    def _show_problem(self) -> None:
        if not self.editor.form.go_to_first_error():
            self._keep()

    def _discard_new(self) -> None:
        draft = self._open.draft(NEW)
        self._open.drop_draft(NEW)
        self._close()
        self._show_list()
        if draft:
            self.notice.emit(_("The half-written entry is thrown away"), lambda: self._bring_back_draft(draft))

    def _bring_back_draft(self, draft: dict[str, object]) -> None:
        self._open.put_back_draft(NEW, draft)
        self.begin_new()

    def _put_back(self, number: int) -> None:
        if self._done(lambda: self.records.untrash(number)):
            self._close()
            self.open_record(number)

    # ---- keys and focus

    def _enter_editor(self) -> None:
        self.panes.show_editor()
        self._stack.focus_shown()

    def _leave_editor(self) -> None:
        self.settle()
        self.panes.show_list()
        self.list.focus_list()

    def focus_search(self) -> None:
        """Put the focus into the search field."""
        self.panes.show_list()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def abilities(self) -> tuple[bool, bool, bool]:
        """Whether the open record can be duplicated, stepped back, thrown away."""
        editable = self._open.number is not None and not self._open.in_trash
        return editable and self._open.number != NEW, editable and self._open.can_step_back(), editable

    def _try(self, call: Callable[[], R2]) -> R2 | None:
        """What ``call`` gives, or None after telling why not."""
        try:
            return call()
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return None

    def _done(self, call: Callable[[], None]) -> bool:
        """Do ``call`` and show the list anew; False after telling why it could not be done."""
        try:
            call()
        except StoreError as problem:
            self.notice.emit(str(problem), None)
            return False
        self._show_list()
        return True
