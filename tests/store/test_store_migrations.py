"""From an older schema to a newer one: backed up, complete, checked, or not at all."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from build_store import EMAIL, NOW, Kept, fill
from fitdesk.domain.offering import Offering
from fitdesk.store import (
    backups,
    calendar,
    follow_ups,
    inquiries,
    letters,
    linked_calendars,
    offerings,
    opening,
    owner,
    peers,
    referrals,
    rule_changes,
    second_looks,
)
from fitdesk.store.connection import connect
from fitdesk.store.errors import CannotWrite, StoreError
from fitdesk.store.health import row_counts
from fitdesk.store.letters import LetterQuery
from fitdesk.store.schema import MIGRATIONS, SCHEMA, read_header
from fitdesk.store.store import Store
from fitdesk.store.upgrade import schema_of, upgrade

SAMPLES = Path(__file__).parent.parent / "samples"
NEXT = SCHEMA + 1

NICKNAME = """
from peewee import TextField

def up(migrator, db):
    migrator.migrate(
        migrator.add_column("peers", "nickname", TextField(default="")),
        migrator.add_index("peers", ("nickname",)),
    )
"""
FAILING = """
def up(migrator, db):
    db.execute_sql("UPDATE peers SET name = 'half done'")
    db.execute_sql("ALTER TABLE nowhere ADD COLUMN x TEXT")
"""
LOSING = """
def up(migrator, db):
    db.execute_sql("DELETE FROM evidence")
"""
ORPHANING = """
def up(migrator, db):
    db.execute_sql("UPDATE offerings SET peer_id = 999 WHERE peer_id IS NOT NULL")
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    folder = tmp_path / "scripts"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def add(scripts: Path, script: str) -> None:
    (scripts / f"{NEXT:04}_next.py").write_text(script)


def facts(path: Path) -> tuple[dict[str, int], list[tuple[str, str, str]]]:
    with closing(sqlite3.connect(path)) as connection:
        return row_counts(connection), schema_of(connection)


@pytest.fixture
def filled(path: Path) -> Path:
    with closing(Store.open(path, now=NOW)) as store:
        fill(store)
    return path


def test_to_the_next_schema(filled: Path, scripts: Path) -> None:
    add(scripts, NICKNAME)
    before, _schema = facts(filled)
    backup = upgrade(filled, NOW, scripts, NEXT)
    after, _schema = facts(filled)
    assert after == before
    with closing(connect(filled)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
        assert connection.execute("SELECT name, nickname FROM peers").fetchall() == [("Björn Ågren", "")]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert backups.is_good(backup)
    assert read_header(backup).user_version == SCHEMA
    assert facts(backup)[0] == before
    assert not list(filled.parent.glob("*.upgrading*"))


def test_opening_an_older_file_brings_it_up_to_date(
    filled: Path, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(scripts, NICKNAME)
    monkeypatch.setattr(opening, "SCHEMA", NEXT)
    monkeypatch.setattr(opening, "MIGRATIONS", scripts)
    with closing(Store.open(filled, now=NOW)) as store:
        assert store.rows("PRAGMA user_version") == [(NEXT,)]
        assert store.rows("PRAGMA locking_mode") == [("exclusive",)]
        assert len(offerings.every(store)) == 1
    assert len(backups.newest_first(filled)) == 1


def test_an_older_file_that_can_only_be_read(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SCHEMA", NEXT)
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    before = filled.read_bytes()
    with pytest.raises(CannotWrite, match="must be brought up to date"):
        Store.open(filled, now=NOW)
    assert filled.read_bytes() == before


@pytest.mark.parametrize("script", [FAILING, LOSING, ORPHANING], ids=["fails", "loses rows", "breaks references"])
def test_a_migration_that_goes_wrong_leaves_the_old_file(filled: Path, scripts: Path, script: str) -> None:
    add(scripts, script)
    before = filled.read_bytes()
    with pytest.raises(StoreError):
        upgrade(filled, NOW, scripts, NEXT)
    assert filled.read_bytes() == before
    assert not list(filled.parent.glob("*.upgrading"))
    with closing(Store.open(filled, now=NOW)) as store:
        assert peers.every(store)[0].evidence


def test_a_changed_schema_is_not_taken_for_ours(filled: Path, scripts: Path) -> None:
    with closing(sqlite3.connect(filled)) as meddler:
        meddler.execute("CREATE TABLE extra (a)")
    add(scripts, NICKNAME)
    with pytest.raises(StoreError, match="left as it was"):
        upgrade(filled, NOW, scripts, NEXT)


def test_rebuilding_a_table_loses_no_rows_that_depend_on_it(filled: Path, scripts: Path) -> None:
    """peewee's column changes with foreign keys on deleted every child row without a word (safety.md)."""
    add(scripts, 'def up(migrator, db):\n    migrator.migrate(migrator.drop_not_null("organizations", "note"))\n')
    before = facts(filled)[0]
    upgrade(filled, NOW, scripts, NEXT)
    assert facts(filled)[0] == before
    with closing(connect(filled)) as connection:
        assert connection.execute("SELECT count(organization_id) FROM contacts").fetchone() == (1,)


@pytest.fixture(params=["to the next", "from the first"])
def step(request: pytest.FixtureRequest, path: Path, scripts: Path) -> tuple[Path, int]:
    """A filled file that is behind, and the schema that ``scripts`` bring it to."""
    if request.param == "from the first":
        path.write_bytes(gzip.decompress((SAMPLES / "schema_1.sqlite3.gz").read_bytes()))
        return path, SCHEMA
    with closing(Store.open(path, now=NOW)) as store:
        fill(store)
    add(scripts, NICKNAME)
    return path, NEXT


def test_killed_in_the_middle_it_is_the_old_file_or_the_new(step: tuple[Path, int], scripts: Path) -> None:
    behind, wanted = step
    old = read_header(behind).user_version
    before = facts(behind)[0]
    code = (
        "import os, sys, threading; from datetime import datetime; from pathlib import Path;"
        "from fitdesk.store.upgrade import upgrade; path, scripts, delay = sys.argv[1:];"
        "threading.Timer(float(delay), lambda: os._exit(9)).start();"
        f"upgrade(Path(path), datetime(2026, 11, 22), Path(scripts), {wanted}); os._exit(0)"
    )
    copy = behind.with_name("copy.sqlite3")
    seen = set()
    for delay in range(8):
        for left in copy.parent.glob("copy*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        shutil.copy(behind, copy)
        arguments = [sys.executable, "-c", code, str(copy), str(scripts), str(0.001 + delay * 0.01)]
        subprocess.run(arguments, check=False, capture_output=True)
        with closing(connect(copy)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            assert version in (old, wanted)
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            after = row_counts(connection)
            assert {table: after[table] for table in before} == before
        seen.add(version)
    assert old in seen


def released() -> list[int]:
    """Schemas of which a file was ever in somebody's hands; the newest joins them with its release."""
    return sorted(int(path.name.split("_")[1].split(".")[0]) for path in SAMPLES.glob("schema_*.sqlite3.gz"))


def test_every_older_schema_has_its_sample() -> None:
    assert released() in (list(range(1, SCHEMA)), list(range(1, SCHEMA + 1)))


def every_row(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Table → its rows, each as (column, value), of the tables in which the owner's things are."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [tuple(zip(row.keys(), row, strict=True)) for row in connection.execute(f'SELECT * FROM "{table}"')]
            for table in row_counts(connection)
            if table != "meta" and not table.endswith("_words")
        }


def before_the_judgement(kept: Kept) -> Kept:
    """What ``fill`` wrote before schema 2."""

    def older(offering: Offering) -> Offering:
        return replace(offering, preparation_days=0, effort_months=1, weights=(), curves=(), vetoes_off=None)

    owner = replace(kept.owner, curves=(), vetoes_off=(), timezone="", travel_before_from=None, travel_after_from=None)
    (change,) = kept.inquiry.history
    change = replace(change, reasons=(), against=False, come_back=None, snapshot=None)
    return replace(
        kept,
        owner=owner,
        offering=older(kept.offering),
        peer=replace(kept.peer, offerings=tuple(map(older, kept.peer.offerings))),
        inquiry=replace(kept.inquiry, history=(change,), post_mortem=None),
        entry=replace(kept.entry, note="", expires=None, before=0, after=0),
    )


@pytest.mark.parametrize("number", released())
def test_every_released_schema_still_opens(tmp_path: Path, number: int) -> None:
    path = tmp_path / "old.sqlite3"
    path.write_bytes(gzip.decompress((SAMPLES / f"schema_{number}.sqlite3.gz").read_bytes()))
    assert read_header(path).user_version == number
    before = every_row(path)
    with closing(Store.open(path, now=NOW)) as store, closing(Store.open(None, now=NOW)) as fresh:
        wanted = fill(fresh) if number > 1 else before_the_judgement(fill(fresh))
        assert schema_of(store.connection) == schema_of(fresh.connection)
        assert owner.get(store) == wanted.owner
        assert offerings.every(store) == (wanted.offering,)
        assert peers.every(store) == (wanted.peer,)
        assert inquiries.all_open(store) == (wanted.inquiry,)
        assert inquiries.original(store, 1) == ("keynote.eml", EMAIL)
        assert calendar.own(store) == (wanted.entry,)
        assert letters.get(store, 1) == wanted.draft
        assert letters.get(store, 2) == wanted.sent
        assert referrals.for_inquiry(store, 1) == (wanted.referral,)
        assert follow_ups.for_inquiry(store, 1) == (wanted.follow_up,)
        assert linked_calendars.every(store) == ((wanted.calendar,) if number > 1 else ())
        assert rule_changes.every(store) == ((wanted.rule_change,) if number > 1 else ())
        assert second_looks.every(store) == ((wanted.second_look,) if number > 1 else ())
        assert [line.id for line in letters.lines(store, LetterQuery("bjorn"))] == [2, 1]
        assert set(store.check_health(NOW)) > {"inquiries", "letters_words_data", "occurrences"}
    after = every_row(path)
    for table, rows in before.items():
        assert len(after[table]) == len(rows)
        for old, new in zip(rows, after[table], strict=True):
            assert set(old) <= set(new), table


def test_scores_of_older_rules_are_void(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    path.write_bytes(gzip.decompress((SAMPLES / "schema_1.sqlite3.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as older:
        older.execute("UPDATE inquiries SET fit_low = 1, fit_high = 2, verdict = 'decline'")
        older.execute("UPDATE inquiries SET fit_version = (SELECT value FROM meta WHERE key = 'fit_version')")
        older.commit()
    with closing(Store.open(path, now=NOW)) as store:
        assert [line.low for line in inquiries.lines(store, [1])] == [None]
        assert inquiries.stale_ids(store, 9) == [1]
