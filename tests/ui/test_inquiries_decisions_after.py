"""After a decision: looking back on work that is over or was lost, later corrections, and Undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.inquiry import Status
from fitdesk.domain.post_mortem import Delight, Earned, PostMortem
from fitdesk.store import inquiries, offerings, owner
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.look_back_words import look_back_words
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.decide import decide
from hands import Key, click, press, write
from inquiries_scene import Make, inquiries_pages

TODAY = date(2026, 11, 22)


@pytest.fixture
def practice(store: Store) -> Store:
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    return store


@pytest.fixture
def make_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock) -> Iterator[Make]:
    """Builds the page and shows it; what still runs is waited for before the store is closed."""
    with inquiries_pages(qtbot, store, changes, clock) as open_page:
        yield open_page


def accepted(store: Store, day: date) -> int:
    """Work that was accepted in August for ``day``."""
    number = inquiries.save(store, an_inquiry(event=an_event(name="Harbour Day", dates=(day,)))).id or 0
    decide(store, number, Status.ACCEPTED, "a good cause", datetime(2026, 8, 3, 9))
    return number


def show(qtbot: QtBot, page: InquiriesPage, number: int) -> None:
    page.open_inquiry(number)
    qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)


def kept(store: Store, number: int) -> PostMortem | None:
    return inquiries.get(store, number).post_mortem


def history(page: InquiriesPage) -> str:
    return "\n".join(label.text() for label in page.detail.history.findChildren(PlainLabel))


def test_work_that_is_over_asks_how_it_went(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = accepted(practice, date(2026, 10, 14))
    page = make_page()
    show(qtbot, page, number)
    bar = page.detail.decisions
    assert bar.primary() is Act.LOOK_BACK
    click(bar.buttons[Act.LOOK_BACK])
    panel = page.detail.look_back
    click(panel.delight.segments.buttons[1])
    click(panel.earned.segments.buttons[2])
    click(panel.again.segments.buttons[0])
    write(panel.lesson, "Call the venue first.")
    click(panel.go)
    assert kept(practice, number) == PostMortem(TODAY, True, Delight.PARTLY, Earned.LESS, True, "Call the venue first.")
    qtbot.waitUntil(lambda: "Looked back: It took place, they were partly delighted" in history(page))
    qtbot.waitUntil(lambda: page.detail.decisions.primary() is None, timeout=8000)
    assert page.detail.decisions.offers(Act.LOOK_BACK)


def test_another_page_opens_it_and_keys_alone_answer_it(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = accepted(practice, date(2026, 10, 14))
    page = make_page()
    page.begin_look_back(number)
    panel = page.detail.look_back
    qtbot.waitUntil(panel.isVisible, timeout=8000)
    focused = page.window().focusWidget()
    assert focused is not None
    assert panel.delight.isAncestorOf(focused)
    for _step in range(3):
        press(page.window().focusWidget() or panel, Key.Key_Left)
    press(page.window().focusWidget() or panel, Key.Key_Tab)
    press(page.window().focusWidget() or panel, Key.Key_Left)
    press(page.window().focusWidget() or panel, Key.Key_Return)
    assert kept(practice, number) == PostMortem(TODAY, True, Delight.YES, Earned.LESS)


def test_enter_at_once_keeps_that_nothing_is_known_and_only_once(
    practice: Store, qtbot: QtBot, make_page: Make
) -> None:
    number = accepted(practice, date(2026, 10, 14))
    page = make_page()
    page.begin_look_back(number)
    qtbot.waitUntil(page.detail.look_back.isVisible, timeout=8000)
    told: list[str] = []
    page.notice.connect(lambda text, _undo: told.append(text))
    for _time in range(2):
        press(page.detail.look_back.lesson, Key.Key_Return)
    assert kept(practice, number) == PostMortem(TODAY)
    assert told == ["What became of “Harbour Day” is kept."]


def test_it_is_changed_later_from_what_was_said(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = accepted(practice, date(2026, 10, 14))
    page = make_page()
    page.begin_look_back(number)
    qtbot.waitUntil(page.detail.look_back.isVisible, timeout=8000)
    click(page.detail.look_back.delight.segments.buttons[0])
    click(page.detail.look_back.go)
    qtbot.waitUntil(lambda: page.detail.triage() is not None, timeout=8000)
    undos: list[Callable[[], object]] = []
    page.notice.connect(lambda _text, undo: undos.append(undo))
    page.begin_look_back(number)
    panel = page.detail.look_back
    qtbot.waitUntil(panel.isVisible, timeout=8000)
    assert panel.value().delight is Delight.YES
    click(panel.delight.segments.buttons[2])
    click(panel.go)
    assert kept(practice, number) == PostMortem(TODAY, delight=Delight.NO)
    undos[-1]()
    assert kept(practice, number) == PostMortem(TODAY, delight=Delight.YES)


def test_who_withdraws_after_an_accept_is_asked_about(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = accepted(practice, date(2027, 3, 4))
    page = make_page()
    show(qtbot, page, number)
    assert not page.detail.decisions.offers(Act.LOOK_BACK)
    page.detail.decisions.actions_in_menu[Act.WITHDRAWN].trigger()
    panel = page.detail.look_back
    assert panel.isVisible()
    assert inquiries.get(practice, number).status is Status.WITHDRAWN
    assert panel.value() == PostMortem(date.min, took_place=False)
    assert not panel.delight.isVisible()
    assert not panel.earned.isVisible()
    write(panel.lesson, "Ask for a deposit.")
    press(panel.lesson, Key.Key_Return)
    assert kept(practice, number) == PostMortem(TODAY, took_place=False, lesson="Ask for a deposit.")


def test_what_was_said_of_work_done_is_not_kept_of_work_lost(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = accepted(practice, date(2026, 10, 14))
    page = make_page()
    page.begin_look_back(number)
    panel = page.detail.look_back
    qtbot.waitUntil(panel.isVisible, timeout=8000)
    click(panel.delight.segments.buttons[0])
    click(panel.took_place.segments.buttons[1])
    assert panel.value() == PostMortem(date.min, took_place=False)
    click(panel.took_place.segments.buttons[0])
    assert panel.value().delight is Delight.YES


def test_escape_and_not_today_keep_nothing(practice: Store, qtbot: QtBot, make_page: Make) -> None:
    number = accepted(practice, date(2026, 10, 14))
    page = make_page()
    for leave in (lambda panel: press(panel.lesson, Key.Key_Escape), lambda panel: click(panel.leave)):
        page.begin_look_back(number)
        qtbot.waitUntil(page.detail.look_back.isVisible, timeout=8000)
        leave(page.detail.look_back)
        assert page.detail.decisions.isVisible()
    assert kept(practice, number) is None


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (PostMortem(TODAY), "It took place."),
        (PostMortem(TODAY, took_place=False, again=False), "The work was lost, you would not do it again."),
        (
            PostMortem(TODAY, True, Delight.YES, Earned.AS_PLANNED, True, "More of it"),
            "It took place, they were delighted, the margin was as planned, you would do it again. “More of it”",
        ),
    ],
)
def test_a_look_back_reads_as_one_line(look: PostMortem, words: str) -> None:
    assert look_back_words(look) == words
