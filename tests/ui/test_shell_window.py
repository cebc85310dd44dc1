"""The window: one page at a time, built when first shown; what is remembered; what one page asks of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from build import a_peer, an_inquiry, an_offering
from fitdesk.domain.followup import FollowUp
from fitdesk.store import follow_ups, inquiries, offerings, peers
from fitdesk.store.store import Store
from fitdesk.ui import palette_entries, window_state
from fitdesk.ui.changes import Clock
from fitdesk.ui.colours import DARK, colours_of
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.ui.main_window import MainWindow
from fitdesk.ui.theme import Appearance
from fitdesk.ui.today.page import TodayPage
from fitdesk.ui.window_state import WindowState
from hands import CTRL, Key, click, press, write

Open = Callable[[], MainWindow]


@pytest.fixture
def open_window(store: Store, clock: Clock, qtbot: QtBot) -> Open:
    def make(*, demo: bool = False) -> MainWindow:
        window = MainWindow(store, clock, demo=demo)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: "today" in window._pages)
        return window

    return make


def keep_inquiry(store: Store, title: str = "Better Decisions Day") -> int:
    base = an_inquiry()
    kept = inquiries.save(store, replace(base, event=replace(base.event, name=title)))
    assert kept.id is not None
    return kept.id


def test_only_today_is_built_at_the_start(open_window: Open) -> None:
    window = open_window()
    assert list(window._pages) == ["today"]
    assert window.current_key() == "today"
    assert window.sidebar.item("today").isChecked()
    assert window.windowTitle() == "FitDesk"


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Key.Key_2, "inquiries"),
        (Key.Key_3, "offerings"),
        (Key.Key_4, "peers"),
        (Key.Key_5, "letters"),
        (Key.Key_6, "calendar"),
        (Key.Key_7, "insight"),
        (Key.Key_8, "settings"),
        (Key.Key_Comma, "settings"),
    ],
)
def test_every_page_has_its_shortcut(open_window: Open, key: Qt.Key, page: str) -> None:
    window = open_window()
    press(window, key, CTRL)
    assert window.current_key() == page
    assert window.page(page).isVisible()
    press(window, Key.Key_1, CTRL)
    assert window.current_key() == "today"


def test_a_click_in_the_sidebar_shows_the_page(open_window: Open) -> None:
    window = open_window()
    click(window.sidebar.item("settings"))
    assert window.current_key() == "settings"


def test_the_sidebar_counts_and_follows(store: Store, open_window: Open, qtbot: QtBot) -> None:
    keep_inquiry(store)
    window = open_window()
    qtbot.waitUntil(lambda: window.sidebar.item("inquiries").count() == 1)
    assert window.sidebar.item("today").count() == 1
    assert window.sidebar.item("peers").count() == 0
    peers.save(store, replace(a_peer(verified=date(2026, 11, 1)), id=None, offerings=()))
    follow_ups.save(store, FollowUp(due=date(2026, 11, 22), what="Call"))
    qtbot.waitUntil(lambda: window.sidebar.item("peers").count() == 1)
    assert window.sidebar.item("today").count() == 2


def test_a_row_of_today_opens_its_inquiry(store: Store, open_window: Open, qtbot: QtBot) -> None:
    keep_inquiry(store, "Another one")
    number = keep_inquiry(store)
    window = open_window()
    today = window.page("today")
    assert isinstance(today, TodayPage)
    today.inquiry_opened.emit(number)
    page = window.page("inquiries")
    assert window.current_key() == "inquiries"
    assert isinstance(page, InquiriesPage)
    assert page.pane.list.chosen_id() == number


def test_a_captured_request_goes_to_the_inquiries_page(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted: list[str] = []
    monkeypatch.setattr(InquiriesPage, "begin_paste", lambda _page, text: pasted.append(text))
    window = open_window()
    today = window.page("today")
    assert isinstance(today, TodayPage)
    today.captured.emit("Dear Ms Vale, would you speak in June?")
    assert window.current_key() == "inquiries"
    assert pasted == ["Dear Ms Vale, would you speak in June?"]


def test_first_steps_begin_a_new_record(open_window: Open) -> None:
    window = open_window()
    today = window.page("today")
    assert isinstance(today, TodayPage)
    click(today.first_steps.buttons[1])
    assert window.current_key() == "offerings"


def test_undo_by_keyboard(open_window: Open) -> None:
    window = open_window()
    undone: list[int] = []
    window.page("today").notice.emit("Done: Call", lambda: undone.append(1))
    assert window.notices.isVisible()
    press(window, Key.Key_Z, CTRL)
    assert undone == [1]


def test_the_palette_finds_every_action_and_record(store: Store, open_window: Open, qtbot: QtBot) -> None:
    keep_inquiry(store)
    offerings.save(store, replace(an_offering(title="Better talks"), id=None))
    peers.save(store, replace(a_peer(name="Betty Moor"), id=None, offerings=()))
    window = open_window()
    titles = [entry.title for entry in palette_entries.actions(window)]
    for wanted in ("Today", "Settings", "Paste a request", "Settings: Letterhead", "Search inquiries"):
        assert wanted in titles
    found = {(entry.title, entry.kind.partition(" ")[0]) for entry in palette_entries.records(window, "bett")}
    assert found >= {("Better Decisions Day", "Inquiry"), ("Better talks", "Offering"), ("Betty Moor", "Peer")}


def test_ctrl_k_then_words_then_enter(store: Store, open_window: Open, qtbot: QtBot) -> None:
    number = keep_inquiry(store)
    window = open_window()
    press(window, Key.Key_K, CTRL)
    assert window._palette is not None
    assert window._palette.isVisible()
    write(window._palette.field, "decisions day")
    press(window._palette.field, Key.Key_Return)
    page = window.page("inquiries")
    assert isinstance(page, InquiriesPage)
    assert window.current_key() == "inquiries"
    assert page.pane.list.chosen_id() == number


def test_an_action_of_another_page_shows_that_page(open_window: Open) -> None:
    window = open_window()
    entry = next(one for one in palette_entries.actions(window) if one.title == "Settings: Letterhead")
    entry.run()
    assert window.current_key() == "settings"


def test_size_and_splitters_are_remembered(store: Store, clock: Clock, open_window: Open, qtbot: QtBot) -> None:
    first = open_window()
    first.resize(1111, 777)
    first.show_page("inquiries")
    splitter = first.page("inquiries").findChildren(QSplitter)[0]
    splitter.setSizes([500, splitter.width() - 500])
    sizes = splitter.sizes()
    first.close()
    second = open_window()
    assert (second.width(), second.height()) == (1111, 777)
    second.show_page("inquiries")
    again = second.page("inquiries").findChildren(QSplitter)[0]
    qtbot.waitUntil(lambda: abs(again.sizes()[0] - sizes[0]) <= 2)


def test_a_demo_remembers_nothing(store: Store, clock: Clock, qtbot: QtBot) -> None:
    window = MainWindow(store, clock, demo=True)
    qtbot.addWidget(window)
    window.show()
    window.resize(1111, 777)
    window.close()
    assert window_state.load(store) == WindowState()
    assert window.sidebar._note.text() == "Demo practice"


def test_a_state_that_cannot_be_read_is_passed_over(store: Store) -> None:
    from fitdesk.store import drafts

    for text in ("{", "[]", '{"width": 5, "colour": 1}', "null"):
        drafts.keep(store, "window", text)
        assert window_state.load(store) == WindowState()


def test_the_kept_appearance_is_worn(store: Store, open_window: Open) -> None:
    window_state.keep_appearance(store, Appearance.DARK)
    window = open_window()
    try:
        assert colours_of(window.palette()) is DARK
    finally:
        window.set_appearance(Appearance.LIGHT)


def test_a_second_start_raises_the_window(open_window: Open) -> None:
    window = open_window()
    window.showMinimized()
    window.bring_to_front()
    assert not window.isMinimized()
    assert window.isVisible()


@pytest.mark.parametrize("size", [(1024, 700), (1600, 1000)])
@pytest.mark.parametrize("key", ["today", "inquiries", "offerings", "peers", "letters", "insight", "settings"])
def test_every_page_fits(store: Store, open_window: Open, key: str, size: tuple[int, int]) -> None:
    keep_inquiry(store, "A very long name of an event that goes on and on " * 6)
    window = open_window()
    window.resize(*size)
    page = window.show_page(key)
    window.grab()
    assert (window.width(), window.height()) == size
    assert [type(part).__name__ for part in parts_in_sight(page) if right_end(part, page) > page.width()] == []


def parts_in_sight(page: QWidget) -> list[QWidget]:
    """What is shown on ``page`` itself; what lies in a scrolled area may be larger than the window."""
    shown = [part for part in page.findChildren(QWidget) if part.isVisible()]
    areas = [part.viewport() for part in shown if isinstance(part, QAbstractScrollArea)]
    return [part for part in shown if not any(area.isAncestorOf(part) for area in areas)]


def right_end(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, part.rect().topRight()).x()


def test_missing_scores_are_worked_out_without_opening_inquiries(store: Store, open_window: Open, qtbot: QtBot) -> None:
    offerings.save(store, replace(an_offering(), id=None))
    keep_inquiry(store)
    window = open_window()
    today = window.page("today")
    assert isinstance(today, TodayPage)
    qtbot.waitUntil(lambda: today.unanswered.rows()[0].row().fit is not None, timeout=5000)
    assert "inquiries" not in window._pages
