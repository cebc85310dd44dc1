"""The box that names the next question worth asking: to write to the client, or to answer with one click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.domain.assessment import AskWhom, Question
from fitdesk.i18n import _
from fitdesk.ui.inquiries.answers import Choice
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel


class AskBox(QFrame):
    """``answered(Choice)`` after one click; ``copied(str)`` when the question, as a mail, is wanted on the clipboard.

    ``details_wanted()`` when an owner's question has no ready answers and needs the form.
    """

    answered = Signal(object)
    copied = Signal(str)
    details_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._question: Question | None = None
        self._mail = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.text = PlainLabel("", "strong", wraps=True, selectable=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.copy = QPushButton(_("Copy"))
        self.copy.setProperty("role", "link")
        self.copy.setAccessibleName(_("Copy the question as a mail"))
        self.copy.setToolTip(_("Copy the question as a mail"))
        self.copy.clicked.connect(self._copy)
        top.addWidget(self.text, 1)
        top.addWidget(self.copy)
        column.addLayout(top)
        self.effect = PlainLabel("", "secondary", wraps=True)
        column.addWidget(self.effect)
        self._answers = QWidget()
        self._flow = FlowLayout(self._answers, gap=8)
        self._flow.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._answers)
        self._buttons: list[QPushButton] = []

    def set_question(
        self,
        question: Question | None,
        choices: Sequence[Choice],
        *,
        asked: str = "",
        client: str = "",
        mail: str = "",
        is_tried: bool = False,
    ) -> None:
        """Show ``question`` with the choices that answer it; with None the box hides.

        ``asked`` says when it was put to the client already ("3 days ago"), ``client`` whom it goes to, ``mail`` what
        Copy copies. While facts are tried out (``is_tried``) it can only be read: there is nothing yet to ask.
        """
        self._question, self._mail = question, mail
        if self.isHidden() == (question is not None):
            self.setVisible(question is not None)
        if question is None:
            return
        is_owner = question.whom is AskWhom.OWNER
        pattern = _("Ask yourself: “{question}”") if is_owner else _("Ask next: “{question}”")
        if asked:
            pattern = _("Asked {when}: “{question}”").replace("{when}", asked)
        self.text.setText(pattern.replace("{question}", question.text))
        self.effect.setText(effect_words(question, client))
        self.copy.setVisible(not is_owner and not is_tried)
        self._show_choices(choices, is_owner and not is_tried)

    def question(self) -> Question | None:
        return self._question

    def answer_buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of the choices on display."""
        return tuple(self._buttons)

    def _show_choices(self, choices: Sequence[Choice], is_owner: bool) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._answers.setVisible(is_owner)
        if not is_owner:
            return
        for choice in choices:
            self._add_button(choice.words).clicked.connect(lambda *_, choice=choice: self.answered.emit(choice))
        if not choices:
            self._add_button(_("Fill it in…")).clicked.connect(lambda *_: self.details_wanted.emit())

    def _add_button(self, label: str) -> QPushButton:
        button = QPushButton(label.replace("&", "&&"))
        button.setAccessibleDescription(self.text.text())
        self._buttons.append(button)
        self._flow.addWidget(button)
        return button

    def _copy(self) -> None:
        if self._question is not None:
            self.copied.emit(self._mail or self._question.text)


def effect_words(question: Question, client: str = "") -> str:
    """Who is asked, whether the answer settles the verdict, and what the answers would do."""
    to_client = _("For {name}.").replace("{name}", client) if client else _("For the client.")
    whom = to_client if question.whom is AskWhom.CLIENT else _("For you.")
    settles = _("The answer settles the verdict") if question.settles else _("It does not settle the verdict by itself")
    effect = question.effect.rstrip(".")
    return f"{whom} {settles}: {effect}." if effect else f"{whom} {settles}."
