"""The owner's offerings, and those of peers, which lie in the same table."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from fitdesk.domain.offering import Offering
from fitdesk.store import fits, records
from fitdesk.store import trash as trash_can
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read_by
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

_CHANGES = (Kind.OFFERINGS, Kind.INQUIRIES)
"""An offering that changes makes remembered scores stale."""


def every(store: Store, *, trashed: bool = False) -> tuple[Offering, ...]:
    """The owner's offerings in the order in which they were made."""
    return _read(store, "peer_id IS NULL AND trashed_at IS " + ("NOT NULL" if trashed else "NULL")).get(None, ())


def get(store: Store, number: int) -> Offering:
    """One of the owner's offerings, in the trash or not. Raises NotFound."""
    found = _read(store, "peer_id IS NULL AND id = ?", number).get(None)
    if not found:
        raise records.missing()
    return found[0]


def save(store: Store, offering: Offering) -> Offering:
    """Keep an offering of the owner; returned with its id. Raises NotFound for an id that is not there."""
    values = shape_of(Offering).values(offering)
    with store.transaction(*_CHANGES):
        fits.drop(store)
        if offering.id is not None:
            get(store, offering.id)
            records.update(store, Table.OFFERINGS, offering.id, values)
            return offering
        last = store.rows("SELECT coalesce(max(position), 0) FROM offerings WHERE peer_id IS NULL")[0][0]
        del values["id"]
        return replace(offering, id=records.insert(store, Table.OFFERINGS, {**values, "position": last + 1}))


def trash(store: Store, number: int, now: datetime) -> None:
    """Move one of the owner's offerings to the trash. Raises NotFound."""
    with store.transaction(*_CHANGES):
        trash_can.put(store, "offerings", number, now)
        fits.drop(store)


def untrash(store: Store, number: int) -> None:
    """Bring it back as it was. Raises NotFound."""
    with store.transaction(*_CHANGES):
        trash_can.take_out(store, "offerings", number)
        fits.drop(store)


def of_peers(store: Store, peer: int | None = None) -> dict[int | None, tuple[Offering, ...]]:
    """Peer id → offerings in the peer's order, for one peer or for all."""
    return _read(store, "peer_id IS NOT NULL") if peer is None else _read(store, "peer_id = ?", peer)


def save_for_peer(store: Store, peer: int, offerings: tuple[Offering, ...]) -> tuple[Offering, ...]:
    """Make ``offerings`` those of ``peer``, inside the caller's transaction; known ids stay, others get new ones.

    An id that is free again comes back (undo of a removal); one that is somebody else's is not taken.
    """
    asked = [offering.id for offering in offerings if offering.id is not None]
    marks = ", ".join("?" * len(asked))
    sql = f"SELECT id, peer_id FROM offerings WHERE peer_id = ? OR id IN ({marks})"
    owners: dict[int, int | None] = dict(store.rows(sql, (peer, *asked)))
    kept: list[Offering] = []
    for position, offering in enumerate(offerings):
        values = {**shape_of(Offering).values(offering), "peer_id": peer, "position": position}
        number = offering.id
        taken = any(number == other.id for other in kept)
        if number is not None and not taken and owners.get(number) == peer:
            records.update(store, Table.OFFERINGS, number, values)
        elif number is None or taken or number in owners:
            del values["id"]
            offering = replace(offering, id=records.insert(store, Table.OFFERINGS, values))
        else:
            records.insert(store, Table.OFFERINGS, values)
        kept.append(offering)
    still = {offering.id for offering in kept}
    for number in (number for number, whose in owners.items() if whose == peer and number not in still):
        store.run("DELETE FROM offerings WHERE id = ?", (number,))
    return tuple(kept)


def _read(store: Store, where: str, *parameters: object) -> dict[int | None, tuple[Offering, ...]]:
    """Offerings by the id of the peer whose they are; None for the owner's."""
    rest = f"offerings WHERE {where} ORDER BY peer_id, position, id"
    return read_by(store, Offering, "peer_id", rest, parameters)
