"""One letter on the Letters page: what it is, its page as it was or will be sent, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.letter import Letter, LetterStatus, Sending, VoidedLetter
from fitdesk.i18n import _
from fitdesk.ui.format import day, joined
from fitdesk.ui.letters.drawing import Drawer, Drawn
from fitdesk.ui.letters.kind_words import kind_words
from fitdesk.ui.letters.page_preview import PagePreview
from fitdesk.ui.letters.void_panel import VoidPanel
from fitdesk.ui.letters.ways import Way, way_words
from fitdesk.ui.theme import MARGIN, set_style
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip


class LetterView(QWidget):
    """``continued``, ``duplicated``, ``trashed``, ``restored``, ``sent_again(Way)`` and ``voided(reason)`` say
    what is wanted of it."""

    continued = Signal()
    duplicated = Signal()
    trashed = Signal()
    restored = Signal()
    sent_again = Signal(object)
    voided = Signal(str)
    inquiry_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: Letter | None = None
        self.title = PlainLabel("", "title", wraps=True)
        self.about = PlainLabel("", "secondary", wraps=True)
        self.note = PlainLabel("", "secondary", wraps=True)
        self.message = PlainLabel("", "error", wraps=True)
        self.preview = PagePreview()
        self.go_on = QPushButton(_("Continue…"))
        self.go_on.setProperty("primary", True)
        self.go_on.clicked.connect(self.continued)
        self.ways = {way: QPushButton(way_words(way)[0]) for way in (Way.PRINT, Way.PDF, Way.EMAIL)}
        self.copy = QPushButton(_("Write again"))
        self.copy.setToolTip(plain_tooltip(_("A new draft with the words of this letter")))
        self.copy.clicked.connect(self.duplicated)
        self.inquiry = QPushButton(_("Show inquiry"))
        self.inquiry.clicked.connect(self._ask_for_inquiry)
        self.trash = QPushButton(_("Move to trash"))
        self.trash.clicked.connect(self.trashed)
        self.restore = QPushButton(_("Bring back"))
        self.restore.clicked.connect(self.restored)
        self.void = VoidPanel()
        self.void.voided.connect(self.voided)
        self._drawer = Drawer(self)
        self._drawer.drawn.connect(self._show_drawn)
        self._drawer.failed.connect(self._show_failure)
        self.preview.sharper_wanted.connect(lambda _dots: self._draw())
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self.go_on)
        for way, button in self.ways.items():
            button.clicked.connect(lambda *_, way=way: self.sent_again.emit(way))
            buttons.addWidget(button)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.inquiry)
        buttons.addWidget(self.trash)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.void.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + 8, MARGIN, MARGIN + 8, MARGIN - 4)
        column.setSpacing(4)
        for part in (self.title, self.about, self.note, self.message):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.preview, 1)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.void)

    def letter(self) -> Letter | None:
        return self._letter

    def set_letter(
        self, letter: Letter, peers: str, today: date, *, void: VoidedLetter | None = None, in_trash: bool = False
    ) -> None:
        """Show ``letter``, which names ``peers``; ``void`` when it no longer stands."""
        if self._letter is None or self._letter.id != letter.id:
            self.preview.set_dimmed(True)  # the page shown is another letter's until this one is drawn
            self.preview.verticalScrollBar().setValue(0)
        self._letter = letter
        sent = letter.status is LetterStatus.SENT
        self.title.setText(letter.text.subject or _("Letter"))
        self.about.setText(
            joined(
                kind_words(letter.kind), _("to {who}").replace("{who}", letter.recipient), _how(letter, today), peers
            )
        )
        notes = _notes(letter, void, today)
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))
        set_style(self.note, "role", "error" if void is not None else "secondary")
        self.show_message("")
        self.go_on.setVisible(not sent and not in_trash)
        self.trash.setVisible(not sent and not in_trash)
        self.restore.setVisible(in_trash)
        self.inquiry.setVisible(letter.inquiry_id is not None)
        for button in (*self.ways.values(), self.copy):
            button.setVisible(sent)
        self.void.fold(may_open=sent and void is None)
        self._draw()

    def show_message(self, sentence: str) -> None:
        """Say beside the letter why something cannot be done, and what to do."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def _ask_for_inquiry(self) -> None:
        if self._letter is not None and self._letter.inquiry_id is not None:
            self.inquiry_wanted.emit(self._letter.inquiry_id)

    def _draw(self) -> None:
        if self._letter is not None and self.isVisible():
            self._drawer.draw(self._letter, self.preview.dots_per_inch())

    def _show_drawn(self, drawn: Drawn) -> None:
        if self._letter is not None and drawn.letter.id == self._letter.id:
            self.preview.show_pages(drawn.pictures)

    def _show_failure(self, sentence: str) -> None:
        self.preview.show_pages(())
        self.show_message(sentence)


def _notes(letter: Letter, void: VoidedLetter | None, today: date) -> list[str]:
    """What must be known of a sent letter: that it is void, and why it left against the check."""
    notes = []
    if void is not None:
        said = _("✕ Void since {day}: {why}").replace("{day}", day(void.at.date(), today))
        notes.append(said.replace("{why}", void.reason))
    if letter.status is LetterStatus.SENT and letter.override:
        notes.append(_("Sent against the check: {why}").replace("{why}", letter.override))
    return notes


def _how(letter: Letter, today: date) -> str:
    if letter.status is LetterStatus.DRAFT or letter.sent_at is None:
        return _("draft of {day}").replace("{day}", day(letter.day, today))
    words = {
        Sending.PDF: _("saved as PDF {day}"),
        Sending.PRINT: _("printed {day}"),
        Sending.EMAIL: _("e-mail draft {day}"),
    }
    return words[letter.sent_by or Sending.PDF].replace("{day}", day(letter.sent_at.date(), today))
