"""Backups: equal, verified, thinned out by the rule and never down to nothing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_store import NOW, fill
from fitdesk.store import backups, offerings, owner
from fitdesk.store.errors import CannotWrite, StoreError
from fitdesk.store.retention import superfluous
from fitdesk.store.store import Store


def test_a_backup_is_a_whole_database(filed: Store, path: Path, tmp_path: Path) -> None:
    kept = fill(filed)
    backup = filed.back_up(NOW)
    assert backup is not None
    assert backups.is_good(backup)
    assert backup.parent == tmp_path / "fitdesk-backups"
    assert backup.name == "fitdesk-20261122-093000.sqlite3"
    elsewhere = tmp_path / "restored.sqlite3"
    elsewhere.write_bytes(backup.read_bytes())
    with closing(Store.open(elsewhere, now=NOW)) as restored:
        assert owner.get(restored) == kept.owner
        assert restored.rows("SELECT * FROM letters") == filed.rows("SELECT * FROM letters")
    if os.name == "posix":
        assert backup.stat().st_mode & 0o777 == 0o600
        assert backup.parent.stat().st_mode & 0o777 == 0o700


def test_only_when_something_changed(filed: Store, store: Store) -> None:
    assert filed.back_up(NOW) is None
    kept = fill(filed)
    first = filed.back_up(NOW)
    assert first is not None
    assert filed.back_up(NOW) is None
    offerings.save(filed, kept.offering)
    second = filed.back_up(NOW)  # within the same second
    assert second is not None
    assert second.name == "fitdesk-20261122-093000-2.sqlite3"
    fill(store)
    assert store.back_up(NOW) is None  # in memory


def test_every_flipped_bit_is_seen(filed: Store) -> None:
    fill(filed)
    backup = filed.back_up(NOW)
    assert backup is not None
    whole = backup.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :])
        assert not backups.is_good(backup)
    backup.write_bytes(whole)
    assert backups.is_good(backup)


def test_a_backup_that_does_not_come_out_right_never_stays(filed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(filed)
    copy = backups.copy

    def spoilt(connection: sqlite3.Connection, target: Path) -> None:
        copy(connection, target)
        with closing(sqlite3.connect(target)) as copied:
            copied.execute("DELETE FROM evidence")
            copied.commit()

    monkeypatch.setattr(backups, "copy", spoilt)
    with pytest.raises(StoreError, match="thrown away"):
        filed.back_up(NOW)
    monkeypatch.undo()
    assert filed.path is not None
    assert list(backups.folder_for(filed.path).iterdir()) == []
    assert filed.back_up(NOW) is not None


def test_no_place_for_backups(filed: Store, tmp_path: Path) -> None:
    fill(filed)
    (tmp_path / "fitdesk-backups").write_text("a file where the folder should be")
    with pytest.raises(CannotWrite, match="No backup could be made"):
        filed.back_up(NOW)


def make_backup(path: Path, when: datetime) -> Path:
    """A small file that counts as a good backup made at ``when``."""
    folder = backups.folder_for(path)
    folder.mkdir(exist_ok=True)
    backup = folder / f"{path.stem}-{when:%Y%m%d-%H%M%S}.sqlite3"
    backup.write_text(str(when))
    backup.with_name(backup.name + ".sha256").write_text(backups.hash_of(backup))
    return backup


def test_thinning_out_removes_file_and_note_but_never_the_newest_good_one(path: Path) -> None:
    made = [make_backup(path, NOW - timedelta(hours=5 * n)) for n in range(200)]
    (made[0].parent / "letter to myself.sqlite3").write_text("not ours")
    for spoilt in made[:20]:
        spoilt.write_text("spoilt")
    gone = backups.thin_out(path, NOW)
    assert made[20] not in gone
    assert len(gone) > 150
    for backup in gone:
        assert not backup.exists()
        assert not backup.with_name(backup.name + ".sha256").exists()
    assert (made[0].parent / "letter to myself.sqlite3").exists()
    assert backups.newest_first(path)[0] == made[0]


def test_the_rule() -> None:
    made = [NOW - timedelta(hours=6 * n) for n in range(4 * 500)]
    kept = sorted(set(made) - superfluous(made, NOW), reverse=True)
    assert kept[:9] == made[:9]  # two days whole
    assert len({when.date() for when in kept[9:]}) == len(kept[9:])
    assert 9 + 12 + 10 <= len(kept) <= 9 + 12 + 10 + 9
    assert NOW - kept[-1] > timedelta(days=200)


MOMENTS = st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)), max_size=80, unique=True)


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.integers(0, 3650))
def test_a_clock_that_is_ahead_removes_nothing_more(made: list[datetime], days: int) -> None:
    now = datetime(2027, 1, 1)
    gone = superfluous(made, now)
    assert superfluous(made, now + timedelta(days=days)) == gone
    assert superfluous(set(made) - gone, now) == set()
    if made:
        assert max(made) not in gone


@settings(max_examples=100, deadline=None)
@given(MOMENTS, MOMENTS)
def test_backups_from_the_future_are_left_alone_and_not_counted(made: list[datetime], more: list[datetime]) -> None:
    ahead = [when.replace(year=2030) for when in more if (when.month, when.day) != (2, 29)]
    now = datetime(2027, 1, 1)
    assert superfluous([*made, *ahead], now) == superfluous(made, now)
