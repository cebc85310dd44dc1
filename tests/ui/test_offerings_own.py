"""What the owner is not good at and what counts how much: stored, and felt by the verdict."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from build import an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.criteria import CRITERIA, weights_of
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


def test_a_weight_moved_by_key_is_stored_and_changes_the_score(
    qtbot: QtBot, page: OfferingsPage, store: Store, clock: Clock
) -> None:
    page.open_record(page.weights.entry_id)
    before = assess(an_inquiry(), offerings.every(store)[0], owner.get(store), (), clock.today())
    slider = page.weights.fields["style"].slider
    slider.setFocus()
    for _ in range(6):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    page.settle()
    assert owner.get(store).weights == (("style", 10.0),)
    after = assess(an_inquiry(), offerings.every(store)[0], owner.get(store), (), clock.today())
    assert after.contribution("style").weight == pytest.approx(100 * 10 / 106)
    assert before.contribution("style").weight == 4
    assert page.weights.fields["style"].share.text() == "9.4, usually 4"


def test_shares_always_add_up_to_100(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    page.open_record(page.weights.entry_id)
    for key in ("goal", "fee"):
        slider = page.weights.fields[key].slider
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 10, 15))
    page.settle()
    assert dict(owner.get(store).weights) == {"goal": 40.0, "fee": 40.0}
    shares = [float(page.weights.fields[one.key].share.text().split()[0].rstrip(",")) for one in CRITERIA]
    assert sum(shares) == pytest.approx(sum(weights_of(owner.get(store))), abs=0.5)


def test_backspace_and_reset_go_back_to_the_usual(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    heard = []
    page.notice.connect(lambda text, undo: heard.append((text, undo)))
    page.open_record(page.weights.entry_id)
    for key in ("goal", "style"):
        page.weights.fields[key].slider.setValue(0)
    QTest.keyClick(page.weights.fields["goal"].slider, Qt.Key.Key_Backspace)
    page.settle()
    assert owner.get(store).weights == (("style", 0.0),)
    QTest.mouseClick(page.weights.reset_button, Qt.MouseButton.LeftButton)
    assert owner.get(store).weights == ()
    text, undo = heard[-1]
    assert text == "The usual weights count again"
    undo()
    assert owner.get(store).weights == (("style", 0.0),)
    assert page.weights.fields["style"].value() == 0.0


def test_a_weight_between_two_points_is_not_rounded_by_looking(page: OfferingsPage, store: Store) -> None:
    from dataclasses import replace

    owner.save(store, replace(owner.get(store), weights=(("goal", 21.5),)))
    page.refresh()
    page.open_record(page.weights.entry_id)
    page.weights.form.field("fee").changed.emit()
    page.settle()
    assert owner.get(store).weights == (("goal", 21.5),)
