"""Whose data a letter told whom, when, and on what consent: one line for every peer in every sent letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fitdesk.domain.letter import Disclosure
from fitdesk.i18n import _
from fitdesk.store import records
from fitdesk.store.errors import StoreError
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import SqlValue, shape_of
from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class DisclosureLine:
    """A disclosure as it stands on record; ``pdf_sha256`` is the hash of the PDF that told it."""

    id: int
    letter_id: int
    peer_id: int | None
    person: str
    fields: tuple[str, ...]
    recipient: str
    day: date
    consent: str
    at: datetime
    pdf_sha256: str


def refuse_gaps(store: Store, peers: tuple[int, ...], disclosures: Sequence[Disclosure]) -> None:
    """Every peer has a disclosure, and a consent that is not withdrawn. Raises StoreError.

    Whether a consent is too old is the domain's question; without any, no letter leaves by any path.
    """
    if not {disclosure.peer_id for disclosure in disclosures}.issuperset(peers):
        raise StoreError(_("Whose data this letter tells was not written down, so it was not sent. Try again."))
    standing = store.rows("SELECT peer_id FROM consents WHERE is_current = 1 AND withdrawn IS NULL")
    if not {number for (number,) in standing}.issuperset(peers):
        raise StoreError(_("A peer in this letter has not agreed to be recommended. Ask for consent first."))


def write(store: Store, letter: int, disclosures: Sequence[Disclosure], now: datetime, pdf_sha256: str) -> None:
    """Put them on record, inside the transaction that sends the letter."""
    for one in disclosures:
        values = shape_of(Disclosure).values(one)
        sent: dict[str, SqlValue] = {"letter_id": letter, "at": now.isoformat(), "pdf_sha256": pdf_sha256}
        records.insert(store, Table.DISCLOSURES, {**values, **sent})


def of_letter(store: Store, letter: int) -> tuple[DisclosureLine, ...]:
    """What a sent letter told."""
    return _read(store, "letter_id = ?", letter)


def of_peer(store: Store, peer: int) -> tuple[DisclosureLine, ...]:
    """To whom a peer's data were told, newest first."""
    return _read(store, "peer_id = ?", peer)


def _read(store: Store, where: str, number: int) -> tuple[DisclosureLine, ...]:
    return read(store, DisclosureLine, f"disclosures WHERE {where} ORDER BY at DESC, id", (number,))
