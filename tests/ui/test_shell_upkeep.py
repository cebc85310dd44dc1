"""Upkeep: damage is told, a changed database is backed up on the way out, an unchanged one is not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fitdesk.domain.followup import FollowUp
from fitdesk.store import follow_ups
from fitdesk.store.errors import DamagedDatabase
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.upkeep import Upkeep


def test_every_table_is_checked_step_by_step(qtbot: QtBot, store: Store, clock: Clock) -> None:
    told: list[str] = []
    parent = QObject()
    upkeep = Upkeep(store, clock, told.append, parent)
    for _step in range(100):
        upkeep.step()
    assert told == []


def test_damage_is_told(qtbot: QtBot, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_now: datetime) -> object:
        raise DamagedDatabase("Part of the database cannot be read.")

    monkeypatch.setattr(store, "check_health", damaged)
    told: list[str] = []
    parent = QObject()
    Upkeep(store, clock, told.append, parent).step()
    assert told == ["Part of the database cannot be read."]


def test_a_changed_database_is_backed_up_once(qtbot: QtBot, tmp_path: Path, clock: Clock, now: datetime) -> None:
    store = Store.open(tmp_path / "practice.sqlite3", now=now)
    parent = QObject()
    upkeep = Upkeep(store, clock, print, parent)
    assert upkeep.back_up() == ""
    before = set(tmp_path.rglob("*"))
    follow_ups.save(store, FollowUp(due=now.date(), what="Call Ada"))
    assert upkeep.back_up() == ""
    made = set(tmp_path.rglob("*")) - before
    assert [path for path in made if path.is_file()]
    assert upkeep.back_up() == ""
    assert set(tmp_path.rglob("*")) - before == made
    store.close()


def test_a_backup_that_fails_while_the_window_is_open_is_told(
    qtbot: QtBot, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_now: datetime) -> Path | None:
        raise DamagedDatabase("The disk is full. Make room and try again.")

    monkeypatch.setattr(store, "back_up", full)
    told: list[str] = []
    parent = QObject()
    Upkeep(store, clock, told.append, parent).back_up_now_and_then()
    assert told == ["The disk is full. Make room and try again."]
