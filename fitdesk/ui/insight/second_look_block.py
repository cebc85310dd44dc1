"""Would you decide the same again? Old inquiries without names, one at a time, and how often the answer held."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.consistency import ENOUGH, Consistency
from fitdesk.domain.masking import Masked
from fitdesk.i18n import _, plural
from fitdesk.ui.insight.block import Block
from fitdesk.ui.insight.outcome_rows import percent_words
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel, empty_layout

_LABEL_WIDTH = 88


class AnswerButton(QPushButton):
    """A button for which a double click is one click: each click is an answer that is kept."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class MaskedCard(QFrame):
    """One masked inquiry with three answers. ``answered(True | False | None)``: would accept, would not, skip."""

    answered = Signal(object)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.progress = PlainLabel("", "caption")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(SPACE * 2)
        self._facts.setVerticalSpacing(SPACE // 2)
        self._facts.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._facts.setColumnStretch(1, 1)
        self.yes = self._button(_("Would accept"), "A", True)
        self.no = self._button(_("Would not"), "N", False)
        self.skip = self._button(_("Skip"), "S", None)
        self.stop = QPushButton(_("Stop"))
        self.stop.setProperty("role", "link")
        self.stop.clicked.connect(self.stopped)
        self._shortcut("Esc", self.stopped.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.yes, self.no, self.skip):
            buttons.addWidget(button)
        buttons.addWidget(PlainLabel(_("or press A, N, S"), "caption"))
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
        column.setSpacing(SPACE + 4)
        column.addWidget(self.progress)
        column.addLayout(self._facts)
        column.addLayout(buttons)

    def show_masked(self, one: Masked, place: int, count: int) -> None:
        """``place`` counts from 1."""
        self.progress.setText(_("{place} of {count}: how would you decide today?").format(place=place, count=count))
        empty_layout(self._facts)
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, words) in enumerate(one.facts):
            self._facts.addWidget(PlainLabel(label, "secondary"), row, 0, top)
            self._facts.addWidget(PlainLabel(words, wraps=True), row, 1, top)
        facts = ". ".join(f"{label}: {words}" for label, words in one.facts)
        self.setAccessibleName(self.progress.text())
        self.setAccessibleDescription(facts)
        self.yes.setAccessibleDescription(facts)
        self.yes.setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, text: str, key: str, answer: bool | None) -> QPushButton:
        button = AnswerButton(text)
        button.clicked.connect(partial(self._answer, answer))
        self._shortcut(key, partial(self._answer, answer))
        return button

    def _answer(self, answer: bool | None, *_checked: object) -> None:
        self.answered.emit(answer)

    def _shortcut(self, key: str, call: object) -> None:
        made = QShortcut(QKeySequence(key), self)
        made.setAutoRepeat(False)  # a key held down is one answer
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(call)


class SecondLookBlock(Block):
    """``started()`` asks for inquiries, to be given to ``begin``; ``answered(place, True | False)`` for each answer,
    ``ended()`` once the sitting is over.
    """

    started = Signal()
    answered = Signal(int, bool)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Would you decide the same again?"), parent)
        self._sitting: tuple[Masked, ...] = ()
        self._place = 0
        self.result = PlainLabel("", "secondary", wraps=True, selectable=True)
        self.button = QPushButton(_("Look again"))
        self.button.clicked.connect(self.started)
        self.card = MaskedCard()
        self.card.answered.connect(self._on_answer)
        self.card.stopped.connect(self._end)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addWidget(self.result)
        self.column.addWidget(self.card)
        self.column.addLayout(row)
        self.card.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def is_under_way(self) -> bool:
        return bool(self._sitting)

    def show_consistency(self, found: Consistency, waiting: int) -> None:
        """What the second looks said so far, and how many inquiries can be judged again now."""
        self.say(_agreement_words(found))
        self.result.setText("\n".join(_details(found)))
        self.result.setVisible(bool(self.result.text()))
        self.button.setText(plural("Look again at {n} inquiry", "Look again at {n} inquiries", waiting))
        self.button.setVisible(waiting > 0 and not self.is_under_way)
        if not waiting and not found.looks:
            self.say(
                _("Inquiries that you decided at least 60 days ago can be judged again here, without their names.")
            )

    def begin(self, sitting: tuple[Masked, ...]) -> None:
        """Show the first of ``sitting``."""
        self._sitting, self._place = sitting, 0
        self.button.hide()
        self.card.setVisible(bool(sitting))
        self._show_current()

    def _on_answer(self, answer: bool | None) -> None:
        if not self._sitting:
            return
        if answer is not None:
            self.answered.emit(self._place, answer)
        self._place += 1
        self._show_current()

    def _show_current(self) -> None:
        if self._place < len(self._sitting):
            self.card.show_masked(self._sitting[self._place], self._place + 1, len(self._sitting))
        else:
            self._end()

    def _end(self) -> None:
        self._sitting = ()
        self.card.hide()
        self.setFocus()  # before the focus leaves the page with the card
        self.ended.emit()


def _agreement_words(found: Consistency) -> str:
    if not found.looks:
        return _(
            "Judge old inquiries again, without names and without what you decided: how steady is your own judgement?"
        )
    agreed = _("Of {looks} second looks, {agreed} came to the same answer").format(
        looks=found.looks, agreed=found.agreed
    )
    if not found.is_enough:
        return _("{agreed}. From {needed} on, this says how steady that is.").format(agreed=agreed, needed=ENOUGH)
    return _("{agreed}; likely {interval}.").format(agreed=agreed, interval=percent_words(found.interval))


def _details(found: Consistency) -> list[str]:
    told = []
    if found.softer:
        told.append(_("Accepted now, turned down then: {n}.").format(n=found.softer))
    if found.harder:
        told.append(_("Turned down now, accepted then: {n}.").format(n=found.harder))
    if found.kappa is not None:
        told.append(
            _("Beyond what chance would give: {kappa} (1 is perfect, 0 is chance; Cohen’s kappa).").format(
                kappa=f"{found.kappa:.2f}"
            )
        )
    if found.differences:
        told.append(_("What stood otherwise where you changed your mind:"))
    return told + [one.sentence + "." for one in found.differences]
