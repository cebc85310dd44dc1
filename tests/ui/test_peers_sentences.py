"""What is always said about a peer is kept for each language, of the right peer, and nothing of it is lost."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitdesk.domain.letter import PeerSentence
from fitdesk.domain.peer import Peer
from fitdesk.store import peer_sentences, peers
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.peers.page import PeersPage
from fitdesk.ui.peers.sentences_view import SentencesView


@pytest.fixture
def page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> PeersPage:
    for name in ("Anna Berg", "Bruno Keller"):
        peers.save(store, Peer(name=name))
    made = PeersPage(store, changes, clock)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_sentence_is_kept_for_its_language_and_peer(page: PeersPage, store: Store) -> None:
    anna, bruno = (one.id or 0 for one in sorted(peers.every(store), key=lambda peer: peer.name))
    page.open_record(anna)
    field = page._editor.sentences.fields["fr"]
    QTest.keyClicks(field.edit, "Elle va droit au but.")
    page.open_record(bruno)
    assert [one.sentence for one in peer_sentences.for_peer(store, anna)] == ["Elle va droit au but."]
    assert peer_sentences.for_peer(store, bruno) == ()
    assert field.value() is None
    page.open_record(anna)
    assert field.value() == "Elle va droit au but."
    field.set_value(None)
    field.changed.emit()
    page.hide()
    assert peer_sentences.for_peer(store, anna) == ()


def test_what_would_look_odd_in_a_letter_is_said_beside_the_sentence(qtbot: QtBot) -> None:
    view = SentencesView()
    qtbot.addWidget(view)
    view.show()
    view.show_sentences(1, [PeerSentence(1, "de", "Sie kennt {event} genau.")])
    assert "Brackets" in view.warnings["de"].text()
    field = view.fields["en"]
    for words, said in (("She is the one!", "full stop"), ("She is the one", "full stop"), ("She is the one.", "")):
        field.edit.setPlainText(words)
        assert said in view.warnings["en"].text()
        assert view.warnings["en"].isVisible() is bool(said)
