"""How full the month is, under its name: a bar, a sentence, and a way to state what is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from fitdesk.domain.capacity import MonthLoad
from fitdesk.domain.ranges import Range
from fitdesk.domain.wording import points
from fitdesk.i18n import _, plural
from fitdesk.ui.theme import SPACE, set_style
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.page import plain_tooltip
from fitdesk.ui.widgets.range_bar import RangeBar

_BAR_WIDTH = 96


class CapacityLine(QWidget):
    """``stating_wanted()`` when the owner wants to say how many days a month are for sale."""

    stating_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = RangeBar()
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.words = ElidedLabel("", "secondary")
        self.state = QPushButton(_("State it"))
        self.state.setProperty("role", "link")
        self.state.setAccessibleName(_("State how many days a month you sell"))
        self.state.clicked.connect(self.stating_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.bar)
        row.addWidget(self.words)
        row.addWidget(self.state)
        row.addStretch(1)
        self.setFixedHeight(28)

    def show_load(self, load: MonthLoad) -> None:
        share = load.share
        self.bar.setVisible(share is not None)
        self.state.setVisible(share is None)
        if share is not None:
            self.bar.set_score(Range(min(share.low, 100.0), min(share.high, 100.0)), 100.0)
        self.words.set_words(load_words(load))
        held = _("{booked} booked, {held} more if every hold comes true")
        held = held.replace("{booked}", str(load.booked)).replace("{held}", str(load.held))
        self.bar.setToolTip(plain_tooltip(held))
        self.words.setAccessibleDescription(held)
        set_style(self.words, "role", "warning" if load.is_over_cap else "secondary")


def load_words(load: MonthLoad) -> str:
    """ "9 of 12 days you sell, 75 %", "9–11 of 12 days you sell, 75–92 %", or what is not stated."""
    share = load.share
    if share is None or load.sells is None:
        days = plural("{n} day of work", "{n} days of work", round(load.days.high))
        return _("{days} this month. How many you sell a month is not stated.").replace("{days}", days)
    words = _("{taken} of {sells} days you sell, {percent} %")
    words = words.replace("{taken}", points(load.days)).replace("{sells}", f"{load.sells.normalize():f}")
    words = words.replace("{percent}", points(share))
    if load.is_over_cap:
        return _("{words}: over your limit of {cap} %").replace("{words}", words).replace("{cap}", str(load.cap))
    return words
