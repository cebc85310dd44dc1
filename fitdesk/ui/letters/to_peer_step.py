"""First step of a letter to a peer: to whom, and what of the client's data may be passed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.letters.facts import Particulars
from fitdesk.ui.letters.first_step import FirstStep
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.read_words import write_phone
from fitdesk.ui.widgets.tick_box import TickBox
from fitdesk.workflows.letter_facts import LetterOrder

Data = Sequence[tuple[str, str]]
"""(key of CLIENT_DATA, the value as it would be passed on)."""


class ToPeerStep(FirstStep):
    """``known``: what a peer of that id is on record to know already, which a letter of thanks may mention."""

    def __init__(
        self,
        peers: Sequence[Peer],
        data: Data,
        *,
        is_thanks: bool,
        known: Callable[[int], Particulars],
        hows: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``hows``: usual ways in which a client says yes, to choose with one click."""
        super().__init__("", parent)
        self._is_thanks, self._known = is_thanks, known
        self._said = Particulars()
        self.to = QComboBox()
        self.to.setAccessibleName(_("To"))
        for peer in peers:
            self.to.addItem(peer.name, peer.id)
        self.how = QLineEdit()
        self.how.setAccessibleName(_("How the client said yes"))
        self.how.setPlaceholderText(
            _("such as: the client called them") if is_thanks else _("such as: by phone on 3 March")
        )
        self.boxes: dict[str, TickBox] = {}
        self.quick = [_small(how) for how in hows]
        self.all = _small(_("Tick all"))
        self._lay_out(data)
        self.to.activated.connect(lambda *_: self._take_peer())
        self.how.textChanged.connect(lambda *_: self.changed.emit())
        self.all.clicked.connect(lambda *_: self._tick_all())
        for button in self.quick:
            button.clicked.connect(partial(self._take_how, button))
        if self.is_dead_end():
            self.explanation.setText(_("There is nobody to write to yet. Close this, and add a colleague under Peers."))
            return
        self.explanation.setText(
            _("Choose whom to thank. What you tick is mentioned; tick only what they know already.")
            if is_thanks
            else _("Tick what the client allowed you to pass on. Nothing else of theirs stands in the letter.")
        )

    def show_order(self, order: LetterOrder) -> None:
        """Show what was said before, and keep to a peer that is chosen already."""
        place = self.to.findData(order.addressee_id)
        self.to.setCurrentIndex(max(0, place))
        self.to.setEnabled(order.addressee_id is None or place < 0)
        if order.addressee_id is None:
            self._take_peer()
        else:
            self._show(order.particulars)

    def put_into(self, order: LetterOrder) -> LetterOrder:
        allowed = tuple(key for key, box in self.boxes.items() if box.isChecked())
        said = replace(
            order.particulars,
            allowed=allowed,
            allowed_how=self.how.text().strip() if allowed else "",
            outcome=self._said.outcome,
        )
        return replace(order, addressee_id=self.to.currentData(), particulars=said)

    def is_dead_end(self) -> bool:
        return not self.to.count()

    def error(self) -> str:
        if self._is_thanks and any(box.isChecked() for box in self.boxes.values()) and not self.how.text().strip():
            return _("Write down from where they know it, such as “the client called them”.")
        return ""

    def focus_first(self) -> None:
        first = self.to if self.to.isEnabled() else next(iter(self.boxes.values()), self.how)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, data: Data) -> None:
        self._caption(_("To"), self.to)
        self.to.setMinimumWidth(240)
        self.fields.addWidget(self.to, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addSpacing(8)
        what = _("They know already") if self._is_thanks else _("The client allowed me to pass on")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(PlainLabel(what, "strong"))
        head.addWidget(self.all)
        head.addStretch(1)
        self.all.setVisible(len(data) > 1 and not self._is_thanks)
        self.fields.addLayout(head)
        ticks = QVBoxLayout()
        ticks.setSpacing(4)
        for key, value in data:
            box = TickBox(f"{data_word(key)}: {write_phone(value) if key == 'phone' else value}")
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes[key] = box
            ticks.addWidget(box)
        if not data:
            ticks.addWidget(PlainLabel(_("Nothing is on record that could be passed on."), "secondary"))
        self.fields.addLayout(ticks)
        self.fields.addSpacing(4)
        self._caption(_("From where they know it") if self._is_thanks else _("How the client said yes"), self.how)
        self.fields.addWidget(self.how)
        if self.quick:
            line = QWidget()
            flow = FlowLayout(line, gap=SPACE)
            for button in self.quick:
                flow.addWidget(button)
            self.fields.addWidget(line)
        self.fields.addStretch(1)

    def _caption(self, words: str, buddy: QWidget) -> None:
        caption = PlainLabel(words, "caption")
        caption.setBuddy(buddy)
        self.fields.addWidget(caption)
        self.fields.addSpacing(-8)

    def _tick_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(True)

    def _take_how(self, button: QPushButton, _checked: bool = False) -> None:
        self.how.setText(button.text())

    def _take_peer(self) -> None:
        """Another peer: what that one is on record to know; nothing is allowed by itself."""
        number = self.to.currentData()
        self._show(self._known(int(number)) if number is not None else Particulars())
        self.changed.emit()

    def _show(self, said: Particulars) -> None:
        self._said = said
        for key, box in self.boxes.items():
            box.setChecked(key in said.allowed)
        self.how.setText(said.allowed_how)


def _small(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", True)
    button.setAutoDefault(False)
    return button


def data_word(key: str) -> str:
    """What a kind of data of the client is called on the screen."""
    return {
        "name": _("Name"),
        "organization": _("Organization"),
        "email": _("E-mail"),
        "phone": _("Telephone"),
        "goal": _("Their goal"),
        "event": _("Event"),
        "day": _("Day"),
        "place": _("Place"),
        "audience": _("Audience"),
        "format": _("Format"),
        "budget": _("Budget"),
    }[key]
