"""The draft of the rules that is being worked on: loaded, kept while it waits, taken, thrown away, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.offering import Offering
from fitdesk.domain.rule_change import RuleChange, Rules
from fitdesk.store import drafts, offerings
from fitdesk.store import owner as owners
from fitdesk.store.errors import NotFound
from fitdesk.ui.changes import Clock
from fitdesk.workflows.judging_rules import change_rules, take_back
from fitdesk.workflows.rules_draft import RulesDraft

if TYPE_CHECKING:
    from fitdesk.store.store import Store

Edit = Callable[[RulesDraft], RulesDraft]
DRAFT_KEYS = "rules/"
"""How the keys of kept drafts begin."""


class Drafting(QObject):
    """One draft at a time: for all offerings, or for the one of ``offering_id``. All methods may raise StoreError."""

    changed = Signal()
    """The draft is another one, by hand or because another scope was chosen."""

    def __init__(self, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self.offering_id: int | None = None
        self._is_kept = True
        self._draft = RulesDraft.of(owners.get(store))

    @property
    def draft(self) -> RulesDraft:
        return self._draft

    def choose(self, offering_id: int | None) -> None:
        """Work on another scope; the draft of this one is kept."""
        self.keep()
        self.offering_id = offering_id
        self.load()

    def load(self) -> None:
        """Read what counts now, and the draft that was kept over it."""
        try:
            offering = self._offering()
        except NotFound:
            self.offering_id, offering = None, None
        fresh = RulesDraft.of(owners.get(self._store), offering)
        text = drafts.find(self._store, self._key())
        self._draft = fresh if text is None else fresh.from_text(text)
        self._is_kept = True
        self.changed.emit()

    def refresh(self) -> None:
        """Read again what counts now; what is being worked on stays."""
        self.keep()
        self.load()

    def edit(self, edit: Edit) -> None:
        """Change the draft by hand."""
        after = edit(self._draft)
        if after != self._draft:
            self._draft = after
            self._is_kept = False
            self.changed.emit()

    def keep(self) -> None:
        """Remember the draft, so that leaving loses nothing."""
        if self._is_kept or self._store.read_only:
            return
        if self._draft.is_changed:
            drafts.keep(self._store, self._key(), self._draft.as_text())
        else:
            drafts.drop(self._store, self._key())
        self._is_kept = True

    def discard(self) -> None:
        """Throw the draft away; what counts now is shown again."""
        self._forget()
        self.load()

    def put_back(self, rules: Rules, offering_id: int | None) -> None:
        """Work on this draft again, as if it had never been left."""
        if offering_id != self.offering_id:
            self.choose(offering_id)
        self.edit(lambda draft: replace(draft, rules=rules))
        self.keep()

    def take(self, reason: str, flipped: int) -> RuleChange:
        """Let the draft count."""
        rules, key = self._draft.rules, self._key()
        with self._store.transaction():
            change = change_rules(
                self._store, rules, self.offering_id, reason, self._clock.now(), flipped=flipped
            )  # fmt: skip
            drafts.drop(self._store, key)
        self._is_kept = True
        self.load()
        return change

    def take_back(self, change: RuleChange, reason: str, flipped: int) -> RuleChange:
        """Undo ``change``, whatever scope it had."""
        done = take_back(self._store, change, self._clock.now(), reason=reason, flipped=flipped)
        self.load()
        return done

    def _forget(self) -> None:
        if not self._store.read_only:
            drafts.drop(self._store, self._key())
        self._is_kept = True

    def _offering(self) -> Offering | None:
        return offerings.get(self._store, self.offering_id) if self.offering_id is not None else None

    def _key(self) -> str:
        return f"{DRAFT_KEYS}{'all' if self.offering_id is None else self.offering_id}"
