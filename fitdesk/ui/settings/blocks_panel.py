"""Building blocks of letters in Settings: choose a language, find a block, write it your way, see how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.domain.languages import language_name
from fitdesk.i18n import _, plural
from fitdesk.letters.languages import LANGUAGES
from fitdesk.store import drafts
from fitdesk.store.errors import StoreError
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import joined
from fitdesk.ui.settings.block_editor import BlockEditor, lines_of
from fitdesk.ui.settings.block_list import BlockList
from fitdesk.ui.settings.block_words import group_words, tone_words
from fitdesk.ui.settings.field_chips import FieldChips
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.search_field import SearchField
from fitdesk.ui.widgets.segments import Segments
from fitdesk.workflows.block_examples import examples, field_words
from fitdesk.workflows.building_blocks import (
    BuildingBlock,
    blocks_of,
    keep_block,
    offered_fields,
    problems_of,
    put_back,
    read_aloud,
)

if TYPE_CHECKING:
    from fitdesk.store.store import Store

REST_MS = 500
FAMILIAR = {"de": ("Sie", "du"), "fr": ("vous", "tu"), "es": ("usted", "tú"), "nl": ("u", "je")}
"""What the two forms of address are called, in their own language."""


class BlocksPanel(QWidget):
    """Saves as its owner types; what cannot be used yet is kept beside, and the words before stay in force."""

    def __init__(self, store: Store, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._shown: BuildingBlock | None = None
        self._blocks: dict[tuple[str, str], BuildingBlock] = {}
        self.language = QComboBox()
        self.language.setAccessibleName(_("Language of the building blocks"))
        for code in LANGUAGES:
            self.language.addItem(language_name(code), code)
        self._address: Segments | None = None
        self.search = SearchField(_("Search building blocks"))
        self.list = BlockList()
        self.editor, self.chips = BlockEditor(), FieldChips()
        self.title = PlainLabel("", "section", wraps=True)
        self.about, self.reads = PlainLabel("", "secondary", wraps=True), PlainLabel("", wraps=True)
        self.nothing = PlainLabel(_("No building block holds these words."), "secondary", wraps=True)
        self.message = PlainLabel("", "error", wraps=True)
        self.reset = QPushButton(_("Back to the original"))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(SPACE)
        self._top.addWidget(self.language)
        self._top.addWidget(self.search, 1)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addLayout(self._top)
        left.addWidget(self.nothing)
        left.addWidget(self.list, 1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE)
        right.addWidget(self.title)
        right.addWidget(self.about)
        right.addWidget(self.editor, 2)
        right.addWidget(self.message)
        right.addWidget(self.chips)
        self._below = QHBoxLayout()
        self._below.addWidget(PlainLabel(_("So it reads"), "section"), 1)
        self._below.addWidget(self.reset)
        right.addSpacing(SPACE)
        right.addLayout(self._below)
        right.addWidget(self.reads)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE * 3)
        row.addLayout(left, 2)
        row.addWidget(self._right, 3)
        self.list.setMinimumSize(260, 420)
        self.editor.setMinimumHeight(96)
        self.editor.setMaximumHeight(260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        self.language.activated.connect(lambda _place: self.show_language())
        self.search.searched.connect(lambda _text: self._fill())
        self.list.chosen.connect(self._open)
        self.editor.textChanged.connect(self._typed)
        self.editor.left.connect(self.keep_now)
        self.chips.field_wanted.connect(self.editor.insert_field)
        self.chips.brackets_wanted.connect(self.editor.put_in_brackets)
        self.chips.address_wanted.connect(self.editor.put_in_address)
        self.search.left_down.connect(self.list.setFocus)
        self._rest.timeout.connect(self.keep_now)
        self.reset.clicked.connect(self._put_back)

    def code(self) -> str:
        """The chosen language, ISO 639-1."""
        return str(self.language.currentData())

    def show_language(self) -> None:
        """List the blocks of the chosen language; costs a phrase book, so not before somebody looks."""
        self.keep_now()
        if self._address is not None:
            self._below.removeWidget(self._address)
            self._address.deleteLater()
            self._address = None
        if self.code() in FAMILIAR:
            self._address = Segments(FAMILIAR[self.code()])
            self._address.set_index(0)
            self._address.chosen.connect(self._read_aloud)
            self._below.insertWidget(1, self._address)
            QWidget.setTabOrder(self.chips.address, self._address)
            QWidget.setTabOrder(self._address, self.reset)
        self._fill()

    def keep_now(self) -> None:
        """Keep what was typed: as words in use, or beside them when it cannot be used yet."""
        self._rest.stop()
        block = self._shown
        if block is None or self._variants() == block.variants:
            return
        key = self._key(block)
        problems = problems_of(block.name, self._variants(), self._language_shown)
        try:
            if problems:
                drafts.keep(self._store, key, self.editor.toPlainText())
            else:
                keep_block(self._store, self._language_shown, block.name, block.tone, self._variants())
                drafts.drop(self._store, key)
                self._note(self._variants())
        except StoreError as error:
            self.message.setText(str(error))

    # ---- one block

    def _fill(self) -> None:
        self._language_shown = self.code()
        blocks = blocks_of(self._store, self.code())
        self._blocks = {(block.name, block.tone): block for block in blocks}
        self._shown = None
        self.list.show_blocks(blocks, self.search.text(), self._reading)
        key = self.list.key()
        for part in (self.list, self._right):
            part.setVisible(key is not None)
        self.nothing.setVisible(key is None)
        if key is not None:
            self._open(*key)

    def _reading(self, block: BuildingBlock) -> str:
        """The first way to say ``block``, as it reads."""
        if not block.variants:
            return block.name
        return read_aloud(block.name, block.variants[0], self._language_shown, self._clock.today(), familiar=False)

    def _open(self, name: str, tone: str) -> None:
        self.keep_now()
        self._shown = self._blocks[name, tone]
        self.title.setText(joined(group_words(name), tone_words(tone)))
        self._show_fields(name)
        typed = drafts.find(self._store, self._key(self._shown))
        self._write(typed if typed is not None else "\n".join(self._shown.variants))

    def _show_fields(self, name: str) -> None:
        known = examples(self._language_shown, self._clock.today(), familiar=False)
        usual, others = (
            [(field, known.get(field) or f"‹{field_words(field)}›") for field in fields]
            for fields in offered_fields(name, self._language_shown)
        )
        bold = self._shown is not None and any("**" in one for one in self._shown.variants)
        self.chips.show_fields(usual, others, FAMILIAR.get(self._language_shown, ()), may_be_bold=bold)

    def _write(self, words: str) -> None:
        assert self._shown is not None
        self.editor.blockSignals(True)
        self.editor.setPlainText(words)
        self.editor.blockSignals(False)
        self._say()

    def _typed(self) -> None:
        self._say()
        self._rest.start()

    def _say(self) -> None:
        block = self._shown
        if block is None:
            return
        count = plural("{n} way to say it", "{n} ways to say it", len(self._variants()))
        self.about.setText(_("{ways}. Write one in each line; FitDesk takes turns.").replace("{ways}", count))
        problems = problems_of(block.name, self._variants(), self._language_shown)
        waits = _("Until then your letters keep the words before.") if problems else ""
        self.message.setText("\n".join((*problems, waits)).strip())
        self.message.setVisible(bool(problems))
        self.reset.setEnabled(block.is_own or bool(problems) or self._variants() != block.variants)
        self._read_aloud()

    def _read_aloud(self) -> None:
        block = self._shown
        if block is None or problems_of(block.name, self._variants(), self._language_shown):
            self.reads.setText("")
            return
        familiar = self._address is not None and self._address.index() == 1
        today = self._clock.today()
        said = [read_aloud(block.name, one, self._language_shown, today, familiar=familiar) for one in self._variants()]
        self.reads.setText("\n\n".join(said))

    def _put_back(self) -> None:
        block = self._shown
        if block is None:
            return
        self._rest.stop()
        try:
            words = put_back(self._store, self._language_shown, block.name, block.tone)
            drafts.drop(self._store, self._key(block))
        except StoreError as error:
            self.message.setText(str(error))
            return
        self._note(words, is_own=False)
        self.editor.replace_all("\n".join(words))
        self._rest.stop()

    def _note(self, words: tuple[str, ...], *, is_own: bool = True) -> None:
        assert self._shown is not None
        self._shown = BuildingBlock(self._shown.name, self._shown.tone, words, is_own)
        self._blocks[self._shown.name, self._shown.tone] = self._shown
        self.list.mark(self._shown)
        self.reset.setEnabled(is_own)

    def _variants(self) -> tuple[str, ...]:
        return lines_of(self.editor)

    def _key(self, block: BuildingBlock) -> str:
        return f"phrases/{self._language_shown}/{block.name}/{block.tone}"
