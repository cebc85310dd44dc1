"""What was given to and received from a peer, and how each referral ended for the client."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.peer import Outcome
from fitdesk.domain.referral import Direction, Referral
from fitdesk.i18n import _, plural
from fitdesk.ui.format import day, joined
from fitdesk.ui.peers.evidence_field import outcome_words
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel, empty_layout
from fitdesk.ui.widgets.segments import SegmentsField


class ReferralsView(QWidget):
    """One line per referral; ``outcome_chosen(referral, outcome)`` when the owner says how it ended."""

    outcome_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[int, SegmentsField[Outcome]] = {}
        self._known: list[tuple[int | None, date, str, str | None]] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)

    def show_referrals(self, referrals: tuple[Referral, ...], titles: Mapping[int, str], today: date) -> None:
        """Show these, newest first; ``titles`` are the inquiries' by id."""
        known = [(one.id, one.day, one.note, titles.get(one.inquiry_id or 0)) for one in referrals]
        if known == self._known:
            for referral in referrals:
                self.lines[referral.id or 0].set_value(referral.outcome)  # the focus stays where it is
            return
        self._known = known
        empty_layout(self._column)
        self.lines = {}
        if not referrals:
            self._column.addWidget(PlainLabel(_("Nothing given or received yet."), "secondary", wraps=True))
        for referral in referrals:
            self._column.addWidget(self._line(referral, titles, today))

    def _line(self, referral: Referral, titles: Mapping[int, str], today: date) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, gap=SPACE)
        title = titles.get(referral.inquiry_id or 0, "")
        label = ElidedLabel(joined(direction_word(referral.direction), day(referral.day, today), title, referral.note))
        label.setMinimumWidth(240)
        label.setSizePolicy(label.sizePolicy().Policy.Expanding, label.sizePolicy().Policy.Fixed)
        flow.addWidget(label)
        field: SegmentsField[Outcome] = SegmentsField(outcome_words())
        field.setSizePolicy(field.sizePolicy().Policy.Maximum, field.sizePolicy().Policy.Fixed)
        field.set_value(referral.outcome)
        field.set_name(_("How it ended: {referral}").replace("{referral}", label.words()))
        field.changed.connect(lambda: self.outcome_chosen.emit(referral, field.value()))
        flow.addWidget(field)
        self.lines[referral.id or 0] = field
        return line


def direction_word(direction: Direction) -> str:
    """ "Given" or "Received"."""
    return _("Given") if direction is Direction.GIVEN else _("Received")


def balance_words(given: int, received: int) -> str:
    """ "3 given, 1 received"."""
    if not given and not received:
        return _("none yet")
    return f"{plural('{n} given', '{n} given', given)}, {plural('{n} received', '{n} received', received)}"
