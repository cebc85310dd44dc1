"""For tests of the window: the application in its dress, an empty store in memory and a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
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
    for window in QApplication.topLevelWidgets():
        window.hide()
        for timer in window.findChildren(QTimer):
            timer.stop()  # nothing reads the store any more
    opened.close()


@pytest.fixture
def changes(qapp: QApplication, store: Store) -> Iterator[Changes]:
    """What the window listens to, fed by ``store``."""
    made = Changes(store)
    yield made
    made.stop()
