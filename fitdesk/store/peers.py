"""Peers with their offerings, consent and evidence; what was given and received is counted from the referrals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from fitdesk.domain.peer import Consent, Peer, TrustEvidence
from fitdesk.store import offerings as peer_offerings
from fitdesk.store import records
from fitdesk.store import trash as trash_can
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read_by
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

_ELSEWHERE = ("offerings", "consent", "evidence", "last_referred", "given", "received")
"""Fields of a Peer that are not columns of the table peers."""


@dataclass(frozen=True, slots=True)
class _Balance:
    last_referred: date | None = None
    given: int = 0
    received: int = 0


def every(store: Store, *, trashed: bool = False) -> tuple[Peer, ...]:
    """All peers by name; those in the trash with ``trashed``."""
    return _read(store, "trashed_at IS " + ("NOT NULL" if trashed else "NULL"), None)


def get(store: Store, number: int) -> Peer:
    """One peer, in the trash or not. Raises NotFound."""
    found = _read(store, "id = ?1", number)
    if not found:
        raise records.missing()
    return found[0]


def save(store: Store, peer: Peer) -> Peer:
    """Keep a peer with offerings, consent and evidence; returned as it now reads, ids filled. Raises NotFound."""
    values = shape_of(Peer, *_ELSEWHERE).values(peer)
    with store.transaction(Kind.PEERS):
        if peer.id is None:
            del values["id"]
            number = records.insert(store, Table.PEERS, values)
        else:
            number = peer.id
            records.update(store, Table.PEERS, number, values)
        kept = peer_offerings.save_for_peer(store, number, peer.offerings)
        _save_consent(store, number, peer.consent)
        _save_evidence(store, number, peer.evidence)
        balance = _balances(store, number).get(number, _Balance())
        return replace(
            peer,
            id=number,
            offerings=kept,
            last_referred=balance.last_referred,
            given=balance.given,
            received=balance.received,
        )


def trash(store: Store, number: int, now: datetime) -> None:
    """Move a peer to the trash. Raises NotFound."""
    with store.transaction(Kind.PEERS):
        trash_can.put(store, "peers", number, now)


def untrash(store: Store, number: int) -> None:
    """Bring a peer back as it was. Raises NotFound."""
    with store.transaction(Kind.PEERS):
        trash_can.take_out(store, "peers", number)


def _save_consent(store: Store, peer: int, consent: Consent | None) -> None:
    """The newest word on consent; earlier ones stay on record, because letters were sent on them."""
    current = _consents(store, peer).get(peer)
    if consent == current:
        return
    if consent is not None and current is not None and consent.given == current.given:
        sql = "UPDATE consents SET how = ?, withdrawn = ? WHERE peer_id = ? AND is_current = 1"
        values = shape_of(Consent).values(consent)
        store.run(sql, (values["how"], values["withdrawn"], peer))
        return
    store.run("UPDATE consents SET is_current = 0 WHERE peer_id = ?", (peer,))
    if consent is not None:
        values = shape_of(Consent).values(consent)
        records.insert(store, Table.CONSENTS, {**values, "peer_id": peer, "is_current": 1})


def _save_evidence(store: Store, peer: int, evidence: tuple[TrustEvidence, ...]) -> None:
    if _evidence(store, peer).get(peer, ()) == evidence:
        return
    store.run("DELETE FROM evidence WHERE peer_id = ?", (peer,))
    shape = shape_of(TrustEvidence)
    rows = [(peer, position, *shape.values(one).values()) for position, one in enumerate(evidence)]
    marks = ", ".join("?" * (len(shape.columns) + 2))
    store.run_many(f"INSERT INTO evidence (peer_id, position, {shape.listed}) VALUES ({marks})", rows)


def _read(store: Store, where: str, only: int | None) -> tuple[Peer, ...]:
    """Five questions in all, however many peers there are."""
    shape = shape_of(Peer, *_ELSEWHERE)
    parameters = () if only is None else (only,)
    rows = store.rows(f"SELECT id, {shape.listed} FROM peers WHERE {where} ORDER BY name, id", parameters)
    offerings = peer_offerings.of_peers(store, only)
    consents, evidence, balances = _consents(store, only), _evidence(store, only), _balances(store, only)
    peers = []
    for number, *row in rows:
        balance = balances.get(number, _Balance())
        peers.append(
            shape.build(
                row,
                offerings=offerings.get(number, ()),
                consent=consents.get(number),
                evidence=evidence.get(number, ()),
                last_referred=balance.last_referred,
                given=balance.given,
                received=balance.received,
            )
        )
    return tuple(peers)


def _of(peer: int | None) -> tuple[str, tuple[object, ...]]:
    return ("true", ()) if peer is None else ("peer_id = ?", (peer,))


def _consents(store: Store, peer: int | None) -> dict[int | None, Consent]:
    where, parameters = _of(peer)
    found = read_by(store, Consent, "peer_id", f"consents WHERE is_current = 1 AND {where}", parameters)
    return {whose: consent for whose, (consent,) in found.items()}


def _evidence(store: Store, peer: int | None) -> dict[int | None, tuple[TrustEvidence, ...]]:
    where, parameters = _of(peer)
    return read_by(store, TrustEvidence, "peer_id", f"evidence WHERE {where} ORDER BY peer_id, position", parameters)


def _balances(store: Store, peer: int | None) -> dict[int | None, _Balance]:
    where, parameters = _of(peer)
    ledger = (
        "(SELECT peer_id, max(day) FILTER (WHERE direction = 'given') AS last_referred,"
        " count(*) FILTER (WHERE direction = 'given') AS given,"
        f" count(*) FILTER (WHERE direction = 'received') AS received FROM referrals WHERE {where} GROUP BY peer_id)"
    )
    return {whose: balance for whose, (balance,) in read_by(store, _Balance, "peer_id", ledger, parameters).items()}
