"""What counts how much: weights, value functions and vetoes as a draft, an entry of its own on the Offerings page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from fitdesk.domain.learning import Suggestion, TooFew
from fitdesk.domain.rule_change import RuleChange
from fitdesk.i18n import _, plural
from fitdesk.store import drafts
from fitdesk.store import owner as owners
from fitdesk.store.errors import StoreError
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import day
from fitdesk.ui.offerings.drafting import DRAFT_KEYS, Drafting, Edit
from fitdesk.ui.offerings.effect_words import agreement_words
from fitdesk.ui.offerings.flips import Flips
from fitdesk.ui.offerings.learner import Learner
from fitdesk.ui.offerings.live_effects import LiveEffects
from fitdesk.ui.offerings.rule_words import named
from fitdesk.ui.offerings.rules_view import RulesView
from fitdesk.ui.offerings.suggestion_card import source_words
from fitdesk.ui.offerings.written_rules import written
from fitdesk.ui.widgets.record_source import OwnEntry
from fitdesk.ui.widgets.row_delegate import Row
from fitdesk.workflows.judging_rules import Effect, as_then, last_decided, practice_with, standing_rules, without
from fitdesk.workflows.practice import Practice, load_practice
from fitdesk.workflows.rules_draft import RulesDraft

if TYPE_CHECKING:
    from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class _Step:
    """What waits for the owner's yes: the draft, or taking back ``change``."""

    change: RuleChange | None = None
    flipped: int = 0


class Weights(OwnEntry):
    """Edits stay a draft until they are taken; then the history has a line more."""

    entry_id = -2
    failed = Signal(str)
    told = Signal(str, object)
    """Something was done, in words for the notice, and how to undo it."""
    inquiry_opened = Signal(int)
    row_changed = Signal()
    """A draft waits now, or none any more."""

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__()
        self.store, self.clock = store, clock
        self.title = _("What counts how much")
        self.view = RulesView(
            self.title,
            _("Fifteen things decide each verdict. Changes stay a draft until you let them count."),
        )
        self.drafting = Drafting(store, clock, self)
        self.flips, self.live, self.learner = Flips(store, self), LiveEffects(self), Learner(store, self)
        self._practice: Practice | None = None
        self._step = _Step()
        self._source = ""
        self._has_news = self._waited = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._rest = QTimer(self, singleShot=True, interval=1000)
        self._rest.timeout.connect(self.settle)
        self._connect()

    # ---- what the page asks for

    def row(self) -> Row:
        own = RulesDraft.of(owners.get(self.store)).own_keys()
        detail = plural("{n} rule of your own", "{n} rules of your own", len(own)) if own else _("The usual rules")
        return Row(self.title, detail, detail_mark=_("Draft") if self._waits() else "")

    def refresh(self) -> None:
        self._practice = None
        if self.isVisible():
            self._try(self._load)

    def settle(self) -> None:
        self._rest.stop()
        self._try(self.drafting.keep)

    def focus_first(self) -> None:
        next(iter(self.view.criteria.rows.values())).slider.setFocus()

    def choose_scope(self, offering_id: int | None) -> None:
        """Show the rules of one offering, or of all."""
        self._try(lambda: self.drafting.choose(offering_id))

    def try_suggestion(self, found: Suggestion) -> None:
        """Put what learning suggests into the draft; nothing counts yet."""
        self.try_weights(found.weights, source_words(found))

    def try_weights(self, weights: tuple[float, ...], source: str) -> None:
        """Put weights (in the order of the criteria) into the draft for all offerings; ``source`` is their reason."""
        if self.drafting.offering_id is not None:
            self.choose_scope(None)
        self._edit(lambda draft: draft.with_weights(weights))
        self._source = source

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._practice = None
            QTimer.singleShot(0, self, lambda: self._try(self._load))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._leave_step()
        self.settle()
        self.live.forget()
        self.learner.stop()
        if self._has_news and self.drafting.draft.is_changed:
            self.told.emit(_("Your draft is kept. Nothing of it counts yet."), None)
        self._has_news = False

    # ---- showing

    def _connect(self) -> None:
        view = self.view
        self.drafting.changed.connect(self._show_draft)
        view.criteria.edited.connect(self._edit)
        view.scope.chosen.connect(self.choose_scope)
        view.back_all.clicked.connect(lambda: self._edit(RulesDraft.back_all))
        view.suggestion.tried.connect(self.try_suggestion)
        view.history.back_wanted.connect(lambda change: self._look(_Step(change)))
        view.pane.opened.connect(self.inquiry_opened)
        view.bar.wanted.connect(lambda: self._look(_Step()))
        view.bar.discarded.connect(self._discard)
        view.bar.cancelled.connect(self._leave_step)
        view.bar.confirmed.connect(self._confirm)
        view.bar.left.connect(view.criteria.focus_last)
        self.flips.found.connect(self._ask)
        self.flips.progressed.connect(view.bar.show_progress)
        self.flips.failed.connect(self._tell_failure)
        self.live.found.connect(self._show_effects)
        self.learner.found.connect(self._show_learnt)

    def _load(self) -> None:
        """Read the store: rules, draft, practice, the last decisions, the history."""
        self.live.forget()
        self.drafting.refresh()
        practice = self._known_practice()
        self.live.look(last_decided(self.store), as_then(practice), self.clock.today())
        self.view.scope.show_scopes(practice.owner, practice.offerings, self.drafting.offering_id)
        self.view.history.show_entries(written(self.store, self.clock.today()))
        self._show_live()
        self.learner.look(practice.owner)

    def _show_draft(self) -> None:
        draft = self.drafting.draft
        view = self.view
        view.criteria.show_draft(draft)
        view.name_back(for_one=draft.offering is not None)
        view.back_all.setVisible(bool(draft.own_keys()))
        if view.bar.state() in ("judging", "asking"):
            self.flips.cancel()
        view.bar.show_draft(self._draft_words())
        found = view.suggestion.found()
        view.suggestion.tell_tried(is_in_draft=found is not None and self._holds(found))
        self._tell_row()
        if self.isVisible():
            self._show_live()

    def _tell_row(self) -> None:
        waits = self._waits()
        if waits is not self._waited:
            self._waited = waits
            self.row_changed.emit()

    def _waits(self) -> bool:
        return self.drafting.draft.is_changed or bool(drafts.keys(self.store, DRAFT_KEYS))

    def _draft_words(self) -> str:
        keys = self.drafting.draft.changed_keys()
        return _("Draft: {what}. Nothing counts until you let it.").replace("{what}", named(keys)) if keys else ""

    def _holds(self, found: Suggestion) -> bool:
        draft = self.drafting.draft
        return draft.offering is None and draft.with_weights(found.weights).rules.weights == draft.rules.weights

    def _show_live(self) -> None:
        drafting = self.drafting
        self.live.show(practice_with(self._known_practice(), drafting.draft.rules, drafting.offering_id))

    def _show_effects(self, found: Sequence[Effect]) -> None:
        self.view.pane.show_effects(found)
        self.view.fit_pane()
        words = agreement_words(found) if found else ""
        self.view.bar.set_agreement(words, shown=not self.view.is_wide())

    def _show_learnt(self, found: Suggestion | TooFew) -> None:
        self.view.suggestion.show_found(found)
        self.view.suggestion.tell_tried(is_in_draft=isinstance(found, Suggestion) and self._holds(found))

    def _known_practice(self) -> Practice:
        if self._practice is None:
            self._practice = load_practice(self.store)
        return self._practice

    # ---- doing

    def _edit(self, edit: Edit) -> None:
        self.drafting.edit(edit)
        self._has_news = True
        self._rest.start()

    def _discard(self) -> None:
        rules, scope = self.drafting.draft.rules, self.drafting.offering_id
        if self._try(self.drafting.discard):
            self._source = ""
            again = partial(self.drafting.put_back, rules, scope)
            self.told.emit(_("The draft is thrown away"), lambda: self._try(again))

    def _look(self, step: _Step) -> None:
        """Judge the open requests as they would be, before anything is changed."""
        self._step = step
        self.settle()
        self._try(self._start_look)

    def _start_look(self) -> None:
        self._practice = None
        practice, change = self._known_practice(), self._step.change
        rules, scope = self.drafting.draft.rules, self.drafting.offering_id
        if change is not None:
            rules, scope = without(standing_rules(self.store, change.offering_id), change), change.offering_id
        self.view.bar.show_judging()
        self.flips.look(practice, practice_with(practice, rules, scope), self.clock.today())

    def _ask(self, flips: Sequence[Effect]) -> None:
        change = self._step.change
        self._step = _Step(change, len(flips))
        if change is None:
            self.view.bar.ask(flips, _("Let it count"), self._source)
        else:
            when = day(change.at.date(), self.clock.today())
            self.view.bar.ask(flips, _("Take it back"), _("takes back the change of {day}").replace("{day}", when))

    def _confirm(self, reason: str) -> None:
        step, self._step = self._step, _Step()
        if step.change is None:
            self._try(lambda: self._take(reason, step.flipped))
        else:
            back = step.change
            self._try(lambda: self._take_back(back, reason, step.flipped))

    def _take(self, reason: str, flipped: int) -> None:
        what = named(self.drafting.draft.changed_keys())
        change = self.drafting.take(reason, flipped)
        self._source, self._has_news = "", False
        self._after(_("It counts now: {what}").replace("{what}", what), lambda: self._undo(change, keep_draft=True))

    def _take_back(self, change: RuleChange, reason: str, flipped: int) -> None:
        done = self.drafting.take_back(change, reason, flipped)
        self._after(_("Taken back"), lambda: self._undo(done))

    def _undo(self, change: RuleChange, *, keep_draft: bool = False) -> None:
        """As if it had not been let count; the history says so, and the draft is there again."""

        def undo() -> None:
            self.drafting.take_back(change, _("undone at once"), change.flipped)
            if keep_draft:
                self.drafting.put_back(change.after, change.offering_id)

        self._try(undo)

    def _after(self, words: str, undo: Callable[[], None]) -> None:
        self.told.emit(words, undo)

    def _leave_step(self) -> None:
        """Back from judging or asking to the draft as it stands."""
        self.flips.cancel()
        self._step = _Step()
        self.view.bar.show_draft(self._draft_words())

    def _tell_failure(self, sentence: str) -> None:
        self._leave_step()
        self.failed.emit(sentence)

    def _try(self, call: Callable[[], object]) -> bool:
        """Do ``call``; False after telling why it could not be done."""
        try:
            call()
        except StoreError as problem:
            self.failed.emit(str(problem))
            return False
        return True
