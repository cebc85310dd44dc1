"""Where letters are begun: the inquiry's menu and panels, the Letters and the Peers page, and what wires them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from fitdesk.domain.inquiry import Status
from fitdesk.domain.letter import LetterKind
from fitdesk.domain.referral import Referral
from fitdesk.store import inquiries, letters, peers, referrals
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.decision_bar import Act, DecisionBar
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.ui.letters.letter_window import LetterWindow, Step
from fitdesk.ui.letters.page import LettersPage
from fitdesk.ui.main_window import MainWindow
from fitdesk.ui.peers.page import PeersPage
from hands import Key, click, press

PATIENCE_MS = 20_000
TITLE = "Two days for our buyers"


@pytest.fixture
def window(qtbot: QtBot, practice: Store, clock: Clock) -> Iterator[MainWindow]:
    made = MainWindow(practice, clock, demo=True)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for letter in letter_windows():
        letter.close()
        letter.deleteLater()
    made.close()


def letter_windows() -> list[LetterWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, LetterWindow) and one.isVisible()]


def number_of(store: Store, title: str = TITLE) -> int:
    return next(one.id or 0 for one in inquiries.all_open(store) if one.title == title)


def show_inquiry(qtbot: QtBot, window: MainWindow, number: int) -> InquiriesPage:
    page = window.page("inquiries")
    assert isinstance(page, InquiriesPage)
    window.show_page("inquiries")
    page.open_inquiry(number)
    qtbot.waitUntil(lambda: shown_number(page) == number, timeout=PATIENCE_MS)
    return page


def shown_number(page: InquiriesPage) -> int | None:
    triage = page.detail.triage()
    return triage.inquiry.id if triage is not None else None


def choose(bar: DecisionBar, kind: LetterKind) -> None:
    """By keys, from the open menu."""
    menu = bar.letters.menu()
    menu.popup(bar.mapToGlobal(bar.rect().topLeft()))
    actions = [action for action in menu.actions() if not action.isSeparator()]
    for _step in range(bar.letters.kinds().index(kind) + 1):
        press(menu, Key.Key_Down)
    assert menu.activeAction() is actions[bar.letters.kinds().index(kind)]
    press(menu, Key.Key_Return)


def test_the_menu_offers_what_fits_and_opens_its_window(qtbot: QtBot, window: MainWindow, practice: Store) -> None:
    page = show_inquiry(qtbot, window, number_of(practice))
    bar = page.detail.decisions
    assert bar.letters.isVisible()
    assert bar.letters.kinds()[0] is LetterKind.REFERRAL
    choose(bar, LetterKind.CALL_CARD)
    (opened,) = letter_windows()
    assert opened.windowTitle() == f"Call card for “{TITLE}”"


def test_a_question_can_be_asked_by_letter_instead(qtbot: QtBot, window: MainWindow, practice: Store) -> None:
    page = show_inquiry(qtbot, window, number_of(practice, "Offsite in Lisbon"))
    click(page.detail.decisions.buttons[Act.ASK])
    assert page.detail.question.letter.isVisible()
    click(page.detail.question.letter)
    (opened,) = letter_windows()
    assert opened.windowTitle() == "Ask about “Offsite in Lisbon”"
    assert page.detail.decisions.isVisible(), "the short mail is put away"
    assert inquiries.get(practice, number_of(practice, "Offsite in Lisbon")).status is Status.NEW


def test_declining_and_writing_the_no_is_one_click(qtbot: QtBot, window: MainWindow, practice: Store) -> None:
    number = number_of(practice)
    page = show_inquiry(qtbot, window, number)
    click(page.detail.decisions.buttons[Act.DECLINE])
    assert page.detail.decide.write.text() == "Decline and write the no…"
    click(page.detail.decide.write)
    assert inquiries.get(practice, number).status is Status.DECLINED
    (opened,) = letter_windows()
    assert opened.step is Step.WORDS
    assert letters.for_inquiry(practice, number)[0].kind is LetterKind.WRONG_FOR_YOU


def test_a_declined_inquiry_has_the_no_to_write_until_it_is_sent(
    qtbot: QtBot, window: MainWindow, practice: Store
) -> None:
    number = number_of(practice)
    page = show_inquiry(qtbot, window, number)
    click(page.detail.decisions.buttons[Act.DECLINE])
    click(page.detail.decide.go)
    qtbot.waitUntil(lambda: page.pane.list.chosen_id() != number, timeout=PATIENCE_MS)
    page.open_inquiry(number)
    write = page.detail.decisions.write
    qtbot.waitUntil(lambda: shown_number(page) == number and write.isVisible(), timeout=PATIENCE_MS)
    assert write.text() == "Write the no…"
    page.detail.decisions.show_letters(
        page.detail.decisions.letters.kinds(), (page.detail.decisions.letters.kinds()[0],), is_settled=True
    )
    assert not write.isVisible()


def test_a_letter_begun_before_is_gone_on_with(qtbot: QtBot, window: MainWindow, practice: Store) -> None:
    page = window.page("letters")
    assert isinstance(page, LettersPage)
    number = number_of(practice)
    first = page.begin_letter(LetterKind.NOT_FOR_ME, number)
    assert first is not None
    first.close()
    again = page.begin_letter(LetterKind.NOT_FOR_ME, number)
    assert again is not None
    assert len(letters.for_inquiry(practice, number)) == 1
    other = page.begin_letter(LetterKind.WRONG_FOR_YOU, number)
    assert other is not None
    assert len(letters.for_inquiry(practice, number)) == 2


def test_new_on_the_letters_page_offers_kinds_and_then_whom(qtbot: QtBot, window: MainWindow, practice: Store) -> None:
    page = window.page("letters")
    assert isinstance(page, LettersPage)
    window.show_page("letters")
    menu = page.new.menu()
    menu.aboutToShow.emit()
    kinds = menu.actions()
    assert len(kinds) == len(LetterKind)
    consent = kinds[list(LetterKind).index(LetterKind.CONSENT)].menu()
    assert isinstance(consent, QMenu)
    consent.aboutToShow.emit()
    assert consent.actions()[0].text() == "Annika Brügger", "who has not agreed yet comes first"
    consent.actions()[0].trigger()
    (opened,) = letter_windows()
    assert opened.windowTitle() == "Ask Annika Brügger for consent"


def test_a_peer_is_asked_for_consent_and_thanked(qtbot: QtBot, window: MainWindow, practice: Store) -> None:
    page = window.page("peers")
    assert isinstance(page, PeersPage)
    peer = next(one for one in peers.every(practice) if one.name == "Fergus Teague")
    number = number_of(practice)
    referrals.add(
        practice,
        Referral(peer_id=peer.id or 0, peer_name=peer.name, inquiry_id=number, day=datetime(2026, 11, 20).date()),
    )
    window.open_record("peers", peer.id or 0)
    click(page._editor.ask_by_letter)
    (asked,) = letter_windows()
    assert asked.windowTitle() == "Ask Fergus Teague for consent"
    asked.close()
    page._thanks.aboutToShow.emit()
    page._thanks.actions()[0].trigger()
    (thanked,) = letter_windows()
    assert thanked.windowTitle() == f"Say thank you for “{TITLE}”"
