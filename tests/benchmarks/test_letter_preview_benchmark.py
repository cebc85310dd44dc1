"""How soon the page beside a letter follows a keystroke, and how long a keystroke itself takes."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import date, datetime
from statistics import median, quantiles

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitdesk.app import FixedOrRealClock
from fitdesk.domain.letter import LetterKind
from fitdesk.store import inquiries
from fitdesk.store.store import Store
from fitdesk.ui.letters.letter_window import LetterWindow
from fitdesk.ui.theme import Appearance, apply_theme
from fitdesk.workflows import demo
from fitdesk.workflows.letter_prefill import order_for

TODAY = date(2026, 11, 22)
KEYS = "I have read your request with care, and I have thought about it for a day. "
PATIENCE_S = 10.0
MOST_MS = 100.0


def test_the_page_follows_the_keys(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Appearance.LIGHT)
    with closing(Store.open(None, now=datetime(2026, 11, 22, 9))) as store:
        demo.fill(store, TODAY)
        inquiry = next(one for one in inquiries.all_open(store) if one.title == "Two days for our buyers")
        order = order_for(store, LetterKind.NOT_FOR_ME, inquiry.id, TODAY)
        window = LetterWindow(store, FixedOrRealClock(TODAY), order)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.words.is_ready, timeout=15_000)
        typed, shown = [], []
        for letter in KEYS:
            began = time.perf_counter()
            QTest.keyClicks(window.words.editor.body, letter)
            typed.append(time.perf_counter() - began)
            while not is_current(window) and time.perf_counter() - began < PATIENCE_S:
                app.processEvents()
                time.sleep(0.0005)
            shown.append(time.perf_counter() - began)
        window.close()
    with capsys.disabled():
        print(f"\nkey {figures(typed)}; page {figures(shown)}")
    assert quantiles(shown, n=20)[-1] * 1000 <= MOST_MS


def is_current(window: LetterWindow) -> bool:
    drawn, letter = window.words._drawn, window.words.letter()
    return drawn is not None and letter is not None and drawn.letter.text == letter.text


def figures(seconds: list[float]) -> str:
    return f"median {median(seconds) * 1000:.1f} ms, p95 {quantiles(seconds, n=20)[-1] * 1000:.1f} ms"
