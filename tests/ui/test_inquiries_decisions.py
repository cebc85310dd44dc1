"""Deciding in the window: reasons proposed and chosen, days asked, accepts against the verdict, and hasty hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from build import a_peer, an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.availability import EntryKind
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.letter import LetterKind
from fitdesk.store import calendar, inquiries, offerings, owner, peers
from fitdesk.store.errors import StoreError
from fitdesk.store.inquiries import View
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.decide_panel import DecidePanel
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows import decide as deciding
from hands import CTRL, SHIFT, Key, click, double_click, press, write
from inquiries_scene import Make, inquiries_pages

CHEAP = Budget(max=Decimal(1000), currency="GBP", expenses_covered=True)
UNFIT = an_event(name="Stand-up night", topics=("stand-up comedy",))


@pytest.fixture
def practice(store: Store) -> Store:
    """An owner with one offering and one peer."""
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    peers.save(store, a_peer(id=None))
    return store


@pytest.fixture
def make_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> Iterator[Make]:
    """Builds the page, shown and judged; what still runs is waited for before the store is closed."""
    with inquiries_pages(qtbot, store, changes, clock) as open_page:

        def make() -> InquiriesPage:
            page = open_page()
            qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)
            return page

        yield make


def keep(store: Store, name: str = "Better Decisions Day", **changes: object) -> int:
    number = inquiries.save(store, an_inquiry(**{"event": an_event(name=name), **changes})).id
    assert number is not None
    return number


def last(store: Store, number: int) -> StatusChange:
    return inquiries.get(store, number).history[-1]


def status(store: Store, number: int) -> Status:
    return inquiries.get(store, number).status


def begin(page: InquiriesPage, act: Act) -> DecidePanel:
    click(page.detail.decisions.buttons[act])
    assert page.detail.decide.isVisible()
    return page.detail.decide


def reopen(qtbot: QtBot, page: InquiriesPage, number: int) -> None:
    """Open an inquiry that has just left the list."""
    qtbot.waitUntil(lambda: page.pane.rows.row_of(number) is None)
    page.open_inquiry(number)


def is_judged(page: InquiriesPage, title: str) -> bool:
    return page.detail.head.title.words() == title and page.detail.triage() is not None


def history(page: InquiriesPage) -> str:
    return "\n".join(label.text() for label in page.detail.history.findChildren(PlainLabel))


def notices(page: InquiriesPage) -> list[tuple[str, Callable[[], object]]]:
    told: list[tuple[str, Callable[[], object]]] = []
    page.notice.connect(lambda text, undo: told.append((text, undo)))
    return told


# ---- reasons


def test_enter_takes_the_reasons_that_the_facts_propose(practice: Store, make_page: Make) -> None:
    number = keep(practice, budget=CHEAP)
    page = make_page()
    panel = begin(page, Act.DECLINE)
    assert panel.ticks["fee"].text().startswith("Fee: up to £1,000")
    assert panel.ticks["fee"].isChecked()
    assert page.window().focusWidget() is panel.edit
    press(panel.edit, Key.Key_Return)
    assert (last(practice, number).status, last(practice, number).reasons) == (Status.DECLINED, ("fee",))


def test_reasons_are_chosen_by_keys_alone_and_stand_in_the_history(
    practice: Store, qtbot: QtBot, make_page: Make
) -> None:
    number = keep(practice, budget=CHEAP)
    page = make_page()
    page.pane.list.setFocus()
    press(page.pane.list, Key.Key_D, CTRL | SHIFT)
    panel = page.detail.decide
    keys = list(panel.ticks)
    assert keys[0] == "fee"
    assert len(keys) > 1
    for _step in keys:
        press(page.window().focusWidget() or panel, Key.Key_Backtab, SHIFT)
    assert page.window().focusWidget() is panel.ticks["fee"]
    press(panel.ticks["fee"], Key.Key_Space)
    press(panel.ticks["fee"], Key.Key_Tab)
    press(panel.ticks[keys[1]], Key.Key_Space)
    write(panel.edit, "they want too much")
    press(panel.ticks[keys[1]], Key.Key_Return)
    assert (last(practice, number).reasons, last(practice, number).reason) == ((keys[1],), "they want too much")
    reopen(qtbot, page, number)
    qtbot.waitUntil(lambda: "they want too much" in history(page))
    assert f"Declined: {keys[1]}. they want too much" in history(page)


def test_the_other_no_is_one_click_away(practice: Store, make_page: Make) -> None:
    number = keep(practice, event=UNFIT)
    page = make_page()
    panel = begin(page, Act.DECLINE)
    assert "wrong for them" in panel.told.text()
    assert not any(tick.isChecked() for tick in panel.ticks.values())
    click(panel.turn)
    assert panel.question.text() == "Why will somebody else serve them better?"
    assert panel.ticks["goal"].isChecked()
    assert not panel.turn.isVisible()
    assert status(practice, number) is Status.NEW


def test_refer_keeps_its_reasons_for_the_letter(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = keep(practice, event=UNFIT)
    page = make_page()
    panel = begin(page, Act.REFER)
    write(panel.edit, "she is funnier")
    with qtbot.waitSignal(page.letter_requested) as asked:
        click(panel.go)
    assert asked.args == [LetterKind.REFERRAL, number]
    assert page.detail.decisions.isVisible()
    assert (
        "goal" in deciding.decide(practice, number, Status.REFERRED, "Mira", datetime(2026, 11, 22)).history[-1].reasons
    )


# ---- against the verdict


def test_an_accept_against_the_verdict_is_marked_wherever_it_is_seen(
    practice: Store, qtbot: QtBot, make_page: Make
) -> None:
    number = keep(practice, budget=CHEAP)
    page = make_page()
    panel = begin(page, Act.ACCEPT)
    assert "The judgement says no" in panel.question.text()
    assert "Fee: up to £1,000" in panel.told.text()
    click(panel.go)
    assert panel.error.text() == "Write one reason in your own words; a few are enough."
    assert status(practice, number) is Status.NEW
    write(panel.edit, "an old friend asked")
    assert not panel.error.isVisible()
    click(panel.go)
    assert last(practice, number).against
    reopen(qtbot, page, number)
    qtbot.waitUntil(lambda: "against the verdict" in page.detail.head.decision.text())
    assert "Accepted, against the verdict: an old friend asked" in history(page)
    line = page.pane.rows.line_at(0)
    assert line is not None
    assert page.pane.query().view is View.DECIDED
    assert line.against


# ---- hold and not now


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("20 September 2027", "at the latest: 16 September 2027"),
        ("21 November 2026", "That day is past"),
        ("", "Say until which day"),
        ("next summer", "Write a date"),
    ],
)
def test_a_hold_that_cannot_be_is_said_beside_the_day(practice: Store, make_page: Make, typed: str, words: str) -> None:
    number = keep(practice)
    page = make_page()
    panel = begin(page, Act.HOLD)
    panel.day.edit.selectAll()
    press(panel.day.edit, Key.Key_Delete)
    write(panel.day.edit, typed)
    press(panel.day.edit, Key.Key_Return)
    assert words in panel.error.text()
    assert panel.error.isVisible()
    assert page.window().focusWidget() is panel.day.edit
    assert status(practice, number) is Status.NEW


def test_enter_holds_for_two_weeks_and_a_click_for_longer(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = keep(practice)
    page = make_page()
    told = notices(page)
    panel = begin(page, Act.HOLD)
    assert panel.day.value() == date(2026, 12, 6)
    assert page.window().focusWidget() is panel.day.edit
    press(panel.day.edit, Key.Key_Return)
    assert told[-1][0] == "“Better Decisions Day” is held until 6 December, and the calendar with it."
    assert [entry.expires for entry in calendar.every(practice)] == [date(2026, 12, 6)]
    qtbot.waitUntil(lambda: page.detail.head.decision.text() == "Held today, until 6 December", timeout=8000)
    qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)
    assert page.detail.decisions.buttons[Act.HOLD].text() == "Hold longer"
    panel = begin(page, Act.HOLD)
    click(panel.quick[2])
    click(panel.go)
    assert [entry.expires for entry in calendar.every(practice)] == [date(2026, 12, 20)]
    told[-1][1]()
    told[0][1]()
    assert (status(practice, number), calendar.every(practice)) == (Status.NEW, ())


def test_not_now_comes_back_on_a_day_to_come_or_never(practice: Store, make_page: Make) -> None:
    number = keep(practice)
    page = make_page()
    told = notices(page)
    panel = begin(page, Act.NOT_NOW)
    assert panel.day.value() == date(2026, 12, 22)
    panel.day.edit.selectAll()
    write(panel.day.edit, "22 November 2026")
    click(panel.go)
    assert panel.error.text() == "Choose a day after today."
    assert status(practice, number) is Status.NEW
    click(panel.quick[1])
    assert not panel.error.isVisible()
    click(panel.go)
    assert last(practice, number).come_back == date(2027, 2, 21)
    assert told[-1][0] == "“Better Decisions Day” comes back on 21 February."
    told[-1][1]()
    assert status(practice, number) is Status.NEW


def test_a_held_day_is_released_from_the_menu_and_undo_brings_it_back(practice: Store, make_page: Make) -> None:
    number = keep(practice)
    deciding.decide(practice, number, Status.HELD, "", datetime(2026, 11, 20, 9))
    (entry,) = calendar.every(practice)
    calendar.save(practice, replace(entry, note="hers until Friday"))
    before = calendar.every(practice)
    page = make_page()
    told = notices(page)
    page.detail.decisions.actions_in_menu[Act.RELEASE].trigger()
    assert (status(practice, number), calendar.every(practice)) == (Status.NEW, ())
    told[-1][1]()
    assert (status(practice, number), calendar.every(practice)) == (Status.HELD, before)


# ---- somebody else was first


def test_a_day_promised_to_another_is_not_accepted_unasked(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    first = keep(practice, "Harbour Day", received=datetime(2026, 11, 1, 9))
    deciding.decide(practice, first, Status.HELD, "", datetime(2026, 11, 20, 9))
    number = keep(practice, "Better Decisions Day", received=datetime(2026, 11, 21, 9))
    page = make_page()
    assert page.detail.head.title.words() == "Better Decisions Day"
    panel = begin(page, Act.ACCEPT)
    assert panel.question.text() == "Somebody else was first to ask. Accept all the same?"
    assert "is held for them until 4 December 2026" in panel.told.text()
    click(panel.turn)
    mail = page.detail.question
    assert mail.isVisible()
    assert "I am holding 16 September for you (Harbour Day)" in mail.body.toPlainText()
    assert "Somebody else has now asked" in mail.body.toPlainText()
    told = notices(page)
    stood = calendar.every(practice)
    click(mail.done)
    assert calendar.every(practice) == stood
    assert last(practice, first).reason == "asked whether they still take the day"
    assert last(practice, first).come_back == date(2026, 12, 4)
    told[-1][1]()
    assert last(practice, first).reason == ""
    assert (status(practice, first), status(practice, number)) == (Status.HELD, Status.NEW)
    begin(page, Act.ACCEPT)
    press(panel.edit, Key.Key_Return)
    assert status(practice, number) is Status.ACCEPTED
    assert not last(practice, number).against


def test_asking_the_holder_without_another_request_claims_none(practice: Store, make_page: Make) -> None:
    held = keep(practice)
    deciding.decide(practice, held, Status.HELD, "", datetime(2026, 11, 20, 9))
    page = make_page()
    page.detail.decisions.actions_in_menu[Act.STILL_WANTED].trigger()
    body = page.detail.question.body.toPlainText()
    assert "until 4 December." in body
    assert "Somebody else" not in body


@pytest.mark.parametrize(
    ("expires", "words"),
    [(None, "(Better Decisions Day). Are"), (date(2026, 11, 20), "The time I had set for it is over.")],
)
def test_the_question_tells_of_the_hold_as_it_stands_in_the_calendar(
    practice: Store, make_page: Make, expires: date | None, words: str
) -> None:
    held = keep(practice)
    deciding.decide(practice, held, Status.HELD, "", datetime(2026, 11, 10, 9))
    (entry,) = calendar.every(practice)
    calendar.save(practice, replace(entry, expires=expires))
    page = make_page()
    page.detail.decisions.actions_in_menu[Act.STILL_WANTED].trigger()
    assert words in " ".join(page.detail.question.body.toPlainText().split())


# ---- hasty hands


def test_a_double_click_opens_the_panel_and_decides_nothing(practice: Store, make_page: Make) -> None:
    number = keep(practice, budget=CHEAP)
    page = make_page()
    panel = begin(page, Act.DECLINE)
    double_click(panel.go)  # where the pointer stands when the second half of the click arrives
    assert status(practice, number) is Status.NEW
    click(panel.go)
    assert status(practice, number) is Status.DECLINED


def test_the_second_half_of_a_double_click_accepts_no_second_inquiry(
    practice: Store, qtbot: QtBot, make_page: Make
) -> None:
    below = keep(practice, "Below", received=datetime(2026, 11, 1, 9))
    top = keep(practice, "On top", received=datetime(2026, 11, 2, 9))
    page = make_page()
    accept = page.detail.decisions.buttons[Act.ACCEPT]
    click(accept)
    qtbot.waitUntil(
        lambda: page.detail.head.title.words() == "Below" and page.detail.triage() is not None, timeout=8000
    )
    double_click(accept)
    assert (status(practice, top), status(practice, below)) == (Status.ACCEPTED, Status.NEW)


def test_a_second_enter_decides_nothing_more(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    below = keep(practice, "Below", budget=CHEAP, received=datetime(2026, 11, 1, 9))
    top = keep(practice, "On top", budget=CHEAP, received=datetime(2026, 11, 2, 9))
    page = make_page()
    panel = begin(page, Act.DECLINE)
    for _time in range(2):
        press(panel.edit, Key.Key_Return)
    qtbot.waitUntil(
        lambda: page.detail.head.title.words() == "Below" and page.detail.triage() is not None, timeout=8000
    )
    press(page.window().focusWidget() or page, Key.Key_Return)
    assert len(inquiries.get(practice, top).history) == 1
    assert status(practice, below) is Status.NEW


def test_enter_on_cancel_cancels(practice: Store, make_page: Make) -> None:
    number = keep(practice, budget=CHEAP)
    page = make_page()
    panel = begin(page, Act.DECLINE)
    panel.leave.setFocus()
    press(panel.leave, Key.Key_Return)
    assert page.detail.decisions.isVisible()
    assert status(practice, number) is Status.NEW


def test_another_decision_begun_by_keys_takes_the_place_of_the_first(practice: Store, make_page: Make) -> None:
    number = keep(practice, budget=CHEAP)
    page = make_page()
    panel = begin(page, Act.DECLINE)
    press(panel.edit, Key.Key_H, CTRL | SHIFT)
    assert panel.question.text() == "Hold 16 September for them?"
    assert panel.ticks == {}
    press(panel.day.edit, Key.Key_Return)
    assert status(practice, number) is Status.HELD


def test_what_cannot_be_written_is_said_in_the_panel_and_can_be_tried_again(
    practice: Store, make_page: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = keep(practice, budget=CHEAP)
    page = make_page()
    panel = begin(page, Act.DECLINE)

    def full(*_arguments: object, **_named: object) -> Inquiry:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(deciding, "decide", full)
        press(panel.edit, Key.Key_Return)
    assert panel.error.text() == "The disk is full."
    assert status(practice, number) is Status.NEW
    press(panel.edit, Key.Key_Return)
    assert status(practice, number) is Status.DECLINED


# ---- one day of several


def test_an_accept_asks_which_of_the_days_and_books_that_one(practice: Store, make_page: Make) -> None:
    days = (date(2027, 9, 14), date(2027, 9, 16))
    number = keep(practice, event=an_event(name="Either day", dates=days))
    page = make_page()
    told = notices(page)
    panel = begin(page, Act.ACCEPT)
    assert panel.question.text() == "Which day do you accept?"
    assert panel.day.value() == days[0]
    (first, second) = panel.quick
    assert (first.text(), second.text()) == ("14 September", "16 September")
    click(second)
    click(panel.go)
    assert inquiries.get(practice, number).event.dates == (days[1],)
    assert [entry.first for entry in calendar.every(practice)] == [days[1]]
    (words, undo) = told[-1]
    assert words == "“Either day” is accepted, and in the calendar."
    undo()
    assert inquiries.get(practice, number).event.dates == days
    assert calendar.every(practice) == ()


def test_an_accept_may_leave_the_day_open(practice: Store, make_page: Make) -> None:
    days = (date(2027, 9, 14), date(2027, 9, 16))
    number = keep(practice, event=an_event(name="Either day", dates=days))
    page = make_page()
    told = notices(page)
    panel = begin(page, Act.ACCEPT)
    panel.day.edit.selectAll()
    press(panel.day.edit, Key.Key_Delete)
    press(panel.day.edit, Key.Key_Return)
    assert inquiries.get(practice, number).event.dates == days
    assert [entry.kind for entry in calendar.every(practice)] == [EntryKind.HELD, EntryKind.HELD]
    assert told[-1][0] == "“Either day” is accepted; its days are held until one is agreed."


def test_a_day_that_is_past_is_not_accepted(practice: Store, make_page: Make) -> None:
    number = keep(practice, event=an_event(dates=(date(2027, 9, 14), date(2027, 9, 16))))
    page = make_page()
    panel = begin(page, Act.ACCEPT)
    panel.day.edit.selectAll()
    write(panel.day.edit, "1 March 2026")
    press(panel.day.edit, Key.Key_Return)
    assert panel.error.text() == "That day is past. Choose today or a later one."
    assert status(practice, number) is Status.NEW


def test_the_same_fact_does_not_speak_both_for_and_against(practice: Store, make_page: Make) -> None:
    keep(practice, event=an_event(name="Half right", topics=("decisions", "meetings")), budget=CHEAP)
    page = make_page()
    panel = begin(page, Act.ACCEPT)
    against = panel.told.text().splitlines()
    assert against
    assert not {tick.text() for tick in panel.ticks.values()} & set(against)
