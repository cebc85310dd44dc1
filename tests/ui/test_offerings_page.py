"""The Offerings page with real keys and clicks: create, edit, keep, refuse, throw away, bring back, find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from build import an_offering
from fitdesk.domain.event import Format
from fitdesk.domain.offering import Offering
from fitdesk.store import drafts, offerings
from fitdesk.store.errors import CannotWrite
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.offerings.page import OfferingsPage
from fitdesk.ui.widgets.record_source import NEW

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> OfferingsPage:
    for title in ("Deciding", "Trust after the merger"):
        offerings.save(store, an_offering(id=None, title=title))
    return open_page(qtbot, store, changes, clock)


@pytest.fixture
def empty_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> OfferingsPage:
    return open_page(qtbot, store, changes, clock)


def open_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> OfferingsPage:
    page = OfferingsPage(store, changes, clock)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def line(page: OfferingsPage, key: str) -> QWidget:
    return page.editor.form.field(key).targets()[0]


def retype(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)


def titles(page: OfferingsPage) -> list[str]:
    return [entry.row.title for entry in page.list.entries() if entry.id >= NEW]


def notices(page: OfferingsPage) -> list[tuple[str, Callable[[], object] | None]]:
    heard: list[tuple[str, Callable[[], object] | None]] = []
    page.notice.connect(lambda text, undo: heard.append((text, undo)))
    return heard


def test_an_empty_page_says_what_to_do_first_and_its_button_begins(
    qtbot: QtBot, empty_page: OfferingsPage, store: Store
) -> None:
    assert empty_page._stack.is_empty()
    assert empty_page._stack.empty.title.text() == "No offerings yet"
    QTest.mouseClick(empty_page._stack.empty.button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(line(empty_page, "title"), "Trust")
    QTest.mouseClick(empty_page.editor.form.field("formats").pill(Format.KEYNOTE), Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]  # a TogglesField
    empty_page.settle()
    (kept,) = offerings.every(store)
    assert (kept.title, kept.formats) == ("Trust", (Format.KEYNOTE,))
    assert titles(empty_page) == ["Trust"]


def test_the_first_offering_is_open_at_first(page: OfferingsPage) -> None:
    assert page.editor.title.words() == "Deciding"
    assert page.editor.subtitle.text().startswith("Keynote · 40–75 min · £7,500")


def test_typing_is_kept_by_itself(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    number = page.open_number()
    assert number
    with qtbot.waitSignal(page.editor.form.settled, timeout=3000):
        retype(qtbot, line(page, "title"), "Deciding sooner")
    assert offerings.get(store, number).title == "Deciding sooner"
    assert "Deciding sooner" in titles(page)
    assert page.editor.title.words() == "Deciding sooner"
    assert page.list.list.chosen_id() == number


def test_every_field_reaches_the_store_and_comes_back(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    number = page.open_number()
    assert number
    for key, text in {
        "similar_jobs": "31", "confidence": "85", "fee_list": "9,000", "fee_floor": "6000.50", "lead_minimum": "14",
        "lead_ideal": "60", "effort_days": "2.5", "preparation_days": "2", "expenses": "350", "package": "One talk",
        "summary": "Short", "effort_months": "3",
    }.items():  # fmt: skip
        retype(qtbot, line(page, key), text)
    page.editor.form.field("fixed_package").segments.buttons[0].click()  # type: ignore[attr-defined]  # a YesNoField
    page.settle()
    kept = offerings.get(store, number)
    assert kept == replace(
        an_offering(), id=number, similar_jobs=31, confidence=85, fee_list=Decimal(9000), fee_floor=Decimal("6000.50"),
        lead_minimum=14, lead_ideal=60, effort_days=Decimal("2.5"), preparation_days=2, expenses=Decimal(350),
        effort_months=3, package="One talk", summary="Short", fixed_package=True, title="Deciding",
    )  # fmt: skip


def test_looking_at_an_offering_changes_nothing(page: OfferingsPage, store: Store) -> None:
    before = offerings.every(store)
    for entry in page.list.entries():
        page.list.list.choose(entry.id)
        page.settle()
    assert offerings.every(store) == before


def test_bad_input_stays_with_its_error_and_the_rest_is_kept(
    qtbot: QtBot, page: OfferingsPage, store: Store, changes: Changes, clock: Clock
) -> None:
    number = page.open_number()
    assert number
    retype(qtbot, line(page, "fee_list"), "a lot")
    retype(qtbot, line(page, "summary"), "Still kept")
    page.settle()
    kept = offerings.get(store, number)
    assert (kept.summary, kept.fee_list) == ("Still kept", Decimal(7500))
    assert page.editor.form.row("fee_list").shown_error == "Write an amount such as 7,500"
    assert page.editor.state.text() == "1 field is not kept yet: show it"
    again = open_page(qtbot, store, changes, clock)
    assert again.editor.form.field("fee_list").typed() == "a lot"
    assert again.editor.form.row("fee_list").shown_error
    retype(qtbot, line(again, "fee_list"), "8000")
    again.settle()
    assert offerings.get(store, number).fee_list == Decimal(8000)
    assert drafts.find(store, f"offering/{number}") is None
    assert again.editor.state.isHidden()


def test_a_floor_above_the_fee_is_refused_in_words(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    retype(qtbot, line(page, "fee_floor"), "9000")
    page.settle()
    assert "Above the usual fee" in page.editor.form.row("fee_floor").shown_error
    assert offerings.every(store)[0].fee_floor == Decimal(4500)


def test_a_new_offering_without_a_title_waits_as_a_draft(
    qtbot: QtBot, page: OfferingsPage, store: Store, changes: Changes, clock: Clock
) -> None:
    page.begin_new()
    retype(qtbot, line(page, "summary"), "Nobody knows its name yet")
    page.settle()
    assert len(offerings.every(store)) == 2
    assert titles(page)[0] == "New offering"
    again = open_page(qtbot, store, changes, clock)
    assert titles(again)[0] == "New offering"
    again.list.list.choose(NEW)
    assert again.editor.form.field("summary").value() == "Nobody knows its name yet"
    QTest.keyClicks(line(again, "title"), "Named")
    again.settle()
    assert [one.title for one in offerings.every(store)] == ["Deciding", "Trust after the merger", "Named"]
    assert titles(again) == ["Deciding", "Trust after the merger", "Named"]
    assert drafts.find(store, "offering/new") is None


def test_a_new_offering_left_blank_leaves_nothing_behind(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    page.begin_new()
    QTest.keyClicks(line(page, "title"), "x\b")
    page.settle()
    page.list.list.choose(offerings.every(store)[0].id)
    assert drafts.find(store, "offering/new") is None


def test_delete_moves_to_the_trash_and_undo_brings_it_back(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    heard = notices(page)
    page.list.focus_list()
    QTest.keyClick(page.list.list, Qt.Key.Key_Delete)
    assert titles(page) == ["Trust after the merger"]
    assert page.editor.title.words() == "Trust after the merger"
    text, undo = heard[-1]
    assert text == "“Deciding” is in the trash"
    assert undo is not None
    undo()
    assert titles(page) == ["Deciding", "Trust after the merger"]
    assert page.editor.title.words() == "Deciding"
    assert len(offerings.every(store)) == 2


def test_the_trash_is_a_list_to_restore_from(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    page.throw_away()
    page.list._tabs["trash"].click()
    assert titles(page) == ["Deciding"]
    page.list.list.choose_first()
    assert not page.editor.form.isEnabled()
    QTest.mouseClick(page.editor.restore, Qt.MouseButton.LeftButton)
    assert page.list.view() == "active"
    assert page.editor.title.words() == "Deciding"
    assert page.editor.form.isEnabled()
    assert len(offerings.every(store)) == 2


def test_retiring_moves_it_to_the_other_list(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    number = page.open_number()
    assert number
    page.editor.active.segments.buttons[1].click()  # the Offerings editor has it
    page.settle()
    assert offerings.get(store, number).active is False
    assert titles(page) == ["Trust after the merger"]
    assert page.editor.title.words() == "Deciding"
    page.list._tabs["retired"].click()
    assert titles(page) == ["Deciding"]


def test_search_finds_topics_and_synonyms(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    QTest.keyClicks(page.list.search, "merger")
    qtbot.waitUntil(lambda: titles(page) == ["Trust after the merger"])
    page.list.search.setText("UNDER uncertainty")
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    page.list.search.setText("cookery")
    qtbot.waitUntil(lambda: titles(page) == [])
    assert page.list.nothing.text() == "Nothing found for “cookery”"


def test_duplicating_makes_a_copy_with_a_name_of_its_own(page: OfferingsPage, store: Store) -> None:
    heard = notices(page)
    page.duplicate()
    assert [one.title for one in offerings.every(store)] == ["Deciding", "Trust after the merger", "Deciding (copy)"]
    assert page.editor.title.words() == "Deciding (copy)"
    undo = heard[-1][1]
    assert undo is not None
    undo()
    assert len(offerings.every(store)) == 2


def test_the_last_change_can_be_taken_back(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    retype(qtbot, line(page, "title"), "Other")
    page.settle()
    retype(qtbot, line(page, "summary"), "More")
    page.settle()
    page.take_back()
    assert (offerings.every(store)[0].title, offerings.every(store)[0].summary) == ("Other", "")
    page.take_back()
    assert offerings.every(store)[0].title == "Deciding"
    assert line(page, "title").text() == "Deciding"  # type: ignore[attr-defined]  # a QLineEdit


def test_keys_walk_open_and_go_back(qtbot: QtBot, page: OfferingsPage) -> None:
    page.list.focus_list()
    QTest.keyClick(page.list.list, Qt.Key.Key_Down)
    assert page.editor.title.words() == "Trust after the merger"
    QTest.keyClick(page.list.list, Qt.Key.Key_Return)
    assert page.focusWidget() is line(page, "title")
    QTest.keyClick(line(page, "title"), Qt.Key.Key_Escape)
    assert page.focusWidget() is page.list.list
    QTest.keyClick(page.list.list, Qt.Key.Key_Up)
    assert page.editor.title.words() == "Deciding"


def test_open_record_shows_it_in_the_list_that_has_it(page: OfferingsPage, store: Store, now: datetime) -> None:
    retired = offerings.save(store, an_offering(id=None, title="Old", active=False))
    page.open_record(retired.id or 0)
    assert (page.list.view(), page.editor.title.words()) == ("retired", "Old")
    offerings.trash(store, retired.id or 0, now)
    page.open_record(retired.id or 0)
    assert page.list.view() == "trash"
    heard = notices(page)
    page.open_record(999)
    assert heard[0][0].startswith("This is no longer there")


def test_a_change_elsewhere_is_shown_unless_something_is_being_typed(
    qtbot: QtBot, page: OfferingsPage, store: Store
) -> None:
    first = offerings.every(store)[0]
    offerings.save(store, replace(first, title="Changed elsewhere"))
    qtbot.waitUntil(lambda: page.editor.title.words() == "Changed elsewhere")
    assert "Changed elsewhere" in titles(page)


def test_when_the_disk_refuses_the_text_stays(
    qtbot: QtBot, page: OfferingsPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = notices(page)

    def refuse(_store: Store, _offering: Offering) -> Offering:
        raise CannotWrite("The disk is full. Make room and try again.")

    monkeypatch.setattr(offerings, "save", refuse)
    retype(qtbot, line(page, "title"), "Kept in sight")
    page.settle()
    assert heard[-1] == ("The disk is full. Make room and try again.", None)
    assert page.editor.form.field("title").value() == "Kept in sight"
    assert page.editor.state.text() == "Not kept yet: try again"
    monkeypatch.undo()
    QTest.mouseClick(page.editor.state, Qt.MouseButton.LeftButton)
    assert offerings.every(store)[0].title == "Kept in sight"


def test_leaving_the_page_keeps_what_was_typed(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    retype(qtbot, line(page, "title"), "In a hurry")
    page.hide()
    assert offerings.every(store)[0].title == "In a hurry"


def test_a_restart_keeps_everything(qtbot: QtBot, tmp_path: Path, now: datetime, clock: Clock, qapp: Any) -> None:
    path = tmp_path / "fitdesk.sqlite3"
    store = Store.open(path, now=now)
    changes = Changes(store)
    page = open_page(qtbot, store, changes, clock)
    page.begin_new()
    QTest.keyClicks(line(page, "title"), "Lasting")
    page.hide()
    changes.stop()
    store.close()
    store = Store.open(path, now=now)
    changes = Changes(store)
    again = open_page(qtbot, store, changes, clock)
    assert titles(again) == ["Lasting"]
    again.hide()
    changes.stop()
    store.close()


def test_where_it_is_narrow_list_and_editor_take_turns(qtbot: QtBot, page: OfferingsPage) -> None:
    page.resize(480, 600)
    qtbot.waitUntil(lambda: not page.editor.isVisible())
    assert page.list.isVisible()
    QTest.keyClick(page.list.list, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    assert not page.list.isVisible()
    QTest.mouseClick(page.panes.back, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()


def test_hostile_words_are_shown_as_they_are(page: OfferingsPage, store: Store) -> None:
    title = "<img src='file:///etc/passwd'> & <b>x</b>"
    saved = offerings.save(store, an_offering(id=None, title=title))
    page.open_record(saved.id or 0)
    assert page.editor.title.words() == title
    assert page.editor.title.textFormat() == Qt.TextFormat.PlainText
    assert page.editor.subtitle.textFormat() == Qt.TextFormat.PlainText


def test_all_actions_are_offered_to_the_palette(page: OfferingsPage) -> None:
    texts = {action.text() for action in page.actions()}
    assert {"New offering", "Duplicate", "Move to the trash", "What I am not good at", "What counts how much"} <= texts
