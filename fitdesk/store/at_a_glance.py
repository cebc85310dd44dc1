"""What the Today page shows of letters, peers and the practice, by plain SQL and in short lines.

Apart from the modules that read these records whole: their values take 40 ms to import when the program starts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from fitdesk.store.reading import read
from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A letter that was begun and not sent."""

    id: int
    recipient: str
    subject: str
    day: date


@dataclass(frozen=True, slots=True)
class PeerLine:
    """A peer; ``verified`` is the day on which their details were last looked at."""

    id: int
    name: str
    headline: str
    verified: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Which of the first steps are done."""

    has_profile: bool
    has_offering: bool
    has_peer: bool
    has_inquiry: bool

    @property
    def is_complete(self) -> bool:
        return self.has_profile and self.has_offering and self.has_peer and self.has_inquiry


def drafts(store: Store) -> tuple[DraftLine, ...]:
    """Letters not sent yet, oldest first; not those in the trash."""
    return read(store, DraftLine, "letters WHERE status = 'draft' AND trashed_at IS NULL ORDER BY day, id")


def unchecked_peers(store: Store, until: date) -> tuple[PeerLine, ...]:
    """Active peers last looked at on ``until`` or before, those never looked at first."""
    where = "active = 1 AND trashed_at IS NULL AND (verified IS NULL OR verified <= ?)"
    return read(store, PeerLine, f"peers WHERE {where} ORDER BY verified, name, id", (until.isoformat(),))


def peer_names(store: Store, numbers: Collection[int]) -> dict[int, str]:
    """Id → name of the peers ``numbers``; not of those in the trash."""
    marks = ", ".join("?" * len(numbers))
    return dict(store.rows(f"SELECT id, name FROM peers WHERE trashed_at IS NULL AND id IN ({marks})", (*numbers,)))


def peer_count(store: Store) -> int:
    """How many peers there are, without reading them."""
    return int(store.rows("SELECT count(*) FROM peers WHERE trashed_at IS NULL")[0][0])


def standing(store: Store) -> Standing:
    """How far the practice is set up: a profile has a name and an address; what lies in the trash is no offering."""
    (found,) = store.rows(
        "SELECT EXISTS (SELECT 1 FROM owner WHERE name <> '' AND json_array_length(address, '$.lines') > 0),"
        " EXISTS (SELECT 1 FROM offerings WHERE peer_id IS NULL AND trashed_at IS NULL),"
        " EXISTS (SELECT 1 FROM peers WHERE trashed_at IS NULL),"
        " EXISTS (SELECT 1 FROM inquiries)"
    )
    return Standing(*map(bool, found))
