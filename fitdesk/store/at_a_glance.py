"""What the Today page shows of letters, peers, the calendar and the practice, by plain SQL and in short lines.

Apart from the modules that read these records whole: their values take 40 ms to import when the program starts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from fitdesk.store.reading import read
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

LOOK_BACK = timedelta(days=180)
"""Work that is longer past is not asked about: nobody remembers, and a long history would flood the page."""
SOON = timedelta(days=3)


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
class DoneLine:
    """Accepted work whose last day ``day`` is past and on which nobody has looked back."""

    id: int
    title: str
    organization: str
    day: date


@dataclass(frozen=True, slots=True)
class HoldLine:
    """A hold that runs out, or ran out, on ``expires``; ``inquiry_id`` is the inquiry it is for."""

    id: int
    title: str
    first: date
    last: date
    expires: date
    inquiry_id: int | None


@dataclass(frozen=True, slots=True)
class ComeBackLine:
    """A "not now" whose day to ask again is ``come_back``; ``reason`` is what was written then."""

    id: int
    title: str
    who: str
    organization: str
    come_back: date
    reason: str


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


def to_look_back_on(store: Store, today: date) -> tuple[DoneLine, ...]:
    """Accepted work done in the ``LOOK_BACK`` before ``today`` and not looked back on, the longest past first.

    A series is not done while days of it still stand in the calendar.
    """
    sql = (
        "SELECT id, title, organization, last_date FROM inquiries i INDEXED BY inquiries_to_look_back_on"
        " WHERE shelf = 'decided' AND status = 'accepted' AND post_mortem IS NULL"
        " AND last_date >= ?1 AND last_date < ?2 AND NOT EXISTS (SELECT 1 FROM calendar_entries e"
        " WHERE e.inquiry_id = i.id AND e.trashed_at IS NULL AND e.last >= ?2)"
        " ORDER BY last_date, id"
    )
    rows = store.rows(sql, ((today - LOOK_BACK).isoformat(), today.isoformat()))
    return tuple(shape_of(DoneLine).build(row) for row in rows)


def lost_work(store: Store, today: date) -> tuple[DoneLine, ...]:
    """Accepted work from which the client withdrew in the ``LOOK_BACK`` before ``today``, not looked back on.

    ``day`` is when they withdrew.
    """
    sql = (
        "SELECT i.id, i.title, i.organization, substr(c.at, 1, 10)"
        " FROM status_changes c INDEXED BY status_changes_withdrawn"
        " JOIN inquiries i ON i.id = c.inquiry_id"
        " JOIN status_changes b ON b.inquiry_id = i.id AND b.position = c.position - 1"
        " WHERE c.status = 'withdrawn' AND c.at >= ? AND b.status = 'accepted'"
        " AND i.shelf = 'decided' AND i.status = 'withdrawn' AND i.post_mortem IS NULL"
        " AND c.position = (SELECT max(position) FROM status_changes WHERE inquiry_id = i.id) ORDER BY c.at, i.id"
    )
    return tuple(shape_of(DoneLine).build(row) for row in store.rows(sql, ((today - LOOK_BACK).isoformat(),)))


def holds_running_out(store: Store, today: date) -> tuple[HoldLine, ...]:
    """Holds on days to come that run out within ``SOON`` or have run out, the earliest first."""
    where = "kind = 'held' AND trashed_at IS NULL AND expires <= ? AND last >= ? ORDER BY expires, first, id"
    return read(store, HoldLine, f"calendar_entries WHERE {where}", ((today + SOON).isoformat(), today.isoformat()))


def coming_back(store: Store, today: date) -> tuple[ComeBackLine, ...]:
    """Inquiries that were "not now" and whose day to ask again has come, the longest waiting first."""
    sql = (
        "SELECT i.id, i.title, i.who, i.organization, c.come_back, c.reason"
        " FROM status_changes c JOIN inquiries i ON i.id = c.inquiry_id"
        " WHERE c.come_back <= ? AND i.shelf = 'decided' AND i.status = 'not_now'"
        " AND c.position = (SELECT max(position) FROM status_changes WHERE inquiry_id = i.id)"
        " ORDER BY c.come_back, i.id"
    )
    return tuple(shape_of(ComeBackLine).build(row) for row in store.rows(sql, (today.isoformat(),)))


def standing(store: Store) -> Standing:
    """How far the practice is set up: a profile has a name and an address; what lies in the trash is no offering."""
    (found,) = store.rows(
        "SELECT EXISTS (SELECT 1 FROM owner WHERE name <> '' AND json_array_length(address, '$.lines') > 0),"
        " EXISTS (SELECT 1 FROM offerings WHERE peer_id IS NULL AND trashed_at IS NULL),"
        " EXISTS (SELECT 1 FROM peers WHERE trashed_at IS NULL),"
        " EXISTS (SELECT 1 FROM inquiries)"
    )
    return Standing(*map(bool, found))
