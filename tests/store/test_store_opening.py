"""Opening: every wrong file, place or moment is a plain sentence, and nothing is touched."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from build_store import NOW, an_offering, fill
from fitdesk.store import connection, inquiries, offerings, owner
from fitdesk.store.errors import (
    CannotWrite,
    DamagedDatabase,
    DatabaseLocked,
    NewerSchema,
    NotADatabase,
    StoreError,
)
from fitdesk.store.inquiries import InquiryQuery
from fitdesk.store.lock import lock_path
from fitdesk.store.schema import APPLICATION_ID, SCHEMA, read_header
from fitdesk.store.store import Store

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")


def make(path: Path) -> None:
    Store.open(path, now=NOW).close()


def test_rules_of_the_connection(filed: Store) -> None:
    def pragma(name: str) -> object:
        return filed.rows(f"PRAGMA {name}")[0][0]

    assert pragma("journal_mode") == "truncate"
    assert pragma("synchronous") == 3
    assert pragma("locking_mode") == "exclusive"
    assert pragma("foreign_keys") == 1
    assert pragma("secure_delete") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("cell_size_check") == 1
    assert pragma("application_id") == APPLICATION_ID
    assert pragma("user_version") == SCHEMA


def test_a_rule_that_is_not_obeyed_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_WRITING_RULES", (("synchronous", 7),))
    with pytest.raises(StoreError, match=r"safety rule \(synchronous\)"):
        Store.open(path, now=NOW)


@posix
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "deeper" / "fitdesk.sqlite3"
    make(path)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    assert lock_path(path).stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    make(path)
    assert path.stat().st_mode & 0o777 == 0o600


def text_file(path: Path) -> None:
    path.write_text("Dear Ada, this is a letter and not a database. " * 40)


def too_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def foreign_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 252006674")
        other.execute("CREATE TABLE t (a)")


def nobodys(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE offerings (a)")


@pytest.mark.parametrize("spoil", [text_file, too_short, foreign_program, nobodys])
def test_another_file_is_refused_untouched(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path)
    path.chmod(0o644)
    before, mode = path.read_bytes(), path.stat().st_mode
    with pytest.raises(NotADatabase, match=r"fitdesk\.sqlite3 is not a FitDesk database"):
        Store.open(path, now=NOW)
    assert (path.read_bytes(), path.stat().st_mode) == (before, mode)
    assert list(path.parent.iterdir()) == [path]


@posix
def test_a_pipe_is_refused_without_waiting_for_it(path: Path) -> None:
    os.mkfifo(path, 0o644)
    with pytest.raises(NotADatabase, match=r"fitdesk\.sqlite3 is not a FitDesk database"):
        Store.open(path, now=NOW)
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_name_that_no_disk_takes(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="may not read"):
        Store.open(tmp_path / ("x" * 5000), now=NOW)


def test_a_lock_that_cannot_be_made(path: Path) -> None:
    lock_path(path).mkdir()
    with pytest.raises(CannotWrite, match=r"fitdesk\.sqlite3\.lock"):
        Store.open(path, now=NOW)


def test_a_disk_that_does_not_tell_its_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mute(_place: object) -> None:
        raise OSError(errno.ENOSYS, "not told")

    monkeypatch.setattr(shutil, "disk_usage", mute)
    with closing(Store.open(path, now=NOW)) as store:
        assert store.warnings == ()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase, match="is a folder"):
        Store.open(tmp_path, now=NOW)


def test_an_empty_file_becomes_a_new_database(path: Path) -> None:
    path.touch()
    with closing(Store.open(path, now=NOW)) as store:
        assert offerings.every(store) == ()
    assert read_header(path).application_id == APPLICATION_ID


def test_a_newer_schema_is_refused_without_touching_a_byte(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(NewerSchema, match="newer FitDesk"):
        Store.open(path, now=NOW)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)
    assert (
        not path.with_name(path.name + "-journal").exists()
        or path.with_name(path.name + "-journal").read_bytes() == b""
    )


def test_a_second_store_in_this_process(filed: Store, path: Path) -> None:
    with pytest.raises(DatabaseLocked, match="already open with this database"):
        Store.open(path, now=NOW)


@posix
def test_a_link_is_the_file_it_leads_to(filed: Store, path: Path) -> None:
    link = path.parent / "elsewhere" / "link.sqlite3"
    link.parent.mkdir()
    link.symlink_to(path)
    with pytest.raises(DatabaseLocked, match="already open with this database"):
        Store.open(link, now=NOW)
    assert list(link.parent.iterdir()) == [link]


@posix
def test_links_in_a_circle(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(CannotWrite, match="cannot keep a database in"):
        Store.open(path, now=NOW)


def test_a_second_process_until_the_first_ends(path: Path) -> None:
    code = (
        "import sys; from datetime import datetime; from pathlib import Path; from fitdesk.store.store import Store;"
        "store = Store.open(Path(sys.argv[1]), now=datetime(2026, 11, 22)); print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(DatabaseLocked, match="already open with this database"):
            Store.open(path, now=NOW)
        other.kill()
    make(path)


def test_another_program_that_writes(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseLocked, match="Another program"):
            Store.open(path, now=NOW)
    make(path)  # the lock was let go again


def test_a_disk_that_cannot_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fitdesk.store.lock._try_lock", refuse)
    with pytest.raises(CannotWrite, match="Keep the database on a disk of this computer"):
        Store.open(path, now=NOW)


def interrupted(path: Path) -> None:
    """Make ``path`` what a power cut in the middle of a commit leaves: a half-changed file and its journal."""
    whole = path.with_name("whole.sqlite3")
    with closing(Store.open(whole, now=NOW)) as store:
        fill(store)
    with closing(sqlite3.connect(whole, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE offerings SET title = 'half done', summary = printf('%.*c', 9000, 'x')")
        other.execute("UPDATE inquiries SET text = printf('%.*c', 90000, 'x')")
        other.execute("UPDATE owner SET name = 'half done'")
        shutil.copy(whole, path)
        shutil.copy(f"{whole}-journal", f"{path}-journal")
        other.execute("ROLLBACK")
    assert b"half done" in path.read_bytes()


def test_an_interrupted_change_is_undone(path: Path) -> None:
    interrupted(path)
    with closing(Store.open(path, now=NOW)) as store, closing(Store.open(None, now=NOW)) as fresh:
        kept = fill(fresh)
        assert owner.get(store) == kept.owner
        assert offerings.every(store) == (kept.offering,)
        assert inquiries.get(store, 1) == kept.inquiry
        assert len(list(store.check_health(NOW))) > 20


def test_an_interrupted_change_that_cannot_be_undone_here(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(path)
    monkeypatch.setattr("os.access", lambda _path, mode: not mode & os.W_OK)
    before = path.read_bytes()
    with pytest.raises(CannotWrite, match="interrupted here"):
        Store.open(path, now=NOW)
    assert path.read_bytes() == before


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says that nothing may be written; root, who may always, runs many of these tests."""
    monkeypatch.setattr("os.access", lambda _path, mode: not mode & os.W_OK)


def test_read_only(path: Path, unwritable: None) -> None:
    with pytest.MonkeyPatch.context() as writable:
        writable.setattr("os.access", lambda _path, _mode: True)
        with closing(Store.open(path, now=NOW)) as store:
            kept = fill(store)
    before = path.read_bytes()
    with closing(Store.open(path, now=NOW)) as store:
        assert store.read_only
        assert store.warnings[0] == "This database can only be read here: changes cannot be saved."
        assert owner.get(store) == kept.owner
        assert inquiries.get(store, kept.inquiry.id or 0) == kept.inquiry
        assert len(inquiries.first_lines(store, InquiryQuery(search="zoe"), 5)) == 1
        with pytest.raises(CannotWrite, match="can only be read here"):
            offerings.save(store, an_offering())
        with pytest.raises(StoreError):
            store.run("DELETE FROM offerings")
        inquiries.cache_fit(store, 1, 10.0, 20.0, kept.inquiry.history[0].verdict)  # type: ignore[arg-type]  # is set
    assert path.read_bytes() == before


def test_read_only_and_missing(path: Path, unwritable: None) -> None:
    with pytest.raises(CannotWrite, match="cannot keep a database in"):
        Store.open(path, now=NOW)
    assert not path.exists()


def test_read_only_and_empty(path: Path, unwritable: None) -> None:
    path.touch()
    with pytest.raises(NotADatabase, match="is empty"):
        Store.open(path, now=NOW)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_really_cannot_be_written(path: Path) -> None:
    make(path)
    path.parent.chmod(0o500)
    try:
        with closing(Store.open(path, now=NOW)) as store:
            assert store.read_only
    finally:
        path.parent.chmod(0o700)


def test_a_damaged_file(path: Path) -> None:
    with closing(Store.open(path, now=NOW)) as store:
        fill(store)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))

    def look() -> None:
        with closing(Store.open(path, now=NOW)) as store:
            list(store.check_health(NOW))

    with pytest.raises(DamagedDatabase, match="damaged"):
        look()


def test_a_missing_table(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE offerings")
        other.commit()
    with pytest.raises(DamagedDatabase, match="Bring back the newest backup"):
        Store.open(path, now=NOW)


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Firm", "Nextcloud/Work", "Library/Mobile Documents"])
def test_a_synced_folder_is_warned_of(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "fitdesk.sqlite3"
    with closing(Store.open(path, now=NOW)) as store:
        assert any("synced folder" in warning for warning in store.warnings)


def test_little_room_is_warned_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path)
    with closing(Store.open(path, now=NOW)) as store:
        assert store.warnings == ()
    usage = shutil.disk_usage(path.parent)._replace(free=2 * path.stat().st_size)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage)
    with closing(Store.open(path, now=NOW)) as store:
        assert any("little room" in warning for warning in store.warnings)


def test_the_first_page_needs_neither_peewee_nor_msgspec(path: Path) -> None:
    make(path)
    code = (
        "import sys; from datetime import datetime; from pathlib import Path; from fitdesk.store.store import Store;"
        "from fitdesk.store import inquiries; store = Store.open(Path(sys.argv[1]), now=datetime(2026, 11, 22));"
        "inquiries.first_lines(store, inquiries.InquiryQuery(), 50); inquiries.counts(store);"
        "print(sorted({'peewee', 'playhouse', 'msgspec', 'hashlib'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert out.stdout == "[]\n"
