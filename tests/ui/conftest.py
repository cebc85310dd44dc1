"""For tests of the window: the application in its dress, an empty store in memory and a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fitdesk.ui.changes import Changes
from fitdesk.ui.theme import Appearance, apply_theme

if TYPE_CHECKING:
    from fitdesk.store.store import Store

NOW = datetime(2026, 11, 22, 9, 30)


class StandingClock:
    """Stands at ``at`` until it is set anew."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def today(self) -> date:
        return self.at.date()

    def now(self) -> datetime:
        return self.at


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str], qapp_cls: type[QApplication]) -> QApplication:
    """The one application, in the light theme."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = qapp_cls(qapp_args)
    apply_theme(app, Appearance.LIGHT)
    return app


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def clock(now: datetime) -> StandingClock:
    """A clock that stands at 22 November 2026, 9:30."""
    return StandingClock(now)


@pytest.fixture
def store(qapp: QApplication, now: datetime) -> Iterator[Store]:
    """An empty store in memory."""
    from fitdesk.store.store import Store

    opened = Store.open(None, now=now)
    yield opened
    _close(opened)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo practice in a file, filled once, without the letters it brings."""
    from fitdesk.store.store import Store
    from fitdesk.workflows import demo

    path = tmp_path_factory.mktemp("practice") / "filled.sqlite3"
    with closing(Store.open(path, now=NOW)) as opened:
        demo.fill(opened, NOW.date())
        with opened.transaction():
            opened.run("DELETE FROM letters")
    return path


@pytest.fixture
def practice(qapp: QApplication, filled: Path, tmp_path: Path, now: datetime) -> Iterator[Store]:
    """A copy of the demo practice in which nobody has written a letter yet."""
    from fitdesk.store.store import Store

    copied = tmp_path / "practice.sqlite3"
    copied.write_bytes(filled.read_bytes())
    opened = Store.open(copied, now=now)
    yield opened
    _close(opened)


def _close(store: Store) -> None:
    """Close ``store`` once nothing reads it any more."""
    for window in QApplication.topLevelWidgets():
        window.hide()
        for timer in window.findChildren(QTimer):
            timer.stop()
    store.close()


@pytest.fixture
def changes(qapp: QApplication, store: Store) -> Iterator[Changes]:
    """What the window listens to, fed by ``store``."""
    made = Changes(store)
    yield made
    made.stop()
