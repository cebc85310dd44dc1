"""The practice: everything about the owner that a request is judged against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Peer
from fitdesk.store import calendar, offerings, peers
from fitdesk.store import owner as owners

if TYPE_CHECKING:
    from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Practice:
    """The owner, what they sell, whom they know, and when they are taken."""

    owner: Owner
    offerings: tuple[Offering, ...]
    peers: tuple[Peer, ...]
    entries: tuple[CalendarEntry, ...]


def load_practice(store: Store) -> Practice:
    """The practice as it stands in ``store`` now, without what lies in the trash."""
    return Practice(
        owner=owners.get(store),
        offerings=offerings.every(store),
        peers=peers.every(store),
        entries=calendar.every(store),
    )
