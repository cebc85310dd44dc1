"""Refer…: whom to name, the letter with its live page, and out of the house; nothing is recorded by a cancel."""

from __future__ import annotations

from datetime import datetime
from errno import ENOSPC
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import LetterKind, LetterStatus
from fitdesk.domain.peer import Peer
from fitdesk.store import disclosures, follow_ups, inquiries, letters, peers, referrals
from fitdesk.store.letters import LetterQuery, Shelf
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.letters import out
from fitdesk.ui.letters.letter_window import LetterWindow, Step
from fitdesk.ui.letters.peers_step import PeersStep
from fitdesk.ui.letters.ways import Way
from fitdesk.workflows import demo
from fitdesk.workflows.letter_facts import LetterOrder, order_of
from fitdesk.workflows.letter_prefill import order_for

DRAW_MS = 15_000
TITLE = "Two days for our buyers"


@pytest.fixture
def practice(store: Store, now: datetime) -> Store:
    """The demo practice without the draft it brings for our inquiry."""
    demo.fill(store, now.date())
    for letter in letters.for_inquiry(store, inquiry_of(store).id or 0):
        letters.trash(store, letter.id or 0, now)
    return store


def inquiry_of(store: Store) -> Inquiry:
    return next(inquiry for inquiry in inquiries.all_open(store) if inquiry.title == TITLE)


@pytest.fixture
def window(qtbot: QtBot, practice: Store, clock: Clock) -> LetterWindow:
    made = LetterWindow(practice, clock, an_order(practice, clock, inquiry_of(practice)))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def an_order(store: Store, clock: Clock, inquiry: Inquiry) -> LetterOrder:
    return order_for(store, LetterKind.REFERRAL, inquiry.id, clock.today())


def peers_of(window: LetterWindow) -> PeersStep:
    assert isinstance(window.first, PeersStep)
    return window.first


def to_letter(qtbot: QtBot, window: LetterWindow) -> None:
    qtbot.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.words.is_ready, timeout=DRAW_MS)


def to_out(qtbot: QtBot, window: LetterWindow) -> None:
    to_letter(qtbot, window)
    qtbot.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    assert window.step is Step.OUT


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """The native dialog answers ``path``; None is a cancel."""
    answer = (str(path) if path else "", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: answer))


def named(store: Store, name: str) -> Peer:
    return next(peer for peer in peers.every(store) if peer.name == name)


def test_the_best_peer_is_chosen_with_why_and_those_left_out_with_why_not(window: LetterWindow) -> None:
    assert window.step is Step.FIRST
    assert peers_of(window).chosen_ids()
    words = " ".join(label.text() for label in peers_of(window).findChildren(type(peers_of(window).explanation)))
    assert "Fergus Teague" in " ".join(
        box.text() for box in peers_of(window).findChildren(type(peers_of(window)._cards[0].box))
    )
    assert "consent" in words


def test_without_a_peer_there_is_no_letter(window: LetterWindow) -> None:
    peers_of(window).choose(())
    assert not window.forward.isEnabled()


def test_a_fourth_peer_is_one_too_many(qtbot: QtBot, practice: Store, clock: Clock) -> None:
    vague = next(inquiry for inquiry in inquiries.all_open(practice) if inquiry.title == "Date check")
    window = LetterWindow(practice, clock, an_order(practice, clock, vague))
    qtbot.addWidget(window)
    ids = [card.peer_id for card in peers_of(window)._cards if card.peer_id is not None]
    assert len(ids) >= 4
    peers_of(window).choose(ids[:4])
    assert not window.forward.isEnabled()
    assert "three" in peers_of(window).message.text()
    peers_of(window).choose(ids[:3])
    assert window.forward.isEnabled()


def test_a_second_click_on_next_does_not_lead_back(qtbot: QtBot, window: LetterWindow) -> None:
    to_out(qtbot, window)
    qtbot.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    assert (window.step, window.forward.isVisible(), window.forward.isEnabled()) == (Step.OUT, True, False)


def test_the_window_is_never_larger_than_the_screen(window: LetterWindow) -> None:
    room = window.screen().availableSize()
    assert window.size().boundedTo(room) == window.size()


def test_the_page_follows_the_words(qtbot: QtBot, window: LetterWindow) -> None:
    to_letter(qtbot, window)
    before = window.words._drawn
    window.words.editor.subject.setFocus()
    window.words.editor.subject.selectAll()
    qtbot.keyClicks(window.words.editor.subject, "Your two days in Leeds")
    assert not window.forward.isEnabled(), "the page is older than the words"
    qtbot.waitUntil(lambda: window.words.is_ready, timeout=DRAW_MS)
    drawn = window.words._drawn
    assert drawn is not None
    assert before is not None
    assert drawn.pdf != before.pdf


def test_typed_words_are_kept_without_asking(qtbot: QtBot, window: LetterWindow, practice: Store) -> None:
    to_letter(qtbot, window)
    qtbot.keyClicks(window.words.editor.subject, " and more")
    qtbot.waitUntil(lambda: bool(subjects(practice) & {window.words.editor.subject.text()}), timeout=5000)


def subjects(store: Store) -> set[str]:
    return {line.subject for line in letters.lines(store, LetterQuery(shelf=Shelf.DRAFTS))}


def test_a_letter_without_a_refusal_is_held_back_until_a_reason_is_given(qtbot: QtBot, window: LetterWindow) -> None:
    to_letter(qtbot, window)
    window.words.editor.body.setPlainText("Thank you for asking.\n\nDo call **Fergus Teague**.")
    qtbot.waitUntil(lambda: window.words.override.isVisible(), timeout=DRAW_MS)
    assert not window.forward.isEnabled()
    qtbot.keyClicks(window.words.override, "We spoke on the phone, and I said no there.")
    qtbot.waitUntil(window.forward.isEnabled, timeout=DRAW_MS)


def test_own_words_come_back_after_writing_afresh(qtbot: QtBot, window: LetterWindow) -> None:
    to_letter(qtbot, window)
    window.words.editor.body.appendPlainText("\n\nMy own last line.")
    mine = window.words.editor.body.toPlainText()
    qtbot.mouseClick(window.words.bar.again, Qt.MouseButton.LeftButton)
    assert "My own last line" not in window.words.editor.body.toPlainText()
    qtbot.mouseClick(window.undo_button, Qt.MouseButton.LeftButton)
    assert window.words.editor.text().body[-1] == "My own last line."
    assert window.words.editor.body.toPlainText().split() == mine.split()


def test_the_tone_changes_the_words(qtbot: QtBot, window: LetterWindow) -> None:
    to_letter(qtbot, window)
    warm = window.words.editor.salutation.text()
    qtbot.mouseClick(window.words.bar.tone.buttons[1], Qt.MouseButton.LeftButton)
    assert window.words.editor.salutation.text() != warm


def test_saving_the_pdf_records_letter_referral_disclosure_and_follow_ups(
    qtbot: QtBot, window: LetterWindow, practice: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inquiry = inquiry_of(practice)
    chosen = peers_of(window).chosen_ids()
    due_before = len(follow_ups.for_inquiry(practice, inquiry.id or 0))
    save_to(monkeypatch, tmp_path / "letter.pdf")
    to_out(qtbot, window)
    with qtbot.waitSignal(window.letter_sent):
        qtbot.mouseClick(window.out.buttons[Way.PDF], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    sent = letters.for_inquiry(practice, inquiry.id or 0)[0]
    assert sent.status is LetterStatus.SENT
    assert sent.pdf == (tmp_path / "letter.pdf").read_bytes()
    assert {referral.peer_id for referral in referrals.for_inquiry(practice, inquiry.id or 0)} == set(chosen)
    assert len(disclosures.of_letter(practice, sent.id or 0)) == len(chosen)
    assert inquiries.get(practice, inquiry.id or 0).status is Status.REFERRED
    assert len(follow_ups.for_inquiry(practice, inquiry.id or 0)) == due_before + 2
    assert not window.isVisible()


def test_a_cancelled_dialog_records_nothing(
    qtbot: QtBot, window: LetterWindow, practice: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, None)
    to_out(qtbot, window)
    qtbot.mouseClick(window.out.buttons[Way.PDF], Qt.MouseButton.LeftButton)
    inquiry = inquiry_of(practice)
    assert inquiry.status is not Status.REFERRED
    assert referrals.for_inquiry(practice, inquiry.id or 0) == ()


def test_a_folder_that_cannot_be_written_is_said_beside_the_button_and_nothing_is_recorded(
    qtbot: QtBot, window: LetterWindow, practice: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "no-such-folder" / "letter.pdf")
    to_out(qtbot, window)
    qtbot.mouseClick(window.out.buttons[Way.PDF], Qt.MouseButton.LeftButton)
    assert "another place" in window.out.result.text()
    assert inquiry_of(practice).status is not Status.REFERRED


@pytest.mark.parametrize(("way", "ending"), [(Way.PDF, "pdf"), (Way.EMAIL, "eml")])
def test_a_full_disk_leaves_the_older_file_as_it_was(
    qtbot: QtBot,
    window: LetterWindow,
    practice: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Way,
    ending: str,
) -> None:
    place = tmp_path / f"letter.{ending}"
    place.write_bytes(b"what stood here")
    save_to(monkeypatch, place)
    to_out(qtbot, window)
    write = Path.write_bytes

    def fill_the_disk(path: Path, data: bytes) -> int:
        write(path, data[: len(data) // 2])
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", fill_the_disk)
        qtbot.mouseClick(window.out.buttons[way], Qt.MouseButton.LeftButton)
    assert [path.name for path in tmp_path.iterdir()] == [place.name]
    assert place.read_bytes() == b"what stood here"
    assert inquiry_of(practice).status is not Status.REFERRED


def test_the_e_mail_draft_carries_the_letter(
    qtbot: QtBot, window: LetterWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from email import message_from_bytes, policy

    monkeypatch.setattr(out, "open_in_mail_program", lambda _path: False)
    save_to(monkeypatch, tmp_path / "letter.eml")
    to_out(qtbot, window)
    qtbot.mouseClick(window.out.buttons[Way.EMAIL], Qt.MouseButton.LeftButton)
    mail = message_from_bytes((tmp_path / "letter.eml").read_bytes(), policy=policy.default)
    attached = [part.get_content_type() for part in mail.iter_attachments()]
    assert attached == ["application/pdf"]
    assert mail["X-Unsent"] == "1"
    assert "Open it with your mail program" in window.out.result.text()


def test_the_short_e_mail_goes_straight_into_the_mail_program(
    qtbot: QtBot, window: LetterWindow, practice: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    links: list[str] = []
    answers = iter((False, True))

    def take(link: str) -> bool:
        links.append(link)
        return next(answers)

    monkeypatch.setattr(out, "open_link", take)
    to_out(qtbot, window)
    qtbot.mouseClick(window.out.buttons[Way.MAIL_PROGRAM], Qt.MouseButton.LeftButton)
    assert "No mail program answered" in window.out.result.text()
    assert inquiry_of(practice).status is not Status.REFERRED, "it has not left"
    qtbot.mouseClick(window.out.buttons[Way.MAIL_PROGRAM], Qt.MouseButton.LeftButton)
    assert links[1].startswith("mailto:")
    assert "attached" not in links[1]
    assert TITLE not in [one.title for one in inquiries.all_open(practice)], "referred, and so no longer open"


def test_a_withdrawn_consent_stops_the_letter_at_the_door(
    qtbot: QtBot, window: LetterWindow, practice: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    save_to(monkeypatch, tmp_path / "letter.pdf")
    to_out(qtbot, window)
    for peer_id in peers_of(window).chosen_ids():
        peer = peers.get(practice, peer_id)
        assert peer.consent is not None
        peers.save(practice, replace(peer, consent=replace(peer.consent, withdrawn=peer.consent.given)))
    qtbot.mouseClick(window.out.buttons[Way.PDF], Qt.MouseButton.LeftButton)
    assert "consent" in window.out.result.text()
    assert inquiry_of(practice).status is not Status.REFERRED


def test_escape_keeps_the_draft_for_later(qtbot: QtBot, window: LetterWindow, practice: Store, clock: Clock) -> None:
    to_letter(qtbot, window)
    qtbot.keyClicks(window.words.editor.close_line, " indeed")
    typed = window.words.editor.text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    draft = letters.for_inquiry(practice, inquiry_of(practice).id or 0)[0]
    assert draft.text == typed
    again = LetterWindow(practice, clock, order_of(draft), letter=draft)
    qtbot.addWidget(again)
    assert again.step is Step.WORDS
    assert again.words.editor.text() == typed


def test_own_words_are_told_of_when_other_peers_are_chosen(qtbot: QtBot, window: LetterWindow, practice: Store) -> None:
    to_letter(qtbot, window)
    window.words.editor.body.appendPlainText("\n\nMy own last line.")
    qtbot.mouseClick(window.back, Qt.MouseButton.LeftButton)
    peers_of(window).choose([card.peer_id for card in peers_of(window)._cards[1:2] if card.peer_id is not None])
    qtbot.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    assert "trash" in window.message.text()
    assert any("My own last line." in letters.get(practice, line.id).text.body for line in trashed(practice))


def trashed(store: Store) -> list[letters.LetterLine]:
    return letters.lines(store, LetterQuery(shelf=Shelf.TRASH))


def test_a_client_who_wrote_in_german_is_known_before_the_letter_is_written(
    qtbot: QtBot, practice: Store, clock: Clock
) -> None:
    german = next(inquiry for inquiry in inquiries.all_open(practice) if inquiry.language == "de")
    window = LetterWindow(practice, clock, an_order(practice, clock, german))
    qtbot.addWidget(window)
    assert "wrote in German" in window.heading.about.text()
