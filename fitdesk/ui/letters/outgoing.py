"""The last step of a letter at work: its page, what follows from it, the ways out, and what is told of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fitdesk.domain.letter import Letter, LetterKind, LetterStatus
from fitdesk.i18n import _
from fitdesk.letters.facts import recipient_of
from fitdesk.store.errors import StoreError
from fitdesk.ui.changes import Clock
from fitdesk.ui.letters.drawing import Drawer, Drawn
from fitdesk.ui.letters.out_step import OutStep
from fitdesk.ui.letters.sending import send
from fitdesk.ui.letters.ways import Goes, Way
from fitdesk.workflows.letter_decision import left_to_decide
from fitdesk.workflows.letter_follow_ups import proposed_follow_ups
from fitdesk.workflows.letter_words import LetterError, facts_of
from fitdesk.workflows.send import keep_follow_ups

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class Outgoing(QObject):
    """Drives ``step``. ``left(Letter)`` once it is kept after it went out by one of the ways."""

    left = Signal(object)

    def __init__(self, store: Store, clock: Clock, step: OutStep, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._clock, self._step, self._window = store, clock, step, window
        self._letter: Letter | None = None
        self._follow_ups_kept = False
        self._drawer = Drawer(self)
        self._drawer.drawn.connect(self._show_final)
        step.preview.sharper_wanted.connect(lambda _dots: self._draw())
        step.way_chosen.connect(self._send)

    def begin(self, letter: Letter) -> None:
        """Show ``letter`` as it would leave, with what it proposes for the diary."""
        self._letter = letter
        self._step.show_follow_ups(proposed_follow_ups(letter, self._clock.today()))
        self._step.show_ways(_goes(letter))
        self._step.show_result("")
        self._draw()

    def settle(self) -> bool:
        """Keep the chosen follow-ups of a letter that has left; False, and said, when they cannot be kept."""
        if self._letter is None or self._letter.status is not LetterStatus.SENT or self._follow_ups_kept:
            return True
        try:
            keep_follow_ups(self._store, self._step.chosen_follow_ups())
        except StoreError as error:
            self._step.show_result(str(error), is_error=True)
            return False
        self._follow_ups_kept = True
        return True

    def _draw(self) -> None:
        if self._letter is not None and self._step.isVisible():
            self._drawer.draw(self._letter, self._step.preview.dots_per_inch())

    def _show_final(self, drawn: Drawn) -> None:
        self._step.preview.show_pages(drawn.pictures)

    def _send(self, way: Way) -> None:
        if self._letter is None:
            return
        try:
            done = send(self._window, self._store, self._letter, way, self._clock.now())
        except (LetterError, StoreError) as error:
            self._step.show_result(str(error), is_error=True)
            return
        except OSError as error:
            why = error.strerror or str(error)
            said = _("The file could not be written ({why}). Choose another place; nothing is lost.")
            self._step.show_result(said.replace("{why}", why), is_error=True)
            return
        if done is None:
            return
        self._letter, said = done
        self._step.mark_usual(is_on=self._letter.status is not LetterStatus.SENT)
        left = left_to_decide(self._store, self._letter, self._clock.today())
        self._step.show_result(f"{said} {left}".strip())
        self.left.emit(self._letter)


def _goes(letter: Letter) -> Goes:
    to = recipient_of(facts_of(letter), letter.kind)
    return Goes(
        is_card=letter.kind is LetterKind.CALL_CARD,
        has_address=bool(to.address.city or to.address.lines),
        has_mail=bool(to.email),
    )
