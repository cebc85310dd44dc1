"""For tests of the window: the application dressed as the program dresses it, an empty store and a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.theme import Appearance, apply_theme

if TYPE_CHECKING:
    from fitdesk.store.store import Store

NOW = datetime(2026, 11, 22, 9, 30)


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
def clock(now: datetime) -> Clock:
    """A clock that stands at 22 November 2026, 9:30."""
    return Clock(lambda: now)


@pytest.fixture
def store(now: datetime) -> Iterator[Store]:
    """An empty store in memory."""
    from fitdesk.store.store import Store

    opened = Store.open(None, now=now)
    yield opened
    opened.close()


@pytest.fixture
def changes(qapp: QApplication, store: Store) -> Iterator[Changes]:
    """What the window listens to, fed by ``store``."""
    made = Changes(store)
    yield made
    made.stop()
