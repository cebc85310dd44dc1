"""Where a building block is written: the marks in it are told apart, and fields can be put in where the cursor is."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from fitdesk.i18n import _
from fitdesk.ui.theme import colours_of

_FIELD = re.compile(r"\{[A-Za-z_]*\}")
_MARKS = re.compile(r"[\[\]<|>]|\*\*")
_SENTENCE_ENDS = re.compile(r"(^|[.?…:]\s+|^\W+)$")


class BlockEditor(QPlainTextEdit):
    """``left()`` when the focus goes elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Ways to say it, one in each line"))
        self.setTabChangesFocus(True)
        self._marks = _Marks(self.document(), self)

    def insert_field(self, name: str) -> None:
        """Put a field in at the cursor, with a capital where a sentence begins, and the spaces that it needs."""
        cursor = self.textCursor()
        cursor.removeSelectedText()
        before = cursor.block().text()[: cursor.positionInBlock()]
        after = cursor.block().text()[cursor.positionInBlock() :]
        field = name[:1].upper() + name[1:] if _SENTENCE_ENDS.search(before) else name
        space = " " if before[-1:].isalnum() or before[-1:] in tuple("}],;.?") else ""
        cursor.insertText(f"{space}{{{field}}}{' ' if after[:1].isalnum() else ''}")
        self.setFocus()

    def put_in_brackets(self) -> None:
        """What is marked, else the field at the cursor, stays only when it is known."""
        cursor = self._marked_or_field()
        words = cursor.selectedText()
        cursor.insertText(f"[{words}]")
        self._into_brackets(cursor, words)

    def put_in_address(self) -> None:
        """What is marked becomes the polite form; the cursor waits where the familiar one is to be written."""
        cursor = self.textCursor()
        cursor.insertText(f"<{cursor.selectedText()}|>")
        cursor.movePosition(QTextCursor.MoveOperation.Left)
        self.setTextCursor(cursor)
        self.setFocus()

    def replace_all(self, words: str) -> None:
        """Write ``words`` in place of everything, so that Undo brings back what stood there."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _into_brackets(self, cursor: QTextCursor, words: str) -> None:
        if not words:
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        self.setTextCursor(cursor)
        self.setFocus()

    def _marked_or_field(self) -> QTextCursor:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return cursor
        start, place = cursor.block().position(), cursor.positionInBlock()
        for found in _FIELD.finditer(cursor.block().text()):
            if found.start() <= place <= found.end():
                cursor.setPosition(start + found.start())
                cursor.setPosition(start + found.end(), QTextCursor.MoveMode.KeepAnchor)
        return cursor


class _Marks(QSyntaxHighlighter):
    """Fields in the accent, the other marks dimmed; follows light and dark."""

    def __init__(self, document: QTextDocument, editor: QWidget) -> None:
        super().__init__(document)
        self._editor = editor

    def highlightBlock(self, text: str) -> None:
        colours = colours_of(self._editor.palette())
        for pattern, colour in ((_MARKS, colours.dimmed), (_FIELD, colours.accent)):
            dress = QTextCharFormat()
            dress.setForeground(QColor(colour))
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), dress)


def lines_of(editor: QPlainTextEdit) -> tuple[str, ...]:
    """The lines that are not empty, as they will be kept."""
    return tuple(line.strip() for line in editor.toPlainText().splitlines() if line.strip())


KEEP_FOCUS = Qt.FocusPolicy.TabFocus
"""For buttons that write into the editor: a click leaves the cursor and what is marked where they are."""
