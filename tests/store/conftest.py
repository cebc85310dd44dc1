"""A store in memory and one in a file, each closed after its test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from build_store import NOW
from fitdesk.store.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None, now=NOW)) as store:
        yield store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fitdesk.sqlite3"


@pytest.fixture
def filed(path: Path) -> Iterator[Store]:
    with closing(Store.open(path, now=NOW)) as store:
        yield store
