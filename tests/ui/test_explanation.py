"""The detail of an inquiry explains each of the four verdicts: what rules it out, what to ask, what would turn it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from build import TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import AskWhom, Question, Verdict
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import Inquiry, OwnersWord
from fitdesk.ui.inquiries.ask_box import effect_words
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.question_mail import question_mail
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import triage
from hands import click

PRACTICE = Practice(an_owner(), (an_offering(),), (), ())
GOOD = an_inquiry()
SILENT = an_inquiry(budget=Budget(expenses_covered=True))
LOW = an_inquiry(budget=Budget(min=Decimal(3000), max=Decimal(3000), currency="GBP", expenses_covered=True))
BETWEEN = an_inquiry(
    event=an_event(topics=("risk",), audience_min=800, audience_max=800), owners_word=OwnersWord(confidence=65)
)
LONG = "a very long word of thanks and of much else " * 9


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> DetailView:
    made = DetailView()
    qtbot.addWidget(made)
    made.resize(548, 640)
    made.show()
    return made


def show(view: DetailView, inquiry: Inquiry) -> None:
    view.show_triage(triage(inquiry, PRACTICE, TODAY), (), PRACTICE, TODAY)


def test_accept_says_that_nothing_speaks_against_it(view: DetailView) -> None:
    show(view, GOOD)
    assert view.head.verdict.verdict() is Verdict.ACCEPT
    assert not view.fit.vetoes.isVisible()
    assert not view.ask.isVisible()
    assert view.upshot.sentence.text() == "Nothing speaks against it."
    show(view, an_inquiry(scope=None))
    assert view.head.verdict.verdict() is Verdict.ACCEPT
    assert view.upshot.sentence.text() == "It is a good fit, and no open answer can change that."


def test_ask_names_the_question_whom_it_goes_to_and_what_it_settles(view: DetailView) -> None:
    show(view, SILENT)
    assert view.head.verdict.verdict() is Verdict.ASK
    assert view.fit.vetoes.possible.isVisible()
    assert "fee" in view.fit.vetoes.possible.grid.shown()
    assert view.ask.text.text() == "Ask next: “What range is set aside for the fee?”"
    assert view.ask.effect.text().startswith("For Alex Moor. The answer settles the verdict: a good fit from £4,")
    assert not view.upshot.sentence.isVisible()


def test_the_question_is_copied_as_a_mail(view: DetailView) -> None:
    show(view, SILENT)
    copied: list[str] = []
    view.ask.copied.connect(copied.append)
    click(view.ask.copy)
    question = view.ask.question()
    assert question is not None
    assert copied == [question_mail(SILENT, PRACTICE.owner, question).body]
    assert copied[0].startswith("Dear Alex Moor,")


def test_decline_lists_what_rules_it_out_and_what_would_turn_it(view: DetailView) -> None:
    show(view, LOW)
    assert view.head.verdict.verdict() is Verdict.DECLINE
    assert list(view.fit.vetoes.confirmed.grid.shown()) == ["fee"]
    assert view.upshot.sentence.text() == "You could serve them, but not on these terms: leave politely."
    assert any(turn.startswith("It would be a good fit if the fee were £4,") for turn in view.upshot.texts())
    assert all(line.link.isVisible() for line in view.upshot.turns[: len(view.upshot.texts())])


def test_a_no_with_something_open_says_that_no_answer_can_change_it(view: DetailView) -> None:
    show(view, an_inquiry(event=an_event(topics=("stand-up comedy",)), scope=None))
    assert view.head.verdict.verdict() is Verdict.DECLINE
    expected = "Somebody else will serve them better: refer them. "
    assert view.upshot.sentence.text() == expected + "No open answer changes this."
    assert not view.ask.isVisible()


def test_your_call_says_that_it_lies_between(view: DetailView) -> None:
    show(view, BETWEEN)
    assert view.head.verdict.verdict() is Verdict.YOUR_CALL
    assert view.upshot.sentence.text() == "Everything is known, and it lies between yes and no."
    assert not view.fit.vetoes.isVisible()


def test_a_question_that_does_not_settle_says_so() -> None:
    question = Question("goal", AskWhom.OWNER, "?", settles=False, effect="a no with another topic")
    assert effect_words(question) == "For you. It does not settle the verdict by itself: a no with another topic."
    assert effect_words(Question("fee", AskWhom.CLIENT, "?", settles=True)) == (
        "For the client. The answer settles the verdict."
    )


@pytest.mark.parametrize("inquiry", [GOOD, SILENT, LOW, BETWEEN, an_inquiry(must_haves=(LONG,)), asked(name=LONG)])
@pytest.mark.parametrize("width", [420, 548, 1100])
def test_nothing_is_cut_however_narrow(view: DetailView, qtbot: QtBot, inquiry: Inquiry, width: int) -> None:
    view.resize(width, 640)
    show(view, inquiry)
    for is_trying in (False, True):
        if is_trying:
            view.what_if.begin()
        qtbot.wait(20)
        right = view.area.viewport().width()
        for widget in (view.head, view.free, view.fit, view.upshot, view.what_if.levers, view.what_if.outcome):
            if widget.isVisible():
                left = widget.mapTo(view, widget.rect().topLeft()).x()
                assert left >= 0
                assert left + widget.width() <= right + 1, type(widget)
        for line in view.fit.shown().values():
            saying = line.saying
            assert saying.height() >= saying.heightForWidth(saying.width()), "every line of a sentence is seen"
    view.what_if.leave()


def test_the_day_on_display_is_the_one_that_was_judged(view: DetailView) -> None:
    show(view, GOOD)
    assert view.today() == TODAY
    assert view.facts.texts()["Date"] == "16 September"
    assert view.free.text().startswith("16 September is free")
    assert date(2027, 9, 16) in GOOD.event.dates
