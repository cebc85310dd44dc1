"""The Today page: a place to put a new request, and below it everything that waits, oldest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.followup import FollowUp
from fitdesk.i18n import _
from fitdesk.store import follow_ups
from fitdesk.store.at_a_glance import PeerLine, standing
from fitdesk.store.kinds import Kind
from fitdesk.ui.backup_age import last_backup
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.format import joined, long_day
from fitdesk.ui.theme import MARGIN
from fitdesk.ui.today.afterwards import Afterwards
from fitdesk.ui.today.capture_field import CaptureField, can_take
from fitdesk.ui.today.first_steps import FirstSteps
from fitdesk.ui.today.later import later_button
from fitdesk.ui.today.rows import follow_up_row, inquiry_row, letter_row, peer_row
from fitdesk.ui.today.section import Item, Section
from fitdesk.ui.today.waiting import MOST_SHOWN, Waiting, about_follow_ups, what_waits
from fitdesk.ui.today.waiting_row import row_button
from fitdesk.ui.widgets.page import Page, PlainLabel, scrolled

if TYPE_CHECKING:
    from fitdesk.store.store import Store

WIDEST = 760
"""Pixels: on a longer row the eye loses its way from the name to the verdict."""
BESIDE = 1240
"""Pixels from which the two kinds of waiting, for an answer and for a deed, stand side by side."""


class TodayPage(Page):
    """Opens what is clicked through its signals; settles follow-ups and checked peers itself, each with Undo.

    ``page_wanted(key)`` asks for a page, ``new_wanted(key)`` for a new record on it; ``look_back_wanted(int)`` and
    ``question_wanted(int)`` for the look back on an inquiry, and for the question whether they still take their day.
    """

    inquiry_opened = Signal(int)
    letter_opened = Signal(int)
    peer_opened = Signal(int)
    look_back_wanted = Signal(int)
    question_wanted = Signal(int)
    captured = Signal(str)
    files_dropped = Signal(object)
    page_wanted = Signal(str)
    new_wanted = Signal(str)
    pause_ms = 100
    watched = frozenset(
        {Kind.INQUIRIES, Kind.FOLLOW_UPS, Kind.LETTERS, Kind.PEERS, Kind.OWNER, Kind.OFFERINGS, Kind.CALENDAR}
    )

    def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
        super().__init__(store, changes, clock)
        self.setAcceptDrops(True)
        self.title = PlainLabel(_("Today"), "title")
        self.date = PlainLabel("", "secondary")
        self.capture = CaptureField()
        self.capture.captured.connect(self.captured)
        self.capture.files_dropped.connect(self.files_dropped)
        self.first_steps = FirstSteps()
        self.first_steps.page_wanted.connect(self._go_to_step)
        self.quiet = PlainLabel(_("Nothing waits for you today."), "secondary")
        self.quiet.setContentsMargins(12, 0, 12, 0)
        self.unanswered = Section(_("Unanswered inquiries"))
        self.asked = Section(_("Questions without an answer"))
        self.holds = Section(_("Holds running out"))
        self.coming_back = Section(_("To come back to"))
        self.follow_ups = Section(_("Follow-ups due"))
        self.look_backs = Section(_("How did it go?"))
        self.drafts = Section(_("Letters not sent"))
        self.unverified = Section(_("Peers not checked for a year"))
        for section, page in (
            (self.unanswered, "inquiries"),
            (self.asked, "inquiries"),
            (self.holds, "calendar"),
            (self.coming_back, "inquiries"),
            (self.look_backs, "inquiries"),
            (self.drafts, "letters"),
            (self.unverified, "peers"),
        ):
            section.rest_wanted.connect(lambda wanted=page: self.page_wanted.emit(wanted))
        self._left = (self.unanswered, self.asked)
        self._right = (
            self.holds,
            self.coming_back,
            self.follow_ups,
            self.look_backs,
            self.drafts,
            self.unverified,
        )
        self.afterwards = Afterwards(store, clock, self)
        self.afterwards.notice.connect(self.notice)
        self.afterwards.opened.connect(self.inquiry_opened)
        self.afterwards.look_back_wanted.connect(self.look_back_wanted)
        self.afterwards.question_wanted.connect(self.question_wanted)
        self.afterwards.calendar_wanted.connect(lambda: self.page_wanted.emit("calendar"))
        self._lay_out()
        self.add_action(_("Paste a request"), self._focus_capture)
        self.add_action(_("Open a mail…"), self.capture.button.click)

    def refresh(self) -> None:
        """Read what waits and show it."""
        today = self.clock.today()
        self.date.setText(joined(long_day(today), last_backup(self.store, today)))
        waiting = what_waits(self.store, today)
        self._show_inquiries(waiting, today)
        self._show_follow_ups(waiting, today)
        self._show_afterwards(waiting, today)
        self._show_letters_and_peers(waiting, today)
        steps = standing(self.store)
        self.first_steps.show_standing(steps)
        self.first_steps.setVisible(not steps.is_complete)
        self.quiet.setVisible(steps.is_complete and not waiting.count)
        self._set_columns()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.capture.take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns()

    def _lay_out(self) -> None:
        self._content = QWidget()
        area = scrolled(self._content)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        # Filled in its place: moving the full content there would style each of its widgets again, 7 ms at the start.
        column = QVBoxLayout(self._content)
        column.setContentsMargins(MARGIN - 4, MARGIN, MARGIN - 4, MARGIN)
        column.setSpacing(MARGIN)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.date)
        column.addLayout(head)
        for part in (self.capture, self.first_steps, self.quiet):
            part.setMaximumWidth(WIDEST)
            column.addWidget(part)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(MARGIN)
        for sections in (self._left, self._right):
            side = QVBoxLayout()
            side.setSpacing(MARGIN)
            for section in sections:
                section.setMaximumWidth(WIDEST)
                side.addWidget(section)
            side.addStretch(1)
            self._columns.addLayout(side, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.setFocusProxy(self.capture)

    def _set_columns(self) -> None:
        """Two columns where both have room and something to show."""
        left = any(not section.isHidden() for section in self._left)
        right = any(not section.isHidden() for section in self._right)
        beside = self.width() >= BESIDE and left and right
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self.capture.setMaximumWidth(2 * WIDEST if beside else WIDEST)
        self._content.setMaximumWidth((2 * WIDEST if beside else WIDEST) + 2 * MARGIN)

    def _show_inquiries(self, waiting: Waiting, today: date) -> None:
        for section, lines, total in (
            (self.unanswered, waiting.unanswered, waiting.unanswered_count),
            (self.asked, waiting.asked[:MOST_SHOWN], len(waiting.asked)),
        ):
            items = [
                Item(line.id, inquiry_row(line, today), partial(self.inquiry_opened.emit, line.id)) for line in lines
            ]
            section.show_items(items, total)

    def _show_follow_ups(self, waiting: Waiting, today: date) -> None:
        shown = waiting.follow_ups[:MOST_SHOWN]
        about = about_follow_ups(self.store, shown)
        items = [
            Item(
                due,
                follow_up_row(due, about.get(due.id or 0, ""), today),
                partial(self._open_follow_up, due),
                partial(self._follow_up_buttons, due, today),
            )
            for due in shown
        ]
        self.follow_ups.show_items(items, len(waiting.follow_ups))

    def _show_afterwards(self, waiting: Waiting, today: date) -> None:
        self.holds.show_items(self.afterwards.holds(waiting, today), len(waiting.holds))
        self.coming_back.show_items(self.afterwards.coming_back(waiting, today), len(waiting.coming_back))
        done = self.afterwards.look_backs(waiting, today)
        self.look_backs.show_items(done, len(waiting.look_backs) + len(waiting.lost))

    def _show_letters_and_peers(self, waiting: Waiting, today: date) -> None:
        drafts = [
            Item(line.id, letter_row(line, today), partial(self.letter_opened.emit, line.id))
            for line in waiting.drafts[:MOST_SHOWN]
        ]
        self.drafts.show_items(drafts, len(waiting.drafts))
        late = [
            Item(
                peer,
                peer_row(peer, today),
                partial(self.peer_opened.emit, peer.id),
                partial(self._peer_buttons, peer),
            )
            for peer in waiting.unverified[:MOST_SHOWN]
        ]
        self.unverified.show_items(late, len(waiting.unverified))

    def _follow_up_buttons(self, item: FollowUp, today: date) -> tuple[QPushButton, ...]:
        done = row_button(_("Done"))
        done.clicked.connect(partial(self._finish, item))
        return done, later_button(today, partial(self._snooze, item))

    def _peer_buttons(self, peer: PeerLine) -> tuple[QPushButton, ...]:
        checked = row_button(_("Still right"), _("Their details are right as they stand"))
        checked.clicked.connect(partial(self._verify, peer))
        return (checked,)

    def _finish(self, item: FollowUp) -> None:
        if item.id is not None:
            done_id = item.id
            follow_ups.done(self.store, done_id, self.clock.today())
            self.notice.emit(
                _("Done: {what}").replace("{what}", item.what), lambda: follow_ups.reopen(self.store, done_id)
            )

    def _snooze(self, item: FollowUp, to: date | None) -> None:
        if item.id is not None and to is not None:
            moved_id = item.id
            follow_ups.snooze(self.store, moved_id, to)
            words = _("Comes back on {day}").replace("{day}", long_day(to))
            self.notice.emit(words, lambda: follow_ups.snooze(self.store, moved_id, item.due))

    def _verify(self, line: PeerLine) -> None:
        from fitdesk.store import peers  # 15 ms with all that a peer is made of; the page shows without

        peer = peers.get(self.store, line.id)
        peers.save(self.store, replace(peer, verified=self.clock.today()))
        words = _("{name} is checked").replace("{name}", peer.name)
        self.notice.emit(words, lambda: peers.save(self.store, peer))

    def _open_follow_up(self, item: FollowUp) -> None:
        if item.inquiry_id is not None:
            self.inquiry_opened.emit(item.inquiry_id)
        elif item.peer_id is not None:
            self.peer_opened.emit(item.peer_id)

    def _go_to_step(self, page: str) -> None:
        if page == "today":
            self._focus_capture()
        elif page == "settings":
            self.page_wanted.emit(page)
        else:
            self.new_wanted.emit(page)

    def _focus_capture(self) -> None:
        self.capture.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
