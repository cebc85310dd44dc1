"""The building blocks of one language as a list under headings; the words themselves say which block is which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from fitdesk.i18n import _
from fitdesk.ui.format import joined
from fitdesk.ui.settings.block_words import group_words, subject_words, tone_words
from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.page import plain_tooltip
from fitdesk.workflows.building_blocks import BuildingBlock

Reading = Callable[[BuildingBlock], str]
_KEY = Qt.ItemDataRole.UserRole
_ROW, _HEADING = QSize(0, 32), QSize(0, 40)


class BlockList(QListWidget):
    """``chosen(name, tone)`` when another block is chosen."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading = lambda block: block.name
        self.setAccessibleName(_("Building blocks"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.currentItemChanged.connect(lambda now, _before: self._tell(now))

    def show_blocks(self, blocks: Sequence[BuildingBlock], search: str, reading: Reading) -> None:
        """List the blocks that hold ``search``; the chosen one stays chosen where it is still listed.

        ``reading`` says how a block reads: that is what the list shows.
        """
        before, self._reading = self.key(), reading
        self.blockSignals(True)
        self.clear()
        heading = ""
        for block in blocks:
            words = _words(block, reading(block))
            whole = " ".join((block.name, group_words(block.name), words, *block.variants))
            if search.casefold() not in whole.casefold():
                continue
            if group_words(block.name) != heading:
                heading = group_words(block.name)
                self._add_heading(heading)
            self._add(block, words)
        self.blockSignals(False)
        self._choose(before)

    def choose(self, key: tuple[str, str]) -> None:
        """Choose the block (name, tone), where it is listed."""
        self._choose(key)
        self.scrollToItem(self.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def key(self) -> tuple[str, str] | None:
        """(name, tone) of the chosen block."""
        item = self.currentItem()
        found = item.data(_KEY) if item is not None else None
        return (str(found[0]), str(found[1])) if found else None

    def mark(self, block: BuildingBlock) -> None:
        """Show the words of ``block`` as they are now."""
        for item in self._items():
            if tuple(item.data(_KEY) or ()) == (block.name, block.tone):
                _write(item, block, _words(block, self._reading(block)))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font_of(self.font(), weight=QFont.Weight.DemiBold))
        item.setSizeHint(_HEADING)
        item.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.addItem(item)

    def _add(self, block: BuildingBlock, words: str) -> None:
        item = QListWidgetItem()
        item.setData(_KEY, (block.name, block.tone))
        item.setSizeHint(_ROW)
        _write(item, block, words)
        self.addItem(item)

    def _choose(self, key: tuple[str, str] | None) -> None:
        items = [item for item in self._items() if item.data(_KEY)]
        wanted = next((item for item in items if tuple(item.data(_KEY)) == key), items[0] if items else None)
        if wanted is not None:
            self.setCurrentItem(wanted)

    def _tell(self, item: QListWidgetItem | None) -> None:
        key = item.data(_KEY) if item is not None else None
        if key:
            self.chosen.emit(str(key[0]), str(key[1]))


def _words(block: BuildingBlock, reads: str) -> str:
    """What the list says of ``block``; subject lines, of which many begin alike, name their kind of letter."""
    kind = subject_words(block.name)
    return f"{kind}: {reads}" if kind else reads


def _write(item: QListWidgetItem, block: BuildingBlock, words: str) -> None:
    item.setText(f"✎ {words}" if block.is_own else words)
    own = _("your words") if block.is_own else ""
    item.setToolTip(plain_tooltip(f"{words}\n({joined(tone_words(block.tone), own)})"))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, joined(words, tone_words(block.tone), own))
