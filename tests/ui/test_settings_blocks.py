"""Building blocks in Settings: written, tried, refused with the reason, kept half-typed, and put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitdesk.domain.letter import PhraseChange
from fitdesk.letters.phrases.book import load_book
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


def test_the_list_and_the_chips_read_as_sentences(panel: BlocksPanel) -> None:
    labels = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert not [label for label in labels if set(label) & set("{}[]<>|*")]
    assert any(label.startswith("Referral: ") for label in labels), "subject lines name their kind"
    choose(panel, "peer.plain", "both")
    assert panel.chips.chips["town"].text() == "Lyon"
    assert panel.chips.chips["style"].isHidden(), "seldom wanted"
    panel.chips.more.click()
    assert panel.chips.chips["style"].isVisible()
    assert panel.chips.more.isHidden()


def test_a_chip_puts_its_field_where_the_cursor_is(panel: BlocksPanel) -> None:
    choose(panel, "thanks", "both")
    panel.editor.setPlainText("")
    panel.chips.chips["event"].click()
    assert panel.editor.toPlainText() == "{Event}", "a sentence begins"
    QTest.keyClicks(panel.editor, " of which you wrote")
    panel.chips.chips["where"].click()
    panel.chips.brackets.click()
    assert panel.editor.toPlainText() == "{Event} of which you wrote [{where}]"
    assert "Leadership Summit of which you wrote in Lyon" in panel.reads.text()


def test_both_forms_of_address_are_read_with_their_own_event(panel: BlocksPanel) -> None:
    panel.language.setCurrentIndex(panel.language.findData("de"))
    panel.show_language()
    choose(panel, "thanks", "both")
    panel.editor.setPlainText("Danke für {event_akk}, ")
    panel.editor.moveCursor(QTextCursor.MoveOperation.End)
    panel.chips.address.click()
    assert panel.editor.toPlainText().endswith("<|>")
    panel.editor.setPlainText("<Ich danke Ihnen|Danke> für {event_akk}.")
    assert "Ich danke Ihnen für Ihre Veranstaltung" in panel.reads.text()
    assert panel._address is not None
    panel._address.set_index(1)
    panel._read_aloud()
    assert "Danke für deine Veranstaltung" in panel.reads.text()


def test_words_put_back_can_be_had_again_with_undo(panel: BlocksPanel, store: Store) -> None:
    choose(panel, "refusal.them", "both")
    panel.editor.replace_all("I am not the person for this.")
    panel.keep_now()
    panel.reset.click()
    panel.editor.undo()
    panel.keep_now()
    assert book_for(store, "en").blocks["refusal.them", "both"] == ("I am not the person for this.",)


def test_nothing_can_be_typed_where_no_block_is_found(panel: BlocksPanel) -> None:
    panel.search.setText("exclusively nothing like it")
    panel._fill()
    assert not panel.editor.isVisible()
    assert panel.nothing.isVisible()
    panel.search.setText("")
    panel._fill()
    assert panel.editor.isVisible()


def test_what_is_typed_is_kept_as_soon_as_the_editor_is_left(panel: BlocksPanel, store: Store) -> None:
    choose(panel, "refusal.them", "both")
    panel.editor.setFocus()
    panel.editor.replace_all("I am not the person for this.")
    panel.editor.left.emit()
    assert len(phrase_changes.for_language(store, "en")) == 1


def test_words_that_an_older_version_kept_do_not_hold_up_the_page(panel: BlocksPanel, store: Store) -> None:
    phrase_changes.keep(store, PhraseChange("en", "thanks", "both", ("Thank you for {gone}.",)))
    panel.show_language()
    choose(panel, "thanks", "both")
    assert "{gone}" in panel.message.text()
    assert "Until then" in panel.message.text()


def test_tab_goes_from_the_words_to_the_chips_as_they_are_read(qtbot: QtBot, panel: BlocksPanel) -> None:
    choose(panel, "thanks", "both")
    qtbot.waitUntil(lambda: panel.chips.chips["event"].isVisible())
    panel.editor.setFocus()
    met = []
    for _turn in range(4):
        focused = panel.window().focusWidget()
        assert focused is not None
        met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    shown = [chip for chip in panel.chips.chips.values() if chip.isVisible()]
    assert met == [panel.editor, *shown[:3]]
