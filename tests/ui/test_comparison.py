"""All offerings beside one another: what decides in words, nineteen rows without clutter, chosen by click and key."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from build import TODAY, an_event, an_inquiry, an_offering, an_owner, asked
from fitdesk.domain.assessment import Assessment, Verdict
from fitdesk.domain.event import Budget
from fitdesk.domain.fit import assess_all
from fitdesk.domain.inquiry import Inquiry, OwnersWord
from fitdesk.domain.offering import Offering
from fitdesk.domain.whole_points import whole_points
from fitdesk.ui.inquiries.comparison import Comparison
from fitdesk.ui.inquiries.comparison_rows import compared
from fitdesk.ui.widgets.fit_panel import FitPanel
from fitdesk.ui.widgets.fit_words import deciding
from hands import Key, click, press

MANY = tuple(an_offering(id=n, title=f"Talk {n:02}", fee_floor=Decimal(3000 + 250 * n)) for n in range(1, 20))


def assessed(inquiry: Inquiry, offerings: tuple[Offering, ...] = MANY) -> tuple[Assessment, ...]:
    return assess_all(inquiry, offerings, an_owner(), (), TODAY)


def decides(inquiry: Inquiry, offering: Offering) -> str:
    (one,) = assessed(inquiry, (offering,))
    return deciding(one, whole_points(one))


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> FitPanel:
    made = FitPanel()
    qtbot.addWidget(made)
    made.resize(620, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def comparison(panel: FitPanel, qtbot: QtBot) -> Comparison:
    made = Comparison(panel)
    made.chosen.connect(panel.choose)
    return made


def test_what_decides_is_the_veto_else_the_largest_unknown_or_loss() -> None:
    low = Budget(min=Decimal(3000), max=Decimal(3000), currency="GBP", expenses_covered=True)
    said = "Ruled out by the fee: £3,000; your floor is £4,500, your list fee is £7,500"
    assert decides(an_inquiry(budget=low), an_offering()) == said
    silent = an_inquiry(budget=Budget(expenses_covered=True))
    assert decides(silent, an_offering()) == (
        "Hangs on the fee: not stated; your floor is £4,500, your list fee is £7,500"
    )
    crowd = asked(audience_min=700, audience_max=700)
    assert decides(crowd, an_offering()) == "Most is lost on the audience (5 points): 700 people, outside your 50–400"
    unscoped = decides(an_inquiry(scope=None), an_offering())
    assert unscoped == "Most is still open on the scope (5 points): deliverables not stated"
    doubtful = decides(an_inquiry(owners_word=OwnersWord(confidence=40)), an_offering())
    assert doubtful == "Ruled out by how sure you are: 40 % sure of delighting them, 24 similar jobs done"
    foreign = asked(topics=("stand-up comedy",))
    said = "Ruled out by the goal and topics: “stand-up comedy” is on your list of what you are not good at"
    assert decides(foreign, an_offering()) == said
    french = asked(language="fr")
    assert decides(french, an_offering()) == "Ruled out by the language – French: not spoken"
    assert decides(an_inquiry(), an_offering()) == "Nothing costs more than a point"


def test_nineteen_rows_agree_with_what_the_panel_shows() -> None:
    found = assessed(an_inquiry())
    rows = compared(found)
    assert len(rows) == 19
    for row, one in zip(rows, found, strict=True):
        low, high = whole_points(one).fit.gains
        assert row.points == (str(low) if low == high else f"{low}–{high}")
        assert row.title in row.spoken
        assert row.decides in row.spoken
    assert {row.verdict for row in rows} == {Verdict.ACCEPT, Verdict.DECLINE}


def test_enter_chooses_and_escape_does_not(panel: FitPanel, comparison: Comparison, qtbot: QtBot) -> None:
    panel.set_assessments(assessed(an_inquiry()))
    chosen: list[int] = []
    panel.offering_changed.connect(chosen.append)
    comparison.show_below(panel.offering, panel.assessments(), panel.at())
    qtbot.waitUntil(comparison.isVisible)
    assert comparison.list.hasFocus()
    screen = comparison.screen().availableGeometry()
    assert screen.contains(comparison.geometry())
    press(comparison.list, Key.Key_Down)
    press(comparison.list, Key.Key_Down)
    press(comparison.list, Key.Key_Return)
    assert not comparison.isVisible()
    assert chosen == [2]
    comparison.show_below(panel.offering, panel.assessments(), panel.at())
    assert comparison.list.currentIndex().row() == 2
    press(comparison, Key.Key_Escape)
    assert not comparison.isVisible()
    assert chosen == [2]


def test_a_click_chooses(panel: FitPanel, comparison: Comparison, qtbot: QtBot) -> None:
    panel.set_assessments(assessed(an_inquiry(event=an_event(topics=("risk",)))))
    comparison.show_below(panel.offering, panel.assessments(), panel.at())
    qtbot.waitUntil(comparison.isVisible)
    rows = comparison.list
    click(rows.viewport(), rows.visualRect(rows.model().index(3, 0)).center())
    assert not comparison.isVisible()
    assert panel.at() == 3


def test_long_names_are_cut_and_told_in_full(qapp: QApplication, comparison: Comparison, panel: FitPanel) -> None:
    long = an_offering(title="A very long name " * 12)
    panel.set_assessments(assessed(an_inquiry(), (long, *MANY[:1])))
    comparison.show_below(panel.offering, panel.assessments(), 0)
    row = comparison.rows()[0]
    assert row.title in {long.title, MANY[0].title}
    assert comparison.width() <= 760
    assert not comparison.list.horizontalScrollBar().isVisible()
    comparison.close()
