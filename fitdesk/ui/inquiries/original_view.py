"""The original text of a request, plain, with the words lit up that a value was read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.intake.draft import Source
from fitdesk.ui.colours import colours_of
from fitdesk.ui.widgets.page import PlainLabel

LONGEST_LINE = 1000
"""Characters after which a line is broken: Qt needs half a minute for one line of 500 kB."""
LONGEST_TEXT = 200_000
WRAPPED_AT = 64
"""Characters: no mail program breaks a line at a word that still fits into so many."""
_SAME_LENGTH = str.maketrans({"\x00": " ", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n"})


def unwrapped(text: str) -> str:
    """``text`` with a space in place of each line break that only a mail program put there; its length stays.

    A break counts as such when the next word would not have fitted on the line.
    """
    lines = text.split("\n")
    pieces = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        word = following.split(" ", 1)[0]
        is_soft = bool(word) and word[0].isalnum() and line.strip() and len(line) + 1 + len(word) > WRAPPED_AT
        pieces.append(line + (" " if is_soft and not line.startswith(">") else "\n"))
    return "".join(pieces)[:-1]


class ShownText:
    """A text made safe to show, and where its characters went."""

    def __init__(self, text: str) -> None:
        self.is_cut = len(text) > LONGEST_TEXT
        plain = text[:LONGEST_TEXT].replace("\r\n", " \n").replace("\r", "\n").translate(_SAME_LENGTH)
        plain = unwrapped(plain)
        self._breaks: list[int] = []
        pieces: list[str] = []
        at = 0
        for line in plain.split("\n"):
            for start in range(LONGEST_LINE, len(line), LONGEST_LINE):
                self._breaks.append(at + start)
            pieces.append("\n".join(line[i : i + LONGEST_LINE] for i in range(0, len(line), LONGEST_LINE)))
            at += len(line) + 1
        self.text = "\n".join(pieces)

    def place(self, offset: int) -> int:
        """Where the character at ``offset`` of the text stands on display, counted as Qt does (UTF-16)."""
        shown = min(max(offset, 0), LONGEST_TEXT) + bisect_left(self._breaks, offset + 1)
        return len(self.text[:shown].encode("utf-16-le", "surrogatepass")) // 2


class OriginalView(QWidget):
    """Read-only text; ``light(sources)`` marks and shows the places of one value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ShownText("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.heading = PlainLabel(_("What they wrote"), "caption")
        self.edit = QPlainTextEdit()
        self.edit.setReadOnly(True)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(_("What they wrote"))
        self.note = PlainLabel("", "caption", wraps=True)
        self.note.setMinimumHeight(self.note.sizeHint().height())
        for widget in (self.heading, self.edit, self.note):
            column.addWidget(widget)

    def set_text(self, text: str) -> None:
        """Show ``text``; anything beyond the cap is left out and said so."""
        self._shown = ShownText(text)
        self.edit.setExtraSelections([])
        self.edit.setPlainText(self._shown.text)
        self._tell("")

    def set_editable(self, is_editable: bool) -> None:
        """Let the owner type here what was said, as for a phone call."""
        self.edit.setReadOnly(not is_editable)
        words = _("What they said") if is_editable else _("What they wrote")
        self.heading.setText(words)
        self.edit.setAccessibleName(words)

    def light(self, sources: Sequence[Source]) -> None:
        """Light up ``sources``; with none, the light goes out."""
        selections = []
        for source in sources:
            if source.end > source.start:
                selections.append(self._selection(source))
        self.edit.setExtraSelections(selections)
        headers = [source.header for source in sources if source.header]
        self._tell(_("From the mail’s {header} line").replace("{header}", ", ".join(headers)) if headers else "")
        if selections:
            self._scroll_to(selections[0].cursor)

    def lit(self) -> tuple[str, ...]:
        """The words lit up now."""
        return tuple(one.cursor.selectedText() for one in self.edit.extraSelections())

    def _selection(self, source: Source) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.edit.document())
        last = self.edit.document().characterCount() - 1
        cursor.setPosition(min(self._shown.place(source.start), last))
        cursor.setPosition(min(self._shown.place(source.end), last), QTextCursor.MoveMode.KeepAnchor)
        colours = colours_of(self.palette())
        look = QTextCharFormat()
        look.setBackground(QColor(colours.notice))
        look.setForeground(QColor(colours.text))
        look.setFontUnderline(True)
        look.setUnderlineColor(QColor(colours.ask))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = look
        return selection

    def _scroll_to(self, cursor: QTextCursor) -> None:
        """Bring the words into view without moving the caret."""
        probe = QTextCursor(cursor)
        probe.setPosition(cursor.selectionStart())
        area = self.edit.cursorRect(probe)
        room = self.edit.viewport().rect()
        if room.top() <= area.top() and area.bottom() <= room.bottom():
            return
        block = self.edit.document().findBlock(cursor.selectionStart())
        lines = block.firstLineNumber()
        self.edit.verticalScrollBar().setValue(max(0, lines - 3))

    def _tell(self, sentence: str) -> None:
        cut = _("Only the beginning is shown; the original is kept whole.") if self._shown.is_cut else ""
        self.note.setText(sentence or cut)
