"""A peer's offerings: one line each, unfolding into a short form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.offering import Offering
from fitdesk.i18n import _
from fitdesk.ui.format import joined
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.disclosure import Disclosure
from fitdesk.ui.widgets.field import Field, Typed
from fitdesk.ui.widgets.form import Form
from fitdesk.ui.widgets.offering_form import add_peer_fields, fill, merged, summary_line
from fitdesk.ui.widgets.remove_button import RemoveButton

_INDENT = 20


class OfferingCard(QWidget):
    """One offering; its form is built when it is first unfolded, so that ten of them cost nothing."""

    changed = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, offering: Offering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offering = offering
        self.form: Form | None = None
        self.fold = Disclosure("")
        self.fold.button.toggled.connect(self._build)
        self.remove = RemoveButton("")
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.fold, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._name()

    def value(self) -> Offering:
        return self.offering if self.form is None else merged(self.form, self.offering)

    def error(self) -> str:
        if self.form is None or self.form.is_valid():
            return ""
        title = self.value().title or _("the new offering")
        return _("Look at “{title}”: {problem}").format(title=title, problem=next(iter(self.form.errors().values())))

    def typed(self) -> Typed:
        return {"id": self.offering.id, "typed": self.form.typed() if self.form is not None else None}

    def set_typed(self, typed: Typed) -> None:
        if typed["typed"] is not None:
            self.open().set_typed(typed["typed"])
            self._name()

    def open(self) -> Form:
        """Unfold; the form."""
        self.fold.set_open(True)
        assert self.form is not None
        return self.form

    def _build(self) -> None:
        if self.form is not None:
            return
        self.form = Form()
        add_peer_fields(self.form)
        fill(self.form, self.offering)
        self.fold.content.setContentsMargins(_INDENT, 0, 0, SPACE * 2)
        self.fold.content.addWidget(self.form)
        self.form.edited.connect(lambda _key: self._note_edit())
        self.form.settled.connect(self.left)

    def _note_edit(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        offering = self.value()
        title = offering.title or _("New offering")
        self.fold.button.setText(title.replace("&", "&&"))
        self.fold.set_summary(joined(summary_line(offering), ", ".join(topic.name for topic in offering.topics[:3])))
        name = _("Remove “{title}”").replace("{title}", title)
        self.remove.setAccessibleName(name)


class OfferingsField(Field[tuple[Offering, ...]]):
    """All offerings of a peer; ``acted(words)`` when one was removed."""

    acted = Signal(str)

    def __init__(self, blank: Callable[[], Offering], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blank = blank
        self._good: tuple[Offering, ...] = ()
        self.cards: list[OfferingCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE // 2)
        column.addLayout(self._column)
        self.add_button = QPushButton(_("Add an offering"))
        self.add_button.setProperty("role", "link")
        self.add_button.clicked.connect(self.begin_card)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def begin_card(self) -> None:
        """Add an empty offering, unfolded, with the focus in it."""
        form = self._append(self._blank()).open()
        form.go_to("title")

    def targets(self) -> tuple[QWidget, ...]:
        return (self.cards[0].fold.button if self.cards else self.add_button, self.add_button)

    def set_name(self, name: str) -> None:
        """Each card is called by its title."""

    def set_description(self, text: str) -> None:
        self.add_button.setAccessibleDescription(text)

    def set_invalid(self, invalid: bool) -> None:
        for card in self.cards:
            if invalid and card.form is not None:
                card.form.show_errors()

    def value(self) -> tuple[Offering, ...]:
        if not self.error():
            self._good = tuple(card.value() for card in self.cards)
        return self._good

    def set_value(self, value: tuple[Offering, ...]) -> None:
        self._good = value
        while self.cards:
            self._drop(self.cards[-1])
        for offering in value:
            self._append(offering)

    def learn(self, saved: tuple[Offering, ...]) -> None:
        """Take over the ids that the store gave."""
        if len(saved) == len(self.cards):
            for card, offering in zip(self.cards, saved, strict=True):
                card.offering = offering
            self._good = saved

    def error(self) -> str:
        return next((card.error() for card in self.cards if card.error()), "")

    def typed(self) -> Typed:
        return [card.typed() for card in self.cards]

    def set_typed(self, typed: Typed) -> None:
        known = {offering.id: offering for offering in self._good if offering.id is not None}
        while self.cards:
            self._drop(self.cards[-1])
        for one in typed:
            self._append(known.get(one["id"], self._blank())).set_typed(one)

    def _append(self, offering: Offering) -> OfferingCard:
        card = OfferingCard(offering, self)
        self.cards.append(card)
        self._column.addWidget(card)
        card.changed.connect(self.changed)
        card.left.connect(self.left)
        card.removed.connect(lambda: self._remove(card))
        return card

    def _remove(self, card: OfferingCard) -> None:
        title = card.value().title
        self._drop(card)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        if title:
            self.acted.emit(_("“{title}” is removed").replace("{title}", title))

    def _drop(self, card: OfferingCard) -> None:
        self.cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
