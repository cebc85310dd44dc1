"""The command palette and the sidebar, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fitdesk.ui.widgets.command_palette import CommandPalette, Entry, rank
from fitdesk.ui.widgets.sidebar import Sidebar
from hands import Key, click, press, write


def nothing() -> None:
    """What an entry does when nobody looks."""


def titles(entries: list[Entry]) -> list[str]:
    return [entry.title for entry in entries]


def named(*names: str) -> list[Entry]:
    return [Entry(name, "", nothing) for name in names]


def test_what_begins_with_the_words_comes_first() -> None:
    entries = named("Unpaid panel", "Open a mail…", "Paste a request", "A panel in May")
    assert titles(rank("pa", entries)) == ["Paste a request", "Unpaid panel", "A panel in May"]


def test_what_begins_a_word_comes_before_what_is_inside_one() -> None:
    assert titles(rank("her", named("Another", "With her"))) == ["With her", "Another"]


def test_every_word_must_be_there() -> None:
    assert titles(rank("new peer", named("New offering", "Peers: new", "New peer"))) == ["New peer", "Peers: new"]
    assert titles(rank("", named("B", "A"))) == ["B", "A"]


class Asked:
    """Stands in for the window: some actions, and records that match."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.searches: list[str] = []

    def entry(self, title: str, kind: str) -> Entry:
        return Entry(title, kind, partial(self.done.append, title))

    def actions(self) -> list[Entry]:
        return [self.entry("New inquiry", "Ctrl+N"), self.entry("Settings", "Ctrl+,")]

    def records(self, text: str) -> list[Entry]:
        self.searches.append(text)
        return [self.entry("Nordic Energy Day", "Inquiry")] if text.startswith("no") else []


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    return page


@pytest.fixture
def palette(page: QWidget, asked: Asked) -> CommandPalette:
    made = CommandPalette(page, asked.actions, asked.records)
    made.open()
    return made


def test_it_opens_with_all_actions_and_no_search(palette: CommandPalette, asked: Asked) -> None:
    assert titles(list(palette.shown())) == ["New inquiry", "Settings"]
    assert asked.searches == []
    assert palette.isVisible()


def test_typing_finds_actions_and_records(palette: CommandPalette, asked: Asked) -> None:
    write(palette.field, "no")
    assert titles(list(palette.shown())) == ["Nordic Energy Day"]
    assert asked.searches == ["no"]
    palette.field.clear()
    write(palette.field, "n")
    assert asked.searches == ["no"]
    assert titles(list(palette.shown())) == ["New inquiry", "Settings"]


def test_arrows_and_enter_do_it_and_close(palette: CommandPalette, asked: Asked) -> None:
    press(palette.field, Key.Key_Down)
    press(palette.field, Key.Key_Return)
    assert asked.done == ["Settings"]
    assert not palette.isVisible()


def test_arrows_stop_at_the_ends(palette: CommandPalette, asked: Asked) -> None:
    press(palette.field, Key.Key_Up)
    for _again in range(5):
        press(palette.field, Key.Key_PageDown)
    press(palette.field, Key.Key_Return)
    assert asked.done == ["Settings"]


def test_a_click_does_it(palette: CommandPalette, asked: Asked) -> None:
    place = palette.list.visualRect(palette.list.model().index(1, 0)).center()
    click(palette.list.viewport(), place)
    assert asked.done == ["Settings"]


def test_escape_closes_and_gives_the_focus_back(page: QWidget, palette: CommandPalette, qtbot: QtBot) -> None:
    palette.close_quietly()
    before = page.findChild(QLineEdit)
    assert isinstance(before, QLineEdit)
    page.activateWindow()
    before.setFocus()
    palette.open()
    press(palette.field, Key.Key_Escape)
    assert not palette.isVisible()
    assert page.focusWidget() is before


def test_nothing_found_is_said(palette: CommandPalette, asked: Asked) -> None:
    write(palette.field, "zzz")
    assert list(palette.shown()) == []
    assert palette._nothing.isVisible()
    press(palette.field, Key.Key_Return)
    assert asked.done == []


def test_it_fits_into_a_small_window(page: QWidget, palette: CommandPalette) -> None:
    assert page.rect().contains(palette.geometry())


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar([("today", "Today", "Ctrl+1"), ("peers", "Peers", "Ctrl+4"), ("settings", "Settings", "Ctrl+,")])
    qtbot.addWidget(made)
    made.resize(made.width(), 600)
    made.show()
    return made


def test_a_click_chooses_a_page(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.page_chosen) as told:
        click(sidebar.item("peers"))
    assert told.args == ["peers"]


def test_space_and_arrows_choose_too(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_current("today")
    with qtbot.waitSignal(sidebar.page_chosen):
        press(sidebar.item("peers"), Key.Key_Space)


def test_numbers_are_drawn_and_spoken(sidebar: Sidebar) -> None:
    item = sidebar.item("peers")
    before = item.grab().toImage()
    sidebar.set_count("peers", 31)
    assert item.accessibleName() == "Peers, 31"
    assert item.grab().toImage() != before
    sidebar.set_count("peers", 0)
    assert item.accessibleName() == "Peers"


def test_settings_stands_at_the_bottom_and_one_page_is_current(sidebar: Sidebar) -> None:
    assert sidebar.item("settings").geometry().bottom() > 560
    sidebar.set_current("peers")
    sidebar.set_current("settings")
    assert not sidebar.item("peers").isChecked()


def test_the_quiet_line(sidebar: Sidebar) -> None:
    shown: Callable[[], bool] = sidebar._note.isVisible
    assert not shown()
    sidebar.set_note("Demo practice")
    assert shown()
