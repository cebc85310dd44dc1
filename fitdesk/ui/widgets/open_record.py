"""The one record that a page has open: what is kept of the typing, what waits as a draft, what can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from fitdesk.store import drafts
from fitdesk.ui.widgets.field import Typed
from fitdesk.ui.widgets.record_editor import RecordEditor
from fitdesk.ui.widgets.record_source import NEW, Records

if TYPE_CHECKING:
    from fitdesk.store.store import Store

R = TypeVar("R")
_MOST_STEPS = 50


class OpenRecord(Generic[R]):
    """Moves one record between the store, the editor and the drafts table. ``number`` is None while none is open."""

    def __init__(self, store: Store, records: Records[R], editor: RecordEditor[R]) -> None:
        self._store, self._records, self._editor = store, records, editor
        self.number: int | None = None
        self.in_trash = False
        self.record: R | None = None
        self._steps: list[tuple[R, R]] = []

    def open(self, number: int, *, in_trash: bool = False) -> None:
        """Show record ``number`` (NEW: a blank one) and the draft that waits for it. Raises StoreError."""
        record = self._records.blank() if number == NEW else self._records.get(number)
        self.number, self.in_trash, self.record, self._steps = number, in_trash, record, []
        self._editor.show_record(record, in_trash=in_trash)
        draft = None if in_trash else self.draft(number)
        if draft:
            self._editor.show_draft(draft)
            self._editor.tell_state(kept=True)

    def close(self) -> None:
        """Have no record open."""
        self.number, self.record, self._steps = None, None, []

    def reload(self) -> None:
        """Read the record again if it changed elsewhere and nothing typed waits. Raises StoreError."""
        if not self.number or not self._editor.form.is_resting():
            return
        now = self._records.get(self.number)
        if now != self.record:
            self.open(self.number, in_trash=self.in_trash)

    def keep(self) -> bool:
        """Save what can be used, keep the rest as a draft; True when the record in the store changed.

        Raises StoreError; the editor's text stays.
        """
        if self.number is None or self.record is None or self.in_trash:
            return False
        if self.number == NEW:
            return self._keep_new(self.record)
        base = self._records.get(self.number)
        merged = self._editor.merged(base)
        changed = merged != base
        if changed:
            self.record = self._records.save(merged)
            self._steps = [*self._steps[-_MOST_STEPS:], (base, merged)]
            self._editor.learn(self.record)
        self._keep_draft(self._editor.form.typed(only_errors=True))
        self._editor.tell_state(kept=True)
        return changed

    def can_step_back(self) -> bool:
        """Whether an edit of this record can be taken back."""
        return bool(self._steps)

    def step_back(self) -> None:
        """Take back the last kept edit of the open record. Raises StoreError."""
        if self._steps and self.number:
            steps = self._steps
            self._take_back(self.number, *steps[-1])
            self._steps = steps[:-1]

    def undo_of_last(self) -> Callable[[], None]:
        """Takes back what is now the last edit, and only that, also when others have followed by then."""
        number, (before, after) = self.number, self._steps[-1]
        assert number

        def undo() -> None:
            self._take_back(number, before, after)

        return undo

    def _take_back(self, number: int, before: R, after: R) -> None:
        now: Any = self._records.get(number)
        changed = [one.name for one in fields(now) if getattr(before, one.name) != getattr(after, one.name)]
        self._records.save(replace(now, **{name: getattr(before, name) for name in changed}))
        if number == self.number:
            steps = self._steps
            self.open(number)
            self._steps = steps

    def draft(self, number: int) -> dict[str, Typed]:
        """What waits half-typed for record ``number``; {} when nothing does or it cannot be read."""
        text = drafts.find(self._store, self._key(number))
        try:
            typed = json.loads(text) if text else {}
        except ValueError:
            return {}
        return typed if isinstance(typed, dict) else {}

    def drop_draft(self, number: int) -> None:
        """Forget what is half-typed for record ``number``."""
        drafts.drop(self._store, self._key(number))

    def put_back_draft(self, number: int, typed: dict[str, Typed]) -> None:
        """Let ``typed`` wait again for record ``number``."""
        drafts.keep(self._store, self._key(number), json.dumps(typed))

    def _keep_new(self, blank: R) -> bool:
        if self._editor.lacks_needed():
            self._keep_draft({} if self._editor.is_untouched(blank) else self._editor.form.typed())
            self._editor.tell_state(kept=True)
            return False
        with self._store.transaction():
            saved = self._records.save(self._editor.merged(blank))
            self.drop_draft(NEW)
            self.number, self.record = self._records.id_of(saved), saved
            self._editor.learn(saved)
            self._keep_draft(self._editor.form.typed(only_errors=True))
        self._editor.tell_state(kept=True)
        return True

    def _keep_draft(self, typed: dict[str, Typed]) -> None:
        assert self.number is not None
        if typed:
            self.put_back_draft(self.number, typed)
        elif drafts.find(self._store, self._key(self.number)) is not None:
            self.drop_draft(self.number)

    def _key(self, number: int) -> str:
        return f"{self._records.key}/{number or 'new'}"
