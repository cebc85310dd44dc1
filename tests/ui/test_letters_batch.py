"""Several letters in one print job: what is printed counts as sent, what is blocked stays and says why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fitdesk.domain.letter import LetterStatus
from fitdesk.letters.envelope import EnvelopeSize
from fitdesk.letters.labels import LabelSheet
from fitdesk.store import letters
from fitdesk.store.letters import LetterQuery, Shelf
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.letters import out
from fitdesk.ui.letters.batch_window import BatchWindow
from fitdesk.workflows import demo
from read_pdf import pages

SET_MS = 30_000


@pytest.fixture
def window(qtbot: QtBot, store: Store, clock: Clock, now: datetime) -> BatchWindow:
    demo.fill(store, now.date())
    made = BatchWindow(store, clock, letters.lines(store, LetterQuery(shelf=Shelf.DRAFTS)))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made._job is not None, timeout=SET_MS)
    return made


def redone(qtbot: QtBot, window: BatchWindow) -> None:
    window._rest.stop()
    window._set()
    qtbot.waitUntil(lambda: window._job is not None, timeout=SET_MS)


def test_a_job_that_is_cancelled_sends_nothing(
    window: BatchWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(out, "print_parts", lambda *_args: False)
    window.print_button.click()
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []
    assert window.isVisible()


def test_what_was_printed_counts_as_sent_and_what_is_blocked_stays(
    qtbot: QtBot, window: BatchWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window._job is not None
    ready = {letter.id for letter in window._job.ready}
    blocked = set(window.chosen()) - ready
    assert ready
    assert len(window._job.refused) == len(blocked)
    monkeypatch.setattr(out, "print_parts", lambda *_args: True)
    with qtbot.waitSignal(window.printed):
        window.print_button.click()
    for number in ready:
        kept = letters.get(store, number or 0)
        assert kept.status is LetterStatus.SENT or kept.kind.value == "call_card"
    for number in blocked:
        assert letters.get(store, number).status is LetterStatus.DRAFT


def test_one_file_holds_letters_and_envelopes_and_a_full_disk_records_nothing(
    qtbot: QtBot, window: BatchWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.paper.envelopes.setCurrentIndex(window.paper.envelopes.findData(EnvelopeSize.DL.value))
    redone(qtbot, window)
    assert window._job is not None
    many = sum(pages(part) for part in window._job.parts)
    assert many > len(window._job.ready), "envelopes too"
    monkeypatch.setattr(out, "ask_where", lambda *_args, **_names: tmp_path / "missing" / "all.pdf")
    window.save_button.click()
    assert "another place" in window.message.text()
    assert letters.lines(store, LetterQuery(shelf=Shelf.SENT)) == []
    monkeypatch.setattr(out, "ask_where", lambda *_args, **_names: tmp_path / "all.pdf")
    window.save_button.click()
    assert pages((tmp_path / "all.pdf").read_bytes()) == many


def test_nothing_ticked_means_nothing_to_print(qtbot: QtBot, window: BatchWindow) -> None:
    for box in window.boxes.values():
        box.setChecked(False)
    redone(qtbot, window)
    assert not window.print_button.isEnabled()


def test_a_sheet_of_labels_offers_its_own_places(window: BatchWindow) -> None:
    assert not window.paper.first.isVisible()
    window.paper.labels.setCurrentIndex(window.paper.labels.findData(LabelSheet.L7163.value))
    window.paper.labels.activated.emit(2)
    assert window.paper.first.count() == 14
    window.paper.first.setCurrentIndex(13)
    window.paper.labels.setCurrentIndex(window.paper.labels.findData(LabelSheet.US5160.value))
    window.paper.labels.activated.emit(3)
    assert (window.paper.first.count(), window.paper.wish().first_label) == (30, 14)
