"""The Inquiries page: choosing, deciding with Undo, reasons asked, one-click answers, keys alone, idle scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from build import a_peer, an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Question, Verdict
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.letter import LetterKind
from fitdesk.store import calendar, inquiries, offerings, owner, peers
from fitdesk.store.inquiries import View
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.page import InquiriesPage
from hands import CTRL, SHIFT, Key, click, press, write
from inquiries_scene import inquiries_pages

UNFIT = an_event(name="Stand-up night", topics=("stand-up comedy",))


@pytest.fixture
def practice(store: Store) -> Store:
    """An owner with one offering and one peer."""
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    peers.save(store, a_peer(id=None))
    return store


@pytest.fixture
def make_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> Iterator[Callable[[], InquiriesPage]]:
    """Builds the page, shown and judged; what still runs is waited for before the store is closed."""
    with inquiries_pages(qtbot, store, changes, clock) as open_page:

        def make() -> InquiriesPage:
            page = open_page()
            if any(inquiries.counts(store).values()):
                judged(qtbot, page)
            return page

        yield make


def judged(qtbot: QtBot, page: InquiriesPage) -> None:
    qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)


def keep(store: Store, inquiry: Inquiry) -> int:
    number = inquiries.save(store, inquiry).id
    assert number is not None
    return number


def named(name: str, **changes: object) -> Inquiry:
    return an_inquiry(event=an_event(name=name), **changes)


def test_an_empty_practice_says_what_to_do_first(make_page: Callable[[], InquiriesPage]) -> None:
    page = make_page()
    assert page.right.currentWidget() is page.empty
    assert "Paste the text of a request" in page.empty.text.text()
    click(page.empty.button)
    assert page.stack.currentWidget() is page.capture


def test_the_newest_request_stands_judged(practice: Store, make_page: Callable[[], InquiriesPage]) -> None:
    keep(practice, named("Older", received=datetime(2026, 11, 1, 9)))
    keep(practice, named("Newer", received=datetime(2026, 11, 20, 9)))
    page = make_page()
    detail = page.detail
    assert detail.head.title.words() == "Newer"
    assert detail.head.verdict.verdict() is Verdict.ACCEPT
    assert detail.head.contact.words() == "Alex Moor, Head of Learning · Northbridge Trust · pasted, 2 days ago"
    assert detail.facts.texts() == {
        "Format": "Keynote, 60 min",
        "Date": "16 September",
        "Place": "Bristol, United Kingdom",
        "Audience": "300 managers",
        "Fee": "£7,500",
    }
    assert detail.free.text().startswith("16 September is free.  Nothing is in your calendar")
    assert detail.decisions.primary() is Act.ACCEPT


def test_a_decision_is_written_and_can_be_undone(
    practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]
) -> None:
    number = keep(practice, named("Better Decisions Day"))
    page = make_page()
    notices: list[tuple[str, Callable[[], object]]] = []
    page.notice.connect(lambda text, undo: notices.append((text, undo)))
    click(page.detail.decisions.buttons[Act.ACCEPT])
    assert inquiries.get(practice, number).status is Status.ACCEPTED
    assert [entry.title for entry in calendar.every(practice)] == ["Better Decisions Day"]
    text, undo = notices[-1]
    assert text == "“Better Decisions Day” is accepted, and in the calendar."
    qtbot.waitUntil(lambda: page.pane.rows.rowCount() == 0)
    undo()
    assert inquiries.get(practice, number).status is Status.NEW
    assert calendar.every(practice) == ()
    qtbot.waitUntil(lambda: page.pane.rows.rowCount() == 1)


def test_accepting_against_the_judgement_asks_for_one_reason(
    practice: Store, make_page: Callable[[], InquiriesPage]
) -> None:
    number = keep(practice, an_inquiry(event=UNFIT))
    page = make_page()
    assert page.detail.head.verdict.verdict() is Verdict.DECLINE
    assert page.detail.decisions.primary() is Act.REFER
    click(page.detail.decisions.buttons[Act.ACCEPT])
    reason = page.detail.decide
    assert reason.isVisible()
    press(reason.edit, Key.Key_Return)
    assert reason.error.isVisible()
    assert inquiries.get(practice, number).status is Status.NEW
    write(reason.edit, "an old friend asked")
    press(reason.edit, Key.Key_Return)
    kept = inquiries.get(practice, number)
    assert kept.status is Status.ACCEPTED
    assert kept.history[-1].reason == "an old friend asked"


def test_escape_leaves_the_reason_and_decides_nothing(practice: Store, make_page: Callable[[], InquiriesPage]) -> None:
    number = keep(practice, named("Better Decisions Day"))
    page = make_page()
    click(page.detail.decisions.buttons[Act.DECLINE])
    press(page.detail.decide.edit, Key.Key_Escape)
    assert page.detail.decisions.isVisible()
    assert not page.detail.decide.isVisible()
    assert inquiries.get(practice, number).status is Status.NEW


def test_one_click_answers_the_owners_question_and_changes_the_verdict(
    store: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]
) -> None:
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None, confidence=None))
    number = keep(store, named("Better Decisions Day"))
    page = make_page()
    assert page.detail.head.verdict.verdict() is Verdict.ASK
    assert "Would I stake a testimonial on it?" in page.detail.ask.text.text()
    buttons = {button.text(): button for button in page.detail.ask.answer_buttons()}
    click(buttons["95 % sure"])
    assert inquiries.get(store, number).owners_word.confidence == 95
    qtbot.waitUntil(lambda: page.detail.head.verdict.verdict() is Verdict.ACCEPT, timeout=8000)
    waits = page.detail.decisions
    qtbot.waitUntil(lambda: (now := QApplication.focusWidget()) is not None and waits.isAncestorOf(now), timeout=8000)


def test_an_answer_about_the_owner_or_the_offering_is_kept_there_and_undone(
    store: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]
) -> None:
    owner.save(store, an_owner(capacity_days=None, capacity_cap=110))
    offerings.save(store, an_offering(id=None, languages=()))
    keep(store, named("Better Decisions Day"))
    page = make_page()
    undos: list[Callable[[], object]] = []
    page.notice.connect(lambda _text, undo: undos.append(undo))
    for _turn in range(2):
        judged(qtbot, page)
        before = page.detail.ask.question()
        click(page.detail.ask.answer_buttons()[0])
        qtbot.waitUntil(partial(asks_something_else, page, before), timeout=8000)
    assert owner.get(store).capacity_days == Decimal(5)
    assert offerings.every(store)[0].languages[0][0] == "en"
    qtbot.waitUntil(lambda: page.detail.head.verdict.verdict() is Verdict.ACCEPT, timeout=8000)
    for undo in reversed(undos):
        undo()
    assert owner.get(store).capacity_days is None
    assert offerings.every(store)[0].languages == ()


def asks_something_else(page: InquiriesPage, before: Question | None) -> bool:
    return page.detail.ask.question() != before


def test_the_question_goes_out_as_a_mail_and_waits(
    practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]
) -> None:
    number = keep(practice, named("Better Decisions Day", budget=Budget()))
    page = make_page()
    assert page.detail.decisions.primary() is Act.ASK
    click(page.detail.decisions.buttons[Act.ASK])
    panel = page.detail.question
    assert panel.isVisible()
    assert panel.to.text() == "alex@northbridge.example"
    assert "What range is set aside for the fee?" in panel.body.toPlainText()
    assert "Better Decisions Day" in panel.body.toPlainText()
    click(panel.copy)
    assert QApplication.clipboard().text() == panel.body.toPlainText()
    click(panel.done)
    kept = inquiries.get(practice, number)
    assert kept.status is Status.ASKED
    assert kept.history[-1].reason == "What range is set aside for the fee?"
    qtbot.waitUntil(lambda: page.detail.ask.text.text() == "Asked today: “What range is set aside for the fee?”")


def test_the_page_works_by_keys_alone(practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]) -> None:
    keep(practice, named("First", received=datetime(2026, 11, 21, 9)))
    second = keep(practice, named("Second", received=datetime(2026, 11, 20, 9)))
    page = make_page()
    page.setFocus()
    press(page.pane.list, Key.Key_Down)
    qtbot.waitUntil(lambda: page.detail.head.title.words() == "Second")
    judged(qtbot, page)
    press(page.pane.list, Key.Key_Return)
    assert page.window().focusWidget() is page.detail.decisions.buttons[Act.ACCEPT]
    press(page.detail.decisions.buttons[Act.ACCEPT], Key.Key_Escape)
    assert page.window().focusWidget() is page.pane.list
    press(page.pane.list, Key.Key_D, CTRL | SHIFT)
    assert page.window().focusWidget() is page.detail.decide.edit
    write(page.detail.decide.edit, "not my field")
    press(page.detail.decide.edit, Key.Key_Return)
    kept = inquiries.get(practice, second)
    assert (kept.status, kept.history[-1].reason) == (Status.DECLINED, "not my field")
    press(page, Key.Key_F, CTRL)
    assert page.window().focusWidget() is page.pane.search


def test_search_and_tabs_narrow_the_list(practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]) -> None:
    keep(practice, named("Harbour day"))
    keep(practice, named("Museum night"))
    keep(practice, replace(named("Held date"), status=Status.HELD))
    keep(practice, replace(named("Old story"), status=Status.DECLINED))
    page = make_page()
    assert page.pane.rows.rowCount() == 3
    write(page.pane.search, "harb")
    qtbot.waitUntil(lambda: page.pane.rows.rowCount() == 1)
    page.pane.search.clear()
    qtbot.waitUntil(lambda: page.pane.rows.rowCount() == 3)
    click(page.pane.tabs[View.WAITING])
    assert page.pane.rows.rowCount() == 1
    click(page.pane.tabs[View.DECIDED])
    assert page.pane.rows.rowCount() == 1
    write(page.pane.search, "nothing like it")
    qtbot.waitUntil(lambda: page.pane.rows.rowCount() == 0)
    assert page.pane.nothing.text() == "Nothing found for “nothing like it”."


def test_opening_finds_an_inquiry_wherever_it_is(
    practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]
) -> None:
    keep(practice, named("Open one"))
    decided = keep(practice, replace(named("Old story"), status=Status.DECLINED))
    trashed = keep(practice, named("Thrown away"))
    inquiries.trash(practice, trashed, datetime(2026, 11, 22, 9))
    page = make_page()
    page.open_inquiry(decided)
    qtbot.waitUntil(lambda: page.detail.head.title.words() == "Old story")
    assert page.detail.decisions.offers(Act.REOPEN)
    page.open_record(trashed)
    qtbot.waitUntil(lambda: page.detail.head.title.words() == "Thrown away")
    judged(qtbot, page)
    click(page.detail.decisions.buttons[Act.RESTORE])
    assert inquiries.counts(practice)["trash"] == 0


def test_refer_is_asked_of_the_window(practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]) -> None:
    number = keep(practice, an_inquiry(event=UNFIT))
    page = make_page()
    click(page.detail.decisions.buttons[Act.REFER])
    with qtbot.waitSignal(page.letter_requested) as asked:
        press(page.detail.decide.edit, Key.Key_Return)
    assert asked.args == [LetterKind.REFERRAL, number]


def test_missing_scores_are_worked_out_while_nobody_types(
    practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]
) -> None:
    for number in range(5):
        keep(practice, named(f"Event {number}"))
    page = make_page()
    qtbot.waitUntil(lambda: inquiries.stale_ids(practice, 10) == [], timeout=8000)
    qtbot.waitUntil(lambda: all(line_verdict(page, row) is Verdict.ACCEPT for row in range(5)))


def line_verdict(page: InquiriesPage, row: int) -> Verdict | None:
    line = page.pane.rows.line_at(row)
    return line.verdict if line is not None else None


def test_notes_are_kept_when_the_field_is_left(
    practice: Store, qtbot: QtBot, make_page: Callable[[], InquiriesPage]
) -> None:
    number = keep(practice, named("Better Decisions Day"))
    page = make_page()
    note = page.detail.history.note
    note.edit.setFocus()
    write(note.edit, "met her in Leeds")
    note.left.emit()
    assert inquiries.get(practice, number).note == "met her in Leeds"
    assert note.value() == "met her in Leeds"


def test_no_label_ever_reads_markup(practice: Store, make_page: Callable[[], InquiriesPage]) -> None:
    nasty = "<b>bold</b> <img src='file:///etc/passwd'>"
    keep(practice, an_inquiry(event=an_event(name=nasty, audience_level=nasty), goal=nasty, text=nasty))
    page = make_page()
    labels = page.findChildren(QLabel)
    assert len(labels) > 20
    assert {label.textFormat().name for label in labels} == {"PlainText"}
    assert page.detail.head.title.words() == nasty


def test_a_date_that_is_taken_names_what_stands_there(practice: Store, make_page: Callable[[], InquiriesPage]) -> None:
    taken = keep(practice, replace(named("Already promised"), status=Status.NEW))
    page = make_page()
    click(page.detail.decisions.buttons[Act.ACCEPT])
    assert inquiries.get(practice, taken).status is Status.ACCEPTED
    new = keep(practice, named("Same day"))
    page.open_inquiry(new)
    said = page.detail.free.text()
    assert said.startswith("16 September is taken by “Already promised”.")
    assert "Nearest free days: 15 and 17 September." in said
