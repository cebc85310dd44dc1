"""The Offerings page: the owner's entries on top, the offerings below, the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from fitdesk.domain.offering import Offering
from fitdesk.i18n import _
from fitdesk.store import owner as owners
from fitdesk.store.kinds import Kind
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.offerings.editor import OfferingEditor
from fitdesk.ui.offerings.records import OfferingRecords
from fitdesk.ui.offerings.weak_spots import WeakSpots
from fitdesk.ui.offerings.weights import Weights
from fitdesk.ui.widgets.record_page import RecordPage

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class OfferingsPage(RecordPage[Offering]):
    """What the owner sells, is not good at, and lets count."""

    inquiry_opened = Signal(int)
    watched = frozenset({Kind.OFFERINGS, Kind.OWNER, Kind.RULES})

    def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
        weak_spots, weights = WeakSpots(store), Weights(store, clock)
        records = OfferingRecords(store, clock)
        editor = OfferingEditor(lambda: owners.get(store))
        super().__init__(store, changes, clock, records, editor, (weak_spots, weights))
        self.editor: OfferingEditor = editor
        self.weak_spots, self.weights = weak_spots, weights
        for entry in (self.weak_spots, self.weights):
            entry.failed.connect(lambda sentence: self.notice.emit(sentence, None))
        self.weights.told.connect(self.notice)
        self.weights.row_changed.connect(self._show_list)
        self.weights.inquiry_opened.connect(self.inquiry_opened)
        self.editor.rules_wanted.connect(self.open_rules)
        self.add_action(self.weak_spots.title, lambda: self.open_record(self.weak_spots.entry_id))
        self.add_action(self.weights.title, lambda: self.open_record(self.weights.entry_id))

    def open_rules(self, offering_id: int | None = None) -> None:
        """Show what counts how much, for all offerings or for one."""
        self.open_record(self.weights.entry_id)
        self.weights.choose_scope(offering_id)

    def try_weights(self, weights: tuple[float, ...]) -> None:
        """Put weights that were suggested elsewhere into the draft; nothing counts yet."""
        self.open_rules()
        self.weights.try_weights(weights, _("suggested from my decisions"))
