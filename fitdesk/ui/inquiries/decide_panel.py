"""Asks for reasons, a sentence or a day before a decision, in place of the buttons; Enter takes what is proposed."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.inquiries.decide_asks import Asked
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.theme import SPACE, set_style
from fitdesk.ui.widgets.dates_field import DateField
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.once_button import OnceButton
from fitdesk.ui.widgets.page import PlainLabel, empty_layout
from fitdesk.ui.widgets.quiet_button import QuietButton
from fitdesk.ui.widgets.tick_box import TickBox

LONGEST = 500
_DAY_WIDTH = 176


@dataclass(frozen=True, slots=True)
class Answer:
    """What the owner said: the keys of the reasons they left ticked, their own words, and the day asked for.

    ``writes``: the letter that says so is to be begun right away.
    """

    act: Act
    reasons: tuple[str, ...] = ()
    words: str = ""
    day: date | None = None
    writes: bool = False


class DecidePanel(QFrame):
    """``given(Answer)``; ``dropped()`` when the owner thinks better of it; ``turned(Act)`` to another act instead."""

    given = Signal(object)
    dropped = Signal()
    turned = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._asked: Asked | None = None
        self._is_waiting = False
        self.question = PlainLabel("", "strong", wraps=True)
        self.told = PlainLabel("", "secondary", wraps=True)
        self.ticks: dict[str, TickBox] = {}
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(4)
        self.day = DateField(today, hint=_("such as 12 June 2027"))
        self.day.edit.setFixedWidth(_DAY_WIDTH)
        self.day_label = PlainLabel("", "secondary")
        self.day_label.setBuddy(self.day.edit)
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST)
        self.go = OnceButton()
        self.go.setProperty("primary", True)
        self.write = OnceButton()
        self.leave = QPushButton(_("Cancel"))
        self.error = PlainLabel("", "error", wraps=True)
        self.turn = QPushButton()
        self.turn.setProperty("role", "link")
        self._lay_out()
        self.go.clicked.connect(lambda *_: self._give())
        self.write.clicked.connect(lambda *_: self._give(writes=True))
        self.leave.clicked.connect(self.dropped)
        self.turn.clicked.connect(self._turn)
        self.edit.textEdited.connect(lambda *_: self._complain(""))
        self.day.changed.connect(lambda: self._complain(""))

    def ask(self, asked: Asked) -> None:
        """Show what is ``asked`` and wait: with everything usual ticked, so that Enter is the short way."""
        self._asked, self._is_waiting = asked, True
        self.question.setText(asked.question)
        self.told.setText("\n".join(asked.told))
        self.told.setVisible(bool(asked.told))
        self._fill_reasons(asked)
        self._fill_day(asked)
        self.edit.setAccessibleName(asked.question)
        self.edit.setPlaceholderText(asked.hint)
        self.edit.clear()
        self.go.setText(asked.button)
        self.write.setText(asked.writes)
        self.write.setVisible(bool(asked.writes))
        self.turn.setText(asked.turn[1].replace("&", "&&") if asked.turn is not None else "")
        self.turn.setVisible(asked.turn is not None)
        self._complain("")
        self._focus_first(asked)

    def refuse(self, sentence: str) -> None:
        """It could not be written: say why, and wait again."""
        self._is_waiting = True
        self._complain(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(SPACE)
        column.addWidget(self.question)
        column.addWidget(self.told)
        column.addLayout(self._reasons)
        self._day_line = QWidget()
        self._days = FlowLayout(self._day_line, gap=SPACE)
        self._days.addWidget(self.day_label)
        self._days.addWidget(self.day)
        self.quick: list[QuietButton] = []
        column.addWidget(self._day_line)
        column.addWidget(self.edit)
        self.error.hide()
        column.addWidget(self.error)
        foot = QWidget()
        row = FlowLayout(foot, gap=SPACE)
        for widget in (self.go, self.write, self.leave, self.turn):
            row.addWidget(widget)
        column.addWidget(foot)

    def _fill_reasons(self, asked: Asked) -> None:
        empty_layout(self._reasons)
        self.ticks = {}
        for reason in asked.reasons:
            tick = TickBox(reason.sentence)
            tick.setChecked(reason.is_usual)
            self.ticks[reason.key] = tick
            self._reasons.addWidget(tick)
            tick.show()  # at once, not with the next turn of the event loop: it may be stepped to right away

    def _fill_day(self, asked: Asked) -> None:
        self._day_line.setVisible(bool(asked.day_label))
        self.day_label.setText(asked.day_label)
        self.day.set_name(asked.day_label)
        self.day.set_value(asked.day)
        for old in self.quick:
            self._days.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.quick = []
        for words, day in asked.quick:
            button = QuietButton(words)
            button.clicked.connect(lambda _checked, to=day: self._choose_day(to))
            self._days.addWidget(button)
            self.quick.append(button)

    def _focus_first(self, asked: Asked) -> None:
        order = [
            *self.ticks.values(),
            self.day.edit,
            *self.quick,
            self.edit,
            self.go,
            self.write,
            self.leave,
            self.turn,
        ]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
        if asked.day_label and not asked.reasons:
            self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.edit.selectAll()
        else:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_day(self, day: date) -> None:
        self.day.set_value(day)
        self._complain("")

    def _enter(self) -> None:
        focused = self.window().focusWidget()
        if focused is self.leave:
            self.dropped.emit()
        elif isinstance(focused, QPushButton) and focused is not self.go:
            focused.click()
        else:
            self._give()

    def _give(self, *, writes: bool = False) -> None:
        asked = self._asked
        if asked is None or not self._is_waiting:
            return
        words, day = self.edit.text().strip(), self.day.value() if asked.day_label else None
        trouble = (self.day.error() or asked.trouble(day)) if asked.day_label else ""
        if trouble:
            self._complain(trouble, at=self.day.edit)
        elif asked.needed and not words:
            self._complain(_("Write one reason in your own words; a few are enough."), at=self.edit)
        else:
            self._is_waiting = False  # a second Enter or click gives nothing twice
            ticked = tuple(key for key, tick in self.ticks.items() if tick.isChecked())
            self.given.emit(Answer(asked.act, ticked, words, day, writes))

    def _turn(self) -> None:
        if self._asked is not None and self._asked.turn is not None:
            self.turned.emit(self._asked.turn[0])

    def _complain(self, sentence: str, at: QLineEdit | None = None) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        for edit in (self.edit, self.day.edit):
            set_style(edit, "invalid", edit is at)
        if at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)
