"""Peers with their offerings, consent and evidence; what was given and received is counted from the referrals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from fitdesk.domain.peer import Consent, Peer, TrustEvidence
from fitdesk.store import offerings as peer_offerings
from fitdesk.store import records
from fitdesk.store import trash as trash_can
from fitdesk.store.kinds import Kind
from fitdesk.store.records import Table
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store

_ELSEWHERE = ("offerings", "consent", "evidence", "last_referred", "given", "received")
"""Fields of a Peer that are not columns of the table peers."""


def every(store: Store, *, trashed: bool = False) -> tuple[Peer, ...]:
    """All peers by name; those in the trash with ``trashed``."""
    return _read(store, "trashed_at IS " + ("NOT NULL" if trashed else "NULL"))


def get(store: Store, number: int) -> Peer:
    """One peer, in the trash or not. Raises NotFound."""
    found = _read(store, "id = ?", number)
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
        return replace(peer, id=number, offerings=kept, **_balance(store, number))


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
        (number,) = store.rows("SELECT id FROM consents WHERE peer_id = ? AND is_current = 1", (peer,))[0]
        assert isinstance(number, int)
        records.update(store, Table.CONSENTS, number, shape_of(Consent).values(consent))
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
    store.run_many(f"INSERT INTO evidence (peer_id, position, {', '.join(shape.columns)}) VALUES ({marks})", rows)


def _read(store: Store, where: str, *parameters: object) -> tuple[Peer, ...]:
    shape = shape_of(Peer, *_ELSEWHERE)
    rows = store.rows(f"SELECT {', '.join(shape.columns)} FROM peers WHERE {where} ORDER BY name, id", parameters)
    only = None
    if len(rows) == 1:
        only = rows[0][shape.columns.index("id")]
        assert isinstance(only, int)
    offerings = peer_offerings.of_peers(store, only)
    consents, evidence, balances = _consents(store, only), _evidence(store, only), _balances(store, only)
    peers = []
    for row in rows:
        values = dict(zip(shape.columns, row, strict=True))
        number = values["id"]
        assert isinstance(number, int)
        peers.append(
            shape.build(
                values,
                offerings=offerings.get(number, ()),
                consent=consents.get(number),
                evidence=evidence.get(number, ()),
                **(balances.get(number) or _NOTHING),
            )
        )
    return tuple(peers)


def _of(peer: int | None) -> tuple[str, tuple[object, ...]]:
    return ("true", ()) if peer is None else ("peer_id = ?", (peer,))


def _consents(store: Store, peer: int | None) -> dict[object, Consent]:
    shape = shape_of(Consent)
    where, parameters = _of(peer)
    sql = f"SELECT peer_id, {', '.join(shape.columns)} FROM consents WHERE is_current = 1 AND {where}"
    return {of: shape.build(dict(zip(shape.columns, row, strict=True))) for of, *row in store.rows(sql, parameters)}


def _evidence(store: Store, peer: int | None) -> dict[object, tuple[TrustEvidence, ...]]:
    shape = shape_of(TrustEvidence)
    where, parameters = _of(peer)
    sql = f"SELECT peer_id, {', '.join(shape.columns)} FROM evidence WHERE {where} ORDER BY peer_id, position"
    found: defaultdict[object, list[TrustEvidence]] = defaultdict(list)
    for of, *row in store.rows(sql, parameters):
        found[of].append(shape.build(dict(zip(shape.columns, row, strict=True))))
    return {of: tuple(facts) for of, facts in found.items()}


_NOTHING: dict[str, object] = {"last_referred": None, "given": 0, "received": 0}


def _balance(store: Store, peer: int) -> dict[str, object]:
    return _balances(store, peer).get(peer, _NOTHING)


def _balances(store: Store, peer: int | None) -> dict[object, dict[str, object]]:
    """Peer id → last referred, given, received."""
    where, parameters = _of(peer)
    sql = (
        "SELECT peer_id, max(day) FILTER (WHERE direction = 'given'), count(*) FILTER (WHERE direction = 'given'),"
        f" count(*) FILTER (WHERE direction = 'received') FROM referrals WHERE {where} GROUP BY peer_id"
    )
    return {
        of: {"last_referred": None if last is None else date.fromisoformat(str(last)), "given": given, "received": got}
        for of, last, given, got in store.rows(sql, parameters)
    }
