"""For every test: no screen is needed, and the demo practice is worked out once for a day, then copied."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from fitdesk.store.store import Store

_PRACTICES: dict[date, sqlite3.Connection] = {}


@pytest.fixture(scope="session", autouse=True)
def demo_practice_worked_out_once() -> Iterator[None]:
    """Filling it costs most of a second: eighty requests are judged. A copy of the same rows costs milliseconds."""
    from fitdesk.workflows import demo

    really = demo.fill

    def fill(store: Store, today: date) -> None:
        is_new = store.path is None and not store.rows("SELECT 1 FROM inquiries LIMIT 1")
        if not is_new:
            really(store, today)
        elif today in _PRACTICES:
            _PRACTICES[today].backup(store.connection)
        else:
            really(store, today)
            _PRACTICES[today] = sqlite3.connect(":memory:")
            store.connection.backup(_PRACTICES[today])

    demo.fill = fill
    yield
    demo.fill = really
    for kept in _PRACTICES.values():
        kept.close()
    _PRACTICES.clear()
