"""The fit panel: two sides, telling lines, vetoes by shape and word, and the other offerings."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from build import TODAY, an_event, an_inquiry, an_offering, an_owner
from fitdesk.domain.assessment import AskWhom, Assessment, Question, Verdict, VetoState, WhichNo
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess_all
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.offering import Topic
from fitdesk.ui.format import points
from fitdesk.ui.inquiries.decision_bar import Act, DecisionBar, suggested
from fitdesk.ui.widgets.fit_panel import MOST_TOLD, FitPanel, telling
from fitdesk.ui.widgets.marked_sentence import MarkedSentence
from fitdesk.ui.widgets.quiet_button import QuietButton
from hands import click

OTHER = an_offering(id=2, title="Laughing at work", topics=(Topic("humour", 3),))


def assessed(inquiry: Inquiry) -> tuple[Assessment, ...]:
    return assess_all(inquiry, (an_offering(), OTHER), an_owner(), (), TODAY)


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> FitPanel:
    made = FitPanel()
    qtbot.addWidget(made)
    made.resize(680, 600)
    made.show()
    return made


def test_the_best_offering_leads_and_the_others_are_one_click_away(panel: FitPanel) -> None:
    chosen: list[int] = []
    wanted: list[bool] = []
    panel.offering_changed.connect(chosen.append)
    panel.comparison_wanted.connect(lambda: wanted.append(True))
    panel.set_assessments(assessed(an_inquiry()))
    assert panel.offering.words() == "with “Deciding without knowing everything”, best of 2 offerings ▾"
    click(panel.offering)
    assert wanted == [True]
    panel.choose(1)
    assert chosen == [1]
    assert panel.offering.words() == "with “Laughing at work”, number 2 of 2 offerings ▾"


def test_sides_are_told_out_of_their_weights(panel: FitPanel) -> None:
    panel.set_assessments(assessed(an_inquiry(budget=Budget())))
    assert panel.for_them.saying.text() == "60 of 60"
    assert panel.for_me.saying.text().endswith(" of 40")
    assert "–" in panel.for_me.saying.text()


def test_vetoes_stand_on_top_with_shape_and_word(panel: FitPanel) -> None:
    panel.set_assessments(assessed(an_inquiry(event=an_event(topics=("stand-up comedy",)))))
    assert panel.vetoes.confirmed.heading.text() == "✕ What rules it out"
    assert "goal" in panel.vetoes.confirmed.grid.shown()
    assert "goal" not in panel.criteria.shown()
    line = panel.shown()["goal"]
    assert line.saying.isVisible()
    assert "✕ Rules it out: " in line.bar.accessibleName()
    panel.set_assessments(assessed(an_inquiry(budget=Budget())))
    assert not panel.vetoes.confirmed.isVisible()
    assert list(panel.vetoes.possible.grid.shown()) == ["fee", "margin"]
    assert panel.vetoes.y() < panel.criteria.y()
    panel.set_assessments(assessed(an_inquiry()))
    assert not panel.vetoes.isVisible()


def test_the_points_behind_a_line_are_told_on_hover_and_to_those_who_listen(panel: FitPanel) -> None:
    panel.set_assessments(assessed(an_inquiry(budget=Budget(max=Decimal(6000), currency="GBP"))))
    fee = panel.shown()["fee"]
    assert fee.points() == "0–7 of 11 points: 7 open, 4 lost"
    assert fee.points() in fee.name.toolTip()
    assert fee.bar.accessibleName().startswith(
        "Fee: 0–7 of 11 points: 7 open, 4 lost. ? Could rule it out: up to £6,000"
    )
    assert panel.for_them.points() == "60 of 60 points"


def test_shown_points_add_up_to_the_shown_totals(panel: FitPanel) -> None:
    for inquiry in (Inquiry(), an_inquiry(), an_inquiry(budget=Budget()), an_inquiry(event=an_event(audience_max=700))):
        panel.set_assessments(assessed(inquiry))
        panel.set_steady(True)
        told = {key: read_points(line.points()) for key, line in panel.shown().items()}
        assert len(told) == 15
        sides = [read_points(line.points()) for line in (panel.for_them, panel.for_me)]
        assert [sum(column) for column in zip(*told.values(), strict=True)] == [
            sum(c) for c in zip(*sides, strict=True)
        ]
        assessment = panel.assessment()
        assert assessment is not None
        low, high, weight = (sum(column) for column in zip(*sides, strict=True))
        assert points(assessment.fit) == (str(low) if low == high else f"{low}–{high}")
        assert weight == 100


def read_points(words: str) -> tuple[int, int, int]:
    """Least, most and weight from "0–7 of 11 points: …"."""
    found = re.match(r"(\d+)(?:–(\d+))? of (\d+) point", words)
    assert found is not None, words
    low, high, weight = found.groups()
    return int(low), int(high or low), int(weight)


def test_every_line_is_there_on_request(panel: FitPanel) -> None:
    panel.set_assessments(assessed(an_inquiry()))
    few = len(panel.shown())
    assert 3 <= few < 15
    assert panel.more.words().startswith(f"{15 - few} more, all good: ")
    click(panel.more)
    assert all(line.name.isVisible() for line in panel.shown().values())
    assert len(panel.shown()) == 15
    click(panel.more)
    assert len(panel.shown()) == few


def test_confirmed_vetoes_are_always_told() -> None:
    for inquiry in (
        Inquiry(),
        an_inquiry(),
        an_inquiry(budget=Budget(unpaid=True)),
        an_inquiry(event=an_event(language="fr")),
    ):
        for assessment in assessed(inquiry):
            told = telling(assessment.contributions)
            vetoed = [line for line in assessment.contributions if line.finding.veto is VetoState.CONFIRMED]
            assert set(vetoed) <= set(told)
            assert len(told) <= MOST_TOLD
            assert [line for line in assessment.contributions if line in told] == list(told)


def test_without_offerings_the_panel_hides(panel: FitPanel) -> None:
    panel.set_assessments(())
    assert not panel.isVisible()
    assert panel.assessment() is None


def test_bars_grow_narrow_with_the_panel(panel: FitPanel, qtbot: QtBot) -> None:
    panel.set_assessments(assessed(an_inquiry()))
    qtbot.waitUntil(lambda: panel.for_them.bar.width() == 170)
    panel.resize(430, 600)
    qtbot.waitUntil(lambda: panel.for_them.bar.width() == 88)


def test_a_marked_sentence_wraps_and_reads_as_one(qapp: QApplication, qtbot: QtBot) -> None:
    sentence = MarkedSentence()
    qtbot.addWidget(sentence)
    sentence.say("not stated; your floor is £4,500 and your list fee is £7,500", "? Could rule it out", "ask")
    assert sentence.accessibleName().startswith("? Could rule it out: not stated")
    assert sentence.heightForWidth(120) > sentence.heightForWidth(600) == sentence.line_height()
    sentence.say("<b>" + "w" * 5000)
    assert sentence.heightForWidth(200) < 2000


def test_a_quiet_button_keeps_its_end_when_cut(qapp: QApplication, qtbot: QtBot) -> None:
    button = QuietButton("a rather long name of an offering ▾")
    qtbot.addWidget(button)
    button.show()
    button.resize(120, 26)
    assert button.text().endswith("… ▾")
    assert "rather long name" in button.toolTip()


ASK_CLIENT = Question("fee", AskWhom.CLIENT, "?", settles=True)
ASK_OWNER = Question("capacity", AskWhom.OWNER, "?", settles=True)


@pytest.mark.parametrize(
    ("verdict", "which_no", "question", "act"),
    [
        (Verdict.ACCEPT, None, None, Act.ACCEPT),
        (Verdict.ASK, None, ASK_CLIENT, Act.ASK),
        (Verdict.ASK, None, ASK_OWNER, None),
        (Verdict.DECLINE, WhichNo.WRONG_FOR_THEM, None, Act.REFER),
        (Verdict.DECLINE, WhichNo.WRONG_FOR_ME, None, Act.DECLINE),
        (Verdict.DECLINE, WhichNo.NOT_FREE, None, Act.REFER),
        (Verdict.YOUR_CALL, None, None, None),
    ],
)
def test_the_verdict_suggests_one_button(
    verdict: Verdict, which_no: WhichNo | None, question: Question | None, act: Act | None
) -> None:
    assert suggested(verdict, which_no, question) is act


def test_buttons_without_room_move_into_the_menu(qapp: QApplication, qtbot: QtBot) -> None:
    bar = DecisionBar()
    qtbot.addWidget(bar)
    bar.resize(760, 40)
    bar.show()
    bar.show_for(an_inquiry(), Act.ASK, TODAY, can_ask=True)
    assert all(bar.buttons[act].isVisible() for act in (Act.ASK, Act.HOLD, Act.NOT_NOW, Act.REFER))
    bar.resize(430, 40)
    assert bar.buttons[Act.ASK].isVisible()
    assert not bar.buttons[Act.HOLD].isVisible()
    assert bar.actions_in_menu[Act.HOLD].isVisible()
    assert bar.offers(Act.HOLD)


def test_a_settled_inquiry_can_only_be_opened_again(qapp: QApplication, qtbot: QtBot) -> None:
    bar = DecisionBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_for(replace(an_inquiry(), status=Status.ACCEPTED), Act.ACCEPT, TODAY, can_ask=True)
    assert bar.primary() is None
    assert [act for act, button in bar.buttons.items() if button.isVisible()] == [Act.REOPEN]
    assert not bar.offers(Act.ACCEPT)
