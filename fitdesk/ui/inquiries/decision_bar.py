"""The buttons at the foot of an inquiry: what the verdict suggests is the primary one, the others are plain."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QPushButton, QWidget

from fitdesk.domain.assessment import AskWhom, Question, Verdict, WhichNo
from fitdesk.domain.decision_days import may_look_back, should_look_back
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import LetterKind
from fitdesk.i18n import _
from fitdesk.ui.inquiries.letter_menu import LetterMenu
from fitdesk.ui.letter_kinds import button_words
from fitdesk.ui.theme import set_style
from fitdesk.ui.widgets.once_button import OnceButton


class Act(StrEnum):
    """What can be done with an inquiry."""

    ASK = "ask"
    ACCEPT = "accept"
    HOLD = "hold"
    NOT_NOW = "not_now"
    DECLINE = "decline"
    REFER = "refer"
    LOOK_BACK = "look_back"
    REOPEN = "reopen"
    STILL_WANTED = "still_wanted"
    RELEASE = "release"
    EDIT = "edit"
    ORIGINAL = "original"
    WITHDRAWN = "withdrawn"
    COPY = "copy"
    TRASH = "trash"
    RESTORE = "restore"


SHORTCUTS = {
    Act.ASK: "Ctrl+Shift+Q",
    Act.ACCEPT: "Ctrl+Shift+A",
    Act.HOLD: "Ctrl+Shift+H",
    Act.NOT_NOW: "Ctrl+Shift+N",
    Act.DECLINE: "Ctrl+Shift+D",
    Act.REFER: "Ctrl+Shift+R",
    Act.EDIT: "Ctrl+E",
}
DECIDING = (Act.ASK, Act.ACCEPT, Act.HOLD, Act.NOT_NOW, Act.DECLINE, Act.REFER)
IN_ORDER = (*DECIDING, Act.LOOK_BACK, Act.REOPEN, Act.RESTORE)
FIRST_TO_FOLD = (Act.HOLD, Act.NOT_NOW, Act.ASK, Act.ACCEPT, Act.DECLINE, Act.REOPEN, Act.REFER)
"""Which buttons move into the menu where there is no room; never the primary one."""
IN_MENU = (Act.EDIT, Act.ORIGINAL, Act.COPY, Act.STILL_WANTED, Act.RELEASE, Act.WITHDRAWN, Act.TRASH)


def label_of(act: Act) -> str:
    """What stands on the button or in the menu."""
    return {
        Act.ASK: _("Write the question"),
        Act.ACCEPT: _("Accept"),
        Act.HOLD: _("Hold"),
        Act.NOT_NOW: _("Not now"),
        Act.DECLINE: _("Decline"),
        Act.REFER: _("Refer…"),
        Act.LOOK_BACK: _("How did it go?"),
        Act.REOPEN: _("Open again"),
        Act.STILL_WANTED: _("Ask if they still want the day"),
        Act.RELEASE: _("Release the day"),
        Act.EDIT: _("Edit"),
        Act.ORIGINAL: _("Show the original"),
        Act.WITHDRAWN: _("They withdrew"),
        Act.COPY: _("Copy as text"),
        Act.TRASH: _("Move to trash"),
        Act.RESTORE: _("Put back"),
    }[act]


def suggested(verdict: Verdict, which_no: WhichNo | None, question: Question | None) -> Act | None:
    """The act that the verdict asks for; None where it is the owner's call."""
    if verdict is Verdict.ACCEPT:
        return Act.ACCEPT
    if verdict is Verdict.ASK and question is not None and question.whom is AskWhom.CLIENT:
        return Act.ASK
    if verdict is Verdict.DECLINE:
        return Act.DECLINE if which_no is WhichNo.WRONG_FOR_ME else Act.REFER
    return None


class DecisionBar(QWidget):
    """``acted(Act)`` for every button and menu entry; ``letter_wanted(LetterKind)`` for the letters."""

    acted = Signal(object)
    letter_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # buttons fold away before they are cut
        self._primary: Act | None = None
        self._possible: tuple[Act, ...] = ()
        self._writes = False
        self.write, self.letters = OnceButton(), LetterMenu()
        self.write.clicked.connect(lambda *_: self.letter_wanted.emit(self.letters.kinds()[0]))
        self._row.addWidget(self.write)
        self.buttons = {act: self._button(act) for act in IN_ORDER}
        self.letters.chosen.connect(self.letter_wanted)
        self._row.addWidget(self.letters)
        self.more = QPushButton("⋯")
        self.more.setAccessibleName(_("More to do with this inquiry"))
        self.more.setFixedWidth(44)
        self.more.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; } QPushButton { padding: 0; }")
        self.menu = QMenu(self.more)
        self.actions_in_menu = {act: self._menu_action(act) for act in (*FIRST_TO_FOLD, *IN_MENU)}
        self.more.setMenu(self.menu)
        self._row.addWidget(self.more)
        self._row.addStretch(1)

    def show_for(
        self, inquiry: Inquiry, primary: Act | None, today: date, *, can_ask: bool, is_trashed: bool = False
    ) -> None:
        """Offer what makes sense for ``inquiry`` as it stands; ``primary`` is filled with the accent."""
        if is_trashed:
            possible: tuple[Act, ...] = (Act.RESTORE,)
            primary = Act.RESTORE
        elif inquiry.status.is_open:
            possible = tuple(act for act in DECIDING if act is not Act.ASK or can_ask)
        else:
            possible = tuple(act for act in (Act.REFER, Act.LOOK_BACK, Act.REOPEN) if _is_left(act, inquiry, today))
            primary = Act.LOOK_BACK if should_look_back(inquiry, today) else None
        self._possible = possible
        self._primary = primary if primary in possible else None
        for act in IN_MENU:
            self.actions_in_menu[act].setVisible(not is_trashed and _is_in_menu(act, inquiry.status))
        is_held = inquiry.status is Status.HELD
        for words in (self.buttons[Act.HOLD].setText, self.actions_in_menu[Act.HOLD].setText):
            words(_("Hold longer") if is_held else label_of(Act.HOLD))
        self.more.setVisible(not is_trashed)
        self._put_in_order()
        self._fold()

    def show_letters(self, kinds: Sequence[LetterKind], written: Collection[LetterKind], *, is_settled: bool) -> None:
        """Offer ``kinds``, the fitting one first; once settled and not ``written`` yet, it has its own button."""
        self.letters.set_kinds(kinds)
        self._writes = is_settled and bool(kinds) and kinds[0] not in written
        if self._writes:
            self.write.setText(button_words(kinds[0]))
        set_style(self.write, "primary", self._writes and self._primary is None)
        self._fold()

    def primary(self) -> Act | None:
        """The act on the button filled with the accent."""
        return self._primary

    def offers(self, act: Act) -> bool:
        """Whether ``act`` can be done now, by button or from the menu."""
        return act in self._possible or (act in IN_MENU and self.actions_in_menu[act].isVisible())

    def focus_primary(self) -> None:
        """Put the focus on the suggested button, else on the first one."""
        if self._writes and self._primary is None:
            self.write.setFocus()
            return
        first = self._primary or next((act for act in IN_ORDER if act in self._possible), None)
        if first is not None:
            self.buttons[first].setFocus()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _put_in_order(self) -> None:
        """The primary button first, the others in their order."""
        order = sorted(IN_ORDER, key=lambda act: (act is not self._primary, IN_ORDER.index(act)))
        for place, act in enumerate(order):
            button = self.buttons[act]
            self._row.removeWidget(button)
            self._row.insertWidget(place, button)
            set_style(button, "primary", act is self._primary)
        self._row.removeWidget(self.write)
        self._row.insertWidget(0, self.write)
        widgets = [self.write, *(self.buttons[act] for act in order), self.letters, self.more]
        for before, after in itertools.pairwise(widgets):
            QWidget.setTabOrder(before, after)

    def _fold(self) -> None:
        shown = list(self._possible)
        room = self.width() - (self.more.width() if self.more.isVisibleTo(self) else 0)
        self.write.setVisible(self._writes)
        self.letters.setVisible(bool(self.letters.kinds()) and self.more.isVisibleTo(self))
        for letter in (self.write, self.letters):
            room -= letter.sizeHint().width() + 8 if letter.isVisibleTo(self) else 0

        def needed() -> int:
            return sum(self.buttons[act].sizeHint().width() + 8 for act in shown)

        for act in FIRST_TO_FOLD:
            if needed() <= room:
                break
            if act in shown and act is not self._primary:
                shown.remove(act)
        for act, button in self.buttons.items():
            button.setVisible(act in shown)
        for act in FIRST_TO_FOLD:
            self.actions_in_menu[act].setVisible(act in self._possible and act not in shown)

    def _button(self, act: Act) -> QPushButton:
        button = OnceButton(label_of(act))
        if act in SHORTCUTS:
            button.setToolTip(SHORTCUTS[act])
        button.clicked.connect(lambda *_: self.acted.emit(act))
        self._row.addWidget(button)
        return button

    def _menu_action(self, act: Act) -> QAction:
        if act is Act.TRASH or act is IN_MENU[0]:
            self.menu.addSeparator()
        action = self.menu.addAction(label_of(act))
        action.triggered.connect(lambda *_: self.acted.emit(act))
        return action


def _is_left(act: Act, inquiry: Inquiry, today: date) -> bool:
    """Whether ``act`` makes sense once an inquiry is settled."""
    if act is Act.LOOK_BACK:
        return may_look_back(inquiry, today)
    return act is Act.REOPEN or inquiry.status is Status.DECLINED


def _is_in_menu(act: Act, status: Status) -> bool:
    if act in (Act.STILL_WANTED, Act.RELEASE):
        return status is Status.HELD
    return act is not Act.WITHDRAWN or status.is_open or status is Status.ACCEPTED
