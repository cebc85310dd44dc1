"""The window of each kind of letter with clicks and keys: what it asks, what it writes, and what is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fitdesk.domain.contact import Gender
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import Letter, LetterKind, LetterStatus, LetterText
from fitdesk.domain.owner import Owner
from fitdesk.letters.checks.check import Severity
from fitdesk.letters.checks.findings import Part
from fitdesk.store import disclosures, follow_ups, inquiries, letters, peers
from fitdesk.store import owner as owners
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.letters.day_steps import AgreedStep, ComeBackStep
from fitdesk.ui.letters.letter_editor import LetterEditor
from fitdesk.ui.letters.letter_step import MAIL, PAPER
from fitdesk.ui.letters.letter_window import LetterWindow, Step
from fitdesk.ui.letters.questions_step import QuestionsStep
from fitdesk.ui.letters.to_peer_step import ToPeerStep
from fitdesk.ui.letters.ways import Way
from fitdesk.workflows.letter_prefill import order_for
from hands import CTRL, Key, click, press, write

DRAW_MS = 15_000
TITLE = "Two days for our buyers"
Open = Callable[..., LetterWindow]


def inquiry_of(store: Store, title: str = TITLE) -> Inquiry:
    return next(inquiry for inquiry in inquiries.all_open(store) if inquiry.title == title)


@pytest.fixture
def show(qtbot: QtBot, practice: Store, clock: Clock) -> Open:
    def make(kind: LetterKind, title: str = TITLE, peer: str | None = None) -> LetterWindow:
        about = None if kind is LetterKind.CONSENT else inquiry_of(practice, title).id
        to = next((one.id for one in peers.every(practice) if one.name == peer), None)
        order = order_for(practice, kind, about, clock.today(), peer_id=to)
        window = LetterWindow(practice, clock, order)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    return make


def ready(qtbot: QtBot, window: LetterWindow) -> None:
    qtbot.waitUntil(lambda: window.words.is_ready, timeout=DRAW_MS)


def save_pdf(qtbot: QtBot, window: LetterWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> Letter:
    """Through the last step with Ctrl+Enter and a click; the kept letter."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(path), "")))
    ready(qtbot, window)
    press(window, Key.Key_Return, CTRL)
    assert window.step is Step.OUT
    click(window.out.buttons[Way.PDF])
    assert path.exists(), window.out.result.text()
    kept = window._letter
    assert kept is not None
    click(window.forward)
    return letters.get(window._store, kept.id or 0)


def body(window: LetterWindow) -> str:
    return window.words.editor.body.toPlainText()


# ---- the way of each kind


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        (LetterKind.WRONG_FOR_YOU, Status.DECLINED),
        (LetterKind.NOT_FOR_ME, Status.DECLINED),
        (LetterKind.NEXT_SEASON, Status.NEW),
        (LetterKind.AFTER_EVENT, Status.NEW),
    ],
)
def test_what_needs_nothing_more_begins_with_its_words(
    qtbot: QtBot,
    show: Open,
    practice: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: LetterKind,
    becomes: Status,
) -> None:
    window = show(kind)
    assert window.step is Step.WORDS
    assert not window.tabs[Step.FIRST].isVisible()
    assert not window.back.isVisible()
    kept = save_pdf(qtbot, window, tmp_path / "letter.pdf", monkeypatch)
    assert (kept.kind, kept.status) == (kind, LetterStatus.SENT)
    assert inquiry_or_decided(practice, kept).status is becomes


def inquiry_or_decided(store: Store, letter: Letter) -> Inquiry:
    return inquiries.get(store, letter.inquiry_id or 0)


def test_not_now_asks_from_when_and_notes_to_come_back(
    qtbot: QtBot, show: Open, practice: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show(LetterKind.NOT_NOW)
    step = window.first
    assert isinstance(step, ComeBackStep)
    assert step.day.value() is None
    write(step.day.edit, "1 September 2027")
    click(window.forward)
    assert window.step is Step.WORDS
    assert "1 September 2027" in body(window)
    qtbot.waitUntil(lambda: window.words._drawn is not None, timeout=DRAW_MS)
    kept = save_pdf(qtbot, window, tmp_path / "letter.pdf", monkeypatch)
    decided = inquiry_or_decided(practice, kept)
    assert decided.status is Status.NOT_NOW
    assert str(decided.history[-1].come_back) == "2027-09-01"
    assert "2027-09-01" in [str(one.due) for one in follow_ups.for_inquiry(practice, decided.id or 0)]


def test_a_day_that_cannot_be_read_is_said_and_nothing_begun(show: Open, practice: Store) -> None:
    window = show(LetterKind.NOT_NOW)
    assert isinstance(window.first, ComeBackStep)
    write(window.first.day.edit, "soonish")
    click(window.forward)
    assert window.step is Step.FIRST
    assert window.message.text()
    assert letters.for_inquiry(practice, inquiry_of(practice).id or 0) == ()


def test_a_yes_proposes_the_recorded_day_and_says_what_is_open(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.ACCEPTANCE)
    assert isinstance(window.first, AgreedStep)
    assert window.first.day.value() == inquiry_of(window._store).event.dates[0]
    assert window.first.fee.value()[0] is None
    click(window.forward)
    assert "fee" in body(window)
    click(window.back)
    write(window.first.fee.amount.edit, "5000")
    click(window.forward)
    assert "5,000" in body(window)


def test_a_yes_against_the_judgement_leaves_the_decision_to_the_page(
    qtbot: QtBot, show: Open, practice: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show(LetterKind.ACCEPTANCE)
    click(window.forward)
    kept = save_pdf(qtbot, window, tmp_path / "letter.pdf", monkeypatch)
    assert "Accept it on its page" in window.out.result.text()
    assert inquiry_or_decided(practice, kept).status is Status.NEW


def test_questions_are_ticked_and_asked(
    qtbot: QtBot, show: Open, practice: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show(LetterKind.QUESTIONS, "Date check")
    step = window.first
    assert isinstance(step, QuestionsStep)
    ticked = [box for box in step.boxes.values() if box.isChecked()]
    assert 2 <= len(ticked) <= 4
    more = [box for box in step.boxes.values() if not box.isChecked()]
    if more:
        click(more[0])
        click(window.forward)
        assert window.step is Step.FIRST
        assert "four" in window.message.text()
        click(more[0])
    for box in ticked[1:]:
        click(box)
    click(window.forward)
    kept = save_pdf(qtbot, window, tmp_path / "letter.pdf", monkeypatch)
    assert body(window).count("?") == 1
    assert inquiry_or_decided(practice, kept).status is Status.ASKED


def test_an_introduction_passes_on_only_what_was_ticked(
    qtbot: QtBot, show: Open, practice: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show(LetterKind.INTRODUCTION)
    step = window.first
    assert isinstance(step, ToPeerStep)
    assert not any(box.isChecked() for box in step.boxes.values())
    assert step.to.currentText() == "Fergus Teague", "the one who fits best is on top"
    click(window.forward)
    assert window.step is Step.FIRST
    assert "Tick" in window.message.text()
    for key in ("name", "email"):
        click(step.boxes[key])
    click(window.forward)
    assert "how the client said yes" in window.message.text()
    write(step.how, "by telephone on 20 November")
    click(window.forward)
    assert "g.postlethwaite@" in body(window)
    assert "Bracken" not in body(window)
    assert window.words.mail_view.to.text() == "To: fergus@teague-negotiates.example"
    kept = save_pdf(qtbot, window, tmp_path / "letter.pdf", monkeypatch)
    (told,) = disclosures.of_letter(practice, kept.id or 0)
    assert (told.peer_id, told.fields, told.consent) == (None, ("name", "email"), "by telephone on 20 November")


@pytest.mark.parametrize("kind", [LetterKind.CONSENT, LetterKind.THANKS])
def test_letters_to_a_peer_go_to_that_peer(
    qtbot: QtBot, show: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: LetterKind
) -> None:
    window = show(kind, peer="Chiara Bellandi")
    if kind is LetterKind.THANKS:
        assert isinstance(window.first, ToPeerStep)
        assert not window.first.to.isEnabled()
        click(window.forward)
    assert window.step is Step.WORDS
    kept = save_pdf(qtbot, window, tmp_path / "letter.pdf", monkeypatch)
    assert kept.recipient == "Chiara Bellandi"


def test_a_call_card_is_copied_and_never_sent(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.CALL_CARD)
    assert not window.words.tabs.button(MAIL).isVisible()
    ready(qtbot, window)
    click(window.forward)
    assert not window.out.buttons[Way.EMAIL].isVisible()
    click(window.out.copy)
    assert window.words.editor.text().body[0] in QApplication.clipboard().text()
    click(window.forward)
    assert window.has_draft
    assert not window.isVisible()


# ---- how it speaks


def test_the_client_is_written_to_in_their_language_as_sie_or_du(qtbot: QtBot, show: Open, practice: Store) -> None:
    german = next(inquiry for inquiry in inquiries.all_open(practice) if inquiry.language == "de")
    window = show(LetterKind.NOT_FOR_ME, german.title)
    bar = window.words.bar
    assert bar.language.currentText() == "German"
    assert bar.form.isVisible()
    polite = body(window)
    bar.form.setFocus()
    press(bar.form, Key.Key_Down)
    bar.form.activated.emit(bar.form.currentIndex())
    assert window.words.letter() is not None
    assert bar.manner().is_familiar
    assert body(window) != polite
    press(bar.language, Key.Key_Home)
    bar.language.activated.emit(bar.language.currentIndex())
    assert not bar.form.isVisible()
    assert body(window).isascii() or "Thank" in body(window)


def test_ms_or_mr_is_asked_where_it_is_not_known_and_kept(qtbot: QtBot, show: Open, practice: Store) -> None:
    window = show(LetterKind.NOT_FOR_ME, "Date check")
    bar = window.words.bar
    assert bar.gender.isVisible()
    click(bar.tone.buttons[1])
    assert window.words.editor.salutation.text() == "Dear Pieter Claes,"
    press(bar.gender, Key.Key_End)
    bar.gender.activated.emit(bar.gender.currentIndex())
    assert window.words.editor.salutation.text() == "Dear Mr Claes,"
    assert inquiry_of(practice, "Date check").contact.gender is Gender.MALE


def test_reference_and_enclosures_are_under_more_and_survive_a_new_tone(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.NOT_FOR_ME)
    extras = window.words.editor.extras
    click(extras.fold.button)
    write(extras.reference, "2026-031")
    write(extras.enclosures, "Programme; Biography")
    click(window.words.bar.tone.buttons[2])
    text = window.words.editor.text()
    assert (text.reference, text.enclosures) == ("2026-031", ("Programme", "Biography"))


# ---- the check


def test_a_finding_selects_its_very_words_and_its_repair_can_be_taken_back(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.NOT_FOR_ME)
    ready(qtbot, window)
    edit = window.words.editor.body
    edit.appendPlainText("\nPlease ask {name} again.")
    qtbot.waitUntil(lambda: window.words.override.isVisible(), timeout=DRAW_MS)
    row = next(one for one in window.words.findings.rows if "{name}" in one.finding.sentence)
    assert row.finding.severity is Severity.BLOCKS
    assert window.words.findings.rows[0].finding.severity is Severity.BLOCKS
    click(row.sentence)
    assert edit.textCursor().selectedText() == "{name}"
    assert window.focusWidget() is edit
    click(row.repair)
    assert "{name}" not in body(window)
    ready(qtbot, window)
    press(edit, Key.Key_Z, CTRL)
    assert "{name}" in body(window)


def test_the_e_mail_is_edited_and_checked_beside_the_letter(qtbot: QtBot, show: Open, practice: Store) -> None:
    window = show(LetterKind.NOT_FOR_ME)
    ready(qtbot, window)
    click(window.words.tabs.button(MAIL))
    mail = window.words.mail.body
    assert window.focusWidget() is mail
    mail.appendPlainText("\nAsk {name}.")
    qtbot.waitUntil(lambda: "✕ 1" in window.words.tabs.button(MAIL).text(), timeout=DRAW_MS)
    assert "{name}" in window.words.mail_view.words.text()
    assert window.words.is_ready, "the letter itself may still be printed"
    click(window.words.tabs.button(PAPER))
    assert "✕" not in window.words.tabs.button(PAPER).text()
    click(window.forward)
    click(window.out.buttons[Way.EMAIL])
    assert "its e-mail is not" in window.out.result.text()
    click(window.back)
    click(window.words.tabs.button(MAIL))
    write(window.words.override, "they know")
    press(window, Key.Key_Escape)
    kept = letters.for_inquiry(practice, inquiry_of(practice).id or 0)[0]
    assert "{name}" in kept.email.body[-1]
    assert kept.override == "they know"


def test_places_count_signs_beyond_the_first_plane_as_one(qtbot: QtBot) -> None:
    editor = LetterEditor()
    qtbot.addWidget(editor)
    editor.set_text(LetterText(body=("First 😀 one.", "A 𝛼 and the word here.")))
    editor.go_to(Part.BODY, 1, 12, 16)
    assert editor.body.textCursor().selectedText() == "word"


# ---- nothing is lost


def test_other_answers_write_it_anew_and_keep_own_words_in_the_trash(qtbot: QtBot, show: Open, practice: Store) -> None:
    window = show(LetterKind.ACCEPTANCE)
    click(window.forward)
    window.words.editor.body.appendPlainText("\nMy own last line.")
    click(window.back)
    assert isinstance(window.first, AgreedStep)
    write(window.first.fee.amount.edit, "5000")
    click(window.forward)
    assert "My own last line." not in body(window)
    assert "trash" in window.message.text()
    lines = letters.lines(practice, letters.LetterQuery(shelf=letters.Shelf.TRASH))
    assert any("My own last line." in letters.get(practice, one.id).text.body for one in lines)


def test_own_words_and_later_ones_can_be_changed_for_each_other(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.NOT_FOR_ME)
    window.words.editor.body.appendPlainText("\nMine at first.")
    click(window.words.bar.tone.buttons[1])
    window.words.editor.body.appendPlainText("\nMine later.")
    click(window.undo_button)
    assert "Mine at first." in body(window)
    click(window.undo_button)
    assert "Mine later." in body(window)


def test_words_that_cannot_be_kept_hold_the_window_open(
    qtbot: QtBot, show: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show(LetterKind.NOT_FOR_ME)
    write(window.words.editor.subject, " and more")

    def fail(*_args: object) -> Letter:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(letters, "save_draft", fail)
        press(window, Key.Key_Escape)
        assert window.isVisible()
        assert "still stands here" in window.message.text()
        click(window.copy)
        assert " and more" in QApplication.clipboard().text()
    press(window, Key.Key_Escape)
    assert not window.isVisible()
    kept = letters.for_inquiry(window._store, inquiry_of(window._store).id or 0)[0]
    assert kept.text.subject.endswith(" and more")


def test_a_letter_goes_on_where_it_was_left(qtbot: QtBot, show: Open, practice: Store, clock: Clock) -> None:
    from fitdesk.workflows.letter_facts import order_of

    window = show(LetterKind.QUESTIONS, "Date check")
    click(window.forward)
    write(window.words.editor.close_line, " indeed")
    window.close()
    draft = letters.for_inquiry(practice, inquiry_of(practice, "Date check").id or 0)[0]
    again = LetterWindow(practice, clock, order_of(draft), letter=draft)
    qtbot.addWidget(again)
    again.show()
    assert again.step is Step.WORDS
    assert again.words.editor.close_line.text().endswith(" indeed")
    click(again.back)
    assert isinstance(again.first, QuestionsStep)
    ticked = tuple(key for key, box in again.first.boxes.items() if box.isChecked())
    assert ticked == order_of(draft).particulars.questions


def test_du_is_the_owners_choice_for_a_language(show: Open, practice: Store) -> None:
    owner: Owner = owners.get(practice)
    owners.save(practice, replace(owner, familiar=("de",)))
    german = next(inquiry for inquiry in inquiries.all_open(practice) if inquiry.language == "de")
    window = show(LetterKind.NOT_FOR_ME, german.title)
    assert window.words.bar.manner().is_familiar
