"""What somebody meets who writes letters for the first time: dead ends, missing data, room, and the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fitdesk.domain.contact import Address, Contact
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.letter import LetterKind, LetterStatus
from fitdesk.store import inquiries, letters, peers
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.letters import out
from fitdesk.ui.letters.day_steps import AgreedStep, ComeBackStep
from fitdesk.ui.letters.letter_editor import LEAST_TEXT
from fitdesk.ui.letters.letter_step import MAIL, PAPER
from fitdesk.ui.letters.letter_window import LetterWindow, Step
from fitdesk.ui.letters.page import LettersPage
from fitdesk.ui.letters.page_preview import PagePreview
from fitdesk.ui.letters.peers_step import PeersStep
from fitdesk.ui.letters.to_peer_step import ToPeerStep
from fitdesk.ui.letters.ways import Way
from fitdesk.workflows.letter_prefill import order_for
from hands import Key, click, press, write

DRAW_MS = 15_000
TITLE = "Two days for our buyers"
Open = Callable[..., LetterWindow]


@pytest.fixture
def show(qtbot: QtBot, practice: Store, clock: Clock) -> Open:
    def make(kind: LetterKind, title: str = TITLE) -> LetterWindow:
        window = LetterWindow(practice, clock, order_for(practice, kind, inquiry_of(practice, title).id, clock.today()))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    return make


@pytest.fixture
def page(qtbot: QtBot, practice: Store, changes: Changes, clock: Clock) -> Iterator[LettersPage]:
    made = LettersPage(practice, changes, clock)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for window in letter_windows():
        window.close()
        window.deleteLater()


def letter_windows() -> list[LetterWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, LetterWindow) and one.isVisible()]


def inquiry_of(store: Store, title: str = TITLE) -> Inquiry:
    return next(inquiry for inquiry in inquiries.all_open(store) if inquiry.title == title)


def to_out(qtbot: QtBot, window: LetterWindow) -> None:
    if window.step is Step.FIRST:
        click(window.forward)
    qtbot.waitUntil(lambda: window.words.is_ready, timeout=DRAW_MS)
    click(window.forward)
    assert window.step is Step.OUT


# ---- the last step


def test_enter_prints_and_after_that_enter_ends(
    qtbot: QtBot, show: Open, monkeypatch: pytest.MonkeyPatch, practice: Store
) -> None:
    printed: list[str] = []

    def take(_parent: object, _pdf: bytes, title: str) -> bool:
        printed.append(title)
        return True

    monkeypatch.setattr(out, "print_pdf", take)
    window = show(LetterKind.WRONG_FOR_YOU)
    to_out(qtbot, window)
    assert window.focusWidget() is window.out.buttons[Way.PRINT]
    press(window.out.buttons[Way.PRINT], Key.Key_Return)
    assert len(printed) == 1
    assert window.focusWidget() is window.forward
    assert not window.out.buttons[Way.PRINT].property("primary"), "one primary button: Done"
    press(window.forward, Key.Key_Return)
    assert not window.isVisible()
    assert letters.for_inquiry(practice, window._order.inquiry_id or 0)[0].status is LetterStatus.SENT


@pytest.mark.parametrize(
    ("contact", "usual", "said"),
    [
        (Contact(name="Ana Prado", email="ana@prado.example"), Way.EMAIL, "No postal address is on record"),
        (Contact(name="Ana Prado", address=Address(("Main St 1",), "1", "Town")), Way.PRINT, "fill it in there"),
        (Contact(name="Ana Prado"), Way.PRINT, "none is on record"),
    ],
)
def test_what_is_missing_for_a_way_out_is_said_beside_it(
    qtbot: QtBot, show: Open, practice: Store, contact: Contact, usual: Way, said: str
) -> None:
    inquiries.save(practice, replace(inquiry_of(practice), contact=contact))
    window = show(LetterKind.WRONG_FOR_YOU)
    to_out(qtbot, window)
    assert window.focusWidget() is window.out.buttons[usual]
    assert said in " ".join(label.text() for label in window.out._sentences.values())
    assert window.out.buttons[Way.MAIL_PROGRAM].isEnabled() is bool(contact.email)


def test_a_call_card_is_not_said_to_be_signed_and_posted(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.CALL_CARD)
    to_out(qtbot, window)
    words = " ".join(label.text() for label in window.out._sentences.values() if label.isVisible())
    assert "post" not in words
    assert "sign" not in words
    assert window.out.buttons[Way.PRINT].property("primary")
    assert not window.forward.property("primary"), "one button stands out"
    assert not window.later.isVisible(), "Done keeps it too"


# ---- room


def test_the_text_keeps_its_room_when_more_is_open_in_a_small_window(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.REFERRAL)
    window.resize(1024, 700)
    click(window.forward)
    editor = window.words.editor
    click(editor.extras.fold.button)
    qtbot.waitUntil(lambda: not editor.extras.copies.visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: editor.body.height() >= LEAST_TEXT)
    fields = [editor.extras.reference, editor.extras.enclosures, editor.extras.copies]
    places = [field.geometry() for field in fields]
    assert not any(one.intersects(other) for one, other in pairwise(places))


def test_the_heading_of_a_very_long_event_leaves_room_for_the_letter(show: Open, practice: Store) -> None:
    inquiry = inquiry_of(practice)
    inquiries.save(practice, replace(inquiry, event=replace(inquiry.event, name="Two days " * 25)))
    long = next(one for one in inquiries.all_open(practice) if one.id == inquiry.id)
    window = show(LetterKind.REFERRAL, long.title)
    assert len(window.heading.title.text()) < 80
    assert "…" in window.heading.title.text()


# ---- dead ends


def test_who_has_nobody_to_name_goes_on_to_a_plain_no(page: LettersPage, practice: Store) -> None:
    for peer in peers.every(practice):
        peers.save(practice, replace(peer, active=False))
    number = inquiry_of(practice).id or 0
    window = page.begin_letter(LetterKind.REFERRAL, number)
    assert window is not None
    assert isinstance(window.first, PeersStep)
    assert not window.forward.isEnabled()
    click(window.first.nobody)
    (no,) = letter_windows()
    assert no.step is Step.WORDS
    assert letters.for_inquiry(practice, number)[0].kind is LetterKind.WRONG_FOR_YOU


def test_without_anybody_to_write_to_the_first_step_says_what_to_do(show: Open, practice: Store) -> None:
    for peer in peers.every(practice):
        peers.save(practice, replace(peer, active=False))
    window = show(LetterKind.INTRODUCTION)
    assert not window.forward.isEnabled()
    assert isinstance(window.first, ToPeerStep)
    assert "under Peers" in window.first.explanation.text()


def test_without_an_offering_no_empty_window_opens(
    qtbot: QtBot, store: Store, changes: Changes, clock: Clock, now: datetime
) -> None:
    number = inquiries.save(store, Inquiry(text="Could you talk at our day?", received=now)).id
    page = LettersPage(store, changes, clock)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.notice) as told:
        assert page.begin_letter(LetterKind.WRONG_FOR_YOU, number) is None
    assert "offering" in told.args[0]
    assert letter_windows() == []


def test_a_letter_without_a_sender_says_where_to_put_one(
    qtbot: QtBot, store: Store, clock: Clock, now: datetime
) -> None:
    number = inquiries.save(store, Inquiry(text="Could you talk at our day?", received=now)).id
    window = LetterWindow(store, clock, order_for(store, LetterKind.ACCEPTANCE, number, clock.today()))
    qtbot.addWidget(window)
    window.show()
    assert window.heading.no_sender.isVisible()
    assert "Settings" in window.heading.no_sender.text()


# ---- less typing


def test_what_a_client_allowed_is_ticked_and_said_without_typing(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.INTRODUCTION)
    step = window.first
    assert isinstance(step, ToPeerStep)
    assert any("+44 113 496 0142" in box.text() for box in step.boxes.values())
    click(step.all)
    click(step.quick[0])
    assert step.how.text() == "by e-mail on 22 November 2026"
    click(window.forward)
    assert window.step is Step.WORDS


def test_a_fee_is_agreed_in_the_clients_currency_with_what_they_named_beside_it(show: Open) -> None:
    window = show(LetterKind.ACCEPTANCE)
    assert isinstance(window.first, AgreedStep)
    assert window.first.fee.value()[1] == "GBP"
    write(window.first.fee.amount.edit, "10000")
    click(window.forward)
    assert "£10,000" in window.words.editor.body.toPlainText()


@pytest.mark.parametrize(("title", "is_warned"), [(TITLE, False), ("Date check", True)])
def test_not_now_without_a_reason_on_record_is_said_before_it_is_written(
    show: Open, title: str, is_warned: bool
) -> None:
    window = show(LetterKind.NOT_NOW, title)
    assert isinstance(window.first, ComeBackStep)
    assert window.first.reason.isVisible() is is_warned


def test_ms_or_mr_can_be_left_open_again(qtbot: QtBot, show: Open, practice: Store) -> None:
    window = show(LetterKind.NOT_FOR_ME, "Date check")
    bar = window.words.bar
    click(bar.tone.buttons[1])
    open_form = window.words.editor.salutation.text()
    for key in (Key.Key_End, Key.Key_Home):
        press(bar.gender, key)
        bar.gender.activated.emit(bar.gender.currentIndex())
    assert window.words.editor.salutation.text() == open_form
    assert inquiry_of(practice, "Date check").contact.gender is None


def test_a_language_that_cannot_be_written_is_said(show: Open, practice: Store) -> None:
    inquiries.save(practice, replace(inquiry_of(practice), language="pt"))
    window = show(LetterKind.WRONG_FOR_YOU)
    assert "Portuguese, which FitDesk cannot write" in window.heading.about.text()


# ---- finding the inquiry


def test_new_finds_any_inquiry_by_its_name(qtbot: QtBot, page: LettersPage, practice: Store) -> None:
    menu = page.new.menu()
    menu.aboutToShow.emit()
    inner = menu.actions()[list(LetterKind).index(LetterKind.WRONG_FOR_YOU)].menu()
    assert isinstance(inner, QMenu)
    inner.aboutToShow.emit()
    assert inner.actions()[-1].text() == "Another inquiry…"
    inner.actions()[-1].trigger()
    finder = page.opener.finder
    assert finder is not None
    qtbot.waitUntil(finder.isVisible)
    write(finder.field, "buyers")
    assert [one.title for one in finder.shown()].count(TITLE) == 1
    press(finder.field, Key.Key_Return)
    (opened,) = letter_windows()
    assert TITLE in opened.windowTitle()


# ---- waiting


def test_a_page_that_takes_its_time_is_said_to_be_under_way_and_a_quick_one_is_not(qtbot: QtBot) -> None:
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.resize(400, 400)
    preview.show()
    empty = preview.grab().toImage()
    qtbot.waitUntil(lambda: preview.grab().toImage() != empty, timeout=2000)
    preview.stop_waiting()
    assert preview.grab().toImage() == empty


# ---- what is said where


def test_an_e_mail_that_may_not_leave_does_not_hold_the_letter_up(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.WRONG_FOR_YOU)
    words = window.words
    qtbot.waitUntil(lambda: words.is_ready, timeout=DRAW_MS)
    click(words.tabs.button(MAIL))
    words.mail.body.setPlainText("Thank you for asking.")
    qtbot.waitUntil(words.override.isVisible, timeout=DRAW_MS)
    click(words.tabs.button(PAPER))
    assert not words.override.isVisible(), "nothing blocks what is seen here"
    click(window.forward)
    click(window.out.buttons[Way.MAIL_PROGRAM])
    assert window.out.result.text().startswith("The letter is ready, its e-mail is not")


def test_enter_after_bringing_words_back_does_not_close_the_window(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.WRONG_FOR_YOU)
    qtbot.waitUntil(lambda: window.words.is_ready, timeout=DRAW_MS)
    window.words.editor.body.appendPlainText("\n\nMine.")
    click(window.words.bar.again)
    window.undo_button.setFocus()
    press(window.undo_button, Key.Key_Space)
    assert window.focusWidget() is window.words.editor.body


def test_tab_goes_as_one_reads(qtbot: QtBot, show: Open) -> None:
    window = show(LetterKind.REFERRAL)
    assert isinstance(window.first, PeersStep)
    assert reached(window.first._cards[0].box, 2) == [window.first._cards[1].box, window.first.nobody]
    to_out(qtbot, window)
    boxes = [box for box, _follow_up in window.out._boxes]
    qtbot.waitUntil(boxes[-1].isVisible)
    assert reached(window.out.buttons[Way.MAIL_PROGRAM], 3) == [*boxes, window.out.preview]


def reached(start: QWidget, steps: int) -> list[QWidget]:
    """What Tab leads to from ``start``."""
    start.setFocus()
    found: list[QWidget] = []
    for _step in range(steps):
        press(start.window().focusWidget() or start, Key.Key_Tab)
        found.append(start.window().focusWidget() or start)
    return found
