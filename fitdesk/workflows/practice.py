"""The practice: everything about the owner that a request is judged against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.diary import Diary
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Peer
from fitdesk.store import calendar, inquiries, linked_calendars, offerings, peers
from fitdesk.store import owner as owners

if TYPE_CHECKING:
    from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Practice:
    """The owner, what they sell, whom they know, and when they are taken.

    ``entries`` is a Diary where it was loaded: its days are sorted once for all that is judged. ``clients`` says for
    whom the days that are held or booked for an inquiry are (inquiry id, who).
    """

    owner: Owner
    offerings: tuple[Offering, ...]
    peers: tuple[Peer, ...]
    entries: Sequence[CalendarEntry]
    clients: tuple[tuple[int, str], ...] = ()


def load_practice(store: Store) -> Practice:
    """The practice as it stands in ``store`` now, without what lies in the trash."""
    diary = Diary.of(calendar.every(store), linked_calendars.every(store))
    return Practice(
        owner=owners.get(store),
        offerings=offerings.every(store),
        peers=peers.every(store),
        entries=diary,
        clients=_clients(store, diary),
    )


def _clients(store: Store, diary: Diary) -> tuple[tuple[int, str], ...]:
    """Who waits for a day that is held: an organization rather than a name, a name rather than a title."""
    held = sorted({e.inquiry_id for e in diary if e.kind is EntryKind.HELD and e.inquiry_id is not None})
    return tuple((line.id, line.organization or line.who or line.title) for line in inquiries.lines(store, held))
