"""What counts how much, with real clicks and keys: a draft that counts only once it is let, with its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from build import an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.criteria import CRITERIA
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.owner import Thresholds
from fitdesk.domain.rule_change import Rules
from fitdesk.store import drafts, inquiries, offerings, owner, rule_changes
from fitdesk.store.errors import CannotWrite
from fitdesk.store.store import Store
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.offerings.criterion_body import CriterionBody
from fitdesk.ui.offerings.draft_bar import DraftBar
from fitdesk.ui.offerings.page import OfferingsPage
from fitdesk.ui.offerings.rules_view import BESIDE
from fitdesk.workflows.judging_rules import change_rules
from hands import Key, click, press, write

FRUGAL = Budget(min=Decimal(4500), max=Decimal(4500), currency="GBP", expenses_covered=True)
"""At the floor: the fee is worth little, all else everything."""
Notices = list[tuple[str, Callable[[], object] | None]]


def keep(store: Store, title: str, now: datetime, status: Status = Status.NEW, budget: Budget = FRUGAL) -> Inquiry:
    day = (now + timedelta(days=200)).date()
    event = an_event(name=title, dates=(day,))
    history = () if status is Status.NEW else (StatusChange(now - timedelta(days=1), status, ""),)
    return inquiries.save(store, an_inquiry(event=event, budget=budget, subject=title, status=status, history=history))


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read what they are asked in no time."""
    monkeypatch.setattr(DraftBar, "haste_ms", 0)


@pytest.fixture
def page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock, now: datetime) -> OfferingsPage:
    """A practice with one open and two decided requests; what counts how much is open."""
    owner.save(store, an_owner(thresholds=Thresholds(accept_fit=90)))
    for title in ("Deciding", "Trust"):
        offerings.save(store, an_offering(id=None, title=title))
    keep(store, "Waiting", now)
    keep(store, "Taken", now, Status.ACCEPTED)
    keep(store, "Sent away", now, Status.DECLINED)
    return open_page(qtbot, store, changes, clock)


def open_page(qtbot: QtBot, store: Store, changes: Changes, clock: Clock, width: int = 1300) -> OfferingsPage:
    page = OfferingsPage(store, changes, clock)
    qtbot.addWidget(page)
    page.resize(width, 900)
    page.show()
    qtbot.waitExposed(page)
    page.open_record(page.weights.entry_id)
    qtbot.waitUntil(lambda: page.weights.view.pane.rows.rowCount() == 2, timeout=5000)
    return page


def heard(page: OfferingsPage) -> Notices:
    found: Notices = []
    page.notice.connect(lambda text, undo: found.append((text, undo)))
    return found


def weigh(page: OfferingsPage, key: str, value: int) -> None:
    """Click the slider of a criterion where this many points lie."""
    slider = page.weights.view.criteria.rows[key].slider
    click(slider, QPoint(round(10 + value * (slider.width() - 20) / 40), 15))
    assert slider.value() == value


def unfold(page: OfferingsPage, key: str) -> CriterionBody:
    row = page.weights.view.criteria.rows[key]
    click(row.fold)
    QTest.qWait(20)  # it is laid out
    assert row.body is not None
    return row.body


def share(page: OfferingsPage, key: str) -> str:
    return page.weights.view.criteria.rows[key].share.text()


def let_count(qtbot: QtBot, page: OfferingsPage, reason: str = "") -> None:
    bar = page.weights.view.bar
    click(bar.go)
    qtbot.waitUntil(lambda: bar.state() == "asking", timeout=5000)
    write(bar.reason, reason)
    click(bar.go)


def words_of(page: OfferingsPage) -> list[str]:
    """The lines of the history, unfolded."""
    history = page.weights.view.history
    history.set_open(True)
    return [entry.words for entry in history._entries]


# ---- the draft


def test_what_is_moved_is_a_draft_and_nothing_counts(page: OfferingsPage, store: Store) -> None:
    assert page.weights.view.bar.isHidden()
    weigh(page, "style", 10)
    assert share(page, "style") == "9.4, usually 4"
    assert page.weights.view.bar.text.text() == "Draft: style. Nothing counts until you let it."
    page.settle()
    assert owner.get(store).weights == ()
    assert rule_changes.every(store) == ()


def test_shares_always_add_up_to_100(page: OfferingsPage) -> None:
    for key in ("goal", "fee"):
        weigh(page, key, 40)
    shares = [float(share(page, one.key).split()[0].rstrip(",")) for one in CRITERIA]
    assert sum(shares) == pytest.approx(100.0, abs=0.8)


def test_with_every_weight_at_nothing_it_is_said_what_counts(page: OfferingsPage) -> None:
    for key in page.weights.view.criteria.rows:
        weigh(page, key, 0)
    for label in page.weights.view.criteria.sums.values():
        assert label.text().endswith("together: with every weight at 0, the usual ones count")
    weigh(page, "fee", 1)
    assert {label.text() for label in page.weights.view.criteria.sums.values()} == {
        "0 of 100 together",
        "100 of 100 together",
    }


def test_keys_move_a_weight_and_backspace_goes_back(page: OfferingsPage) -> None:
    slider = page.weights.view.criteria.rows["style"].slider
    slider.setFocus()
    for _n in range(3):
        press(slider, Key.Key_Right)
    assert page.weights.drafting.draft.weight("style") == 7
    press(slider, Key.Key_Backspace)
    assert not page.weights.drafting.draft.is_changed
    assert page.weights.view.bar.isHidden()


def test_the_draft_outlives_leaving_and_says_so(
    qtbot: QtBot, page: OfferingsPage, store: Store, changes: Changes, clock: Clock
) -> None:
    notices = heard(page)
    weigh(page, "fee", 30)
    page.open_record(offerings.every(store)[0].id or 0)
    assert notices[-1] == ("Your draft is kept. Nothing of it counts yet.", None)
    assert drafts.keys(store, "rules/") == ("rules/all",)
    assert page.list.entries()[1].row.detail_mark == "Draft"
    again = open_page(qtbot, store, changes, clock)
    assert again.weights.view.criteria.rows["fee"].slider.value() == 30
    before = len(notices)
    again.hide()
    assert len(notices) == before  # nothing new was drafted there


def test_the_list_says_at_once_whether_a_draft_waits(page: OfferingsPage) -> None:
    def mark() -> str:
        return next(one.row.detail_mark for one in page.list.entries() if one.id == page.weights.entry_id)

    assert mark() == ""
    weigh(page, "fee", 20)
    assert mark() == "Draft"
    click(page.weights.view.bar.back)
    assert mark() == ""


def test_thrown_away_it_can_come_back(page: OfferingsPage, store: Store) -> None:
    notices = heard(page)
    weigh(page, "fee", 30)
    page.settle()
    click(page.weights.view.bar.back)
    assert page.weights.view.bar.isHidden()
    assert drafts.keys(store, "rules/") == ()
    text, undo = notices[-1]
    assert text == "The draft is thrown away"
    assert undo is not None
    undo()
    assert page.weights.drafting.draft.weight("fee") == 30


def test_a_weight_between_two_points_is_not_rounded_by_looking(page: OfferingsPage, store: Store) -> None:
    owner.save(store, replace(owner.get(store), weights=(("goal", 21.5),)))
    page.refresh()
    weigh(page, "fee", 12)
    assert dict(page.weights.drafting.draft.rules.weights) == {"goal": 21.5, "fee": 12.0}


# ---- criteria unfolded


def test_one_criterion_is_open_at_a_time_and_its_curve_is_edited(page: OfferingsPage) -> None:
    unfold(page, "fee")
    body = unfold(page, "travel")
    assert not page.weights.view.criteria.rows["fee"].is_open()
    plot = body.editors[0].plot
    assert plot is not None
    plot.setFocus()
    press(plot, Key.Key_Down)
    assert page.weights.drafting.draft.changed_keys() == ("travel",)
    assert body.back.isVisible()
    click(body.back)
    assert not page.weights.drafting.draft.is_changed
    assert plot.points() == body.editors[0].curve.points
    assert body.back.isHidden()


def test_the_veto_is_a_tick_box_and_the_goals_always_counts(page: OfferingsPage) -> None:
    body = unfold(page, "fee")
    assert body.veto is not None
    drafting = page.weights.drafting
    click(body.veto)
    assert drafting.draft.rules.vetoes_off == ("fee",)
    assert not drafting.draft.veto("fee")
    click(body.veto)
    assert drafting.draft.veto("fee")
    assert not drafting.draft.is_changed
    goal = unfold(page, "goal").veto
    assert goal is not None
    assert (goal.isChecked(), goal.isEnabled()) == (True, False)
    assert goal.accessibleDescription().startswith("This one always counts")
    assert unfold(page, "style").veto is None


def test_everything_goes_back_at_once(page: OfferingsPage) -> None:
    view = page.weights.view
    assert view.back_all.isHidden()
    weigh(page, "fee", 20)
    weigh(page, "goal", 5)
    click(view.back_all)
    assert not page.weights.drafting.draft.is_changed
    assert share(page, "fee") == "11 of 100"


# ---- the last decisions


def test_the_effect_on_the_last_decisions_follows_the_draft(qtbot: QtBot, page: OfferingsPage) -> None:
    pane = page.weights.view.pane
    assert pane.agreement.text() == "Agrees with 1 of your last 2 decisions"
    weigh(page, "fee", 40)
    qtbot.waitUntil(lambda: pane.agreement.text().endswith("(was 1)"), timeout=5000)
    assert pane.agreement.text() == "Agrees with 0 of your last 2 decisions (was 1)"
    spoken = [pane.rows.data(pane.rows.index(row), role=11) for row in range(2)]  # AccessibleTextRole
    assert any("Accept becomes Your call" in words and "agrees no more" in words for words in spoken)


def test_a_decided_request_opens_from_the_list(qtbot: QtBot, page: OfferingsPage) -> None:
    opened: list[int] = []
    page.inquiry_opened.connect(opened.append)
    listed = page.weights.view.pane.list
    listed.setCurrentIndex(listed.model().index(0, 0))
    press(listed, Key.Key_Return)
    assert len(opened) == 1


def test_where_it_is_narrow_the_agreement_stands_in_the_bar(
    qtbot: QtBot, page: OfferingsPage, store: Store, changes: Changes, clock: Clock
) -> None:
    narrow = open_page(qtbot, store, changes, clock, width=800)
    view = narrow.weights.view
    assert view.width() < BESIDE
    assert view.area.isAncestorOf(view.pane)
    weigh(narrow, "fee", 12)
    assert view.bar.agreement.isVisible()
    assert view.bar.agreement.text().startswith("Agrees with 1 of your last 2")
    assert page.weights.view.bar.agreement.isHidden()


# ---- letting it count


def test_letting_it_count_first_names_what_turns(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    notices = heard(page)
    weigh(page, "fee", 40)
    bar = page.weights.view.bar
    click(bar.go)
    qtbot.waitUntil(lambda: bar.state() == "asking", timeout=5000)
    assert bar.text.text() == "1 open inquiry is judged otherwise:"
    words = [label.text() for label in bar.findChildren(QLabel)]
    assert "Accept → Your call" in words
    assert "Waiting" in words
    assert owner.get(store).weights == ()
    write(bar.reason, "the fee matters now")
    press(bar.reason, Key.Key_Return)
    assert dict(owner.get(store).weights) == {"fee": 40.0}
    (change,) = rule_changes.every(store)
    assert (change.flipped, change.reason, change.offering_id) == (1, "the fee matters now", None)
    assert drafts.keys(store, "rules/") == ()
    assert bar.isHidden()
    assert notices[-1][0] == "It counts now: fee"
    assert page.focusWidget() is page.weights.view.criteria.rows["fee"].slider
    press(page.focusWidget(), Key.Key_Return)
    assert len(rule_changes.every(store)) == 1


def test_a_double_click_or_two_enters_do_not_let_it_count_unread(
    qtbot: QtBot, page: OfferingsPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DraftBar, "haste_ms", 300)
    weigh(page, "fee", 40)
    bar = page.weights.view.bar
    here = bar.go.mapTo(page, bar.go.rect().center())
    click(bar.go)
    assert bar.state() == "judging"
    qtbot.wait(20)  # it is laid out
    assert page.childAt(here) is not bar.back
    qtbot.waitUntil(lambda: bar.state() == "asking", timeout=5000)
    click(bar.go)
    press(bar.reason, Key.Key_Return)
    assert bar.state() == "asking"
    assert rule_changes.every(store) == ()
    qtbot.wait(350)
    press(bar.reason, Key.Key_Return)
    assert len(rule_changes.every(store)) == 1


def test_not_yet_leaves_the_draft_and_escape_says_the_same(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    bar = page.weights.view.bar
    for leave in (lambda: click(bar.back), lambda: press(bar.reason, Key.Key_Escape)):
        weigh(page, "style", 9)
        click(bar.go)
        qtbot.waitUntil(lambda: bar.state() == "asking", timeout=5000)
        assert bar.text.text() == "No open inquiry is judged otherwise."
        leave()
        assert bar.state() == "draft"
        assert page.focusWidget() in (bar.go, bar.back)
        assert page.weights.drafting.draft.weight("style") == 9
    assert rule_changes.every(store) == ()


def test_moving_a_slider_while_asked_goes_back_to_the_draft(qtbot: QtBot, page: OfferingsPage) -> None:
    bar = page.weights.view.bar
    weigh(page, "style", 9)
    click(bar.go)
    qtbot.waitUntil(lambda: bar.state() == "asking", timeout=5000)
    weigh(page, "style", 12)
    assert bar.state() == "draft"


def test_judging_can_be_cancelled(page: OfferingsPage, store: Store) -> None:
    bar = page.weights.view.bar
    weigh(page, "style", 9)
    click(bar.go)
    assert bar.state() == "judging"
    click(bar.back)
    assert (bar.state(), page.weights.flips.is_busy) == ("draft", False)


def test_undo_takes_it_back_and_brings_the_draft_again(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    notices = heard(page)
    weigh(page, "style", 9)
    let_count(qtbot, page)
    undo = notices[-1][1]
    assert undo is not None
    undo()
    assert owner.get(store).weights == ()
    assert len(rule_changes.every(store)) == 2
    assert page.weights.drafting.draft.weight("style") == 9
    assert page.weights.view.bar.state() == "draft"


def test_what_cannot_be_written_is_told_and_the_draft_stays(
    qtbot: QtBot, page: OfferingsPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = heard(page)
    weigh(page, "style", 9)
    page.settle()

    def refuse(*_args: object) -> None:
        raise CannotWrite("The disk is full.")

    monkeypatch.setattr("fitdesk.workflows.judging_rules.owners.save", refuse)
    let_count(qtbot, page)
    assert notices[-1] == ("The disk is full.", None)
    assert page.weights.drafting.draft.weight("style") == 9
    assert page.weights.view.bar.state() in ("draft", "asking")


# ---- one offering


def test_one_offering_has_its_own_rules(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    first, second = offerings.every(store)
    box = page.weights.view.scope.box
    assert [box.itemText(n) for n in range(box.count())] == ["All offerings", "Deciding", "Trust"]
    box.setFocus()
    press(box, Key.Key_Down)
    assert page.weights.drafting.offering_id == first.id
    weigh(page, "travel", 20)
    assert share(page, "travel").endswith("for all 5")
    body = unfold(page, "fee")
    assert body.veto is not None
    click(body.veto)
    let_count(qtbot, page)
    assert Rules((("travel", 20.0),), (), ("fee",)) == Rules(
        offerings.get(store, first.id or 0).weights, (), offerings.get(store, first.id or 0).vetoes_off
    )
    assert offerings.get(store, second.id or 0).weights == ()
    qtbot.waitUntil(lambda: box.itemText(1) == "Deciding · 2 rules of its own")
    assert box.currentIndex() == 1
    body = unfold(page, "travel")
    assert body.back.text() == "As for all offerings"
    click(body.back)
    assert page.weights.drafting.draft.own_keys() == ("fee",)


def test_each_scope_keeps_its_own_draft(page: OfferingsPage, store: Store) -> None:
    number = offerings.every(store)[0].id
    weigh(page, "style", 9)
    page.weights.choose_scope(number)
    assert page.weights.drafting.draft.weight("style") == 4
    weigh(page, "fee", 3)
    page.weights.choose_scope(None)
    assert (page.weights.drafting.draft.weight("style"), page.weights.drafting.draft.weight("fee")) == (9, 11)
    assert drafts.keys(store, "rules/") == (f"rules/{number}", "rules/all")


def test_the_form_says_when_an_offering_is_judged_by_its_own_rules(
    qtbot: QtBot, page: OfferingsPage, store: Store, now: datetime
) -> None:
    number = offerings.every(store)[0].id or 0
    page.open_record(number)
    assert page.editor.rules_words.text() == "Judged by the same rules as your other offerings."
    change_rules(store, Rules((("fee", 20.0), ("travel", 9.0))), number, "", now)
    words = "Judged by its own rules in 2 points: fee and journey."
    qtbot.waitUntil(lambda: page.editor.rules_words.text() == words)
    click(page.editor.rules_link)
    assert page.weights.isVisible()
    assert page.weights.drafting.offering_id == number
    page.begin_new()
    assert page.editor.rules_part.isHidden()


def test_an_offering_gone_for_good_leaves_the_rules_of_all(page: OfferingsPage, store: Store) -> None:
    number = offerings.every(store)[0].id
    page.weights.choose_scope(number)
    with store.transaction():
        store.run("DELETE FROM offerings WHERE id = ?", (number,))
    page.weights.refresh()
    assert page.weights.drafting.offering_id is None


def test_weights_suggested_elsewhere_go_into_the_draft_only(qtbot: QtBot, page: OfferingsPage, store: Store) -> None:
    page.weights.choose_scope(offerings.every(store)[0].id)
    weights = tuple(float(one.weight) + (2 if one.key == "fee" else -2 if one.key == "goal" else 0) for one in CRITERIA)
    page.try_weights(weights)
    assert page.weights.drafting.offering_id is None
    assert page.weights.drafting.draft.rules.weights == (("goal", 18.0), ("fee", 13.0))
    assert owner.get(store).weights == ()
    click(page.weights.view.bar.go)
    qtbot.waitUntil(lambda: page.weights.view.bar.state() == "asking", timeout=5000)
    assert page.weights.view.bar.reason.text() == "suggested from my decisions"


def test_learning_is_done_once_until_something_is_decided(
    qtbot: QtBot, page: OfferingsPage, store: Store, now: datetime
) -> None:
    learnt: list[object] = []
    page.weights.learner.found.connect(learnt.append)
    qtbot.waitUntil(page.weights.view.suggestion.line.isVisible, timeout=5000)
    learnt.clear()
    page.weights.learner.look(owner.get(store))
    qtbot.wait(100)
    assert learnt == []
    keep(store, "Another", now, Status.DECLINED)
    page.weights.learner.look(owner.get(store))
    qtbot.waitUntil(lambda: len(learnt) == 1, timeout=5000)


# ---- the history


def test_every_change_stands_in_the_history_and_can_be_taken_back(
    qtbot: QtBot, page: OfferingsPage, store: Store
) -> None:
    weigh(page, "fee", 14)
    let_count(qtbot, page, "because")
    qtbot.waitUntil(lambda: words_of(page) == ["22 Nov: fee counts 14 instead of 11; 1 verdict flipped"])
    history = page.weights.view.history
    (button,) = (one for one in history.findChildren(QPushButton) if one.text() == "Take back")
    click(button)
    bar = page.weights.view.bar
    qtbot.waitUntil(lambda: bar.state() == "asking", timeout=5000)
    assert (bar.go.text(), bar.reason.text()) == ("Take it back", "takes back the change of 22 Nov")
    click(bar.go)
    assert owner.get(store).weights == ()
    expected = [
        f"22 Nov: fee counts {figures}; 1 verdict flipped" for figures in ("11 instead of 14", "14 instead of 11")
    ]
    qtbot.waitUntil(lambda: words_of(page) == expected)
    assert [entry.can_go_back for entry in history._entries] == [True, False]


def test_without_decisions_the_pane_says_what_will_stand_there(
    qtbot: QtBot, store: Store, changes: Changes, clock: Clock
) -> None:
    page = OfferingsPage(store, changes, clock)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    page.open_record(page.weights.entry_id)
    assert page.weights.view.pane.note.text().startswith("Once you have decided on inquiries, the last 20")
    assert page.weights.view.scope.isHidden()
    line = page.weights.view.suggestion.line
    qtbot.waitUntil(line.isVisible, timeout=5000)
    assert line.text() == (
        "30 more decisions, and your own judgement can suggest weights here (at least 10 accepted and 10 turned down)."
    )
