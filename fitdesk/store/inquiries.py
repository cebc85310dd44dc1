"""Inquiries, one at a time: with their original, their history, their contact and their remembered score."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime

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
from fitdesk.store.records import Table
from fitdesk.store.shape import SqlValue, shape_of
from fitdesk.store.store import Store

_ELSEWHERE = ("history",)

_SHELF = "CASE WHEN trashed_at IS NOT NULL THEN 'trash' WHEN status IN ('new', 'asked', 'held') THEN 'open' ELSE 'decided' END"


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
            inquiry = replace(inquiry, id=records.insert(store, Table.INQUIRIES, values))
        else:
            if _trashed(store, inquiry.id):
                values["shelf"] = "trash"
            records.update(store, Table.INQUIRIES, inquiry.id, values)
        assert inquiry.id is not None
        _save_history(store, inquiry.id, inquiry.history)
        if original is not None:
            _save_original(store, inquiry.id, original_name, original)
    return inquiry


def get(store: Store, number: int) -> Inquiry:
    """One inquiry, in the trash or not. Raises NotFound."""
    return _build(store, records.fetch(store, Table.INQUIRIES, number))


def all_open(store: Store) -> tuple[Inquiry, ...]:
    """Every inquiry that waits for an answer, oldest first."""
    columns = ("id", "contact_id", *(name for name in shape_of(Inquiry, *_ELSEWHERE).columns if name != "id"))
    rows = store.rows(f"SELECT {', '.join(columns)} FROM inquiries WHERE shelf = 'open' ORDER BY received, id")
    return tuple(_build(store, dict(zip(columns, row, strict=True))) for row in rows)


def original(store: Store, number: int) -> tuple[str, bytes] | None:
    """Name and bytes of the file the inquiry came in; None when it was typed."""
    found = store.rows("SELECT name, data FROM originals WHERE inquiry_id = ?", (number,))
    if not found:
        return None
    name, data = found[0]
    assert isinstance(name, str)
    assert isinstance(data, bytes)
    return name, data


def set_status(store: Store, number: int, status: Status, reason: str, now: datetime) -> Inquiry:
    """Write down a decision and add it to the history. Raises NotFound."""
    with store.transaction(Kind.INQUIRIES):
        before = get(store, number)
        store.run(
            "UPDATE inquiries SET status = ?1, shelf = " + _SHELF.replace("status", "?1") + " WHERE id = ?2",
            (status, number),
        )
        inquiry = replace(before, status=status, history=(*before.history, StatusChange(now, status, reason)))
        _save_history(store, number, inquiry.history)
    return inquiry


def trash(store: Store, number: int, now: datetime) -> None:
    """Move an inquiry to the trash. Raises NotFound."""
    with store.transaction(Kind.INQUIRIES, Kind.FOLLOW_UPS):
        sql = "UPDATE inquiries SET trashed_at = coalesce(trashed_at, ?), shelf = 'trash' WHERE id = ?"
        if store.run(sql, (now.isoformat(), number)) != 1:
            raise records.missing()


def untrash(store: Store, number: int) -> None:
    """Bring an inquiry back as it was. Raises NotFound."""
    with store.transaction(Kind.INQUIRIES, Kind.FOLLOW_UPS):
        shelf = _SHELF.replace("trashed_at IS NOT NULL", "false")
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
    return [number for (number,) in store.rows(sql, (limit,)) if isinstance(number, int)]


def _trashed(store: Store, number: int) -> bool:
    return bool(store.rows("SELECT 1 FROM inquiries WHERE id = ? AND trashed_at IS NOT NULL", (number,)))


def _values(inquiry: Inquiry) -> dict[str, SqlValue]:
    contact, event = inquiry.contact, inquiry.event
    bare = replace(inquiry, contact=replace(contact, id=None))
    first, last = _days(event)
    who = contact.name or contact.email or ""
    return {
        **shape_of(Inquiry, *_ELSEWHERE).values(bare),
        "contact_id": contact.id,
        "shelf": "open" if inquiry.status.is_open else "decided",
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
    words = (
        contact.email, contact.role, contact.phone, event.venue, event.sector, event.audience_level,
        event.place.country, *event.topics, *(inquiry.must_haves or ()),
    )  # fmt: skip
    return "\n".join(word for word in words if word)


def _save_history(store: Store, number: int, history: tuple[StatusChange, ...]) -> None:
    if _history(store, number) == history:
        return
    store.run("DELETE FROM status_changes WHERE inquiry_id = ?", (number,))
    shape = shape_of(StatusChange)
    marks = ", ".join("?" * (len(shape.columns) + 2))
    sql = f"INSERT INTO status_changes (inquiry_id, position, {', '.join(shape.columns)}) VALUES ({marks})"
    store.run_many(sql, [(number, n, *shape.values(change).values()) for n, change in enumerate(history)])


def _history(store: Store, number: int) -> tuple[StatusChange, ...]:
    shape = shape_of(StatusChange)
    sql = f"SELECT {', '.join(shape.columns)} FROM status_changes WHERE inquiry_id = ? ORDER BY position"
    return tuple(shape.build(dict(zip(shape.columns, row, strict=True))) for row in store.rows(sql, (number,)))


def _save_original(store: Store, number: int, name: str, data: bytes) -> None:
    store.run(
        "INSERT INTO originals (inquiry_id, name, sha256, data) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (inquiry_id) DO UPDATE SET name = ?2, sha256 = ?3, data = ?4",
        (number, name, hashlib.sha256(data).hexdigest(), data),
    )


def _build(store: Store, row: dict[str, object]) -> Inquiry:
    number, contact_id = row["id"], row["contact_id"]
    assert isinstance(number, int)
    assert contact_id is None or isinstance(contact_id, int)
    inquiry = shape_of(Inquiry, *_ELSEWHERE).build(row, history=_history(store, number))
    return replace(inquiry, contact=replace(inquiry.contact, id=contact_id))
