"""Step three of a referral: print, save the PDF or an e-mail draft, and note the follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.followup import FollowUp
from fitdesk.i18n import _
from fitdesk.ui.format import day
from fitdesk.ui.letters.page_preview import PagePreview
from fitdesk.ui.letters.ways import Goes, Way, way_words
from fitdesk.ui.theme import set_style
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.tick_box import TickBox


class OutStep(QWidget):
    """``way_chosen(Way)`` when the owner presses one of them; ``copy_wanted()`` for what never leaves."""

    way_chosen = Signal(object)
    copy_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._boxes: list[tuple[TickBox, FollowUp]] = []
        self._usual = Way.PRINT
        self.preview = PagePreview(whole_page=True)
        self.buttons: dict[Way, QPushButton] = {}
        self.result = PlainLabel("", wraps=True)
        self.result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(8)
        self.title = PlainLabel("", "section")
        left.addWidget(self.title)
        self._sentences: dict[Way, PlainLabel] = {}
        self._frames: dict[Way, QFrame] = {}
        for way in Way:
            self._frames[way] = self._way(way)
            left.addWidget(self._frames[way])
        self.copy = QPushButton(_("Copy as text"))
        self.copy.setAutoDefault(False)
        self.copy.setMinimumWidth(140)
        self.copy.clicked.connect(self.copy_wanted)
        left.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        left.addSpacing(4)
        left.addWidget(self.result)
        left.addSpacing(16)
        self._diary_title = PlainLabel(_("For your diary"), "section")
        left.addWidget(self._diary_title)
        self._diary = QVBoxLayout()
        self._diary.setSpacing(8)
        left.addLayout(self._diary)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 4)
        row.addWidget(self.preview, 5)

    def show_follow_ups(self, proposed: Sequence[FollowUp]) -> None:
        """Propose these, all chosen."""
        while (item := self._diary.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._boxes = []
        self._diary_title.setVisible(bool(proposed))
        for follow_up in proposed:
            box = TickBox(f"{day(follow_up.due, self._today)}: {follow_up.what}")
            box.setChecked(True)
            self._boxes.append((box, follow_up))
            self._diary.addWidget(box)
        places = [*self.buttons.values(), self.copy, *(box for box, _follow_up in self._boxes), self.preview]
        for before, after in pairwise(places):
            self.setTabOrder(before, after)

    def show_ways(self, goes: Goes) -> None:
        """Offer what ``goes`` allows, the usual way first in line; a call card is printed, saved or copied."""
        self._usual = goes.usual
        self.title.setText(_("Have it beside you") if goes.is_card else _("How should it go out?"))
        for way, button in self.buttons.items():
            explanation = way_words(way, goes)[1]
            self._sentences[way].setText(explanation)
            button.setAccessibleDescription(explanation)
        for way in (Way.EMAIL, Way.MAIL_PROGRAM):
            self._frames[way].setVisible(not goes.is_card)
        self.buttons[Way.MAIL_PROGRAM].setEnabled(goes.has_mail)
        self.copy.setVisible(goes.is_card)
        self.mark_usual(is_on=True)

    def mark_usual(self, *, is_on: bool) -> None:
        """The usual way as the button to press next; no longer once something has gone out."""
        for way, button in self.buttons.items():
            set_style(button, "primary", is_on and way is self._usual)

    def focus_usual(self) -> None:
        """Put the focus on the usual way, so that Enter prints."""
        self.buttons[self._usual].setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_follow_ups(self) -> tuple[FollowUp, ...]:
        return tuple(follow_up for box, follow_up in self._boxes if box.isChecked())

    def show_result(self, sentence: str, *, is_error: bool = False) -> None:
        """Say beside the buttons what happened."""
        self.result.setProperty("role", "error" if is_error else "accent")
        self.result.style().unpolish(self.result)
        self.result.style().polish(self.result)
        self.result.setText(sentence)

    def _way(self, way: Way) -> QFrame:
        button = QPushButton(way_words(way)[0])
        button.setMinimumWidth(140)
        button.clicked.connect(lambda *_: self.way_chosen.emit(way))
        self.buttons[way] = button
        frame = QFrame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(button)
        self._sentences[way] = PlainLabel("", "secondary", wraps=True)
        row.addWidget(self._sentences[way], 1)
        return frame
