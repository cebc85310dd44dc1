"""What follows from earlier decisions: holds that run out, "not now" to come back to, work to look back on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from fitdesk.i18n import _
from fitdesk.store import calendar
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import long_day
from fitdesk.ui.today.later import later_button
from fitdesk.ui.today.rows import coming_back_row, done_row, hold_row
from fitdesk.ui.today.section import Item
from fitdesk.ui.today.waiting import MOST_SHOWN, Waiting
from fitdesk.ui.today.waiting_row import row_button

if TYPE_CHECKING:
    from fitdesk.store.at_a_glance import ComeBackLine, DoneLine, HoldLine
    from fitdesk.store.store import Store

# The rules of decisions are imported when a button is pressed: with all that a judgement is made of they take 60 ms,
# and the page shows without.


class Afterwards(QObject):
    """Makes the items of three sections, and does what their buttons say, each with Undo in ``notice(text, undo)``.

    ``opened(int)``, ``look_back_wanted(int)`` and ``question_wanted(int)`` name an inquiry; ``calendar_wanted()``.
    """

    notice = Signal(str, object)
    opened = Signal(int)
    look_back_wanted = Signal(int)
    question_wanted = Signal(int)
    calendar_wanted = Signal()

    def __init__(self, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock

    def holds(self, waiting: Waiting, today: date) -> list[Item]:
        """Days held that run out, those of one inquiry in one row."""
        return [
            Item(
                group,
                hold_row(group, today),
                partial(self._open_hold, group[0]),
                partial(self._hold_buttons, group, today),
            )
            for group in waiting.holds[:MOST_SHOWN]
        ]

    def coming_back(self, waiting: Waiting, today: date) -> list[Item]:
        """What was "not now" and may be now."""
        return [
            Item(
                line,
                coming_back_row(line, today),
                partial(self.opened.emit, line.id),
                partial(self._coming_back_buttons, line, today),
            )
            for line in waiting.coming_back[:MOST_SHOWN]
        ]

    def look_backs(self, waiting: Waiting, today: date) -> list[Item]:
        """Work that is over, and work that was lost."""
        done = [(line, done_row(line, today)) for line in waiting.look_backs]
        lost = [(line, done_row(line, today, was_lost=True)) for line in waiting.lost]
        items = [
            Item(
                (line, row),
                row,
                partial(self.look_back_wanted.emit, line.id),
                partial(self._done_buttons, line) if number < len(done) else tuple,
            )
            for number, (line, row) in enumerate([*done, *lost])
        ]
        return items[:MOST_SHOWN]

    # ---- buttons

    def _hold_buttons(self, group: tuple[HoldLine, ...], today: date) -> tuple[QPushButton, ...]:
        release = row_button(_("Release"), _("Free the day again"))
        release.clicked.connect(partial(self._release, group))
        longer = row_button(_("Longer"), _("Hold the day longer"))
        longer.setProperty("menu", True)
        menu = QMenu(longer)
        last = max(hold.last for hold in group)
        weeks = ((_("A week"), 7), (_("Two weeks"), 14), (_("Four weeks"), 28))
        days = [
            (words, min(today + timedelta(days=n), last)) for words, n in weeks if today + timedelta(days=n) <= last
        ]
        for words, day in days or [(_("Until the day itself"), last)]:
            menu.addAction(words).triggered.connect(lambda _checked, to=day: self._hold_until(group, to))
        longer.setMenu(menu)
        if group[0].inquiry_id is None:
            return release, longer
        ask = row_button(_("Ask them"), _("Write to them: are you still taking the day?"))
        ask.clicked.connect(partial(self.question_wanted.emit, group[0].inquiry_id))
        return ask, release, longer

    def _coming_back_buttons(self, line: ComeBackLine, today: date) -> tuple[QPushButton, ...]:
        again = row_button(_("Open again"), _("It may be now: judge it as a new inquiry"))
        again.clicked.connect(partial(self._open_again, line))
        return again, later_button(today, partial(self._put_off, line), never=_("Not any more"))

    def _done_buttons(self, line: DoneLine) -> tuple[QPushButton, ...]:
        well = row_button(_("Went well"), _("It took place and they were delighted. Open it to say more."))
        well.clicked.connect(partial(self._went_well, line))
        return (well,)

    # ---- deeds

    def _open_hold(self, hold: HoldLine) -> None:
        if hold.inquiry_id is not None:
            self.opened.emit(hold.inquiry_id)
        else:
            self.calendar_wanted.emit()

    def _release(self, group: tuple[HoldLine, ...], *_checked: object) -> None:
        from fitdesk.workflows import decide

        number, now = group[0].inquiry_id, self._clock.now()
        words = _("“{title}” is not held any more.").replace("{title}", group[0].title)
        if number is None:
            calendar.trash(self._store, group[0].id, now)
            self.notice.emit(words, partial(calendar.untrash, self._store, group[0].id))
        else:
            self._with_undo(number, words, lambda: decide.release_hold(self._store, number, now))

    def _hold_until(self, group: tuple[HoldLine, ...], to: date) -> None:
        from fitdesk.workflows import booking, decide

        number, now = group[0].inquiry_id, self._clock.now()
        words = _("Held until {day}.").replace("{day}", long_day(to))
        if number is None:
            booking.keep_hold(self._store, group[0].id, to)
            self.notice.emit(words, partial(booking.keep_hold, self._store, group[0].id, group[0].expires))
        else:
            self._with_undo(number, words, lambda: decide.hold_longer(self._store, number, to, now))

    def _open_again(self, line: ComeBackLine, *_checked: object) -> None:
        from fitdesk.domain.terms import Status
        from fitdesk.workflows import decide

        words = _("“{title}” is open again.").replace("{title}", line.title)
        self._with_undo(line.id, words, lambda: decide.decide(self._store, line.id, Status.NEW, "", self._clock.now()))

    def _put_off(self, line: ComeBackLine, to: date | None) -> None:
        from fitdesk.workflows import decide

        words = _("“{title}” comes back on {day}.").replace("{day}", long_day(to)) if to else _("“{title}” rests.")
        self._with_undo(
            line.id,
            words.replace("{title}", line.title),
            lambda: decide.put_off(self._store, line.id, to, self._clock.now()),
        )

    def _went_well(self, line: DoneLine, *_checked: object) -> None:
        from fitdesk.domain.post_mortem import Delight, PostMortem
        from fitdesk.workflows.look_back import look_back

        now = self._clock.now()
        look_back(self._store, line.id, PostMortem(now.date(), delight=Delight.YES), now)
        words = _("“{title}”: they were delighted.").replace("{title}", line.title)
        self.notice.emit(words, lambda: look_back(self._store, line.id, None, now))

    def _with_undo(self, number: int, words: str, deed: Callable[[], object]) -> None:
        from fitdesk.store import inquiries
        from fitdesk.workflows import decide

        before, stood = inquiries.get(self._store, number), decide.standing(self._store, number)
        try:
            deed()
        except decide.DecisionError as error:
            self.notice.emit(str(error), None)
            return
        self.notice.emit(words, lambda: decide.undo(self._store, before, self._clock.now(), stood))
