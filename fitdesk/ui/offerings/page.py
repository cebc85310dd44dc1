"""The Offerings page: the owner's entries on top, the offerings below, the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fitdesk.domain.offering import Offering
from fitdesk.i18n import _
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

    watched = frozenset({Kind.OFFERINGS, Kind.OWNER})

    def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
        weak_spots, weights = WeakSpots(store), Weights(store)
        records = OfferingRecords(store, clock)
        super().__init__(store, changes, clock, records, OfferingEditor(), (weak_spots, weights))
        self.weak_spots, self.weights = weak_spots, weights
        for entry in (self.weak_spots, self.weights):
            entry.failed.connect(lambda sentence: self.notice.emit(sentence, None))
        self.weights.reset.connect(self._tell_reset)
        self.add_action(self.weak_spots.title, lambda: self.open_record(self.weak_spots.entry_id))
        self.add_action(self.weights.title, lambda: self.open_record(self.weights.entry_id))

    def _tell_reset(self, before: tuple[tuple[str, float], ...]) -> None:
        self.notice.emit(_("The usual weights count again"), lambda: self.weights.put_back(before))
