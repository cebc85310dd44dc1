"""The foot of what-if: what the facts tried out come to, what stood before, and the two ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.assessment import Assessment, Side
from fitdesk.domain.ranges import Range
from fitdesk.domain.whole_points import Share, whole_points
from fitdesk.i18n import _
from fitdesk.ui.format import points, verdict_word
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.fit_words import number_words
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.range_bar import RangeBar
from fitdesk.ui.widgets.verdict_mark import VerdictMark

BAR_WIDTH = 96
SIDE_WIDTH = 64
ROOMY = 520
"""Pixels from which the title has room beside the outcome."""


class SideOutcome(QWidget):
    """One side in small: its name, its bar and its points; for where the bars of the judgement are out of sight."""

    def __init__(self, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self.bar = RangeBar()
        self.bar.setFixedWidth(SIDE_WIDTH)
        self.figure = PlainLabel("", "secondary")
        room = self.figure.fontMetrics()
        self.figure.setFixedSize(room.horizontalAdvance("00–00") + 4, room.height())
        row.addWidget(PlainLabel(name, "secondary"))
        row.addWidget(self.bar)
        row.addWidget(self.figure)

    def show_side(self, gain: Range, share: Share) -> None:
        self.bar.set_score(gain, float(share.weight))
        self.figure.setText(number_words(share.gains))


class WhatIfBar(QFrame):
    """``kept()`` and ``left()`` from the buttons."""

    kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(SPACE)
        top = QHBoxLayout()
        top.setSpacing(SPACE + 4)
        self.title = PlainLabel(_("What if"), "strong")
        self.verdict = VerdictMark()
        self.bar = RangeBar()
        self.bar.setFixedWidth(BAR_WIDTH)
        self.figure = PlainLabel()
        # Of one size whatever they say: the window is not laid out anew while a slider moves.
        room = self.figure.fontMetrics()
        self.figure.setFixedSize(
            room.horizontalAdvance(_("{points} of 100").replace("{points}", "00–00")) + 4, room.height()
        )
        self.before = ElidedLabel("", "secondary")
        for widget in (self.title, self.verdict, self.bar, self.figure):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.before, 1)
        column.addLayout(top)
        self.them, self.me = SideOutcome(_("Right for them")), SideOutcome(_("Right for me"))
        self.sides = QWidget()
        row = QHBoxLayout(self.sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE * 2)
        row.addWidget(self.them)
        row.addWidget(self.me)
        row.addStretch(1)
        column.addWidget(self.sides)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        self.back = QPushButton(_("Back to the facts"))
        self.back.setToolTip("Esc")
        self.back.clicked.connect(lambda *_: self.left.emit())
        self.keep = QPushButton(_("Keep these values"))
        self.keep.clicked.connect(lambda *_: self.kept.emit())
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.title.setVisible(self.width() >= ROOMY)

    def show_outcome(self, now: Assessment, before: Assessment, *, is_moved: bool) -> None:
        """What it comes to ``now`` with the offering on display, and what it was by the facts."""
        self.verdict.set_verdict(now.verdict)
        self.bar.set_score(now.fit, 100.0)
        self.figure.setText(_("{points} of 100").replace("{points}", points(now.fit)))
        shown = whole_points(now).sides
        self.them.show_side(now.for_them, shown[Side.FOR_THEM])
        self.me.show_side(now.for_me, shown[Side.FOR_ME])
        words = _("was {verdict}, {points}").replace("{verdict}", verdict_word(before.verdict))
        words = words.replace("{points}", points(before.fit)) if is_moved else _("These are the facts")
        self.before.set_words(words)
        self.keep.setEnabled(is_moved)
