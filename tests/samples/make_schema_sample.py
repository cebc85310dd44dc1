"""Writes the populated sample of the present schema, once, before its release.

PYTHONPATH=tests python tests/samples/make_schema_sample.py
"""

from __future__ import annotations

import gzip
import tempfile
from contextlib import closing
from pathlib import Path

from build_store import NOW, fill
from fitdesk.store.schema import SCHEMA
from fitdesk.store.store import Store


def packed_sample() -> bytes:
    """A database file of the present schema with something of every kind in it, compressed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.sqlite3"
        with closing(Store.open(path, now=NOW)) as store:
            fill(store)
        return gzip.compress(path.read_bytes(), 9, mtime=0)


if __name__ == "__main__":
    (Path(__file__).parent / f"schema_{SCHEMA}.sqlite3.gz").write_bytes(packed_sample())
