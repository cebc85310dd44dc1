"""Step one of a referral: the ranked peers, each with why and with what is not known; one to three are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.matching import MOST_PEERS
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.ui.format import ago, joined
from fitdesk.ui.letters.first_step import FirstStep
from fitdesk.ui.theme import font_of
from fitdesk.ui.widgets.page import PlainLabel, empty_layout
from fitdesk.ui.widgets.tick_box import INDENT, TickBox
from fitdesk.workflows.letter_facts import LetterOrder

_REASONS_SHOWN = 3
_UNKNOWN_SHOWN = 3
_WIDEST = 10_000


class PeersStep(FirstStep):
    """``message`` says why a fourth peer cannot be added; ``nobody_wanted()``: rather a No that names nobody."""

    nobody_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent, widest=_WIDEST)
        self._today = today
        self._cards: list[_PeerCard] = []
        self.message = PlainLabel("", "warning", wraps=True)
        self.message.hide()
        self.column.insertWidget(1, self.message)
        self.nobody = QPushButton(_("Name nobody: write the no alone…"))
        self.nobody.setAutoDefault(False)
        self.nobody.clicked.connect(lambda *_: self.nobody_wanted.emit())
        self.column.addWidget(self.nobody, 0, Qt.AlignmentFlag.AlignLeft)

    def put_into(self, order: LetterOrder) -> LetterOrder:
        return replace(order, peer_ids=self.chosen_ids())

    def show_peers(
        self, ranked: Sequence[RankedPeer], suggested: Sequence[RankedPeer], left_out: Sequence[tuple[Peer, str]]
    ) -> None:
        """Show ``ranked`` with ``suggested`` chosen, and below them those who cannot be named now, with why."""
        empty_layout(self.fields)
        self._cards = []
        for peer in ranked:
            card = _PeerCard(peer, self._today)
            card.box.setChecked(peer in suggested)
            card.box.toggled.connect(self._note_choice)
            self._cards.append(card)
            self.fields.addWidget(card)
        if left_out:
            self.fields.addSpacing(8)
            self.fields.addWidget(PlainLabel(_("Cannot be named now"), "strong"))
            for why, names in _by_reason(left_out).items():
                self.fields.addWidget(PlainLabel(f"{', '.join(names)}: {why}", "secondary", wraps=True))
        self.fields.addStretch(1)
        self.explanation.setText(
            _("Choose one to three. They are ordered by how well they fit this request and how far you trust them.")
            if ranked
            else _("Nobody on your list fits this request with a valid consent. Add a peer, or write the no alone.")
        )

    def chosen_ids(self) -> tuple[int, ...]:
        """The chosen peers, best first."""
        return tuple(card.peer_id for card in self._cards if card.box.isChecked() and card.peer_id is not None)

    def choose(self, peer_ids: Sequence[int]) -> None:
        """Choose exactly these peers."""
        for card in self._cards:
            card.box.setChecked(card.peer_id in peer_ids)

    def focus_first(self) -> None:
        if self._cards:
            self._cards[0].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """In the window it stands in, which orders anew whatever moves into it."""
        super().showEvent(event)
        for before, after in pairwise([*(card.box for card in self._cards), self.nobody]):
            self.setTabOrder(before, after)

    def _note_choice(self, _checked: bool) -> None:
        too_many = len(self.chosen_ids()) > MOST_PEERS
        self.message.setText(_("A letter names at most three peers. Take one away before you go on."))
        self.message.setVisible(too_many)
        self.changed.emit()


class _PeerCard(QFrame):
    """One peer: a box to choose them, why they fit, what is not known, and the last referral."""

    def __init__(self, ranked: RankedPeer, today: date) -> None:
        super().__init__()
        self.peer_id = ranked.peer.id
        self.setProperty("role", "card")
        peer = ranked.peer
        self.box = TickBox(peer.name)
        self.box.setFont(font_of(self.box.font(), weight=QFont.Weight.DemiBold))
        self.box.setAccessibleDescription(joined(ranked.offering.title, *(r.sentence for r in ranked.reasons)))
        head = QHBoxLayout()
        head.addWidget(self.box, 1)
        head.addWidget(
            PlainLabel(_("fit for them {n} of 100").replace("{n}", f"{ranked.for_them.low:.0f}"), "secondary")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        last = _("last referred {ago}").replace("{ago}", ago(peer.last_referred, today)) if peer.last_referred else ""
        never = "" if last else _("not referred before")
        about = joined(ranked.offering.title, peer.home.city, last or never)
        column.addWidget(_indented(PlainLabel(about, "secondary", wraps=True)))
        for reason in ranked.reasons[:_REASONS_SHOWN]:
            column.addWidget(_indented(PlainLabel(f"✓  {reason.sentence}", wraps=True)))
        if ranked.unknown:
            unknown = ", ".join(ranked.unknown[:_UNKNOWN_SHOWN])
            column.addWidget(_indented(PlainLabel(f"?  {_('Not known')}: {unknown}", "warning", wraps=True)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.box.toggle()
        super().mousePressEvent(event)


def _by_reason(left_out: Sequence[tuple[Peer, str]]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for someone, why in left_out:
        names.setdefault(why, []).append(someone.name)
    return names


def _indented(label: PlainLabel) -> PlainLabel:
    label.setContentsMargins(INDENT, 0, 0, 0)
    return label
