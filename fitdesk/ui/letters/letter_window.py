"""One window for a letter of any kind: the little it needs to know, its words, and how it goes out."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from fitdesk.domain.contact import Gender
from fitdesk.domain.letter import Letter, LetterKind, LetterStatus, Manner
from fitdesk.domain.matching import MOST_PEERS
from fitdesk.i18n import _
from fitdesk.letters.facts import recipient_of
from fitdesk.letters.kinds import RULES, To
from fitdesk.store import letters
from fitdesk.store.errors import StoreError
from fitdesk.ui.changes import Clock
from fitdesk.ui.letters.first_steps import first_step_for
from fitdesk.ui.letters.headings import LetterHeading, heading_of
from fitdesk.ui.letters.letter_step import LetterStep
from fitdesk.ui.letters.out_step import OutStep
from fitdesk.ui.letters.outgoing import Outgoing
from fitdesk.ui.letters.peers_step import PeersStep
from fitdesk.ui.letters.step_buttons import row_of, step_button
from fitdesk.ui.theme import MARGIN, set_style
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.letter_begin import (
    addressed_as,
    begin_letter,
    has_own_words,
    refreshed,
    rewritten,
)
from fitdesk.workflows.letter_facts import LetterOrder, order_of, trouble_with
from fitdesk.workflows.letter_words import LetterError, book_for, facts_of

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class Step(IntEnum):
    """FIRST is skipped by kinds that need nothing more than their inquiry or peer."""

    FIRST = 0
    WORDS = 1
    OUT = 2


NATURAL, LEAST = QSize(1180, 800), QSize(860, 600)
"""Where the screen has room for them."""


class LetterWindow(QDialog):
    """Takes an order, or a letter begun before. ``letter_sent(Letter)`` once it has gone out and is kept.

    ``other_wanted(LetterKind)``: rather a letter of that kind about the same inquiry; the window has closed then.
    """

    letter_sent = Signal(object)
    other_wanted = Signal(object)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        order: LetterOrder,
        parent: QWidget | None = None,
        letter: Letter | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._letter = letter
        self._order = order_of(letter) if letter is not None else order
        self._undo: Letter | None = None
        self._asks_gender = False
        self._gives_up = False
        made = first_step_for(store, clock, self._order)
        self.first = made[1] if made is not None else None
        self._lay_out(made[0] if made is not None else "")
        self._connect()
        self.setWindowTitle(heading_of(store, self._order))
        if letter is not None or self.first is None:
            self._go_to(Step.WORDS)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.first is not None and self.step is Step.FIRST:
            self.first.focus_first()

    @property
    def has_draft(self) -> bool:
        """Whether a letter was begun here and has not gone out."""
        return self._letter is not None and self._letter.status is LetterStatus.DRAFT

    @property
    def trouble(self) -> str:
        """Why there is nothing to show at all, in a sentence with what to do; "" when there is."""
        return self.message.text() if self.first is None and self._letter is None else ""

    @property
    def step(self) -> Step:
        return Step(self.stack.currentIndex())

    # ---- building

    def _lay_out(self, first_name: str) -> None:
        room = self.screen().availableSize()
        self.resize(NATURAL.boundedTo(room))
        self.setMinimumSize(LEAST.boundedTo(room))
        self.heading = LetterHeading(self._store, self._order)
        out_name = _("Print or save") if self._order.kind is LetterKind.CALL_CARD else _("Print or send")
        names = [first_name, _("The words"), out_name]
        numbers = range(1, 4) if first_name else (0, 1, 2)
        self.tabs = [step_button(f"{number}  {name}") for number, name in zip(numbers, names, strict=True)]
        self.tabs[Step.FIRST].setVisible(bool(first_name))
        self.words, self.out = LetterStep(), OutStep(self._clock.today())
        self.outgoing = Outgoing(self._store, self._clock, self.out, self)
        self.stack = QStackedWidget()
        for step in (self.first or QWidget(), self.words, self.out):
            self.stack.addWidget(step)
        self.message = PlainLabel("", "error", wraps=True)
        self.undo_button, self.copy = QPushButton(_("Bring my words back")), QPushButton(_("Copy my words"))
        self.back, self.forward, self.later = QPushButton(_("Back")), QPushButton(_("Next")), QPushButton(_("Close"))
        self.forward.setProperty("primary", True)
        self.forward.setDefault(True)
        for button in (self.back, self.later, self.undo_button, self.copy):
            button.setAutoDefault(False)
        for button in (self.undo_button, self.copy):
            button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(row_of(*self.tabs, spacing=16, stretch_last=True))
        column.addWidget(self.stack, 1)
        bottom = row_of(self.undo_button, self.copy, self.later, self.back, self.forward)
        bottom.insertWidget(0, self.message, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        for place, tab in zip(Step, self.tabs, strict=True):
            tab.clicked.connect(lambda *_, place=place: self._go_to(place))
        self.back.clicked.connect(lambda: self._go_to(Step(self.step - 1)))
        self.forward.clicked.connect(self._go_on)
        self.later.clicked.connect(self.close)
        self.copy.clicked.connect(self._copy_words)
        if self.first is not None:
            self.first.changed.connect(self._note_choice)
        if isinstance(self.first, PeersStep):
            self.first.nobody_wanted.connect(self._name_nobody)
        self.words.ready_changed.connect(self._show_state)
        self.words.keep.connect(self._keep)
        self.words.rewrite_wanted.connect(self._rewrite)
        self.words.gender_chosen.connect(self._take_gender)
        self.outgoing.left.connect(self._take_sent)
        self.out.copy_wanted.connect(self._copy_words)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._go_on)
        self.undo_button.clicked.connect(self._take_back)

    # ---- the steps

    def _go_on(self) -> None:
        if not self.forward.isEnabled():
            return
        if self.step == Step.OUT:
            self.accept()
        else:
            self._go_to(Step(self.step + 1))

    def _go_to(self, step: Step) -> None:
        if (step is Step.FIRST and self.first is None) or (step > self.step and not self._may_go_to(step)):
            self._show_state()
            return
        self.message.setText("")
        self.words.keep_now()
        if step >= Step.WORDS and not self._have_letter():
            self._show_state()
            return
        self.stack.setCurrentIndex(step)
        if step is Step.WORDS and self._letter is not None:
            self._show_words(self._letter)
            self.words.editor.body.setFocus()
        if step is Step.OUT and self._letter is not None:
            self.outgoing.begin(self._letter)
            self.out.focus_usual()
        self._show_state()

    def _may_go_to(self, step: Step) -> bool:
        if step is Step.OUT:
            return self.step is Step.WORDS and self.words.is_ready
        if self.first is not None and self.first.is_dead_end():
            return self._letter is not None
        if isinstance(self.first, PeersStep):
            return 0 < len(self.first.chosen_ids()) <= MOST_PEERS or self._letter is not None
        return True

    def _wanted(self) -> LetterOrder:
        """The order as it stands on the first step; a referral with nobody chosen stays as it was begun."""
        if self.first is None:
            return self._order
        wanted = self.first.put_into(self._order)
        if isinstance(self.first, PeersStep) and not wanted.peer_ids and self._letter is not None:
            return order_of(self._letter)
        return wanted

    def _have_letter(self) -> bool:
        """Begin the letter, or begin it again when something else was chosen."""
        today = self._clock.today()
        trouble = self.first.error() if self.first is not None else ""
        wanted = self._wanted()
        if trouble := trouble or trouble_with(wanted, today):
            self.message.setText(trouble)
            return False
        try:
            if self._letter is not None and wanted == order_of(self._letter):
                self._letter = refreshed(self._store, self._letter, today)
                return True
            self._begin(wanted)
        except (LetterError, StoreError) as error:
            self.message.setText(str(error))
            return False
        return True

    def _begin(self, wanted: LetterOrder) -> None:
        earlier, today = self._letter, self._clock.today()
        manner = earlier.manner if earlier is not None else None
        self._letter = begin_letter(self._store, wanted, today, manner=manner)
        self._order = wanted
        if earlier is not None and earlier.id is not None:
            letters.trash(self._store, earlier.id, self._clock.now())
            if has_own_words(self._store, earlier):
                self.message.setText(_("Written for what you chose. Your own words are in the trash of Letters."))

    def _name_nobody(self) -> None:
        if self.close():
            self.other_wanted.emit(LetterKind.WRONG_FOR_YOU)

    def _note_choice(self) -> None:
        self.message.setText("")
        self._show_state()

    def _show_state(self) -> None:
        sent = self._letter is not None and self._letter.status is LetterStatus.SENT
        for place, tab in zip(Step, self.tabs, strict=True):
            tab.setChecked(place is self.step)
            tab.setEnabled((place <= self.step or self._may_go_to(place)) and not (sent and place is not Step.OUT))
        least = Step.FIRST if self.first is not None else Step.WORDS
        self.back.setVisible(self.step > least and not sent)
        # Shown on the last step too, though not of use yet: otherwise Back takes its place under a second click.
        is_last = self.step is Step.OUT
        self.forward.setText(_("Done") if is_last else _("Next"))
        may_end = sent or self._order.kind is LetterKind.CALL_CARD
        self.forward.setEnabled(may_end if is_last else self._may_go_to(Step(self.step + 1)))
        set_style(self.forward, "primary", not is_last or sent)
        self.later.setVisible(not may_end or not is_last)
        if not self._gives_up:
            self.later.setText(_("Keep for later") if self._letter is not None else _("Close"))

    # ---- words

    def _show_words(self, letter: Letter) -> None:
        facts = facts_of(letter)
        self._asks_gender = self._asks_gender or recipient_of(facts, letter.kind).gender is None
        asks = self._asks_gender and RULES[letter.kind].to is not To.OWNER
        book = book_for(self._store, letter.manner.language)
        self.words.show_letter(letter, facts, book, asks_gender=asks)

    def _keep(self, letter: Letter) -> None:
        try:
            self._letter = letters.save_draft(self._store, letter)
        except StoreError as error:
            self.message.setText(_("{why} What you typed still stands here.").replace("{why}", str(error)))
            self.copy.show()
            return
        self.copy.hide()
        self.words.note_saved(self._letter)

    def _rewrite(self, manner: Manner) -> None:
        before = self.words.letter()
        if before is None:
            return
        try:
            was_own = has_own_words(self._store, before)
            afresh = rewritten(self._store, before, manner)
        except LetterError as error:
            self.message.setText(str(error))
            self.words.bar.set_manner(before.manner)
            return
        self._show_words(afresh)
        self._keep(afresh)
        if was_own:
            self._undo = before
            self.undo_button.show()

    def _take_gender(self, gender: Gender | None) -> None:
        letter = self.words.letter()
        if letter is None:
            return
        try:
            self._letter = addressed_as(self._store, letter, gender, self._clock.today())
        except (LetterError, StoreError) as error:
            self.message.setText(str(error))
            return
        self._show_words(self._letter)

    def _take_back(self) -> None:
        """The owner's words again; words of theirs that stand there now can be brought back in turn."""
        before, now = self._undo, self.words.letter()
        if before is None or now is None or self.step is not Step.WORDS:
            return
        self._undo = now if has_own_words(self._store, now) else None
        self.undo_button.setVisible(self._undo is not None)
        self._show_words(before)
        self._keep(before)
        self.words.editor.body.setFocus(Qt.FocusReason.OtherFocusReason)  # else it goes to Close, under the same Enter

    def _copy_words(self) -> None:
        letter = self.words.letter()
        if letter is not None:
            text = letter.text
            words = (text.subject, text.salutation, *text.body, text.close)
            QGuiApplication.clipboard().setText("\n\n".join(part for part in words if part))

    # ---- out

    def _take_sent(self, letter: Letter) -> None:
        was_sent = self._letter is not None and self._letter.status is LetterStatus.SENT
        self._letter = letter
        if not was_sent and letter.status is LetterStatus.SENT:
            self.letter_sent.emit(letter)
        self._show_state()
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """However the window goes: typed words are kept, and after sending the chosen follow-ups too.

        Words that cannot be kept hold it open once, with what to do; a second time it goes as it is told.
        """
        self.words.keep_now()
        sent = self._letter is not None and self._letter.status is LetterStatus.SENT
        if not sent and self.words.has_unkept_words() and not self._gives_up:
            self._gives_up = True
            self.later.setText(_("Close without keeping"))
            return
        if self.outgoing.settle():
            super().done(result)
