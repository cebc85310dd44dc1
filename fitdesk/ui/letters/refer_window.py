"""Refer…: one window, three steps: whom to name, the letter, and how it goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from fitdesk.domain.languages import language_name
from fitdesk.domain.letter import Letter, LetterStatus, Sending, Tone
from fitdesk.domain.matching import MOST_PEERS
from fitdesk.i18n import _
from fitdesk.store import inquiries, letters
from fitdesk.store.errors import StoreError
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import joined
from fitdesk.ui.letters.drawing import Drawer, Drawn
from fitdesk.ui.letters.letter_step import LetterStep
from fitdesk.ui.letters.out_step import OutStep
from fitdesk.ui.letters.peers_step import PeersStep
from fitdesk.ui.letters.sending import send
from fitdesk.ui.theme import MARGIN
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.refer import ReferralError, left_out, recompose
from fitdesk.workflows.send import begin_letter, keep_follow_ups, proposed_follow_ups, refreshed, triage_of

if TYPE_CHECKING:
    from fitdesk.store.store import Store

PEERS, LETTER, OUT = range(3)
NATURAL, LEAST = QSize(1120, 760), QSize(860, 600)
"""Where the screen has room for them."""


class ReferWindow(QDialog):
    """Takes an inquiry, or a letter begun before. ``letter_sent(Letter)`` once it has gone out and is kept."""

    letter_sent = Signal(object)

    def __init__(
        self, store: Store, clock: Clock, inquiry_id: int, parent: QWidget | None = None, letter: Letter | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._clock, self._inquiry_id = store, clock, inquiry_id
        self._letter = letter
        self._follow_ups_kept = False
        self._lay_out()
        self._connect()
        self._show_inquiry()
        if letter is not None:
            self._go_to(LETTER)

    def _lay_out(self) -> None:
        today = self._clock.today()
        self.setWindowTitle(_("Refer"))
        room = self.screen().availableSize()
        self.resize(NATURAL.boundedTo(room))
        self.setMinimumSize(LEAST.boundedTo(room))
        self.title = PlainLabel("", "title", wraps=True)
        self.about = PlainLabel("", "secondary")
        self.tabs = [
            _step_button(word) for word in (_("1  Whom to name"), _("2  The letter"), _("3  Out of the house"))
        ]
        self.peers, self.words, self.out = PeersStep(today), LetterStep(), OutStep(today)
        self.stack = QStackedWidget()
        for step in (self.peers, self.words, self.out):
            self.stack.addWidget(step)
        self.message = PlainLabel("", "error", wraps=True)
        self.undo_button = QPushButton(_("Bring my words back"))
        self.undo_button.setAutoDefault(False)
        self.undo_button.hide()
        self.back, self.forward, self.later = QPushButton(_("Back")), QPushButton(_("Next")), QPushButton(_("Close"))
        self.forward.setProperty("primary", True)
        self.forward.setDefault(True)
        for button in (self.back, self.later):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(8)
        for part in (self.title, self.about):
            column.addWidget(part)
        column.addLayout(self._tab_row())
        column.addWidget(self.stack, 1)
        column.addLayout(self._bottom_row())

    def _tab_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for tab in self.tabs:
            row.addWidget(tab)
        row.addStretch(1)
        return row

    def _bottom_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.message, 1)
        for button in (self.undo_button, self.later, self.back, self.forward):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda *_, place=place: self._go_to(place))
        self.back.clicked.connect(lambda: self._go_to(self.step - 1))
        self.forward.clicked.connect(self._go_on)
        self.later.clicked.connect(self.close)
        self.peers.changed.connect(self._show_state)
        self.words.ready_changed.connect(self._show_state)
        self.words.keep.connect(self._keep)
        self.words.rewritten.connect(self._offer_undo)
        self.out.way_chosen.connect(self._send)
        self._drawer = Drawer(self)
        self._drawer.drawn.connect(self._show_final)
        self.out.preview.sharper_wanted.connect(lambda _dots: self._draw_final())
        QShortcut(QKeySequence("Ctrl+Return"), self, self._go_on)
        self._undo: Letter | None = None
        self.undo_button.clicked.connect(self._take_back)

    @property
    def has_draft(self) -> bool:
        """Whether a letter was begun here and has not gone out."""
        return self._letter is not None and self._letter.status is LetterStatus.DRAFT

    @property
    def step(self) -> int:
        return self.stack.currentIndex()

    def _show_inquiry(self) -> None:
        inquiry = inquiries.get(self._store, self._inquiry_id)
        self.title.setText(_("Refer “{title}”").replace("{title}", inquiry.title))
        self.about.setText(joined(inquiry.contact.name, inquiry.contact.organization, _foreign(inquiry.language)))
        answer = triage_of(self._store, self._inquiry_id, self._clock.today())
        self.peers.show_peers(
            answer.peers, answer.suggested, left_out(load_practice(self._store), answer, self._clock.today())
        )
        if self._letter is not None:
            self.peers.choose(self._letter.peer_ids)
        self._show_state()

    # ---- the steps

    def _go_on(self) -> None:
        if not self.forward.isEnabled():
            return
        if self.step == OUT:
            self.accept()
        else:
            self._go_to(self.step + 1)

    def _go_to(self, step: int) -> None:
        if not PEERS <= step <= OUT or (step > self.step and not self._may_go_to(step)):
            self._show_state()
            return
        self.message.setText("")
        self.words.keep_now()
        if step >= LETTER and not self._have_letter():
            return
        self.stack.setCurrentIndex(step)
        if step == LETTER and self._letter is not None:
            self.words.show_letter(self._letter)
            self.words.editor.body.setFocus()
        if step == OUT:
            self._begin_out()
        self._show_state()

    def _may_go_to(self, step: int) -> bool:
        chosen = 0 < len(self.peers.chosen_ids()) <= MOST_PEERS
        if step == LETTER:
            return chosen or self._letter is not None
        return self.step == LETTER and self.words.is_ready

    def _have_letter(self) -> bool:
        """Begin the letter, or begin it again when other peers were chosen."""
        chosen = self.peers.chosen_ids()
        today = self._clock.today()
        try:
            if self._letter is not None and (not chosen or self._letter.peer_ids == chosen):
                self._letter = refreshed(self._store, self._letter, today)
                return True
            earlier = self._letter
            tone = earlier.tone if earlier is not None else Tone.WARM
            self._letter = begin_letter(self._store, self._inquiry_id, chosen, tone=tone, today=today)
            if earlier is not None and earlier.id is not None:
                letters.trash(self._store, earlier.id, self._clock.now())
                if earlier.text != recompose(earlier).text:
                    self.message.setText(
                        _("Written for the peers you chose. Your own words are in the trash of Letters.")
                    )
        except (ReferralError, StoreError) as error:
            self.message.setText(str(error))
            return False
        return True

    def _show_state(self) -> None:
        sent = self._letter is not None and self._letter.status is LetterStatus.SENT
        for place, tab in enumerate(self.tabs):
            tab.setChecked(place == self.step)
            tab.setEnabled((place <= self.step or self._may_go_to(place)) and not (sent and place != OUT))
        self.back.setVisible(self.step != PEERS and not sent)
        # Shown on the last step too, though not of use yet: otherwise Back takes its place under a second click.
        self.forward.setText(_("Done") if self.step == OUT else _("Next"))
        self.forward.setEnabled(sent if self.step == OUT else self._may_go_to(self.step + 1))
        self.later.setVisible(not sent)

    # ---- words

    def _keep(self, letter: Letter) -> None:
        try:
            self._letter = letters.save_draft(self._store, letter)
        except StoreError as error:
            self.message.setText(str(error))
            return
        self.words.note_saved(self._letter)

    def _offer_undo(self, before: Letter) -> None:
        self._undo = before
        self.undo_button.show()

    def _take_back(self) -> None:
        before, self._undo = self._undo, None
        self.undo_button.hide()
        if before is not None and self.step == LETTER:
            self.words.show_letter(before)
            self._keep(before)

    # ---- out

    def _begin_out(self) -> None:
        answer = triage_of(self._store, self._inquiry_id, self._clock.today())
        chosen = self._letter.peer_ids if self._letter is not None else ()
        named = [ranked.peer for ranked in answer.peers if ranked.peer.id in chosen]
        self.out.show_follow_ups(proposed_follow_ups(answer.inquiry, named, self._clock.today()))
        self.out.show_result("")
        self._draw_final()

    def _draw_final(self) -> None:
        if self._letter is not None and self.step == OUT:
            self._drawer.draw(self._letter, self.out.preview.dots_per_inch())

    def _show_final(self, drawn: Drawn) -> None:
        self.out.preview.show_pages(drawn.pictures)

    def _send(self, way: Sending) -> None:
        if self._letter is None:
            return
        was_sent = self._letter.status is LetterStatus.SENT
        try:
            done = send(self, self._store, self._letter, way, self._clock.now())
        except (ReferralError, StoreError) as error:
            self.out.show_result(str(error), is_error=True)
            return
        except OSError as error:
            why = error.strerror or str(error)
            said = _("The file could not be written ({why}). Choose another place; nothing is lost.")
            self.out.show_result(said.replace("{why}", why), is_error=True)
            return
        if done is None:
            return
        self._letter, said = done
        self.out.show_result(said)
        if not was_sent:
            self.letter_sent.emit(self._letter)
        self._show_state()

    def done(self, result: int) -> None:
        """However the window goes: typed words are kept, and after sending the chosen follow-ups too."""
        self.words.keep_now()
        sent = self._letter is not None and self._letter.status is LetterStatus.SENT
        if sent and not self._follow_ups_kept:
            try:
                keep_follow_ups(self._store, self.out.chosen_follow_ups())
            except StoreError as error:
                self.out.show_result(str(error), is_error=True)
                return
            self._follow_ups_kept = True
        super().done(result)


def _foreign(language: str | None) -> str:
    """A word of warning when the client wrote in a language that letters do not speak yet."""
    if language in (None, "en"):
        return ""
    return _("wrote in {language}; letters are in English so far").format(language=language_name(language))


def _step_button(word: str) -> QPushButton:
    tab = QPushButton(word)
    tab.setCheckable(True)
    tab.setAutoDefault(False)
    tab.setProperty("role", "tab")
    tab.setCursor(Qt.CursorShape.PointingHandCursor)
    return tab
