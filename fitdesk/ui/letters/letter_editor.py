"""The words of a letter or an e-mail as the owner may change them: subject, salutation, paragraphs, close."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fitdesk.domain.letter import LetterText
from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Part
from fitdesk.ui.letters.letter_extras import LetterExtras
from fitdesk.ui.widgets.page import PlainLabel, scrolled

BETWEEN_PARAGRAPHS = "\n\n"
NAMES_WIDE = 72
"""Room for the names beside the lines, so that the lines begin under each other."""
LEAST_TEXT = 150
"""Pixels: about seven lines of the text stay in sight, whatever is unfolded or found; then the whole scrolls."""


class _Body(QPlainTextEdit):
    """Keeps the line being written in sight when what is said below takes some of its height."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasFocus():
            self.ensureCursorVisible()


class LetterEditor(QWidget):
    """``edited()`` after each change by the owner; an empty line divides paragraphs, ``**words**`` are printed bold."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_email: bool = False) -> None:
        """``is_email``: without what only paper has."""
        super().__init__(parent)
        self.subject = _line(_("Subject"))
        self.salutation = _line(_("Salutation"))
        self.body = _Body()
        self.body.setAccessibleName(_("Text of the e-mail") if is_email else _("Text of the letter"))
        self.body.setTabChangesFocus(True)
        self.close_line = _line(_("Close"))
        self.extras = LetterExtras()
        self.extras.setVisible(not is_email)
        self.extras.edited.connect(self.edited)
        for field in (self.subject, self.salutation, self.body, self.close_line):
            field.textChanged.connect(lambda *_: self.edited.emit())
        self._names: dict[QLineEdit, PlainLabel] = {}
        self._lay_out(is_email=is_email)

    def _lay_out(self, *, is_email: bool) -> None:
        """As a mail program does: short lines with their names beside them, and the text as large as can be."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 2, 0)
        column.setSpacing(8)
        self.body.setMinimumHeight(LEAST_TEXT)
        column.addLayout(self._named_lines(self.subject, self.salutation))
        column.addWidget(self.body, 1)
        column.addLayout(self._named_lines(self.close_line))
        column.addWidget(self.extras)
        hint = _("An empty line begins a paragraph. **Words between stars** print bold.")
        if not is_email:
            column.addWidget(PlainLabel(hint, "caption", wraps=True))
        self.area = scrolled(content)
        self.extras.fold.button.toggled.connect(lambda *_: QTimer.singleShot(0, self, self._show_extras))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.area)

    def _show_extras(self) -> None:
        """What was unfolded comes into sight where it does not fit below the text."""
        if self.extras.fold.is_open():
            self.area.ensureWidgetVisible(self.extras, 0, 0)

    def _named_lines(self, *fields: QLineEdit) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, field in enumerate(fields):
            caption = self._names[field] = PlainLabel(field.accessibleName(), "caption")
            caption.setBuddy(field)
            caption.setMinimumWidth(NAMES_WIDE)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def show_as_card(self, is_card: bool) -> None:
        """A call card speaks to nobody: it has no salutation, no close, and nothing enclosed."""
        for field in (self.salutation, self.close_line):
            field.setVisible(not is_card)
            self._names[field].setVisible(not is_card)
        self.extras.setVisible(not is_card)

    def set_text(self, text: LetterText) -> None:
        """Show ``text``, silently; what was typed before can no longer be taken back."""
        with _silence(self):
            self._fill(text)
            self.body.setPlainText(BETWEEN_PARAGRAPHS.join(text.body))

    def change_text(self, text: LetterText) -> None:
        """Put ``text`` in the place of the words as one step that Ctrl+Z takes back; told as an edit."""
        with _silence(self):
            self._fill(text)
            body = BETWEEN_PARAGRAPHS.join(text.body)
            if body != self.body.toPlainText():
                cursor = QTextCursor(self.body.document())
                cursor.beginEditBlock()
                _replace_middle(cursor, self.body.toPlainText(), body)
                cursor.endEditBlock()
        self.edited.emit()

    def text(self) -> LetterText:
        """The words as they stand, without empty paragraphs."""
        paragraphs = (part.strip() for part in self.body.toPlainText().split(BETWEEN_PARAGRAPHS))
        return self.extras.put_into(
            LetterText(
                subject=self.subject.text().strip(),
                salutation=self.salutation.text().strip(),
                body=tuple(part for part in paragraphs if part),
                close=self.close_line.text().strip(),
            )
        )

    def go_to(self, part: Part, paragraph: int | None, start: int | None, end: int | None) -> None:
        """Select the words of a finding, and put the focus there; a whole part where no words are given."""
        if part is Part.PAGE or (part is Part.BODY and paragraph is None):
            self.body.setFocus()
            return
        if part is Part.BODY and paragraph is not None:
            self._select_in_body(paragraph, start, end)
            return
        field = {Part.SUBJECT: self.subject, Part.SALUTATION: self.salutation, Part.CLOSE: self.close_line}[part]
        field.setFocus()
        if start is None or end is None:
            field.selectAll()
        else:
            field.setSelection(start, end - start)

    def set_read_only(self, read_only: bool) -> None:
        """A sent letter can be read, never changed."""
        for field in (self.subject, self.salutation, self.body, self.close_line):
            field.setReadOnly(read_only)

    def _select_in_body(self, paragraph: int, start: int | None, end: int | None) -> None:
        written = self.body.toPlainText()
        places = dict(enumerate(_paragraph_places(written)))
        first, length = places.get(paragraph, (len(written), 0))
        cursor = QTextCursor(self.body.document())
        cursor.setPosition(_in_qt(written, first + (start or 0)))
        last = first + (end if end is not None else length if start is None else start)
        cursor.setPosition(_in_qt(written, min(last, len(written))), QTextCursor.MoveMode.KeepAnchor)
        self.body.setTextCursor(cursor)
        self.body.setFocus()

    def _fill(self, text: LetterText) -> None:
        for field, words in (
            (self.subject, text.subject),
            (self.salutation, text.salutation),
            (self.close_line, text.close),
        ):
            if field.text() != words:
                field.setText(words)
        self.extras.set_text(text)


def _paragraph_places(written: str) -> Iterator[tuple[int, int]]:
    """(first character, length) of each paragraph that is not empty, as ``LetterEditor.text`` gives them."""
    place = 0
    for part in written.split(BETWEEN_PARAGRAPHS):
        if part.strip():
            yield place + len(part) - len(part.lstrip()), len(part.strip())
        place += len(part) + len(BETWEEN_PARAGRAPHS)


def _in_qt(text: str, place: int) -> int:
    """A place in Python's characters as Qt counts it, in units of UTF-16."""
    return len(text[:place].encode("utf-16-le")) // 2


def _replace_middle(cursor: QTextCursor, before: str, after: str) -> None:
    """Change only what differs, so that the eye sees what was repaired."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    tail = 0
    while tail < min(len(before), len(after)) - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    cursor.setPosition(_in_qt(before, start))
    cursor.setPosition(_in_qt(before, len(before) - tail), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(after[start : len(after) - tail])


@contextmanager
def _silence(editor: LetterEditor) -> Iterator[None]:
    """The fields of an editor tell of no change while they are filled."""
    fields = (editor.subject, editor.salutation, editor.body, editor.close_line, editor.extras)
    for field in fields:
        field.blockSignals(True)
    try:
        yield
    finally:
        for field in fields:
            field.blockSignals(False)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
