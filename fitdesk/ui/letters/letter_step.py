"""The words of a letter: letter or e-mail at the left, what goes out at the right, the check's findings below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fitdesk.domain.letter import Letter, LetterKind
from fitdesk.i18n import _
from fitdesk.letters.checks.check import CheckFinding, Severity
from fitdesk.letters.email import email_text
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.phrases.book import PhraseBook
from fitdesk.ui.letters.drawing import Drawer, Drawn
from fitdesk.ui.letters.findings_list import FindingsList
from fitdesk.ui.letters.letter_editor import LetterEditor
from fitdesk.ui.letters.mail_view import MailView
from fitdesk.ui.letters.manner_bar import MannerBar
from fitdesk.ui.letters.page_preview import PagePreview
from fitdesk.workflows.letter_words import blocking_sentences

REDRAW_MS = 15
"""A pause in typing after which the page is drawn; the worker always draws the newest words."""
KEEP_MS = 1000
KEEP_AT_LATEST_MS = 5000
"""While somebody types on and on: a crash costs no more than this."""
PAPER, MAIL = range(2)


class LetterStep(QWidget):
    """``keep(Letter)`` a second after the typing rests; ``ready_changed()`` when the check lets it pass or not.

    ``rewrite_wanted(Manner)`` and ``gender_chosen(Gender)`` are for others to do, who then call ``show_letter``.
    """

    keep = Signal(object)
    ready_changed = Signal()
    rewrite_wanted = Signal(object)
    gender_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: Letter | None = None
        self._kept: Letter | None = None
        self._drawn: Drawn | None = None
        self._facts: LetterFacts | None = None
        self._book: PhraseBook | None = None
        self.bar = MannerBar()
        self.editor, self.mail = LetterEditor(), LetterEditor(is_email=True)
        self.preview, self.mail_view = PagePreview(), MailView()
        self.findings = FindingsList()
        self.override = QLineEdit()
        self.override.setPlaceholderText(_("Why send it all the same? Your reason is kept with the letter."))
        self.override.setAccessibleName(_("Reason for sending it all the same"))
        self._drawer = Drawer(self)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._latest = QTimer(self, singleShot=True, interval=KEEP_AT_LATEST_MS)
        self._lay_out()
        self._connect()

    # ---- what is shown

    def show_letter(self, letter: Letter, facts: LetterFacts, book: PhraseBook, *, asks_gender: bool) -> None:
        """Show a draft, which rests on ``facts`` and is written from ``book``, and draw its page."""
        self._book = book
        self._letter, self._kept, self._drawn = letter, letter, None
        self._facts = facts
        self.editor.set_text(letter.text)
        self.mail.set_text(letter.email)
        self.bar.set_manner(letter.manner)
        self.bar.ask_gender(recipient_of(facts, letter.kind), is_asked=asks_gender)
        self.override.setText(letter.override)
        is_card = letter.kind is LetterKind.CALL_CARD
        for tab in self.tabs.buttons():
            tab.setVisible(not is_card)
        self.editor.show_as_card(is_card)
        if is_card:
            self.show_side(PAPER)
        self._show_mail()
        self._draw()
        self.ready_changed.emit()

    def letter(self) -> Letter | None:
        """The draft with the words and the reason as they stand now."""
        if self._letter is None:
            return None
        return replace(
            self._letter, text=self.editor.text(), email=self.mail.text(), override=self.override.text().strip()
        )

    def note_saved(self, letter: Letter) -> None:
        """``letter`` is kept; the words on screen stay."""
        self._kept = letter
        if self._letter is not None:
            self._letter = replace(self._letter, id=letter.id)

    @property
    def is_ready(self) -> bool:
        """Whether the words on the page are checked and may leave: nothing blocks, or a reason is given."""
        drawn, letter = self._drawn, self.letter()
        if drawn is None or letter is None or drawn.letter.text != letter.text:
            return False
        return not blocking_sentences(drawn.findings) or bool(letter.override)

    def keep_now(self) -> None:
        """Have what is typed kept, if anything is not yet."""
        self._keep.stop()
        self._latest.stop()
        letter = self.letter()
        if letter is not None and self._kept is not None and letter != replace(self._kept, id=letter.id):
            self._letter = letter
            self.keep.emit(letter)

    def has_unkept_words(self) -> bool:
        """Whether something that was typed could not be kept yet."""
        letter = self.letter()
        return letter is not None and self._kept is not None and letter != replace(self._kept, id=letter.id)

    def show_side(self, side: int) -> None:
        """Show the letter, or the e-mail."""
        self.tabs.button(side).setChecked(True)
        self.editors.setCurrentIndex(side)
        self.views.setCurrentIndex(side)
        self._show_mail()
        self._show_findings()

    def side(self) -> int:
        return self.editors.currentIndex()

    # ---- building

    def _lay_out(self) -> None:
        self.tabs = QButtonGroup(self)
        sides = QHBoxLayout()
        sides.setSpacing(4)
        for place, word in enumerate((_("Letter"), _("E-mail"))):
            tab = QPushButton(word)
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setProperty("role", "tab")
            self.tabs.addButton(tab, place)
            sides.addWidget(tab)
        sides.addStretch(1)
        self.tabs.button(PAPER).setChecked(True)
        self.editors, self.views = QStackedWidget(), QStackedWidget()
        for editor in (self.editor, self.mail):
            self.editors.addWidget(editor)
        for view in (self.preview, self.mail_view):
            self.views.addWidget(view)
        left = QWidget()
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 16, 0)
        words.setSpacing(4)
        words.addLayout(sides)
        words.addWidget(self.editors, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self.views)
        split.setSizes([440, 540])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        column.addWidget(self.findings)
        column.addWidget(self.override)
        self.override.hide()

    def _connect(self) -> None:
        self.bar.changed.connect(self.rewrite_wanted)
        self.bar.afresh_wanted.connect(lambda: self.rewrite_wanted.emit(self.bar.manner()))
        self.bar.gender_chosen.connect(self.gender_chosen)
        self.tabs.idClicked.connect(self._turn_to)
        for editor in (self.editor, self.mail):
            editor.edited.connect(self._note_edit)
        self.override.textChanged.connect(self.ready_changed)
        self.override.textEdited.connect(lambda *_: self._keep.start())
        self.findings.chosen.connect(self._go_to)
        self.findings.repair_wanted.connect(self._repair)
        self.preview.sharper_wanted.connect(lambda _dots: self._draw())
        self._drawer.drawn.connect(self._show_drawn)
        self._drawer.failed.connect(self._show_failure)
        self._redraw.timeout.connect(self._draw)
        for timer in (self._keep, self._latest):
            timer.timeout.connect(self.keep_now)

    # ---- doing

    def _turn_to(self, side: int) -> None:
        self.show_side(side)
        (self.mail if side == MAIL else self.editor).body.setFocus(Qt.FocusReason.TabFocusReason)

    def _note_edit(self) -> None:
        if not self._redraw.isActive():
            self._redraw.start()
        self._keep.start()
        if not self._latest.isActive():
            self._latest.start()
        self._show_mail()
        self.ready_changed.emit()

    def _go_to(self, finding: CheckFinding) -> None:
        editor = self.mail if self.side() == MAIL else self.editor
        editor.go_to(finding.part, finding.paragraph, finding.start, finding.end)

    def _repair(self, finding: CheckFinding) -> None:
        """Put it right in the words it was found in; Ctrl+Z in the editor takes it back."""
        drawn, letter = self._drawn, self.letter()
        editor = self.mail if self.side() == MAIL else self.editor
        if drawn is None or letter is None or finding.repair is None:
            return
        found_in = drawn.letter.email if self.side() == MAIL else drawn.letter.text
        if editor.text() == found_in:
            editor.change_text(finding.repair.text)
            editor.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        letter = self.letter()
        if letter is not None and self.isVisible():
            self._drawer.draw(letter, self.preview.dots_per_inch(), self._book)

    def _show_mail(self) -> None:
        facts, letter = self._facts, self._letter
        if facts is not None and letter is not None and (self.side() == MAIL or self._drawn is None):
            text = self.mail.text()
            words = email_text(text, facts, letter.manner, attached=True)
            self.mail_view.show_mail(text, recipient_of(facts, letter.kind).email or "", words)

    def _show_drawn(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self.preview.show_pages(drawn.pictures)
        self._show_findings()
        self.ready_changed.emit()

    def _show_findings(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        # Nothing of a card is sent, so nothing of it is checked.
        self.findings.setVisible(drawn.letter.kind is not LetterKind.CALL_CARD)
        both = (drawn.findings, drawn.email_findings)
        self.findings.show_findings(both[self.side()])
        # A letter that passes asks for no reason because of its e-mail; what blocks the letter is asked about anywhere.
        asked_about = drawn.findings if self.side() == PAPER else (*drawn.findings, *drawn.email_findings)
        self.override.setVisible(bool(blocking_sentences(asked_about)))
        for place, (word, findings) in enumerate(zip((_("Letter"), _("E-mail")), both, strict=True)):
            self.tabs.button(place).setText(f"{word}{_count(findings)}")

    def _show_failure(self, sentence: str) -> None:
        self._drawn = None
        self.preview.stop_waiting()
        self.findings.show_failure(sentence)
        self.findings.show()
        self.override.hide()
        self.ready_changed.emit()


def _count(findings: tuple[CheckFinding, ...]) -> str:
    """ "  ✕ 2" for what blocks, else "  ! 1" for what could be better, else nothing."""
    blocking = sum(finding.severity is Severity.BLOCKS for finding in findings)
    if blocking:
        return f"  ✕ {blocking}"
    return f"  ! {len(findings)}" if findings else ""
