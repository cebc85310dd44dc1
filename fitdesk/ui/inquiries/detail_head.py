"""The head of an inquiry: its title, the verdict, who wrote and how, and what was decided."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.decision_days import last_change
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.i18n import _
from fitdesk.ui.format import ago, status_word
from fitdesk.ui.inquiries.change_words import change_words
from fitdesk.ui.inquiries.phrases import contact_line
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.verdict_mark import VerdictMark


class DetailHead(QWidget):
    """Title and verdict on one line; below it the contact, and the decision when there is one.

    ``what_if_wanted()``: to try other facts.
    """

    what_if_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(16)
        self.title = ElidedLabel("", "title")
        self.verdict = VerdictMark()
        top.addWidget(self.title, 1)
        top.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        self.contact = ElidedLabel("", "secondary")
        self.what_if = QPushButton(_("What if…"))
        self.what_if.setProperty("role", "link")
        self.what_if.setToolTip(_("Try other facts, without saving them") + " (Ctrl+Shift+W)")
        self.what_if.clicked.connect(lambda *_: self.what_if_wanted.emit())
        policy = self.what_if.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.what_if.setSizePolicy(policy)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.contact, 1)
        below.addWidget(self.what_if)
        column.addLayout(below)
        self.decision = PlainLabel("", "strong", wraps=True)
        column.addSpacing(2)
        column.addWidget(self.decision)

    def show_inquiry(self, inquiry: Inquiry, verdict: Verdict | None, today: date) -> None:
        self.title.set_words(inquiry.title)
        self.verdict.set_verdict(verdict)
        self.contact.set_words(contact_line(inquiry, today))
        self.decision.setText(decision_words(inquiry, today))
        self.decision.setVisible(bool(self.decision.text()))


def decision_words(inquiry: Inquiry, today: date) -> str:
    """ "Declined 3 weeks ago: the topic is not mine", "Held until 6 December"; empty while the inquiry is new."""
    if inquiry.status is Status.NEW:
        return ""
    last = last_change(inquiry)
    if last is None:
        return status_word(inquiry.status)
    when = change_words(last, today, when=ago(last.at, today))
    return _("{when}: {reason}").replace("{when}", when).replace("{reason}", last.reason) if last.reason else when
