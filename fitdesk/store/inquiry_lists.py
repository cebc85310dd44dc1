"""Lists of inquiries: plain SQL on narrow indexed columns, quick with 100,000 of them, and without peewee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain
from typing import Any

from fitdesk.domain.terms import Format, Mode, Status, Verdict
from fitdesk.store.fits import SHOWN
from fitdesk.store.search import match_for
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


class View(StrEnum):
    """OPEN: not settled yet. WAITING: those of them where the client is to move. DECIDED: settled. TRASH."""

    OPEN = "open"
    WAITING = "waiting"
    DECIDED = "decided"
    TRASH = "trash"


class Order(StrEnum):
    """NEWEST received first; best FIT first, unknown ones after; earliest EVENT_DATE first, undated last; NAME."""

    NEWEST = "newest"
    FIT = "fit"
    EVENT_DATE = "event_date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class InquiryQuery:
    view: View = View.OPEN
    search: str = ""
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class InquiryLine:
    """One inquiry as a list shows it; ``low`` and ``high`` are the remembered fit out of 100, None if not known."""

    id: int
    title: str
    who: str
    organization: str
    format: Format | None
    first_date: date | None
    last_date: date | None
    city: str
    mode: Mode | None
    received: datetime | None
    status: Status
    low: float | None
    high: float | None
    verdict: Verdict | None
    against: bool = False
    """Accepted against the verdict."""


_WHERE = {
    View.OPEN: "shelf = 'open'",
    View.WAITING: "shelf = 'open' AND status IN ('asked', 'held')",
    View.DECIDED: "shelf = 'decided'",
    View.TRASH: "shelf = 'trash'",
}
_NEWEST = "received DESC, id DESC"
_ORDER = {
    Order.NEWEST: _NEWEST,
    Order.FIT: f"fit_low DESC, fit_high DESC, {_NEWEST}",
    Order.EVENT_DATE: "date_order, id DESC",
    Order.NAME: "name_order, id DESC",
}
# A remembered score counts while what it rests on is unchanged; a decided inquiry keeps the one it was decided with.
_COUNTS = f"shelf <> 'open' OR fit_version >= {SHOWN}"
_AGAINST = (
    "status = 'accepted' AND coalesce((SELECT s.against FROM status_changes s WHERE s.inquiry_id = inquiries.id"
    " ORDER BY s.position DESC LIMIT 1), 0)"
)
_LINE = (
    "id, title, who, organization, format, first_date, last_date, city, mode, received, status, "
    f"CASE WHEN {_COUNTS} THEN fit_low END AS low, CASE WHEN {_COUNTS} THEN fit_high END AS high, "
    f"CASE WHEN {_COUNTS} THEN verdict END AS verdict, {_AGAINST} AS against"
)
_CHUNK = 500
_FEW = 1000


def ids(store: Store, query: InquiryQuery) -> Sequence[int]:
    """The ids of all inquiries that ``query`` asks for, in its order."""
    found: list[tuple[int]] = []
    for sql, parameters in _questions(store, query):
        found += store.rows(f"SELECT id FROM {sql}", parameters)
    return list(chain.from_iterable(found))


def first_lines(store: Store, query: InquiryQuery, limit: int) -> list[InquiryLine]:
    """The first ``limit`` lines of the same list, without making the whole list."""
    shape = shape_of(InquiryLine)
    found: list[tuple[Any, ...]] = []
    for sql, parameters in _questions(store, query):
        if len(found) < limit:
            asked = (*parameters, limit - len(found))
            found += store.rows(f"SELECT {_LINE} FROM {sql} LIMIT ?", asked)
    return [shape.build(row) for row in found]


def oldest_new(store: Store, limit: int) -> list[InquiryLine]:
    """The ``limit`` inquiries that wait longest for the owner, where the client is not to move; oldest first."""
    return _oldest(store, f"inquiries WHERE {_WHERE[View.OPEN]} AND status NOT IN ('asked', 'held')", limit)


def oldest_asked(store: Store, limit: int) -> list[InquiryLine]:
    """The same of those where a question is out."""
    # By itself SQLite walks all open ones to meet the asked ones: 27 ms of 100,000.
    found = "inquiries INDEXED BY inquiries_by_status"
    return _oldest(store, f"{found} WHERE {_WHERE[View.OPEN]} AND status = 'asked'", limit)


def lines(store: Store, numbers: Sequence[int]) -> list[InquiryLine]:
    """The lines of ``numbers``, in their order; one that is gone meanwhile is left out."""
    shape = shape_of(InquiryLine)
    found: dict[int, InquiryLine] = {}
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        for row in store.rows(f"SELECT {_LINE} FROM inquiries WHERE id IN ({marks})", chunk):
            found[row[0]] = shape.build(row)
    return [found[number] for number in numbers if number in found]


def counts(store: Store) -> dict[str, int]:
    """How many inquiries each View holds, by its value ("open", "waiting", …)."""
    found = dict.fromkeys((str(view) for view in View), 0)
    for shelf, status, count in store.rows("SELECT shelf, status, count(*) FROM inquiries GROUP BY shelf, status"):
        found[str(shelf)] += count
        if shelf == View.OPEN and status in (Status.ASKED, Status.HELD):
            found[View.WAITING] += count
    return found


def _oldest(store: Store, found: str, limit: int) -> list[InquiryLine]:
    sql = f"SELECT {_LINE} FROM {found} ORDER BY received, id LIMIT ?"
    return [shape_of(InquiryLine).build(row) for row in store.rows(sql, (limit,))]


def _questions(store: Store, query: InquiryQuery) -> list[tuple[str, tuple[object, ...]]]:
    """What to ask after FROM, one after the other. Open ones by fit are two questions: the scored, then the others."""
    asked, parameters = f"inquiries WHERE {_WHERE[query.view]}", tuple[object, ...]()
    if query.search.strip():
        match = match_for(query.search)
        if match is None:
            return []
        hits = "SELECT rowid FROM inquiries_words WHERE inquiries_words MATCH ?"
        few = [str(number) for (number,) in store.rows(f"{hits} LIMIT {_FEW + 1}", (match,))]
        # A few hits are looked up by id and sorted. Many are walked in the order of the list, which meets the first
        # ones at once. Of 100,000 inquiries either takes 1 to 15 ms where the other would take 20 to 60.
        if len(few) <= _FEW:
            asked = f"inquiries NOT INDEXED WHERE {_WHERE[query.view]} AND id IN ({', '.join(few)})"
        else:
            asked, parameters = f"{asked} AND id IN ({hits})", (match,)
    if query.order is Order.FIT and query.view in (View.OPEN, View.WAITING):
        return [
            (f"{asked} AND fit_version >= {SHOWN} ORDER BY {_ORDER[Order.FIT]}", parameters),
            (f"{asked} AND (fit_version >= {SHOWN}) IS NOT TRUE ORDER BY {_NEWEST}", parameters),
        ]
    return [(f"{asked} ORDER BY {_ORDER[query.order]}", parameters)]
