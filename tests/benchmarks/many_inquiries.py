"""A database with very many inquiries, written in one go: for benchmarks that ask what a long list costs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Event, Format, Place
from fitdesk.domain.inquiry import Inquiry
from fitdesk.store import inquiries
from fitdesk.store.store import Store

NOW = datetime(2026, 11, 22, 9)


def template(store: Store) -> tuple[tuple[str, ...], tuple[object, ...]]:
    """Columns and values of one inquiry as the store writes it."""
    event = Event(name="Summit", dates=(date(2027, 6, 12),), place=Place("Lyon", "FR"), format=Format.KEYNOTE)
    saved = inquiries.save(store, Inquiry(contact=Contact(name="Ada", email="ada@example.org"), event=event, text="x"))
    cursor = store.connection.execute("SELECT * FROM inquiries WHERE id = ?", (saved.id,))
    return tuple(column[0] for column in cursor.description), cursor.fetchone()


def fill(path: Path, count: int) -> None:
    """Write ``count`` open inquiries of 60 words each, in the order they came, most with a remembered score."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghiklmnoprstuvw", k=chance.randint(2, 10))) for _ in range(20_000)]
    with closing(Store.open(path, now=NOW)) as store:
        columns, values = template(store)
        row = dict(zip(columns, values, strict=True))

        def rows() -> Iterator[tuple[object, ...]]:
            for number in range(2, count + 1):
                day = date(2026, 1, 1) + timedelta(days=chance.randint(0, 2000))
                low = chance.uniform(20, 90)
                changed = {
                    "id": number,
                    "received": (datetime(2010, 1, 1) + timedelta(minutes=80 * number)).isoformat(),
                    "title": " ".join(chance.choices(words, k=5)),
                    "who": (name := " ".join(chance.choices(words, k=2))),
                    "name_order": name,
                    "organization": chance.choice(words),
                    "first_date": day.isoformat(),
                    "date_order": day.isoformat(),
                    "fit_low": low,
                    "fit_high": low + 8,
                    "fit_version": 1 if number % 10 else None,
                    "verdict": "ask",
                    "text": " ".join(chance.choices(words, k=60)),
                }
                yield tuple({**row, **changed}.values())

        with store.transaction():
            store.run_many(f"INSERT INTO inquiries VALUES ({', '.join('?' * len(columns))})", rows())
            store.run("INSERT INTO inquiries_words (inquiries_words) VALUES ('rebuild')")
