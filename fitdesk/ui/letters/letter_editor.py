"""The words of a letter as the owner may change them: subject, salutation, paragraphs, close."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fitdesk.domain.letter import LetterText
from fitdesk.i18n import _
from fitdesk.ui.widgets.page import PlainLabel

BETWEEN_PARAGRAPHS = "\n\n"


class _Body(QPlainTextEdit):
    """Keeps the line being written in sight when what is said below takes some of its height."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasFocus():
            self.ensureCursorVisible()


class LetterEditor(QWidget):
    """``edited()`` after each change by the owner; an empty line divides paragraphs, ``**words**`` are printed bold."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = _line(_("Subject"))
        self.salutation = _line(_("Salutation"))
        self.body = _Body()
        self.body.setAccessibleName(_("Text of the letter"))
        self.body.setTabChangesFocus(True)
        self.close_line = _line(_("Close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label, field in (
            (_("Subject"), self.subject),
            (_("Salutation"), self.salutation),
            (_("Text"), self.body),
            (_("Close"), self.close_line),
        ):
            caption = PlainLabel(label, "caption")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field, 1 if field is self.body else 0)
            column.addSpacing(4)
            field.textChanged.connect(lambda *_: self.edited.emit())
        column.addWidget(
            PlainLabel(_("An empty line begins a paragraph. **Words between stars** print bold."), "caption")
        )

    def set_text(self, text: LetterText) -> None:
        """Show ``text``, silently."""
        for field in (self.subject, self.salutation, self.body, self.close_line):
            field.blockSignals(True)
        self.subject.setText(text.subject)
        self.salutation.setText(text.salutation)
        self.body.setPlainText(BETWEEN_PARAGRAPHS.join(text.body))
        self.close_line.setText(text.close)
        for field in (self.subject, self.salutation, self.body, self.close_line):
            field.blockSignals(False)

    def text(self) -> LetterText:
        """The words as they stand, without empty paragraphs."""
        paragraphs = (part.strip() for part in self.body.toPlainText().split(BETWEEN_PARAGRAPHS))
        return LetterText(
            subject=self.subject.text().strip(),
            salutation=self.salutation.text().strip(),
            body=tuple(part for part in paragraphs if part),
            close=self.close_line.text().strip(),
        )

    def go_to_paragraph(self, index: int) -> None:
        """Put the cursor at the start of paragraph ``index`` (0 is the first)."""
        written = self.body.toPlainText()
        place = seen = 0
        for part in written.split(BETWEEN_PARAGRAPHS):
            if part.strip():
                if seen == index:
                    break
                seen += 1
            place += len(part) + len(BETWEEN_PARAGRAPHS)
        cursor = QTextCursor(self.body.document())
        cursor.setPosition(min(place, len(written)))
        self.body.setTextCursor(cursor)
        self.body.setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """A sent letter can be read, never changed."""
        for field in (self.subject, self.salutation, self.body, self.close_line):
            field.setReadOnly(read_only)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
