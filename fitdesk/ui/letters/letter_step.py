"""Step two of a referral: the words at the left, the live page at the right, the check's findings below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from fitdesk.domain.letter import Letter, Tone
from fitdesk.i18n import _
from fitdesk.ui.letters.drawing import Drawer, Drawn
from fitdesk.ui.letters.findings_list import FindingsList
from fitdesk.ui.letters.letter_editor import LetterEditor
from fitdesk.ui.letters.page_preview import PagePreview
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.refer import blocking_sentences, recompose

REDRAW_MS = 150
KEEP_MS = 1000


class LetterStep(QWidget):
    """``keep(Letter)`` one second after the typing rests; ``ready_changed()`` when the check lets it pass or not.

    ``rewritten(before)`` when tone or English replaced the owner's own words, so that it can be undone.
    """

    keep = Signal(object)
    ready_changed = Signal()
    rewritten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: Letter | None = None
        self._drawn: Drawn | None = None
        self.tone = _choice(_("Tone"), [(Tone.WARM.value, _("Warm")), (Tone.FORMAL.value, _("Formal"))])
        self.locale_choice = _choice(_("English"), [("en_GB", _("British")), ("en_US", _("American"))])
        self.again = QPushButton(_("Write it afresh"))
        self.again.clicked.connect(lambda: self._rewrite())
        self.editor = LetterEditor()
        self.preview = PagePreview()
        self.findings = FindingsList()
        self.override = QLineEdit()
        self.override.setPlaceholderText(_("Why send it all the same? Your reason is kept with the letter."))
        self.override.setAccessibleName(_("Reason for sending it all the same"))
        self.override.textChanged.connect(self.ready_changed)
        self._drawer = Drawer(self)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for caption, widget in ((_("Tone"), self.tone), (_("English"), self.locale_choice)):
            label = PlainLabel(caption, "secondary")
            label.setBuddy(widget)
            top.addWidget(label)
            top.addWidget(widget)
            top.addSpacing(8)
        top.addWidget(self.again)
        top.addStretch(1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.editor.setContentsMargins(0, 0, 16, 0)
        split.addWidget(self.editor)
        split.addWidget(self.preview)
        split.setSizes([420, 560])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(split, 1)
        column.addWidget(self.findings)
        column.addWidget(self.override)
        self.override.hide()

    def _connect(self) -> None:
        self.tone.activated.connect(lambda *_: self._rewrite())
        self.locale_choice.activated.connect(lambda *_: self._rewrite())
        self.editor.edited.connect(self._note_edit)
        self.findings.paragraph_wanted.connect(self.editor.go_to_paragraph)
        self.preview.sharper_wanted.connect(lambda _dots: self._draw())
        self._drawer.drawn.connect(self._show_drawn)
        self._drawer.failed.connect(self._show_failure)
        self._redraw.timeout.connect(self._draw)
        self._keep.timeout.connect(self.keep_now)

    def show_letter(self, letter: Letter) -> None:
        """Show a draft and draw its page."""
        self._letter, self._drawn = letter, None
        self.editor.set_text(letter.text)
        self.tone.setCurrentIndex(self.tone.findData(letter.tone.value))
        self.locale_choice.setCurrentIndex(self.locale_choice.findData(letter.locale))
        self.override.setText(letter.override)
        self._draw()
        self.ready_changed.emit()

    def letter(self) -> Letter | None:
        """The draft with the words and the reason as they stand now."""
        if self._letter is None:
            return None
        return replace(self._letter, text=self.editor.text(), override=self.override.text().strip())

    def note_saved(self, letter: Letter) -> None:
        """The store has given the draft its id; the words on screen stay."""
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
        """Keep what is typed, if anything was."""
        self._keep.stop()
        letter = self.letter()
        if letter is not None and letter != self._letter:
            self._letter = letter
            self.keep.emit(letter)

    def _note_edit(self) -> None:
        self.preview.set_dimmed(True)
        self._redraw.start()
        self._keep.start()
        self.ready_changed.emit()

    def _rewrite(self) -> None:
        before = self.letter()
        if before is None:
            return
        tone, locale = Tone(self.tone.currentData()), str(self.locale_choice.currentData())
        afresh = recompose(before, tone=tone, locale=locale)
        was_edited = before.text != recompose(before).text
        self.show_letter(afresh)
        self.keep.emit(afresh)
        if was_edited:
            self.rewritten.emit(before)

    def _draw(self) -> None:
        letter = self.letter()
        if letter is not None and self.isVisible():
            self._drawer.draw(letter, self.preview.dots_per_inch())

    def _show_drawn(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self.preview.show_pages(drawn.pictures)
        self.findings.show_findings(drawn.findings)
        self.override.setVisible(bool(blocking_sentences(drawn.findings)))
        self.ready_changed.emit()

    def _show_failure(self, sentence: str) -> None:
        self._drawn = None
        self.findings.show_failure(sentence)
        self.override.hide()
        self.ready_changed.emit()


def _choice(name: str, entries: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, word in entries:
        box.addItem(word, value)
    return box
