"""The owner's offerings as the page of records wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fitdesk.domain.offering import Offering
from fitdesk.i18n import _, plural
from fitdesk.store import offerings, owner
from fitdesk.ui.changes import Clock
from fitdesk.ui.widgets.offering_form import summary_line, unsaid
from fitdesk.ui.widgets.record_source import TRASH, Entry, RecordWords, View
from fitdesk.ui.widgets.row_delegate import Row
from fitdesk.ui.widgets.word_search import has_words

if TYPE_CHECKING:
    from fitdesk.store.store import Store

ACTIVE, RETIRED = "active", "retired"


class OfferingRecords:
    """Offerings in three lists: active, retired, trash."""

    key = "offering"

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.views: Sequence[View] = (
            View(ACTIVE, _("Active")),
            View(RETIRED, _("Retired")),
            View(TRASH, _("Trash")),
        )
        self.words = RecordWords(
            page=_("Offerings"),
            new=_("New offering"),
            search=_("Search offerings"),
            untitled=_("New offering"),
            empty_title=_("No offerings yet"),
            empty_text=_(
                "Describe what you sell once: topics, audience, fee, how sure you are. "
                "From then on every request is judged against it by itself."
            ),
            pick_title=_("Choose an offering"),
            pick_text=_("Pick one from the list to read or change it. What you type is kept by itself."),
        )

    def entries(self, view: str, search: str) -> Sequence[Entry]:
        found = offerings.every(self._store, trashed=view == TRASH)
        shown = (one for one in found if view in (TRASH, self.view_of(one)))
        return [_entry(one, view) for one in shown if has_words(search, _texts(one))]

    def view_of(self, record: Offering) -> str:
        return ACTIVE if record.active else RETIRED

    def name(self, record: Offering) -> str:
        return record.title

    def id_of(self, record: Offering) -> int | None:
        return record.id

    def blank(self) -> Offering:
        return Offering(currency=owner.get(self._store).currency)

    def copy(self, record: Offering) -> Offering:
        return replace(record, id=None, title=_("{title} (copy)").replace("{title}", record.title))

    def get(self, number: int) -> Offering:
        return offerings.get(self._store, number)

    def save(self, record: Offering) -> Offering:
        return offerings.save(self._store, record)

    def trash(self, number: int) -> None:
        offerings.trash(self._store, number, self._clock.now())

    def untrash(self, number: int) -> None:
        offerings.untrash(self._store, number)


def _entry(offering: Offering, view: str) -> Entry:
    missing = len(unsaid(offering)) if view == ACTIVE else 0
    mark = plural("{n} thing unsaid", "{n} things unsaid", missing) if missing else ""
    detail = summary_line(offering) or ", ".join(topic.name for topic in offering.topics)
    return Entry(offering.id or 0, Row(offering.title, detail, detail_mark=mark, faded=view != ACTIVE))


def _texts(offering: Offering) -> list[str]:
    words = [offering.title, offering.summary, *offering.sectors, *offering.audience_levels]
    for topic in offering.topics:
        words += [topic.name, *topic.synonyms]
    return words
