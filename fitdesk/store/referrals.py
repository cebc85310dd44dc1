"""The ledger of referrals, given and received."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.peer import Outcome
from fitdesk.domain.referral import Referral
from fitdesk.store import records
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


def add(store: Store, referral: Referral) -> Referral:
    """Write down a referral; returned with its id, and with the peer's name as it is now if it had none."""
    if not referral.peer_name:
        name = store.rows("SELECT name FROM peers WHERE id = ?", (referral.peer_id,))
        referral = replace(referral, peer_name=str(name[0][0]) if name else "")
    values = shape_of(Referral).values(referral)
    del values["id"]
    with store.transaction(Kind.REFERRALS, Kind.PEERS):
        return replace(referral, id=records.insert(store, Table.REFERRALS, values))


def get(store: Store, number: int) -> Referral:
    """One referral. Raises NotFound."""
    return records.fetch(store, Table.REFERRALS, Referral, number)


def for_peer(store: Store, peer: int) -> tuple[Referral, ...]:
    """What was given to and received from a peer, newest first."""
    return _read(store, "peer_id = ?", peer)


def for_inquiry(store: Store, inquiry: int) -> tuple[Referral, ...]:
    """To whom an inquiry was referred, newest first."""
    return _read(store, "inquiry_id = ?", inquiry)


def record_outcome(store: Store, number: int, outcome: Outcome | None, note: str | None = None) -> Referral:
    """How it ended for the client; ``note`` None leaves the note. Raises NotFound."""
    with store.transaction(Kind.REFERRALS, Kind.PEERS):
        before = get(store, number)
        after = replace(before, outcome=outcome, note=before.note if note is None else note)
        records.update(store, Table.REFERRALS, number, shape_of(Referral).values(after))
    return after


def _read(store: Store, where: str, number: int) -> tuple[Referral, ...]:
    return read(store, Referral, f"referrals WHERE {where} ORDER BY day DESC, id DESC", (number,))
