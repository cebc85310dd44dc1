"""Colours that can be read, and a dress that can be changed while the window is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from fitdesk.domain.assessment import Verdict
from fitdesk.ui.colours import DARK, LIGHT, Colours, colours_of
from fitdesk.ui.stylesheet import stylesheet
from fitdesk.ui.theme import Appearance, apply_theme, body_points, font_of, set_style

GROUNDS = ("window", "sidebar", "sidebar_selected", "selected", "hover", "field", "notice")
TEXTS = ("text", "dimmed", "accent", "accept", "ask", "decline", "your_call")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(colours: Colours) -> None:
    table = asdict(colours)
    too_pale = [(text, ground) for text in TEXTS for ground in GROUNDS if contrast(table[text], table[ground]) < 4.5]
    assert too_pale == []
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_hover) >= 4.5
    assert contrast(colours.on_bar, colours.bar) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_stand_out_from_their_track(colours: Colours) -> None:
    for verdict in Verdict:
        assert contrast(colours.of_verdict(verdict), colours.track) >= 3


def test_verdicts_have_colours_of_their_own() -> None:
    assert len({LIGHT.of_verdict(verdict) for verdict in Verdict}) == len(Verdict)
    assert LIGHT.of_verdict(None) == LIGHT.dimmed


def test_the_stylesheet_is_filled_completely() -> None:
    rules = stylesheet(DARK, 10)
    assert "$" not in rules
    assert "font-size: 16pt" in rules
    assert DARK.accent in rules
    assert LIGHT.accent not in rules


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, Appearance.LIGHT)


def test_the_appearance_changes_while_a_window_is_open(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    apply_theme(dressed, Appearance.DARK)
    assert colours_of(label.palette()) is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    apply_theme(dressed, "light")
    assert colours_of(label.palette()) is LIGHT


def test_titles_are_six_points_larger_and_sections_two(dressed: QApplication, qtbot: QtBot) -> None:
    body = body_points(dressed.font())
    for role, size in (("title", body + 6), ("section", body + 2)):
        label = QLabel("words")
        qtbot.addWidget(label)
        label.setProperty("role", role)
        label.show()
        assert label.font().pointSizeF() == pytest.approx(size)
        assert label.font().weight() == QFont.Weight.DemiBold


def test_figures_are_tabular(dressed: QApplication) -> None:
    assert dressed.font().isFeatureSet(QFont.Tag("tnum"))


def test_font_of_understands_sizes_in_pixels() -> None:
    font = QFont()
    font.setPixelSize(16)
    assert font_of(font, larger=2).pointSizeF() == pytest.approx(14)


def test_a_style_can_be_changed_after_showing(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    set_style(label, "role", "error")
    assert label.palette().color(label.foregroundRole()) == QColor(LIGHT.decline)
