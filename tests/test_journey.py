"""The main job through the window, with clicks and keys only: from a pasted request to the PDF of a referral letter."""

from __future__ import annotations

from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fitdesk.app import FixedOrRealClock
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.inquiry import Status
from fitdesk.domain.letter import LetterStatus
from fitdesk.store import inquiries, letters
from fitdesk.store.store import Store
from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.ui.letters.letter_window import LetterWindow, Step
from fitdesk.ui.letters.ways import Way
from fitdesk.ui.main_window import MainWindow
from fitdesk.workflows import demo
from hands import CTRL, Key, click, press

TODAY = date(2026, 11, 22)
PATIENCE_MS = 20_000


def request_text() -> str:
    """The body of the demo request that should be referred, as a person would copy it."""
    mail = message_from_bytes(demo.request_mail("refer-negotiation-training.eml").read_bytes(), policy=policy.default)
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def refer_window() -> LetterWindow | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, LetterWindow) and w.isVisible()), None)


def test_from_a_pasted_request_to_the_saved_letter(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(tmp_path / "practice.sqlite3", now=datetime(2026, 11, 22, 9))
    demo.fill(store, TODAY)
    window = MainWindow(store, FixedOrRealClock(TODAY))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    press(focused(), Key.Key_2, CTRL)
    page = window.page("inquiries")
    assert isinstance(page, InquiriesPage)
    qtbot.waitUntil(page.isVisible)
    press(focused(), Key.Key_N, CTRL)
    qtbot.waitUntil(page.capture.isVisible)
    QApplication.clipboard().setText(request_text())
    press(page.capture.edit, Key.Key_V, CTRL)
    press(page.capture.edit, Key.Key_Return, CTRL)
    qtbot.waitUntil(page.editor.isVisible, timeout=PATIENCE_MS)
    assert page.editor.form.values()["event.topics"] == ("negotiation technique",)
    click(page.editor.keep_button)

    qtbot.waitUntil(lambda: judged(page) is Verdict.DECLINE, timeout=PATIENCE_MS)
    qtbot.waitUntil(page.detail.decisions.buttons[Act.REFER].isVisible, timeout=PATIENCE_MS)
    number = page.pane.list.chosen_id()
    assert number is not None
    click(page.detail.decisions.buttons[Act.REFER])
    press(page.detail.decide.edit, Key.Key_Return)  # the reasons proposed will do
    qtbot.waitUntil(lambda: refer_window() is not None, timeout=PATIENCE_MS)
    refer = refer_window()
    assert refer is not None
    qtbot.waitUntil(refer.isActiveWindow, timeout=PATIENCE_MS)
    press(refer, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: refer.words.is_ready, timeout=PATIENCE_MS)
    press(refer, Key.Key_Return, CTRL)
    assert refer.step is Step.OUT

    path = tmp_path / "letter.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(path), "")))
    click(refer.out.buttons[Way.PDF])
    click(refer.forward)

    kept = letters.for_inquiry(store, number)[0]
    assert kept.status is LetterStatus.SENT
    assert kept.pdf == path.read_bytes()
    pages = PdfReader(path).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "Priya" in text
    assert "Fergus Teague" in text
    assert inquiries.get(store, number).status is Status.REFERRED
    assert window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    store.close()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def judged(page: InquiriesPage) -> Verdict | None:
    triage = page.detail.triage()
    return triage.verdict if triage is not None else None
