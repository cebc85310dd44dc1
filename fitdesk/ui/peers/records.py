"""The peers as the page of records wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.store import owner as owners
from fitdesk.store import peers
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import ago, joined
from fitdesk.ui.peers.consent_words import consent_state
from fitdesk.ui.widgets.record_source import TRASH, Entry, RecordWords, View
from fitdesk.ui.widgets.row_delegate import Row
from fitdesk.ui.widgets.word_search import has_words, plain

if TYPE_CHECKING:
    from fitdesk.store.store import Store

ACTIVE, RESTING = "active", "resting"


class PeerRecords:
    """Peers in three lists: active, resting (not recommended for now), trash."""

    key = "peer"

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.views: Sequence[View] = (View(ACTIVE, _("Active")), View(RESTING, _("Resting")), View(TRASH, _("Trash")))
        self.words = RecordWords(
            page=_("Peers"),
            new=_("New peer"),
            search=_("Search name, topic, town"),
            untitled=_("New peer"),
            empty_title=_("No peers yet"),
            empty_text=_(
                "A peer is a competitor you gladly name when you are not the right one. "
                "Prepare three before you need them: how they differ from you, and their yes to being recommended."
            ),
            pick_title=_("Choose a peer"),
            pick_text=_("Pick one from the list to read or change it. What you type is kept by itself."),
        )

    def owner(self) -> Owner:
        """The owner as saved."""
        return owners.get(self._store)

    def entries(self, view: str, search: str) -> Sequence[Entry]:
        owner = self.owner()
        found = sorted(peers.every(self._store, trashed=view == TRASH), key=lambda one: plain(one.name))
        shown = (one for one in found if view in (TRASH, self.view_of(one)))
        return [self._entry(one, owner, faded=view != ACTIVE) for one in shown if has_words(search, _texts(one))]

    def view_of(self, record: Peer) -> str:
        return ACTIVE if record.active else RESTING

    def name(self, record: Peer) -> str:
        return record.name

    def id_of(self, record: Peer) -> int | None:
        return record.id

    def blank(self) -> Peer:
        return Peer()

    def copy(self, record: Peer) -> Peer:
        """Everything but what belongs to one person only: consent, evidence, how to reach them."""
        return replace(
            record,
            id=None,
            name=_("{title} (copy)").replace("{title}", record.name),
            email="",
            phone="",
            consent=None,
            evidence=(),
            seen=None,
            verified=None,
            offerings=tuple(replace(one, id=None) for one in record.offerings),
        )

    def get(self, number: int) -> Peer:
        return peers.get(self._store, number)

    def save(self, record: Peer) -> Peer:
        return peers.save(self._store, record)

    def trash(self, number: int) -> None:
        peers.trash(self._store, number, self._clock.now())

    def untrash(self, number: int) -> None:
        peers.untrash(self._store, number)

    def _entry(self, peer: Peer, owner: Owner, *, faded: bool) -> Entry:
        today = self._clock.today()
        last = ago(peer.last_referred, today)
        return Entry(
            peer.id or 0,
            Row(
                peer.name,
                joined(peer.home.city, peer.headline),
                mark=consent_state(peer.consent, owner, today).short,
                detail_mark=_("referred {when}").replace("{when}", last) if last else "",
                faded=faded,
            ),
        )


def _texts(peer: Peer) -> list[str]:
    words = [peer.name, peer.headline, peer.home.city or "", peer.address.city or "", peer.email]
    for offering in peer.offerings:
        words.append(offering.title)
        for topic in offering.topics:
            words += [topic.name, *topic.synonyms]
    return words
