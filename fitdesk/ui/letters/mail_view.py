"""The e-mail as the client will read it: to whom, the subject, the words, and the letter that is attached."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fitdesk.domain.letter import LetterText
from fitdesk.i18n import _
from fitdesk.letters.checks.reading import unmarked
from fitdesk.ui.widgets.page import PlainLabel, line, scrolled

_WIDEST = 640


class MailView(QWidget):
    """``show_mail`` after every change of the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to = PlainLabel("", "secondary", wraps=True)
        self.subject = PlainLabel("", "strong", wraps=True)
        self.words = PlainLabel("", wraps=True, selectable=True)
        self.attached = PlainLabel("", "secondary", wraps=True)
        sheet = QFrame()
        sheet.setProperty("role", "card")
        sheet.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(8)
        for part in (self.to, self.subject, line(), self.words, self.attached):
            inside.addWidget(part)
        inside.insertSpacing(4, 8)
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(16, 0, 16, 0)
        around.addWidget(sheet)
        around.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content))

    def show_mail(self, text: LetterText, to: str, words: str) -> None:
        """Show the mail with ``text``'s subject to the address ``to``; ``words`` is its whole body as it is sent."""
        self.to.setText(_("To: {address}").replace("{address}", to or _("no e-mail address on record")))
        self.subject.setText(unmarked(text.subject))
        self.words.setText(words.strip())
        self.attached.setText(_("Attached: the letter as a PDF."))
