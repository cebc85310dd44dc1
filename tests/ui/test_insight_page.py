"""The Insight page: what it says of many, few and no decisions, and a sitting of second looks by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from build import an_offering, an_owner, asked
from build_decided import a_decided
from fitdesk.domain.decided import Decided
from fitdesk.domain.goodwill import Goodwill, usual_wait
from fitdesk.domain.inquiry import StatusChange
from fitdesk.domain.learning import Suggestion
from fitdesk.domain.peer import Outcome, Peer
from fitdesk.domain.post_mortem import Delight, PostMortem
from fitdesk.domain.referral import Direction, Referral
from fitdesk.domain.terms import Status
from fitdesk.store import inquiries, offerings, owner, peers, referrals, second_looks
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.insight.goodwill_block import back_words, ends_words
from fitdesk.ui.insight.page import InsightPage
from fitdesk.ui.insight.suggestion_block import SuggestionBlock
from fitdesk.ui.main_window import MainWindow
from fitdesk.ui.offerings.page import OfferingsPage
from fitdesk.ui.widgets.page import PlainLabel
from hands import Key, click, double_click, press
from simulated_owners import an_owner_who

PATIENCE_MS = 20_000


def keep(store: Store, one: Decided) -> int:
    """Write a decided inquiry down as the program would have."""
    change = StatusChange(
        one.at,
        one.status,
        fit=one.fit,
        verdict=one.verdict,
        reasons=one.reasons,
        against=one.against,
        snapshot=one.snapshot,
    )
    inquiry = replace(asked(name=one.title, topics=one.topics or ("leadership",)), status=one.status)
    kept = inquiries.save(
        store, replace(inquiry, history=(change,), post_mortem=one.post_mortem, received=one.at - timedelta(days=2))
    )
    assert kept.id is not None
    return kept.id


def keep_far_owner(store: Store, count: int) -> None:
    """Decisions of somebody whose weights are far from the defaults; accepted work ended well nine times in ten."""
    with store.transaction():
        for number, one in enumerate(an_owner_who("far", count, 3).decided):
            look = PostMortem(one.at.date(), delight=Delight.YES if number % 10 else Delight.NO)
            keep(store, replace(one, post_mortem=look if one.status is Status.ACCEPTED else None))


Show = Callable[[], InsightPage]


@pytest.fixture
def show(store: Store, changes: Changes, clock: Clock, qtbot: QtBot) -> Show:
    def make() -> InsightPage:
        page = InsightPage(store, changes, clock)
        qtbot.addWidget(page)
        page.resize(848, 700)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


def wait_for_insight(page: InsightPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.score.isVisible() and bool(page.score.sentence.text()), timeout=PATIENCE_MS)


def test_an_empty_practice_is_told_what_to_do_first(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.waitUntil(page.empty.isVisible)
    with qtbot.waitSignal(page.page_wanted) as asked_for:
        click(page.empty.button)
    assert asked_for.args == ["inquiries"]


def test_few_decisions_say_what_is_missing(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    for number in range(12):
        status = Status.ACCEPTED if number % 2 else Status.DECLINED
        keep(store, a_decided(status=status, post_mortem=a_decided().post_mortem if number % 2 else None))
    page = show()
    wait_for_insight(page, qtbot)
    assert page.score.sentence.text() == "At least 4 more look-backs until the first band can have a figure."
    assert page.score.rows.words[1].text() == "6 cases: too few"
    assert page.score.rows.bars[1].share() is None
    assert page.suggestion.sentence.text().startswith("18 more decisions until weights can be suggested")
    assert "so far 6 and 6" in page.suggestion.sentence.text()
    assert not page.suggestion.button.isVisible()
    assert page.overrides.sentence.text() == "No work that you accepted against the verdict has ended yet."


def test_a_long_practice_is_told_what_the_score_was_worth(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    keep_far_owner(store, 200)
    page = show()
    wait_for_insight(page, qtbot)
    figures = [words.text() for words in page.score.rows.words if "ended well; likely" in words.text()]
    assert figures
    drawn = [bar for bar in page.score.rows.bars if bar.share() is not None]
    assert len(drawn) == len(figures)
    assert all("points: " in bar.accessibleName() for bar in page.score.rows.bars)
    assert page.overrides.rows.isVisible()


def test_suggested_weights_go_to_the_editor_as_they_are_shown(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    keep_far_owner(store, 300)
    page = show()
    wait_for_insight(page, qtbot)
    assert page.suggestion.button.isVisible()
    assert any(" → " in text for text in page.suggestion.changes())
    with qtbot.waitSignal(page.weights_tried) as tried:
        click(page.suggestion.button)
    assert tried.args is not None
    (weights,) = tried.args
    assert sum(weights) == pytest.approx(100)
    assert len(weights) == 15
    assert owner.get(store) == an_owner(), "nothing changes by itself"


def shown_facts(page: InsightPage) -> str:
    return " ".join(label.text() for label in page.second_look.card.findChildren(PlainLabel) if label.isVisible())


def test_a_sitting_by_keys_keeps_every_answer(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    ids = [keep(store, a_decided(at=datetime(2026, 1, 5 + n), title=f"Secret {n}")) for n in range(3)]
    page = show()
    wait_for_insight(page, qtbot)
    assert page.second_look.button.text() == "Look again at 3 inquiries"
    click(page.second_look.button)
    qtbot.waitUntil(page.second_look.card.isVisible)
    assert "1 of 3" in shown_facts(page)
    assert "Secret" not in shown_facts(page)
    assert "Northbridge" not in shown_facts(page)
    for key in (Key.Key_A, Key.Key_N, Key.Key_S):
        focused = QApplication.focusWidget()
        press(focused if focused is not None else page.second_look.card.yes, key)
    qtbot.waitUntil(lambda: not page.second_look.card.isVisible())
    looks = second_looks.every(store)
    assert [look.would_accept for look in looks][::-1] == [True, False]
    assert all(look.accepted for look in looks)
    assert {look.inquiry_id for look in looks} < set(ids)
    qtbot.waitUntil(lambda: "Of 2 second looks, 1 came" in page.second_look.sentence.text(), timeout=PATIENCE_MS)
    assert page.second_look.button.text() == "Look again at 1 inquiry"


def test_a_sitting_by_clicks_can_stop_at_any_time(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    for n in range(3):
        keep(store, a_decided(at=datetime(2026, 1, 5 + n), status=Status.DECLINED))
    page = show()
    wait_for_insight(page, qtbot)
    click(page.second_look.button)
    click(page.second_look.card.yes)
    assert "2 of 3" in shown_facts(page)
    press(page.second_look.card.yes, Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.second_look.card.isVisible())
    (look,) = second_looks.every(store)
    assert (look.would_accept, look.accepted) == (True, False)


def test_each_answer_of_a_sitting_is_meant(store: Store, clock: Clock, qtbot: QtBot) -> None:
    """A double click is one answer, and whoever turns to another page and back goes on with the keys."""
    owner.save(store, an_owner())
    for n in range(4):
        keep(store, a_decided(at=datetime(2026, 1, 5 + n)))
    window = MainWindow(store, clock)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.show_page("insight")
    page = window.page("insight")
    assert isinstance(page, InsightPage)
    wait_for_insight(page, qtbot)
    click(page.second_look.button)
    click(page.second_look.card.no)
    double_click(page.second_look.card.no)
    assert "2 of 4" in shown_facts(page)
    window.show_page("calendar")
    window.show_page("insight")
    focused = window.focusWidget()
    assert focused is page.second_look.card.yes
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(focused, Key.Key_A)
    assert "3 of 4" in shown_facts(page)
    press(focused, Key.Key_Escape)
    assert len(second_looks.every(store)) == 2


def test_answers_and_referrals_of_the_last_year(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    for n in range(6):
        keep(store, a_decided(at=datetime(2026, 9, 5 + n)))
    first, second = (peers.save(store, Peer(name=name)).id or 0 for name in ("Ada", "Bea"))
    for day, peer, direction, outcome in (
        (date(2026, 9, 1), first, Direction.GIVEN, Outcome.DELIGHTED),
        (date(2026, 10, 1), second, Direction.GIVEN, None),
        (date(2024, 10, 1), second, Direction.GIVEN, Outcome.FINE),
        (date(2026, 10, 9), first, Direction.RECEIVED, None),
    ):
        referrals.add(store, Referral(direction=direction, peer_id=peer, day=day, outcome=outcome))
    page = show()
    wait_for_insight(page, qtbot)
    assert page.answers.wait.text() == "Half of the inquiries had your first answer within 2 days."
    assert page.goodwill.sentence.text() == "Given 2, received 1."
    assert page.goodwill.ends.text() == "How the clients fared: 1 delighted and 1 not known yet."
    assert page.goodwill.back.text() == "Of the 2 peers to whom you ever sent somebody, 1 sent somebody to you."


def test_without_referrals_nothing_is_said_of_them(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    keep(store, a_decided())
    page = show()
    wait_for_insight(page, qtbot)
    assert not page.goodwill.isVisible()
    assert not page.answers.wait.isVisible()


def test_referrals_in_words() -> None:
    assert ends_words(Goodwill(given=3, delighted=2, disappointed=1)).endswith("fared: 2 delighted and 1 disappointed.")
    assert ends_words(Goodwill(given=3)).startswith("How the clients fared is not known")
    assert back_words(Goodwill(peers=1)) == "The peer to whom you sent somebody has sent nobody to you so far."
    assert back_words(Goodwill(peers=4)).startswith("None of the 4 peers")
    assert usual_wait((0, 1, 2, 9)) is None
    assert usual_wait((9, 0, 1, 2, 40)) == 2


def test_the_page_stands_still_while_the_owner_thinks(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    keep(store, a_decided(at=datetime(2026, 1, 5)))
    page = show()
    wait_for_insight(page, qtbot)
    click(page.second_look.button)
    keep(store, a_decided(at=datetime(2026, 1, 6)))
    qtbot.wait(page.pause_ms + 100)
    assert page.second_look.card.isVisible()
    assert page.second_look.is_under_way
    click(page.second_look.card.skip)
    qtbot.waitUntil(lambda: page.second_look.button.text() == "Look again at 2 inquiries", timeout=PATIENCE_MS)


def test_a_new_decision_is_counted_at_once(store: Store, show: Show, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    keep(store, a_decided(at=datetime(2026, 9, 5)))
    page = show()
    wait_for_insight(page, qtbot)
    assert page.answers.sentence.text() == "1 decision: Accepted 1."
    keep(store, a_decided(at=datetime(2026, 9, 6), status=Status.DECLINED, post_mortem=None, reasons=("fee", "date")))
    told = "2 decisions: Accepted 1, Declined 1."
    qtbot.waitUntil(lambda: page.answers.sentence.text() == told, timeout=PATIENCE_MS)
    assert page.answers.reasons.text() == "Reasons you gave for a No: Date 1, Fee 1."


def test_no_suggestion_says_so_without_a_button(qtbot: QtBot) -> None:
    block = SuggestionBlock()
    qtbot.addWidget(block)
    block.show()
    block.show_suggestion(Suggestion((), (), 40, 40, 0.81, 0.8, False))
    assert "as well as any others would: they foretell 81 of 100" in block.sentence.text()
    assert not block.button.isVisible()


def test_the_editor_takes_the_suggested_weights_as_a_draft(store: Store, clock: Clock, qtbot: QtBot) -> None:
    owner.save(store, an_owner())
    offerings.save(store, an_offering(id=None))
    keep_far_owner(store, 300)
    window = MainWindow(store, clock)
    qtbot.addWidget(window)
    window.show()
    page = window.show_page("insight")
    assert isinstance(page, InsightPage)
    wait_for_insight(page, qtbot)
    with qtbot.waitSignal(page.weights_tried) as tried:
        click(page.suggestion.button)
    assert tried.args is not None
    assert window.current_key() == "offerings"
    editor = window.page("offerings")
    assert isinstance(editor, OfferingsPage)
    draft = editor.weights.drafting.draft
    assert draft.is_changed
    assert draft.shares() == pytest.approx(tried.args[0], abs=0.01)
    assert owner.get(store) == an_owner(), "a draft counts for nothing"


def test_leaving_the_page_stops_the_reading_and_coming_back_begins_it_anew(
    store: Store, show: Show, qtbot: QtBot
) -> None:
    owner.save(store, an_owner())
    keep(store, a_decided(at=datetime(2026, 1, 5)))
    page = show()
    page.hide()
    qtbot.wait(50)
    assert not page.score.sentence.text()
    page.show()
    wait_for_insight(page, qtbot)
