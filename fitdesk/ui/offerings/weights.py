"""What counts how much: the weights of the criteria, an entry of its own on the Offerings page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from fitdesk.domain.assessment import Side
from fitdesk.domain.criteria import CRITERIA, weights_of
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _, plural
from fitdesk.store import owner as owners
from fitdesk.ui.offerings.own_form import OwnerForm
from fitdesk.ui.offerings.weight_field import WeightField
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.form import Form
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.row_delegate import Row

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class Weights(OwnerForm):
    """A slider per criterion bound to ``owner.weights``; ``reset`` tells what stood before, for Undo."""

    entry_id = -2
    reset = Signal(object)

    def __init__(self, store: Store) -> None:
        super().__init__(
            store,
            _("What counts how much"),
            _(
                "Every request is judged by these fifteen things. Move one to let it count for more or less; "
                "the shares always add up to 100. The notch is where it usually stands."
            ),
        )
        self.sums: dict[Side, PlainLabel] = {}
        self.fields: dict[str, WeightField] = {}
        for side, title in ((Side.FOR_THEM, _("Right for them")), (Side.FOR_ME, _("Right for me"))):
            self._add_side(side, title)
        self.reset_button = QPushButton(_("Back to the usual weights"))
        self.reset_button.clicked.connect(self._reset)
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE * 2, 0, 0)
        row.addWidget(self.reset_button)
        row.addStretch(1)
        self.column.insertLayout(self.column.count() - 1, row)
        self.form.edited.connect(lambda _key: self._show_shares())
        self.refresh()

    def row(self) -> Row:
        count = len(owners.get(self.store).weights)
        detail = plural("{n} weight of your own", "{n} weights of your own", count)
        return Row(self.title, detail if count else _("The usual weights"))

    def fill(self) -> None:
        own = dict(owners.get(self.store).weights)
        self.form.set_values({one.key: own.get(one.key, one.weight) for one in CRITERIA})
        self._show_shares()

    def keep(self) -> None:
        before = owners.get(self.store)
        after = replace(before, weights=self._chosen())
        if after != before:
            owners.save(self.store, after)

    def put_back(self, weights: tuple[tuple[str, float], ...]) -> None:
        """Let ``weights`` count again."""
        owners.save(self.store, replace(owners.get(self.store), weights=weights))
        self.fill()

    def _add_side(self, side: Side, title: str) -> None:
        self.sums[side] = self.form.add_section(title, _("of 100 together"))
        rows = Form()
        rows.set_gap(0)
        for criterion in CRITERIA:
            if criterion.side is side:
                field = WeightField(criterion.label, criterion.weight)
                self.fields[criterion.key] = field
                rows.add_widget(field)
                self.form.take_in(criterion.key, criterion.label, field)
        self.form.add_widget(rows)

    def _chosen(self) -> tuple[tuple[str, float], ...]:
        """The weights that differ from the usual ones."""
        chosen = ((one.key, self.fields[one.key].value()) for one in CRITERIA)
        return tuple((key, weight) for (key, weight), one in zip(chosen, CRITERIA, strict=True) if weight != one.weight)

    def _show_shares(self) -> None:
        shares = weights_of(Owner(weights=self._chosen()))
        for criterion, share in zip(CRITERIA, shares, strict=True):
            self.fields[criterion.key].show_share(share)
        for side, label in self.sums.items():
            total = sum(share for one, share in zip(CRITERIA, shares, strict=True) if one.side is side)
            label.setText(_("{share} of 100 together").replace("{share}", f"{total:.0f}"))
        self.reset_button.setEnabled(bool(self._chosen()))

    def _reset(self) -> None:
        self.settle()
        before = owners.get(self.store).weights
        self.put_back(())
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reset.emit(before)
