"""Letters: drafts that change, and sent ones that never do, with what they told whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from fitdesk.domain.letter import Disclosure, Letter, LetterKind, LetterStatus, Sending, VoidedLetter
from fitdesk.i18n import _
from fitdesk.store import disclosures as told
from fitdesk.store import records
from fitdesk.store import trash as trash_can
from fitdesk.store.errors import StoreError
from fitdesk.store.kinds import Kind
from fitdesk.store.records import Table
from fitdesk.store.search import match_for
from fitdesk.store.shape import SqlValue, shape_of
from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter as a list shows it; ``peers`` are the names it recommends."""

    id: int
    recipient: str
    subject: str
    day: date
    status: LetterStatus
    kind: LetterKind
    locale: str
    peers: tuple[str, ...]
    is_void: bool


class Shelf(StrEnum):
    """Which letters are asked for. VOID are sent ones that no longer stand; SENT those that do."""

    ALL = "all"
    DRAFTS = "drafts"
    SENT = "sent"
    VOID = "void"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class LetterQuery:
    """What a list asks for. ``search``: beginnings of words; ``kind`` and ``language`` (ISO 639-1): None for every."""

    search: str = ""
    shelf: Shelf = Shelf.ALL
    kind: LetterKind | None = None
    language: str | None = None


def save_draft(store: Store, letter: Letter) -> Letter:
    """Keep a draft; returned with its id. Raises StoreError when the letter was sent."""
    if letter.status is not LetterStatus.DRAFT:
        raise _sent()
    with store.transaction(Kind.LETTERS):
        return _save(store, letter)


def get(store: Store, number: int) -> Letter:
    """One letter with its PDF. Raises NotFound."""
    return records.fetch(store, Table.LETTERS, Letter, number)


def freeze(
    store: Store,
    letter: Letter,
    *,
    pdf: bytes,
    facts: str,
    sent_by: Sending,
    now: datetime,
    disclosures: Sequence[Disclosure],
) -> Letter:
    """Keep the letter for ever exactly as it leaves the house, with a line on whose data it told whom.

    Raises StoreError, nothing changed, when it was sent before, when a peer it names has no consent that stands, or
    when ``disclosures`` leaves out a peer.
    """
    import hashlib  # 4 ms that the first page does not need

    sent = replace(letter, status=LetterStatus.SENT, pdf=pdf, facts=facts, sent_by=sent_by, sent_at=now)
    with store.transaction(Kind.LETTERS):
        if letter.status is LetterStatus.SENT or (letter.id is not None and _is_sent(store, letter.id)):
            raise _sent()
        told.refuse_gaps(store, letter.peer_ids, disclosures)
        kept = _save(store, sent)
        assert kept.id is not None
        told.write(store, kept.id, disclosures, now, hashlib.sha256(pdf).hexdigest())
    return kept


def lines(store: Store, query: LetterQuery = LetterQuery()) -> list[LetterLine]:
    """The letters that ``query`` asks for, newest first."""
    where, parameters = [_SHELVES[query.shelf]], list[str]()
    if query.kind is not None:
        where.append("kind = ?")
        parameters.append(str(query.kind))
    if query.language is not None:
        where.append("substr(locale, 1, 2) = ?")
        parameters.append(query.language)
    if query.search.strip():
        match = match_for(query.search)
        if match is None:
            return []
        where.append("id IN (SELECT rowid FROM letters_words WHERE letters_words MATCH ?)")
        parameters.append(match)
    listed = shape_of(LetterLine).listed.replace("peers", "peer_names").replace("is_void", f"{_IS_VOID} AS is_void")
    sql = f"SELECT {listed} FROM letters WHERE {' AND '.join(where)} ORDER BY day DESC, id DESC"
    return [shape_of(LetterLine).build(row) for row in store.rows(sql, parameters)]


_IS_VOID = "EXISTS (SELECT 1 FROM voided_letters WHERE letter_id = letters.id)"
_SHELVES = {
    Shelf.ALL: "trashed_at IS NULL",
    Shelf.DRAFTS: "trashed_at IS NULL AND status = 'draft'",
    Shelf.SENT: f"status = 'sent' AND NOT {_IS_VOID}",
    Shelf.VOID: _IS_VOID,
    Shelf.TRASH: "trashed_at IS NOT NULL",
}


def void(store: Store, number: int, reason: str, now: datetime) -> None:
    """Declare a sent letter void: it stays as it was and is marked. Raises StoreError for a draft, NotFound."""
    if get(store, number).status is not LetterStatus.SENT:
        raise StoreError(_("Only a letter that was sent can be declared void; move a draft to the trash."))
    sql = "INSERT OR IGNORE INTO voided_letters (letter_id, at, reason) VALUES (?, ?, ?)"
    with store.transaction(Kind.LETTERS):
        store.run(sql, (number, now.isoformat(), " ".join(reason.split())))


def voided(store: Store, number: int) -> VoidedLetter | None:
    """When and why a letter was declared void; None for one that stands."""
    shape = shape_of(VoidedLetter)
    found = store.rows(f"SELECT {shape.listed} FROM voided_letters WHERE letter_id = ?", (number,))
    return shape.build(found[0]) if found else None


def for_inquiry(store: Store, inquiry: int) -> tuple[Letter, ...]:
    """The letters written about an inquiry, newest first; not those in the trash."""
    sql = "SELECT id FROM letters WHERE inquiry_id = ? AND trashed_at IS NULL ORDER BY day DESC, id DESC"
    return tuple(get(store, number) for (number,) in store.rows(sql, (inquiry,)))


def trash(store: Store, number: int, now: datetime) -> None:
    """Move a draft to the trash. Raises StoreError for a sent letter, NotFound when there is none."""
    with store.transaction(Kind.LETTERS):
        trash_can.put(store, "letters", number, now)


def untrash(store: Store, number: int) -> None:
    """Bring a draft back. Raises NotFound."""
    with store.transaction(Kind.LETTERS):
        trash_can.take_out(store, "letters", number)


def _save(store: Store, letter: Letter) -> Letter:
    names = _names(store, letter.peer_ids)
    text = letter.text
    values: dict[str, SqlValue] = {
        **shape_of(Letter).values(letter),
        "peer_names": shape_of(LetterLine).part("peers").keep(names),
        "subject": text.subject,
        "words": "\n".join((text.salutation, *text.body, text.close, *letter.email.body)),
    }
    if letter.id is None:
        del values["id"]
        return replace(letter, id=records.insert(store, Table.LETTERS, values))
    records.update(store, Table.LETTERS, letter.id, values)
    return letter


def _names(store: Store, peers: tuple[int, ...]) -> tuple[str, ...]:
    sql = f"SELECT id, name FROM peers WHERE id IN ({', '.join('?' * len(peers))})"
    names: dict[int, str] = dict(store.rows(sql, peers))
    if any(peer not in names for peer in peers):
        raise StoreError(_("A peer in this letter is no longer there. Choose the peers again."))
    return tuple(names[peer] for peer in peers)


def _is_sent(store: Store, number: int) -> bool:
    return store.rows("SELECT status FROM letters WHERE id = ?", (number,)) == [(str(LetterStatus.SENT),)]


def _sent() -> StoreError:
    return StoreError(_("A sent letter is kept exactly as it was. Write a new one from it instead."))
