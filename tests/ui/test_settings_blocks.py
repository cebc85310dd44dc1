"""Building blocks in Settings: written, tried, refused with the reason, kept half-typed, and put back."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitdesk.letters.phrases import load_book
from fitdesk.store import drafts, phrase_changes
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.settings.blocks_panel import BlocksPanel
from fitdesk.workflows.letter_words import book_for


@pytest.fixture
def panel(qtbot: QtBot, store: Store, clock: Clock) -> BlocksPanel:
    made = BlocksPanel(store, clock)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_language()
    made.show()
    qtbot.waitExposed(made)
    return made


def choose(panel: BlocksPanel, name: str, tone: str) -> None:
    panel._open(name, tone)


def test_words_are_in_use_once_typed_and_go_back_to_the_original(panel: BlocksPanel, store: Store) -> None:
    choose(panel, "refusal.them", "both")
    before = load_book("en").blocks["refusal.them", "both"]
    panel.editor.setPlainText("")
    QTest.keyClicks(panel.editor, "I am not the person for this.")
    assert "I am not the person for this." in panel.reads.text()
    panel.keep_now()
    assert book_for(store, "en").blocks["refusal.them", "both"] == ("I am not the person for this.",)
    assert panel.reset.isEnabled()
    panel.reset.click()
    assert phrase_changes.for_language(store, "en") == ()
    assert panel.editor.toPlainText() == "\n".join(before)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("You asked for {tuning}.", "tuning"),
        ("I am not the one [for {this", "[for {this"[0]),
        ("No!", "exclamation"),
        ("", "at least one"),
    ],
)
def test_what_cannot_be_used_is_said_beside_it_and_kept(
    panel: BlocksPanel, store: Store, words: str, said: str
) -> None:
    choose(panel, "refusal.them", "both")
    panel.editor.setPlainText(words)
    panel.keep_now()
    assert panel.message.isVisible()
    assert said in panel.message.text()
    assert phrase_changes.for_language(store, "en") == ()
    assert drafts.find(store, "phrases/en/refusal.them/both") == words
    choose(panel, "refusal.date", "both")
    choose(panel, "refusal.them", "both")
    assert panel.editor.toPlainText() == words


def test_every_way_may_not_need_what_is_seldom_known(panel: BlocksPanel, store: Store) -> None:
    choose(panel, "thanks", "both")
    panel.editor.setPlainText("Thank you for asking me {when}.")
    assert "{when}" in panel.message.text()
    panel.editor.setPlainText("Thank you for asking me[ {when}].")
    assert not panel.message.isVisible()


def test_the_search_finds_words_and_another_language_shows_its_own(panel: BlocksPanel) -> None:
    whole = panel.list.count()
    panel.search.setText("exclusively nothing like it")
    panel._fill()
    assert panel.list.count() == 0
    panel.search.setText("")
    panel._fill()
    assert panel.list.count() == whole
    panel.language.setCurrentIndex(panel.language.findData("de"))
    panel.show_language()
    assert panel._address is not None
    assert panel.list.count() > 20
