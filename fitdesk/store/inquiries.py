"""Inquiries, one at a time: with their original, their history, their contact and their remembered score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.store import contacts, fits, records
from fitdesk.store.inquiry_lists import InquiryLine as InquiryLine
from fitdesk.store.inquiry_lists import InquiryQuery as InquiryQuery
from fitdesk.store.inquiry_lists import Order as Order
from fitdesk.store.inquiry_lists import View as View
from fitdesk.store.inquiry_lists import counts as counts
from fitdesk.store.inquiry_lists import first_lines as first_lines
from fitdesk.store.inquiry_lists import ids as ids
from fitdesk.store.inquiry_lists import lines as lines
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.shape import SqlValue, shape_of
from fitdesk.store.store import Store

_ELSEWHERE = ("history",)
_OPEN = ", ".join(f"'{status}'" for status in Status if status.is_open)


def save(store: Store, inquiry: Inquiry, *, original: bytes | None = None, original_name: str = "") -> Inquiry:
    """Keep an inquiry; returned with its id and its contact's id. Raises NotFound for an id that is not there.

    ``original`` is the file it came in, kept byte for byte; None leaves what is kept already.
    """
    with store.transaction(Kind.INQUIRIES):
        linked = contacts.link(store, inquiry.contact, inquiry=inquiry.id)
        inquiry = replace(inquiry, contact=replace(inquiry.contact, id=linked))
        values = _values(inquiry)
        if inquiry.id is None:
            del values["id"]
            number = records.insert(store, Table.INQUIRIES, values)
        else:
            number = inquiry.id
            if store.rows("SELECT 1 FROM inquiries WHERE id = ? AND trashed_at IS NOT NULL", (number,)):
                values["shelf"] = "trash"
            records.update(store, Table.INQUIRIES, number, values)
        _save_history(store, number, inquiry.history)
        if original is not None:
            _save_original(store, number, original_name, original)
    return replace(inquiry, id=number)


def get(store: Store, number: int) -> Inquiry:
    """One inquiry, in the trash or not. Raises NotFound."""
    return _build(store, records.fetch_columns(store, Table.INQUIRIES, _columns(), number))


def all_open(store: Store) -> tuple[Inquiry, ...]:
    """Every inquiry that waits for an answer, oldest first."""
    sql = f"SELECT {', '.join(_columns())} FROM inquiries WHERE shelf = 'open' ORDER BY received, id"
    return tuple(_build(store, row) for row in store.rows(sql))


def original(store: Store, number: int) -> tuple[str, bytes] | None:
    """Name and bytes of the file the inquiry came in; None when it was typed."""
    found = store.rows("SELECT name, data FROM originals WHERE inquiry_id = ?", (number,))
    return (found[0][0], found[0][1]) if found else None


def set_status(store: Store, number: int, status: Status, reason: str, now: datetime) -> Inquiry:
    """Write down a decision and add it to the history. Raises NotFound."""
    with store.transaction(Kind.INQUIRIES):
        before = get(store, number)
        sql = "UPDATE inquiries SET status = ?, shelf = iif(trashed_at IS NULL, ?, 'trash') WHERE id = ?"
        store.run(sql, (status, _shelf(status), number))
        inquiry = replace(before, status=status, history=(*before.history, StatusChange(now, status, reason)))
        _save_history(store, number, inquiry.history)
    return inquiry


def is_trashed(store: Store, number: int) -> bool:
    """Whether the inquiry lies in the trash."""
    return bool(store.rows("SELECT 1 FROM inquiries WHERE id = ? AND trashed_at IS NOT NULL", (number,)))


def trash(store: Store, number: int, now: datetime) -> None:
    """Move an inquiry to the trash. Raises NotFound."""
    with store.transaction(Kind.INQUIRIES, Kind.FOLLOW_UPS):
        sql = "UPDATE inquiries SET trashed_at = coalesce(trashed_at, ?), shelf = 'trash' WHERE id = ?"
        if store.run(sql, (now.isoformat(), number)) != 1:
            raise records.missing()


def untrash(store: Store, number: int) -> None:
    """Bring an inquiry back as it was. Raises NotFound."""
    with store.transaction(Kind.INQUIRIES, Kind.FOLLOW_UPS):
        shelf = f"iif(status IN ({_OPEN}), 'open', 'decided')"
        if store.run(f"UPDATE inquiries SET trashed_at = NULL, shelf = {shelf} WHERE id = ?", (number,)) != 1:
            raise records.missing()


def cache_fit(store: Store, number: int, low: float, high: float, verdict: Verdict) -> None:
    """Remember the best score (out of 100) and verdict for lists; a database that can only be read forgets it."""
    if store.read_only:
        return
    with store.transaction(Kind.INQUIRIES):
        store.run(
            f"UPDATE inquiries SET fit_low = ?, fit_high = ?, verdict = ?, fit_version = {fits.CURRENT} WHERE id = ?",
            (low, high, verdict, number),
        )


def stale_ids(store: Store, limit: int) -> list[int]:
    """Open inquiries whose score is not known or rests on older offerings, newest first."""
    sql = (
        f"SELECT id FROM inquiries WHERE shelf = 'open' AND fit_version IS NOT {fits.CURRENT}"
        " ORDER BY received DESC, id DESC LIMIT ?"
    )
    return [number for (number,) in store.rows(sql, (limit,))]


def _shelf(status: Status) -> str:
    return "open" if status.is_open else "decided"


def _values(inquiry: Inquiry) -> dict[str, SqlValue]:
    """Every column: the fields, and what lists sort, show and search by."""
    contact, event = inquiry.contact, inquiry.event
    bare = replace(inquiry, contact=replace(contact, id=None))
    first, last = _days(event)
    who = contact.name or contact.email or ""
    return {
        **shape_of(Inquiry, *_ELSEWHERE).values(bare),
        "contact_id": contact.id,
        "shelf": _shelf(inquiry.status),
        "title": inquiry.title,
        "who": who,
        "organization": contact.organization or "",
        "city": event.place.city or "",
        "format": event.format,
        "mode": event.mode,
        "first_date": None if first is None else first.isoformat(),
        "last_date": None if last is None else last.isoformat(),
        "date_order": "~" if first is None else first.isoformat(),  # after every day
        "name_order": contacts.key_of(who or contact.organization or inquiry.title),
        "keywords": _keywords(inquiry),
        "fit_version": None,
    }


def _days(event: Event) -> tuple[date | None, date | None]:
    if event.dates:
        return min(event.dates), max(event.dates)
    return event.date_range or (None, None)


def _keywords(inquiry: Inquiry) -> str:
    """What one may search for and is in no other searched column."""
    contact, event = inquiry.contact, inquiry.event
    about = (contact.email, contact.role, contact.phone, event.venue, event.sector, event.audience_level)
    return "\n".join(word for word in (*about, *event.topics, *(inquiry.must_haves or ())) if word)


def _save_history(store: Store, number: int, history: tuple[StatusChange, ...]) -> None:
    if read(store, StatusChange, _HISTORY, (number,)) == history:
        return
    store.run("DELETE FROM status_changes WHERE inquiry_id = ?", (number,))
    shape = shape_of(StatusChange)
    marks = ", ".join("?" * (len(shape.columns) + 2))
    sql = f"INSERT INTO status_changes (inquiry_id, position, {shape.listed}) VALUES ({marks})"
    store.run_many(sql, [(number, n, *shape.values(change).values()) for n, change in enumerate(history)])


_HISTORY = "status_changes WHERE inquiry_id = ? ORDER BY position"


def _save_original(store: Store, number: int, name: str, data: bytes) -> None:
    import hashlib  # 4 ms that the first page does not need

    store.run(
        "INSERT INTO originals (inquiry_id, name, sha256, data) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (inquiry_id) DO UPDATE SET name = ?2, sha256 = ?3, data = ?4",
        (number, name, hashlib.sha256(data).hexdigest(), data),
    )


def _columns() -> tuple[str, ...]:
    return ("id", "contact_id", *(column for column in shape_of(Inquiry, *_ELSEWHERE).columns if column != "id"))


def _build(store: Store, row: Sequence[Any]) -> Inquiry:
    number, contact_id, *values = row
    history = read(store, StatusChange, _HISTORY, (number,))
    inquiry = shape_of(Inquiry, *_ELSEWHERE).build((number, *values), history=history)
    return replace(inquiry, contact=replace(inquiry.contact, id=contact_id))
