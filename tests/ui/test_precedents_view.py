"""Precedents below the judgement: found beside the window, opened by a click, absent where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.inquiry import Status
from fitdesk.store import inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.workflows.decide import decide
from hands import Key, click, press


@pytest.fixture
def page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> Iterator[InquiriesPage]:
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    inquiries.save(store, an_inquiry(received=datetime(2026, 11, 20, 9)))
    made = InquiriesPage(store, changes, clock)
    qtbot.addWidget(made)
    made.resize(1104, 760)
    yield made
    made.warmer.stop()
    made.judging.forget()
    made.precedents.forget()
    made.hide()
    QThreadPool.globalInstance().waitForDone(5000)


def past(store: Store, name: str, status: Status, reason: str = "") -> int:
    kept = inquiries.save(store, replace(an_inquiry(event=an_event(name=name)), received=datetime(2025, 11, 1, 9)))
    assert kept.id is not None
    decide(store, kept.id, status, reason, datetime(2025, 11, 3, 9))
    return kept.id


def judged(qtbot: QtBot, page: InquiriesPage) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)


def test_nothing_is_shown_where_there_is_no_precedent(page: InquiriesPage, qtbot: QtBot) -> None:
    judged(qtbot, page)
    qtbot.wait(200)
    assert not page.detail.precedents.isVisible()


def test_a_similar_inquiry_is_told_and_opened_by_a_click(page: InquiriesPage, store: Store, qtbot: QtBot) -> None:
    number = past(store, "Summit of last year", Status.DECLINED, "the room was too small")
    judged(qtbot, page)
    view = page.detail.precedents
    qtbot.waitUntil(view.isVisible, timeout=8000)
    (said,) = view.texts()
    assert "Summit of last year" in said
    assert "declined" in said
    assert view.heading.text() == "What became of one like it"
    click(view.lines[0])
    qtbot.waitUntil(lambda: page.detail.head.title.words() == "Summit of last year")
    shown = page.pane.list.chosen_id()
    assert shown == number
    assert not view.isVisible(), "what was found for another inquiry is not shown beside this one"


def test_a_decision_taken_now_is_a_precedent_at_once(page: InquiriesPage, store: Store, qtbot: QtBot) -> None:
    judged(qtbot, page)
    qtbot.wait(100)
    assert not page.detail.precedents.isVisible()
    past(store, "Decided meanwhile", Status.ACCEPTED)
    qtbot.waitUntil(page.detail.precedents.isVisible, timeout=8000)
    assert "Decided meanwhile" in page.detail.precedents.texts()[0]
    link = page.detail.precedents.lines[0].link
    link.setFocus()
    press(link, Key.Key_Space)
    qtbot.waitUntil(lambda: page.detail.head.title.words() == "Decided meanwhile")
