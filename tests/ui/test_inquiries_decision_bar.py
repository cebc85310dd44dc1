"""The buttons at the foot of an inquiry fit into the smallest window, whatever letter comes next."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from build import an_inquiry
from fitdesk.domain.inquiry import Status
from fitdesk.domain.letter import LetterKind
from fitdesk.ui.inquiries.decision_bar import Act, DecisionBar

DAY = date(2026, 11, 22)
ROOM = 483
"""Pixels for the buttons on the Inquiries page at 1024 × 700."""


@pytest.fixture
def bar(qtbot: QtBot) -> DecisionBar:
    made = DecisionBar()
    qtbot.addWidget(made)
    made.resize(ROOM, 60)
    made.show()
    qtbot.waitExposed(made)
    return made


def settled(bar: DecisionBar, status: Status, kind: LetterKind) -> None:
    bar.show_for(an_inquiry(status=status), None, DAY, can_ask=True)
    bar.show_letters((kind, *(one for one in LetterKind if one is not kind)), (), is_settled=True)


@pytest.mark.parametrize("status", [Status.DECLINED, Status.REFERRED, Status.ACCEPTED, Status.NOT_NOW])
@pytest.mark.parametrize("kind", list(LetterKind))
def test_no_button_is_cut(qtbot: QtBot, bar: DecisionBar, kind: LetterKind, status: Status) -> None:
    settled(bar, status, kind)
    shown = [one for one in (bar.write, *bar.buttons.values(), bar.letters, bar.more) if one.isVisible()]
    assert bar.write in shown
    qtbot.waitUntil(lambda: not any(is_cut(bar, one) for one in shown))


def is_cut(bar: DecisionBar, button: QPushButton) -> bool:
    """The layout comes a moment after the words; the three dots have a width of their own."""
    least = 0 if button is bar.more else button.sizeHint().width()
    return button.width() < least or button.geometry().right() >= bar.width()


def test_what_does_not_fit_beside_the_letter_is_in_the_menu(bar: DecisionBar) -> None:
    settled(bar, Status.DECLINED, LetterKind.NEXT_SEASON)
    assert not bar.buttons[Act.REOPEN].isVisible()
    assert bar.actions_in_menu[Act.REOPEN].isVisible()
    bar.resize(900, 60)
    assert bar.buttons[Act.REOPEN].isVisible()
    assert not bar.actions_in_menu[Act.REOPEN].isVisible()
