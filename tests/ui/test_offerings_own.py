"""What the owner is not good at: stored, and felt by the verdict."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from build import an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.fit import assess
from fitdesk.store import offerings, owner
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.offerings.page import OfferingsPage


@pytest.fixture
def page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> OfferingsPage:
    owner.save(store, an_owner(not_good_at=()))
    offerings.save(store, an_offering(id=None))
    page = OfferingsPage(store, changes, clock)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def verdict(store: Store, clock: Clock, topic: str) -> Verdict:
    from dataclasses import replace

    asked = an_inquiry()
    asked = replace(asked, event=replace(asked.event, topics=(topic,)))
    return assess(asked, offerings.every(store)[0], owner.get(store), (), clock.today()).verdict


def test_they_stand_on_top_of_the_list(page: OfferingsPage) -> None:
    assert [entry.row.title for entry in page.list.entries()][:2] == ["What I am not good at", "What counts how much"]


def test_what_i_am_not_good_at_is_stored_and_declines(
    qtbot: QtBot, page: OfferingsPage, store: Store, clock: Clock
) -> None:
    assert verdict(store, clock, "stand-up comedy") is not Verdict.ACCEPT
    assert verdict(store, clock, "risk") is Verdict.ACCEPT
    page.list.list.choose_first()
    edit = page.weak_spots.field.box.edit
    assert edit.isVisible()
    QTest.keyClicks(edit, "stand-up comedy,")
    QTest.keyClicks(edit, "risky stunts")
    page.settle()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    page.settle()
    assert owner.get(store).not_good_at == ("stand-up comedy", "risky stunts")
    assert verdict(store, clock, "stand-up comedy") is Verdict.DECLINE
    qtbot.waitUntil(lambda: page.list.entries()[0].row.detail == "2 things that peers do better")
