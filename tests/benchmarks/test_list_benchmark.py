"""Lists of 100,000 inquiries against plain SQLite in the same run: FITDESK_BENCHMARKS=1 pytest -s tests/benchmarks."""

from __future__ import annotations

import os
import sqlite3
import statistics
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

from benchmarks.many_inquiries import NOW, fill
from fitdesk.store import inquiries
from fitdesk.store.inquiries import InquiryQuery, Order
from fitdesk.store.store import Store

pytestmark = pytest.mark.skipif("FITDESK_BENCHMARKS" not in os.environ, reason="takes a minute; run by hand")

COUNT = 100_000
ROUNDS = 9


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "big.sqlite3"
    fill(path, COUNT)
    return path


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[Store]:
    with closing(Store.open(path, now=NOW)) as store:
        yield store


def side_by_side(name: str, ours: Callable[[], object], raw: Callable[[], object]) -> tuple[float, float]:
    """Median milliseconds of both, measured in turn; printed with the ratio."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for kept, do in zip(times, (ours, raw), strict=True):
            start = perf_counter()
            do()
            kept.append((perf_counter() - start) * 1000)
    ours_ms, raw_ms = (statistics.median(kept) for kept in times)
    print(f"{name:34} {ours_ms:8.2f} ms, plain {raw_ms:8.2f} ms, {ours_ms / raw_ms:5.2f} ×")
    return ours_ms, raw_ms


RAW_ORDER = {
    Order.NEWEST: "received DESC, id DESC",
    Order.FIT: "fit_low DESC, fit_high DESC, received DESC, id DESC",
    Order.EVENT_DATE: "date_order, id DESC",
    Order.NAME: "name_order, id DESC",
}


@pytest.mark.parametrize("order", list(Order))
def test_ids(store: Store, order: Order) -> None:
    plain = f"SELECT id FROM inquiries WHERE shelf = 'open' ORDER BY {RAW_ORDER[order]}"
    ours, raw = side_by_side(
        f"ids by {order}",
        lambda: inquiries.ids(store, InquiryQuery(order=order)),
        lambda: store.connection.execute(plain).fetchall(),
    )
    assert len(inquiries.ids(store, InquiryQuery(order=order))) == COUNT
    assert ours <= 2 * raw


@pytest.mark.parametrize("order", list(Order))
def test_first_lines(store: Store, order: Order) -> None:
    query = InquiryQuery(order=order)
    plain = f"SELECT * FROM inquiries WHERE shelf = 'open' ORDER BY {RAW_ORDER[order]} LIMIT 50"
    ours, _raw = side_by_side(
        f"first 50 lines by {order}",
        lambda: inquiries.first_lines(store, query, 50),
        lambda: store.connection.execute(plain).fetchall(),
    )
    assert ours < 16  # a frame


@pytest.mark.parametrize("search", ["a", "ab", "abc", "abcd", "ab ac", "a b", "abc abd ab"])
def test_search(store: Store, search: str) -> None:
    query = InquiryQuery(search=search)
    match = " ".join(f'"{word}"*' for word in search.split())
    plain = "SELECT rowid FROM inquiries_words WHERE inquiries_words MATCH ? ORDER BY rowid DESC LIMIT 50"
    side_by_side(
        f"first 50 lines with “{search}”",
        lambda: inquiries.first_lines(store, query, 50),
        lambda: store.connection.execute(plain, (match,)).fetchall(),
    )
    everything = "SELECT rowid FROM inquiries_words WHERE inquiries_words MATCH ?"
    side_by_side(
        f"ids with “{search}” ({len(inquiries.ids(store, query)):,})",
        lambda: inquiries.ids(store, query),
        lambda: store.connection.execute(everything, (match,)).fetchall(),
    )


def test_counts_and_lines(store: Store) -> None:
    side_by_side(
        "counts",
        lambda: inquiries.counts(store),
        lambda: store.connection.execute("SELECT count(*) FROM inquiries").fetchone(),
    )
    some = inquiries.ids(store, InquiryQuery())[5_000:10_000]
    marks = ", ".join("?" * len(some))
    side_by_side(
        "5,000 lines",
        lambda: inquiries.lines(store, some),
        lambda: store.connection.execute(
            f"SELECT id, title, who, organization, format, first_date, last_date, city, mode, received, status,"
            f" fit_low, fit_high, verdict FROM inquiries WHERE id IN ({marks})",
            some,
        ).fetchall(),
    )


def test_one_commit(store: Store) -> None:
    inquiry = inquiries.get(store, 500)
    notes = iter(range(10**6))

    def ours() -> None:
        inquiries.save(store, replace(inquiry, note=str(next(notes))))

    def raw() -> None:
        store.connection.execute("BEGIN IMMEDIATE")
        store.connection.execute("UPDATE inquiries SET note = ? WHERE id = 600", (str(next(notes)),))
        store.connection.execute("COMMIT")

    side_by_side("save one inquiry", ours, raw)


def test_open(path: Path, store: Store) -> None:
    small = path.with_name("small.sqlite3")
    Store.open(small, now=NOW).close()
    store.close()

    def open_and_show() -> None:
        with closing(Store.open(path, now=NOW)) as opened:
            assert len(inquiries.first_lines(opened, InquiryQuery(), 50)) == 50

    def bare() -> None:
        with closing(sqlite3.connect(path)) as connection:
            sql = "SELECT * FROM inquiries WHERE shelf = 'open' ORDER BY received DESC LIMIT 50"
            connection.execute(sql).fetchall()

    def open_small() -> None:
        Store.open(small, now=NOW).close()

    side_by_side("open and first 50 lines", open_and_show, bare)
    side_by_side("open an empty database", open_small, bare)
