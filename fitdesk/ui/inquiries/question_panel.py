"""Writing the question: the draft in full, to copy, save or open in the mail program; then it counts as asked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.ui.errors import sentence_for
from fitdesk.ui.inquiries.question_mail import QuestionMail, mail_file, mail_link
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip


class QuestionPanel(QFrame):
    """``asked()`` when the question went out; ``dropped()`` when it is not asked after all.

    ``letter_wanted()``: rather a letter, with every question that is open.
    """

    asked = Signal()
    dropped = Signal()
    letter_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._owner = Owner()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Your question, as a mail"), "strong"))
        self.to = _field(_("To"), 254)
        self.subject = _field(_("Subject"), 300)
        for name, edit in ((_("To"), self.to), (_("Subject"), self.subject)):
            row = QHBoxLayout()
            label = PlainLabel(name, "caption")
            label.setFixedWidth(56)
            label.setBuddy(edit)
            row.addWidget(label)
            row.addWidget(edit, 1)
            column.addLayout(row)
        self.body = QPlainTextEdit()
        self.body.setAccessibleName(_("Text of the mail"))
        self.body.setTabChangesFocus(True)
        self.body.setFixedHeight(196)
        column.addWidget(self.body)
        self.told = PlainLabel("", "secondary", wraps=True)
        self.told.hide()
        column.addWidget(self.told)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        self.open = _button(flow, _("Open in mail program"), self._open)
        self.copy = _button(flow, _("Copy"), self._copy)
        self.save = _button(flow, _("Save as file…"), self._save)
        self.letter = _button(flow, _("As a letter…"), self.letter_wanted.emit)
        self.letter.setToolTip(_("All open questions in one letter or e-mail, with your letterhead"))
        self.done = _button(flow, _("Mark as asked"), self.asked.emit)
        self.done.setProperty("primary", True)
        self.leave = _button(flow, _("Cancel"), self.dropped.emit)
        column.addWidget(buttons)

    def show_mail(self, mail: QuestionMail, owner: Owner, *, has_letter: bool = False) -> None:
        """Show ``mail`` for reading and changing; ``has_letter``: a letter can ask it as well."""
        self.letter.setVisible(has_letter)
        self._owner = owner
        self.to.setText(mail.to)
        self.to.setPlaceholderText(_("No address known: fill it in, or copy the text"))
        self.subject.setText(mail.subject)
        self.body.setPlainText(mail.body)
        self._tell("")
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def mail(self) -> QuestionMail:
        """The mail as it stands now."""
        return QuestionMail(self.to.text().strip(), self.subject.text().strip(), self.body.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.mail().body)
        self._tell(_("Copied. Paste it into your mail."))

    def _open(self) -> None:
        link = mail_link(self.mail())
        if not link:
            self._tell(_("This text is too long to hand over. Copy it, or save it as a file."))
        elif not QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode)):
            self._tell(_("No mail program answered. Copy the text, or save it as a file."))
        else:
            self._tell(_("Handed to your mail program. Send it there, then mark it as asked here."))

    def _save(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save the question"), _("question") + ".eml", _("Mail") + " (*.eml)"
        )
        if not name:
            return
        try:
            Path(name).write_bytes(mail_file(self.mail(), self._owner))
        except OSError as error:
            self._tell(sentence_for(error))
        else:
            self._tell(_("Saved. Open it to send it."))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))


def _field(name: str, longest: int) -> QLineEdit:
    edit = QLineEdit()
    edit.setMaxLength(longest)
    edit.setAccessibleName(name)
    edit.textChanged.connect(lambda text: edit.setToolTip(plain_tooltip(text)))
    return edit


def _button(flow: FlowLayout, text: str, call: object) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda *_: call())  # type: ignore[operator]  # bound methods and signals' emit
    flow.addWidget(button)
    return button
