"""What-if: facts moved in place are judged at once, marked, put back, kept only on the owner's word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QThreadPool
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.domain.event import Budget, Mode
from fitdesk.domain.inquiry import Inquiry, ScopeState, Status
from fitdesk.store import calendar, inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.ui.inquiries.what_if_mode import BESIDE
from fitdesk.ui.inquiries.what_if_rows import ChoiceRow, SliderRow
from fitdesk.ui.inquiries.what_if_slider import UNKNOWN, UNKNOWN_AT
from hands import CTRL, SHIFT, Key, click, press, write

DAY = date(2027, 9, 16)
SILENT = Budget(expenses_covered=True)


@pytest.fixture
def practice(store: Store) -> Store:
    """An owner with two offerings, of which the first suits the request."""
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    offerings.save(store, an_offering(id=None, title="Laughing at work", fee_floor=Decimal(2000)))
    return store


@pytest.fixture
def open_page(
    qtbot: QtBot, practice: Store, changes: Changes, clock: Clock
) -> Iterator[Callable[[Inquiry], InquiriesPage]]:
    """Keeps an inquiry and opens the page on it, judged."""
    made: list[InquiriesPage] = []

    def make(inquiry: Inquiry) -> InquiriesPage:
        inquiries.save(practice, replace(inquiry, received=datetime(2026, 11, 20, 9)))
        page = InquiriesPage(practice, changes, clock)
        qtbot.addWidget(page)
        page.resize(1104, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        made.append(page)
        qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)
        return page

    yield make
    for page in made:
        page.warmer.stop()
        page.judging.forget()
        page.precedents.forget()
        page.detail.what_if.leave()
        page.hide()
    QThreadPool.globalInstance().waitForDone(5000)


def slider(page: InquiriesPage, key: str) -> SliderRow:
    row = page.detail.what_if.levers.rows()[key]
    assert isinstance(row, SliderRow)
    return row


def choice(page: InquiriesPage, key: str) -> ChoiceRow:
    row = page.detail.what_if.levers.rows()[key]
    assert isinstance(row, ChoiceRow)
    return row


def rested(qtbot: QtBot, page: InquiriesPage) -> None:
    """The hand rests: what takes longer is worked out."""
    with qtbot.waitSignal(page.detail.what_if.trial.explained, timeout=8000):
        pass


def stored(store: Store, page: InquiriesPage) -> Inquiry:
    triage = page.detail.triage()
    assert triage is not None
    assert triage.inquiry.id is not None
    return inquiries.get(store, triage.inquiry.id)


def verdict(page: InquiriesPage) -> Verdict | None:
    return page.detail.what_if.outcome.verdict.verdict()


def test_a_click_makes_the_facts_levers_and_escape_leads_back(
    open_page: Callable[[Inquiry], InquiriesPage], practice: Store
) -> None:
    page = open_page(an_inquiry(budget=SILENT))
    detail = page.detail
    before = stored(practice, page)
    click(detail.head.what_if)
    assert detail.what_if.is_on()
    assert not detail.facts.isVisible()
    assert not detail.decisions.isVisible()
    assert detail.what_if.levers.isVisible()
    assert slider(page, "fee").slider.hasFocus()
    press(slider(page, "fee").slider, Key.Key_Escape)
    assert not detail.what_if.is_on()
    assert detail.facts.isVisible()
    assert detail.decisions.isVisible()
    assert not detail.what_if.levers.isVisible()
    assert stored(practice, page) == before


def test_dragging_the_fee_shows_the_verdict_live_and_saves_nothing(
    open_page: Callable[[Inquiry], InquiriesPage], practice: Store, qtbot: QtBot
) -> None:
    page = open_page(an_inquiry(budget=SILENT))
    detail = page.detail
    before = stored(practice, page)
    assert detail.head.verdict.verdict() is Verdict.ASK
    press(page, Key.Key_W, CTRL | SHIFT)
    fee = slider(page, "fee")
    assert fee.slider.value() == UNKNOWN
    press(fee.slider, Key.Key_Right)
    assert fee.field.typed() == "7,400"
    assert verdict(page) is Verdict.ACCEPT
    assert detail.head.verdict.verdict() is Verdict.ACCEPT
    assert detail.fit.shown()["fee"].saying.text().startswith("£7,400; your floor is £4,500")
    assert fee.before.words() == "was not stated"
    press(fee.slider, Key.Key_Home)
    assert verdict(page) is Verdict.DECLINE
    assert detail.fit.shown()["fee"].saying.text().startswith("✕ Rules it out: ")
    click(fee.slider, QPoint(int(UNKNOWN_AT), fee.slider.height() // 2))
    assert verdict(page) is Verdict.ASK
    assert not fee.before.isVisible()
    assert stored(practice, page) == before
    rested(qtbot, page)
    assert fee.note.text() == "A good fit from £4,600"


def test_a_typed_amount_moves_the_slider_and_backspace_takes_it_away(
    open_page: Callable[[Inquiry], InquiriesPage],
) -> None:
    page = open_page(an_inquiry())
    page.detail.what_if.begin()
    fee = slider(page, "fee")
    edit = fee.field.targets()[0]
    edit.setFocus()
    QTest.keyClick(edit, Key.Key_A, CTRL)
    write(edit, "3000")
    assert verdict(page) is Verdict.DECLINE
    assert fee.before.words() == "was £7,500"
    press(fee.slider, Key.Key_Backspace)
    assert fee.slider.value() == UNKNOWN
    assert verdict(page) is Verdict.ASK
    click(fee.before)
    assert verdict(page) is Verdict.ACCEPT
    assert page.detail.what_if.trial.values() == {}
    assert not page.detail.what_if.outcome.keep.isEnabled()


def test_the_day_is_free_held_or_taken_as_it_moves(
    open_page: Callable[[Inquiry], InquiriesPage], practice: Store, qtbot: QtBot
) -> None:
    calendar.save(practice, CalendarEntry(first=date(2027, 9, 17), last=date(2027, 9, 17), title="Workshop Basel"))
    held = CalendarEntry(first=date(2027, 9, 20), last=date(2027, 9, 20), title="Perhaps", kind=EntryKind.HELD)
    calendar.save(practice, held)
    page = open_page(an_inquiry())
    page.detail.what_if.begin()
    day = slider(page, "day")
    said = []
    for _step in range(5):
        said.append((day.note.text(), page.detail.free.text().split(".")[0]))
        press(day.slider, Key.Key_Right)
    assert [note for note, _free in said] == ["Free", "Taken", "Free", "Free", "Held"]
    assert said[1][1] == "17 September is taken by “Workshop Basel”"
    assert page.detail.what_if.trial.inquiry() is not None
    rested(qtbot, page)
    taken = [date.fromordinal(int(place)) for place, _colour in day.slider._taken]
    assert date(2027, 9, 17) in taken
    assert DAY not in taken


def test_choices_count_too_and_unknown_is_one_of_them(open_page: Callable[[Inquiry], InquiriesPage]) -> None:
    page = open_page(an_inquiry())
    page.detail.what_if.begin()
    scope = choice(page, "scope")
    assert scope.field is not None
    box = scope.field.box
    box.setFocus()
    press(box, Key.Key_Home)
    assert box.currentText() == "Not stated"
    trial = page.detail.what_if.trial
    assert trial.values() == {"scope": None}
    assert scope.before.words() == "was Fixed"
    press(box, Key.Key_End)
    assert trial.values() == {"scope": ScopeState.UNLIMITED}
    assert page.detail.fit.shown()["scope"].saying.text() == "no limit to what is to be delivered"


def test_kept_values_are_written_and_can_be_taken_back(
    open_page: Callable[[Inquiry], InquiriesPage], practice: Store, qtbot: QtBot
) -> None:
    page = open_page(an_inquiry(budget=SILENT))
    notices: list[tuple[str, Callable[[], None]]] = []
    page.notice.connect(lambda text, undo: notices.append((text, undo)))
    before = stored(practice, page)
    page.detail.what_if.begin()
    press(slider(page, "fee").slider, Key.Key_Right)
    click(page.detail.what_if.outcome.keep)
    assert not page.detail.what_if.is_on()
    kept = stored(practice, page)
    assert kept.budget == Budget(min=Decimal(7400), max=Decimal(7400), currency="GBP", expenses_covered=True)
    assert replace(kept, budget=before.budget) == before
    assert notices[-1][0] == "Kept: fee offered £7,400."
    qtbot.waitUntil(lambda: page.detail.facts.texts()["Fee"] == "£7,400")
    notices[-1][1]()
    assert inquiries.get(practice, before.id or 0) == before


def test_what_would_turn_the_verdict_can_be_seen_to_hold(
    open_page: Callable[[Inquiry], InquiriesPage], qtbot: QtBot
) -> None:
    page = open_page(an_inquiry(budget=Budget(min=Decimal(1500), max=Decimal(1500), currency="GBP")))
    detail = page.detail
    assert detail.head.verdict.verdict() is Verdict.DECLINE
    turn = next(turn for turn in detail.upshot.texts() if "the fee were" in turn)
    line = next(line for line in detail.upshot.turns if line.words() == turn)
    click(line.link)
    assert detail.what_if.is_on()
    assert list(detail.what_if.trial.values()) == ["fee"]
    assert verdict(page) is Verdict.ACCEPT
    assert detail.what_if.outcome.before.words().startswith("was Decline, ")
    rested(qtbot, page)
    assert not detail.upshot.texts()


def test_a_question_that_is_only_tried_cannot_be_sent(
    open_page: Callable[[Inquiry], InquiriesPage], qtbot: QtBot
) -> None:
    page = open_page(an_inquiry())
    page.detail.what_if.begin()
    press(slider(page, "fee").slider, Key.Key_Delete)
    assert not page.detail.ask.isVisible(), "what was said of other facts is gone at once"
    rested(qtbot, page)
    assert page.detail.ask.isVisible()
    assert "What range is set aside for the fee?" in page.detail.ask.text.text()
    assert not page.detail.ask.copy.isVisible()
    press(page, Key.Key_A, CTRL | SHIFT)
    shown = page.detail.triage()
    assert shown is not None
    assert shown.inquiry.status is Status.NEW, "decisions are taken on the facts"


def test_the_same_values_beside_another_offering(open_page: Callable[[Inquiry], InquiriesPage]) -> None:
    page = open_page(an_inquiry())
    detail = page.detail
    detail.what_if.begin()
    edit = slider(page, "fee").field.targets()[0]
    edit.setFocus()
    QTest.keyClick(edit, Key.Key_A, CTRL)
    write(edit, "3000")
    click(detail.fit.offering)
    assert detail.comparison.isVisible()
    rows = detail.comparison.rows()
    assert [row.title for row in rows] == ["Laughing at work", "Deciding without knowing everything"]
    assert rows[1].decides.startswith("Ruled out by the fee: £3,000")
    press(detail.comparison.list, Key.Key_Up)
    press(detail.comparison.list, Key.Key_Return)
    assert not detail.comparison.isVisible()
    shown = detail.fit.assessment()
    assert shown is not None
    assert shown.offering.title == "Laughing at work"
    assert list(detail.what_if.trial.values()) == ["fee"]
    assert verdict(page) is not Verdict.DECLINE


def test_levers_stand_beside_the_judgement_where_there_is_room(
    open_page: Callable[[Inquiry], InquiriesPage], qtbot: QtBot
) -> None:
    page = open_page(an_inquiry())
    detail = page.detail
    detail.what_if.begin()
    levers = detail.what_if.levers
    assert detail.width() < BESIDE
    assert levers.parentWidget() is detail.what_if.above
    outcome, shown = detail.what_if.outcome, detail.fit.assessment()
    assert shown is not None
    assert outcome.them.isVisible(), "the judgement's own bars are below the levers"
    assert (outcome.them.bar.score(), outcome.me.bar.score()) == (shown.for_them, shown.for_me)
    page.resize(1700, 900)
    qtbot.waitUntil(lambda: detail.width() >= BESIDE)
    assert levers.parentWidget() is detail.what_if.beside
    assert not outcome.them.isVisible()
    assert levers.isVisible()
    assert not detail.history.isVisible()
    detail.what_if.back_to_facts()
    assert detail.history.isVisible()


def test_another_inquiry_ends_what_if(open_page: Callable[[Inquiry], InquiriesPage], practice: Store) -> None:
    inquiries.save(practice, an_inquiry(event=an_event(name="Another day", mode=Mode.VIRTUAL)))
    page = open_page(an_inquiry())
    page.detail.what_if.begin()
    press(slider(page, "fee").slider, Key.Key_Left)
    shown = page.detail.triage()
    assert shown is not None
    other = next(number for (number,) in practice.rows("SELECT id FROM inquiries") if number != shown.inquiry.id)
    page.open_inquiry(other)
    assert not page.detail.what_if.is_on()
    assert page.detail.facts.isVisible()
    assert page.detail.decisions.isVisible()
