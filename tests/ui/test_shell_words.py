"""How dates, money and the domain's words read; and that text stays text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fitdesk.domain.assessment import Verdict
from fitdesk.domain.event import Format, Mode
from fitdesk.domain.inquiry import Channel, Status
from fitdesk.domain.ranges import Range
from fitdesk.paths import resources
from fitdesk.ui import format as words
from fitdesk.ui.icons import app_icon, icon
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip

TODAY = date(2026, 11, 22)


def test_days() -> None:
    assert words.day(date(2026, 6, 12), TODAY) == "12 Jun"
    assert words.day(date(2027, 6, 12), TODAY) == "12 Jun 2027"
    assert words.day(date(2026, 6, 12), TODAY, locale="en_US") == "Jun 12"
    assert words.day(date(2027, 6, 12), TODAY, locale="en_US") == "Jun 12, 2027"
    assert words.long_day(TODAY) == "Sunday, 22 November"
    assert words.long_day(TODAY, locale="en_US") == "Sunday, November 22"


@pytest.mark.parametrize(
    ("first", "last", "read"),
    [
        (None, None, ""),
        (date(2026, 6, 12), None, "12 Jun"),
        (date(2026, 6, 12), date(2026, 6, 12), "12 Jun"),
        (date(2026, 6, 12), date(2026, 6, 13), "12–13 Jun"),
        (date(2026, 6, 30), date(2026, 7, 2), "30 Jun – 2 Jul"),
        (date(2026, 5, 1), date(2026, 5, 31), "May"),
        (date(2027, 2, 1), date(2027, 2, 28), "February 2027"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 Dec – 2 Jan 2027"),
        (date(2027, 6, 12), date(2027, 6, 13), "12–13 Jun 2027"),
    ],
)
def test_spans(first: date | None, last: date | None, read: str) -> None:
    assert words.day_span(first, last, TODAY) == read


@pytest.mark.parametrize(
    ("when", "read"),
    [
        (TODAY, "today"),
        (date(2026, 11, 21), "yesterday"),
        (datetime(2026, 11, 19, 23, 59), "3 days ago"),
        (date(2026, 11, 8), "2 weeks ago"),
        (date(2026, 8, 1), "3 months ago"),
        (date(2020, 1, 1), "6 years ago"),
        (date(2026, 11, 23), "tomorrow"),
        (date(2026, 11, 30), "in 8 days"),
        (None, ""),
    ],
)
def test_ages(when: date | None, read: str) -> None:
    assert words.ago(when, TODAY) == read


def test_money() -> None:
    assert words.money(Decimal(6500), "EUR") == "€6,500"
    assert words.money(Decimal("6500.50"), "GBP") == "£6,500.50"
    assert words.money(Decimal(6500), "CHF") == "CHF 6,500"
    assert words.money(Decimal(6500), None) == "6,500"
    assert words.money(None, "EUR") == ""


def test_points() -> None:
    assert words.points(Range(57.6, 71.2)) == "58–71"
    assert words.points(Range(63.8, 64.3)) == "64"


def test_every_value_has_a_word() -> None:
    assert all(words.verdict_word(value) for value in Verdict)
    assert all(words.status_word(value) for value in Status)
    assert all(words.channel_words(value) for value in Channel)
    assert all(words.format_word(value) for value in Format)
    assert all(words.mode_word(value) for value in Mode)
    assert words.format_word(None) == words.mode_word(None) == ""


def test_labels_and_tooltips_never_read_markup(qtbot: QtBot) -> None:
    hostile = "<b>bold</b> <img src='file:///etc/passwd'>"
    label = PlainLabel(hostile)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == hostile
    assert "<img" not in plain_tooltip(hostile)
    assert plain_tooltip("") == ""
    assert len(plain_tooltip("x" * 100_000)) < 700


@pytest.mark.parametrize("name", sorted(path.stem for path in (resources() / "icons").glob("*.svg")))
def test_every_icon_can_be_drawn_at_every_scale(qtbot: QtBot, name: str) -> None:
    made = icon(name, "#2f6f5e")
    for scale in (1, 2):
        pixmap = made.pixmap(made.actualSize(made.availableSizes()[0]), scale)
        image = pixmap.toImage()
        inked = sum(image.pixelColor(x, y).alpha() > 60 for x in range(image.width()) for y in range(image.height()))
        assert inked > 3


def test_the_program_has_a_sign(qtbot: QtBot) -> None:
    assert not app_icon().pixmap(64, 64).isNull()
