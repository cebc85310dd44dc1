"""The Insight page: what the score was worth, what decisions suggest, how steady the own judgement is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from fitdesk.domain.decided import Decided
from fitdesk.domain.goodwill import usual_wait
from fitdesk.domain.past_answers import PERIOD
from fitdesk.domain.rules import weights_for
from fitdesk.i18n import _
from fitdesk.store import decided, owner, past_year, second_looks
from fitdesk.store.kinds import Kind
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.insight.answers_block import AnswersBlock
from fitdesk.ui.insight.goodwill_block import GoodwillBlock
from fitdesk.ui.insight.outcome_blocks import OverridesBlock, ScoreBlock
from fitdesk.ui.insight.second_look_block import SecondLookBlock
from fitdesk.ui.insight.suggestion_block import SuggestionBlock
from fitdesk.ui.tasks import Task
from fitdesk.ui.theme import MARGIN
from fitdesk.ui.widgets.empty_state import EmptyState
from fitdesk.ui.widgets.page import Page, PlainLabel, scrolled
from fitdesk.workflows.insight import Insight, Past, gain_insight, look_again, masked

if TYPE_CHECKING:
    from fitdesk.store.store import Store

WIDEST = 760
_BETWEEN = 32


class InsightPage(Page):
    """``weights_tried(weights)`` asks the weights editor to show weights; ``page_wanted(key)`` asks for a page."""

    weights_tried = Signal(object)
    page_wanted = Signal(str)
    watched = frozenset({Kind.INQUIRIES, Kind.OWNER, Kind.REFERRALS, Kind.SECOND_LOOKS})
    pause_ms = 300

    def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
        super().__init__(store, changes, clock)
        self.empty = EmptyState(
            _("Insight grows with your decisions"),
            _("Decide inquiries and look back when the work is done: this page then shows how good the score was."),
            _("Go to Inquiries"),
        )
        self.empty.acted.connect(lambda: self.page_wanted.emit("inquiries"))
        self.score = ScoreBlock()
        self.overrides = OverridesBlock()
        self.suggestion = SuggestionBlock()
        self.suggestion.tried.connect(self.weights_tried)
        self.second_look = SecondLookBlock()
        self.second_look.started.connect(self._begin_sitting)
        self.second_look.answered.connect(self._keep_look)
        self.second_look.ended.connect(self._end_sitting)
        self.answers = AnswersBlock()
        self.goodwill = GoodwillBlock()
        self._waiting: tuple[Decided, ...] = ()
        self._sitting: tuple[Decided, ...] = ()
        self._slices: Iterator[tuple[Decided, ...]] = iter(())
        self._read: list[Decided] = []
        self._next_slice = QTimer(self, singleShot=True, interval=0)
        self._next_slice.timeout.connect(self._read_slice)
        self._task: Task | None = None
        self._lay_out()
        self.add_action(_("Look again at old inquiries"), self._begin_sitting)

    def refresh(self) -> None:
        """Read all decisions, slice by slice between two frames, and judge them in a worker."""
        if self.second_look.is_under_way:
            return  # the page stands still while the owner thinks; it is read again at the end of the sitting
        self._stop()
        self._read = []
        self._slices = decided.in_slices(self.store)
        self._next_slice.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._next_slice.isActive() or self._task is not None:
            self._stop()
            self._stale = True  # it is read when it is shown again

    def _stop(self) -> None:
        self._next_slice.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _read_slice(self) -> None:
        part = next(self._slices, None)
        if part is not None:
            self._read += part
            self._next_slice.start()
            return
        is_empty = not self._read
        self._stack.setCurrentWidget(self.empty if is_empty else self._area)
        if is_empty:
            return
        me = owner.get(self.store)
        looks = second_looks.every(self.store)
        past = Past(tuple(self._read), looks, weights_for(me), me.thresholds, self.clock.today())
        self._task = self.run(
            _("Looking back on your decisions"),
            lambda progress: gain_insight(past, progress.report),
            self._show,
        )

    def _show(self, found: Insight) -> None:
        self._task = None
        self._waiting = found.waiting
        self.score.show_calibration(found.calibration)
        self.overrides.show_calibration(found.calibration)
        self.suggestion.show_suggestion(found.suggestion)
        self.second_look.show_consistency(found.consistency, len(found.waiting))
        self.answers.show_answers(found.answers)
        since = self.clock.today() - PERIOD
        self.answers.show_wait(usual_wait(past_year.answer_days(self.store, since)))
        self.goodwill.show_goodwill(past_year.goodwill(self.store, since))
        self._blocks.show()
        if self.second_look.hasFocus():  # a sitting just ended: its result is what the owner waits for
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.second_look))

    def _begin_sitting(self) -> None:
        if self.second_look.is_under_way:
            return
        told = {one.inquiry_id: one for one in masked(self.store, self._waiting)}
        self._sitting = tuple(one for one in self._waiting if one.inquiry_id in told)
        if not self._sitting:
            self.notice.emit(_("No old inquiry waits for a second look today."), None)
            return
        self.second_look.begin(tuple(told[one.inquiry_id] for one in self._sitting))
        self.setFocusProxy(self.second_look.card.yes)  # whoever turns away and back goes on with the keys
        QTimer.singleShot(0, self, self._show_card)  # once the card has its place

    def _show_card(self) -> None:
        self._content.adjustSize()
        self._area.verticalScrollBar().setValue(self._blocks.y() + self.second_look.y() - MARGIN)

    def _keep_look(self, place: int, would_accept: bool) -> None:
        look_again(self.store, self._sitting[place], would_accept, self.clock.now())

    def _end_sitting(self) -> None:
        self._sitting = ()
        self.setFocusProxy(None)  # type: ignore[arg-type]  # none any more
        self.refresh()

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._area = scrolled(self._content)
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._content.setMaximumWidth(WIDEST + 2 * MARGIN)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(_BETWEEN)
        column.addWidget(PlainLabel(_("Insight"), "title"))
        self._blocks = QWidget()
        blocks = QVBoxLayout(self._blocks)
        blocks.setContentsMargins(0, 0, 0, 0)
        blocks.setSpacing(_BETWEEN)
        for block in (self.score, self.overrides, self.suggestion, self.second_look, self.answers, self.goodwill):
            blocks.addWidget(block)
        column.addWidget(self._blocks)
        column.addStretch(1)
        self._blocks.hide()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
