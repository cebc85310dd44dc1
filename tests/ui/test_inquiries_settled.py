"""A settled inquiry in the window: as it was judged when it was decided, and as of today on request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.inquiry import Status
from fitdesk.store import inquiries, offerings, owner
from fitdesk.store.inquiries import View
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.workflows.decide import decide
from fitdesk.workflows.triage import Triage
from hands import Key, click, press
from inquiries_scene import Make, inquiries_pages

LONG_AGO = datetime(2025, 3, 12, 9, 0)


@pytest.fixture
def make_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> Iterator[Make]:
    """Builds the page on its decided inquiries; what still runs is waited for before the store is closed."""
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    with inquiries_pages(qtbot, store, changes, clock) as open_page:

        def make() -> InquiriesPage:
            page = open_page()
            page.pane.show_view(View.DECIDED)
            qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)
            return page

        yield make


def shown(page: InquiriesPage) -> Triage:
    triage = page.detail.triage()
    assert triage is not None
    return triage


def keep_settled(store: Store, name: str, days_ahead: int = 120) -> int:
    day = LONG_AGO.date() + timedelta(days=days_ahead)
    number = inquiries.save(store, an_inquiry(event=an_event(name=name, dates=(day,)))).id or 0
    decide(store, number, Status.ACCEPTED, "", LONG_AGO)
    return number


def test_work_that_is_over_is_shown_as_it_was_judged(store: Store, make_page: Make) -> None:
    keep_settled(store, "Last year's day")
    page = make_page()
    view = page.detail
    assert view.head.verdict.verdict() is Verdict.ACCEPT
    assert "12 March 2025" in view.then.words()
    assert not view.free.isVisible()
    assert not view.upshot.isVisible()
    assert not view.head.what_if.isVisible()
    assert "days ahead" in shown(page).assessments[0].contribution("leadtime").finding.sentence
    page.decisions.act(Act.COPY)
    copied = QGuiApplication.clipboard().text()
    assert "As judged on 12 March 2025:" in copied
    assert "Am I free?" not in copied


def test_it_can_be_judged_as_of_today_and_back(store: Store, make_page: Make, qtbot: QtBot) -> None:
    keep_settled(store, "Last year's day")
    page = make_page()
    view = page.detail
    then = view.fit.assessment()
    click(view.then.link)
    qtbot.waitUntil(lambda: view.triage() is not None and shown(page).judged_on is None, timeout=8000)
    assert view.head.verdict.verdict() is not Verdict.ACCEPT
    assert view.free.isVisible()
    assert "past" in view.free.text()
    assert view.head.what_if.isVisible()
    view.then.link.setFocus()
    press(view.then.link, Key.Key_Space)
    assert view.fit.assessment() == then
    assert view.head.verdict.verdict() is Verdict.ACCEPT


def test_another_one_is_shown_as_it_was_judged_again(store: Store, make_page: Make, qtbot: QtBot) -> None:
    first, second = keep_settled(store, "First"), keep_settled(store, "Second", 150)
    page = make_page()
    page.open_inquiry(first)
    click(page.detail.then.link)
    page.open_inquiry(second)  # while the first is still being judged
    assert shown(page).judged_on is not None
    page.open_inquiry(first)
    QThreadPool.globalInstance().waitForDone(5000)
    qtbot.wait(50)
    assert shown(page).judged_on is not None


def test_what_is_open_has_no_line_on_then(store: Store, make_page: Make, qtbot: QtBot) -> None:
    keep_settled(store, "Settled")
    number = inquiries.save(store, an_inquiry(event=an_event(name="Open"))).id or 0
    page = make_page()
    page.open_inquiry(number)
    qtbot.waitUntil(lambda: page.detail.head.title.words() == "Open" and page.detail.triage() is not None)
    assert not page.detail.then.isVisible()
    assert page.detail.free.isVisible()
