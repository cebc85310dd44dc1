"""The Inquiries page for its tests: opened on a store, and put to rest before the store is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.page import InquiriesPage

Make = Callable[[], InquiriesPage]


@contextmanager
def inquiries_pages(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> Iterator[Make]:
    """Opens pages; what still runs in them is waited for at the end."""
    made: list[InquiriesPage] = []

    def make() -> InquiriesPage:
        page = InquiriesPage(store, changes, clock)
        qtbot.addWidget(page)
        page.resize(1104, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        made.append(page)
        return page

    yield make
    for page in made:
        page.warmer.stop()
        page.judging.forget()
        page.arrivals.stop_reading()
        page.hide()
    QThreadPool.globalInstance().waitForDone(9000)
